//! What to say about a key that its table does not have.

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::keys::{self, KEYS, Key};
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::tree::{Entry, KeyPath};
use crate::scenario::reading::words;

/// Other tables named as the home of a key at most.
const HOMES: usize = 3;

/// The keys that a table may have: those of the catalogue and those that were asked for.
pub struct Known<'a> {
    names: Vec<&'a str>,
}

impl<'a> Known<'a> {
    /// The keys of the table at a path.
    pub fn new(path: &KeyPath, asked: &[&'a str]) -> Self {
        let mut names: Vec<&str> = keys::of_table(&path.catalogue).map(Key::name).collect();
        for key in asked {
            if !names.contains(key) {
                names.push(key);
            }
        }
        Known { names }
    }

    /// Whether the table may have a key.
    pub fn has(&self, key: &str) -> bool {
        self.names.contains(&key)
    }

    /// The key that was probably meant by a wrong one, unless that one belongs in another table.
    pub fn meant_by(&self, wrong: &str) -> Option<&'a str> {
        nearest(wrong, self.names.iter().copied()).filter(|_| homes(wrong).is_empty())
    }

    /// The mistake of a key that the table does not have.
    pub fn unknown_key(&self, entry: &Entry) -> Diagnostic {
        Diagnostic::error(format!("unknown key `{}`", entry.key.escape_debug()))
            .at(entry.place)
            .label("no such key here")
            .help(self.hint(&entry.key))
    }

    fn hint(&self, wrong: &str) -> String {
        let homes = homes(wrong);
        match self.meant_by(wrong) {
            Some(name) => format!("did you mean `{name}`?"),
            None if !homes.is_empty() => format!("`{wrong}` belongs {}", homes.join(" or ")),
            None => format!("allowed here: {}", words::all(self.names.iter().copied())),
        }
    }
}

/// The tables that have a key, as a planner finds them.
fn homes(name: &str) -> Vec<String> {
    let keys = KEYS.iter().filter(|key| key.name() == name);
    keys.take(HOMES).map(|key| header(key.table())).collect()
}

fn header(path: &str) -> String {
    match path.strip_suffix("[]") {
        _ if path.is_empty() => "at the top of the file, before the first `[section]`".to_string(),
        Some(list) => format!("in `[[{list}]]`"),
        None => format!("in `[{path}]`"),
    }
}
