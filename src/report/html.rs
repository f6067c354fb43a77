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
mod statements;
mod words;

use askama::Template;

use crate::experiment::Reading;
use crate::report::chart::{clean, isolated};
use crate::report::html::block::{Block, Part, Prose};
use crate::report::html::drawings::Drawings;
use crate::report::html::glossary::{Term, terms};
use crate::report::language::{spoken, word};
use crate::report::pictures::Picture;
use crate::report::{Repetition, ReportError, Study, terminal};

const STYLE: &str = include_str!("html/page.css");

/// The whole page. Its policy lets nothing in from outside and runs no script.
#[derive(Debug, Template)]
#[template(
    source = "<!DOCTYPE html>\n<html lang=\"{{ language }}\">\n<head>\n\
              <meta charset=\"utf-8\"/>\n\
              <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
              style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n\
              <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
              <title>{{ title }}</title>\n<style>\n{{ style|safe }}</style>\n</head>\n<body>\n\
              <header>\n<h1>{{ title }}</h1>\n\
              <p class=\"subtitle\">{{ subtitle }}</p>\n</header>\n\
              <nav aria-label=\"{{ contents }}\"><ul>{% for part in parts %}\
              <li><a href=\"#{{ part.id }}\">{{ part.heading }}</a></li>{% endfor %}</ul></nav>\n\
              <main>\n{% for part in parts %}\
              <section id=\"{{ part.id }}\" aria-labelledby=\"{{ part.id }}-heading\">\n\
              <h2 id=\"{{ part.id }}-heading\">{{ part.heading }}</h2>\n\
              {% for block in part.blocks %}{{ block }}{% endfor %}</section>\n{% endfor %}\
              </main>\n<footer><p>antrean {{ version }}</p></footer>\n</body>\n</html>\n",
    ext = "html"
)]
struct Page<'study> {
    title: String,
    subtitle: Prose,
    style: &'static str,
    /// As HTML names it.
    language: &'static str,
    contents: &'static str,
    parts: Vec<Part>,
    version: &'study str,
}

/// The page of a study.
///
/// # Errors
/// If it cannot be written.
pub fn page(
    study: &Study,
    pictures: &[Picture],
    repetition: &Repetition<'_>,
) -> Result<Vec<u8>, ReportError> {
    let drawings = Drawings::of(pictures);
    let mut access = findings::access(study);
    access.blocks.extend(drawings.access);
    let parts = [
        answer::answer(study),
        answer::targets(study),
        drawings.main,
        findings::figures(study),
        drawings.others,
        access,
        assumed::assumed(study, &repetition.manifest.scenarios),
        health::health(study),
        limits(study),
        glossary(),
        again::again(repetition),
    ];
    let page = Page {
        title: clean(&title(study)),
        subtitle: Prose::of(&study.results.first().map_or(String::new(), terminal::played)),
        style: STYLE,
        language: spoken().code(),
        contents: word(words::CONTENTS),
        parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect(),
        version: &repetition.manifest.antrean,
    };
    Ok(page.render()?.into_bytes())
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

fn limits(study: &Study) -> Part {
    let one_by_one = (study.reading == Reading::OneByOne).then_some(words::ONE_BY_ONE);
    let points =
        words::UNSAID.into_iter().chain(one_by_one).map(|text| Prose::of(word(text))).collect();
    Part { blocks: vec![Block::Points(points)], ..Part::new("limits", words::LIMITS) }
}

fn glossary() -> Part {
    let term = |term: &Term| (term.forms[0].to_string(), term.meaning.to_string());
    let terms = Block::Terms(terms().iter().map(term).collect());
    Part { blocks: vec![terms], ..Part::new("glossary", words::GLOSSARY) }
}
