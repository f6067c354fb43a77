//! The file of wishes that `demand.from` names, taken into the scenario.

use std::path::Path;
use std::sync::Arc;

use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::leaf::Fault;
use crate::scenario::reading::rows::Rows;
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};

const SECTION: &str = "demand";
const KEY: &str = "from";
const FILE: &str = "csv";
/// What data say in the place of these keys.
const SAID_BY_DATA: [&str; 6] =
    ["per_day", "per_year", "per_hour", "counts", "weekday_factors", "month_factors"];
const RATES: usize = 3;

/// Takes out of a file's demand what the file that extends it says in another way: data come in the
/// place of a rate with its factors, and a rate in the place of data.
pub fn superseded(mut base: Node, over: &Node) -> Node {
    let stated = |key: &str| over.table().and_then(|over| over.get(SECTION)?.table()?.get(key));
    let dropped: &[&str] = match stated(KEY) {
        Some(_) => &SAID_BY_DATA,
        None if SAID_BY_DATA[..RATES].iter().any(|key| stated(key).is_some()) => &[KEY],
        None => &[],
    };
    if let Some(demand) = section(&mut base, SECTION) {
        demand.entries.retain(|entry| !dropped.contains(&entry.key.as_str()));
    }
    // Nor does it count any more where they came from.
    if let Some(sources) = section(&mut base, "sources") {
        let of = |key: &str| key.strip_prefix(SECTION)?.strip_prefix('.').map(str::to_string);
        sources
            .entries
            .retain(|entry| of(&entry.key).is_none_or(|key| !dropped.contains(&key.as_str())));
    }
    base
}

/// Puts the file's table in the place of its name.
pub fn insert_sheet(from: (Shelf, &Path), root: &mut Node, findings: &mut Findings) {
    let Some(node) = section(root, SECTION).and_then(|demand| value_of(demand, KEY)) else {
        return;
    };
    if node.text().is_some() {
        // The short form: a name alone.
        let entry = Entry { key: FILE.to_string(), place: node.place, node: node.clone() };
        node.value = Value::Table(Table { entries: vec![entry] });
    }
    let Value::Table(table) = &mut node.value else { return };
    let Some(file) = value_of(table, FILE) else { return };
    match file.text() {
        Some(_) => {
            let rows = Rows::read(from, file, findings);
            file.value =
                rows.map_or(Value::Table(Table::default()), |rows| Value::Sheet(Arc::new(rows)));
        }
        None => findings.refuse(file, Fault::new("must be the name of a CSV file")),
    }
}

/// Takes the data out: nobody wishes.
pub fn remove_sheet(root: &mut Node) {
    let Some(demand) = section(root, SECTION) else { return };
    if let Some(Entry { place, node, .. }) = demand.remove(KEY) {
        let node = Node { value: Value::Integer(0), ..node };
        demand.entries.push(Entry { key: SAID_BY_DATA[0].to_string(), place, node });
    }
}

fn section<'a>(root: &'a mut Node, key: &str) -> Option<&'a mut Table> {
    let Value::Table(root) = &mut root.value else { return None };
    match &mut value_of(root, key)?.value {
        Value::Table(section) => Some(section),
        _ => None,
    }
}

fn value_of<'a>(table: &'a mut Table, key: &str) -> Option<&'a mut Node> {
    let entry = table.entries.iter_mut().find(|entry| entry.key == key);
    entry.map(|entry| &mut entry.node)
}
