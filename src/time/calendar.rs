//! The calendar of a run: which of its days an office works, and working days counted either way.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use crate::time::{Day, WeeklyHours};

/// Working days of an office from the first day of a run on.
///
/// The calendar is finite; days beyond its last are not working days, and searches there find none.
#[derive(Clone, Debug)]
pub struct Calendar {
    start: Date,
    /// The weekday of the first day, 0 for Monday.
    first_weekday: usize,
    /// Per day, its month, 0 for January.
    months: Vec<u8>,
    /// Per day, the weekday (0 Monday) whose hours hold; `None` on a closure.
    pattern: Vec<Option<u8>>,
    /// Per day, working days strictly before it; one entry more than days.
    before: Vec<u32>,
    /// The working days in order.
    working: Vec<Day>,
}

impl Calendar {
    /// The calendar of `days` days from `start` on. A day of `open` follows the hours of its own
    /// weekday, or of the first weekday with hours where it has none; it wins over `closed`.
    pub fn new(
        start: Date,
        days: u32,
        hours: &WeeklyHours,
        closures: (&BTreeSet<Date>, &BTreeSet<Date>),
    ) -> Self {
        let mut calendar = Calendar {
            start,
            first_weekday: weekday_index(start.weekday()),
            months: Vec::new(),
            pattern: Vec::new(),
            before: vec![0],
            working: Vec::new(),
        };
        for (date, day) in dates_from(start).take(days as usize).zip(0u32..) {
            let pattern = day_pattern(date, hours, closures);
            calendar.push(Day(day), pattern, hours);
            calendar.months.push(date.month() as u8 - 1);
        }
        calendar
    }

    fn push(&mut self, day: Day, pattern: Option<u8>, hours: &WeeklyHours) {
        if pattern.is_some_and(|weekday| !hours.on(usize::from(weekday)).is_empty()) {
            self.working.push(day);
        }
        self.pattern.push(pattern);
        self.before.push(self.working.len() as u32);
    }

    /// How many days the calendar covers.
    pub fn days(&self) -> u32 {
        self.pattern.len() as u32
    }

    /// The date of a day, as far as the Gregorian calendar of the library goes (year 9999).
    pub fn date(&self, day: Day) -> Date {
        shifted(self.start, i64::from(day.0))
    }

    /// The day of a date, if the calendar covers it.
    pub fn day(&self, date: Date) -> Option<Day> {
        let days = u32::try_from(date.duration_since(self.start).as_hours() / 24).ok()?;
        (self.start <= date && days < self.days()).then_some(Day(days))
    }

    /// The weekday of a day, 0 for Monday.
    pub fn weekday(&self, day: Day) -> usize {
        (self.first_weekday + day.index()) % 7
    }

    /// The month of a day of the calendar, 0 for January.
    pub fn month(&self, day: Day) -> usize {
        self.months.get(day.index()).copied().map_or(0, usize::from)
    }

    /// The weekday whose hours hold on a day; `None` on a holiday or other closure, and beyond the
    /// calendar.
    pub fn pattern(&self, day: Day) -> Option<usize> {
        self.pattern.get(day.index()).copied().flatten().map(usize::from)
    }

    pub fn is_working(&self, day: Day) -> bool {
        day.0 < self.days() && self.before[day.index()] < self.before[day.index() + 1]
    }

    /// Working days strictly before a day.
    pub fn working_before(&self, day: Day) -> u32 {
        self.before[day.index().min(self.before.len() - 1)]
    }

    /// Working days after `from` up to and including `to`: the promise counts the day after as 1.
    pub fn working_between(&self, from: Day, to: Day) -> u32 {
        self.working_before(to.next()).saturating_sub(self.working_before(from.next()))
    }

    /// The `number`-th working day (counted from 1) after `day`, or `None` beyond the calendar.
    pub fn working_day_after(&self, day: Day, number: u32) -> Option<Day> {
        let position = self.working_before(day.next()) + number;
        let index = (position as usize).checked_sub(1)?;
        self.working.get(index).copied()
    }

    /// The first working day on or after `day`.
    pub fn working_day_from(&self, day: Day) -> Option<Day> {
        self.working.get(self.working_before(day) as usize).copied()
    }

    /// All working days, in order.
    pub fn working_days(&self) -> &[Day] {
        &self.working
    }
}

