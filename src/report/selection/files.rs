//! The files of a selection: a table, a summary for programs and a chart.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{Procedure, Selected, Standing};
use crate::office::Plan;
use crate::report::column::{Cell, Column, Kind, rounded};
use crate::report::language::within;
use crate::report::layout::Layout;
use crate::report::package::Contents;
use crate::report::schema::{SummaryOf, closed};
use crate::report::selection::page;
use crate::report::selection::picture::picture;
use crate::report::selection::{by_name, ranking, verdict};
use crate::report::summary_file::{About, about};
use crate::report::{Manifest, ReportError, json_file, with_one_table, with_page};
use crate::scenario::Language;
use crate::statistics::Estimate;

const COLUMNS: [Column; 13] = [
    Column::new("rank", Kind::Count, "The place of the scenario, from 1: the best mean first"),
    Column::new("scenario", Kind::Text, "The name of its file without the ending"),
    Column::new("standing", Kind::OneOf(STANDINGS), "What became of it"),
    Column::new("replications", Kind::Count, "How often it was played"),
    Column::new("screened_out_by", Kind::Text, "The scenario that it was seen to be behind")
        .or_empty("it was not screened out"),
    Column::new("unit", Kind::Text, "The unit of the figure by which was chosen"),
    Column::estimate("mean", "The figure"),
    Column::estimate("low", "The lower end of its interval"),
    Column::estimate("high", "The upper end of its interval"),
    behind("behind_first", "How far it is behind the first"),
    behind("behind_low", "The lower end of the interval of that"),
    behind("behind_high", "The upper end of the interval of that"),
    Column::new("may_be_as_good", Kind::YesNo, "Whether it may be as good as the first"),
];
const STANDINGS: &[&str] =
    &["selected", "screened out", "behind", "level with the selected", "not decided"];

const fn behind(name: &'static str, meaning: &'static str) -> Column {
    Column::estimate(name, meaning).or_empty("it is the first, or nothing is known")
}

/// What `compare --best` found.
#[derive(Debug, JsonSchema, Serialize)]
struct Summary<'found> {
    /// The version of the program.
    antrean: &'static str,
    selection: SelectionSummary<'found>,
}

/// How was chosen, and which.
#[derive(Debug, JsonSchema, Serialize)]
struct SelectionSummary<'found> {
    #[serde(flatten)]
    figure: About<'found>,
    /// The paper that it is from.
    #[schemars(extend("enum" = ["Kim & Nelson 2001", "Nelson et al. 2001"]))]
    procedure: &'static str,
    /// The least difference that matters, in the unit of the figure.
    indifference: f64,
    /// The promised probability of a correct selection.
    confidence: f64,
    /// Of each scenario.
    at_most_replications: usize,
    decided: bool,
    /// The name of the best; null where it is not decided.
    selected: Option<&'found str>,
    /// In words.
    verdict: String,
    /// In the order of the command.
    scenarios: Vec<CandidateSummary<'found>>,
}

/// A scenario that could be chosen.
#[derive(Debug, JsonSchema, Serialize)]
struct CandidateSummary<'found> {
    /// The name of its file without the ending.
    name: &'found str,
    title: &'found str,
    /// What became of it.
    #[schemars(extend("enum" = STANDINGS))]
    standing: &'static str,
    /// How often it was played.
    replications: usize,
    seed: u64,
    /// The name of the scenario that it was seen to be behind.
    screened_out_by: Option<&'found str>,
    /// The figure.
    mean: Option<f64>,
    /// The lower end of its interval.
    low: Option<f64>,
    /// The upper end of its interval.
    high: Option<f64>,
    /// Of the interval.
    level: f64,
    /// Null for the first.
    behind_first: Option<BehindSummary>,
    /// Whether it may be as good as the first.
    may_be_as_good: bool,
}

/// How far a scenario is behind the first, in the unit of the figure.
#[derive(Debug, JsonSchema, Serialize)]
struct BehindSummary {
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    replications: usize,
    level: f64,
}

