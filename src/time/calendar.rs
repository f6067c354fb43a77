//! The calendar of a run: which of its days an office works, and working days counted either way.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use crate::time::{Day, Pattern, Timetable};

/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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
    /// Per day, which hours hold; `None` on a closure.
    pattern: Vec<Option<Pattern>>,
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
        hours: &Timetable,
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

    fn push(&mut self, day: Day, pattern: Option<Pattern>, hours: &Timetable) {
        if pattern.is_some_and(|pattern| !hours.on(pattern).is_empty()) {
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

    /// The same day of the month some months later, or the last of a shorter one; where that lies
    /// beyond the calendar, its end.
    pub fn months_after(&self, day: Day, months: u32) -> Day {
        let later = self.date(day).saturating_add(jiff::Span::new().months(months));
        self.day(later).unwrap_or(Day(self.days()))
    }

    /// A day of a day's month by its number, from 1 to 28; where that lies outside the calendar,
    /// its end that is nearer.
    pub fn day_of_month(&self, day: Day, number: i8) -> Day {
        let ahead = i32::from(number - self.date(day).day());
        Day(day.0.saturating_add_signed(ahead).min(self.days()))
    }

    /// The weekday of a day, 0 for Monday.
    pub fn weekday(&self, day: Day) -> usize {
        (self.first_weekday + day.index()) % 7
    }

    /// The month of a day of the calendar, 0 for January.
    pub fn month(&self, day: Day) -> usize {
        self.months.get(day.index()).copied().map_or(0, usize::from)
    }

    /// Which hours hold on a day; `None` on a holiday or other closure, and beyond the calendar.
    pub fn pattern(&self, day: Day) -> Option<Pattern> {
        self.pattern.get(day.index()).copied().flatten()
    }

    pub fn is_working(&self, day: Day) -> bool {
        day.0 < self.days() && self.before[day.index()] < self.before[day.index() + 1]
    }

    /// Working days strictly before a day.
    pub fn working_before(&self, day: Day) -> u32 {
        self.before[day.index().min(self.before.len() - 1)]
    }

    /// Working days of the calendar week, Monday to Sunday, in which a day lies.
    pub fn working_in_week(&self, day: Day) -> u32 {
        let monday = day.0.saturating_sub(self.weekday(day) as u32);
        self.working_before(Day(monday + 7)) - self.working_before(Day(monday))
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

/// Days from the beginning of 1970 to a date, as many programs count them; negative before it.
pub fn days_since_1970(date: Date) -> i32 {
    (date - jiff::civil::date(1970, 1, 1)).get_days()
}

fn day_pattern(
    date: Date,
    hours: &Timetable,
    (closed, open): (&BTreeSet<Date>, &BTreeSet<Date>),
) -> Option<Pattern> {
    let (week, weekday) = (hours.week_on(date), weekday_index(date.weekday()) as u8);
    let own = Pattern { week, weekday };
    match (open.contains(&date), closed.contains(&date)) {
        (true, _) if hours.on(own).is_empty() => {
            let first = hours.week(own).first_weekday();
            first.map(|first| Pattern { week, weekday: first as u8 })
        }
        (false, true) => None,
        _ => Some(own),
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
    use crate::time::{Day, Opening, Pattern, TimeOfDay, Timetable, WeeklyHours};

    fn monday_to_friday() -> Timetable {
        let day = vec![Opening {
            from: TimeOfDay::new(8, 0).expect("a time"),
            until: TimeOfDay::new(16, 0).expect("a time"),
        }];
        let none = Vec::new;
        let days = [day.clone(), day.clone(), day.clone(), day.clone(), day, none(), none()];
        Timetable::new(WeeklyHours::new(days).expect("in order"))
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
        assert_eq!(calendar.pattern(Day(1)), Some(Pattern { week: 0, weekday: 0 }));
        assert!(!calendar.is_working(Day(2)));
    }

    #[test]
    fn other_hours_open_a_saturday_and_leave_holidays_closed() {
        let days = date(2026, 4, 3)..=date(2026, 4, 5);
        let noon = |hour| TimeOfDay::new(hour, 0).expect("a time");
        let mut week: [Vec<Opening>; 7] = Default::default();
        week[4] = vec![Opening { from: noon(9), until: noon(12) }];
        week[5] = week[4].clone();
        let mut hours = monday_to_friday();
        hours.change([days], WeeklyHours::new(week).expect("in order"));
        let good_friday = BTreeSet::from([date(2026, 4, 3)]);
        let calendar =
            Calendar::new(date(2026, 3, 30), 14, &hours, (&good_friday, &BTreeSet::new()));
        let worked: Vec<u32> = calendar.working_days().iter().map(|day| day.0).collect();
        assert_eq!(worked, [0, 1, 2, 3, 5, 7, 8, 9, 10, 11]);
        assert_eq!(calendar.pattern(Day(5)), Some(Pattern { week: 1, weekday: 5 }));
        assert_eq!([0, 6, 7].map(|day| calendar.working_in_week(Day(day))), [5, 5, 5]);
    }

    #[test]
    fn searches_beyond_the_calendar_find_nothing() {
        let calendar = calendar(date(2026, 4, 1), &[], &[]);
        assert_eq!(calendar.working_day_after(Day(29), 1), None);
        assert_eq!(calendar.working_day_from(Day(400)), None);
        assert!(!calendar.is_working(Day(400)));
    }
}
