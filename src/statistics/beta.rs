//! The beta law, from which the t, binomial and Clopper-Pearson figures follow.

use statrs::function::beta::ln_beta;

/// A beta law with shapes `first` and `second`, both greater than 0.
///
/// statrs 0.19 has one as well, but with shapes beyond some ten thousand its continued fraction is
/// cut off too early and its inverse drifts, then never returns (t quantile of 10^9 degrees of
/// freedom).
pub(super) struct Beta {
    first: f64,
    second: f64,
    ln_beta: f64,
}

/// Steps of the continued fraction; it needs about the square root of the greater shape.
const GREATEST_STEPS: u32 = 1_000_000;

impl Beta {
    /// The law with these shapes.
    pub(super) fn new(first: f64, second: f64) -> Self {
        Beta { first, second, ln_beta: ln_beta(first, second) }
    }

    /// The probability of a value of at most `x`: the regularised incomplete beta function.
    pub(super) fn cumulative(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if 1.0 <= x {
            1.0
        } else if x < (self.first + 1.0) / (self.first + self.second + 2.0) {
            self.below(x)
        } else {
            1.0 - self.mirrored().below(1.0 - x)
        }
    }

    /// The value whose cumulative probability is `probability`, by bisection to the last bit.
    pub(super) fn quantile(&self, probability: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        loop {
            let middle = 0.5 * (low + high);
            if middle <= low || high <= middle {
                return middle;
            }
            if self.cumulative(middle) < probability {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    fn mirrored(&self) -> Self {
        Beta { first: self.second, second: self.first, ln_beta: self.ln_beta }
    }

    fn below(&self, x: f64) -> f64 {
        let ln_power = self.first * x.ln() + self.second * (-x).ln_1p();
        (ln_power - self.ln_beta).exp() / (self.first * self.continued_fraction(x))
    }

    /// `1 + c1 / (1 + c2 / (1 + ...))` by the method of Lentz (NIST DLMF 8.17.22 and 3.10(iii)).
    fn continued_fraction(&self, x: f64) -> f64 {
        let (mut value, mut upper, mut lower) = (1.0, 1.0, 0.0);
        for step in 1..GREATEST_STEPS {
            let coefficient = self.coefficient(step, x);
            lower = 1.0 / nonzero(1.0 + coefficient * lower);
            upper = nonzero(1.0 + coefficient / upper);
            value *= upper * lower;
            if (upper * lower - 1.0).abs() <= f64::EPSILON {
                break;
            }
        }
        value
    }

    /// The coefficients of NIST DLMF 8.17.23.
    fn coefficient(&self, step: u32, x: f64) -> f64 {
        let half = f64::from(step / 2);
        let place = self.first + f64::from(step);
        let numerator = if step.is_multiple_of(2) {
            half * (self.second - half)
        } else {
            -(self.first + half) * (self.first + self.second + half)
        };
        numerator / (place * (place - 1.0)) * x
    }
}

fn nonzero(value: f64) -> f64 {
    if value == 0.0 { f64::MIN_POSITIVE } else { value }
}

#[cfg(test)]
mod tests {
    use super::Beta;

    fn assert_close(actual: f64, expected: f64) {
        assert!((actual - expected).abs() <= 1e-12, "{actual} is not {expected}");
    }

    #[test]
    fn the_uniform_and_the_arcsine_laws_are_beta_laws() {
        for x in [0.0, 1e-9, 0.1, 0.5, 0.9, 1.0] {
            let arcsine = f64::asin(f64::sqrt(x)) / std::f64::consts::FRAC_PI_2;
            assert_close(Beta::new(1.0, 1.0).cumulative(x), x);
            assert_close(Beta::new(0.5, 0.5).cumulative(x), arcsine);
            assert_close(Beta::new(0.5, 0.5).quantile(arcsine), x);
        }
    }

    #[test]
    fn one_large_shape_has_a_closed_form() {
        let shape = 1e9;
        let expected = -f64::exp_m1(f64::ln(0.975) / shape);
        let quantile = Beta::new(1.0, shape).quantile(0.025);
        assert!((quantile / expected - 1.0).abs() < 1e-6, "{quantile} is not {expected}");
    }

    #[test]
    fn a_large_symmetric_law_is_nearly_normal_and_centred() {
        // Half-width of the middle 95 %: 1.959964 standard deviations of sqrt(1 / (4 (2a + 1))).
        let law = Beta::new(1e6, 1e6);
        assert!((law.cumulative(0.5) - 0.5).abs() < 1e-8);
        let expected = 1.959_964 * f64::sqrt(0.25 / (2e6 + 1.0));
        assert!(((0.5 - law.quantile(0.025)) / expected - 1.0).abs() < 1e-5);
    }
}
