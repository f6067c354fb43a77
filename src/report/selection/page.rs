//! The page of a selection: the best scenario, how sure that is, and how the others fare.

use crate::experiment::Selected;
use crate::office::Plan;
use crate::report::html::{Content, Drawings, Experiment, Part, as_it_stands, told, words};
use crate::report::language::{date, say, word};
use crate::report::pictures::Picture;
use crate::report::selection::terminal::{INTERVALS, how, others, promise, question, table};
use crate::report::selection::{by_name, verdict};

/// What is asked and how it is estimated.
const EXPERIMENT: Experiment = Experiment {
    aims: "Which of the scenarios is the best by one figure.",
    scenarios: "What each scenario changes is under \"What is assumed\".",
    estimation: "A ranking-and-selection procedure, named under the answer, with an indifference amount and a promised probability of a correct selection.",
};

/// The content of the page of a selection; `plans` are the scenarios as they stand.
pub fn content<'plans>(
    found: &Selected,
    plans: &'plans [Plan],
    pictures: &[Picture],
) -> Content<'plans> {
    let drawings = Drawings::of(pictures);
    let sentences = [format!("{}.", verdict(found, by_name)), promise(found), others(found)];
    let mut figures = Part::new("figures", words::FIGURES);
    figures.add_table(word("The scenarios, the best first"), table(found));
    figures.add_note(word(INTERVALS));
    Content {
        title: question(found),
        subtitle: plans.first().map_or(String::new(), subtitle),
        found: vec![told(&sentences, &[how(found)]), drawings.main, figures, drawings.others],
        health: as_it_stands(plans),
        plans: plans.iter().collect(),
        unsaid: vec![words::SELECTED],
        experiment: EXPERIMENT,
    }
}

fn subtitle(plan: &Plan) -> String {
    let run = &plan.scenario.run;
    let (first, last) = (date(run.start), date(run.last_date()));
    let dates: [(&str, &dyn std::fmt::Display); 3] =
        [("first", &first), ("last", &last), ("seed", &run.seed)];
    say("{first} to {last}, seed {seed}", &dates)
}
