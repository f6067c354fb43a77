//! TOML text to a tree with places, and all that is not TOML in it.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeFloat, DeInteger, DeString, DeTable, DeValue, Error};
use toml::value::Datetime;

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::foreign;
use crate::scenario::reading::hints;
use crate::scenario::reading::lines::line_at;
use crate::scenario::reading::source::{Place, SourceId};
use crate::scenario::reading::tree::{Entry, Node, Table, Value};
use crate::time::Date;

/// Mistakes of grammar shown for one file at most.
const SHOWN: usize = 20;
/// Mistakes of grammar looked at for them, many of which follow from others.
const LOOKED_AT: usize = 200;

/// Parses a text as a scenario; mistakes are noted, and what could be understood is returned.
pub fn parse(name: &str, text: &str, findings: &mut Findings) -> Node {
    let source = findings.sources.add(name, text.to_string());
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut tree = Tree { source, offset: 0, findings };
    if !errors.is_empty() {
        tree.note_errors(text, &errors);
    }
    let table = tree.table(document.get_ref());
    if table.entries.is_empty() && errors.is_empty() {
        tree.findings.note(empty(name, text));
    }
    Node::new(Place::new(source, 0..0), Value::Table(table))
}

/// Parses a single value that begins at `offset` of its source.
///
/// # Errors
/// The first mistake of grammar.
pub fn parse_value(
    text: &str,
    start: (SourceId, usize),
    findings: &mut Findings,
) -> Result<Option<Node>, Error> {
    let (source, offset) = start;
    let value = DeValue::parse(text)?;
    Ok(Tree { source, offset, findings }.node(&value))
}

fn empty(name: &str, text: &str) -> Diagnostic {
    let what = match text.trim().is_empty() {
        true => "is empty",
        false => "has nothing but comments",
    };
    Diagnostic::error(format!("{} {what}", name.escape_debug()))
        .help("a scenario has lines such as `title = \"...\"` and tables such as `[booking]`")
}

/// Turns what the `toml` package found into nodes.
struct Tree<'a> {
    source: SourceId,
    offset: usize,
    findings: &'a mut Findings,
}

impl Tree<'_> {
    fn note_errors(&mut self, text: &str, errors: &[Error]) {
        if let Some((span, message)) = foreign::not_toml(text) {
            let help =
                "a scenario has lines such as `title = \"...\"` and tables such as `[booking]`";
            self.findings.note(Diagnostic::error(message).at(self.place(span)).help(help));
            return;
        }
        let conflicts = foreign::conflicts(text);
        for marker in &conflicts {
            let message = "this looks like an unresolved git conflict";
            let help = "keep one of the two versions, and take the marker lines out";
            let place = self.place(marker.clone());
            self.findings.note(Diagnostic::error(message).at(place).help(help));
        }
        if conflicts.is_empty() {
            self.note_by_line(text, errors);
        }
    }

    /// One mistake leads to others on its line: only those are noted that follow from no other.
    fn note_by_line(&mut self, text: &str, errors: &[Error]) {
        let start = |error: &&Error| error.span().map_or(0, |span| span.start);
        let mut sorted: Vec<&Error> = errors.iter().collect();
        sorted.sort_by_key(start);
        let (mut noted, mut next_line) = (BTreeSet::new(), 0);
        for error in sorted.into_iter().take(LOOKED_AT) {
            let follows = start(&error) < next_line && !hints::within_line(text, error);
            if !follows && noted.len() < SHOWN {
                next_line = line_at(text, start(&error)).end + 1;
                let diagnostic = hints::explained(text, self.source, error);
                if noted.insert(diagnostic.place) {
                    self.findings.note(diagnostic);
                }
            }
        }
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.source, span.start + self.offset..span.end + self.offset)
    }

    fn table(&mut self, table: &DeTable<'_>) -> Table {
        let mut entries: Vec<Entry> =
            table.iter().filter_map(|(key, value)| self.entry(key, value)).collect();
        entries.sort_by_key(|entry| entry.place);
        Table { entries }
    }

    fn entry(
        &mut self,
        key: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Entry> {
        let node = self.node(value)?;
        Some(Entry { key: key.get_ref().to_string(), place: self.place(key.span()), node })
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Node> {
        let place = self.place(value.span());
        let value = match value.get_ref() {
            DeValue::Boolean(truth) => Value::Boolean(*truth),
            DeValue::Integer(number) => self.integer(number, place)?,
            DeValue::Float(number) => self.float(number, place)?,
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Datetime(moment) => moment_or_date(*moment)?,
            DeValue::Array(nodes) => {
                Value::List(nodes.iter().filter_map(|node| self.node(node)).collect())
            }
            DeValue::Table(table) => Value::Table(self.table(table)),
        };
        Some(Node::new(place, value))
    }

    fn integer(&mut self, number: &DeInteger<'_>, place: Place) -> Option<Value> {
        if number.as_str().is_empty() {
            return None;
        }
        let whole = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if whole.is_none() {
            self.note_too_large(place);
        }
        whole.map(Value::Integer)
    }

    fn float(&mut self, number: &DeFloat<'_>, place: Place) -> Option<Value> {
        let value: f64 = number.as_str().parse().ok()?;
        if value.is_infinite() && !number.as_str().contains("inf") {
            self.note_too_large(place);
            return None;
        }
        Some(Value::Float(value))
    }

    fn note_too_large(&mut self, place: Place) {
        let help = "whole numbers go to 9223372036854775807, others to 1.7e308";
        self.findings.note(
            Diagnostic::error("this number is too large")
                .at(place)
                .label("it overflowed")
                .help(help),
        );
    }
}

/// A date alone, or whatever else has a time; nothing where the grammar was wrong.
fn moment_or_date(moment: Datetime) -> Option<Value> {
    match (moment.date, moment.time) {
        (None, None) => None,
        (Some(date), None) => {
            let (year, month, day) = (date.year as i16, date.month as i8, date.day as i8);
            Date::new(year, month, day).map(Value::Date).ok()
        }
        _ => Some(Value::Moment(moment.to_string())),
    }
}