/// A date and those after it, to the end of the library's calendar.
pub fn dates_from(date: Date) -> impl Iterator<Item = Date> {
    date.series(jiff::Span::new().days(1))
}

/// The date so many days later, or earlier if negative; stops at the ends of the library's
/// calendar.
pub fn shifted(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().days(days.clamp(-4_000_000, 4_000_000)))
}

fn day_pattern(
    date: Date,
    hours: &WeeklyHours,
    (closed, open): (&BTreeSet<Date>, &BTreeSet<Date>),
) -> Option<u8> {
    let weekday = weekday_index(date.weekday());
    match (open.contains(&date), closed.contains(&date)) {
        (true, _) if hours.on(weekday).is_empty() => hours.first_weekday().map(|first| first as u8),
        (false, true) => None,
        _ => Some(weekday as u8),
    }
}

fn weekday_index(weekday: Weekday) -> usize {
    weekday.to_monday_zero_offset() as usize
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::{Date, date};

    use super::Calendar;
    use crate::time::{Day, Opening, TimeOfDay, WeeklyHours};

    fn monday_to_friday() -> WeeklyHours {
        let day = vec![Opening {
            from: TimeOfDay::new(8, 0).expect("a time"),
            until: TimeOfDay::new(16, 0).expect("a time"),
        }];
        let none = Vec::new;
        WeeklyHours::new([day.clone(), day.clone(), day.clone(), day.clone(), day, none(), none()])
            .expect("in order")
    }

    fn calendar(start: Date, closed: &[Date], open: &[Date]) -> Calendar {
        let closed = closed.iter().copied().collect();
        let open: BTreeSet<Date> = open.iter().copied().collect();
        Calendar::new(start, 30, &monday_to_friday(), (&closed, &open))
    }

    #[test]
    fn the_promise_counts_over_a_long_weekend() {
        // Hand case H11: complete Thu 2026-04-02, holidays Fri and Mon, three working days:
        // Thu 2026-04-09.
        let thursday = date(2026, 4, 2);
        let calendar = calendar(thursday, &[date(2026, 4, 3), date(2026, 4, 6)], &[]);
        let ready = calendar.working_day_after(Day(0), 3).expect("inside the calendar");
        assert_eq!(calendar.date(ready), date(2026, 4, 9));
        assert_eq!(calendar.working_between(Day(0), ready), 3);
    }

    #[test]
    fn the_promise_counts_over_new_year() {
        // Hand case H13.
        let calendar = calendar(date(2026, 12, 31), &[date(2027, 1, 1)], &[]);
        let ready = calendar.working_day_after(Day(0), 3).expect("inside the calendar");
        assert_eq!(calendar.date(ready), date(2027, 1, 6));
    }

    #[test]
    fn dates_are_days_and_days_are_dates() {
        let calendar = calendar(date(2028, 2, 28), &[], &[]);
        assert_eq!(calendar.day(date(2028, 3, 1)), Some(Day(2)));
        assert_eq!(calendar.day(date(2028, 2, 27)), None);
        assert_eq!(calendar.day(calendar.date(Day(29))), Some(Day(29)));
        assert_eq!(calendar.day(calendar.date(Day(30))), None);
    }

    #[test]
    fn leap_day_is_a_day() {
        let calendar = calendar(date(2028, 2, 28), &[], &[]);
        assert_eq!(calendar.date(Day(1)), date(2028, 2, 29));
        assert_eq!(calendar.date(Day(2)), date(2028, 3, 1));
    }

    #[test]
    fn an_extra_saturday_works_by_the_hours_of_the_first_weekday() {
        let saturday = date(2026, 4, 4);
        let calendar = calendar(date(2026, 4, 3), &[saturday], &[saturday]);
        assert!(calendar.is_working(Day(1)));
        assert_eq!(calendar.pattern(Day(1)), Some(0));
        assert!(!calendar.is_working(Day(2)));
    }

    #[test]
    fn searches_beyond_the_calendar_find_nothing() {
        let calendar = calendar(date(2026, 4, 1), &[], &[]);
        assert_eq!(calendar.working_day_after(Day(29), 1), None);
        assert_eq!(calendar.working_day_from(Day(400)), None);
        assert!(!calendar.is_working(Day(400)));
    }
}
