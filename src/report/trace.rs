//! What happened in one replication: logs for process-mining tools, and the story of one applicant.

mod event_table;
mod log;
mod object_log;
mod story;
mod words;
mod xes;

pub use story::{CHOICES, UnknownApplicant, chosen, story, story_files};

use crate::experiment::Traced;
use crate::report::ReportError;
use crate::report::package::{Contents, Other};
use crate::report::trace::log::Log;

/// How a log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogFormat {
    /// A table: a row for each applicant to whom an event happens.
    Csv,
    /// OCEL 2.0 in JSON: events with all objects that take part.
    Ocel,
    /// XES: a trace for each applicant.
    Xes,
}

/// The logs of scenarios in some formats: names within the folder, and contents.
///
/// # Errors
/// If a log cannot be written.
pub fn files(
    traced: &[Traced],
    formats: &[LogFormat],
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let (mut files, mut tables, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for of in traced {
        let log = Log::new(of);
        for format in formats {
            let other = match format {
                LogFormat::Csv => {
                    let layout = event_table::layout(&log);
                    files.push(layout.csv(event_table::rows(&log)));
                    tables.push(layout);
                    continue;
                }
                LogFormat::Ocel => ("ocel.json", "application/json", object_log::write(&log)?),
                LogFormat::Xes => ("xes", "application/xml", xes::write(&log)?),
            };
            let (ending, mediatype, text) = other;
            let path = format!("{}.{ending}", of.plan.scenario.name);
            let title = "What happened in one replication, for tools of process mining";
            others.push(Other { path: path.clone(), title, mediatype, layout: None });
            files.push((path, text));
        }
    }
    let (title, catalogues) = ("Results of antrean trace".to_string(), Vec::new());
    files.push(Contents { title, summary: None, tables, catalogues, others }.file()?);
    Ok(files)
}
