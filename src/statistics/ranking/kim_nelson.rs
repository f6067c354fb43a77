//! The fully sequential procedure of Kim & Nelson (2001), which drops scenarios as soon as they are
//! clearly worse.

use crate::statistics::ranking::Selection;
use crate::statistics::{Observation, paired_difference};

/// A scenario that was dropped, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenedOut {
    /// The scenario, counted from 0.
    pub scenario: usize,
    /// The survivor that was clearly better; of several the one ahead by most.
    pub behind: usize,
    /// After so many replications.
    pub replications: usize,
}

/// A selection in progress (Kim & Nelson 2001, *A fully sequential procedure for
/// indifference-zone selection in simulation*, ACM TOMACS 11:251-273, with c = 1).
///
/// Replication `i` of every scenario may have the same luck (common random numbers): the variances
/// are those of the differences. With `h2 = 2 eta (n0 - 1)` a scenario is dropped after `r`
/// replications if another is ahead by more than `max(0, d / 2r (h2 S2 / d^2 - r))`, where `d` is
/// the indifference amount and `S2` the variance of their differences in the `n0` replications of
/// the first stage. The means are ratios of sums, so that figures per applicant may be compared
/// too; for those the promise holds as closely as their intervals do.
#[derive(Clone, Debug)]
pub struct KimNelson {
    selection: Selection,
    /// The square of the constant `h`.
    constant: f64,
    /// Observations of the first stage, by scenario.
    first_stage: Vec<Vec<Observation>>,
    /// Sums of numerators and denominators, by scenario.
    sums: Vec<Observation>,
    /// Variances of the differences, by pair of scenarios; empty before the end of the first stage.
    variances: Vec<Vec<f64>>,
    survivors: Vec<usize>,
    screened_out: Vec<ScreenedOut>,
    replications: usize,
}

/// The constant `eta = ((2 a / (k - 1))^(-2 / (n0 - 1)) - 1) / 2` for `scenarios` `k`, which may
/// share their luck, with the error `a` that the level leaves.
pub fn kim_nelson_eta(scenarios: usize, selection: &Selection) -> f64 {
    let error = 2.0 * selection.level.tail() / scenarios.saturating_sub(1).max(1) as f64;
    eta(error, selection.first_stage)
}

/// The constant for a triangular region that is left on the wrong side with the probability
/// `error`: it solves `(1 + 2 eta)^(-(n0 - 1) / 2) / 2 = error`.
pub(in crate::statistics) fn eta(error: f64, first_stage: usize) -> f64 {
    let degrees_of_freedom = first_stage.max(2) as f64 - 1.0;
    0.5 * ((2.0 * error).powf(-2.0 / degrees_of_freedom) - 1.0)
}

impl KimNelson {
    /// Nothing seen yet of so many scenarios.
    pub fn new(scenarios: usize, selection: Selection) -> Self {
        let selection = Selection { first_stage: selection.first_stage.max(2), ..selection };
        let degrees_of_freedom = selection.first_stage as f64 - 1.0;
        KimNelson {
            selection,
            constant: 2.0 * kim_nelson_eta(scenarios, &selection) * degrees_of_freedom,
            first_stage: vec![Vec::new(); scenarios],
            sums: vec![Observation::none(); scenarios],
            variances: Vec::new(),
            survivors: (0..scenarios).collect(),
            screened_out: Vec::new(),
            replications: 0,
        }
    }

    /// Adds the next replication: an observation of each survivor, in their order.
    pub fn add(&mut self, replication: &[Observation]) {
        if self.is_over() {
            return;
        }
        self.replications += 1;
        for (scenario, observation) in self.survivors.iter().zip(replication) {
            self.sums[*scenario].numerator += observation.numerator;
            self.sums[*scenario].denominator += observation.denominator;
            if self.variances.is_empty() {
                self.first_stage[*scenario].push(*observation);
            }
        }
        if self.replications == self.selection.first_stage {
            self.variances = self.of_differences();
        }
        if self.selection.first_stage <= self.replications {
            self.screen();
        }
    }

    fn of_differences(&self) -> Vec<Vec<f64>> {
        let variance = |one: &Vec<Observation>, other: &Vec<Observation>| {
            let pairs = paired_difference(one, other, self.selection.level).difference;
            pairs.standard_deviation.map_or(f64::INFINITY, |spread| spread * spread)
        };
        let stage = &self.first_stage;
        let of = |one| stage.iter().map(|other| variance(one, other)).collect();
        stage.iter().map(of).collect()
    }

    /// All are held against all who were there before this replication.
    fn screen(&mut self) {
        let dropped: Vec<_> = self.survivors.iter().filter_map(|one| self.verdict(*one)).collect();
        self.survivors.retain(|one| dropped.iter().all(|gone| gone.scenario != *one));
        self.screened_out.extend(dropped);
    }

    fn verdict(&self, scenario: usize) -> Option<ScreenedOut> {
        let ahead = self.survivors.iter().filter_map(|other| {
            let lead = self.lead(*other, scenario)? - self.margin(*other, scenario);
            (0.0 < lead).then_some((*other, lead))
        });
        let (behind, _) = ahead.reduce(|most, next| if most.1 < next.1 { next } else { most })?;
        Some(ScreenedOut { scenario, behind, replications: self.replications })
    }

