//! What a planner probably meant by a line that is not TOML.

use std::ops::Range;

use toml::de::DeValue;

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::leaf::{number_in, why_no_date};
use crate::scenario::reading::source::{Place, SourceId};
use crate::scenario::reading::words;

/// A better message than the parser's, where it belongs, and what to write.
pub struct Hint {
    span: Range<usize>,
    message: &'static str,
    help: String,
}

impl Hint {
    fn new(span: Range<usize>, message: &'static str, help: String) -> Self {
        Hint { span, message, help }
    }

    /// The hint for a text that begins at `start` of its source.
    pub fn at(self, start: usize) -> Self {
        Hint { span: self.span.start + start..self.span.end + start, ..self }
    }

    /// The hint as a mistake.
    pub fn diagnostic(self, source: SourceId) -> Diagnostic {
        Diagnostic::error(self.message).at(Place::new(source, self.span)).help(self.help)
    }
}

/// What is wrong with a line that has a key and a value.
pub fn line_hint(line: &str) -> Option<Hint> {
    let Some((key, rest)) = line.split_once('=') else { return colon_hint(line) };
    let value = rest.split('#').next().unwrap_or("").trim();
    let start = line.len() - rest.trim_start().len();
    key_hint(line, key.trim()).or_else(|| inner_comma_hint(line)).or_else(|| match value {
        "" => Some(Hint::new(
            line.len()..line.len(),
            "a key has no value",
            "write a value behind the `=`".to_string(),
        )),
        _ => value_hint(value).map(|hint| hint.at(start)),
    })
}

fn key_hint(line: &str, key: &str) -> Option<Hint> {
    let start = line.find(key)?;
    let words =
        key.contains(' ') && key.chars().all(|character| character == ' ' || bare(character));
    let help = format!("write `{}`", key.replace(' ', "_"));
    words.then(|| Hint::new(start..start + key.len(), "a key is one word", help))
}

fn bare(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-_".contains(character)
}

fn colon_hint(line: &str) -> Option<Hint> {
    let (key, value) = line.split_once(": ")?;
    let help = format!("write `{} = {}`", key.trim(), value.trim());
    let span = key.len()..key.len() + 1;
    let sound = key.trim().chars().all(bare);
    sound.then(|| Hint::new(span, "key and value are joined by `=`", help))
}

/// A decimal comma within an inline table, where TOML takes it for the end of a value.
fn inner_comma_hint(line: &str) -> Option<Hint> {
    let table = line.find('{')?;
    let values = line.match_indices('=').filter(|(start, _)| table < *start);
    values.filter_map(|(equals, _)| number_with_comma(line, equals + 1)).next()
}

fn number_with_comma(line: &str, start: usize) -> Option<Hint> {
    let start = line.len() - line[start..].trim_start().len();
    let part = |character: char| character.is_ascii_digit() || ",+-".contains(character);
    let length = line[start..].find(|character| !part(character)).unwrap_or(line.len() - start);
    let (whole, fraction) = line[start..start + length].split_once(',')?;
    let number = !whole.is_empty() && !fraction.is_empty() && !fraction.contains(',');
    number.then(|| value_hint(&line[start..start + length])).flatten().map(|hint| hint.at(start))
}

/// What is wrong with a value.
pub fn value_hint(value: &str) -> Option<Hint> {
    if value.starts_with(['"', '\'', '[', '{']) || is_toml(value) {
        return None;
    }
    let bare = value.trim_end_matches([',', ';', ' ']);
    let ended = || Some(("a value ends with its line", format!("write {bare}")));
    let (message, help) = match is_toml(bare) {
        true => ended(),
        false => number_hint(bare).or_else(|| date_hint(bare)).or_else(|| word_hint(bare)),
    }?;
    Some(Hint::new(0..value.len(), message, help))
}

fn is_toml(value: &str) -> bool {
    DeValue::parse(value).is_ok()
}

fn number_hint(value: &str) -> Option<(&'static str, String)> {
    if let Some(percent) = value.strip_suffix('%') {
        let share = number_in(percent)?.parse::<f64>().ok()? / 100.0;
        return Some(("TOML has no percent sign", format!("write a share: {share}")));
    }
    let number = number_in(value)?;
    if value.contains(',') {
        return Some(("decimals have a point", format!("write decimals with a point: {number}")));
    }
    if value.contains('.') {
        return Some(("a decimal point has digits on both sides", format!("write {number}")));
    }
    let bare = number.trim_start_matches('0');
    (bare.len() < number.len()).then(|| ("a number has no leading zeros", format!("write {bare}")))
}

fn date_hint(value: &str) -> Option<(&'static str, String)> {
    let reason = why_no_date(value)?;
    Some(("this is not a date", reason))
}

fn word_hint(value: &str) -> Option<(&'static str, String)> {
    match value.to_lowercase().as_str() {
        "true" | "yes" | "on" => {
            Some(("truth is written in small letters", "write true".to_string()))
        }
        "false" | "no" | "off" => {
            Some(("truth is written in small letters", "write false".to_string()))
        }
        _ => {
            let bare = value.trim_matches(|character: char| "“”„‘’«»\"'".contains(character));
            let help = format!("write it in straight double quotes: {}", words::shown(bare));
            Some(("a text stands in quotes", help))
        }
    }
}
