//! How sound the run is: sums that were checked, people under way, loads, and what looks wrong.

use crate::experiment::ScenarioResult;
use crate::office::{Load, Plan};
use crate::report::explain::{self, Block as Told};
use crate::report::html::block::{Block, Cells, Part, Prose, Sheet};
use crate::report::html::words;
use crate::report::language::word;
use crate::report::{Study, precision, settling, terminal, wording};

/// The health of all scenarios.
pub fn health(study: &Study) -> Part {
    let mut part = Part::new("health", words::HEALTH);
    part.blocks.extend(study.results.iter().take(1).map(|result| {
        Block::Text(Prose::of(&words::checked(result.plan.scenario.run.replications)))
    }));
    precision(study, &mut part);
    for result in &study.results {
        part.blocks.extend(of_scenario(result));
    }
    part
}

/// What was to be precise, where anything was.
fn precision(study: &Study, part: &mut Part) {
    for of in &study.comparisons {
        let rows = precision::rows_of_comparison(study, of);
        part.add_section(terminal::of_precision(rows), word(words::MEASURE));
    }
    for result in study.results.iter().filter(|_| study.comparisons.is_empty()) {
        let rows = precision::rows(result);
        part.add_section(terminal::of_precision(rows), word(words::MEASURE));
    }
}

fn of_scenario(result: &ScenarioResult) -> Vec<Block> {
    let [loads, doubts] = of_plan(&result.plan);
    let mut blocks = Vec::new();
    let under_way = result.overall("under_way");
    blocks.extend(under_way.and_then(|of| {
        let share = wording::value(of.estimate.mean?, of.figure.measure.unit);
        Some(Block::Text(Prose::of(&words::under_way(&share))))
    }));
    let warnings = [terminal::cut_short(result), settling::warning(result)].into_iter().flatten();
    blocks.extend(warnings.map(|warning| Block::Text(Prose::of(&warning))));
    let mut loads = loads.into_iter();
    loads.next().into_iter().chain(blocks).chain(loads).chain(doubts).collect()
}

/// What arithmetic says of each part of an office, and what looks wrong, each under its heading.
pub fn of_plan(plan: &Plan) -> [Vec<Block>; 2] {
    let label = &plan.scenario.label;
    let load = Load::of(plan);
    let heading = words::loads(label);
    let mut loads = vec![Block::Heading(Prose::of(&heading))];
    let told = explain::demands(plan, &load);
    loads.extend(told.into_iter().map(|told| shown(told, &heading)));
    let doubts = match explain::doubts(plan, &load) {
        doubts if doubts.is_empty() => Block::Text(Prose::of(word(words::NO_DOUBTS))),
        doubts => Block::Points(doubts.iter().map(|doubt| Prose::of(doubt)).collect()),
    };
    [loads, vec![Block::Heading(Prose::of(&words::doubts(label))), doubts]]
}

/// The health of a scenario as it stands, which was not played by itself.
pub fn as_it_stands<'plan>(plans: impl IntoIterator<Item = &'plan Plan>) -> Part {
    let blocks = plans.into_iter().flat_map(of_plan).flatten().collect();
    Part { blocks, ..Part::new("health", words::HEALTH) }
}

/// A block of an explanation as one of the page.
fn shown(told: Told, name: &str) -> Block {
    match told {
        Told::Title(text) | Told::Text(text) => Block::Text(Prose::of(&text)),
        Told::Heading(text) => Block::Heading(Prose::of(text)),
        Told::Steps(texts) | Told::Points(texts) => {
            Block::Points(texts.iter().map(|text| Prose::of(text)).collect())
        }
        Told::Table(header, rows) => {
            let header = header.into_iter().map(str::to_string).collect();
            Block::Table(Sheet::new(name, Cells::Sentences, (header, rows)))
        }
    }
}
