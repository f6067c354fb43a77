//! A table of offices: each row of a CSV file as a `[[branch]]`, its columns as keys.

use std::path::{Component, Path};

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::settings::{self, Step};
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::source::{Place, SourceId};
use crate::scenario::reading::tree::{Entry, Node, Table, Value};

/// Lists whose entries a column names by their `name`, as in `stage.interview.desks`.
const LISTS: [&str; 1] = ["stage"];

/// A column: where its heading stands, and the keys that lead to its values.
struct Column {
    steps: Vec<Step>,
}

/// Appends the rows of `offices.table` to the branches, if there is such a table. Its path is
/// relative to the file that names it.
pub fn append_branches(shelf: Shelf, file: &Path, root: &mut Node, findings: &mut Findings) {
    let Some(named) = root.table().and_then(|table| table.get("offices")?.table()?.get("table"))
    else {
        return;
    };
    let (Some(name), place) = (named.text(), named.place) else { return };
    let from = findings.sources.name(place.source);
    let from = if from == settings::SOURCE { file } else { Path::new(from) };
    let beside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(name).components().all(beside) {
        let message = "the table of offices must stay in the folder of the scenario";
        let help = "name a file beside the scenario, or in a folder beneath";
        return findings.note(Diagnostic::error(message).at(place).help(help));
    }
    let path = from.with_file_name(name);
    let text = match shelf.read(&path) {
        Ok(text) => text,
        Err(fault) => {
            let message = format!("`{}` {}", path.display(), fault.message);
            return findings.note(Diagnostic::error(message).at(place).helps(fault.help));
        }
    };
    let source = findings.sources.add(&path.display().to_string(), text.clone());
    let rows = rows(&text, source, findings);
    append(root, rows, place);
}

fn append(root: &mut Node, rows: Vec<Node>, place: Place) {
    let Value::Table(table) = &mut root.value else { return };
    match table.entries.iter_mut().find(|entry| entry.key == "branch") {
        Some(Entry { node: Node { value: Value::List(branches), .. }, .. }) => {
            branches.extend(rows);
        }
        Some(_) => {}
        None => {
            let node = Node::new(place, Value::List(rows));
            table.entries.push(Entry { key: "branch".to_string(), place, node });
        }
    }
}

/// The rows of a CSV text as tables; what is wrong with it goes to the findings.
fn rows(text: &str, source: SourceId, findings: &mut Findings) -> Vec<Node> {
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
    let Ok(headings) = reader.headers().cloned() else {
        let message = "this table has no headings that can be read";
        findings.note(Diagnostic::error(message).at(Place::new(source, 0..0)));
        return Vec::new();
    };
    let columns = columns(&headings, (text, source), findings);
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => rows.push(row(&record, &columns, (text, source), findings)),
            Err(error) => {
                let start = error.position().map_or(0, |position| position.byte() as usize);
                let message = format!("this row cannot be read: {error}");
                findings.note(Diagnostic::error(message).at(line_at(text, start, source)));
            }
        }
    }
    rows
}

fn columns(
    headings: &StringRecord,
    (text, source): (&str, SourceId),
    findings: &mut Findings,
) -> Vec<Option<Column>> {
    let mut places = Places { text, source, next: 0 };
    let mut column = |heading: &str| {
        let place = places.of(heading);
        let steps = settings::steps(heading, source);
        if steps.is_none() {
            let help = "a column is a key of `[[branch]]`, as in `booking.daily_quota` or \
                        `stage.interview.desks`";
            let message = format!("the column `{}` is no key", heading.escape_debug());
            findings.note(Diagnostic::error(message).at(place).help(help));
        }
        let steps = steps?.into_iter().map(|step| Step { place, ..step }).collect();
        Some(Column { steps })
    };
    headings.iter().map(&mut column).collect()
}

/// One row as a table; an empty cell says nothing.
fn row(
    record: &StringRecord,
    columns: &[Option<Column>],
    (text, source): (&str, SourceId),
    findings: &mut Findings,
) -> Node {
    let start = record.position().map_or(0, |position| position.byte() as usize);
    let mut places = Places { text, source, next: start };
    let mut row = Node::new(line_at(text, start, source), Value::Table(Table::default()));
    for (cell, column) in record.iter().zip(columns) {
        let place = places.of(cell);
        let Some(column) = column.as_ref().filter(|_| !cell.is_empty()) else { continue };
        let put = settings::value(cell, (source, place.start), findings)
            .and_then(|value| value.map_or(Ok(()), |value| put(&mut row, column, value)));
        if let Err(diagnostic) = put {
            findings.note(*diagnostic);
        }
    }
    row
}

/// Puts a value where its column leads, through an entry of the name where that is a list.
fn put(row: &mut Node, column: &Column, value: Node) -> Result<(), Box<Diagnostic>> {
    match column.steps.as_slice() {
        [list, name, rest @ ..] if LISTS.contains(&list.key.as_str()) && !rest.is_empty() => {
            entry(row, list, name).map_or(Ok(()), |entry| settings::put(entry, rest, value))
        }
        steps => settings::put(row, steps, value),
    }
}

/// The entry of a name in a list of a row, made if it is not there.
fn entry<'a>(row: &'a mut Node, list: &Step, name: &Step) -> Option<&'a mut Node> {
    let Value::Table(table) = &mut row.value else { return None };
    let list = settings::child(table, list);
    if !matches!(list.value, Value::List(_)) {
        list.value = Value::List(Vec::new());
    }
    let Value::List(entries) = &mut list.value else { return None };
    let found = entries.iter().position(|entry| entry.name() == Some(&name.key));
    let index = found.unwrap_or_else(|| {
        let text = Node::new(name.place, Value::Text(name.key.clone()));
        let named = Entry { key: "name".to_string(), place: name.place, node: text };
        let entries_of_it = Table { entries: vec![named] };
        entries.push(Node::new(name.place, Value::Table(entries_of_it)));
        entries.len() - 1
    });
    entries.get_mut(index)
}

/// Where cells stand, one after the other.
struct Places<'a> {
    text: &'a str,
    source: SourceId,
    next: usize,
}

impl Places<'_> {
    /// The place of the next cell, by its text.
    fn of(&mut self, cell: &str) -> Place {
        let rest = self.text.get(self.next..).unwrap_or_default();
        let start = self.next + rest.find(cell).unwrap_or(0);
        self.next = (start + cell.len()).min(self.text.len());
        Place::new(self.source, start..self.next)
    }
}

fn line_at(text: &str, start: usize, source: SourceId) -> Place {
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    let length = rest.trim_start().lines().next().map_or(0, str::len);
    Place::new(source, start + blank..start + blank + length)
}
