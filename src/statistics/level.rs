//! The confidence level of an interval, and the critical values that go with it.

use std::error::Error;
use std::fmt;

use statrs::distribution::{ContinuousCDF, Normal};

use crate::statistics::beta::Beta;

/// The confidence level of a two-sided interval, strictly between 0 and 1: the share of such
/// intervals that cover.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// The customary level.
    pub const NINETY_FIVE: Level = Level(0.95);

    /// The level as a fraction, such as 0.95.
    ///
    /// # Errors
    ///
    /// A value that is not strictly between 0 and 1.
    pub fn new(value: f64) -> Result<Self, LevelError> {
        let valid = 0.0 < value && value < 1.0;
        if valid { Ok(Level(value)) } else { Err(LevelError { value }) }
    }

    /// The level as a fraction.
    pub fn value(self) -> f64 {
        self.0
    }

    /// The level of each of so many intervals which all hold at once with the probability of this
    /// one, however they depend on each other (Bonferroni).
    pub fn of_each(self, intervals: usize) -> Level {
        let lacking = (1.0 - self.0) / intervals.max(1) as f64;
        // A level never rounds to certainty.
        Level((1.0 - lacking).min(1.0 - f64::EPSILON))
    }

    /// The probability left out on either side: half of what the level lacks to 1.
    pub fn tail(self) -> f64 {
        0.5 * (1.0 - self.0)
    }

    /// The value which a t variable exceeds with the probability of one tail.
    ///
    /// Exact identity: with `y = t^2 / (d + t^2)`, `P(|T| <= t)` is the beta(1/2, d/2) probability
    /// of `y` (NIST DLMF 8.17, Abramowitz & Stegun 26.7.1). Not finite for 0 degrees of freedom,
    /// nor for 1 degree and a level within about 1e-8 of 1.
    pub fn student_t(self, degrees_of_freedom: usize) -> f64 {
        if degrees_of_freedom == 0 {
            return f64::INFINITY;
        }
        let degrees = degrees_of_freedom as f64;
        let share = Beta::new(0.5, 0.5 * degrees).quantile(self.0);
        (degrees * share / (1.0 - share)).sqrt()
    }

    /// The value which a standard normal variable exceeds with the probability of one tail.
    pub fn standard_normal(self) -> f64 {
        -Normal::standard().inverse_cdf(self.tail())
    }
}

/// A number that is not a confidence level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelError {
    value: f64,
}

impl fmt::Display for LevelError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value;
        write!(formatter, "confidence level {value} is not strictly between 0 and 1")?;
        if 1.0 < value && value < 100.0 {
            write!(formatter, "; for {value} % write {}", value / 100.0)
        } else {
            write!(formatter, "; 95 %, for example, is 0.95")
        }
    }
}

impl Error for LevelError {}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn only_fractions_are_levels() {
        for value in [0.0, 1.0, -0.1, 95.0, f64::NAN, f64::INFINITY] {
            assert!(Level::new(value).is_err(), "{value} was taken");
        }
        assert_eq!(Level::new(0.95), Ok(Level::NINETY_FIVE));
    }

    #[test]
    fn intervals_share_what_a_level_lacks() {
        let each = Level::NINETY_FIVE.of_each(5);
        assert!((each.value() - 0.99).abs() < 1e-15);
        assert!((Level::NINETY_FIVE.of_each(1).value() - 0.95).abs() < 1e-15);
        assert!(Level::NINETY_FIVE.of_each(usize::MAX).value() < 1.0);
    }

    #[test]
    fn a_percentage_is_told_what_to_write() {
        let message = Level::new(95.0).expect_err("a percentage").to_string();
        assert!(message.ends_with("for 95 % write 0.95"), "{message}");
        let message = Level::new(100.0).expect_err("certainty").to_string();
        assert!(message.ends_with("is 0.95"), "{message}");
    }

    #[test]
    fn t_approaches_the_normal_value() {
        // Abramowitz & Stegun 26.7.5: z + (z^3 + z) / 4d + ...
        let level = Level::NINETY_FIVE;
        let normal = level.standard_normal();
        let expected = normal + (normal.powi(3) + normal) / 4e6;
        assert!((normal - 1.959_963_984_540_054).abs() < 1e-12);
        assert!((level.student_t(1_000_000) - expected).abs() < 1e-8);
    }

    #[test]
    fn extreme_levels_return() {
        let barely = Level::new(f64::MIN_POSITIVE).expect("above 0");
        assert!(barely.student_t(5) < 1e-300);
        let almost = Level::new(1.0 - f64::EPSILON).expect("below 1");
        assert!(8.0 < almost.student_t(1_000));
        assert_eq!(almost.student_t(0), f64::INFINITY);
    }

    #[test]
    fn one_degree_of_freedom_is_the_cauchy_law() {
        let level = Level::new(0.5).expect("a level");
        assert!((level.student_t(1) - 1.0).abs() < 1e-14);
    }
}
