//! Values that read themselves: what was found is either right or a fault that says what is
//! allowed.

mod choice;
mod date;
mod date_range;
mod hidden;
mod hours;
mod list;
mod number;
mod run_length;
mod share;
mod span;
mod text;
mod time_of_day;
mod weekday;

pub use choice::{OneOf, ReadVariant, choice, variant};
pub(crate) use date::why_no_date;
pub use date_range::{DateRange, DateRanges};
pub use hidden::without_hidden;
pub use number::{Count, Limit, NonNegative, Positive};
pub use run_length::RunLength;
pub use share::Share;
pub use span::{SignedSpan, WorkingDays};
pub(crate) use text::number_in;
pub use weekday::weekdays;

use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::tree::{Node, Value};

/// Reading from a node of the tree; mistakes are noted, and `None` is returned for them.
pub trait Read: Sized {
    /// Reads the value, or notes everything that is wrong with it.
    fn read(node: &Node, findings: &mut Findings) -> Option<Self>;
}

/// A single value that knows what it can be made of; every leaf is also [`Read`].
pub trait Leaf: Sized {
    /// Makes the leaf of a value.
    ///
    /// # Errors
    /// Says what is allowed, to be read after the name of the key.
    fn parse(value: &Value) -> Result<Self, Fault>;
}

/// What is wrong with a value, to be read after the name of its key: "must be a whole number".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub message: String,
    pub help: Vec<String>,
}

impl Fault {
    /// A fault with no advice yet.
    pub fn new(message: impl Into<String>) -> Self {
        Fault { message: message.into(), help: Vec::new() }
    }

    /// Adds a line of advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds "did you mean ...?" if there is a guess.
    pub fn guess(mut self, guess: Option<String>) -> Self {
        self.help.extend(guess.map(|guess| format!("did you mean `{guess}`?")));
        self
    }
}

impl<T: Leaf> Read for T {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        T::parse(&node.value).map_err(|fault| findings.refuse(node, fault)).ok()
    }
}

impl Leaf for bool {
    fn parse(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Boolean(truth) => Ok(*truth),
            _ => Err(Fault::new("must be `true` or `false`").help("write it without quotes")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use crate::scenario::reading::leaf::{Fault, Leaf};
    use crate::scenario::reading::{Count, RunLength, Share, SignedSpan, Value, WorkingDays};
    use crate::time::{Date, Span, TimeOfDay, Weekday};

    fn refused<T: Leaf>(value: &Value) -> Option<Fault> {
        T::parse(value).err()
    }

    proptest! {
        /// Leaves refuse with a message that reads on after the name of a key.
        #[test]
        fn any_text_is_read_or_refused(text in "[-+0-9.,:/ %éa-z]{0,12}") {
            let value = Value::Text(text);
            let faults = [
                refused::<Count>(&value), refused::<Share>(&value), refused::<f64>(&value),
                refused::<Span>(&value), refused::<SignedSpan>(&value),
                refused::<WorkingDays>(&value),
                refused::<RunLength>(&value), refused::<Date>(&value), refused::<Weekday>(&value),
                refused::<TimeOfDay>(&value), refused::<String>(&value), refused::<bool>(&value),
            ];
            for fault in faults.into_iter().flatten() {
                prop_assert!(fault.message.starts_with("must "), "{}", fault.message);
            }
        }

        #[test]
        fn spans_of_any_decimal_are_exact(whole in 0_i64..10_000, thousandths in 0_i64..1_000) {
            let text = format!("{whole}.{thousandths:03} s");
            let span = Span::parse(&Value::Text(text)).map(Span::milliseconds);
            prop_assert!(span == Ok(whole * 1_000 + thousandths));
        }
    }
}
