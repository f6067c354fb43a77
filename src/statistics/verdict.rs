//! What an interval of a difference says in words.

use crate::statistics::Estimate;

/// How the other scenario compares with the base. All amounts are positive, in the unit of the
/// figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// Lower, by between the first and the second amount.
    Lower {
        /// The least and the greatest amount.
        by: (f64, f64),
    },
    /// Higher, by between the first and the second amount.
    Higher {
        /// The least and the greatest amount.
        by: (f64, f64),
    },
    /// The interval contains 0.
    NoDifference {
        /// The end of the interval farther from 0: a greater difference is not to be expected.
        at_most: f64,
    },
    /// Every pair of replications differs by exactly 0.
    Identical,
    /// There is no interval: fewer than two pairs.
    Undecided,
}

impl Verdict {
    /// The verdict on a paired difference, other minus base.
    pub fn of(difference: &Estimate) -> Self {
        match (difference.low(), difference.high()) {
            (Some(0.0), Some(0.0)) => Verdict::Identical,
            (Some(low), Some(high)) if high < 0.0 => Verdict::Lower { by: (-high, -low) },
            (Some(low), Some(high)) if 0.0 < low => Verdict::Higher { by: (low, high) },
            (Some(low), Some(high)) => Verdict::NoDifference { at_most: high.max(-low) },
            _ => Verdict::Undecided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict;
    use crate::statistics::{Estimate, Level};

    fn verdict(mean: f64, half_width: f64) -> Verdict {
        let level = Level::NINETY_FIVE;
        let half_width = Some(half_width);
        let standard_deviation = half_width;
        let mean = Some(mean);
        Verdict::of(&Estimate { mean, half_width, standard_deviation, replications: 9, level })
    }

    #[test]
    fn an_interval_beside_zero_decides() {
        assert_eq!(verdict(3.0, 1.0), Verdict::Higher { by: (2.0, 4.0) });
        assert_eq!(verdict(-3.0, 1.0), Verdict::Lower { by: (2.0, 4.0) });
        assert_eq!(verdict(3.0, 0.0), Verdict::Higher { by: (3.0, 3.0) });
    }

    #[test]
    fn an_interval_that_holds_or_touches_zero_does_not() {
        assert_eq!(verdict(1.0, 3.0), Verdict::NoDifference { at_most: 4.0 });
        assert_eq!(verdict(-1.0, 3.0), Verdict::NoDifference { at_most: 4.0 });
        assert_eq!(verdict(2.0, 2.0), Verdict::NoDifference { at_most: 4.0 });
        assert_eq!(verdict(-2.0, 2.0), Verdict::NoDifference { at_most: 4.0 });
    }

    #[test]
    fn exactly_zero_is_identical() {
        assert_eq!(verdict(0.0, 0.0), Verdict::Identical);
        assert_eq!(verdict(-0.0, 0.0), Verdict::Identical);
        assert_eq!(verdict(0.0, 1e-9), Verdict::NoDifference { at_most: 1e-9 });
    }

    #[test]
    fn without_an_interval_nothing_is_decided() {
        let single = Estimate::of_values(&[0.0], Level::NINETY_FIVE);
        assert_eq!(Verdict::of(&single), Verdict::Undecided);
    }
}
