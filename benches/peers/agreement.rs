//! Whether two tools say the same of the same office.

use antrean::statistics::Moments;

/// Standard errors beyond which two tools disagree.
pub const TOO_FAR: f64 = 4.0;
/// A relative difference that rounding explains, where a figure hardly varies.
const ROUNDING: f64 = 1e-9;

/// How many standard errors two samples of a figure lie apart. The variance is pooled: if the tools
/// agree it is the same, and a figure that rarely varies shows it in few of them.
pub fn distance(ours: &[f64], theirs: &[f64]) -> f64 {
    let moments = |values: &[f64]| values.iter().copied().collect::<Moments>();
    let (left, right) = (moments(ours), moments(theirs));
    let mean = |moments: &Moments| moments.mean().unwrap_or(f64::NAN);
    let difference = mean(&right) - mean(&left);
    if difference.abs() <= ROUNDING * mean(&left).abs() {
        return 0.0;
    }
    let squares = |moments: &Moments, values: &[f64]| {
        let deviation = moments.standard_deviation().unwrap_or(0.0);
        deviation * deviation * values.len().saturating_sub(1) as f64
    };
    let freedom = ours.len() + theirs.len() - 2;
    let variance = (squares(&left, ours) + squares(&right, theirs)) / freedom as f64;
    difference / (variance * (1.0 / ours.len() as f64 + 1.0 / theirs.len() as f64)).sqrt()
}

/// Whether a distance is one that chance explains; one that is not a number is not.
pub fn agrees(distance: f64) -> bool {
    distance.abs() < TOO_FAR
}