/// The files of a selection but its manifest.
///
/// # Errors
/// If a table or the chart cannot be made.
pub fn files(
    found: &Selected,
    repeated: (&Manifest, String),
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let data = within(Language::English, || data_files(found))?;
    let pictures = vec![picture(found)?];
    let plans = found.candidates.iter().map(|of| Plan::new(of.scenario.clone()));
    let plans: Vec<Plan> = plans.collect();
    let content = page::content(found, &plans, &pictures);
    with_page(data, (content, pictures), repeated)
}

/// The files for machines.
fn data_files(found: &Selected) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let layout = Layout::new("selection", "Each scenario and what became of it", COLUMNS)
        .with_key(&["scenario"]);
    let table = layout.csv(rows(found));
    let contents = Contents::of(SummaryOf::Best, vec![layout]);
    with_one_table(json_file(&summary(found))?, table, &contents)
}

/// What `summary.json` may hold.
pub fn schema() -> Schema {
    closed::<Summary<'static>>()
}

fn rows(found: &Selected) -> impl Iterator<Item = [Cell<'_>; 13]> {
    ranking(found).into_iter().zip(1_u32..).map(|(place, rank)| {
        let of = &found.candidates[place];
        let behind = |end: fn(&Estimate) -> Option<f64>| of.behind.as_ref().and_then(end).into();
        [
            rank.into(),
            of.scenario.name.as_str().into(),
            standing(of.standing).into(),
            of.replications.into(),
            screened_out_by(found, place).into(),
            found.figure.measure.unit.name().into(),
            of.estimate.mean.into(),
            of.estimate.low().into(),
            of.estimate.high().into(),
            behind(|behind| behind.mean),
            behind(Estimate::low),
            behind(Estimate::high),
            Cell::yes(found.may_be_as_good(place)),
        ]
    })
}

fn summary(found: &Selected) -> Summary<'_> {
    let figure = &found.figure;
    let selected = found.leader.filter(|_| found.is_decided);
    let selection = SelectionSummary {
        figure: about(figure),
        procedure: match found.procedure {
            Procedure::Sequential => "Kim & Nelson 2001",
            Procedure::TwoStage => "Nelson et al. 2001",
        },
        indifference: found.selecting.selection.indifference,
        confidence: found.selecting.selection.level.value(),
        at_most_replications: found.selecting.most,
        decided: found.is_decided,
        selected: selected.map(|place| found.candidates[place].scenario.name.as_str()),
        verdict: verdict(found, by_name),
        scenarios: (0..found.candidates.len()).map(|place| candidate(found, place)).collect(),
    };
    Summary { antrean: env!("CARGO_PKG_VERSION"), selection }
}

fn candidate(found: &Selected, place: usize) -> CandidateSummary<'_> {
    let of = &found.candidates[place];
    let behind = |behind: &Estimate| BehindSummary {
        mean: behind.mean.map(rounded),
        low: behind.low().map(rounded),
        high: behind.high().map(rounded),
        replications: behind.replications,
        level: rounded(behind.level.value()),
    };
    CandidateSummary {
        name: &of.scenario.name,
        title: &of.scenario.title,
        standing: standing(of.standing),
        replications: of.replications,
        seed: of.scenario.run.seed,
        screened_out_by: screened_out_by(found, place),
        mean: of.estimate.mean.map(rounded),
        low: of.estimate.low().map(rounded),
        high: of.estimate.high().map(rounded),
        level: rounded(of.estimate.level.value()),
        behind_first: of.behind.as_ref().map(behind),
        may_be_as_good: found.may_be_as_good(place),
    }
}

fn screened_out_by(found: &Selected, place: usize) -> Option<&str> {
    match found.candidates[place].standing {
        Standing::ScreenedOut { by } => Some(&found.candidates[by].scenario.name),
        _ => None,
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Selected => "selected",
        Standing::ScreenedOut { .. } => "screened out",
        Standing::Passed => "behind",
        Standing::Level => "level with the selected",
        Standing::NotDecided => "not decided",
    }
}
