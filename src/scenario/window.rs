//! How far ahead the book is open.

use crate::scenario::reading::{Fault, Leaf, Value, WorkingDays};
use crate::time::{Calendar, Day};

/// How far ahead of the last release can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// So many working days, however many calendar days these take.
    WorkingDays(u32),
    /// Seven calendar days for each week, however many of these are worked.
    Weeks(u32),
    /// Until the same day of a later month as the release, which included, or the last of a shorter
    /// one.
    Months(u32),
}

const MOST_WORKING_DAYS: u32 = 250;
const MOST_WEEKS: u32 = 52;
const MOST_MONTHS: u32 = 12;

impl Window {
    /// Its working days, in weeks of so many.
    pub fn working_days(self, week: u32) -> u32 {
        match self {
            Window::WorkingDays(days) => days,
            Window::Weeks(weeks) => weeks * week,
            Window::Months(months) => months * (31 * week).div_ceil(7),
        }
    }

    /// Whether some month may have more working days, or more days, than the window.
    pub fn is_shorter_than_months(self) -> bool {
        match self {
            Window::WorkingDays(days) => days < 23,
            Window::Weeks(weeks) => 7 * weeks < 31,
            Window::Months(_) => false,
        }
    }

    /// How many working days of a calendar are open, where everything before a day is and the
    /// window begins with that day.
    #[inline]
    pub fn open_from(self, first: Day, calendar: &Calendar) -> u32 {
        match self {
            Window::WorkingDays(days) => calendar.working_before(first) + days,
            Window::Weeks(weeks) => calendar.working_before(Day(first.0 + 7 * weeks)),
            Window::Months(months) => {
                let release = Day(first.0.saturating_sub(1));
                calendar.working_before(calendar.months_after(release, months).next())
            }
        }
    }
}

impl Leaf for Window {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let calendar_time = [
            (number_of(value, "week"), MOST_WEEKS, Window::Weeks as fn(u32) -> Window),
            (number_of(value, "month"), MOST_MONTHS, Window::Months),
        ];
        for (number, most, window) in calendar_time {
            let Some(number) = number else { continue };
            let whole = number.parse().ok().filter(|number| (1..=most).contains(number));
            let fault = || {
                Fault::new("must be from 1 to 52 weeks, 1 to 12 months, or 1 to 250 working days")
            };
            return whole.map(window).ok_or_else(fault);
        }
        let WorkingDays(days) = WorkingDays::parse(value)
            .map_err(|fault| fault.help("or in weeks of the calendar, as \"1 week\""))?;
        match (1..=MOST_WORKING_DAYS).contains(&days) {
            true => Ok(Window::WorkingDays(days)),
            false => Err(Fault::new("must be from 1 to 250 working days")),
        }
    }
}

/// The number before a unit of the calendar, which may have an `s`.
fn number_of<'text>(value: &'text Value, unit: &str) -> Option<&'text str> {
    let Value::Text(text) = value else { return None };
    let text = text.trim();
    text.strip_suffix('s').unwrap_or(text).strip_suffix(unit).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::Window;
    use crate::scenario::reading::{Leaf, Value};

    #[test]
    fn a_window_is_working_days_or_weeks() {
        let window = |text: &str| Window::parse(&Value::Text(text.to_string()));
        assert_eq!(window("5 working days"), Ok(Window::WorkingDays(5)));
        assert_eq!(window("1 week"), Ok(Window::Weeks(1)));
        assert_eq!(window("52 weeks"), Ok(Window::Weeks(52)));
        assert_eq!(window("1 month"), Ok(Window::Months(1)));
        assert_eq!(window("12 months"), Ok(Window::Months(12)));
        for wrong in [
            "0 working days",
            "251 working days",
            "0 weeks",
            "53 weeks",
            "1.5 weeks",
            "5 days",
            "0 months",
            "13 months",
            "month",
        ] {
            let fault = window(wrong).expect_err(wrong);
            assert!(fault.message.starts_with("must be "), "{wrong}");
        }
        assert_eq!([5, 6].map(|week| Window::Weeks(2).working_days(week)), [10, 12]);
        assert_eq!([5, 7].map(|week| Window::Months(1).working_days(week)), [23, 31]);
    }
}
