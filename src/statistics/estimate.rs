//! What replications say of a figure, and how sure that is.

use crate::statistics::{Level, Moments, Observation, finite, pseudo_values};

/// A mean over replications with its confidence interval; never infinite and never not a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean, in the unit of the figure; none if no replication has something to say.
    pub mean: Option<f64>,
    /// From the mean to either end of the interval, in the unit of the figure; none with fewer than
    /// two replications.
    pub half_width: Option<f64>,
    /// The standard deviation between replications, in the unit of the figure; none with fewer than
    /// two.
    pub standard_deviation: Option<f64>,
    /// How many replications have something to say.
    pub replications: usize,
    /// The confidence level of the interval.
    pub level: Level,
}

impl Estimate {
    /// The plain mean of independent values with the t interval `mean +- t(n - 1) s / sqrt(n)`
    /// (Law, ch. 4).
    pub(super) fn of_values(values: &[f64], level: Level) -> Self {
        let moments: Moments = values.iter().copied().collect();
        let spread = moments.standard_deviation().and_then(finite);
        let half_width = |spread| {
            level.student_t(values.len().saturating_sub(1)) * spread / (values.len() as f64).sqrt()
        };
        Estimate {
            mean: moments.mean().and_then(finite),
            half_width: spread.map(half_width).and_then(finite),
            standard_deviation: spread,
            replications: values.len(),
            level,
        }
    }

    /// The lower end of the interval; none without an interval.
    pub fn low(&self) -> Option<f64> {
        finite(self.mean? - self.half_width?)
    }

    /// The upper end of the interval; none without an interval.
    pub fn high(&self) -> Option<f64> {
        finite(self.mean? + self.half_width?)
    }
}

/// The sum of numerators over the sum of denominators, with its delta-method t interval over
/// replications.
///
/// Replications with nothing to say are left out. With equal denominators this is exactly the plain
/// t interval.
pub fn estimate(observations: &[Observation], level: Level) -> Estimate {
    let values: Vec<f64> = pseudo_values(observations).into_iter().flatten().collect();
    Estimate::of_values(&values, level)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::proptest;

    use super::{Estimate, estimate};
    use crate::statistics::{Level, Observation};

    fn of(values: &[f64]) -> Estimate {
        let observations: Vec<_> = values.iter().copied().map(Observation::value).collect();
        estimate(&observations, Level::NINETY_FIVE)
    }

    #[test]
    fn nothing_and_one_value_have_no_interval() {
        assert_eq!((of(&[]).mean, of(&[]).low(), of(&[]).replications), (None, None, 0));
        let single = of(&[3.0]);
        assert_eq!((single.mean, single.half_width, single.high()), (Some(3.0), None, None));
        assert_eq!(single.standard_deviation, None);
    }

    #[test]
    fn equal_values_have_an_interval_of_width_zero() {
        let estimate = of(&[0.1; 12]);
        assert_eq!((estimate.low(), estimate.high()), (Some(0.1), Some(0.1)));
    }

    #[test]
    fn silent_replications_are_not_counted() {
        let values = [Observation::value(1.0), Observation::none(), Observation::value(3.0)];
        let estimate = estimate(&values, Level::NINETY_FIVE);
        assert_eq!((estimate.mean, estimate.replications), (Some(2.0), 2));
        assert_eq!(estimate.half_width, of(&[1.0, 3.0]).half_width);
    }

    #[test]
    fn a_ratio_is_not_a_mean_of_ratios() {
        let ratio = |numerator, denominator| Observation { numerator, denominator };
        let estimate = estimate(&[ratio(2.0, 1.0), ratio(10.0, 3.0)], Level::NINETY_FIVE);
        assert_eq!(estimate.mean, Some(3.0));
        // Pseudo-values 2.5 and 3.5: t(1) s / sqrt(2) = 12.7062 / 2.
        assert!((estimate.half_width.expect("two values") - 6.353_102_368).abs() < 1e-8);
    }

    #[test]
    fn what_overflows_is_absent() {
        let estimate = of(&[f64::MAX, -f64::MAX, f64::MAX]);
        assert_eq!((estimate.mean, estimate.half_width), (None, None));
        assert_eq!(of(&[1e200, 3e200]).mean, Some(2e200));
        assert_eq!(of(&[1e200, 3e200]).half_width, None);
        assert_eq!(of(&[1.0, f64::NAN, 2.0]).mean, None);
    }

    proptest! {
        #[test]
        fn the_mean_is_the_ratio_of_the_sums(pairs in vec((-1e6..1e6f64, 0..40u8), 1..20)) {
            let observations: Vec<_> = pairs.iter().map(|&(numerator, denominator)| Observation {
                numerator,
                denominator: f64::from(denominator),
            }).collect();
            let spoken = || observations.iter().filter(|one| one.denominator != 0.0);
            let numerators: f64 = spoken().map(|observation| observation.numerator).sum();
            let denominators: f64 = spoken().map(|observation| observation.denominator).sum();
            match estimate(&observations, Level::NINETY_FIVE).mean {
                Some(mean) => assert!((mean * denominators - numerators).abs() < 1e-6),
                None => assert_eq!(denominators, 0.0),
            }
        }
    }
}
