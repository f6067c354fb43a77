//! Laws of durations: what the planner states by mean and spread, drawn in whole milliseconds.

use rand::RngExt;
use rand_distr::{Exp1, Gamma, LogNormal, Normal, Triangular, Weibull};
use thiserror::Error;

use crate::random::Stream;
use crate::time::Span;

/// A probability law of a duration. All parameters are kept in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    Constant(Span),
    Exponential {
        mean: f64,
    },
    Uniform {
        low: f64,
        high: f64,
    },
    Triangular {
        law: Triangular<f64>,
        low: f64,
        mean: f64,
    },
    LogNormal {
        law: LogNormal<f64>,
        mean: f64,
    },
    Gamma {
        law: Gamma<f64>,
        mean: f64,
    },
    Weibull {
        law: Weibull<f64>,
        mean: f64,
    },
    /// The only law here that may be negative: for punctuality, not for services.
    Normal {
        law: Normal<f64>,
        mean: f64,
    },
    /// Values with their cumulative weights.
    Empirical {
        values: Vec<Span>,
        cumulative: Vec<f64>,
    },
}

/// Why parameters do not make a law.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum LawError {
    #[error("the mean must be more than 0")]
    MeanNotPositive,
    #[error("the lowest value must not lie above the highest")]
    LowAboveHigh,
    #[error("the values must be in order: low <= mode <= high")]
    ModeOutside,
    #[error("the coefficient of variation (cv) must be a number from 0 up")]
    SpreadNegative,
    #[error("a Weibull shape must be from 0.1 to 100")]
    ShapeOutside,
    #[error("an Erlang law needs 1 to 1000 phases")]
    PhasesOutside,
    #[error("there must be as many weights as values, at least one, none negative, not all 0")]
    WeightsWrong,
    #[error("these parameters are too extreme to draw from")]
    Extreme,
}

impl Law {
    /// Exponential by its mean (not its rate).
    ///
    /// # Errors
    /// The mean must be positive.
    pub fn exponential(mean: Span) -> Result<Law, LawError> {
        Ok(Law::Exponential { mean: positive(mean)? })
    }

    /// Uniform between two values.
    ///
    /// # Errors
    /// `low` must not lie above `high`.
    pub fn uniform(low: Span, high: Span) -> Result<Law, LawError> {
        match low.cmp(&high) {
            std::cmp::Ordering::Greater => Err(LawError::LowAboveHigh),
            std::cmp::Ordering::Equal => Ok(Law::Constant(low)),
            std::cmp::Ordering::Less => Ok(Law::Uniform { low: real(low), high: real(high) }),
        }
    }

    /// Triangular by its lowest, most likely and highest value; all equal is a constant.
    ///
    /// # Errors
    /// The three must be in order.
    pub fn triangular(low: Span, mode: Span, high: Span) -> Result<Law, LawError> {
        if low == mode && mode == high {
            return Ok(Law::Constant(mode));
        }
        let law = Triangular::new(real(low), real(high), real(mode))
            .map_err(|_| LawError::ModeOutside)?;
        let mean = (real(low) + real(mode) + real(high)) / 3.0;
        Ok(Law::Triangular { law, low: real(low), mean })
    }

    /// Log-normal by mean and coefficient of variation of the variable itself, not of its
    /// logarithm.
    ///
    /// # Errors
    /// The mean must be positive, the coefficient of variation not negative; 0 is a constant.
    pub fn lognormal(mean: Span, cv: f64) -> Result<Law, LawError> {
        let Some(value) = spread(mean, cv)? else { return Ok(Law::Constant(mean)) };
        let law = LogNormal::from_mean_cv(value, cv).map_err(|_| LawError::Extreme)?;
        Ok(Law::LogNormal { law, mean: value })
    }

    /// Gamma by mean and coefficient of variation: shape 1 / cv^2.
    ///
    /// # Errors
    /// The mean must be positive, the coefficient of variation not negative; 0 is a constant.
    pub fn gamma(mean: Span, cv: f64) -> Result<Law, LawError> {
        let Some(value) = spread(mean, cv)? else { return Ok(Law::Constant(mean)) };
        let law = Gamma::new(1.0 / (cv * cv), value * cv * cv).map_err(|_| LawError::Extreme)?;
        Ok(Law::Gamma { law, mean: value })
    }

    /// Erlang: the sum of `phases` independent exponential phases, by the mean of the sum.
    ///
    /// # Errors
    /// The mean must be positive, the phases from 1 to 1000.
    pub fn erlang(mean: Span, phases: u32) -> Result<Law, LawError> {
        let value = positive(mean)?;
        if !(1..=1000).contains(&phases) {
            return Err(LawError::PhasesOutside);
        }
        let shape = f64::from(phases);
        let law = Gamma::new(shape, value / shape).map_err(|_| LawError::Extreme)?;
        Ok(Law::Gamma { law, mean: value })
    }

