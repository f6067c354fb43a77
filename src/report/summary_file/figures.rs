//! What summaries say of a figure: what it is about, its estimate, its target, its precision.

use schemars::JsonSchema;
use serde::Serialize;

use crate::experiment::{Attained, Judgement};
use crate::office::Figure;
use crate::report::column::{SCOPES, rounded};
use crate::report::precision::verdict;
use crate::scenario::Bound;
use crate::statistics::{Estimate, Precision};

/// What a figure is about.
#[derive(Debug, JsonSchema, Serialize)]
pub struct About<'study> {
    /// The name of the measure in files and on the command line.
    measure: &'static str,
    /// The measure in words.
    title: &'static str,
    /// The kind of what the figure is of.
    #[schemars(extend("enum" = SCOPES))]
    scope: &'static str,
    /// The origin, channel, lane, kiosk or stage; `all` for everybody.
    of: &'study str,
    /// Of all values of the figure; a share is from 0 to 1.
    unit: &'static str,
    /// Which way the figure is better.
    #[schemars(extend("enum" = ["more", "less", "neither"]))]
    better: &'static str,
}

/// An estimate in the unit of its figure, to nine digits.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EstimateSummary {
    /// Null where no replication has a value.
    mean: Option<f64>,
    /// The lower end of the interval; null where there are too few replications for one.
    low: Option<f64>,
    /// The upper end of the interval; null where there are too few replications for one.
    high: Option<f64>,
    /// Of the values of replications; null where there are too few of them.
    standard_deviation: Option<f64>,
    /// How many replications have a value.
    replications: usize,
}

/// A target, the interval that decides on it, and the verdict.
#[derive(Debug, JsonSchema, Serialize)]
pub struct TargetSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    /// What is to be reached, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<f64>,
    /// What is not to be passed, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    /// Of the verdict.
    confidence: f64,
    #[serde(flatten)]
    estimate: EstimateSummary,
    #[schemars(extend("enum" = ["met", "missed", "not decided by these replications"]))]
    verdict: &'static str,
}

/// How far an interval was to reach to either side, how far it does, and the verdict.
#[derive(Debug, JsonSchema, Serialize)]
pub struct PrecisionSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    /// How far it was to reach, as a share of the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    relative: Option<f64>,
    /// How far it was to reach, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    absolute: Option<f64>,
    /// How far it reaches, in the unit of the figure.
    half_width: Option<f64>,
    #[serde(flatten)]
    estimate: EstimateSummary,
    #[schemars(extend("enum" = ["reached", "not reached"]))]
    verdict: &'static str,
}

/// What a figure is about.
pub fn about(figure: &Figure) -> About<'_> {
    About {
        measure: figure.measure.name,
        title: figure.measure.title,
        scope: figure.scope.kind(),
        of: figure.scope.name(),
        unit: figure.measure.unit.name(),
        better: figure.measure.better.name(),
    }
}

/// An estimate to nine digits.
pub fn estimated(estimate: &Estimate) -> EstimateSummary {
    EstimateSummary {
        mean: estimate.mean.map(rounded),
        low: estimate.low().map(rounded),
        high: estimate.high().map(rounded),
        standard_deviation: estimate.standard_deviation.map(rounded),
        replications: estimate.replications,
    }
}

/// A target on a figure.
pub fn target<'study>(figure: &'study Figure, of: &Judgement) -> TargetSummary<'study> {
    let (at_least, at_most) = match of.target.bound {
        Bound::AtLeast(value) => (Some(value), None),
        Bound::AtMost(value) => (None, Some(value)),
    };
    TargetSummary {
        of: about(figure),
        at_least,
        at_most,
        confidence: of.target.confidence,
        estimate: estimated(&of.estimate),
        verdict: of.verdict.name(),
    }
}

/// How precise a figure was to be, and is.
pub fn precise(of: &Attained) -> PrecisionSummary<'_> {
    let (relative, absolute) = match of.within {
        Precision::Relative(share) => (Some(share), None),
        Precision::Absolute(width) => (None, Some(width)),
    };
    PrecisionSummary {
        of: about(&of.figure),
        relative,
        absolute,
        half_width: of.estimate.half_width.map(rounded),
        estimate: estimated(&of.estimate),
        verdict: verdict(of),
    }
}
