//! The log as a table, a row for each applicant to whom an event happens.

use crate::report::ReportError;
use crate::report::tables::{finished, text};
use crate::report::trace::log::{DETAILS, Log};

const COLUMNS: [&str; 11] = [
    "event",
    "applicant",
    "family",
    "activity",
    "time",
    "transition",
    "origin",
    "channel",
    "lane",
    "kiosk",
    "stage",
];

/// The table. Rows of the same event have the same `event`.
///
/// # Errors
/// If a row cannot be written.
pub fn write(log: &Log<'_>) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS.into_iter().chain(DETAILS.map(|(name, ..)| name)))?;
    let demand = &log.plan.scenario.demand;
    for (happening, event) in log.events() {
        let details = DETAILS.map(|(name, ..)| {
            let detail = event.details.iter().find(|(of, _)| *of == name);
            detail.map_or("", |(_, value)| value.as_str())
        });
        for identity in happening.identities() {
            let row = [
                event.id.clone(),
                log.register.applicant(identity),
                log.register.family(identity),
                text(&event.activity),
                event.time.clone(),
                event.transition.to_string(),
                text(&demand.origins[usize::from(happening.origin)].name),
                happening.channel.name().to_string(),
                text(&demand.lanes[usize::from(happening.lane.0)].name),
                text(event.kiosk),
                text(event.stage),
            ];
            table.write_record(row.iter().map(String::as_str).chain(details))?;
        }
    }
    finished(table)
}
