//! Labels, and numbers that were written as text.

use crate::scenario::reading::leaf::hidden::hidden;
use crate::scenario::reading::leaf::{Fault, Leaf};
use crate::scenario::reading::tree::Value;

/// Characters of a label at most.
const LONGEST: usize = 200;

const VISIBLE: &str = "nobody sees it: delete it and type the text anew; text that runs from right \
    to left needs no marks";

/// A label: some text on one line of characters that are seen, not too long for a table or a chart.
impl Leaf for String {
    fn parse(value: &Value) -> Result<Self, Fault> {
        let Value::Text(text) = value else {
            return Err(Fault::new("must be a text").help("write it in double quotes"));
        };
        if text.trim().is_empty() {
            return Err(Fault::new("must not be empty"));
        }
        if LONGEST < text.chars().count() {
            return Err(Fault::new(format!("must have at most {LONGEST} characters")));
        }
        if text.chars().any(char::is_control) {
            return Err(Fault::new("must be on one line, without control characters"));
        }
        match hidden(text) {
            None => Ok(text.clone()),
            Some((character, what)) => {
                let code = u32::from(character);
                let message = format!("must not hide U+{code:04X}, {what}, among its characters");
                Err(Fault::new(message).help(VISIBLE))
            }
        }
    }
}

/// The text of a value that must be one, such as `"12 min"`.
pub fn text_of(value: &Value, fault: impl FnOnce() -> Fault) -> Result<&str, Fault> {
    match value {
        Value::Text(text) => Ok(text.trim()),
        _ => Err(fault()),
    }
}

/// A number that was written as text, perhaps with a decimal comma, as TOML would have it.
pub fn number_in(text: &str) -> Option<String> {
    let point = text.trim().replace(',', ".").replace('_', "");
    let plain =
        point.chars().all(|character| character.is_ascii_digit() || "+-.".contains(character));
    let number: f64 = point.parse().ok()?;
    (plain && number.is_finite()).then(|| match point.contains('.') {
        true => format!("{number:?}"),
        false => point.trim_start_matches('+').to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::number_in;
    use crate::scenario::reading::leaf::Leaf;
    use crate::scenario::reading::tree::Value;

    #[test]
    fn labels_are_short_and_on_one_line() {
        let label = |text: &str| String::parse(&Value::Text(text.to_string()));
        assert_eq!(label("interview"), Ok("interview".to_string()));
        assert!(label(&"é".repeat(200)).is_ok());
        assert!(label(&"é".repeat(201)).is_err());
        assert!(label(" ").is_err());
        assert!(label("a\nb").is_err());
        assert!(label("a\0b").is_err());
        let fault = label("a\u{202e}b").expect_err("hidden");
        assert!(fault.message.contains("hide U+202E, a mark of direction"), "{fault:?}");
        assert!(String::parse(&Value::Integer(3)).is_err());
    }

    #[test]
    fn numbers_in_quotes_are_recognised() {
        assert_eq!(number_in("4,5").as_deref(), Some("4.5"));
        assert_eq!(number_in(".5").as_deref(), Some("0.5"));
        assert_eq!(number_in(" 60 ").as_deref(), Some("60"));
        assert_eq!(number_in("nan"), None);
        assert_eq!(number_in("1e400"), None);
        assert_eq!(number_in("many"), None);
        assert_eq!(number_in(""), None);
    }
}
