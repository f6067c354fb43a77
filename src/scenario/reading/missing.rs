//! What to say about keys that a table must have and has not.

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::keys::{self, Key};
use crate::scenario::reading::tree::Node;
use crate::scenario::reading::words;

/// The mistake of a table that lacks keys, with what each means and how to write it.
pub fn missing_keys(node: &Node, missing: &[&str]) -> Diagnostic {
    let keys = words::all(missing.iter().copied());
    let message = match node.path.written.as_str() {
        "" => format!("the scenario lacks {keys}"),
        path => format!("`{path}` lacks {keys}"),
    };
    let help = missing.iter().map(|key| how_to_add(&node.path.key(key).catalogue, key));
    Diagnostic::error(message).at(node.place).helps(help)
}

fn how_to_add(path: &str, key: &str) -> String {
    let beneath: Vec<&str> = keys::of_table(path).map(Key::name).collect();
    match keys::find(path) {
        Some(key) => format!("add `{}` ({})", key.example, key.meaning),
        None if beneath.is_empty() => format!("add `{key} = ...`"),
        None => format!("add a table `[{path}]` with {}", words::all(beneath)),
    }
}
