//! Screening before the second stage (Nelson, Swann, Goldsman & Song 2001), for many scenarios with
//! luck of their own.

use crate::statistics::ranking::Selection;
use crate::statistics::ranking::rinott::{rinott_constant, size};
use crate::statistics::{Level, Moments};

/// Who passes the first stage, and how much is still to be played.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// Scenarios that may still be the best, counted from 0, in ascending order.
    pub survivors: Vec<usize>,
    /// How many replications each survivor needs in all.
    pub sizes: Vec<usize>,
}

/// Screens scenarios after the first stage, with half of the error that the level leaves, and sizes
/// the second stage after Rinott for the other half.
///
/// Scenario `i` passes if no other is ahead by more than `max(0, t sqrt((Si^2 + Sj^2) / n0) - d)`,
/// with the `t` quantile of `n0 - 1` degrees of freedom at `(1 - a / 2)^(1 / (k - 1))` (Nelson,
/// Swann, Goldsman & Song 2001, *Operations Research* 49:950-963). The best of the means over all
/// replications of the survivors is then selected. `first_stage` has the moments of each scenario.
pub fn nsgs(first_stage: &[Moments], selection: &Selection) -> Screening {
    let half = Selection { level: selection.level.of_each(2), ..*selection };
    let quantile = quantile(first_stage.len(), &half);
    let passes = |one: &usize| {
        let one = &first_stage[*one];
        first_stage.iter().all(|other| !is_behind(one, other, quantile, selection))
    };
    let survivors: Vec<usize> = (0..first_stage.len()).filter(passes).collect();
    let constant = rinott_constant(first_stage.len(), &half);
    let variance = |one: usize| first_stage[one].variance().unwrap_or(0.0);
    let sizes = survivors.iter().map(|one| size(constant, variance(*one), selection)).collect();
    Screening { survivors, sizes }
}

fn quantile(scenarios: usize, half: &Selection) -> f64 {
    let rivals = scenarios.saturating_sub(1).max(1) as f64;
    let probability = half.level.value().powf(1.0 / rivals);
    let level = Level::new(2.0 * probability - 1.0).unwrap_or(half.level);
    level.student_t(half.first_stage.max(2) - 1)
}

fn is_behind(one: &Moments, other: &Moments, quantile: f64, selection: &Selection) -> bool {
    let figures = |of: &Moments| Some((of.mean()?, of.variance()?));
    let (Some(one), Some(other)) = (figures(one), figures(other)) else {
        return false;
    };
    let error = ((one.1 + other.1) / selection.first_stage.max(2) as f64).sqrt();
    let margin = (quantile * error - selection.indifference).max(0.0);
    margin < selection.aim.advantage(other.0, one.0)
}

#[cfg(test)]
mod tests {
    use super::nsgs;
    use crate::statistics::ranking::{Aim, Selection};
    use crate::statistics::{Level, Moments};

    #[test]
    fn one_scenario_needs_no_second_stage() {
        let selection = Selection {
            aim: Aim::Smallest,
            level: Level::NINETY_FIVE,
            indifference: 0.1,
            first_stage: 3,
        };
        let alone: Moments = [1.0, 2.0, 30.0].into_iter().collect();
        let screening = nsgs(&[alone], &selection);
        assert_eq!((screening.survivors, screening.sizes), (vec![0], vec![3]));
    }

    /// A margin is never negative: else the best would drop itself.
    #[test]
    fn a_great_indifference_keeps_the_best() {
        let selection = Selection {
            aim: Aim::Smallest,
            level: Level::NINETY_FIVE,
            indifference: 1e9,
            first_stage: 3,
        };
        let near = |mean: f64| [mean - 1.0, mean, mean + 1.0].into_iter().collect::<Moments>();
        let screening = nsgs(&[near(5.0), near(4.0), near(6.0)], &selection);
        assert_eq!((screening.survivors, screening.sizes), (vec![1], vec![3]));
    }
}
