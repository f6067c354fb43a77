//! `[office]` and `[calendar]`: when the office works, and what happens at closing time.

use std::collections::BTreeSet;

use crate::scenario::holidays::{Holidays, holidays};
use crate::scenario::period::Period;
use crate::scenario::reading::{DateRange, Findings, Node, Read, Reader, choice};
use crate::time::{Calendar, Date, Day, Timetable, WeeklyHours};

/// When the office works.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub hours: WeeklyHours,
    pub at_closing: AtClosing,
    /// Holidays and further closures.
    pub closed: BTreeSet<Date>,
    /// Extra days of work; they win over closures.
    pub open: BTreeSet<Date>,
    /// Dates on which something else holds; where they overlap, the last counts.
    pub periods: Vec<Period>,
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
        let (closed, open) = (BTreeSet::new(), BTreeSet::new());
        Some(Opening { hours, at_closing, closed, open, periods: Vec::new() })
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

    /// The hours of the office on all dates.
    pub fn timetable(&self) -> Timetable {
        let mut timetable = Timetable::new(self.hours.clone());
        for period in &self.periods {
            if let Some(hours) = &period.hours {
                timetable.change(period.dates.iter().map(DateRange::whole), hours.clone());
            }
        }
        timetable
    }

    /// The calendar of so many days from a date on.
    pub fn calendar(&self, first: Date, days: u32) -> Calendar {
        Calendar::new(first, days, &self.timetable(), (&self.closed, &self.open))
    }

    /// What is stated for a day by the last period that has it and states it.
    pub fn stated<T>(
        &self,
        (calendar, day): (&Calendar, Day),
        what: impl Fn(&Period) -> Option<T>,
    ) -> Option<T> {
        if self.periods.is_empty() {
            return None;
        }
        let date = calendar.date(day);
        self.periods.iter().rev().filter(|period| period.has(date)).find_map(what)
    }

    /// The weekday whose ordinary portion of work a weekday has: its own, or that of the first one
    /// worked where it is not ordinarily worked itself.
    pub fn ordinary_weekday(&self, weekday: usize) -> usize {
        match self.hours.on(weekday).is_empty() {
            true => self.hours.first_weekday().unwrap_or(weekday),
            false => weekday,
        }
    }
}
