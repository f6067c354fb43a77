//! What a scenario means in a planner's words, and what looks wrong about it, without playing it.

mod book;
mod demands;
mod doubts;
mod inputs;
mod outages;
mod page;
mod steps;
mod words;

pub use demands::demands;
pub use doubts::doubts;
pub use inputs::{Origins, default_words, origins};
pub use page::Block;
pub use steps::steps;

use std::fmt::Display;

use crate::office::{Load, Plan};
use crate::report::explain::page::render;
use crate::report::explain::words::{DAYS, REPLICATIONS};
use crate::report::language::{Noun, counted, date, say, word};
use crate::scenario::Run;

/// How a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For a terminal of so many columns.
    Text {
        width: u16,
    },
    Markdown,
}

/// The explanation of a scenario: its period, an applicant's way, loads, inputs and doubts.
pub fn page(plan: &Plan, form: Form) -> String {
    let load = Load::of(plan);
    let mut blocks = vec![Block::Title(plan.scenario.title.clone()), period(plan)];
    blocks.push(Block::Heading(word("What happens to an applicant")));
    blocks.push(Block::Steps(steps(plan)));
    blocks.push(Block::Heading(word("What is asked of each part, and what it can give")));
    blocks.extend(demands(plan, &load));
    blocks.push(Block::Heading(word("Where the inputs come from")));
    blocks.push(Block::Points(inputs::inputs(&plan.scenario)));
    blocks.push(Block::Heading(word("What looks wrong, or is worth a look")));
    blocks.push(match doubts(plan, &load) {
        doubts if doubts.is_empty() => {
            Block::Text(word("Nothing that simple arithmetic shows.").to_string())
        }
        doubts => Block::Points(doubts),
    });
    render(&blocks, form)
}

/// What is to be precise, for one and for more.
const PRECISE: Noun = ("1 figure is precise", "{number} figures are precise");

/// How often the run is played.
fn replications(run: &Run) -> String {
    let most = counted(run.replications, REPLICATIONS);
    let Some(until) = &run.precision else { return most };
    let precise = counted(until.goals.len() as u32, PRECISE);
    say(
        "From {least} to {most}, until {precise}",
        &[("least", &until.at_least), ("most", &most), ("precise", &precise)],
    )
}

fn period(plan: &Plan) -> Block {
    let run = &plan.scenario.run;
    let before = match run.warm_up_days {
        0 => word("none before the start (warm-up)").to_string(),
        days => say("{days} before the start (warm-up)", &[("days", &days)]),
    };
    let after = match run.follow_up_days {
        0 => word("none after the end (follow-up)").to_string(),
        days => say("{days} after the end (follow-up)", &[("days", &days)]),
    };
    let parts: [(&str, &dyn Display); 7] = [
        ("first", &date(run.start)),
        ("last", &date(run.last_date())),
        ("days", &counted(run.days, DAYS)),
        ("worked", &plan.working_days()),
        ("before", &before),
        ("after", &after),
        ("replications", &replications(run)),
    ];
    Block::Text(say(
        "From {first} to {last}: {days}, of which the office works {worked}. Days played but not \
         measured: {before}, {after}. {replications}.",
        &parts,
    ))
}
