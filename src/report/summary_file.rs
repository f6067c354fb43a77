//! `summary.json`: every estimate and every difference, for programs.

use serde::Serialize;

use crate::experiment::{
    Attained, Comparison, FigureDifference, FigureResult, GapChange, GroupGap, Judgement, Reading,
    ScenarioResult,
};
use crate::office::Figure;
use crate::report::precision::verdict;
use crate::report::served;
use crate::report::tables::rounded;
use crate::report::wording;
use crate::report::{ReportError, Study, json_file, settling};
use crate::scenario::Bound;
use crate::statistics::{Estimate, Precision};

/// The whole file.
#[derive(Debug, Serialize)]
struct Summary<'study> {
    antrean: &'static str,
    level: f64,
    /// How many intervals of figures and differences hold at once with the level; absent where each
    /// is for itself, not adjusted.
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous: Option<usize>,
    scenarios: Vec<ScenarioSummary<'study>>,
    comparisons: Vec<ComparisonSummary<'study>>,
}

#[derive(Debug, Serialize)]
struct ScenarioSummary<'study> {
    name: &'study str,
    title: &'study str,
    first_day: String,
    last_day: String,
    working_days: u32,
    replications: u32,
    seed: u64,
    figures: Vec<FigureSummary<'study>>,
    outcomes: Vec<OutcomeSummary>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapSummary<'study>>,
    #[serde(flatten)]
    said: SaidSummary<'study>,
}

/// What is to be said of what a scenario asks for; nothing where it asks for nothing.
#[derive(Debug, Serialize)]
struct SaidSummary<'study> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetSummary<'study>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    precision: Vec<PrecisionSummary<'study>>,
    /// Such as of a warm-up that is too short.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

/// How far an interval was to reach to either side, how far it does, and the verdict.
#[derive(Debug, Serialize)]
struct PrecisionSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    /// As a share of the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    relative: Option<f64>,
    /// In the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    absolute: Option<f64>,
    half_width: Option<f64>,
    #[serde(flatten)]
    estimate: EstimateSummary,
    verdict: &'static str,
}

/// A target, the interval that decides on it, and the verdict.
#[derive(Debug, Serialize)]
pub struct TargetSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    confidence: f64,
    #[serde(flatten)]
    estimate: EstimateSummary,
    verdict: &'static str,
}

#[derive(Debug, Serialize)]
struct FigureSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    #[serde(flatten)]
    estimate: EstimateSummary,
}

/// What a figure is about.
#[derive(Debug, Serialize)]
pub struct About<'study> {
    measure: &'static str,
    title: &'static str,
    scope: &'static str,
    of: &'study str,
    unit: &'static str,
    better: &'static str,
}

/// An estimate in the unit of its figure, to nine digits.
#[derive(Debug, Serialize)]
pub struct EstimateSummary {
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    standard_deviation: Option<f64>,
    replications: usize,
}

#[derive(Debug, Serialize)]
struct OutcomeSummary {
    channel: &'static str,
    outcome: &'static str,
    share: f64,
}

#[derive(Debug, Serialize)]
struct ComparisonSummary<'study> {
    base: &'study str,
    other: &'study str,
    differences: Vec<DifferenceSummary<'study>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    precision: Vec<PrecisionSummary<'study>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapChangeSummary<'study>>,
}

/// The gap between the worst- and the best-served group of a kind.
#[derive(Debug, Serialize)]
struct GapSummary<'study> {
    measure: &'static str,
    unit: &'static str,
    scope: &'static str,
    worst: &'study str,
    worst_mean: f64,
    best: &'study str,
    best_mean: f64,
    /// Among how many pairs of groups these were chosen: the interval holds for all at once.
    pairs: usize,
    #[serde(flatten)]
    gap: EstimateSummary,
}

/// How a gap differs between two scenarios.
#[derive(Debug, Serialize)]
struct GapChangeSummary<'study> {
    base: GapSummary<'study>,
    other: GapSummary<'study>,
    #[serde(flatten)]
    change: EstimateSummary,
    verdict: String,
}

