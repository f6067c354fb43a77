//! `[[period]]`: dates on which other hours, another quota or another output hold.

use std::ops::RangeInclusive;

use crate::scenario::quota::Quota;
use crate::scenario::reading::{
    DateRange, DateRanges, Findings, Node, NonNegative, Read, Reader, choice,
};
use crate::scenario::{Booking, Opening};
use crate::time::{Date, Day, TimeOfDay, WeeklyHours, shifted};

/// Dates with rules of their own; what is not stated holds as on other dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    pub name: String,
    pub dates: Vec<DateRange>,
    /// Hours of the office.
    pub hours: Option<WeeklyHours>,
    /// Appointments a working day, by weekday, Monday first.
    pub daily_quota: Option<[u32; 7]>,
    /// No slot begins at or after this time of day.
    pub last_slot: Option<TimeOfDay>,
    /// Passports made a day, as a multiple of an ordinary day's.
    pub output: Option<f64>,
    pub app: Option<AppState>,
}

/// Whether the queue app works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppState {
    Up,
    Down,
}

impl Read for AppState {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &[("down", AppState::Down), ("up", AppState::Up)])
    }
}

/// What a period changes.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// With the periods before it.
    pub opening: Opening,
    pub booking: Option<&'a Booking>,
    pub played: RangeInclusive<Date>,
}

/// Periods at most: more than any office plans for.
pub const MOST_PERIODS: usize = 200;

impl Period {
    /// Reads a `[[period]]` and adds it to those before.
    pub fn read(reader: &mut Reader<'_>, setting: &mut Setting<'_>) -> Option<()> {
        let name = reader.required::<String>("name");
        let dates = reader.required::<DateRanges>("dates").map(|DateRanges(dates)| dates);
        let hours = reader.optional::<WeeklyHours>("hours");
        let daily_quota = reader.optional::<Quota>("daily_quota").map(|Quota(quota)| quota);
        let last_slot = reader.optional::<TimeOfDay>("last_slot");
        let output = reader.optional::<NonNegative>("output").map(NonNegative::value);
        let app = reader.optional::<AppState>("app");
        if hours.as_ref().is_some_and(|hours| hours.first_weekday().is_none()) {
            let help = "give hours for at least one day, or use `calendar.closed`";
            reader.refuse("hours", "must open the office", help);
            return None;
        }
        let period =
            Period { name: name?, dates: dates?, hours, daily_quota, last_slot, output, app };
        reader.expect_played("dates", &period.dates, &setting.played);
        setting.opening.periods.push(period);
        setting.check_slots(reader);
        Some(())
    }

    /// Whether a date is one of this period.
    pub fn has(&self, date: Date) -> bool {
        self.dates.iter().any(|dates| dates.has(date))
    }
}

impl Setting<'_> {
    /// Every day of the last period that has appointments needs at least one slot.
    fn check_slots(&self, reader: &mut Reader<'_>) {
        let Some(period) = self.opening.periods.last() else { return };
        let played = period.dates.iter().filter_map(|dates| self.played_of(dates.whole()));
        if let Some(date) = played.filter_map(|dates| self.day_without_slot(period, dates)).min() {
            let key = if period.last_slot.is_some() { "last_slot" } else { "hours" };
            let help = "the last slot must be after opening time";
            reader.refuse(key, &format!("leaves {date} without any slot"), help);
        }
    }

    fn played_of(&self, dates: RangeInclusive<Date>) -> Option<RangeInclusive<Date>> {
        let first = *dates.start().max(self.played.start());
        let last = *dates.end().min(self.played.end());
        (first <= last).then_some(first..=last)
    }

    /// The first of some dates on which there are appointments, but no slot.
    fn day_without_slot(&self, period: &Period, dates: RangeInclusive<Date>) -> Option<Date> {
        let booking = self.booking?;
        let days = (*dates.end() - *dates.start()).get_days().unsigned_abs();
        // Whole weeks, whose working days may matter.
        let calendar = self.opening.calendar(shifted(*dates.start(), -7), days + 15);
        let timetable = self.opening.timetable();
        let is_without = |day: &Day| {
            let first = calendar.pattern(*day).and_then(|pattern| timetable.on(pattern).first());
            let last = booking.last_slot_on(&self.opening, (&calendar, *day));
            first.zip(last).is_some_and(|(opening, last)| last <= opening.from)
                && 0 < booking.quota_on(&self.opening, (&calendar, *day))
        };
        let mut days = calendar.working_days().iter();
        let day = days.find(|day| period.has(calendar.date(**day)) && is_without(day))?;
        Some(calendar.date(*day)).filter(|date| dates.contains(date))
    }
}
