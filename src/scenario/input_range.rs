//! The range over which an input is uncertain: two values as a planner writes them.

use crate::scenario::reading::{Fault, Leaf, Node, Value};

/// Digits by which a value in between may be finer than the ends.
const FINER: usize = 4;
/// Digits of a value with a unit: milliseconds are the finest that time is told in.
const WITH_UNIT: usize = 3;

/// From a least to a greatest value of an input, ends included.
#[derive(Clone, Debug, PartialEq)]
pub struct InputRange {
    low: f64,
    high: f64,
    /// The ends as they were written, without their unit.
    ends: [String; 2],
    /// Behind a number; empty for plain numbers.
    unit: String,
}

const HELP: &str =
    "write two numbers, the lesser first, as in [0.05, 0.3] or [\"7 min\", \"15 min\"]";

impl InputRange {
    /// The range from one value to another, of which the first may leave out the unit.
    ///
    /// # Errors
    /// If one is no number with a unit, the units differ, or the second is not the greater.
    pub fn new(from: &str, to: &str) -> Result<InputRange, Fault> {
        let (low, low_unit) = parted(from);
        let (high, unit) = parted(to);
        let number = |text: &str| -> Result<f64, Fault> {
            let number: Option<f64> = text.parse().ok();
            let fault = || Fault::new(format!("must be of numbers, not {text:?}")).help(HELP);
            number.filter(|number| number.is_finite()).ok_or_else(fault)
        };
        let (least, greatest) = (number(low)?, number(high)?);
        if low_unit != unit && !low_unit.is_empty() {
            let message = format!("must have one unit, not {low_unit:?} and {unit:?}");
            return Err(Fault::new(message).help(HELP));
        }
        match least < greatest {
            true => Ok(InputRange {
                low: least,
                high: greatest,
                ends: [low.to_string(), high.to_string()],
                unit: unit.to_string(),
            }),
            false => Err(Fault::new("must go from a value to a greater one").help(HELP)),
        }
    }

    /// The least value, as a setting has it.
    pub fn least(&self) -> String {
        self.with_unit(&self.ends[0])
    }

    /// The greatest value, as a setting has it.
    pub fn greatest(&self) -> String {
        self.with_unit(&self.ends[1])
    }

    /// The value at a share of the range from 0 to 1, 1 excluded, as a setting has it. Where both
    /// ends are whole numbers, so is every value, and all of them have the same part of the range.
    pub fn at(&self, share: f64) -> String {
        let decimals = self.ends.iter().map(|end| decimals(end)).max().unwrap_or(0);
        match decimals {
            0 => {
                let step = (share * (self.high - self.low + 1.0)).floor();
                self.with_unit(&format!("{:.0}", (self.low + step).min(self.high)))
            }
            decimals => {
                let value = self.low + share * (self.high - self.low);
                let decimals = if self.unit.is_empty() { decimals + FINER } else { WITH_UNIT };
                self.with_unit(&format!("{value:.decimals$}"))
            }
        }
    }

    fn with_unit(&self, number: &str) -> String {
        format!("{number} {}", self.unit).trim_end().to_string()
    }
}

/// In a scenario, a list of two.
impl Leaf for InputRange {
    fn parse(value: &Value) -> Result<InputRange, Fault> {
        let fault = || Fault::new("must be a list of two values").help(HELP);
        let Value::List(ends) = value else { return Err(fault()) };
        let texts: Vec<String> = ends.iter().filter_map(scalar).collect();
        match texts.as_slice() {
            [low, high] if ends.len() == 2 => InputRange::new(low, high),
            _ => Err(fault()),
        }
    }
}

/// A number or text as a setting has it.
pub fn scalar(node: &Node) -> Option<String> {
    match &node.value {
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(format!("{number:?}")),
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// A number and the unit behind it.
fn parted(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end =
        text.find(|character: char| !(character.is_ascii_digit() || ".-+".contains(character)));
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    (number.trim(), unit.trim())
}

fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

#[cfg(test)]
mod tests {
    use super::InputRange;

    fn range(from: &str, to: &str) -> InputRange {
        InputRange::new(from, to).expect("a range")
    }

    #[test]
    fn ends_are_as_they_were_written() {
        let minutes = range("7", "15 min");
        assert_eq!([minutes.least(), minutes.greatest()], ["7 min", "15 min"]);
        assert_eq!(range("0.05", "0.30").greatest(), "0.30");
        assert_eq!(range("-10 min", "5 min").least(), "-10 min");
    }

    #[test]
    fn whole_ends_have_whole_values_with_equal_parts() {
        let desks = range("2", "4");
        let values = [0.0, 0.33, 0.34, 0.66, 0.67, 0.999].map(|share| desks.at(share));
        assert_eq!(values, ["2", "2", "3", "3", "4", "4"]);
    }

    #[test]
    fn other_values_lie_between() {
        assert_eq!(range("0.0", "1.0").at(0.25), "0.25000");
        assert_eq!(range("7.0", "15 min").at(0.5), "11.000 min");
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for (from, to, wanted) in [
            ("5", "5", "to a greater one"),
            ("6", "5", "to a greater one"),
            ("a", "5", "of numbers"),
            ("", "5", "of numbers"),
            ("5 min", "6 h", "one unit"),
            ("07:30", "08:00", "one unit"),
        ] {
            let fault = InputRange::new(from, to).expect_err(from);
            assert!(fault.message.contains(wanted), "{from} to {to}: {}", fault.message);
        }
    }
}
