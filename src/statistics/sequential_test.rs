//! Whether a mean lies above or below a standard, with as few replications as that takes.

use crate::statistics::ranking::eta;
use crate::statistics::{Level, Moments, Observation};

/// A question about a mean, and how sure its answer is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standard {
    /// What the mean is held against, in the unit of the figure.
    pub value: f64,
    /// So far from the standard either answer will do, in the unit of the figure; greater than 0.
    pub indifference: f64,
    /// The promised probability of the right answer, if the mean is no nearer than that.
    pub level: Level,
    /// Replications from which the variance is taken; at least 2, better 10.
    pub first_stage: usize,
}

/// Where a mean lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below the standard.
    Below,
    /// Not to be told from it: the mean of all replications up to the latest end is the standard
    /// itself, as it is if all replications are.
    On,
    /// Above the standard.
    Above,
}

/// A comparison with a standard in progress: the feasibility check of Andradottir & Kim (2010,
/// *Fully sequential procedures for comparing constrained systems via simulation*, Naval Research
/// Logistics 57:403-421), procedure F_B for one scenario and one constraint, with c = 1.
///
/// After `r` replications, from the first stage of `n0` on, the sum of all excesses over the
/// standard is held against `R(r) = max(0, h2 S2 / (2 d) - d r / 2)`, with the indifference amount
/// `d`, the variance `S2` of the first stage, and `h2 = 2 eta (n0 - 1)`: at `-R(r)` and lower the
/// mean is below, at `R(r)` and higher above. A Brownian motion with drift `d` and variance `s2`
/// leaves this triangle on the wrong side with at most the probability `exp(-h2 S2 / (2 s2)) / 2`
/// (Fabian 1974, *Annals of Statistics* 2:170-176); averaged over `S2`, that is
/// `(1 + 2 eta)^(-(n0 - 1) / 2) / 2`, and `eta` makes it the error that the level leaves. It ends
/// after `h2 S2 / d^2` replications at the latest, for the triangle ends there.
///
/// The excess of a replication with numerator `y` and denominator `x` is `(y - standard * x) / m`,
/// with the mean denominator `m` of the first stage: for plain values their distance from the
/// standard, for figures per applicant a number whose mean has the sign of the ratio less the
/// standard. Unlike a pseudo-value it does not change with later replications.
#[derive(Clone, Debug)]
pub struct SequentialTest {
    standard: Standard,
    constant: f64,
    /// Observations of the first stage that have something to say.
    first_stage: Vec<Observation>,
    /// The mean denominator and the variance of the excesses; none before the end of the stage.
    scale: Option<(f64, f64)>,
    sum: f64,
    replications: usize,
    side: Option<Side>,
}

impl SequentialTest {
    /// Nothing seen yet.
    pub fn new(standard: Standard) -> Self {
        let standard = Standard { first_stage: standard.first_stage.max(2), ..standard };
        let error = 2.0 * standard.level.tail();
        let degrees_of_freedom = standard.first_stage as f64 - 1.0;
        SequentialTest {
            standard,
            constant: 2.0 * eta(error, standard.first_stage) * degrees_of_freedom,
            first_stage: Vec::new(),
            scale: None,
            sum: 0.0,
            replications: 0,
            side: None,
        }
    }

    /// Adds the next replication; nothing if it has nothing to say or the side is known.
    pub fn add(&mut self, observation: Observation) {
        if !observation.speaks() || self.side.is_some() {
            return;
        }
        self.replications += 1;
        match self.scale {
            Some((mean, _)) => self.sum += self.excess(&observation, mean),
            None => self.first_stage.push(observation),
        }
        if self.replications == self.standard.first_stage {
            self.end_first_stage();
        }
        self.side = self.where_it_is();
    }

    fn excess(&self, observation: &Observation, mean_denominator: f64) -> f64 {
        let Observation { numerator, denominator } = *observation;
        (numerator - self.standard.value * denominator) / mean_denominator
    }

    fn end_first_stage(&mut self) {
        let denominators: Moments = self.first_stage.iter().map(|seen| seen.denominator).collect();
        let mean = denominators.mean().unwrap_or(1.0);
        let excesses = || self.first_stage.iter().map(|seen| self.excess(seen, mean));
        let (moments, sum): (Moments, f64) = (excesses().collect(), excesses().sum());
        self.sum = sum;
        self.scale = moments.variance().map(|variance| (mean, variance));
    }

