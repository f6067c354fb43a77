//! From a path and the `--set` arguments to one tree.

use std::path::Path;

use crate::scenario::reading::branch_table;
use crate::scenario::reading::dated;
use crate::scenario::reading::extends;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::merge;
use crate::scenario::reading::recorded;
use crate::scenario::reading::settings;
use crate::scenario::reading::shelf::Shelf;
use crate::scenario::reading::syntax;
use crate::scenario::reading::tree::{KeyPath, Node};

/// Reads a scenario file with all it extends, and changes in it what the `key=value` settings say.
///
/// There is no tree if a file cannot be read or is not TOML: its other mistakes would be guesses.
/// Otherwise there is one, and the findings may still have errors, such as a setting for a stage
/// that is not there.
pub fn read_scenario(shelf: Shelf, path: &Path, settings: &[String]) -> (Option<Node>, Findings) {
    let mut findings = Findings::default();
    let layers = extends::read_layers(shelf, path, &mut findings);
    whole((shelf, path), layers, settings, findings)
}

/// Reads a scenario from a text that extends nothing.
pub fn read_text(name: &str, text: &str) -> (Option<Node>, Findings) {
    let mut findings = Findings::default();
    let layers = vec![syntax::parse(name, text, &mut findings)];
    whole((Shelf::Disk, Path::new(name)), layers, &[], findings)
}

fn whole(
    (shelf, path): (Shelf, &Path),
    layers: Vec<Node>,
    settings: &[String],
    mut findings: Findings,
) -> (Option<Node>, Findings) {
    let broken = findings.has_errors();
    let Some(mut root) = merge::merge(layers, &mut findings) else { return (None, findings) };
    settings::apply(settings, &mut root, &mut findings);
    branch_table::append_branches((shelf, path), &mut root, &mut findings);
    dated::insert_tables((shelf, path), &mut root, &mut findings);
    recorded::insert_sheet((shelf, path), &mut root, &mut findings);
    root.name_paths(KeyPath::default());
    ((!broken).then_some(root), findings)
}
