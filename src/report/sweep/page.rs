//! The page of a sweep: what its points show, as charts and tables.

use crate::experiment::Sweep;
use crate::office::{Figure, Plan};
use crate::report::html::{Content, Drawings, Experiment, Part, as_it_stands, told, words};
use crate::report::language::{say, word};
use crate::report::pictures::Picture;
use crate::report::sweep::finding::{about, headline};
use crate::report::sweep::terminal::{
    DIFFERENCES, cell, difference, has_base, notes, played, rows,
};

/// More points than this are for the file.
const MOST_ROWS: usize = 400;

/// What is asked and how it is estimated.
const EXPERIMENT: Experiment = Experiment {
    aims: "How the figures answer to values of one or more keys.",
    scenarios: "The scenario as it stands, with the values of each point in place of its own; the tables name them.",
    estimation: "Replications of every point with the same applicants (common random numbers), unless a key changes who they are; an interval for each figure and point.",
};

/// The content of the page of a sweep; `base` is the scenario as it stands.
pub fn content<'base>(
    (sweep, chosen): (&Sweep, &[Figure]),
    base: &'base Plan,
    pictures: &[Picture],
) -> Content<'base> {
    let drawings = Drawings::of(pictures);
    let headline = headline(sweep, chosen);
    let each = chosen.iter().map(|figure| about(sweep, figure));
    let others = each.filter(|about| *about != headline);
    let sentences: Vec<String> =
        std::iter::once(&headline).cloned().chain(others).map(|text| text + ".").collect();
    Content {
        title: say("Sweep: {title}", &[("title", &sweep.title)]),
        subtitle: played(sweep),
        found: vec![
            told(&sentences, &notes(sweep)),
            drawings.main,
            figures(sweep, chosen),
            drawings.others,
        ],
        health: as_it_stands([base]),
        plans: vec![base],
        unsaid: vec![words::VARIED],
        experiment: EXPERIMENT,
    }
}

fn figures(sweep: &Sweep, chosen: &[Figure]) -> Part {
    let mut part = Part::new("figures", words::FIGURES);
    let shown = |(header, rows): (Vec<String>, Vec<Vec<String>>)| {
        (header, rows.into_iter().take(MOST_ROWS).collect())
    };
    part.add_table(word("All points"), shown(rows(sweep, (chosen, cell))));
    if has_base(sweep) {
        part.add_table(word(DIFFERENCES), shown(rows(sweep, (chosen, difference))));
    }
    if MOST_ROWS < sweep.points.len() {
        let more = sweep.points.len() - MOST_ROWS;
        part.add_note(&say("{more} more points are in sweep.csv.", &[("more", &more)]));
    }
    part
}
