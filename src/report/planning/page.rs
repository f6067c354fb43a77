//! The page of a plan: the answer, each target along the lever, and every value that was tried.

use crate::office::Plan;
use crate::report::html::{Content, Drawings, Experiment, Part, as_it_stands, told, words};
use crate::report::language::{say, word};
use crate::report::pictures::Picture;
use crate::report::planning::terminal::{NOTE, of_pairs, played, tried};
use crate::report::planning::words::sentences;
use crate::report::planning::{Answer, Planned, Role};

/// What is asked and how it is estimated.
const EXPERIMENT: Experiment = Experiment {
    aims: "Which value of a lever reaches all targets of the scenario.",
    scenarios: "The scenario as it stands, with the values of the lever in place of its own; the tables name them.",
    estimation: "A sequential test at each value, with the same applicants at all of them (common random numbers); the confidence holds for all values and targets together.",
};

/// The content of the page of a plan; `plan` is the scenario as it stands.
pub fn content<'plan>(
    planned: &Planned,
    plan: &'plan Plan,
    pictures: &[Picture],
) -> Content<'plan> {
    let drawings = Drawings::of(pictures);
    let answer = told(&sentences(planned), &[word(NOTE).to_string()]);
    Content {
        title: say("Plan: {title}", &[("title", &planned.scenario.title)]),
        subtitle: played(planned),
        found: vec![answer, drawings.main, figures(planned), drawings.others],
        health: as_it_stands([plan]),
        plans: vec![plan],
        unsaid: vec![words::PLANNED],
        experiment: EXPERIMENT,
    }
}

fn figures(planned: &Planned) -> Part {
    let mut part = Part::new("figures", words::FIGURES);
    let (pairs, others): (Vec<&Answer>, Vec<&Answer>) =
        planned.answers.iter().partition(|answer| matches!(answer.role, Role::Pair { .. }));
    for answer in others {
        part.add_section(tried(answer), word("value"));
    }
    if !pairs.is_empty() {
        part.add_section(of_pairs(&pairs), word("value"));
    }
    if planned.answers.iter().any(|answer| answer.result.chosen.is_some()) {
        part.add_note(word("The answer is marked with a star."));
    }
    part
}
