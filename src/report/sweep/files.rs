//! The files of a sweep: every figure at every point, for spreadsheets and for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::experiment::{PointFigure, Sweep, SweepPoint};
use crate::office::Figure;
use crate::report::language::within;
use crate::report::summary_file::{
    About, EstimateSummary, TargetSummary, about, estimated, target,
};
use crate::report::sweep::pictures::pictures;
use crate::report::sweep::terminal::short;
use crate::report::tables::{digits, finished, text};
use crate::report::{ReportError, chart_files, json_file};
use crate::report::{targets, wording};
use crate::scenario::{Language, Lever};

const COLUMNS: [&str; 8] =
    ["measure", "scope", "of", "unit", "mean", "low", "high", "replications"];
const OF_TARGETS: [&str; 2] = ["target", "verdict"];
const OF_BASE: [&str; 4] = ["less_base", "less_base_low", "less_base_high", "less_base_verdict"];

/// The whole of `summary.json`.
#[derive(Debug, Serialize)]
struct Summary<'sweep> {
    antrean: &'static str,
    level: f64,
    title: &'sweep str,
    design: &'static str,
    keys: Vec<KeySummary<'sweep>>,
    points: Vec<PointSummary<'sweep>>,
}

#[derive(Debug, Serialize)]
struct KeySummary<'sweep> {
    key: &'sweep str,
    values: &'sweep [String],
}

#[derive(Debug, Serialize)]
struct PointSummary<'sweep> {
    values: BTreeMap<&'sweep str, &'sweep str>,
    replications: u32,
    figures: Vec<FigureSummary<'sweep>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetSummary<'sweep>>,
}

#[derive(Debug, Serialize)]
struct FigureSummary<'sweep> {
    #[serde(flatten)]
    of: About<'sweep>,
    #[serde(flatten)]
    estimate: EstimateSummary,
    #[serde(skip_serializing_if = "Option::is_none")]
    less_base: Option<EstimateSummary>,
}

/// All files but the manifest; charts and summary hold the chosen figures, the table all of them.
///
/// # Errors
/// If one cannot be made.
pub fn files(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = within(Language::English, || data_files(sweep, chosen))?;
    files.extend(chart_files(pictures(sweep, chosen)?)?);
    Ok(files)
}

/// The files for machines.
fn data_files(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    Ok(vec![
        ("summary.json".to_string(), summary(sweep, chosen)?),
        ("sweep.csv".to_string(), rows(sweep)?),
    ])
}

fn summary(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<u8>, ReportError> {
    let summary = Summary {
        antrean: env!("CARGO_PKG_VERSION"),
        level: sweep.level.value(),
        title: &sweep.title,
        design: sweep.design.name(),
        keys: sweep.keys.iter().map(key).collect(),
        points: sweep.points.iter().map(|of| point(sweep, of, chosen)).collect(),
    };
    json_file(&summary)
}

fn key(of: &Lever) -> KeySummary<'_> {
    KeySummary { key: &of.key, values: &of.values }
}

fn point<'sweep>(
    sweep: &'sweep Sweep,
    of: &'sweep SweepPoint,
    chosen: &[Figure],
) -> PointSummary<'sweep> {
    let keys = sweep.keys.iter().zip(&of.values);
    PointSummary {
        values: keys.map(|(key, value)| (key.key.as_str(), key.values[*value].as_str())).collect(),
        replications: of.replications,
        figures: chosen.iter().filter_map(|figure| of.figure(figure)).map(figure).collect(),
        targets: of
            .targets
            .iter()
            .map(|judgement| target(&of.figures[judgement.figure].figure, judgement))
            .collect(),
    }
}

fn figure(of: &PointFigure) -> FigureSummary<'_> {
    FigureSummary {
        of: about(&of.figure),
        estimate: estimated(&of.estimate),
        less_base: of.difference.as_ref().map(|of| estimated(&of.difference)),
    }
}

/// `sweep.csv`: one row for each point and figure.
fn rows(sweep: &Sweep) -> Result<Vec<u8>, ReportError> {
    let has_targets = sweep.points.iter().any(|point| !point.targets.is_empty());
    let figures = || sweep.points.iter().flat_map(|point| &point.figures);
    let has_base = figures().any(|of| of.difference.is_some());
    let mut table = csv::Writer::from_writer(Vec::new());
    let keys = sweep.keys.iter().map(|key| key.key.clone());
    let columns = COLUMNS.into_iter();
    let columns = columns.chain(OF_TARGETS.into_iter().filter(|_| has_targets));
    let columns = columns.chain(OF_BASE.into_iter().filter(|_| has_base));
    table.write_record(keys.chain(columns.map(str::to_string)))?;
    for point in &sweep.points {
        let keys = sweep.keys.iter().zip(&point.values);
        let keys: Vec<String> = keys.map(|(key, value)| plain(&key.values[*value])).collect();
        for of in &point.figures {
            let judged = judged(point, &of.figure);
            let row = keys.iter().cloned().chain(estimate(of));
            let row = row.chain(judged.into_iter().filter(|_| has_targets));
            table.write_record(row.chain(less_base(of).into_iter().filter(|_| has_base)))?;
        }
    }
    finished(table)
}

/// A value of a key: numbers as they are, and texts that no spreadsheet takes for a formula.
fn plain(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(_) => value.to_string(),
        Err(_) => text(value.trim_matches('"')),
    }
}

fn estimate(of: &PointFigure) -> [String; 8] {
    let (measure, scope) = (of.figure.measure, &of.figure.scope);
    let [mean, low, high] = [of.estimate.mean, of.estimate.low(), of.estimate.high()].map(shown);
    [
        measure.name.to_string(),
        scope.kind().to_string(),
        text(scope.name()),
        measure.unit.name().to_string(),
        mean,
        low,
        high,
        of.estimate.replications.to_string(),
    ]
}

/// What is to be reached, and the verdict; of several targets one after the other.
fn judged(point: &SweepPoint, figure: &Figure) -> [String; 2] {
    let unit = figure.measure.unit;
    let (bounds, verdicts): (Vec<String>, Vec<&str>) = point
        .judgements(figure)
        .map(|of| (targets::bound_in_words(of.target.bound, unit), short(of.verdict)))
        .unzip();
    [bounds.join("; "), verdicts.join("; ")]
}

fn less_base(of: &PointFigure) -> [String; 4] {
    let difference = of.difference.as_ref().map(|of| of.difference);
    let [mean, low, high] = [
        difference.and_then(|of| of.mean),
        difference.and_then(|of| of.low()),
        difference.and_then(|of| of.high()),
    ]
    .map(shown);
    let verdict = of.verdict().map(|verdict| wording::verdict(&verdict, of.figure.measure.unit));
    [mean, low, high, verdict.unwrap_or_default()]
}

fn shown(value: Option<f64>) -> String {
    value.map_or(String::new(), digits)
}
