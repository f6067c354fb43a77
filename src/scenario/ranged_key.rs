//! Inputs and their ranges as the command line names them: `booking.no_show=0.05..0.3`.

use std::str::FromStr;

use crate::scenario::InputRange;
use crate::scenario::lever::{at_top, check_played};
use crate::scenario::reading::Fault;

/// A key and the range over which it is varied.
#[derive(Clone, Debug, PartialEq)]
pub struct RangedKey {
    pub key: String,
    pub range: InputRange,
}

const HELP: &str = "write a key and a range, as in booking.no_show=0.05..0.3";

impl FromStr for RangedKey {
    type Err = String;

    fn from_str(text: &str) -> Result<RangedKey, String> {
        let parted = at_top(text, '=').map(|(key, values)| (key.trim(), values));
        let (key, values) = parted.filter(|(key, _)| !key.is_empty()).ok_or(HELP)?;
        check_played(key)?;
        let values = values.trim().trim_matches('"');
        let (low, high) = values.split_once("..").ok_or(HELP)?;
        let range = InputRange::new(low.trim(), high.trim());
        let fault =
            |fault: Fault| format!("the range {} ({})", fault.message, fault.help.join("; "));
        Ok(RangedKey { key: key.to_string(), range: range.map_err(fault)? })
    }
}

#[cfg(test)]
mod tests {
    use super::RangedKey;

    #[test]
    fn a_key_has_a_range() {
        let of: RangedKey = "stage.\"a = b\".service=\"7..15 min\"".parse().expect("a range");
        assert_eq!(of.key, "stage.\"a = b\".service");
        assert_eq!([of.range.least(), of.range.greatest()], ["7 min", "15 min"]);
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for text in ["a", "=1..2", "a=1", "a=1..x", "a=2..1", "language=1..2"] {
            assert!(text.parse::<RangedKey>().is_err(), "{text}");
        }
    }
}
