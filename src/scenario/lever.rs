//! Levers: keys of a scenario and the values that they are to take, as in
//! `booking.daily_quota=40..80:5`.

use std::str::FromStr;

use crate::scenario::reading::{Fault, Leaf, Value};

/// A key and its values, in the order in which they are to be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lever {
    /// The path of the key, as in `--set`.
    pub key: String,
    /// Each as it stands behind `key=` in a setting.
    pub values: Vec<String>,
    /// As it was written.
    pub text: String,
}

/// More values of one key than anybody tries: a slip in the step.
const MOST_VALUES: f64 = 100_000.0;
const HELP: &str = "write a range such as booking.daily_quota=40..80:5, with a unit where the key \
    has one as in booking.window=\"3..10:1 working days\", or a list such as \
    booking.release=[rolling, { weekly = \"fri 14:00\" }]";

impl Lever {
    /// The key without quotes, as `[sources]` names it.
    pub fn plain_key(&self) -> String {
        self.key.replace(['"', '\''], "")
    }

    /// The setting that gives the key one of its values.
    pub fn setting(&self, value: usize) -> String {
        format!("{}={}", self.key, self.values[value])
    }
}

/// Refuses a key that changes only what people read of a scenario.
///
/// # Errors
/// Says what to do instead.
pub fn check_played(key: &str) -> Result<(), String> {
    let instead = match key.replace(['"', '\''], "").as_str() {
        "language" => "choose it for all with --language en or --language id",
        "title" | "label" => "write it in the scenario, or give it with --set",
        _ => return Ok(()),
    };
    Err(format!(
        "{key} is no lever: it changes what people read and nothing that is played; {instead}"
    ))
}

impl FromStr for Lever {
    type Err = String;

    fn from_str(text: &str) -> Result<Lever, String> {
        let (key, values) = at_top(text, '=').ok_or_else(|| HELP.to_string())?;
        let values = values.trim().trim_matches('"').trim();
        let list = values.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let values = match list {
            Some(list) => listed(list),
            None => range(values)?,
        };
        match (key.trim(), values.is_empty()) {
            ("", _) | (_, true) => Err(HELP.to_string()),
            (key, false) => {
                check_played(key)?;
                Ok(Lever { key: key.to_string(), values, text: text.to_string() })
            }
        }
    }
}

impl Leaf for Lever {
    fn parse(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Text(text) => text.parse().map_err(|message: String| Fault::new(&message)),
            _ => Err(Fault::new("must be a key and its values").help(HELP)),
        }
    }
}

