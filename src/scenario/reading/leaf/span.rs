//! Lengths of time such as `"12 min"`, exact to the millisecond, and counts of working days.

use crate::scenario::reading::leaf::text::text_of;
use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::tree::Value;
use crate::time::Span;

const EXAMPLE: &str =
    "write a number and a unit, such as \"12 min\", \"1.5 h\", \"90 s\" or \"3 days\"";
const UNITS: &str = "units are ms, s, min, h, days and weeks";
const LONGEST_DAYS: i64 = 36_525;
/// Digits of a number at most, so that products stay far within 128 bits.
const DIGITS: usize = 15;

/// Names of units and their milliseconds.
const MILLISECONDS: &[(&str, i64)] = &[
    ("ms", 1),
    ("millisecond", 1),
    ("milliseconds", 1),
    ("s", 1_000),
    ("sec", 1_000),
    ("second", 1_000),
    ("seconds", 1_000),
    ("min", 60_000),
    ("minute", 60_000),
    ("minutes", 60_000),
    ("h", 3_600_000),
    ("hour", 3_600_000),
    ("hours", 3_600_000),
    ("d", 86_400_000),
    ("day", 86_400_000),
    ("days", 86_400_000),
    ("week", 604_800_000),
    ("weeks", 604_800_000),
];

/// A length of time that may point backwards, such as `"-5 min"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SignedSpan(Span);

/// A number of working days, such as `"3 working days"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkingDays(pub u32);

impl SignedSpan {
    /// The length, below zero if it points backwards.
    pub fn value(self) -> Span {
        self.0
    }
}

impl Leaf for Span {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let text = span_text(value)?;
        match text.strip_prefix('-') {
            None => milliseconds(text).map(Span::from_milliseconds),
            Some(_) => Err(fault().help("it cannot be negative")),
        }
    }
}

impl Leaf for SignedSpan {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let text = span_text(value)?;
        let length = match text.strip_prefix('-') {
            None => milliseconds(text.trim_start_matches('+')),
            Some(length) => milliseconds(length.trim_start()).map(|length| -length),
        };
        length.map(|length| SignedSpan(Span::from_milliseconds(length)))
    }
}

impl Leaf for WorkingDays {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let number = match value {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => split_number(text.trim()).0.to_string(),
            _ => String::new(),
        };
        let days: Option<u32> = number.parse().ok();
        let unit = text_of(value, || no_working_days(days)).map(|text| split_number(text).1)?;
        match days {
            Some(days) if unit == "working days" || unit == "working day" => Ok(WorkingDays(days)),
            _ => Err(no_working_days(days.filter(|_| speaks_of_days(unit)))),
        }
    }
}

/// Whether a unit may be meant for working days: weeks are not.
fn speaks_of_days(unit: &str) -> bool {
    unit.is_empty() || unit.contains('d')
}

fn no_working_days(days: Option<u32>) -> Fault {
    Fault::new("must be a number of working days")
        .help("write it as \"3 working days\"")
        .guess(days.map(|days| format!("\"{days} working days\"")))
}

fn fault() -> Fault {
    Fault::new("must be a length of time").help(EXAMPLE)
}

fn span_text(value: &Value) -> Result<&str, Fault> {
    let guess = match value {
        Value::Integer(number) if 0 < *number => Some(format!("\"{number} min\"")),
        Value::Float(number) if 0.0 < *number && number.is_finite() => {
            Some(format!("\"{number} min\""))
        }
        _ => None,
    };
    text_of(value, || fault().guess(guess))
}

/// Milliseconds of a text such as `1.5 h`.
fn milliseconds(text: &str) -> Result<i64, Fault> {
    let (number, unit) = split_number(text);
    if number.is_empty() {
        return Err(fault());
    }
    if number.contains(',') {
        let guess = format!("\"{} {unit}\"", number.replace(',', "."));
        return Err(fault().guess(Some(guess)));
    }
    let length = exact(number, unit_milliseconds(number, unit)?)?;
    match length <= LONGEST_DAYS * 86_400_000 {
        true => Ok(length),
        false => Err(Fault::new("must be at most 100 years")),
    }
}

/// The number a text begins with, and the rest.
pub fn split_number(text: &str) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_ascii_digit() && !".,".contains(character));
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    (number, unit.trim())
}

fn unit_milliseconds(number: &str, unit: &str) -> Result<i64, Fault> {
    let lower = unit.to_lowercase();
    let found = MILLISECONDS.iter().find(|(name, _)| *name == lower);
    found.map(|(_, milliseconds)| *milliseconds).ok_or_else(|| unknown_unit(number, &lower))
}

