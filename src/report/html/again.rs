//! How to get the same results again: the command, the version and the fingerprints.

use crate::report::Repetition;
use crate::report::html::block::{Block, Cells, Part, Prose, Sheet};
use crate::report::html::words;
use crate::report::language::{decimals, word};
use crate::report::wording::plain;

/// What it takes to repeat a study.
pub fn again(repetition: &Repetition<'_>) -> Part {
    let manifest = repetition.manifest;
    let values = [
        format!("antrean {}", manifest.antrean),
        list(&manifest.replications),
        list(&manifest.seeds),
        format!("{} %", decimals(plain(manifest.level * 100.0))),
        manifest.inputs.clone(),
        repetition.results.clone(),
    ];
    let rows = words::IDENTITY.iter().zip(values);
    let rows = rows.map(|(name, value)| vec![word(name).to_string(), value]).collect();
    let header = words::IDENTITY_HEADER.map(|name| word(name).to_string()).to_vec();
    let sheet = Sheet::new(word(words::AGAIN), Cells::Sentences, (header, rows));
    Part {
        blocks: vec![
            Block::Text(Prose::of(word(words::REPEAT))),
            Block::Command(repetition.command.clone()),
            Block::Table(sheet),
            Block::Text(Prose::of(word(words::REPEATED))),
        ],
        ..Part::new("again", words::AGAIN)
    }
}

/// Values of several scenarios; one where they are all the same.
fn list<T: PartialEq + ToString>(values: &[T]) -> String {
    let all: Vec<String> = values.iter().map(T::to_string).collect();
    match values.iter().all(|value| *value == values[0]) {
        true => all.into_iter().take(1).collect(),
        false => all.join(", "),
    }
}
