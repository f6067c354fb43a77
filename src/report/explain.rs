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
pub use inputs::{Origins, origins};
pub use page::Block;
pub use steps::steps;

use crate::office::{Load, Plan};
use crate::report::explain::page::render;
use crate::report::explain::words::count;
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
    blocks.push(Block::Heading("What happens to an applicant"));
    blocks.push(Block::Steps(steps(plan)));
    blocks.push(Block::Heading("What is asked of each part, and what it can give"));
    blocks.extend(demands(plan, &load));
    blocks.push(Block::Heading("Where the inputs come from"));
    blocks.push(Block::Points(inputs::inputs(&plan.scenario)));
    blocks.push(Block::Heading("What looks wrong, or is worth a look"));
    blocks.push(match doubts(plan, &load) {
        doubts if doubts.is_empty() => Block::Text("Nothing that simple arithmetic shows.".into()),
        doubts => Block::Points(doubts),
    });
    render(&blocks, form)
}

/// How often the run is played.
fn replications(run: &Run) -> String {
    let most = count(run.replications, "replication");
    match &run.precision {
        None => most,
        Some(until) => format!(
            "From {} to {most}, until {} precise",
            until.at_least,
            match until.goals.len() {
                1 => "1 figure is".to_string(),
                figures => format!("{figures} figures are"),
            }
        ),
    }
}

fn period(plan: &Plan) -> Block {
    let run = &plan.scenario.run;
    let played = |days: u32, when: &str| match days {
        0 => format!("none {when}"),
        days => format!("{days} {when}"),
    };
    Block::Text(format!(
        "From {} to {}: {}, of which the office works {}. Days played but not measured: {}, {}. \
         {}.",
        run.start,
        run.last_date(),
        count(run.days, "day"),
        plan.working_days(),
        played(run.warm_up_days, "before the start (warm-up)"),
        played(run.follow_up_days, "after the end (follow-up)"),
        replications(run),
    ))
}
