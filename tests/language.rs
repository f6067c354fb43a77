//! Texts for people are told in every language: each has its translation, and none is left over.

#[path = "language/catalogue.rs"]
mod catalogue;
#[path = "language/literals.rs"]
mod literals;
#[path = "support/program.rs"]
mod program;
#[path = "language/spoken.rs"]
mod spoken;

use std::collections::{BTreeMap, BTreeSet};

use antrean::experiment::SERIES;
use antrean::office::{Outcome, measures};
use antrean::report::explain::default_words;
use antrean::scenario::Channel;
use antrean::scenario::reading::KEYS;

use crate::catalogue::{entries, names};
use crate::literals::{Literal, literals};

/// Folders and files whose texts are for people.
const TOLD: &[&str] = &[
    "src/cli/check.rs",
    "src/report/chart",
    "src/report/explain",
    "src/report/html",
    "src/report/language",
    "src/report/outlying.rs",
    "src/report/pictures",
    "src/report/planning",
    "src/report/precision.rs",
    "src/report/section.rs",
    "src/report/selection",
    "src/report/sensitivity",
    "src/report/served.rs",
    "src/report/settling.rs",
    "src/report/sweep",
    "src/report/targets.rs",
    "src/report/terminal.rs",
    "src/report/trace",
    "src/report/verification",
    "src/report/wording.rs",
];

/// Those among them whose texts are for machines, or are errors, which are English.
const UNTOLD: &[&str] = &[
    "src/report/chart/gallery",
    "src/report/planning/files.rs",
    "src/report/selection/files.rs",
    "src/report/sensitivity/files.rs",
    "src/report/sweep/files.rs",
    "src/report/trace.rs",
    "src/report/trace/event_table.rs",
    "src/report/trace/log.rs",
    "src/report/trace/object_log.rs",
    "src/report/trace/story/choice.rs",
    "src/report/trace/words.rs",
    "src/report/trace/xes.rs",
    "src/report/verification/files.rs",
];

/// What looks like a sentence and is none.
const NO_TEXTS: &[&str] = &["its size"];

/// Defaults that are written so in a scenario.
const VALUES: [&str; 2] = ["false", "land"];

/// Two words in small letters behind each other make a text; what is filled in is none.
fn is_text(literal: &str) -> bool {
    let words: Vec<&str> = literal.split_whitespace().collect();
    let is_word = |word: &str| {
        let word = word.trim_matches([',', '.', ':', ';', '(', ')']);
        1 < word.len() && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    words.windows(2).any(|pair| pair.iter().all(|word| is_word(word)))
}

fn is_told(literal: &Literal) -> bool {
    let among = |places: &[&str]| places.iter().any(|place| literal.file.starts_with(place));
    literal.is_spoken
        || among(TOLD)
            && !among(UNTOLD)
            && is_text(&literal.text)
            && !NO_TEXTS.contains(&literal.text.as_str())
}

#[test]
fn every_text_has_a_translation() {
    let known: BTreeSet<String> = entries().into_iter().map(|entry| entry.text).collect();
    let missing = literals().into_iter().filter(is_told).filter(|of| !known.contains(&of.text));
    let told: Vec<String> =
        missing.map(|of| format!("{}:{}: {:?}", of.file, of.line, of.text)).collect();
    assert!(told.is_empty(), "{} without translation:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_name_of_a_figure_has_a_translation() {
    let known: BTreeSet<String> = entries().into_iter().map(|entry| entry.text).collect();
    let titles = measures().flat_map(|measure| [measure.title, measure.unit.name()]);
    let outcomes = Outcome::ALL.into_iter().map(Outcome::title);
    let channels = Channel::ALL.into_iter().map(Channel::name);
    let series = SERIES.iter().flat_map(|series| [series.title, series.unit.name()]);
    let all: BTreeSet<&str> = titles.chain(outcomes).chain(channels).chain(series).collect();
    let missing: Vec<&&str> = all.iter().filter(|name| !known.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// What the meanings of keys name as defaults in words, and not as numbers or values of keys.
fn defaults() -> BTreeSet<&'static str> {
    let words = KEYS.iter().filter_map(|key| default_words(key.meaning));
    let is_word = |default: &str| default.contains(|letter: char| letter.is_alphabetic());
    words.filter(|default| is_word(default) && !VALUES.contains(default)).collect()
}

#[test]
fn every_default_that_is_told_in_words_has_a_translation() {
    let known: BTreeSet<String> = entries().into_iter().map(|entry| entry.text).collect();
    let missing: Vec<&str> =
        defaults().into_iter().filter(|default| !known.contains(*default)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn no_translation_is_left_over() {
    let mut used: BTreeSet<String> = literals().into_iter().map(|literal| literal.text).collect();
    used.extend(defaults().into_iter().map(str::to_string));
    let left: Vec<String> = entries()
        .into_iter()
        .filter(|entry| !used.contains(&entry.text))
        .map(|entry| format!("{}: {:?}", entry.file, entry.text))
        .collect();
    assert!(left.is_empty(), "no code says:\n{}", left.join("\n"));
}

#[test]
fn each_text_is_translated_once_and_fills_in_the_same() {
    let mut files = BTreeMap::new();
    for entry in entries() {
        assert!(!entry.translation.trim().is_empty(), "{}: {:?}", entry.file, entry.text);
        assert_eq!(names(&entry.text), names(&entry.translation), "{}", entry.file);
        let (before, after) = (entry.text.trim(), entry.translation.trim());
        assert_eq!(entry.text.starts_with(' '), entry.translation.starts_with(' '), "{before:?}");
        assert_eq!(entry.text.ends_with(' '), entry.translation.ends_with(' '), "{after:?}");
        if let Some(other) = files.insert(entry.text.clone(), entry.file.clone()) {
            panic!("{:?} is in {other} and in {}", entry.text, entry.file);
        }
    }
}
