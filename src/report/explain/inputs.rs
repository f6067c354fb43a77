//! Which inputs have a source, which are assumed, and which the scenario does not state.

use crate::report::language::{list, say, word, written};
use crate::scenario::reading::{KEYS, KeyPath};
use crate::scenario::{Scenario, Source};

/// The inputs of a scenario by where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// Keys with their source.
    pub sourced: Vec<(String, String)>,
    /// Keys that are assumed, wholly or in part, and what is said of them.
    pub assumed: Vec<(String, String)>,
    /// Keys that are stated, but not from where.
    pub unsourced: Vec<String>,
    /// Keys that are not stated, and their default in the language spoken.
    pub defaults: Vec<(String, String)>,
}

/// Where the inputs of a scenario come from.
pub fn origins(scenario: &Scenario) -> Origins {
    let sources = scenario.references.sources.iter();
    let is_assumed = |source: &&Source| source.is_assumed();
    let (assumed, sourced): (Vec<&Source>, Vec<&Source>) = sources.partition(is_assumed);
    let pairs = |sources: Vec<&Source>| {
        sources.into_iter().map(|of| (of.key.clone(), of.origin.clone())).collect()
    };
    Origins {
        sourced: pairs(sourced),
        assumed: pairs(assumed),
        unsourced: without_source(scenario),
        defaults: defaults(scenario),
    }
}

/// A point for each kind of inputs.
pub fn inputs(scenario: &Scenario) -> Vec<String> {
    let origins = origins(scenario);
    let with = |pairs: &[(String, String)]| -> Vec<String> {
        pairs.iter().map(|(key, said)| format!("{key} ({said})")).collect()
    };
    let points = [
        ("With a source: {keys}.", with(&origins.sourced)),
        (
            "Assumed, wholly or in part: {keys}.",
            origins.assumed.iter().map(|(key, _)| key.clone()).collect(),
        ),
        ("Stated, but not from where: {keys}.", origins.unsourced),
        ("Not stated, so the default holds: {keys}.", with(&origins.defaults)),
    ];
    let full = points.into_iter().filter(|(_, keys)| !keys.is_empty());
    full.map(|(kind, keys)| say(kind, &[("keys", &list(&keys))])).collect()
}

/// Sections whose keys describe the experiment and not the office.
const NO_INPUTS: [&str; 12] = [
    "title", "label", "language", "extends", "run", "sources", "known", "target", "plan", "name",
    "branch", "offices",
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
fn defaults(scenario: &Scenario) -> Vec<(String, String)> {
    let stated = &scenario.references.stated;
    let has = |path: &str| stated.iter().any(|stated| stated.catalogue == path);
    // The language says how people are told, and nothing of the office.
    let inputs = KEYS.iter().filter(|key| key.path != "language");
    let missing = inputs.filter(|key| has(key.table()) && !has(key.path));
    missing.filter_map(|key| Some((key.path.to_string(), default(key.meaning)?))).collect()
}

/// The default that the meaning of a key names: its words and numbers, told as others are, or a
/// text as it is written in a scenario.
fn default(meaning: &'static str) -> Option<String> {
    let told = |words: &'static str| match words.parse::<f64>() {
        Ok(_) => written(words),
        Err(_) => word(words).to_string(),
    };
    default_words(meaning).map(told).or_else(|| {
        let (before, _) = meaning.split_once(" (default")?;
        before.strip_suffix('"')?.rsplit('"').next().map(str::to_string)
    })
}

/// The words, in English, in which the meaning of a key tells its default.
pub fn default_words(meaning: &'static str) -> Option<&'static str> {
    meaning.split_once("(default: ")?.1.split(')').next()
}

fn first(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{NO_INPUTS, covers, default};
    use crate::report::language::within;
    use crate::scenario::Language;
    use crate::scenario::reading::{KEYS, KeyPath};

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
        assert_eq!(default("length of a slot (default: 60 min)").as_deref(), Some("60 min"));
        assert_eq!(
            default("the first day: \"next day\" (default) or other").as_deref(),
            Some("next day")
        );
        assert_eq!(default("how sure (default: 0.95)").as_deref(), Some("0.95"));
        let sure = within(Language::Indonesian, || default("how sure (default: 0.95)"));
        assert_eq!(sure.as_deref(), Some("0,95"), "as in sentences");
        assert_eq!(default("appointments"), None);
        let told =
            within(Language::Indonesian, || default("when people come (default: on the dot)"));
        assert_eq!(told.as_deref(), Some("tepat waktu"));
    }

    #[test]
    fn keys_at_the_top_of_a_file_are_no_inputs_but_for_two() {
        let at_the_top = KEYS.iter().filter(|key| key.table().is_empty()).map(|key| key.path);
        let inputs: Vec<&str> = at_the_top.filter(|path| !NO_INPUTS.contains(path)).collect();
        assert_eq!(inputs, ["channel", "safeguards"]);
    }
}
