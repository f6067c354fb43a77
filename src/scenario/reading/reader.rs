//! Reading a table key by key, with every mistake noted and no key left over.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::figure_name::{FigureName, Name};
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::keys;
use crate::scenario::reading::leaf::{DateRange, Fault, Read};
use crate::scenario::reading::missing::missing_keys;
use crate::scenario::reading::source::Place;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};
use crate::scenario::reading::unknown::Known;
use crate::time::Date;

/// A table that is being read. Ask for every key first, then put the struct together: a `?` between
/// two questions would hide the mistakes of the later ones.
///
/// ```
/// use antrean::scenario::reading::{Count, Findings, Node, Read, WorkingDays, read_table};
///
/// struct Booking {
///     daily_quota: u32,
///     window: Option<WorkingDays>,
/// }
///
/// impl Read for Booking {
///     fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
///         read_table(node, findings, |reader| {
///             let daily_quota = reader.required::<Count<1, 100_000>>("daily_quota");
///             let window = reader.optional("window");
///             Some(Booking { daily_quota: daily_quota?.value(), window })
///         })
///     }
/// }
/// ```
pub struct Reader<'a> {
    node: &'a Node,
    table: &'a Table,
    findings: &'a mut Findings,
    asked: Vec<&'a str>,
    missing: Vec<&'static str>,
}

/// Reads a table by a closure, then notes all required keys that are missing and all keys that
/// nobody asked for.
pub fn read_table<T>(
    node: &Node,
    findings: &mut Findings,
    read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
) -> Option<T> {
    let Value::Table(table) = &node.value else {
        findings.refuse(node, not_a_table(node));
        return None;
    };
    let (asked, missing) = (Vec::new(), Vec::new());
    let mut reader = Reader { node, table, findings, asked, missing };
    let whole = read(&mut reader);
    if whole.is_some() {
        reader.note_unused();
    }
    let misspelt = reader.note_unknown();
    reader.note_missing(&misspelt);
    whole
}

fn not_a_table(node: &Node) -> Fault {
    let path = &node.path.written;
    Fault::new("must be a table")
        .help(format!("write `[{path}]` on a line of its own and the keys below it"))
}

impl<'a> Reader<'a> {
    /// The value of a key that must be there.
    pub fn required<T: Read>(&mut self, key: &'static str) -> Option<T> {
        if self.node(key).is_none() {
            self.missing.push(key);
        }
        self.optional(key)
    }

