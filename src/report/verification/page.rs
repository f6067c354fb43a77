//! The page of a verification: whether the program agrees with theory, figure by figure.

use crate::experiment::{Case, Check, Verification};
use crate::report::html::{Content, Drawings, Experiment, Part, told, words};
use crate::report::language::{counted, word};
use crate::report::pictures::Picture;
use crate::report::verification::terminal::{CASES, cells, header, rule, verdict};
use crate::report::wording;

/// The content of the page of a verification.
pub fn content(found: &Verification, pictures: &[Picture]) -> Content<'static> {
    let drawings = Drawings::of(pictures);
    let mut health = Part::new("health", words::HEALTH);
    health.add_note(&rule(found));
    Content {
        title: word("The program against exact theory").to_string(),
        subtitle: counted(found.cases.len() as u32, CASES),
        found: vec![
            told(&[verdict(found)], &[]),
            drawings.main,
            figures(found),
            drawings.others,
            sources(found),
        ],
        health,
        plans: Vec::new(),
        unsaid: vec![words::VERIFIED],
        experiment: Experiment { aims: "", scenarios: "", estimation: "" },
    }
}

fn figures(found: &Verification) -> Part {
    let mut part = Part::new("figures", words::FIGURES);
    let first = ["figure", "case"].map(|cell| word(cell).to_string());
    let header = first.into_iter().chain(header(found)).collect();
    let row = |case: &Case, check: &Check| {
        let [title, found @ ..] = cells(check);
        [title, case.scenario.name.clone()].into_iter().chain(found).collect()
    };
    let rows = rows(found, row);
    part.add_table(word("Every figure, simulated and exact"), (header, rows));
    part
}

/// Where theory says what.
fn sources(found: &Verification) -> Part {
    let mut part = Part::new("assumed", words::KNOWN);
    let header = ["figure", "case", "where it comes from"].map(|cell| word(cell).to_string());
    let row = |case: &Case, check: &Check| {
        let title = wording::title(&check.figure);
        vec![title, case.scenario.title.clone(), check.known.source.clone()]
    };
    part.add_sentences(word(words::ALL_KNOWN), (header.to_vec(), rows(found, row)));
    part
}

fn rows(found: &Verification, row: impl Fn(&Case, &Check) -> Vec<String>) -> Vec<Vec<String>> {
    let of_case = |case: &Case| case.checks.iter().map(|check| row(case, check)).collect();
    found.cases.iter().flat_map(|case| -> Vec<Vec<String>> { of_case(case) }).collect()
}
