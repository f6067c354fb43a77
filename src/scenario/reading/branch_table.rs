//! A table of offices: each row of a CSV file as a `[[branch]]`, its columns as keys.

use std::path::Path;

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::rows::{Cell, Row, Rows};
use crate::scenario::reading::settings::{self, Step};
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::source::Place;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};

/// Lists whose entries a column names by their `name`, as in `stage.interview.desks`.
const LISTS: [&str; 1] = ["stage"];

/// The keys that lead to the values of a column.
type Column = Vec<Step>;

/// Appends the rows of `offices.table` to the branches, if there is such a table.
pub fn append_branches(from: (Shelf, &Path), root: &mut Node, findings: &mut Findings) {
    let named = root.table().and_then(|table| table.get("offices")?.table()?.get("table"));
    let Some(named) = named.filter(|named| named.text().is_some()).cloned() else { return };
    let Some(table) = Rows::read(from, &named, findings) else { return };
    let columns: Vec<Option<Column>> =
        table.headings.iter().map(|heading| column(heading, findings)).collect();
    let rows = table.rows.iter().map(|of| row(of, &columns, findings)).collect();
    append(root, rows, named.place);
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

fn column(heading: &Cell, findings: &mut Findings) -> Option<Column> {
    let Cell { text, place } = heading;
    let steps = settings::steps(text, place.source);
    if steps.is_none() {
        let help = "a column is a key of `[[branch]]`, as in `booking.daily_quota` or \
                    `stage.interview.desks`";
        let message = format!("the column `{}` is no key", text.escape_debug());
        findings.note(Diagnostic::error(message).at(*place).help(help));
    }
    Some(steps?.into_iter().map(|step| Step { place: *place, ..step }).collect())
}

/// One row as a table; an empty cell says nothing.
fn row(of: &Row, columns: &[Option<Column>], findings: &mut Findings) -> Node {
    let mut row = Node::new(of.place, Value::Table(Table::default()));
    for (cell, column) in of.cells.iter().zip(columns) {
        let Some(column) = column.as_ref().filter(|_| !cell.text.is_empty()) else { continue };
        let put = settings::value(&cell.text, (cell.place.source, cell.place.start), findings)
            .and_then(|value| value.map_or(Ok(()), |value| put(&mut row, column, value)));
        if let Err(diagnostic) = put {
            findings.note(*diagnostic);
        }
    }
    row
}

/// Puts a value where its column leads, through an entry of the name where that is a list.
fn put(row: &mut Node, column: &[Step], value: Node) -> Result<(), Box<Diagnostic>> {
    match column {
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
