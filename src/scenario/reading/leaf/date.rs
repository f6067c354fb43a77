//! Dates, written as TOML has them or in quotes.

use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;
use crate::time::{Date, MONTHS};

impl Leaf for Date {
    fn parse(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Date(date) => Ok(*date),
            Value::Text(text) => written(text.trim()),
            Value::Moment(moment) => Err(fault().guess(date_of(moment))),
            _ => Err(fault()),
        }
    }
}

/// What keeps a text from being a date, if it is like one: "February 2026 has 28 days".
pub fn why_no_date(text: &str) -> Option<String> {
    let [year, month, day] = numbers(text, '-')?;
    let month = i8::try_from(month).ok()?;
    let name = MONTHS.get(usize::try_from(month).ok()?.wrapping_sub(1));
    let Some(name) = name else {
        return Some("a year has 12 months".to_string());
    };
    let first = Date::new(i16::try_from(year).ok()?, month, 1).ok()?;
    let days = i32::from(first.days_in_month());
    match (1..=days).contains(&day) {
        true => Some(format!("write {year:04}-{month:02}-{day:02}")),
        false => Some(format!("{name} {year} has {days} days")),
    }
}

fn written(text: &str) -> Result<Date, Fault> {
    let iso = text.len() == 10 && text.is_ascii();
    let date = numbers(text, '-').filter(|_| iso).and_then(date_from);
    date.ok_or_else(|| match why_no_date(text) {
        Some(reason) => fault().help(reason),
        None => fault().guess(day_first(text).or_else(|| date_of(text))),
    })
}

fn fault() -> Fault {
    Fault::new("must be a date").help("write year, month and day, such as 2026-02-01")
}

/// The date at the head of a date with a time.
fn date_of(moment: &str) -> Option<String> {
    let date = numbers(moment.get(..10)?, '-').and_then(date_from)?;
    Some(date.to_string())
}

/// A date such as 01/02/2026 or 1.2.2026, read as day, month and year.
fn day_first(text: &str) -> Option<String> {
    let [day, month, year] = numbers(text, '/').or_else(|| numbers(text, '.'))?;
    Some(date_from([year, month, day])?.to_string())
}

fn date_from([year, month, day]: [i32; 3]) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn numbers(text: &str, separator: char) -> Option<[i32; 3]> {
    let digits = |part: &str| part.parse().ok().filter(|_| !part.starts_with('+'));
    let numbers: Option<Vec<i32>> = text.split(separator).map(digits).collect();
    numbers?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::leaf::Leaf;
    use crate::scenario::reading::tree::Value;
    use crate::time::Date;

    fn date(text: &str) -> Result<String, String> {
        Date::parse(&Value::Text(text.to_string()))
            .map(|date| date.to_string())
            .map_err(|fault| fault.help.last().cloned().unwrap_or_default())
    }

    #[test]
    fn dates_may_stand_in_quotes() {
        assert_eq!(date("2019-06-03"), Ok("2019-06-03".to_string()));
    }

    #[test]
    fn wrong_dates_say_why() {
        let cases = [
            ("2026-02-30", "February 2026 has 28 days"),
            ("2028-02-30", "February 2028 has 29 days"),
            ("2026-13-01", "a year has 12 months"),
            ("2026-2-3", "write 2026-02-03"),
            ("01/02/2026", "did you mean `2026-02-01`?"),
            ("1.2.2026", "did you mean `2026-02-01`?"),
            ("2026-02-01T00:00:00+07:00", "did you mean `2026-02-01`?"),
            ("tomorrow", "write year, month and day, such as 2026-02-01"),
        ];
        for (text, advice) in cases {
            assert_eq!(date(text), Err(advice.to_string()), "{text}");
        }
    }

    #[test]
    fn a_date_has_no_time() {
        let moment = Value::Moment("2026-02-01T00:00:00+07:00".to_string());
        let fault = Date::parse(&moment).expect_err("more than a date");
        assert_eq!(fault.help.last().map(String::as_str), Some("did you mean `2026-02-01`?"));
    }
}
