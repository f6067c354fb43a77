//! How far an estimate lies from an exact value.

use crate::statistics::Estimate;

/// A share of the value, or of 1, that is lost in the last bits of sums and means.
const ROUNDING: f64 = 1e-12;

/// Standard errors from an exact value to an estimate, less what is `tolerated` of the difference;
/// negative where the estimate is too low.
///
/// Infinite where all replications agree on another value; none where the estimate says nothing or
/// has no spread to judge by.
pub fn deviation(estimate: &Estimate, value: f64, tolerated: f64) -> Option<f64> {
    let difference = estimate.mean? - value;
    let error = estimate.standard_deviation? / (estimate.replications as f64).sqrt();
    let lost = ROUNDING * value.abs().max(1.0);
    let beyond = difference.abs() - tolerated.max(lost);
    Some(if beyond <= 0.0 { 0.0 } else { (beyond / error).copysign(difference) })
}

#[cfg(test)]
mod tests {
    use super::deviation;
    use crate::statistics::{Estimate, Level};

    fn of(values: &[f64]) -> Estimate {
        Estimate::of_values(values, Level::NINETY_FIVE)
    }

    #[test]
    fn standard_errors_by_hand() {
        // Mean 4, squares 36, variance 9, standard error 3 / sqrt(5).
        let estimate = of(&[1.0, 1.0, 7.0, 7.0, 4.0]);
        let error = 3.0 / 5.0_f64.sqrt();
        let found = deviation(&estimate, 1.0, 0.0).expect("a spread");
        assert!((found - 3.0 / error).abs() < 1e-9, "{found}");
        let below = deviation(&estimate, 7.0, 1.0).expect("a spread");
        assert!((below + 2.0 / error).abs() < 1e-9, "{below}");
        assert_eq!(deviation(&estimate, 4.5, 0.5), Some(0.0));
    }

    #[test]
    fn what_never_varies_is_right_or_wrong() {
        assert_eq!(deviation(&of(&[0.1; 9]), 0.1, 0.0), Some(0.0));
        assert_eq!(deviation(&of(&[0.0; 9]), 0.0, 0.0), Some(0.0));
        assert_eq!(deviation(&of(&[0.1; 9]), 0.2, 0.0), Some(f64::NEG_INFINITY));
        assert_eq!(deviation(&of(&[0.2; 9]), 0.1, 0.0), Some(f64::INFINITY));
    }

    #[test]
    fn silence_is_no_agreement() {
        assert_eq!(deviation(&of(&[]), 0.0, 0.0), None);
        assert_eq!(deviation(&of(&[1.0]), 1.0, 0.0), None);
    }
}
