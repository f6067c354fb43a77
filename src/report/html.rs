//! `report.html`: what a study found, for people; one file that needs nothing else, not even
//! JavaScript.

mod again;
mod answer;
mod assumed;
mod block;
mod drawings;
mod findings;
mod glossary;
mod health;
mod order;
mod policy;
mod statements;
mod stress;
mod study;
pub mod words;

pub use answer::told;
pub use block::Part;
pub use drawings::Drawings;
pub use health::as_it_stands;
pub use stress::Experiment;
pub use study::content;

use askama::Template;

use crate::office::Plan;
use crate::report::chart::clean;
use crate::report::html::block::{Block, Prose};
use crate::report::html::glossary::{Term, terms};
use crate::report::html::policy::policy;
use crate::report::language::{spoken, word};
use crate::report::{Repetition, ReportError};

const SCRIPT: &str = include_str!("html/page.js");
const STYLE: &str = include_str!("html/page.css");

/// The whole page. Its policy lets nothing in from outside and runs no script but its own.
#[derive(Debug, Template)]
#[template(
    source = "<!DOCTYPE html>\n<html lang=\"{{ language }}\">\n<head>\n\
              <meta charset=\"utf-8\"/>\n\
              <meta http-equiv=\"Content-Security-Policy\" content=\"{{ policy|safe }}\"/>\n\
              <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
              <title>{{ title }}</title>\n<style>\n{{ style|safe }}</style>\n</head>\n\
              <body data-show=\"{{ show }}\" data-sort=\"{{ sort }}\">\n\
              <header>\n<h1>{{ title }}</h1>\n\
              <p class=\"subtitle\">{{ subtitle }}</p>\n</header>\n\
              <nav aria-label=\"{{ contents }}\"><ul>{% for part in parts %}\
              <li><a href=\"#{{ part.id }}\">{{ part.heading }}</a></li>{% endfor %}</ul></nav>\n\
              <main>\n{% for part in parts %}\
              <section id=\"{{ part.id }}\" aria-labelledby=\"{{ part.id }}-heading\">\n\
              <h2 id=\"{{ part.id }}-heading\">{{ part.heading }}</h2>\n\
              {% for block in part.blocks %}{{ block }}{% endfor %}</section>\n{% endfor %}\
              </main>\n<footer><p>antrean {{ version }}</p></footer>\n\
              <script>{{ script|safe }}</script>\n</body>\n</html>\n",
    ext = "html"
)]
struct Page<'found> {
    title: String,
    subtitle: Prose,
    style: &'static str,
    /// As HTML names it.
    language: &'static str,
    contents: &'static str,
    /// What the script calls what it adds.
    show: &'static str,
    sort: &'static str,
    script: &'static str,
    policy: String,
    parts: Vec<Part>,
    version: &'found str,
}

/// What a command found, before what all pages have is added to it.
pub struct Content<'found> {
    pub title: String,
    pub subtitle: String,
    /// From the answer to the charts.
    pub found: Vec<Part>,
    pub health: Part,
    /// The scenarios that are spoken of, as they stand.
    pub plans: Vec<&'found Plan>,
    /// What its figures do not say, beside what none says.
    pub unsaid: Vec<&'static str>,
    pub experiment: Experiment,
}

/// The page of what a command found.
///
/// # Errors
/// If it cannot be written.
pub fn page(content: Content<'_>, repetition: &Repetition<'_>) -> Result<Vec<u8>, ReportError> {
    let mut parts = content.found;
    parts.extend([
        assumed::assumed(&content.plans, &repetition.manifest.scenarios),
        content.health,
        limits(&content.unsaid),
        stress::checklist(&content.plans, content.experiment, repetition),
        glossary(),
        again::again(repetition),
    ]);
    let page = Page {
        title: clean(&content.title),
        subtitle: Prose::of(&content.subtitle),
        style: STYLE,
        language: spoken().code(),
        contents: word(words::CONTENTS),
        show: word(words::SHOW),
        sort: word(words::SORT),
        script: SCRIPT,
        policy: policy(SCRIPT),
        parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect(),
        version: &repetition.manifest.antrean,
    };
    Ok(page.render()?.into_bytes())
}

fn limits(unsaid: &[&'static str]) -> Part {
    let texts = words::UNSAID.iter().chain(unsaid);
    let points = texts.map(|text| Prose::of(word(text))).collect();
    Part { blocks: vec![Block::Points(points)], ..Part::new("limits", words::LIMITS) }
}

fn glossary() -> Part {
    let term = |term: &Term| (term.forms[0].to_string(), term.meaning.to_string());
    let terms = Block::Terms(terms().iter().map(term).collect());
    Part { blocks: vec![terms], ..Part::new("glossary", words::GLOSSARY) }
}