/// The parts before and after a character that stands in no quotes and no brackets.
pub fn at_top(text: &str, wanted: char) -> Option<(&str, &str)> {
    let (mut quote, mut depth) = (None, 0u32);
    for (index, character) in text.char_indices() {
        match (quote, character) {
            (None, _) if character == wanted && depth == 0 => {
                return Some((&text[..index], &text[index + character.len_utf8()..]));
            }
            (None, '"' | '\'') => quote = Some(character),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    None
}

fn listed(list: &str) -> Vec<String> {
    let (mut rest, mut values) = (list, Vec::new());
    while let Some((value, after)) = at_top(rest, ',') {
        values.push(value.trim().to_string());
        rest = after;
    }
    values.push(rest.trim().to_string());
    values.retain(|value| !value.is_empty());
    values
}

/// `from..to`, `from..to:step`, and either with a unit.
fn range(text: &str) -> Result<Vec<String>, String> {
    let (from, rest) = text.split_once("..").ok_or_else(|| HELP.to_string())?;
    let is_number = |character: char| character.is_ascii_digit() || ".-+:".contains(character);
    let end = rest.find(|character| !is_number(character)).unwrap_or(rest.len());
    let (numbers, unit) = (&rest[..end], rest[end..].trim());
    let (to, step) = numbers.split_once(':').map_or((numbers, None), |(to, step)| (to, Some(step)));
    let (from, to) = (Decimal::from_str(from)?, Decimal::from_str(to)?);
    let step = match step {
        Some(step) => Decimal::from_str(step)?,
        None if from.digits + to.digits == 0 => Decimal { value: 1.0, digits: 0 },
        None => return Err(format!("{text} needs a step, as in {text}:0.1")),
    };
    if to.value < from.value {
        return Err(format!("{text} is an empty range: it ends before it begins"));
    }
    if step.value <= 0.0 {
        return Err(format!("{text} does not go on: its step must be greater than 0"));
    }
    // Half of the last digit, so that the end is reached where it is a multiple of the step.
    let steps = ((to.value - from.value) / step.value + 1e-9).floor();
    if MOST_VALUES <= steps {
        return Err(format!("{text} has {} values; at most {MOST_VALUES} are tried", steps + 1.0));
    }
    let digits = from.digits.max(step.digits);
    let value = |number: u32| {
        let value = from.value + f64::from(number) * step.value;
        format!("{value:.digits$} {unit}").trim_end().to_string()
    };
    Ok((0..=steps as u32).map(value).collect())
}

/// A number, and how many digits it has after the point.
#[derive(Clone, Copy, Debug)]
struct Decimal {
    value: f64,
    digits: usize,
}

impl FromStr for Decimal {
    type Err = String;

    fn from_str(text: &str) -> Result<Decimal, String> {
        let text = text.trim();
        let value: Option<f64> = text.parse().ok().filter(|value: &f64| value.is_finite());
        let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len());
        value.map(|value| Decimal { value, digits }).ok_or_else(|| HELP.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Lever;

    fn values(text: &str) -> Vec<String> {
        text.parse::<Lever>().expect(text).values
    }

    #[test]
    fn a_range_has_both_its_ends() {
        assert_eq!(values("booking.daily_quota=58..60"), ["58", "59", "60"]);
        assert_eq!(values("booking.daily_quota=40..60:10"), ["40", "50", "60"]);
        assert_eq!(values("a=40..59:10"), ["40", "50"]);
        assert_eq!(values("a=7..7"), ["7"]);
    }

    #[test]
    fn fractions_are_written_without_noise() {
        assert_eq!(values("booking.no_show=0..0.3:0.1"), ["0.0", "0.1", "0.2", "0.3"]);
        assert_eq!(values("a=-0.5..0.5:0.5"), ["-0.5", "0.0", "0.5"]);
    }

    #[test]
    fn a_unit_belongs_to_each_value() {
        let days = ["3 working days", "4 working days", "5 working days"];
        assert_eq!(values("booking.window=3..5 working days"), days);
        assert_eq!(values("booking.window=\"3..5:1 working days\""), days);
    }

    #[test]
    fn a_list_may_hold_anything() {
        assert_eq!(values("a=[1, 5, 2]"), ["1", "5", "2"]);
        let tables = values("a=[rolling, { weekly = \"fri, 14:00\" }]");
        assert_eq!(tables, ["rolling", "{ weekly = \"fri, 14:00\" }"]);
    }

    #[test]
    fn a_key_may_have_quotes() {
        let lever: Lever = "stage.\"a = b\".desks=1..2".parse().expect("a lever");
        assert_eq!(lever.setting(1), "stage.\"a = b\".desks=2");
    }

    #[test]
    fn what_makes_no_values_is_refused() {
        for (text, message) in [
            ("a", "write a range"),
            ("=1..2", "write a range"),
            ("a=[]", "write a range"),
            ("a=5", "write a range"),
            ("a=x..y", "write a range"),
            ("a=5..4", "is an empty range"),
            ("a=1..2:0", "greater than 0"),
            ("a=0..0.5", "needs a step"),
            ("a=0..1000000000", "1000000001 values"),
            ("language=[en, id]", "language is no lever"),
            ("\"language\"=[en, id]", "with --language"),
            ("title=[\"a\", \"b\"]", "title is no lever"),
        ] {
            let told = text.parse::<Lever>().expect_err(text);
            assert!(told.contains(message), "{text}: {told}");
        }
    }
}
