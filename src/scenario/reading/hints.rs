//! What to say about a mistake of grammar.

use std::ops::Range;

use toml::de::Error;

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::lines::{line_at, lines};
use crate::scenario::reading::mistyped::{line_hint, value_hint};
use crate::scenario::reading::source::{Place, SourceId};

/// What the parser says of text without quotes, wherever it stands.
const NO_QUOTES: &str = "string values must be quoted";

/// Advice on what the parser says, by the beginning of its message.
const ADVICE: &[(&str, &str)] = &[
    ("missing escaped value", "write `\\\\` for a backslash, or put the text in single quotes"),
    ("invalid basic string", "close the text with a double quote on its line"),
    ("invalid unquoted key", "put a key with other characters in double quotes"),
    ("key with no value", "write `key = value`"),
    ("unclosed table", "write `[name]` on a line of its own"),
    ("unclosed array table", "write `[[name]]` on a line of its own"),
    ("recursion limit", "this is nested too deeply"),
    ("cannot recurse further", "this is nested too deeply"),
];

/// The diagnostic of a mistake of grammar.
pub fn explained(text: &str, source: SourceId, error: &Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    if error.message() == "duplicate key" {
        return duplicate(text, source, span);
    }
    let line = line_at(text, span.start);
    let hint = match within_line(text, error) {
        true => value_hint(&text[span.clone()]).map(|hint| hint.at(span.start)),
        false => line_hint(&text[line.clone()]).map(|hint| hint.at(line.start)),
    };
    match (hint, opening(text, line, error.message())) {
        (Some(hint), _) => hint.diagnostic(source),
        (None, Some(opened)) => not_closed(Place::new(source, opened), Place::new(source, span)),
        (None, None) => plain(error.message()).at(Place::new(source, span)),
    }
}

/// Whether an error is about a text without quotes that has a key before it on its line.
///
/// Such errors do not follow from each other, so that a line may have several.
pub fn within_line(text: &str, error: &Error) -> bool {
    let span =
        error.span().filter(|span| !span.is_empty() && error.message().starts_with(NO_QUOTES));
    span.is_some_and(|span| text[line_at(text, span.start).start..span.start].contains('='))
}

fn plain(message: &str) -> Diagnostic {
    let advice = ADVICE.iter().find(|(beginning, _)| message.starts_with(beginning));
    Diagnostic::error(format!("this is not TOML: {message}"))
        .helps(advice.map(|(_, advice)| advice.to_string()))
}

fn not_closed(opened: Place, noticed: Place) -> Diagnostic {
    Diagnostic::error("a bracket is not closed")
        .at(opened)
        .label("opened here")
        .also(noticed, "something new begins here")
        .help("close it with `]` or `}`")
}

/// The bracket that is still open at a line with a new key or table.
fn opening(text: &str, line: Range<usize>, message: &str) -> Option<Range<usize>> {
    let bracket = match message {
        message if message.contains("array") => '[',
        message if message.contains("inline table") || message.contains("key-value") => '{',
        _ => return None,
    };
    let begins = text[line.clone()].trim_start();
    let new = begins.starts_with('[') || has_key(begins, begins.split([' ', '=']).next()?);
    let position = |line: Range<usize>| {
        let (key, value) = text[line.clone()].split_once('=')?;
        let spaces = value.len() - value.trim_start().len();
        value.trim_start().starts_with(bracket).then_some(line.start + key.len() + 1 + spaces)
    };
    let opened = lines(&text[..line.start]).filter_map(position).last().filter(|_| new)?;
    Some(opened..opened + 1)
}

/// A key or a table that is there twice, with the place of the first.
fn duplicate(text: &str, source: SourceId, span: Range<usize>) -> Diagnostic {
    let key = &text[span.clone()];
    let diagnostic = Diagnostic::error(format!("duplicate key `{key}`"))
        .at(Place::new(source, span.clone()))
        .label("here again")
        .help("keep one of the two");
    match first_of(text, span) {
        Some(first) => diagnostic.also(Place::new(source, first), "first here"),
        None => diagnostic,
    }
}

/// Where the duplicate at `span` stands first: the same header, or the same key since the last
/// header.
fn first_of(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let (line, key) = (line_at(text, span.start), &text[span.clone()]);
    let before = lines(text).take_while(|other| other.start < line.start);
    let header = text[line.clone()].trim_start().starts_with('[');
    let mut found: Vec<Range<usize>> = match header {
        true => before.collect(),
        false => since_header(text, before.collect()),
    };
    found.retain(|other| match header {
        true => same_header(&text[other.clone()], &text[line.clone()]),
        false => has_key(&text[other.clone()], key),
    });
    let found = found.first()?;
    let start = found.start + text[found.clone()].find(key)?;
    Some(start..start + key.len())
}

/// Those of some lines that come after the last header.
fn since_header(text: &str, mut lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let is_header = |line: &Range<usize>| text[line.clone()].trim_start().starts_with('[');
    let header = lines.iter().rposition(is_header);
    lines.split_off(header.map_or(0, |header| header + 1))
}

fn same_header(one: &str, other: &str) -> bool {
    let name = |line: &str| {
        let end = line.find(']')?;
        Some(line[..end].replace(['[', ' '], "")).filter(|_| line.trim_start().starts_with('['))
    };
    name(one).is_some() && name(one) == name(other)
}

fn has_key(line: &str, key: &str) -> bool {
    let rest = line.trim_start().strip_prefix(key).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(['=', '.']))
}

#[cfg(test)]
mod tests;
