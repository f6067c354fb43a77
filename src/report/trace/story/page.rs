//! The page of a story.

use crate::report::html::{Content, Drawings, Experiment, Part, told, words};
use crate::report::language::{say, word};
use crate::report::pictures::Picture;
use crate::report::trace::story::picture::headline;
use crate::report::trace::story::{Story, sum_rows};

/// The content of the page of an applicant's stories; `basis` says who it is and what they rest on.
pub fn content(stories: &[Story<'_>], basis: String, pictures: &[Picture]) -> Content<'static> {
    let drawings = Drawings::of(pictures);
    let mut figures = Part::new("figures", words::FIGURES);
    figures.add_table(word("What the story comes to"), sum_rows(stories));
    let sentence = |story: &Story<'_>| {
        let label = &story.traced.plan.scenario.label;
        say("{label}: {ending}", &[("label", label), ("ending", &story.ending())])
    };
    let several = if 1 < stories.len() { stories } else { &[] };
    let sentences: Vec<String> =
        std::iter::once(headline(stories) + ".").chain(several.iter().map(sentence)).collect();
    Content {
        title: word("What happens to one applicant").to_string(),
        subtitle: basis.clone(),
        found: vec![told(&sentences, &[]), drawings.main, figures],
        health: Part::new("health", words::HEALTH),
        plans: Vec::new(),
        unsaid: vec![words::STORY],
        experiment: Experiment { aims: "", scenarios: "", estimation: "" },
    }
}
