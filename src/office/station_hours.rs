//! When a kiosk or stage is open.

use std::ops::Range;

use crate::office::office_plan::OfficePlan;
use crate::scenario::reading::DateRange;
use crate::time::{Date, Day, Opening, Timetable, WeeklyHours};

/// The opening hours of a station, and the days on which it is closed all day.
#[derive(Clone, Debug)]
pub struct StationHours {
    pub timetable: Timetable,
    /// Open day and night: its doors need no events.
    pub always: bool,
    /// In the order of the scenario; mostly none.
    closed: Vec<Range<Day>>,
}

impl StationHours {
    /// The hours of a station of an office that is closed on some dates.
    pub fn new(office: &OfficePlan, hours: &WeeklyHours, closed: &[DateRange]) -> StationHours {
        let timetable = office.timetable.of_part(hours);
        let start = office.calendar.date(Day(0));
        // Days before the calendar are not played.
        let day = |date: Date, after: i32| {
            Day((date - start).get_days().saturating_add(after).max(0).unsigned_abs())
        };
        let days = |dates: &DateRange| {
            let dates = dates.whole();
            day(*dates.start(), 0)..day(*dates.end(), 1)
        };
        let closed: Vec<Range<Day>> = closed.iter().map(days).collect();
        let always = office.never_closes(&timetable) && closed.is_empty();
        StationHours { timetable, always, closed }
    }

    /// Whether it is closed all day by its own dates.
    pub fn is_closed(&self, day: Day) -> bool {
        self.closed.iter().any(|days| days.contains(&day))
    }

    /// Its openings on a day.
    pub fn on(&self, office: &OfficePlan, day: Day) -> &[Opening] {
        match office.calendar.pattern(day) {
            Some(pattern) if !self.is_closed(day) => self.timetable.on(pattern),
            _ => &[],
        }
    }
}
