//! Whether two tools say the same of the same office.

use antrean::statistics::{Level, Moments};

/// The share of chance within 4 standard errors of a normal law; what is rarer is no chance.
const WITHIN_FOUR: f64 = 0.999_936_657_516_334;
/// A relative difference that rounding explains, where a figure hardly varies.
const ROUNDING: f64 = 1e-9;

/// How far apart two tools are in a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// In standard errors.
    pub errors: f64,
    /// Degrees of freedom of the standard error: with few replications it is itself uncertain.
    freedom: usize,
}

impl Distance {
    /// From our sample of a figure to theirs. The variance is pooled: if the tools agree it is the
    /// same, and a figure that rarely varies shows it in few replications.
    pub fn new(ours: &[f64], theirs: &[f64]) -> Distance {
        let moments = |values: &[f64]| values.iter().copied().collect::<Moments>();
        let (left, right) = (moments(ours), moments(theirs));
        let mean = |moments: &Moments| moments.mean().unwrap_or(f64::NAN);
        let difference = mean(&right) - mean(&left);
        let freedom = (ours.len() + theirs.len()).saturating_sub(2);
        if difference.abs() <= ROUNDING * mean(&left).abs() {
            return Distance { errors: 0.0, freedom };
        }
        let squares = |moments: &Moments, values: &[f64]| {
            let deviation = moments.standard_deviation().unwrap_or(0.0);
            deviation * deviation * values.len().saturating_sub(1) as f64
        };
        let variance = (squares(&left, ours) + squares(&right, theirs)) / freedom as f64;
        let replications = 1.0 / ours.len() as f64 + 1.0 / theirs.len() as f64;
        Distance { errors: difference / (variance * replications).sqrt(), freedom }
    }

    /// Whether chance explains it, as 4 standard errors of a normal law would be; what is not a
    /// number is not explained.
    pub fn agrees(self) -> bool {
        let level = Level::new(WITHIN_FOUR).expect("a share");
        self.errors.abs() <= level.student_t(self.freedom)
    }
}
