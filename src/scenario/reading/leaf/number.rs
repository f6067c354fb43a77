//! Numbers: counts, limits, and numbers with a sign or without.

use crate::scenario::reading::leaf::text::number_in;
use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;

/// A whole number from `LEAST` to `MOST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count<const LEAST: u32 = 0, const MOST: u32 = { u32::MAX }>(u32);

/// A whole number from `LEAST` to `MOST`, or `"unlimited"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit<const LEAST: u32 = 0, const MOST: u32 = { u32::MAX }>(Option<u32>);

/// A finite number above zero.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Positive(f64);

/// A finite number, zero or above.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NonNegative(f64);

impl<const LEAST: u32, const MOST: u32> Count<LEAST, MOST> {
    /// The number.
    pub fn value(self) -> u32 {
        self.0
    }
}

impl<const LEAST: u32, const MOST: u32> Limit<LEAST, MOST> {
    /// The number, or `None` where there is no limit.
    pub fn value(self) -> Option<u32> {
        self.0
    }
}

impl Positive {
    /// The number.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl NonNegative {
    /// The number.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl<const LEAST: u32, const MOST: u32> Leaf for Count<LEAST, MOST> {
    fn parse(value: &Value) -> Result<Self, Fault> {
        whole(value, u64::from(LEAST), u64::from(MOST)).map(|number| Count(number as u32))
    }
}

impl<const LEAST: u32, const MOST: u32> Leaf for Limit<LEAST, MOST> {
    fn parse(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Text(text) if text == "unlimited" => Ok(Limit(None)),
            _ => Count::<LEAST, MOST>::parse(value)
                .map(|count| Limit(Some(count.0)))
                .map_err(|fault| fault.help("for no limit write \"unlimited\"")),
        }
    }
}

/// Any whole number that is not negative, such as a seed.
impl Leaf for u64 {
    fn parse(value: &Value) -> Result<Self, Fault> {
        whole(value, 0, i64::MAX as u64)
    }
}

/// Any finite number.
impl Leaf for f64 {
    fn parse(value: &Value) -> Result<Self, Fault> {
        number(value, "must be a number", |_| true)
    }
}

impl Leaf for Positive {
    fn parse(value: &Value) -> Result<Self, Fault> {
        number(value, "must be a number above 0", |number| 0.0 < number).map(Positive)
    }
}

impl Leaf for NonNegative {
    fn parse(value: &Value) -> Result<Self, Fault> {
        number(value, "must be a number, 0 or more", |number| 0.0 <= number).map(NonNegative)
    }
}

/// A whole number between two bounds, both allowed.
fn whole(value: &Value, least: u64, most: u64) -> Result<u64, Fault> {
    let fault = || Fault::new(format!("must be a whole number{}", bounds(least, most)));
    match value {
        Value::Integer(number) => u64::try_from(*number)
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(fault),
        Value::Float(number) => Err(not_whole(*number, fault())),
        Value::Text(text) => Err(fault().guess(number_in(text))),
        _ => Err(fault()),
    }
}

fn bounds(least: u64, most: u64) -> String {
    match (least, most) {
        (_, most) if most < u64::from(u32::MAX) => format!(" from {least} to {most}"),
        _ => format!(", {least} or more"),
    }
}

fn not_whole(number: f64, fault: Fault) -> Fault {
    match number.is_finite() && number.fract() == 0.0 && number.abs() < 1e15 {
        true => fault.guess(Some(format!("{number}"))),
        false => fault,
    }
}

/// A finite number of which `allowed` is true.
pub fn number(value: &Value, message: &str, allowed: fn(f64) -> bool) -> Result<f64, Fault> {
    let found = match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Float(number) => Some(*number),
        _ => None,
    };
    let guess = match value {
        Value::Text(text) => number_in(text),
        _ => None,
    };
    found
        .filter(|number| number.is_finite() && allowed(*number))
        .ok_or_else(|| Fault::new(message).guess(guess))
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::leaf::{Count, Leaf, Limit, NonNegative, Positive};
    use crate::scenario::reading::tree::Value;

    fn text(text: &str) -> Value {
        Value::Text(text.to_string())
    }

    fn refusal(value: &Value) -> String {
        let fault = Count::<1, 1000>::parse(value).expect_err("not a count");
        format!("{} | {}", fault.message, fault.help.join(" | "))
    }

    #[test]
    fn counts_are_whole_and_within_bounds() {
        assert_eq!(Count::<1, 1000>::parse(&Value::Integer(255)).map(Count::value), Ok(255));
        assert_eq!(Count::<1, 1000>::parse(&Value::Integer(1000)).map(Count::value), Ok(1000));
        let range = "must be a whole number from 1 to 1000 | ";
        assert_eq!(refusal(&Value::Float(2.5)), range);
        assert_eq!(refusal(&Value::Integer(0)), range);
        assert_eq!(refusal(&Value::Integer(-1)), range);
        assert_eq!(refusal(&Value::Float(f64::INFINITY)), range);
        assert_eq!(refusal(&Value::Float(3.0)), format!("{range}did you mean `3`?"));
        assert_eq!(refusal(&text("60")), format!("{range}did you mean `60`?"));
        let open = Count::<1>::parse(&Value::Integer(0)).expect_err("too small");
        assert_eq!(open.message, "must be a whole number, 1 or more");
    }

    #[test]
    fn a_limit_says_how_to_have_none() {
        assert_eq!(Limit::<1>::parse(&text("unlimited")).map(Limit::value), Ok(None));
        assert_eq!(Limit::<1>::parse(&Value::Integer(4)).map(Limit::value), Ok(Some(4)));
        let fault = Limit::<1>::parse(&Value::Float(f64::INFINITY)).expect_err("infinite");
        assert_eq!(fault.help, ["for no limit write \"unlimited\""]);
    }

    #[test]
    fn numbers_are_finite() {
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(f64::parse(&Value::Float(wrong)).is_err());
            assert!(Positive::parse(&Value::Float(wrong)).is_err());
            assert!(NonNegative::parse(&Value::Float(wrong)).is_err());
        }
        assert!(Positive::parse(&Value::Integer(0)).is_err());
        assert!(NonNegative::parse(&Value::Integer(0)).is_ok());
        let fault = Positive::parse(&text("4,5")).expect_err("a text");
        assert_eq!(fault.help, ["did you mean `4.5`?"]);
    }

    #[test]
    fn a_seed_may_be_as_large_as_toml_allows() {
        assert_eq!(u64::parse(&Value::Integer(i64::MAX)), Ok(i64::MAX as u64));
        assert!(u64::parse(&Value::Integer(-1)).is_err());
    }
}