    fn where_it_is(&self) -> Option<Side> {
        let bound = self.bound()?;
        match (self.sum <= -bound, bound <= self.sum) {
            (true, true) => Some(Side::On),
            (true, false) => Some(Side::Below),
            (false, true) => Some(Side::Above),
            (false, false) => None,
        }
    }

    /// The edge of the triangle after the replications so far.
    fn bound(&self) -> Option<f64> {
        let slope = 0.5 * self.standard.indifference;
        Some((slope * (self.length()? - self.replications as f64)).max(0.0))
    }

    fn length(&self) -> Option<f64> {
        let (_, variance) = self.scale?;
        Some(self.constant * variance / self.standard.indifference.powi(2))
    }

    /// Where the mean lies; none as long as it is not known.
    pub fn side(&self) -> Option<Side> {
        self.side
    }

    /// How many replications with something to say were used.
    pub fn replications(&self) -> usize {
        self.replications
    }

    /// The number of replications that ends the comparison at the latest; none before the end of
    /// the first stage.
    pub fn most_replications(&self) -> Option<usize> {
        let length = self.length()?.ceil() as usize;
        Some(length.max(self.standard.first_stage))
    }
}

#[cfg(test)]
mod tests {
    use super::{SequentialTest, Side, Standard};
    use crate::statistics::{Level, Observation};

    const STANDARD: Standard =
        Standard { value: 20.0, indifference: 1.0, level: Level::NINETY_FIVE, first_stage: 10 };

    fn of(observations: impl IntoIterator<Item = Observation>) -> SequentialTest {
        let mut test = SequentialTest::new(STANDARD);
        observations.into_iter().for_each(|observation| test.add(observation));
        test
    }

    #[test]
    fn constant_values_are_settled_by_the_first_stage() {
        for (value, side) in [(19.9, Side::Below), (20.0, Side::On), (20.1, Side::Above)] {
            let test = of([Observation::value(value); 30]);
            assert_eq!((test.side(), test.replications()), (Some(side), 10), "{value}");
        }
        assert_eq!(of([Observation::value(30.0); 9]).side(), None);
    }

    #[test]
    fn silence_is_not_counted() {
        let halves = (0..30).map(|number| match number % 2 {
            0 => Observation::none(),
            _ => Observation::value(3.0),
        });
        let test = of(halves);
        assert_eq!((test.side(), test.replications()), (Some(Side::Below), 10));
    }

    #[test]
    fn the_triangle_by_hand() {
        // Ten values 20 -+ 3: variance 10, eta = (0.1^(-2 / 9) - 1) / 2 = 0.334050,
        // h2 = 6.012905: the triangle ends after 60.13 replications, and is 25.06 high after 10.
        let swing = |number: usize| Observation::value(20.0 + [3.0, -3.0][number % 2]);
        let test = of((0..10).map(swing));
        assert_eq!((test.most_replications(), test.side()), (Some(61), None));
        assert!((test.bound().expect("a variance") - 25.064_523).abs() < 1e-5);
        // From then on 2.5 above the standard each: 10 * 2.5 - 20.06 is the first to be positive.
        let rising = (0..10).map(swing).chain([Observation::value(22.5); 30]);
        let test = of(rising);
        assert_eq!((test.side(), test.replications()), (Some(Side::Above), 19));
        // Every other sum is 3, and the triangle is no higher than that from 55 on.
        let level = of((0..200).map(swing));
        assert_eq!((level.side(), level.replications()), (Some(Side::Above), 55));
    }

    /// A ratio of 2.5 whose own ratios are 5 and 25 / 11: the number of applicants counts.
    #[test]
    fn a_ratio_is_held_against_the_standard_as_a_ratio() {
        let of_kind =
            |odd: f64| Observation { numerator: 5.0 + 20.0 * odd, denominator: 1.0 + 10.0 * odd };
        let side = |value: f64| {
            let mut test = SequentialTest::new(Standard { value, indifference: 0.05, ..STANDARD });
            for number in 0..100_000 {
                test.add(of_kind((number % 2) as f64));
            }
            test.side()
        };
        assert_eq!((side(2.4), side(2.6)), (Some(Side::Above), Some(Side::Below)));
    }
}
