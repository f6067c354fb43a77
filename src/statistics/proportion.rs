//! Intervals for a share of independent trials; a share within a replication is a ratio estimate
//! instead.

use crate::statistics::Level;
use crate::statistics::beta::Beta;

/// The score interval of Wilson (1927), ends from 0 to 1; none without a trial or with more
/// successes than trials.
pub fn wilson(successes: u64, trials: u64, level: Level) -> Option<(f64, f64)> {
    two_sided(successes, trials, |successes| wilson_low(successes, trials, level))
}

/// The exact interval of Clopper & Pearson (1934), which covers at least with the confidence level,
/// ends from 0 to 1; none without a trial or with more successes than trials.
pub fn clopper_pearson(successes: u64, trials: u64, level: Level) -> Option<(f64, f64)> {
    two_sided(successes, trials, |successes| clopper_pearson_low(successes, trials, level))
}

/// The upper end of successes is the lower end of failures, seen from 1.
fn two_sided(successes: u64, trials: u64, low: impl Fn(u64) -> f64) -> Option<(f64, f64)> {
    let failures = trials.checked_sub(successes)?;
    (0 < trials).then(|| (low(successes), 1.0 - low(failures)))
}

/// The product of both ends over the upper end, so that no success gives exactly 0.
fn wilson_low(successes: u64, trials: u64, level: Level) -> f64 {
    let trials = trials as f64;
    let share = successes as f64 / trials;
    let square = level.standard_normal().powi(2) / trials;
    let root = (square * (share * (1.0 - share) + 0.25 * square)).sqrt();
    share * share / (share + 0.5 * square + root)
}

fn clopper_pearson_low(successes: u64, trials: u64, level: Level) -> f64 {
    if successes == 0 {
        return 0.0;
    }
    Beta::new(successes as f64, (trials - successes + 1) as f64).quantile(level.tail())
}

#[cfg(test)]
mod tests {
    use super::{clopper_pearson, wilson};
    use crate::statistics::Level;

    #[test]
    fn nothing_tried_nothing_known() {
        assert_eq!(wilson(0, 0, Level::NINETY_FIVE), None);
        assert_eq!(clopper_pearson(0, 0, Level::NINETY_FIVE), None);
        assert_eq!(wilson(3, 2, Level::NINETY_FIVE), None);
    }

    #[test]
    fn the_ends_are_exact() {
        for interval in [wilson, clopper_pearson] {
            assert_eq!(interval(0, 7, Level::NINETY_FIVE).expect("trials").0, 0.0);
            assert_eq!(interval(7, 7, Level::NINETY_FIVE).expect("trials").1, 1.0);
        }
    }

    #[test]
    fn no_success_has_a_closed_form() {
        // Clopper & Pearson: 1 - tail^(1/n); Wilson: z^2 / (n + z^2).
        let exact = 1.0 - f64::powf(0.025, 0.1);
        let (_, high) = clopper_pearson(0, 10, Level::NINETY_FIVE).expect("trials");
        assert!((high - exact).abs() < 1e-13);
        let square = Level::NINETY_FIVE.standard_normal().powi(2);
        let (_, high) = wilson(0, 10, Level::NINETY_FIVE).expect("trials");
        assert!((high - square / (10.0 + square)).abs() < 1e-14);
    }

    #[test]
    fn many_trials_return() {
        let (low, high) =
            clopper_pearson(500_000_000, 1_000_000_000, Level::NINETY_FIVE).expect("trials");
        assert!((high - low - 2.0 * 1.96 * 0.5e-4 / 3.162_277).abs() < 1e-7, "{low} {high}");
    }
}
