//! The log as a table, a row for each applicant to whom an event happens.

use crate::office::Happening;
use crate::report::column::{Cell, Column, Kind};
use crate::report::layout::Layout;
use crate::report::trace::log::{Log, LogEvent};

const AT_ONE: &str = "it does not happen at one";
const NOT_SUCH: &str = "the event is another";

/// Before the details that events may have.
const COLUMNS: [Column; 11] = [
    Column::new("event", Kind::Text, "The event; rows of a family's event have the same"),
    Column::new("applicant", Kind::Text, "The applicant: the case of a process"),
    Column::new("family", Kind::Text, "The family of the applicant"),
    Column::new("activity", Kind::Text, "What happens"),
    Column::new("time", Kind::Time, "When, by the clock of the office"),
    Column::new("transition", Kind::OneOf(TRANSITIONS), "Which part of an activity it is"),
    Column::new("origin", Kind::Text, "The applicant's origin"),
    Column::new("channel", Kind::Text, "By what the applicant books at the time"),
    Column::new("lane", Kind::Text, "The applicant's lane"),
    Column::new("kiosk", Kind::Text, "The kiosk site").or_empty(AT_ONE),
    Column::new("stage", Kind::Text, "The stage").or_empty(AT_ONE),
];
const TRANSITIONS: &[&str] = &["schedule", "start", "complete"];

/// The details, in the order of [`crate::report::trace::log::DETAILS`].
const DETAILS: [Column; 6] = [
    Column::new("appointed", Kind::Time, "When a booking is for").or_empty(NOT_SUCH),
    Column::new("lead_working_days", Kind::Count, "From a booking to the day it is for")
        .in_unit("working days")
        .or_empty(NOT_SUCH),
    Column::new("lead_calendar_days", Kind::Count, "From a booking to the day it is for")
        .in_unit("days")
        .or_empty(NOT_SUCH),
    Column::new("waited_minutes", Kind::Number, "Before a service that begins")
        .in_unit("minutes")
        .or_empty(NOT_SUCH),
    Column::new(
        "working_days_to_ready",
        Kind::Count,
        "From the interview to a passport's being ready",
    )
    .in_unit("working days")
    .or_empty(NOT_SUCH),
    Column::new("outcome", Kind::Text, "How a story ends").or_empty(NOT_SUCH),
];

/// The table of a log.
pub fn layout(log: &Log<'_>) -> Layout {
    let columns = COLUMNS.into_iter().chain(DETAILS);
    Layout::new(log.plan.scenario.name.as_str(), "What happened in one replication", columns)
        .with_key(&["event", "applicant"])
}

/// Its rows. Those of the same event have the same `event`.
pub fn rows<'run>(log: &Log<'run>) -> impl Iterator<Item = Vec<Cell<'run>>> {
    log.events().flat_map(|(happening, event)| {
        let rows = happening.identities();
        rows.map(|identity| row(log, (happening, &event), identity)).collect::<Vec<_>>()
    })
}

fn row<'run>(
    log: &Log<'run>,
    (happening, event): (&Happening, &LogEvent<'run>),
    identity: u64,
) -> Vec<Cell<'run>> {
    let demand = &log.plan.scenario.demand;
    let there = |text: &'run str| Cell::from(Some(text).filter(|text| !text.is_empty()));
    let known = [
        event.id.clone().into(),
        log.register.applicant(identity).into(),
        log.register.family(identity).into(),
        event.activity.clone().into(),
        event.time.clone().into(),
        event.transition.into(),
        demand.origins[usize::from(happening.origin)].name.as_str().into(),
        happening.channel.name().into(),
        demand.lanes[usize::from(happening.lane.0)].name.as_str().into(),
        there(event.kiosk),
        there(event.stage),
    ];
    let detail = |column: Column| {
        let detail = event.details.iter().find(|(of, _)| *of == column.name);
        detail.map_or(Cell::Nothing, |(_, value)| value.clone().into())
    };
    known.into_iter().chain(DETAILS.map(detail)).collect()
}

#[cfg(test)]
mod tests {
    use crate::report::trace::log;

    #[test]
    fn every_detail_of_a_log_has_its_column() {
        let columns = super::DETAILS.map(|column| column.name);
        assert_eq!(columns.as_slice(), log::DETAILS.map(|(name, ..)| name).as_slice());
    }
}
