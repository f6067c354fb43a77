//! What the summary says of two scenarios, and of two groups of people.

use schemars::JsonSchema;
use serde::Serialize;

use crate::experiment::{Comparison, FigureDifference, GapChange, GroupGap};
use crate::report::column::{SCOPES, rounded};
use crate::report::summary_file::figures::{
    About, EstimateSummary, PrecisionSummary, about, estimated, precise,
};
use crate::report::{Study, served, wording};

/// How a scenario differs from the base.
#[derive(Debug, JsonSchema, Serialize)]
pub struct ComparisonSummary<'study> {
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

/// The gap between the worst- and the best-served group of a kind.
#[derive(Debug, JsonSchema, Serialize)]
pub struct GapSummary<'study> {
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

/// What is said of two scenarios of a study.
pub fn comparison<'study>(
    study: &'study Study,
    of: &'study Comparison,
) -> ComparisonSummary<'study> {
    ComparisonSummary {
        base: &study.results[of.base].plan.scenario.name,
        other: &study.results[of.other].plan.scenario.name,
        differences: of.differences.iter().map(difference).collect(),
        precision: of.precision.iter().map(precise).collect(),
        gaps: of.gaps.iter().map(gap_change).collect(),
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

/// A gap between two groups.
pub fn gap(of: &GroupGap) -> GapSummary<'_> {
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
