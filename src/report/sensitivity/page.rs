//! The page of a sensitivity analysis: which input to measure next, and what each does.

use crate::experiment::Sensitivity;
use crate::office::Plan;
use crate::report::html::{Content, Drawings, Experiment, Part, as_it_stands, told, words};
use crate::report::language::{say, thousands, word};
use crate::report::pictures::Picture;
use crate::report::sensitivity::advice;
use crate::report::sensitivity::terminal::{
    NOTHING_VARIES, left_out, shares, shares_played, swings,
};
use crate::report::wording;

/// What is asked and how it is estimated.
const EXPERIMENT: Experiment = Experiment {
    aims: "Which uncertain input moves a figure most, and so is worth measuring next.",
    scenarios: "The scenario as it stands, with each input at the least and the greatest value of its range.",
    estimation: "Replications with the same applicants at all values (common random numbers); intervals hold at once for all inputs.",
};

/// The content of the page of an analysis; `plan` is the scenario as it stands.
pub fn content<'plan>(
    found: &Sensitivity,
    plan: &'plan Plan,
    pictures: &[Picture],
) -> Content<'plan> {
    let drawings = Drawings::of(pictures);
    let title = wording::title(&found.figure);
    let mut sentences = vec![format!("{}.", advice(found))];
    sentences.extend(as_it_stands_now(found, &title));
    sentences.extend(left_out(found));
    let number = thousands(f64::from(found.scenario.run.replications));
    Content {
        title: say("What matters most for {figure}", &[("figure", &format!("{title:?}"))]),
        subtitle: say(
            "{scenario}, {number} replications",
            &[("scenario", &found.scenario.title), ("number", &number)],
        ),
        found: vec![told(&sentences, &[]), drawings.main, figures(found), drawings.others],
        health: as_it_stands([plan]),
        plans: vec![plan],
        unsaid: vec![words::RANGED],
        experiment: EXPERIMENT,
    }
}

/// The figure with the values that the scenario has.
fn as_it_stands_now(found: &Sensitivity, title: &str) -> Option<String> {
    let (base, unit) = (&found.one_at_a_time.base, found.figure.measure.unit);
    let mean = wording::value(base.mean?, unit);
    let interval = wording::interval(base, unit).map_or(String::new(), |of| format!(" ({of})"));
    let found = mean + &interval;
    Some(say("As it stands, {figure} is {found}.", &[("figure", &title), ("found", &found)]))
}

fn figures(found: &Sensitivity) -> Part {
    let mut part = Part::new("figures", words::FIGURES);
    let each = swings(found);
    part.add_table(word("Each input by itself"), (each.header, each.rows));
    part.add_note(each.note);
    if let Some(of) = &found.shares {
        match shares(found, of) {
            Some(all) => {
                part.add_table(&shares_played(found, of), (all.header, all.rows));
                part.add_note(all.note);
            }
            None => part.add_note(word(NOTHING_VARIES)),
        }
    }
    part
}
