//! The page of a story.

use crate::report::html::{Content, Drawings, Experiment, Part, told, words};
use crate::report::language::word;
use crate::report::pictures::Picture;
use crate::report::trace::story::picture::headline;
use crate::report::trace::story::{Story, sum_rows};

/// The content of the page of an applicant's stories; `basis` says who it is and what they rest on.
pub fn content(stories: &[Story<'_>], basis: String, pictures: &[Picture]) -> Content<'static> {
    let drawings = Drawings::of(pictures);
    let mut figures = Part::new("figures", words::FIGURES);
    let (_, rows) = sum_rows(stories);
    let labels = stories.iter().map(|story| story.traced.plan.scenario.label.clone());
    let header = std::iter::once(String::new()).chain(labels).collect();
    figures.add_table(word("What the story comes to"), (header, rows));
    Content {
        title: word("What happens to one applicant").to_string(),
        subtitle: basis.clone(),
        found: vec![told(&[headline(stories) + "."], &[]), drawings.main, figures],
        health: Part::new("health", words::HEALTH),
        plans: Vec::new(),
        unsaid: vec![words::STORY],
        experiment: Experiment { aims: "", scenarios: "", estimation: "" },
    }
}
