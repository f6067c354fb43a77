//! The files of a selection: a table, a summary for programs and a chart.

use serde::Serialize;

use crate::experiment::{Procedure, Selected, Standing};
use crate::report::language::within;
use crate::report::selection::picture::picture;
use crate::report::selection::{ranking, verdict};
use crate::report::tables::{digits, finished, rounded, text};
use crate::report::{ReportError, chart_files, json_file};
use crate::scenario::Language;
use crate::statistics::Estimate;

const COLUMNS: [&str; 13] = [
    "rank",
    "scenario",
    "standing",
    "replications",
    "screened_out_by",
    "unit",
    "mean",
    "low",
    "high",
    "behind_first",
    "behind_low",
    "behind_high",
    "may_be_as_good",
];

#[derive(Debug, Serialize)]
struct Summary<'found> {
    antrean: &'static str,
    selection: SelectionSummary<'found>,
}

#[derive(Debug, Serialize)]
struct SelectionSummary<'found> {
    #[serde(flatten)]
    figure: FigureSummary<'found>,
    procedure: &'static str,
    indifference: f64,
    /// The promised probability of a correct selection.
    confidence: f64,
    at_most_replications: usize,
    decided: bool,
    selected: Option<&'found str>,
    verdict: String,
    scenarios: Vec<CandidateSummary<'found>>,
}

/// By what was chosen.
#[derive(Debug, Serialize)]
struct FigureSummary<'found> {
    measure: &'static str,
    title: &'static str,
    scope: &'static str,
    of: &'found str,
    unit: &'static str,
    better: &'static str,
}

#[derive(Debug, Serialize)]
struct CandidateSummary<'found> {
    name: &'found str,
    title: &'found str,
    standing: &'static str,
    replications: usize,
    seed: u64,
    screened_out_by: Option<&'found str>,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    level: f64,
    behind_first: Option<BehindSummary>,
    may_be_as_good: bool,
}

#[derive(Debug, Serialize)]
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
pub fn files(found: &Selected) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = within(Language::English, || data_files(found))?;
    files.extend(chart_files([picture(found)?])?);
    Ok(files)
}

/// The files for machines.
fn data_files(found: &Selected) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    Ok(vec![
        ("summary.json".to_string(), json_file(&summary(found))?),
        ("selection.csv".to_string(), table(found)?),
    ])
}

fn table(found: &Selected) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    let shown = |value: Option<f64>| value.map_or(String::new(), digits);
    for (rank, place) in ranking(found).into_iter().enumerate() {
        let of = &found.candidates[place];
        let as_good = if found.may_be_as_good(place) { "yes" } else { "no" };
        let behind = |end: fn(&Estimate) -> Option<f64>| shown(of.behind.as_ref().and_then(end));
        table.write_record([
            (rank + 1).to_string().as_str(),
            &text(&of.scenario.name),
            standing(of.standing),
            &of.replications.to_string(),
            &screened_out_by(found, place).map_or(String::new(), text),
            found.figure.measure.unit.name(),
            &shown(of.estimate.mean),
            &shown(of.estimate.low()),
            &shown(of.estimate.high()),
            &behind(|behind| behind.mean),
            &behind(Estimate::low),
            &behind(Estimate::high),
            as_good,
        ])?;
    }
    finished(table)
}

fn summary(found: &Selected) -> Summary<'_> {
    let figure = &found.figure;
    let selected = found.leader.filter(|_| found.is_decided);
    let figure = FigureSummary {
        measure: figure.measure.name,
        title: figure.measure.title,
        scope: figure.scope.kind(),
        of: figure.scope.name(),
        unit: figure.measure.unit.name(),
        better: figure.measure.better.name(),
    };
    let selection = SelectionSummary {
        figure,
        procedure: match found.procedure {
            Procedure::Sequential => "Kim & Nelson 2001",
            Procedure::TwoStage => "Nelson et al. 2001",
        },
        indifference: found.selecting.selection.indifference,
        confidence: found.selecting.selection.level.value(),
        at_most_replications: found.selecting.most,
        decided: found.is_decided,
        selected: selected.map(|place| found.candidates[place].scenario.name.as_str()),
        verdict: verdict(found),
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
