//! The clock of a run: whole milliseconds since midnight of its first day.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

const MILLISECONDS_PER_SECOND: i64 = 1_000;
const MILLISECONDS_PER_MINUTE: i64 = 60 * MILLISECONDS_PER_SECOND;
const MILLISECONDS_PER_HOUR: i64 = 60 * MILLISECONDS_PER_MINUTE;
const MILLISECONDS_PER_DAY: i64 = 24 * MILLISECONDS_PER_HOUR;

/// A point of simulated time, in milliseconds since 00:00 of the first day of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// A length of simulated time in milliseconds; negative spans point backwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

/// A calendar day of the run; day 0 is its first day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u32);

/// A time of day, in milliseconds since midnight; 24:00 is allowed as the end of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(i64);

impl Instant {
    pub const START: Instant = Instant(0);

    pub const fn from_milliseconds(milliseconds: i64) -> Self {
        Instant(milliseconds)
    }

    pub const fn milliseconds(self) -> i64 {
        self.0
    }

    /// The calendar day this instant falls on; instants before the run count as its first day.
    pub fn day(self) -> Day {
        Day((self.0.max(0) / MILLISECONDS_PER_DAY) as u32)
    }

    pub fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.rem_euclid(MILLISECONDS_PER_DAY))
    }
}

impl Span {
    pub const ZERO: Span = Span(0);
    pub const DAY: Span = Span(MILLISECONDS_PER_DAY);
    pub const MAX: Span = Span(i64::MAX);

    pub const fn from_milliseconds(milliseconds: i64) -> Self {
        Span(milliseconds)
    }

    pub const fn from_minutes(minutes: i64) -> Self {
        Span(minutes * MILLISECONDS_PER_MINUTE)
    }

    pub const fn from_hours(hours: i64) -> Self {
        Span(hours * MILLISECONDS_PER_HOUR)
    }

    pub const fn from_days(days: i64) -> Self {
        Span(days * MILLISECONDS_PER_DAY)
    }

    pub const fn milliseconds(self) -> i64 {
        self.0
    }

    pub fn minutes(self) -> f64 {
        self.0 as f64 / MILLISECONDS_PER_MINUTE as f64
    }

    pub fn hours(self) -> f64 {
        self.0 as f64 / MILLISECONDS_PER_HOUR as f64
    }

    pub fn days(self) -> f64 {
        self.0 as f64 / MILLISECONDS_PER_DAY as f64
    }
}

impl Day {
    /// Midnight at which the day begins.
    pub fn start(self) -> Instant {
        Instant(i64::from(self.0) * MILLISECONDS_PER_DAY)
    }

    pub fn at(self, time: TimeOfDay) -> Instant {
        self.start() + Span(time.0)
    }

    pub fn next(self) -> Day {
        Day(self.0 + 1)
    }

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl TimeOfDay {
    pub const MIDNIGHT: TimeOfDay = TimeOfDay(0);
    pub const END_OF_DAY: TimeOfDay = TimeOfDay(MILLISECONDS_PER_DAY);

    /// The time of day `hour:minute`, or `None` beyond 24:00.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        let whole =
            i64::from(hour) * MILLISECONDS_PER_HOUR + i64::from(minute) * MILLISECONDS_PER_MINUTE;
        (minute < 60 && whole <= MILLISECONDS_PER_DAY).then_some(TimeOfDay(whole))
    }

    pub const fn from_milliseconds(milliseconds: i64) -> Self {
        TimeOfDay(milliseconds)
    }

    pub const fn milliseconds(self) -> i64 {
        self.0
    }

    pub fn since(self, earlier: TimeOfDay) -> Span {
        Span(self.0 - earlier.0)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0 / MILLISECONDS_PER_MINUTE;
        write!(formatter, "{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl Add<Span> for Instant {
    type Output = Instant;
    fn add(self, span: Span) -> Instant {
        Instant(self.0 + span.0)
    }
}

impl Sub<Span> for Instant {
    type Output = Instant;
    fn sub(self, span: Span) -> Instant {
        Instant(self.0 - span.0)
    }
}

impl Sub for Instant {
    type Output = Span;
    fn sub(self, earlier: Instant) -> Span {
        Span(self.0 - earlier.0)
    }
}

impl Add for Span {
    type Output = Span;
    fn add(self, other: Span) -> Span {
        Span(self.0 + other.0)
    }
}

impl Sub for Span {
    type Output = Span;
    fn sub(self, other: Span) -> Span {
        Span(self.0 - other.0)
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Span) {
        self.0 += other.0;
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Instant, Span, TimeOfDay};

    #[test]
    fn an_instant_knows_its_day_and_time_of_day() {
        let instant = Day(3).start() + Span::from_minutes(95);
        assert_eq!(instant.day(), Day(3));
        assert_eq!(instant.time_of_day().to_string(), "01:35");
        assert_eq!(Instant::from_milliseconds(86_399_999).day(), Day(0));
        assert_eq!(Instant::from_milliseconds(86_400_000).day(), Day(1));
    }

    #[test]
    fn times_of_day_end_at_24_00() {
        assert_eq!(TimeOfDay::new(24, 0), Some(TimeOfDay::END_OF_DAY));
        assert_eq!(TimeOfDay::new(24, 1), None);
        assert_eq!(TimeOfDay::new(9, 60), None);
    }
}
