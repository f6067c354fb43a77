//! `summary.json`: every estimate and every difference, for programs.

mod comparisons;
mod figures;

pub use figures::{About, EstimateSummary, TargetSummary, about, estimated, target};

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{FigureResult, Judgement, Reading, ScenarioResult};
use crate::report::column::rounded;
use crate::report::schema::closed;
use crate::report::summary_file::comparisons::{ComparisonSummary, GapSummary, comparison, gap};
use crate::report::summary_file::figures::{PrecisionSummary, precise};
use crate::report::{ReportError, Study, json_file, settling};

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

/// A figure and its estimate.
#[derive(Debug, JsonSchema, Serialize)]
struct FigureSummary<'study> {
    #[serde(flatten)]
    of: About<'study>,
    #[serde(flatten)]
    estimate: EstimateSummary,
}

/// How often the stories of a channel's applicants end so.
#[derive(Debug, JsonSchema, Serialize)]
struct OutcomeSummary {
    channel: &'static str,
    outcome: &'static str,
    /// Of the applicants of the channel, from 0 to 1.
    share: f64,
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
