//! When a place is open: its weekly hours, and those that hold on certain dates instead.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::time::{Opening, TimeOfDay, WeeklyHours};

/// Which hours hold on a day: those of a weekday, 0 for Monday, in one week of a timetable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern {
    /// 0 for the ordinary week.
    pub week: u16,
    pub weekday: u8,
}

/// The weekly hours of a place, and other weekly hours for ranges of dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// The ordinary week first.
    weeks: Vec<WeeklyHours>,
    /// Ranges with the places of their weeks; where ranges overlap, the last one counts.
    dates: Vec<(RangeInclusive<Date>, u16)>,
}

impl Timetable {
    /// Ordinary hours, without others yet.
    pub fn new(ordinary: WeeklyHours) -> Timetable {
        Timetable { weeks: vec![ordinary], dates: Vec::new() }
    }

    /// Adds hours for ranges of dates; they win over those added before.
    pub fn change(
        &mut self,
        dates: impl IntoIterator<Item = RangeInclusive<Date>>,
        hours: WeeklyHours,
    ) {
        let week = self.weeks.len() as u16;
        self.weeks.push(hours);
        self.dates.extend(dates.into_iter().map(|dates| (dates, week)));
    }

    /// The same hours as far as they lie before a time of day.
    pub fn until(&self, time: TimeOfDay) -> Timetable {
        let weeks = self.weeks.iter().map(|week| week.until(time)).collect();
        Timetable { weeks, dates: self.dates.clone() }
    }

    /// The hours where nothing else is stated.
    pub fn ordinary(&self) -> &WeeklyHours {
        &self.weeks[0]
    }

    /// The hours of the week of a pattern.
    pub fn week(&self, pattern: Pattern) -> &WeeklyHours {
        &self.weeks[usize::from(pattern.week)]
    }

    /// The intervals in which the place is open on days of a pattern.
    pub fn on(&self, pattern: Pattern) -> &[Opening] {
        self.week(pattern).on(usize::from(pattern.weekday))
    }

    /// Which of its weeks holds on a date, 0 for the ordinary one.
    pub fn week_on(&self, date: Date) -> u16 {
        let last = self.dates.iter().rev().find(|(dates, _)| dates.contains(&date));
        last.map_or(0, |(_, week)| *week)
    }

    /// Whether no week leaves any time out.
    pub fn is_always(&self) -> bool {
        self.weeks.iter().all(WeeklyHours::is_always)
    }

    /// The fewest weekdays that any of its weeks works.
    pub fn fewest_weekdays(&self) -> u32 {
        self.weeks.iter().map(|week| week.open_weekdays().count() as u32).min().unwrap_or(0)
    }

    /// The timetable of a part of this place. A part with the place's own hours shares its other
    /// weeks. One with hours of its own keeps them as far as they lie within the other weeks, and
    /// follows these on weekdays that the place does not ordinarily work.
    pub fn of_part(&self, own: &WeeklyHours) -> Timetable {
        let ordinary = self.ordinary();
        if own == ordinary {
            return self.clone();
        }
        let limited =
            |week: &WeeklyHours| own.within(week, |weekday| !ordinary.on(weekday).is_empty());
        let others = self.weeks.iter().skip(1).map(limited);
        let weeks = std::iter::once(own.clone()).chain(others).collect();
        Timetable { weeks, dates: self.dates.clone() }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Pattern, Timetable};
    use crate::time::{Opening, TimeOfDay, WeeklyHours};

    /// Hours of a week from weekdays with the first and last hour.
    fn hours(days: &[(usize, u8, u8)]) -> WeeklyHours {
        let time = |hour| TimeOfDay::new(hour, 0).expect("a time of day");
        let mut week: [Vec<Opening>; 7] = Default::default();
        for &(weekday, from, until) in days {
            week[weekday].push(Opening { from: time(from), until: time(until) });
        }
        WeeklyHours::new(week).expect("in order")
    }

    fn shown(timetable: &Timetable, week: u16, weekday: u8) -> String {
        let openings = timetable.on(Pattern { week, weekday }).iter();
        openings.map(|opening| format!("{}-{} ", opening.from, opening.until)).collect()
    }

    #[test]
    fn the_last_range_that_has_a_date_counts() {
        let mut timetable = Timetable::new(hours(&[(0, 8, 16)]));
        timetable.change([date(2019, 5, 6)..=date(2019, 6, 4)], hours(&[(0, 8, 15)]));
        timetable.change([date(2019, 6, 3)..=date(2019, 6, 3)], hours(&[(0, 8, 12)]));
        let days = [(5, 5), (5, 6), (6, 3), (6, 4), (6, 5)];
        let weeks = days.map(|(month, day)| timetable.week_on(date(2019, month, day)));
        assert_eq!(weeks, [0, 1, 2, 1, 0]);
    }

    #[test]
    fn a_part_stays_within_the_hours_of_the_place() {
        let mut office = Timetable::new(hours(&[(0, 8, 12), (0, 13, 16), (1, 8, 16)]));
        let ramadan = hours(&[(0, 9, 15), (1, 8, 15), (5, 8, 11)]);
        office.change([date(2019, 5, 6)..=date(2019, 6, 4)], ramadan);
        let desk = office.of_part(&hours(&[(0, 10, 16), (1, 15, 16)]));
        assert_eq!(shown(&desk, 0, 0), "10:00-16:00 ");
        assert_eq!(shown(&desk, 1, 0), "10:00-15:00 ");
        assert_eq!(shown(&desk, 1, 1), "");
        assert_eq!(shown(&desk, 1, 5), "08:00-11:00 ", "a day that is not ordinarily worked");
        assert_eq!(office.of_part(office.ordinary()), office);
        assert_eq!(office.fewest_weekdays(), 2);
    }
}
