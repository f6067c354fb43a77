//! The two-stage procedure of Rinott (1978), for scenarios with luck of their own.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::statistics::ranking::Selection;

/// Nodes of the quadrature over a chi-square law, at least.
const NODES: f64 = 96.0;
/// The widest step between nodes, in natural logarithms.
const WIDEST_STEP: f64 = 0.25;
/// What is smaller than `exp(-FORGOTTEN)` of the greatest density is forgotten.
const FORGOTTEN: f64 = 40.0;
/// The accuracy of the constant.
const TOLERANCE: f64 = 1e-10;
const MOST_STEPS: u32 = 200;

/// Rinott's constant `h` for so many scenarios: the solution of
/// `E [E [Phi(h / sqrt(v (1 / X + 1 / Y))) | Y]^(k - 1)] = level`, with independent chi-square `X`
/// and `Y` of `v = n0 - 1` degrees of freedom (Rinott 1978, Communications in Statistics
/// A7:799-811).
///
/// It is not the constant of Dudewicz & Dalal, which is smaller. 0 for a single scenario.
pub fn rinott_constant(scenarios: usize, selection: &Selection) -> f64 {
    if scenarios < 2 {
        return 0.0;
    }
    let rivals = scenarios as f64 - 1.0;
    let law = ChiSquare::new(selection.first_stage.max(2) as f64 - 1.0);
    root(|constant| law.correct_selection(constant, rivals) - selection.level.value())
}

/// How many replications each scenario needs in all: `max(n0, ceil((h S / d)^2))`, with its
/// variance `S^2` in the first stage and the indifference amount `d`. The best of the means over
/// all of them is then selected.
///
/// `constant` is [`rinott_constant`] of as many scenarios as there are variances.
pub fn rinott_sizes(constant: f64, variances: &[f64], selection: &Selection) -> Vec<usize> {
    variances.iter().map(|variance| size(constant, *variance, selection)).collect()
}

/// The size of one scenario for a constant.
pub(super) fn size(constant: f64, variance: f64, selection: &Selection) -> usize {
    let needed = constant * constant * variance / selection.indifference.powi(2);
    (needed.ceil() as usize).max(selection.first_stage)
}

/// A chi-square law as values with weights.
struct ChiSquare {
    /// Values divided by the degrees of freedom, with weights that add up to 1.
    nodes: Vec<(f64, f64)>,
    normal: Normal,
}

impl ChiSquare {
    /// The trapezoidal rule over the logarithm of the value, where the density is smooth and falls
    /// off on both sides, converges faster than any power of the step.
    fn new(degrees_of_freedom: f64) -> Self {
        // The logarithm of the density, less its greatest, at the logarithm of value over mode.
        let density = |place: f64| 0.5 * degrees_of_freedom * (place + 1.0 - place.exp());
        let end = |direction: f64| {
            let forgotten = |place: &f64| density(*place) < -FORGOTTEN;
            let steps = (1..).map(|step| direction * 0.01 * f64::from(step));
            let mut ends = steps.filter(forgotten);
            ends.next().unwrap_or(direction)
        };
        let (low, high) = (end(-1.0), end(1.0));
        let count = NODES.max((high - low) / WIDEST_STEP).ceil();
        let step = (high - low) / count;
        let places = (0..=count as usize).map(|number| low + step * number as f64);
        let nodes: Vec<_> = places.map(|place| (place.exp(), density(place).exp())).collect();
        let whole: f64 = nodes.iter().map(|(_, weight)| weight).sum();
        let nodes = nodes.into_iter().map(|(value, weight)| (value, weight / whole)).collect();
        ChiSquare { nodes, normal: Normal::standard() }
    }

    fn correct_selection(&self, constant: f64, rivals: f64) -> f64 {
        let against_one = |own: f64| -> f64 {
            let beats = |(value, weight): &(f64, f64)| {
                weight * self.normal.cdf(constant / (1.0 / value + 1.0 / own).sqrt())
            };
            self.nodes.iter().map(beats).sum()
        };
        self.nodes.iter().map(|(own, weight)| weight * against_one(*own).powf(rivals)).sum()
    }
}

/// The root of an increasing function that is negative at 0, by false position with halving of the
/// end that stays (Illinois; Dowell & Jarratt 1971).
fn root(function: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = ((0.0, function(0.0)), (1.0, function(1.0)));
    while high.1 < 0.0 {
        low = high;
        high = (2.0 * high.0, function(2.0 * high.0));
    }
    for _ in 0..MOST_STEPS {
        let place = (low.0 * high.1 - high.0 * low.1) / (high.1 - low.1);
        let next = (place, function(place));
        let near = (place - low.0).min(high.0 - place) <= TOLERANCE;
        if near && next.1.abs() <= TOLERANCE {
            return place;
        }
        if next.1 < 0.0 {
            (low, high.1) = (next, 0.5 * high.1);
        } else {
            (high, low.1) = (next, 0.5 * low.1);
        }
    }
    0.5 * (low.0 + high.0)
}

#[cfg(test)]
mod tests {
    use super::{rinott_constant, root};
    use crate::statistics::Level;
    use crate::statistics::ranking::{Aim, Selection};

    fn selection(level: f64, first_stage: usize) -> Selection {
        let level = Level::new(level).expect("a level");
        Selection { aim: Aim::Largest, level, indifference: 1.0, first_stage }
    }

    #[test]
    fn nobody_to_beat_needs_nothing() {
        assert_eq!(rinott_constant(1, &selection(0.95, 10)), 0.0);
    }

    /// For two scenarios and one degree of freedom, X and Y are squares of normal numbers, and
    /// `sqrt(1 / (1 / X + 1 / Y))` has the law of half the modulus of one; so `Phi(h Z / 2)` must
    /// be 3/4 on average at the angle of 45 degrees, where `h` is 2.
    #[test]
    fn the_smallest_case_is_exact() {
        let constant = rinott_constant(2, &selection(0.75, 2));
        assert!((constant - 2.0).abs() < 1e-7, "{constant}");
    }

    /// The widely copied code with 32 nodes has 8.352 here.
    #[test]
    fn a_million_scenarios_do_not_wear_out_the_nodes() {
        let constant = rinott_constant(1_000_000, &selection(0.975, 51));
        assert!((constant - 8.424).abs() < 1e-3, "{constant}");
        assert!((rinott_constant(1_000, &selection(0.975, 51)) - 6.057).abs() < 1e-3);
    }

    #[test]
    fn a_root_far_out_is_found() {
        assert!((root(|place| place * place - 1e6) - 1e3).abs() < 1e-6);
    }
}
