//! `[sources]`: where each figure comes from, as the planner states it, and how uncertain it is.

use crate::scenario::input_range::InputRange;
use crate::scenario::lever::check_played;
use crate::scenario::reading::{Findings, KEYS, Node, Read, Reader, Value, nearest, read_table};

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The input, such as `booking.daily_quota` or `stage.interview.desks`.
    pub key: String,
    pub origin: String,
    /// The range over which it is uncertain, if it is stated.
    pub range: Option<InputRange>,
}

/// What stands behind a key: the origin, or the origin and a range.
struct Stated {
    origin: String,
    range: Option<InputRange>,
}

/// What a source calls what nobody has measured, in either language.
const ASSUMPTION: [&str; 2] = ["assumption", "asumsi"];

impl Source {
    /// Reads `[sources]`; every key must be one of the scenario language.
    pub fn read_all(reader: &mut Reader<'_>) -> Option<Vec<Source>> {
        let mut sources = Vec::new();
        for entry in reader.entries() {
            if !is_known(&entry.key) {
                let message = format!("`{}` is no key of a scenario", entry.key);
                reader.wrong(&entry.key, &message, &help(&entry.key));
            }
            if let Some(Stated { origin, range }) = reader.read(&entry.node) {
                if let Some(fault) = range.as_ref().and_then(|_| check_played(&entry.key).err()) {
                    reader.wrong(&entry.key, &fault, "leave its range out");
                }
                sources.push(Source { key: entry.key.clone(), origin, range });
            }
        }
        Some(sources)
    }

    /// Whether the figure is assumed, wholly or in part.
    pub fn is_assumed(&self) -> bool {
        let origin = self.origin.to_lowercase();
        ASSUMPTION.iter().any(|word| origin.contains(word))
    }
}

impl Read for Stated {
    fn read(node: &Node, findings: &mut Findings) -> Option<Stated> {
        match &node.value {
            Value::Table(_) => read_table(node, findings, |reader| {
                let origin = reader.required("from");
                let range = reader.optional("range");
                Some(Stated { origin: origin?, range })
            }),
            _ => Some(Stated { origin: String::read(node, findings)?, range: None }),
        }
    }
}

/// Whether a path names an input or a section, or those of an entry of a list:
/// `stage.interview.desks`.
pub fn is_known(path: &str) -> bool {
    let paths = || KEYS.iter().map(|key| key.path);
    let (table, rest) = path.split_once('.').unwrap_or((path, ""));
    let list = format!("{table}[]");
    let last = rest.rsplit('.').next().unwrap_or(rest);
    let of_list = |key: &str| key.strip_prefix(&list).is_some_and(|key| key == format!(".{last}"));
    let below = |key: &str| key.strip_prefix(path).is_some_and(|key| key.starts_with(['.', '[']));
    let is_entry = !rest.contains('.') && paths().any(|key| key.starts_with(&list));
    is_entry || paths().any(|key| key == path || below(key) || of_list(key))
}

/// The nearest key to a path that names none, as advice.
pub fn help(path: &str) -> String {
    match nearest(path, KEYS.iter().map(|key| key.path)) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "write key paths such as \"booking.daily_quota\"".to_string(),
    }
}
