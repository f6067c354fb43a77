//! The report: what a study found, as text, tables, charts and files.

pub mod chart;
pub mod explain;
mod folder;
mod html;
pub mod kept;
pub mod language;
mod lines;
mod manifest;
mod outlying;
mod pictures;
pub mod planning;
mod precision;
mod section;
pub mod selection;
pub mod sensitivity;
mod served;
mod settling;
mod stations;
mod summary_file;
pub mod sweep;
mod tables;
mod targets;
mod terminal;
pub mod trace;
pub mod verification;
mod wording;

pub use folder::{Destination, Existing, FolderError};
pub use manifest::{Manifest, ScenarioText, SourceText, fingerprint};
pub use terminal::summary;

use serde::Serialize;
use thiserror::Error;

use crate::experiment::{Comparison, Reading, ScenarioResult};
use crate::report::chart::{Chart, ChartError};
use crate::scenario::Language;
use crate::statistics::Level;

/// The page that people read.
const PAGE: &str = "report.html";

/// What a command found: results of scenarios, and comparisons of the first with the others.
#[derive(Debug)]
pub struct Study {
    pub results: Vec<ScenarioResult>,
    pub comparisons: Vec<Comparison>,
    /// What the intervals promise together with `reading`.
    pub level: Level,
    pub reading: Reading,
    /// By scenario, the command that tells what happened in a replication, but for its number.
    pub traces: Vec<String>,
}

/// What it takes to make the results of a study again.
#[derive(Debug)]
pub struct Repetition<'study> {
    pub manifest: &'study Manifest,
    /// The command without folders, so that it is the same wherever it was typed.
    pub command: String,
    /// Hash of the data files.
    pub results: String,
}

/// Why a report cannot be made.
#[derive(Debug, Error)]
pub enum ReportError {
    #[error("cannot write a table: {0}")]
    Table(#[from] csv::Error),
    #[error("cannot write the summary: {0}")]
    Summary(#[from] serde_json::Error),
    #[error("cannot write the manifest: {0}")]
    Manifest(#[from] toml::ser::Error),
    #[error("cannot write a log: {0}")]
    Log(#[from] std::io::Error),
    #[error("cannot draw a chart: {0}")]
    Chart(#[from] ChartError),
    #[error("cannot write the page: {0}")]
    Page(#[from] askama::Error),
}

/// The files of a study but its manifest: names within the folder, and contents. The command is
/// without folders.
///
/// # Errors
/// If a table, chart or page cannot be made.
pub fn files(
    study: &Study,
    manifest: &Manifest,
    command: String,
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = language::within(Language::English, || data_files(study))?;
    let repetition = Repetition { manifest, command, results: results_hash(&files) };
    let pictures = pictures::pictures(study)?;
    files.push((PAGE.to_string(), html::page(study, &pictures, &repetition)?));
    files.extend(chart_files(pictures.into_iter().map(|picture| picture.chart))?);
    Ok(files)
}

/// The files for machines.
fn data_files(study: &Study) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = vec![
        ("summary.json".to_string(), summary_file::summary(study)?),
        ("measures.csv".to_string(), tables::measures(&study.results)?),
        ("series.csv".to_string(), tables::series(&study.results)?),
    ];
    if study.results.iter().any(|result| !result.gaps.is_empty()) {
        files.push(("gaps.csv".to_string(), tables::gaps(&study.results)?));
    }
    Ok(files)
}

/// Each chart as a drawing and as a picture.
fn chart_files(
    charts: impl IntoIterator<Item = Chart>,
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = Vec::new();
    for chart in charts {
        let png = chart::png(&chart.svg)?;
        files.push((format!("charts/{}.svg", chart.stem), chart.svg.into_bytes()));
        files.push((format!("charts/{}.png", chart.stem), png));
    }
    Ok(files)
}

/// A summary for programs, as the text of a file.
fn json_file(summary: &impl Serialize) -> Result<Vec<u8>, ReportError> {
    let mut text = serde_json::to_vec_pretty(summary)?;
    text.push(b'\n');
    Ok(text)
}

/// The hash of results: of data, and not of the charts and the page that show them, nor of what is
/// kept to go on from.
pub fn results_hash(files: &[(String, Vec<u8>)]) -> String {
    let shown = |name: &str| name.starts_with("charts/") || [PAGE, kept::FILE].contains(&name);
    let data = files.iter().filter(|(name, _)| !shown(name));
    fingerprint(data.map(|(_, contents)| contents.as_slice()))
}
