//! What was found, in a planner's words.

use crate::scenario::reading::tree::Value;

/// Characters of a text that a message repeats at most.
const SHOWN: usize = 40;

impl Value {
    /// Such as `the text "abc"`, `the number 2.5`, `a list of 3`.
    pub fn described(&self) -> String {
        match self {
            Value::Boolean(truth) => format!("`{truth}`"),
            Value::Integer(number) => format!("the number {number}"),
            Value::Float(number) if !number.is_finite() => {
                format!("`{}`", number.to_string().to_lowercase())
            }
            Value::Float(number) => format!("the number {number:?}"),
            Value::Text(text) if text.is_empty() => "an empty text".to_string(),
            Value::Text(text) => format!("the text {}", shown(text)),
            Value::Date(date) => format!("the date {date}"),
            Value::Moment(moment) => format!("the time {moment}"),
            Value::List(nodes) if nodes.is_empty() => "an empty list".to_string(),
            Value::List(nodes) => format!("a list of {}", nodes.len()),
            Value::Table(_) => "a table".to_string(),
            Value::Sheet(_) => "a file".to_string(),
        }
    }
}

/// A text in quotes, with control characters escaped, cut where it is long.
pub fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => format!("{text:?}"),
        Some((end, _)) => format!("{:?} and so on", &text[..end]),
    }
}

/// Names as `a`, `b` and `c`, each in backquotes.
pub fn all<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => "nothing".to_string(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{all, shown};
    use crate::scenario::reading::Value;

    #[test]
    fn values_are_named_in_words() {
        assert_eq!(Value::Text("abc".to_string()).described(), "the text \"abc\"");
        assert_eq!(Value::Float(60.0).described(), "the number 60.0");
        assert_eq!(Value::Float(f64::NAN).described(), "`nan`");
        assert_eq!(Value::List(Vec::new()).described(), "an empty list");
    }

    #[test]
    fn long_and_strange_texts_are_cut_and_escaped() {
        assert_eq!(shown("a\u{1b}[31m\0"), "\"a\\u{1b}[31m\\0\"");
        assert!(shown(&"é".repeat(10_000)).len() < 120);
    }

    #[test]
    fn names_are_listed_as_a_sentence_does() {
        assert_eq!(all(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(all(["a", "b"]), "`a` and `b`");
        assert_eq!(all(["a"]), "`a`");
    }
}
