//! Numbers by date that stand in CSV files of their own, taken into the scenario.

use std::collections::BTreeMap;
use std::path::Path;

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::rows::{Cell, Rows};
use crate::scenario::reading::settings;
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::source::Place;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};

/// Keys of a section that may name a file, each with the columns of its dates and its numbers.
const SECTION: &str = "start";
const KEYS: [(&str, [&str; 2]); 2] =
    [("booked", ["date", "booked"]), ("backlog", ["received", "files"])];

/// Puts the table of each named file in the place of its name, for the whole and for each branch.
pub fn insert_tables(from: (Shelf, &Path), root: &mut Node, findings: &mut Findings) {
    if let Some(Value::List(branches)) = value_of(root, "branch") {
        for branch in branches {
            insert(from, branch, findings);
        }
    }
    insert(from, root, findings);
}

fn insert(from: (Shelf, &Path), office: &mut Node, findings: &mut Findings) {
    let Some(Value::Table(section)) = value_of(office, SECTION) else { return };
    for (key, columns) in KEYS {
        let entry = section.entries.iter_mut().find(|entry| entry.key == key);
        let Some(node) = entry.map(|entry| &mut entry.node) else { continue };
        if node.text().is_some() {
            let rows = Rows::read(from, node, findings);
            let table = rows.and_then(|rows| table(&rows, columns, findings));
            node.value = Value::Table(table.unwrap_or_default());
        }
    }
}

fn value_of<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Value> {
    let Value::Table(table) = &mut node.value else { return None };
    let entry = table.entries.iter_mut().find(|entry| entry.key == key);
    entry.map(|entry| &mut entry.node.value)
}

/// Rows as a table of the scenario, the dates being its keys.
fn table(rows: &Rows, columns: [&str; 2], findings: &mut Findings) -> Option<Table> {
    let [date, number] = rows.columns(columns, findings)?;
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    let mut table = Table::default();
    for row in &rows.rows {
        let (date, number) = (&row.cells[date], &row.cells[number]);
        let empty = [(date, columns[0]), (number, columns[1])];
        if let Some((_, column)) = empty.iter().find(|(cell, _)| cell.text.is_empty()) {
            let message = format!("this row has no `{column}`");
            findings.note(Diagnostic::error(message).at(row.place));
        } else if let Some(first) = first.insert(&date.text, date.place) {
            let message = format!("`{}` is there twice", date.text.escape_debug());
            findings.note(Diagnostic::error(message).at(date.place).also(first, "first here"));
        } else if let Some(node) = value(number, findings) {
            table.entries.push(Entry { key: date.text.clone(), place: date.place, node });
        }
    }
    Some(table)
}

fn value(cell: &Cell, findings: &mut Findings) -> Option<Node> {
    let value = settings::value(&cell.text, (cell.place.source, cell.place.start), findings);
    value.map_err(|diagnostic| findings.note(*diagnostic)).ok().flatten()
}
