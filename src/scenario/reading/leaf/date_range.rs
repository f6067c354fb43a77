//! Dates one by one, or ranges such as `"2019-06-03 to 2019-06-07"`.

use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;
use crate::time::{Date, dates_from};

/// A longer range is a slip in a year.
const MOST_DAYS: i32 = 36_525;

/// Dates from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    first: Date,
    last: Date,
}

impl DateRange {
    /// The dates, in order.
    pub fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        let last = self.last;
        dates_from(self.first).take_while(move |date| *date <= last)
    }
}

impl Leaf for DateRange {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let Some((first, last)) = range(value) else {
            return Date::parse(value).map(|date| DateRange { first: date, last: date });
        };
        let date = |text: &str| Date::parse(&Value::Text(text.trim().to_string()));
        let (first, last) = (date(first)?, date(last)?);
        match (last - first).get_days() {
            ..0 => Err(Fault::new("must be a range from a date to a later one")),
            0..=MOST_DAYS => Ok(DateRange { first, last }),
            _ => Err(Fault::new("must be a range of at most 100 years")),
        }
    }
}

fn range(value: &Value) -> Option<(&str, &str)> {
    match value {
        Value::Text(text) => text.split_once(" to "),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::DateRange;
    use crate::scenario::reading::leaf::Leaf;
    use crate::scenario::reading::tree::Value;

    #[test]
    fn a_range_has_all_its_dates() {
        let parse = |text: &str| DateRange::parse(&Value::Text(text.to_string()));
        let count = |text: &str| parse(text).map(|range| range.dates().count()).ok();
        assert_eq!(count("2019-06-03 to 2019-06-07"), Some(5));
        assert_eq!(count("2019-06-03"), Some(1));
        assert_eq!(count("2019-06-07 to 2019-06-03"), None);
        assert_eq!(count("2019-06-03 to 2019-06-31"), None);
        assert_eq!(count("9999-12-30 to 9999-12-31"), Some(2));
        assert_eq!(count("0001-01-01 to 9999-12-31"), None);
    }
}
