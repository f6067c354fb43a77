//! Dates as people write them.

use crate::report::language::word;
use crate::time::{Date, MONTHS, Weekday};

const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A date as "3 June 2019".
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), word(MONTHS[of_year(date)]), date.year())
}

/// A date as "3 Jun 2019".
pub fn short_date(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// A date as "3 Jun", where the year is known.
pub fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), word(SHORT_MONTHS[of_year(date)]))
}

/// A date as [`short_date`] has it, as one number: 20190603.
pub fn read_short_date(text: &str) -> Option<u32> {
    let mut parts = text.split(' ');
    let (day, name, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = (1..).zip(SHORT_MONTHS).find(|(_, month)| word(month) == name)?.0;
    let (day, year): (u32, u32) = (day.parse().ok()?, year.parse().ok()?);
    parts.next().is_none().then_some(year * 10_000 + month * 100 + day)
}

/// The month of a date as "Jun 2019".
pub fn month(date: Date) -> String {
    format!("{} {}", word(SHORT_MONTHS[of_year(date)]), date.year())
}

/// The name of a day of the week.
pub fn weekday(day: Weekday) -> &'static str {
    word(WEEKDAYS[of_week(day)])
}

/// The name of a day of the week in three letters.
pub fn short_weekday(day: Weekday) -> &'static str {
    word(SHORT_WEEKDAYS[of_week(day)])
}

fn of_week(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs())
}

fn of_year(date: Date) -> usize {
    usize::from(date.month().unsigned_abs()) - 1
}

#[cfg(test)]
mod tests {
    use super::{date, day_and_month, short_date, short_weekday, weekday};
    use crate::time::{self, Weekday};

    #[test]
    fn dates_read_day_month_year() {
        let day = time::date(2019, 6, 3);
        assert_eq!(date(day), "3 June 2019");
        assert_eq!(short_date(day), "3 Jun 2019");
        assert_eq!(day_and_month(day), "3 Jun");
        assert_eq!(weekday(Weekday::Friday), "Friday");
        assert_eq!(short_weekday(Weekday::Sunday), "Sun");
    }
}
