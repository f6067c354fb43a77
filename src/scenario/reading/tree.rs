//! A scenario as a tree of values, each with the place where it was written and the key path it
//! has.

use std::sync::Arc;

use crate::scenario::reading::rows::Rows;
use crate::scenario::reading::source::Place;
use crate::time::Date;

/// Characters of a name that a path repeats at most.
const LONGEST_NAME: usize = 60;

/// A value, where it was written, and the path of keys that leads to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub place: Place,
    pub path: KeyPath,
    pub value: Value,
}

/// How to get to a value from the top of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPath {
    /// As a planner writes it for `--set`: `stage.interview.desks`; entries without a name count
    /// from 1.
    pub written: String,
    /// As the catalogue of keys has it: `stage[].desks`.
    pub catalogue: String,
}

/// What TOML can say, or a file that it names.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    Date(Date),
    /// A time of day, or a date with a time, as it was written.
    Moment(String),
    List(Vec<Node>),
    Table(Table),
    /// A table that stands in a CSV file of its own.
    Sheet(Arc<Rows>),
}

/// Keys and values in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub entries: Vec<Entry>,
}

/// A key of a table, where it was written, and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub place: Place,
    pub node: Node,
}

impl Node {
    /// A value at a place; its path is known once the tree is whole.
    pub fn new(place: Place, value: Value) -> Self {
        Node { place, path: KeyPath::default(), value }
    }

    /// The paths of this value and of all within it, in the order in which they were written.
    pub fn paths(&self) -> Vec<KeyPath> {
        let mut paths = vec![self.path.clone()];
        match &self.value {
            Value::Table(table) => {
                paths.extend(table.entries.iter().flat_map(|entry| entry.node.paths()));
            }
            Value::List(nodes) => paths.extend(nodes.iter().flat_map(Node::paths)),
            _ => {}
        }
        paths
    }

    /// The value as text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as a table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The `name` of a table.
    pub fn name(&self) -> Option<&str> {
        self.table()?.get("name")?.text()
    }

    /// Where the `name` of a table stands, or the table if it has none.
    pub fn name_place(&self) -> Place {
        self.table().and_then(|table| table.get("name")).map_or(self.place, |name| name.place)
    }

    /// Gives this node a path, and all beneath it theirs.
    pub fn name_paths(&mut self, path: KeyPath) {
        match &mut self.value {
            Value::Table(table) => {
                for entry in &mut table.entries {
                    entry.node.name_paths(path.key(&entry.key));
                }
            }
            Value::List(nodes) => {
                for (index, node) in nodes.iter_mut().enumerate() {
                    let path = path.entry(index, node.name());
                    node.name_paths(path);
                }
            }
            _ => {}
        }
        self.path = path;
    }
}

impl KeyPath {
    /// The path of a key of the table at this path.
    pub fn key(&self, key: &str) -> KeyPath {
        let joined = |path: &str, key: &str| match path {
            "" => key.to_string(),
            _ => format!("{path}.{key}"),
        };
        let written = joined(&self.written, &quoted(key));
        KeyPath { written, catalogue: joined(&self.catalogue, key) }
    }

    /// The path of an entry of the list at this path.
    fn entry(&self, index: usize, name: Option<&str>) -> KeyPath {
        let written = match name.filter(|name| is_telling(name)) {
            Some(name) => format!("{}.{}", self.written, quoted(name)),
            None => format!("{}[{}]", self.written, index + 1),
        };
        KeyPath { written, catalogue: format!("{}[]", self.catalogue) }
    }
}

impl Table {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// A key with its place and value.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Takes a key out.
    pub fn remove(&mut self, key: &str) -> Option<Entry> {
        let index = self.entries.iter().position(|entry| entry.key == key)?;
        Some(self.entries.remove(index))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.key.as_str())
    }
}

/// Whether a name can stand for its entry in a message.
fn is_telling(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.contains('\n')
}

/// A key as TOML wants it: bare if it can be, else in quotes.
fn quoted(key: &str) -> String {
    let bare = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    match !key.is_empty() && key.chars().all(bare) {
        true => key.to_string(),
        false => format!("{key:?}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::read_text;

    #[test]
    fn every_value_knows_its_path() {
        let text = "factors = [1, 2]\n[[stage]]\nname = \"photo and prints\"\ndesks = 3\n";
        let (node, _) = read_text("office.toml", text);
        let root = node.expect("sound");
        let list = |key: &str| match &root.table().expect("a table").get(key).expect(key).value {
            crate::scenario::reading::Value::List(nodes) => nodes.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(list("factors")[1].path.written, "factors[2]");
        let stage = &list("stage")[0];
        let desks = stage.table().and_then(|stage| stage.get("desks")).expect("there");
        assert_eq!(desks.path.written, "stage.\"photo and prints\".desks");
        assert_eq!(desks.path.catalogue, "stage[].desks");
    }
}
