//! How long a run is: whole days, or months and years of the calendar.

use crate::scenario::reading::leaf::span::split_number;
use crate::scenario::reading::leaf::text::text_of;
use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;
use crate::time::Date;

const MOST_MONTHS: u32 = 1_200;
const MOST_DAYS: u32 = 36_525;

/// The length of a run, such as `"1 year"`, `"6 months"`, `"52 weeks"` or `"365 days"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunLength {
    Days(u32),
    /// Months of the calendar, which differ in length; a year has twelve.
    Months(u32),
}

impl RunLength {
    /// Days from `start` on, or `None` where the calendar of the program ends (year 9999).
    pub fn days_from(self, start: Date) -> Option<u32> {
        let RunLength::Months(months) = self else {
            return self.whole_days_from(start);
        };
        let month = i64::from(start.month()) - 1 + i64::from(months);
        let year = i64::from(start.year()) + month.div_euclid(12);
        let year = i16::try_from(year).ok()?;
        let first = Date::new(year, month.rem_euclid(12) as i8 + 1, 1).ok()?;
        let end = Date::new(year, first.month(), start.day().min(first.days_in_month())).ok()?;
        u32::try_from((end - start).get_days()).ok()
    }

    fn whole_days_from(self, start: Date) -> Option<u32> {
        let RunLength::Days(days) = self else { return None };
        let left = (Date::MAX - start).get_days();
        (i64::from(days) <= i64::from(left)).then_some(days)
    }
}

impl Leaf for RunLength {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let guess = match value {
            Value::Integer(number) if 0 < *number => Some(format!("\"{number} days\"")),
            _ => None,
        };
        let text = text_of(value, || fault().guess(guess))?;
        let (number, unit) = split_number(text);
        let number: u32 = number.parse().map_err(|_| fault())?;
        match unit.to_lowercase().as_str() {
            "day" | "days" => days(Some(number)),
            "week" | "weeks" => days(number.checked_mul(7)),
            "month" | "months" => months(Some(number)),
            "year" | "years" => months(number.checked_mul(12)),
            _ => Err(fault()),
        }
    }
}

fn days(number: Option<u32>) -> Result<RunLength, Fault> {
    within(number, MOST_DAYS).map(RunLength::Days)
}

fn months(number: Option<u32>) -> Result<RunLength, Fault> {
    within(number, MOST_MONTHS).map(RunLength::Months)
}

fn within(number: Option<u32>, most: u32) -> Result<u32, Fault> {
    number
        .filter(|number| (1..=most).contains(number))
        .ok_or_else(|| Fault::new("must be at least 1 day and at most 100 years"))
}

fn fault() -> Fault {
    Fault::new("must be a length of whole days").help(
        "write a number and a unit, such as \"1 year\", \"6 months\", \"52 weeks\" or \"365 days\"",
    )
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::leaf::{Leaf, RunLength};
    use crate::scenario::reading::tree::Value;
    use crate::time::Date;

    fn date(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).expect("a date")
    }

    fn length(text: &str) -> Option<RunLength> {
        RunLength::parse(&Value::Text(text.to_string())).ok()
    }

    #[test]
    fn lengths_are_days_or_months() {
        assert_eq!(length("365 days"), Some(RunLength::Days(365)));
        assert_eq!(length("52 weeks"), Some(RunLength::Days(364)));
        assert_eq!(length("1 year"), Some(RunLength::Months(12)));
        assert_eq!(length("6 months"), Some(RunLength::Months(6)));
        for wrong in ["0 days", "101 years", "1.5 years", "year", "12 h", "9999999999 weeks", ""] {
            assert_eq!(length(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn years_and_months_follow_the_calendar() {
        assert_eq!(RunLength::Months(12).days_from(date(2026, 1, 1)), Some(365));
        assert_eq!(RunLength::Months(12).days_from(date(2028, 1, 1)), Some(366));
        assert_eq!(RunLength::Months(1).days_from(date(2026, 1, 31)), Some(28));
        assert_eq!(RunLength::Months(1).days_from(date(2026, 12, 15)), Some(31));
    }

    #[test]
    fn the_calendar_ends_with_the_year_9999() {
        assert_eq!(RunLength::Months(120).days_from(date(9999, 12, 31)), None);
        assert_eq!(RunLength::Days(1).days_from(date(9999, 12, 31)), None);
        assert_eq!(RunLength::Days(1).days_from(date(9999, 12, 30)), Some(1));
    }
}