fn unknown_unit(number: &str, unit: &str) -> Fault {
    match unit {
        "" => fault().help(format!("{number} of what? {UNITS}")),
        "m" => fault().guess(Some(format!("\"{number} min\""))),
        "month" | "months" | "year" | "years" => {
            fault().help("months and years differ in length: write days or weeks")
        }
        _ if unit.starts_with("working") => fault().help("working days have no length in hours"),
        _ => {
            let near = nearest(unit, MILLISECONDS.iter().map(|(name, _)| *name));
            fault().help(UNITS).guess(near.map(|near| format!("\"{number} {near}\"")))
        }
    }
}

/// A decimal number times whole milliseconds, without rounding.
fn exact(number: &str, unit: i64) -> Result<i64, Fault> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits: i128 = format!("{whole}{fraction}").parse().map_err(|_| fault())?;
    if whole.is_empty() || fraction.is_empty() || fraction.contains('.') {
        return Err(fault());
    }
    if DIGITS < fraction.len() || DIGITS < whole.len() {
        return Err(Fault::new(format!("must have at most {DIGITS} digits on either side")));
    }
    let (product, scale) = (digits * i128::from(unit), 10_i128.pow(fraction.len() as u32));
    if product % scale != 0 {
        return Err(Fault::new("must be a whole number of milliseconds").help(UNITS));
    }
    Ok(i64::try_from(product / scale).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::leaf::{Fault, Leaf, SignedSpan, WorkingDays};
    use crate::scenario::reading::tree::Value;
    use crate::time::Span;

    fn span(text: &str) -> Result<i64, Fault> {
        Span::parse(&Value::Text(text.to_string())).map(Span::milliseconds)
    }

    fn advice(text: &str) -> String {
        span(text).expect_err("not a span").help.join(" | ")
    }

    #[test]
    fn spans_are_exact() {
        assert_eq!(span("12 min"), Ok(720_000));
        assert_eq!(span("1.5 h"), Ok(5_400_000));
        assert_eq!(span("0.1 h"), Ok(360_000));
        assert_eq!(span("90s"), Ok(90_000));
        assert_eq!(span("3 days"), Ok(259_200_000));
        assert_eq!(span("2 weeks"), Ok(1_209_600_000));
        assert_eq!(span("250 ms"), Ok(250));
        assert_eq!(span("0.001 s"), Ok(1));
        assert_eq!(span("1 Minute"), Ok(60_000));
        assert_eq!(span("36525 days"), Ok(3_155_760_000_000));
    }

    #[test]
    fn what_is_no_span_is_refused_with_advice() {
        assert!(advice("12").contains("12 of what?"));
        assert!(advice("4,5 min").contains("did you mean `\"4.5 min\"`?"));
        assert!(advice("5 mins").contains("did you mean `\"5 min\"`?"));
        assert!(advice("5 m").contains("did you mean `\"5 min\"`?"));
        assert!(advice("-5 min").contains("negative"));
        assert!(advice("1 month").contains("write days or weeks"));
        assert!(advice("3 working days").contains("no length in hours"));
        assert!(advice("").contains("such as \"12 min\""));
        assert!(advice("soon").contains("such as \"12 min\""));
        assert_eq!(span("0.0001 s").map_err(|fault| fault.message), too_fine());
        for wrong in ["36526 days", "1.2.3 h", ". h", "5. h", ".5 h", "99999999999999999999 h"] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }

    fn too_fine() -> Result<i64, String> {
        Err("must be a whole number of milliseconds".to_string())
    }

    #[test]
    fn a_bare_number_is_asked_for_its_unit() {
        let fault = Span::parse(&Value::Float(4.5)).expect_err("no unit");
        assert!(fault.help.join(" ").contains("did you mean `\"4.5 min\"`?"));
        assert!(Span::parse(&Value::Float(f64::INFINITY)).is_err());
    }

    #[test]
    fn signed_spans_may_point_backwards() {
        let signed =
            |text: &str| SignedSpan::parse(&Value::Text(text.to_string())).map(SignedSpan::value);
        assert_eq!(signed("-5 min"), Ok(Span::from_minutes(-5)));
        assert_eq!(signed("5 min"), Ok(Span::from_minutes(5)));
        assert!(signed("--5 min").is_err());
    }

    #[test]
    fn working_days_are_counted() {
        let days = |text: &str| WorkingDays::parse(&Value::Text(text.to_string()));
        assert_eq!(days("3 working days"), Ok(WorkingDays(3)));
        assert_eq!(days("1 working day"), Ok(WorkingDays(1)));
        let fault = days("4 days").expect_err("days of the calendar");
        assert_eq!(
            fault.help.last().map(String::as_str),
            Some("did you mean `\"4 working days\"`?")
        );
        assert!(days("1.5 working days").is_err());
        let fault = WorkingDays::parse(&Value::Integer(4)).expect_err("a bare number");
        assert_eq!(
            fault.help.last().map(String::as_str),
            Some("did you mean `\"4 working days\"`?")
        );
    }
}
