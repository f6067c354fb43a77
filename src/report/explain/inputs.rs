//! Which inputs have a source, which are assumed, and which the scenario does not state.

use crate::report::explain::words::list;
use crate::scenario::reading::{KEYS, KeyPath};
use crate::scenario::{Scenario, Source};

/// A point for each kind of inputs.
pub fn inputs(scenario: &Scenario) -> Vec<String> {
    let sources = &scenario.references.sources;
    let is_assumed = |source: &&Source| source.is_assumed();
    let keys = |sources: &mut dyn Iterator<Item = &Source>| -> Vec<String> {
        sources.map(|source| source.key.clone()).collect()
    };
    let sourced: Vec<String> = sources
        .iter()
        .filter(|source| !is_assumed(source))
        .map(|source| format!("{} ({})", source.key, source.origin))
        .collect();
    let points = [
        ("With a source", sourced),
        ("Assumed, wholly or in part", keys(&mut sources.iter().filter(is_assumed))),
        ("Stated, but not from where", without_source(scenario)),
        ("Not stated, so the default holds", defaults(scenario)),
    ];
    let full = points.into_iter().filter(|(_, keys)| !keys.is_empty());
    full.map(|(kind, keys)| format!("{kind}: {}.", list(&keys))).collect()
}

/// Sections whose keys describe the experiment and not the office.
const NO_INPUTS: [&str; 11] = [
    "title", "label", "extends", "run", "sources", "known", "target", "plan", "name", "branch",
    "offices",
];

/// Keys that are stated and of which `[sources]` says nothing.
fn without_source(scenario: &Scenario) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for path in &scenario.references.stated {
        let (table, last) = (first(&path.catalogue), last(&path.catalogue));
        let is_input = KEYS.iter().any(|key| key.path == path.catalogue);
        let about_people = last == "name" || NO_INPUTS.contains(&table);
        let covered = scenario.references.sources.iter().any(|source| covers(&source.key, path));
        let within = found.iter().any(|found| path.written.starts_with(&format!("{found}.")));
        if is_input && !about_people && !covered && !within {
            found.push(path.written.clone());
        }
    }
    found
}

/// Whether a source speaks of a key: of it, of a section around it, or of it in every entry.
fn covers(source: &str, path: &KeyPath) -> bool {
    let plain = path.catalogue.replace("[]", "");
    let around = |whole: &str| {
        whole
            .strip_prefix(source)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    around(&path.written.replace('"', "")) || around(&plain)
}

/// Keys with a default in sections that are there, where none is stated.
fn defaults(scenario: &Scenario) -> Vec<String> {
    let stated = &scenario.references.stated;
    let has = |path: &str| stated.iter().any(|stated| stated.catalogue == path);
    let missing = KEYS.iter().filter(|key| has(key.table()) && !has(key.path));
    missing.filter_map(|key| Some(format!("{} ({})", key.path, default(key.meaning)?))).collect()
}

/// The default that the meaning of a key names.
fn default(meaning: &str) -> Option<&str> {
    if let Some((_, after)) = meaning.split_once("(default: ") {
        return after.split(')').next();
    }
    let (before, _) = meaning.split_once(" (default")?;
    before.strip_suffix('"')?.rsplit('"').next()
}

fn first(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{covers, default};
    use crate::scenario::reading::KeyPath;

    #[test]
    fn a_source_covers_what_lies_within() {
        let path = |written: &str, catalogue: &str| KeyPath {
            written: written.to_string(),
            catalogue: catalogue.to_string(),
        };
        let desks = path("stage.\"document check\".desks", "stage[].desks");
        let says = ["stage.document check", "stage.document check.desks", "stage.desks", "stage"];
        assert!(says.iter().all(|source| covers(source, &desks)));
        assert!(!covers("stage.document", &desks) && !covers("stage.service", &desks));
    }

    #[test]
    fn the_default_is_in_the_meaning() {
        assert_eq!(default("length of a slot (default: 60 min)"), Some("60 min"));
        assert_eq!(default("the first day: \"next day\" (default) or other"), Some("next day"));
        assert_eq!(default("appointments"), None);
    }
}