    /// Weibull by its mean and shape: scale = mean / Gamma(1 + 1 / shape).
    ///
    /// # Errors
    /// The mean must be positive, the shape from 0.1 to 100.
    pub fn weibull(mean: Span, shape: f64) -> Result<Law, LawError> {
        let value = positive(mean)?;
        if !(0.1..=100.0).contains(&shape) {
            return Err(LawError::ShapeOutside);
        }
        let scale = value / libm::tgamma(1.0 + 1.0 / shape);
        let law = Weibull::new(scale, shape).map_err(|_| LawError::Extreme)?;
        Ok(Law::Weibull { law, mean: value })
    }

    /// Normal by mean and standard deviation; may be negative.
    ///
    /// # Errors
    /// The standard deviation must not be negative; 0 is a constant.
    pub fn normal(mean: Span, standard_deviation: Span) -> Result<Law, LawError> {
        if standard_deviation == Span::ZERO {
            return Ok(Law::Constant(mean));
        }
        if standard_deviation < Span::ZERO {
            return Err(LawError::SpreadNegative);
        }
        let law =
            Normal::new(real(mean), real(standard_deviation)).map_err(|_| LawError::Extreme)?;
        Ok(Law::Normal { law, mean: real(mean) })
    }

    /// One of the given values, each with its weight.
    ///
    /// # Errors
    /// There must be as many weights as values, none negative and not all 0.
    pub fn empirical(values: Vec<Span>, weights: &[f64]) -> Result<Law, LawError> {
        let usable = weights.iter().all(|&weight| weight.is_finite() && 0.0 <= weight);
        let mut total = 0.0;
        let running = |weight: &f64| {
            total += weight;
            total
        };
        let cumulative: Vec<f64> = weights.iter().map(running).collect();
        if !usable || total <= 0.0 || values.len() != weights.len() {
            return Err(LawError::WeightsWrong);
        }
        Ok(Law::Empirical { values, cumulative })
    }

    /// Whether a draw can be negative.
    pub fn may_be_negative(&self) -> bool {
        match self {
            Law::Constant(value) => *value < Span::ZERO,
            Law::Uniform { low, .. } | Law::Triangular { low, .. } => *low < 0.0,
            Law::Normal { .. } => true,
            Law::Empirical { values, .. } => values.iter().any(|value| *value < Span::ZERO),
            Law::Exponential { .. }
            | Law::LogNormal { .. }
            | Law::Gamma { .. }
            | Law::Weibull { .. } => false,
        }
    }

    /// The expected duration, to the nearest millisecond.
    pub fn mean(&self) -> Span {
        match self {
            Law::Constant(value) => *value,
            Law::Uniform { low, high } => whole((low + high) / 2.0),
            Law::Empirical { values, cumulative } => whole(weighted_mean(values, cumulative)),
            Law::Exponential { mean }
            | Law::Triangular { mean, .. }
            | Law::LogNormal { mean, .. }
            | Law::Gamma { mean, .. }
            | Law::Weibull { mean, .. }
            | Law::Normal { mean, .. } => whole(*mean),
        }
    }

    /// A draw, to the nearest millisecond.
    #[inline]
    pub fn sample(&self, stream: &mut Stream) -> Span {
        whole(match self {
            Law::Constant(value) => return *value,
            // What an office draws most, without a call.
            Law::LogNormal { law, .. } => stream.sample(law),
            Law::Exponential { mean } => exponential(*mean, stream),
            other => other.draw(stream),
        })
    }

    /// A draw in milliseconds.
    fn draw(&self, stream: &mut Stream) -> f64 {
        match self {
            Law::Constant(value) => real(*value),
            Law::Exponential { mean } => exponential(*mean, stream),
            Law::Uniform { low, high } => low + stream.uniform() * (high - low),
            Law::Triangular { law, .. } => stream.sample(law),
            Law::LogNormal { law, .. } => stream.sample(law),
            Law::Gamma { law, .. } => stream.sample(law),
            Law::Weibull { law, .. } => stream.sample(law),
            Law::Normal { law, .. } => stream.sample(law),
            Law::Empirical { values, cumulative } => real(values[stream.index(cumulative)]),
        }
    }
}

#[inline]
fn exponential(mean: f64, stream: &mut Stream) -> f64 {
    let unit: f64 = stream.sample(Exp1);
    unit * mean
}

fn real(span: Span) -> f64 {
    span.milliseconds() as f64
}

/// Rounds to whole milliseconds; a draw beyond the range of the clock stops at 1,000 years.
fn whole(milliseconds: f64) -> Span {
    const LONGEST: f64 = 1_000.0 * 366.0 * 86_400_000.0;
    let half_up = milliseconds.clamp(-LONGEST, LONGEST) + 0.5;
    // The conversion cuts towards 0, which is one too high below it; `floor` would be a call.
    let cut = half_up as i64;
    Span::from_milliseconds(cut - i64::from(half_up < cut as f64))
}