    /// The value of a key that may be there.
    pub fn optional<T: Read>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        T::read(node, self.findings)
    }

    /// The value of a key, or what holds if it is not there.
    pub fn or<T: Read>(&mut self, key: &'static str, default: T) -> T {
        self.optional(key).unwrap_or(default)
    }

    /// A table beneath this one that may be there.
    pub fn section<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(key)?;
        read_table(node, self.findings, read)
    }

    /// A table beneath this one that must be there.
    pub fn required_section<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        if self.node(key).is_none() {
            self.missing.push(key);
        }
        self.section(key, read)
    }

    /// A node of a table whose keys a planner chooses.
    pub fn read<T: Read>(&mut self, node: &Node) -> Option<T> {
        T::read(node, self.findings)
    }

    /// The tables of a list such as `[[stage]]`; none if it is not there. No two may have the same
    /// `name`.
    pub fn list_of_tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Reader<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let Value::List(entries) = &node.value else {
            self.findings.refuse(node, not_a_list_of_tables(key));
            return Vec::new();
        };
        self.note_same_names(entries);
        entries.iter().filter_map(|entry| read_table(entry, self.findings, &mut read)).collect()
    }

    /// The figure that `measure` and `of` name; whether there is such a figure is checked later.
    pub fn figure_name(&mut self) -> Option<FigureName> {
        let measure = self.required("measure");
        let of = self.optional("of");
        let name = |text, key| Name { text, place: self.place_of(key) };
        let figure =
            FigureName { measure: name(measure?, "measure"), of: of.map(|of| name(of, "of")) };
        self.findings.figures.push(figure.clone());
        Some(figure)
    }

    /// The value of a key as it stands in the tree.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// All keys and values, for tables whose keys a planner chooses.
    pub fn entries(&mut self) -> &'a [Entry] {
        self.asked.extend(self.table.keys());
        &self.table.entries
    }

    /// Notes a mistake at the value of a key, or at the table if the key is not there.
    pub fn wrong(&mut self, key: &str, message: &str, help: &str) {
        self.note_at(key, Diagnostic::error(message).helps(advice(help)));
    }

    /// Notes that a value is not what its key wants, to be read after the path of the key: "must be
    /// whole days".
    pub fn refuse(&mut self, key: &str, message: &str, help: &str) {
        let path = match key {
            "" => self.node.path.written.clone(),
            key => self.node.path.key(key).written,
        };
        self.wrong(key, &format!("`{path}` {message}"), help);
    }

    /// Notes what is wrong with a node that was read, to be read after its path.
    pub fn refuse_node(&mut self, node: &Node, fault: Fault) {
        self.findings.refuse(node, fault);
    }

    /// Notes a mistake or doubt at a place of its own, such as a row of a file.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        self.findings.note(diagnostic);
    }

    /// Notes that a list has more entries than the program can tell apart.
    pub fn at_most(&mut self, key: &'static str, found: usize, most: usize) {
        if most < found {
            self.refuse(key, &format!("must have at most {most} entries"), "");
        }
    }

    /// Notes a doubt at the value of a key, or at the table if the key is not there.
    pub fn doubtful(&mut self, key: &str, message: &str, help: &str) {
        self.note_at(key, Diagnostic::warning(message).helps(advice(help)));
    }

    /// Notes that none of some dates is among those that are played.
    pub fn expect_played(&mut self, key: &str, dates: &[DateRange], played: &RangeInclusive<Date>) {
        if !dates.iter().any(|dates| dates.meets(played)) {
            let (first, last) = (played.start(), played.end());
            let message = format!("none of these dates is played, from {first} to {last}");
            self.doubtful(key, &message, "");
        }
    }

    fn note_at(&mut self, key: &str, diagnostic: Diagnostic) {
        // That a table is a table is no news.
        let telling = self.table.get(key).filter(|node| node.table().is_none());
        let found = telling.map_or(String::new(), |node| node.value.described());
        self.findings.note(diagnostic.at(self.place_of(key)).label(found));
    }

    /// Where the value of a key stands, or the table if the key is not there.
    pub fn place_of(&self, key: &str) -> Place {
        self.table.get(key).map_or(self.node.place, |node| node.place)
    }

    fn note_same_names(&mut self, entries: &[Node]) {
        let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
        for entry in entries {
            let first = entry.name().and_then(|name| seen.insert(name, entry));
            if let Some(first) = first {
                self.findings.note(same_name(entry, first));
            }
        }
    }

    /// A missing key whose name was only misspelt is one mistake, not two.
    fn note_missing(&mut self, misspelt: &BTreeSet<&str>) {
        self.missing.retain(|key| !misspelt.contains(key));
        if self.missing.is_empty() {
            return;
        }
        self.findings.note(missing_keys(self.node, &self.missing));
    }

    /// Notes the keys that are not of this table; returns those probably meant.
    fn note_unknown(&mut self) -> BTreeSet<&'a str> {
        let known = Known::new(&self.node.path, &self.asked);
        let unknown = self.table.entries.iter().filter(|entry| !known.has(&entry.key));
        let mut meant = BTreeSet::new();
        for entry in unknown {
            meant.extend(known.meant_by(&entry.key));
            self.findings.note(known.unknown_key(entry));
        }
        meant
    }

    /// A key of the catalogue that nobody asked for does nothing beside the other keys of its
    /// table.
    fn note_unused(&mut self) {
        for entry in &self.table.entries {
            let path = self.node.path.key(&entry.key).catalogue;
            if !self.asked.contains(&entry.key.as_str()) && keys::find(&path).is_some() {
                self.findings.note(
                    Diagnostic::error(format!("`{}` has no effect here", entry.key))
                        .at(entry.place)
                        .help("take it out, or change the keys beside it that make it idle"),
                );
            }
        }
    }
}

fn same_name(entry: &Node, first: &Node) -> Diagnostic {
    Diagnostic::error(format!("`{}` is there twice", entry.path.written))
        .at(entry.name_place())
        .label("the same name again")
        .also(first.name_place(), "first here")
        .help("give each its own name")
}

/// Advice, unless there is none.
fn advice(help: &str) -> Option<String> {
    Some(help.to_string()).filter(|help| !help.is_empty())
}

fn not_a_list_of_tables(key: &str) -> Fault {
    Fault::new("must be a list of tables")
        .help(format!("write `[[{key}]]` with double brackets, once for each of them"))
}

#[cfg(test)]
mod tests;