#[derive(Debug, Serialize)]
struct DifferenceSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    #[serde(flatten)]
    difference: EstimateSummary,
    verdict: String,
    favour: &'static str,
    correlation: Option<f64>,
    times_fewer_replications: Option<f64>,
}

/// The file's text.
///
/// # Errors
/// If it cannot be serialised.
pub fn summary(study: &Study) -> Result<Vec<u8>, ReportError> {
    let summary = Summary {
        antrean: env!("CARGO_PKG_VERSION"),
        level: study.level.value(),
        simultaneous: match study.reading {
            Reading::OneByOne => None,
            Reading::Together(intervals) => Some(intervals),
        },
        scenarios: study.results.iter().map(scenario).collect(),
        comparisons: study.comparisons.iter().map(|of| comparison(study, of)).collect(),
    };
    json_file(&summary)
}

fn scenario(result: &ScenarioResult) -> ScenarioSummary<'_> {
    let scenario = &result.plan.scenario;
    let of_target = |of: &Judgement| target(&result.figures[of.figure].figure, of);
    ScenarioSummary {
        name: &scenario.name,
        title: &scenario.title,
        first_day: scenario.run.start.to_string(),
        last_day: scenario.run.last_date().to_string(),
        working_days: result.plan.working_days(),
        replications: scenario.run.replications,
        seed: scenario.run.seed,
        figures: result.figures.iter().map(figure).collect(),
        outcomes: outcomes(result),
        gaps: result.gaps.iter().map(gap).collect(),
        said: SaidSummary {
            targets: result.targets.iter().map(of_target).collect(),
            precision: result.precision.iter().map(precise).collect(),
            warnings: settling::warning(result).into_iter().collect(),
        },
    }
}

fn figure(result: &FigureResult) -> FigureSummary<'_> {
    FigureSummary { of: about(&result.figure), estimate: estimated(&result.estimate) }
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

fn precise(of: &Attained) -> PrecisionSummary<'_> {
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

fn outcomes(result: &ScenarioResult) -> Vec<OutcomeSummary> {
    let of_channel = |of: &crate::experiment::OutcomeShares| {
        let channel = of.channel.name();
        let one = |(outcome, share): &(crate::office::Outcome, f64)| OutcomeSummary {
            channel,
            outcome: outcome.title(),
            share: rounded(*share),
        };
        of.shares.iter().map(one).collect::<Vec<_>>()
    };
    result.outcomes.iter().flat_map(of_channel).collect()
}

fn comparison<'study>(study: &'study Study, of: &'study Comparison) -> ComparisonSummary<'study> {
    ComparisonSummary {
        base: &study.results[of.base].plan.scenario.name,
        other: &study.results[of.other].plan.scenario.name,
        differences: of.differences.iter().map(difference).collect(),
        precision: of.precision.iter().map(precise).collect(),
        gaps: of.gaps.iter().map(gap_change).collect(),
    }
}

fn gap(of: &GroupGap) -> GapSummary<'_> {
    GapSummary {
        measure: of.measure.name,
        unit: of.measure.unit.name(),
        scope: of.worst.kind(),
        worst: of.worst.name(),
        worst_mean: rounded(of.means[0]),
        best: of.best.name(),
        best_mean: rounded(of.means[1]),
        pairs: of.pairs,
        gap: estimated(&of.gap),
    }
}

fn gap_change(of: &GapChange) -> GapChangeSummary<'_> {
    GapChangeSummary {
        base: gap(&of.base),
        other: gap(&of.other),
        change: estimated(&of.change),
        verdict: served::change(of),
    }
}

fn difference(of: &FigureDifference) -> DifferenceSummary<'_> {
    let measure = of.figure.measure;
    DifferenceSummary {
        of: about(&of.figure),
        difference: estimated(&of.paired.difference),
        verdict: wording::verdict(&of.verdict, measure.unit),
        favour: wording::favour(&of.verdict, measure.better),
        correlation: of.paired.correlation.map(rounded),
        times_fewer_replications: of.paired.variance_ratio.map(rounded),
    }
}
