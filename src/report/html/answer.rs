//! What was found, in a sentence or two, and whether the targets are reached.

use crate::experiment::{Comparison, ScenarioResult};
use crate::report::chart::isolated;
use crate::report::html::block::{Block, Part, Prose};
use crate::report::html::words;
use crate::report::language::word;
use crate::report::{Study, pictures, terminal, wording};

/// The figures that the answer of a run speaks of, where there are any.
const TOLD: [&str; 5] =
    ["issued", "wish_to_appointment", "ready_within_promise", "waiting", "in_office"];
/// How many of them.
const MOST_TOLD: usize = 3;

/// The answer in a sentence for each comparison or scenario, and what stands behind it.
pub fn answer(study: &Study) -> Part {
    let mut part = Part::new("answer", words::ANSWER);
    for of in &study.comparisons {
        part.blocks.push(Block::Lead(Prose::of(&compared(study, of))));
        let findings = terminal::findings(of);
        part.blocks.push(Block::Points(findings.iter().map(|of| Prose::of(of)).collect()));
        part.blocks.push(Block::Note(Prose::of(&terminal::pairing(study, of))));
    }
    if study.comparisons.is_empty() {
        let told = study.results.iter().map(|result| Block::Lead(Prose::of(&found(study, result))));
        part.blocks.extend(told);
    }
    if let Some(result) = study.results.first() {
        let basis = words::basis(result.plan.scenario.run.replications);
        part.blocks.push(Block::Note(Prose::of(&basis)));
    }
    part
}

/// An answer in sentences: the first is to be read if nothing else is; notes say what all rest on.
pub fn told(sentences: &[String], notes: &[String]) -> Part {
    let mut part = Part::new("answer", words::ANSWER);
    let prose = |text: &String| Prose::of(text);
    if let Some((lead, rest)) = sentences.split_first() {
        part.blocks.push(Block::Lead(Prose::of(lead)));
        if !rest.is_empty() {
            part.blocks.push(Block::Points(rest.iter().map(prose).collect()));
        }
    }
    part.blocks.extend(notes.iter().map(|note| Block::Note(prose(note))));
    part
}

/// The targets of all scenarios; nothing where there are none.
pub fn targets(study: &Study) -> Part {
    let mut part = Part::new("targets", words::TARGETS);
    for result in &study.results {
        let heading = words::of_scenario(words::TARGETS, &result.plan.scenario.label);
        part.add_section(terminal::of_targets(&heading, result), word(words::MEASURE));
    }
    part
}

fn compared(study: &Study, of: &Comparison) -> String {
    let labels =
        [of.other, of.base].map(|place| isolated(&study.results[place].plan.scenario.label));
    let findings = match pictures::headlines(of) {
        found if found.is_empty() => word(words::NOTHING_FOUND).to_string(),
        found => found.join("; "),
    };
    let interval = terminal::interval_name(study);
    words::found_instead((&labels[0], &labels[1]), &findings, &interval)
}

fn found(study: &Study, result: &ScenarioResult) -> String {
    let told = |name: &&str| {
        let of = result.overall(name)?;
        let unit = of.figure.measure.unit;
        let mean = wording::value(of.estimate.mean?, unit);
        let interval = wording::interval(&of.estimate, unit);
        let interval = interval.map_or(String::new(), |interval| format!(" ({interval})"));
        Some(format!("{} {mean}{interval}", word(of.figure.measure.title)))
    };
    let told: Vec<String> = TOLD.iter().filter_map(told).take(MOST_TOLD).collect();
    let told =
        if told.is_empty() { word(words::NOTHING_SHOWN).to_string() } else { told.join("; ") };
    let interval = terminal::interval_name(study);
    let several = 1 < result.plan.scenario.run.replications;
    let interval = Some(interval.as_str()).filter(|_| several);
    words::found(&isolated(&result.plan.scenario.label), &told, interval)
}