fn positive(mean: Span) -> Result<f64, LawError> {
    if mean <= Span::ZERO { Err(LawError::MeanNotPositive) } else { Ok(real(mean)) }
}

/// The mean in milliseconds, or `None` where a spread of 0 makes the law a constant.
fn spread(mean: Span, cv: f64) -> Result<Option<f64>, LawError> {
    if !(cv.is_finite() && 0.0 <= cv) {
        return Err(LawError::SpreadNegative);
    }
    positive(mean).map(|value| (0.0 < cv).then_some(value))
}

fn weighted_mean(values: &[Span], cumulative: &[f64]) -> f64 {
    let mut before = 0.0;
    let mut sum = 0.0;
    for (value, &edge) in values.iter().zip(cumulative) {
        sum += real(*value) * (edge - before);
        before = edge;
    }
    sum / before
}

#[cfg(test)]
mod tests {
    use super::{Law, LawError};
    use crate::random::Streams;
    use crate::time::Span;

    const MEAN: Span = Span::from_minutes(12);

    fn laws() -> Vec<(Law, f64)> {
        let minutes = Span::from_minutes;
        let ok = |law: Result<Law, LawError>| law.expect("these parameters make a law");
        vec![
            (Law::Constant(MEAN), 0.0),
            (ok(Law::exponential(MEAN)), 1.0),
            (ok(Law::uniform(minutes(6), minutes(18))), 0.288_675),
            (ok(Law::triangular(minutes(6), minutes(9), minutes(21))), 0.270_031),
            (ok(Law::lognormal(MEAN, 0.5)), 0.5),
            (ok(Law::gamma(MEAN, 0.7)), 0.7),
            (ok(Law::erlang(MEAN, 4)), 0.5),
            (ok(Law::weibull(MEAN, 2.0)), 0.522_723),
            (ok(Law::normal(MEAN, minutes(3))), 0.25),
            (ok(Law::empirical(vec![minutes(6), minutes(18)], &[1.0, 1.0])), 0.5),
        ]
    }

    #[test]
    fn draws_have_the_stated_mean_and_spread() {
        for (law, cv) in laws() {
            let streams = Streams::new(1, 0);
            let draw = |entity| law.sample(&mut streams.stream(entity, 3)).minutes();
            let values: Vec<f64> = (0..40_000).map(draw).collect();
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let square = |value: &f64| (value - mean).powi(2);
            let variance = values.iter().map(square).sum::<f64>() / values.len() as f64;
            assert!((mean / 12.0 - 1.0).abs() < 0.02, "{law:?}: mean {mean}");
            assert!((variance.sqrt() / 12.0 - cv).abs() < 0.025, "{law:?}: cv {}", variance.sqrt());
            assert_eq!(law.mean(), MEAN, "{law:?}");
        }
    }

    #[test]
    fn golden_draws_hold() {
        let draw = |(law, _): &(Law, f64)| {
            law.sample(&mut Streams::new(2019, 0).stream(1, 2)).milliseconds()
        };
        let draws: Vec<i64> = laws().iter().map(draw).collect();
        assert_eq!(draws, GOLDEN);
    }

    const GOLDEN: [i64; 10] = [
        720_000, 276_187, 742_630, 708_971, 661_975, 629_687, 680_306, 645_964, 730_497, 1_080_000,
    ];

    #[test]
    fn impossible_parameters_are_refused() {
        let minutes = Span::from_minutes;
        assert_eq!(Law::exponential(Span::ZERO), Err(LawError::MeanNotPositive));
        assert_eq!(Law::lognormal(MEAN, -0.5), Err(LawError::SpreadNegative));
        assert_eq!(Law::gamma(MEAN, f64::NAN), Err(LawError::SpreadNegative));
        assert_eq!(Law::uniform(minutes(2), minutes(1)), Err(LawError::LowAboveHigh));
        let disordered = Law::triangular(minutes(5), minutes(3), minutes(9));
        assert_eq!(disordered, Err(LawError::ModeOutside));
        assert_eq!(Law::erlang(MEAN, 0), Err(LawError::PhasesOutside));
        assert_eq!(Law::weibull(MEAN, 0.0), Err(LawError::ShapeOutside));
        assert_eq!(Law::empirical(vec![MEAN], &[0.0]), Err(LawError::WeightsWrong));
        assert_eq!(Law::empirical(vec![MEAN], &[1.0, 1.0]), Err(LawError::WeightsWrong));
    }

    #[test]
    fn no_spread_is_a_constant() {
        assert_eq!(Law::lognormal(MEAN, 0.0), Ok(Law::Constant(MEAN)));
        assert_eq!(Law::uniform(MEAN, MEAN), Ok(Law::Constant(MEAN)));
        assert_eq!(Law::triangular(MEAN, MEAN, MEAN), Ok(Law::Constant(MEAN)));
    }
}
