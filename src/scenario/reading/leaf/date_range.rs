//! Dates one by one, or ranges such as `"2019-06-03 to 2019-06-07"`.

use std::ops::RangeInclusive;

use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::leaf::{Fault, Leaf, Read};
use crate::scenario::reading::tree::{Node, Value};
use crate::time::{Date, dates_from};

/// A longer range is a slip in a year.
const MOST_DAYS: i32 = 36_525;

/// Dates from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    first: Date,
    last: Date,
}

/// Ranges of dates, or a single one without brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRanges(pub Vec<DateRange>);

impl DateRange {
    /// From the first date to the last.
    pub fn whole(&self) -> RangeInclusive<Date> {
        self.first..=self.last
    }

    /// Whether a date is one of these.
    pub fn has(&self, date: Date) -> bool {
        self.whole().contains(&date)
    }

    /// Whether any of these is among other dates.
    pub fn meets(&self, others: &RangeInclusive<Date>) -> bool {
        self.first <= *others.end() && *others.start() <= self.last
    }

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

impl Read for DateRanges {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.value {
            Value::List(_) => Vec::<DateRange>::read(node, findings).map(DateRanges),
            _ => DateRange::read(node, findings).map(|range| DateRanges(vec![range])),
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
