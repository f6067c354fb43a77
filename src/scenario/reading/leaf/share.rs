//! Shares of a whole, from 0 to 1.

use crate::scenario::reading::leaf::number::number;
use crate::scenario::reading::leaf::text::number_in;
use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;

/// A share or a probability from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// The share as a number.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl Leaf for Share {
    fn parse(value: &Value) -> Result<Self, Fault> {
        number(value, "must be a share from 0 to 1", |number| (0.0..=1.0).contains(&number))
            .map(Share)
            .map_err(|fault| Fault { help: Vec::new(), ..fault }.guess(guess(value)))
    }
}

/// What was probably meant by a percentage or a number in quotes.
fn guess(value: &Value) -> Option<String> {
    let (number, percent) = match value {
        Value::Integer(number) => (*number as f64, true),
        Value::Float(number) => (*number, true),
        Value::Text(text) => {
            let bare = text.trim().trim_end_matches('%');
            let number: f64 = number_in(bare)?.parse().ok()?;
            (number, text.contains('%') || 1.0 < number)
        }
        _ => return None,
    };
    match percent {
        true => (1.0 < number && number <= 100.0).then(|| hundredth(number)),
        false => (0.0..=1.0).contains(&number).then(|| number.to_string()),
    }
}

/// A percentage as a share, without the noise of a binary division.
fn hundredth(percent: f64) -> String {
    let digits = format!("{:.6}", percent / 100.0);
    digits.trim_end_matches('0').trim_end_matches('.').to_string()
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::leaf::{Leaf, Share};
    use crate::scenario::reading::tree::Value;

    fn advice(value: Value) -> String {
        Share::parse(&value).expect_err("not a share").help.join(" ")
    }

    #[test]
    fn shares_end_at_nought_and_one() {
        for right in [0.0, 0.35, 1.0] {
            assert_eq!(Share::parse(&Value::Float(right)).map(Share::value), Ok(right));
        }
        assert!(Share::parse(&Value::Integer(1)).is_ok());
        assert!(Share::parse(&Value::Float(-0.1)).is_err());
        assert!(Share::parse(&Value::Float(f64::NAN)).is_err());
    }

    #[test]
    fn percentages_are_seen_through() {
        assert_eq!(advice(Value::Integer(35)), "did you mean `0.35`?");
        assert_eq!(advice(Value::Integer(95)), "did you mean `0.95`?");
        assert_eq!(advice(Value::Text("12,5 %".to_string())), "did you mean `0.125`?");
        assert_eq!(advice(Value::Text("0,35".to_string())), "did you mean `0.35`?");
        assert_eq!(advice(Value::Integer(350)), "");
        assert_eq!(advice(Value::Boolean(true)), "");
    }
}
