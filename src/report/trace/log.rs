//! What all formats of a log share: events in words, with their time, place and details.

use crate::experiment::Traced;
use crate::office::{AtStation, Happening, Plan, Register, StationId, StationKind, Step};
use crate::report::column::digits;
use crate::report::trace::words;
use crate::time::{Instant, Span};

/// The log of one scenario.
pub struct Log<'run> {
    pub plan: &'run Plan,
    pub register: Register,
    pub happenings: &'run [Happening],
}

/// One event in words.
#[derive(Clone, Debug, PartialEq)]
pub struct LogEvent<'run> {
    /// Names the event within the log; they are numbered in the order of time.
    pub id: String,
    pub activity: String,
    /// Date and time by the clock of the office.
    pub time: String,
    /// The transition of the standard life cycle of an activity.
    pub transition: &'static str,
    pub kiosk: &'run str,
    pub stage: &'run str,
    /// What else is known, each with a name of [`DETAILS`].
    pub details: Vec<(&'static str, String)>,
}

/// The details that events may have, and their types in OCEL and XES.
pub const DETAILS: [(&str, &str, &str); 6] = [
    ("appointed", "time", "date"),
    ("lead_working_days", "integer", "int"),
    ("lead_calendar_days", "integer", "int"),
    ("waited_minutes", "float", "float"),
    ("working_days_to_ready", "integer", "int"),
    ("outcome", "string", "string"),
];

impl<'run> Log<'run> {
    /// The log of what happened.
    pub fn new(traced: &'run Traced) -> Log<'run> {
        let (plan, happenings) = (&traced.plan, traced.happenings.as_slice());
        Log { plan, register: Register::new(plan), happenings }
    }

    /// All events with what they are of, in the order of time.
    pub fn events(&self) -> impl Iterator<Item = (&'run Happening, LogEvent<'run>)> {
        self.happenings
            .iter()
            .zip(1..)
            .map(|(happening, number)| (happening, self.event(happening, number)))
    }

    /// A happening in words.
    pub fn event(&self, happening: &Happening, number: usize) -> LogEvent<'run> {
        let (kiosk, stage) = self.place(happening.step);
        LogEvent {
            id: format!("e{number}"),
            activity: words::activity(happening.step, self.plan),
            time: self.stamp(happening.at),
            transition: transition(happening.step),
            kiosk,
            stage,
            details: self.details(happening),
        }
    }

    /// Date and time to the millisecond, such as `2019-03-14T09:30:00.000`.
    pub fn stamp(&self, at: Instant) -> String {
        let milliseconds = at.time_of_day().milliseconds();
        let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000);
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let date = self.plan.calendar().date(at.day());
        format!("{date}T{:02}:{:02}:{seconds:02}.{rest:03}", minutes / 60, minutes % 60)
    }

    /// The names of kiosk and stage where it happens; empty where it happens elsewhere.
    fn place(&self, step: Step) -> (&'run str, &'run str) {
        let Step::At(StationId(index), _) = step else { return ("", "") };
        let station = &self.plan.stations[usize::from(index)];
        match station.kind {
            StationKind::Kiosk(_) => (&station.name, ""),
            StationKind::Stage(_) => ("", &station.name),
        }
    }

    fn details(&self, happening: &Happening) -> Vec<(&'static str, String)> {
        match happening.step {
            Step::Books { appointed, lead } => {
                let (today, day) = (happening.at.day(), appointed.day());
                vec![
                    ("appointed", self.stamp(appointed)),
                    ("lead_working_days", lead.to_string()),
                    ("lead_calendar_days", day.0.saturating_sub(today.0).to_string()),
                ]
            }
            Step::At(_, AtStation::ServiceBegins { waited }) => {
                vec![("waited_minutes", minutes(waited))]
            }
            Step::Ready { days } => vec![("working_days_to_ready", days.to_string())],
            Step::Ends(outcome) => vec![("outcome", outcome.title().to_string())],
            _ => Vec::new(),
        }
    }
}

/// A time as tools want it, which know of zones; the office's clock stands for universal time.
pub fn zoned(stamp: &str) -> String {
    format!("{stamp}Z")
}

fn minutes(span: Span) -> String {
    digits(span.minutes())
}

fn transition(step: Step) -> &'static str {
    match step {
        Step::At(_, AtStation::Waits) => "schedule",
        Step::At(_, AtStation::ServiceBegins { .. }) => "start",
        _ => "complete",
    }
}
