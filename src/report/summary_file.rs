//! `summary.json`: every estimate and every difference, for programs.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{
    Attained, Comparison, FigureDifference, FigureResult, GapChange, GroupGap, Judgement, Reading,
    ScenarioResult,
};
use crate::office::Figure;
use crate::report::column::{SCOPES, rounded};
use crate::report::precision::verdict;
use crate::report::schema::closed;
use crate::report::served;
use crate::report::wording;
use crate::report::{ReportError, Study, json_file, settling};
use crate::scenario::Bound;
use crate::statistics::{Estimate, Precision};

/// What `run` or `compare` found.
#[derive(Debug, JsonSchema, Serialize)]
struct Summary<'study> {
    /// The version of the program.
    antrean: &'static str,
    /// The confidence level of the intervals.
    level: f64,
    /// How many intervals of figures and differences hold at once with the level; absent where each
    /// is for itself, not adjusted.
    #[serde(skip_serializing_if = "Option::is_none")]
    simultaneous: Option<usize>,
    /// In the order of the command.
    scenarios: Vec<ScenarioSummary<'study>>,
    /// Of each scenario but the first with the first; none of a `run`.
    comparisons: Vec<ComparisonSummary<'study>>,
}

/// What was found for one scenario.
#[derive(Debug, JsonSchema, Serialize)]
struct ScenarioSummary<'study> {
    /// The name of its file without the ending.
    name: &'study str,
    title: &'study str,
    /// The first measured day.
    first_day: String,
    /// The last measured day.
    last_day: String,
    /// Among the measured days.
    working_days: u32,
    /// How often it was played.
    replications: u32,
    seed: u64,
    figures: Vec<FigureSummary<'study>>,
    /// How the stories of applicants end, by channel.
    outcomes: Vec<OutcomeSummary>,
    /// Absent where there are no groups of people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapSummary<'study>>,
    #[serde(flatten)]
    said: SaidSummary<'study>,
}

/// What is to be said of what a scenario asks for; nothing where it asks for nothing.
#[derive(Debug, JsonSchema, Serialize)]
struct SaidSummary<'study> {
    /// Absent where the scenario has none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetSummary<'study>>,
    /// Figures that were to be so precise; absent where none was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    precision: Vec<PrecisionSummary<'study>>,
    /// Such as of a warm-up that is too short; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

/// How far an interval was to reach to either side, how far it does, and the verdict.
#[derive(Debug, JsonSchema, Serialize)]
struct PrecisionSummary<'study> {
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

/// A figure and its estimate.
#[derive(Debug, JsonSchema, Serialize)]
struct FigureSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    #[serde(flatten)]
    estimate: EstimateSummary,
}

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

/// How often the stories of a channel's applicants end so.
#[derive(Debug, JsonSchema, Serialize)]
struct OutcomeSummary {
    channel: &'static str,
    outcome: &'static str,
    /// Of the applicants of the channel, from 0 to 1.
    share: f64,
}

/// How a scenario differs from the base.
#[derive(Debug, JsonSchema, Serialize)]
struct ComparisonSummary<'study> {
    /// The name of the base.
    base: &'study str,
    /// The name of the other scenario.
    other: &'study str,
    /// Of each figure: the other less the base.
    differences: Vec<DifferenceSummary<'study>>,
    /// Differences that were to be so precise; absent where none was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    precision: Vec<PrecisionSummary<'study>>,
    /// How gaps between groups of people differ; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<GapChangeSummary<'study>>,
}

/// The gap between the worst- and the best-served group of a kind.
#[derive(Debug, JsonSchema, Serialize)]
struct GapSummary<'study> {
    /// The name of the measure.
    measure: &'static str,
    unit: &'static str,
    /// The kind of the groups.
    #[schemars(extend("enum" = SCOPES))]
    scope: &'static str,
    /// The worst-served group.
    worst: &'study str,
    /// Its mean.
    worst_mean: f64,
    /// The best-served group.
    best: &'study str,
    /// Its mean.
    best_mean: f64,
    /// Among how many pairs of groups these were chosen: the interval holds for all at once.
    pairs: usize,
    #[serde(flatten)]
    gap: EstimateSummary,
}

/// How a gap differs between two scenarios.
#[derive(Debug, JsonSchema, Serialize)]
struct GapChangeSummary<'study> {
    /// The gap in the base.
    base: GapSummary<'study>,
    /// The gap in the other scenario.
    other: GapSummary<'study>,
    #[serde(flatten)]
    change: EstimateSummary,
    /// In words.
    verdict: String,
}

/// The difference in a figure: the other less the base, of the same applicants.
#[derive(Debug, JsonSchema, Serialize)]
struct DifferenceSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    #[serde(flatten)]
    difference: EstimateSummary,
    /// In words.
    verdict: String,
    /// Whether the difference is for the better; empty where neither is.
    #[schemars(extend("enum" = ["better", "worse", ""]))]
    favour: &'static str,
    /// Between the values of both in the same replication.
    correlation: Option<f64>,
    /// How many times fewer replications the same applicants took than others would have.
    times_fewer_replications: Option<f64>,
}

/// What the file may hold.
pub fn schema() -> Schema {
    closed::<Summary<'static>>()
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
