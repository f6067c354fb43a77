//! What `run` and `compare` found, as the parts of a page.

use crate::experiment::Reading;
use crate::report::chart::isolated;
use crate::report::html::{Content, Drawings, Experiment, answer, findings, health, words};
use crate::report::pictures::Picture;
use crate::report::{Study, terminal};

/// What a run asks.
const RUN: Experiment = Experiment {
    aims: "How the scenario fares, and whether it reaches its targets.",
    scenarios: "Each scenario is played by itself.",
    estimation: "Independent replications; the mean of each figure with its interval (Student's t), \
                 or replications until stated figures are precise enough.",
};
/// What a comparison asks.
const COMPARE: Experiment = Experiment {
    aims: "How the scenarios differ on the same applicants.",
    scenarios: "What each scenario changes of the one that it extends is under \"What is \
                assumed\".",
    estimation: "Replications in pairs with the same applicants (common random numbers); the mean \
                 difference of each figure with its interval (Student's t on the pairs).",
};

/// The content of the page of a study.
pub fn content<'study>(study: &'study Study, pictures: &[Picture]) -> Content<'study> {
    let drawings = Drawings::of(pictures);
    let mut access = findings::access(study);
    access.blocks.extend(drawings.access);
    let found = vec![
        answer::answer(study),
        answer::targets(study),
        drawings.main,
        findings::figures(study),
        drawings.others,
        access,
    ];
    let one_by_one = study.reading == Reading::OneByOne;
    Content {
        title: title(study),
        subtitle: study.results.first().map_or(String::new(), terminal::played),
        found,
        health: health::health(study),
        plans: study.results.iter().map(|result| &result.plan).collect(),
        unsaid: one_by_one.then_some(words::ONE_BY_ONE).into_iter().collect(),
        experiment: if study.comparisons.is_empty() { RUN } else { COMPARE },
    }
}

/// The titles of the scenarios, the others before what they are compared with.
fn title(study: &Study) -> String {
    let titles = study.results.iter().map(|result| isolated(&result.plan.scenario.title));
    let titles: Vec<String> = titles.collect();
    match titles.as_slice() {
        [base, others @ ..] if !study.comparisons.is_empty() => {
            words::compared(&others.join(", "), base)
        }
        titles => titles.join(", "),
    }
}