    fn lead(&self, of: usize, over: usize) -> Option<f64> {
        let (of, over) = (self.sums[of].ratio()?, self.sums[over].ratio()?);
        Some(self.selection.aim.advantage(of, over))
    }

    /// How far one may be behind another by chance.
    fn margin(&self, one: usize, other: usize) -> f64 {
        let replications = self.replications as f64;
        let slope = 0.5 * self.selection.indifference / replications;
        (slope * (self.length(one, other) - replications)).max(0.0)
    }

    /// Replications after which nothing is left to chance between two.
    fn length(&self, one: usize, other: usize) -> f64 {
        self.constant * self.variances[one][other] / self.selection.indifference.powi(2)
    }

    /// Scenarios that may still be the best, counted from 0, in ascending order.
    pub fn survivors(&self) -> &[usize] {
        &self.survivors
    }

    /// Who was dropped when, in the order of dropping.
    pub fn screened_out(&self) -> &[ScreenedOut] {
        &self.screened_out
    }

    /// How many replications every survivor has.
    pub fn replications(&self) -> usize {
        self.replications
    }

    /// The number of replications that ends the selection at the latest, as the survivors are now;
    /// none before the end of the first stage.
    pub fn most_replications(&self) -> Option<usize> {
        if self.variances.is_empty() {
            return None;
        }
        let pairs = self.survivors.iter().flat_map(|one| {
            self.survivors.iter().filter(move |other| *other < one).map(move |other| (*one, *other))
        });
        let longest = pairs.map(|(one, other)| self.length(one, other)).fold(0.0, f64::max);
        // A number without bounds becomes the greatest there is.
        Some((longest.floor() as usize).saturating_add(1).max(self.selection.first_stage))
    }

    /// The survivor with the best mean so far, the first of equal ones; none before any has one.
    pub fn leader(&self) -> Option<usize> {
        let means = self.survivors.iter().filter_map(|one| Some((*one, self.sums[*one].ratio()?)));
        let (places, means): (Vec<usize>, Vec<f64>) = means.unzip();
        self.selection.aim.best(&means).map(|best| places[best])
    }

    /// The selected scenario, counted from 0; none as long as there is more than one candidate.
    pub fn selected(&self) -> Option<usize> {
        match self.survivors.as_slice() {
            [one] => Some(*one),
            _ if self.is_over() => self.leader(),
            _ => None,
        }
    }

    /// Whether no further replication is wanted.
    pub fn is_over(&self) -> bool {
        let at_the_end = || self.most_replications().is_some_and(|most| most <= self.replications);
        self.survivors.len() < 2 || at_the_end()
    }
}

#[cfg(test)]
mod tests {
    use super::KimNelson;
    use crate::statistics::ranking::{Aim, Selection};
    use crate::statistics::{Level, Observation};

    const SELECTION: Selection = Selection {
        aim: Aim::Smallest,
        level: Level::NINETY_FIVE,
        indifference: 1.0,
        first_stage: 4,
    };

    fn of(scenarios: &[fn(usize) -> Observation], most: usize) -> KimNelson {
        let mut procedure = KimNelson::new(scenarios.len(), SELECTION);
        for replication in 0..most {
            let survivors = procedure.survivors().to_vec();
            let seen: Vec<_> = survivors.iter().map(|one| scenarios[*one](replication)).collect();
            procedure.add(&seen);
        }
        procedure
    }

    #[test]
    fn one_scenario_is_the_best() {
        let alone = KimNelson::new(1, SELECTION);
        assert_eq!((alone.selected(), alone.replications()), (Some(0), 0));
        assert_eq!(KimNelson::new(0, SELECTION).selected(), None);
    }

    /// With the same luck a difference that is always the same needs no second stage.
    #[test]
    fn constant_differences_are_settled_at_once() {
        let twins: [fn(usize) -> Observation; 3] = [
            |replication| Observation::value([3.0, -1.0, 8.0, 2.0][replication % 4] + 0.01),
            |replication| Observation::value([3.0, -1.0, 8.0, 2.0][replication % 4]),
            |replication| Observation::value([3.0, -1.0, 8.0, 2.0][replication % 4]),
        ];
        let settled = of(&twins, 9);
        assert_eq!((settled.replications(), settled.selected()), (4, Some(1)));
        let dropped = settled.screened_out();
        assert_eq!((dropped.len(), dropped[0].scenario, dropped[0].behind), (1, 0, 1));
    }

    #[test]
    fn figures_per_applicant_are_ratios_of_sums() {
        // 30 / 12 = 2.5 against 2.6; the mean of the own ratios would prefer the second.
        let scenarios: [fn(usize) -> Observation; 2] = [
            |replication| {
                let odd = (replication % 2) as f64;
                Observation { numerator: 5.0 + 20.0 * odd, denominator: 1.0 + 10.0 * odd }
            },
            |_| Observation::value(2.6),
        ];
        let selection = of(&scenarios, 200_000);
        assert_eq!(selection.selected(), Some(0), "{:?}", selection.screened_out());
    }

    #[test]
    fn silence_keeps_everybody() {
        let scenarios: [fn(usize) -> Observation; 2] =
            [|_| Observation::none(), |_| Observation::value(1.0)];
        let silent = of(&scenarios, 20);
        assert_eq!((silent.survivors(), silent.selected()), ([0, 1].as_slice(), None));
        assert_eq!(silent.leader(), Some(1));
    }
}
