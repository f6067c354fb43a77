//! `[office]` and `[calendar]`: when the office works, and what happens at closing time.

use std::collections::BTreeSet;

use crate::scenario::holidays::{Holidays, holidays};
use crate::scenario::reading::{DateRange, Findings, Node, Read, Reader, choice};
use crate::time::{Date, WeeklyHours};

/// When the office works.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub hours: WeeklyHours,
    pub at_closing: AtClosing,
    /// Holidays and further closures.
    pub closed: BTreeSet<Date>,
    /// Extra days of work; they win over closures.
    pub open: BTreeSet<Date>,
}

/// What happens to those who still wait when a stage or kiosk closes for the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AtClosing {
    /// Everyone inside is served, in overtime.
    #[default]
    ServeEveryone,
    /// Services begun are finished; who waits is sent home.
    FinishBegun,
    /// A service starts only if it can end by closing time; who waits is sent home.
    StartOnlyWhatCanFinish,
}

/// The words for the rule at closing time.
const AT_CLOSING: [(&str, AtClosing); 3] = [
    ("serve everyone inside", AtClosing::ServeEveryone),
    ("finish the service begun", AtClosing::FinishBegun),
    ("start only what can finish", AtClosing::StartOnlyWhatCanFinish),
];

impl Read for AtClosing {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &AT_CLOSING)
    }
}

impl Opening {
    /// Reads `[office]`; the dates of `[calendar]` come later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Opening> {
        let hours = reader.required::<WeeklyHours>("hours");
        let at_closing = reader.or("at_closing", AtClosing::default());
        let hours = hours?;
        if hours.first_weekday().is_none() {
            reader.refuse("hours", "must open the office", "give hours for at least one day");
        }
        Some(Opening { hours, at_closing, closed: BTreeSet::new(), open: BTreeSet::new() })
    }

    /// Reads `[calendar]` for a run between two dates.
    pub fn read_calendar(&mut self, reader: &mut Reader<'_>, first: Date, last: Date) {
        let holidays_of = reader.or("holidays", Holidays::None);
        let closed = reader.or("closed", Vec::<DateRange>::new());
        let open = reader.or("open", Vec::<DateRange>::new());
        match holidays(holidays_of, first, last) {
            Ok(dates) => self.closed = dates,
            Err(message) => reader.wrong("holidays", &message, "use \"none\" and `closed`"),
        }
        self.closed.extend(closed.iter().flat_map(DateRange::dates));
        self.open.extend(open.iter().flat_map(DateRange::dates));
    }
}
