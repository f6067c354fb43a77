//! Intervals for a quantile from the order of independent values alone.

use crate::statistics::Level;
use crate::statistics::beta::Beta;

/// The ranks, counted from 1, of the two values that enclose a quantile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrderStatisticInterval {
    /// The rank of the lower end; none if the sample is too small to bound the quantile from below.
    pub lower: Option<usize>,
    /// The rank of the upper end; none if the sample is too small to bound the quantile from above.
    pub upper: Option<usize>,
    /// The exact probability that the interval covers the quantile, for a continuous law.
    pub coverage: f64,
}

/// The interval for the `probability` quantile of `count` independent values, whatever their law,
/// with at most [`Level::tail`] of risk on either side (Conover, *Practical Nonparametric
/// Statistics*, 3.2).
///
/// Outside 0 to 1 there is no quantile, and no end.
pub fn order_statistic_interval(
    count: usize,
    probability: f64,
    level: Level,
) -> OrderStatisticInterval {
    if !(0.0..=1.0).contains(&probability) {
        return OrderStatisticInterval { lower: None, upper: None, coverage: 1.0 };
    }
    let below = Ranks { count, probability };
    let lower = below.leading(|rank| below.fewer_than(rank) <= level.tail());
    let upper = 1 + below.leading(|rank| level.tail() < below.at_least(rank));
    OrderStatisticInterval {
        lower: (1 <= lower).then_some(lower),
        upper: (upper <= count).then_some(upper),
        coverage: below.at_least(lower) - below.at_least(upper),
    }
}

/// How many of `count` values lie below the quantile: a binomial number.
struct Ranks {
    count: usize,
    probability: f64,
}

impl Ranks {
    /// The probability of at least `number` successes, through the beta law (NIST DLMF 8.17.5).
    fn at_least(&self, number: usize) -> f64 {
        if number == 0 {
            1.0
        } else if self.count < number {
            0.0
        } else {
            let failures = (self.count - number + 1) as f64;
            Beta::new(number as f64, failures).cumulative(self.probability)
        }
    }

    /// The probability of fewer than `number` successes, without the cancellation of 1 minus the
    /// other.
    fn fewer_than(&self, number: usize) -> f64 {
        let failures = (self.count - number + 1) as f64;
        Beta::new(failures, number as f64).cumulative(1.0 - self.probability)
    }

    /// How many ranks from 1 on satisfy a condition that, once false, stays false.
    fn leading(&self, holds: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if holds(middle) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::{OrderStatisticInterval, order_statistic_interval};
    use crate::statistics::Level;

    fn interval(count: usize, probability: f64) -> OrderStatisticInterval {
        order_statistic_interval(count, probability, Level::NINETY_FIVE)
    }

    #[test]
    fn a_small_sample_has_no_ends() {
        let none = OrderStatisticInterval { lower: None, upper: None, coverage: 1.0 };
        assert_eq!(interval(0, 0.5), none);
        assert_eq!(interval(1, 0.5), none);
        assert_eq!(interval(100, f64::NAN), none);
        assert_eq!(interval(100, 1.5), none);
    }

    #[test]
    fn the_least_and_the_greatest_bound_at_the_ends() {
        assert_eq!((interval(10, 0.0).lower, interval(10, 0.0).upper), (None, Some(1)));
        assert_eq!((interval(10, 1.0).lower, interval(10, 1.0).upper), (Some(10), None));
    }

    #[test]
    fn coverage_by_hand() {
        // Six values and a median: all but the two outcomes in which all lie on one side.
        let six = interval(6, 0.5);
        assert_eq!((six.lower, six.upper), (Some(1), Some(6)));
        assert!((six.coverage - (1.0 - 2.0 / 64.0)).abs() < 1e-14);
    }

    #[test]
    fn a_large_sample_is_nearly_normal() {
        // 500 000 -+ 1.96 * 500.
        let large = interval(1_000_000, 0.5);
        assert_eq!((large.lower, large.upper), (Some(499_020), Some(500_981)));
        assert!(0.95 <= large.coverage && large.coverage < 0.9502);
    }
}
