//! The report: what a study found, as text, tables, charts and files.

pub mod chart;
mod column;
pub mod explain;
mod folder;
mod html;
pub mod kept;
pub mod language;
mod layout;
mod lines;
mod manifest;
mod outlying;
mod package;
#[cfg(feature = "parquet")]
mod parquet_file;
mod pictures;
pub mod planning;
mod precision;
mod schema;
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
mod with_parquet;
mod wording;

pub use folder::{Destination, Existing, FolderError};
pub use manifest::{Manifest, ScenarioText, SourceText, fingerprint};
pub use schema::{SummaryOf, schema};
pub use terminal::summary;
pub use with_parquet::{NO_PARQUET, with_parquet};

use serde::Serialize;
use thiserror::Error;

use crate::experiment::{Comparison, Reading, ScenarioResult};
use crate::report::chart::{Chart, ChartError};
use crate::report::html::Content;
use crate::report::package::{Catalogue, Contents};
use crate::report::pictures::Picture;
use crate::scenario::Language;
use crate::statistics::Level;

/// The page that people read.
const PAGE: &str = "report.html";
/// The figures of a command for programs, in its folder.
const SUMMARY: &str = "summary.json";
/// The ending of tables for programs.
const PARQUET: &str = ".parquet";

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
    #[error("cannot write the summary: {0}")]
    Summary(#[from] serde_json::Error),
    #[error("cannot write the manifest: {0}")]
    Manifest(#[from] toml::ser::Error),
    #[error("cannot write a log: {0}")]
    Log(#[from] std::io::Error),
    #[error("cannot draw a chart: {0}")]
    Chart(#[from] ChartError),
    #[cfg(feature = "parquet")]
    #[error("cannot write a table in Parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
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
    let data = language::within(Language::English, || data_files(study))?;
    let pictures = pictures::pictures(study)?;
    let content = html::content(study, &pictures);
    with_page(data, (content, pictures), (manifest, command))
}

/// The data files of a command, and what people read of it: the page and the charts.
fn with_page(
    data: Vec<(String, Vec<u8>)>,
    (content, pictures): (Content<'_>, Vec<Picture>),
    (manifest, command): (&Manifest, String),
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let repetition = Repetition { manifest, command, results: results_hash(&data) };
    let mut files = data;
    files.push((PAGE.to_string(), html::page(content, &repetition)?));
    files.extend(chart_files(pictures.into_iter().map(|picture| picture.chart))?);
    Ok(files)
}

/// The files for machines.
fn data_files(study: &Study) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let results = &study.results;
    let mut files = vec![
        (SUMMARY.to_string(), summary_file::summary(study)?),
        tables::measures(results).csv(tables::measure_rows(results)),
        tables::series(results).csv(tables::series_rows(results)),
    ];
    if tables::has_gaps(results) {
        files.push(tables::gaps(results).csv(tables::gap_rows(results)));
    }
    files.push(contents(study).file()?);
    Ok(files)
}

/// The files for machines of a command with one table: its summary, the table, and what they are.
fn with_one_table(
    summary: Vec<u8>,
    table: (String, Vec<u8>),
    contents: &Contents,
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    Ok(vec![(SUMMARY.to_string(), summary), table, contents.file()?])
}

/// What the data of a study are.
fn contents(study: &Study) -> Contents {
    let of = if study.comparisons.is_empty() { SummaryOf::Run } else { SummaryOf::Compare };
    let figures = study.results.iter().flat_map(|result| &result.figures);
    let mut contents = Contents::of(of, tables::layouts(&study.results))
        .with_measures(figures.map(|of| of.figure.measure));
    contents.catalogues.push(Catalogue::of_series(&study.results));
    contents
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

/// The hash of results: of data, and not of the dictionary, charts and page that tell of them, nor
/// of the same data in another format, nor of what is kept to go on from.
pub fn results_hash(files: &[(String, Vec<u8>)]) -> String {
    let besides = [PAGE, package::FILE, kept::FILE];
    let is_data = |name: &str| !name.starts_with("charts/") && !besides.contains(&name);
    let data = files.iter().filter(|(name, _)| is_data(name) && !name.ends_with(PARQUET));
    fingerprint(data.map(|(_, contents)| contents.as_slice()))
}
