//! What the scenarios assume: each input with its value and where it comes from, and what a
//! scenario changes of the one that it extends.

use crate::office::Plan;
use crate::report::ScenarioText;
use crate::report::explain::{Origins, origins};
use crate::report::html::block::{Block, Cells, Part, Prose, Sheet};
use crate::report::html::statements::{Change, Spoken, changes, spoken, value};
use crate::report::html::words;
use crate::report::language::word;
use crate::scenario::Scenario;

/// The inputs of all scenarios.
pub fn assumed(plans: &[&Plan], texts: &[ScenarioText]) -> Part {
    let mut part = Part::new("assumed", words::ASSUMED);
    for (plan, text) in plans.iter().zip(texts) {
        let spoken = spoken(text);
        part.blocks.extend(changed(&plan.scenario, &spoken));
        part.blocks.extend(inputs(&plan.scenario, &spoken));
    }
    part
}

fn changed(scenario: &Scenario, spoken: &[Spoken]) -> Vec<Block> {
    let changes = changes(spoken);
    let Some(base) = spoken.last().filter(|_| !changes.is_empty()) else { return Vec::new() };
    let heading = words::changed(&scenario.label, &base.name);
    let row = |of: &Change| {
        let before = of.before.clone().unwrap_or_else(|| word(words::NOT_STATED).to_string());
        vec![of.key.clone(), before, of.after.clone(), of.by.clone()]
    };
    let rows = changes.iter().map(row).collect();
    let sheet = Sheet::new(&heading, Cells::Sentences, (header(&words::CHANGES), rows));
    vec![Block::Heading(Prose::of(&heading)), Block::Table(sheet)]
}

fn inputs(scenario: &Scenario, spoken: &[Spoken]) -> Vec<Block> {
    let origins = origins(scenario);
    let heading = words::inputs(&scenario.label);
    let all = origins.sourced.len() + origins.assumed.len();
    let mut blocks = vec![Block::Heading(Prose::of(&heading))];
    if 0 < all {
        let share = words::share_assumed(origins.assumed.len(), all);
        blocks.push(Block::Text(Prose::of(&share)));
    }
    let rows = rows(origins, spoken);
    let sheet = Sheet::new(&heading, Cells::Sentences, (header(&words::INPUTS), rows));
    blocks.push(Block::Fold { summary: word(words::ALL_INPUTS).to_string(), sheet });
    blocks
}

/// Inputs with a source, those assumed, those of which nothing is said, and defaults.
fn rows(origins: Origins, spoken: &[Spoken]) -> Vec<Vec<String>> {
    let stated = |key: &str| value(spoken, &key.replace('"', ""));
    let with_source = origins.sourced.into_iter().chain(origins.assumed);
    let with_source = with_source.map(|(key, origin)| vec![key.clone(), stated(&key), origin]);
    let [no_source, default] =
        [words::NO_SOURCE, words::DEFAULT].map(|text| word(text).to_string());
    let without = origins.unsourced.into_iter();
    let without = without.map(|key| vec![key.clone(), stated(&key), no_source.clone()]);
    let defaults = origins.defaults.into_iter();
    let defaults = defaults.map(|(key, value)| vec![key, value, default.clone()]);
    with_source.chain(without).chain(defaults).collect()
}

fn header(cells: &[&'static str]) -> Vec<String> {
    cells.iter().map(|cell| word(cell).to_string()).collect()
}
