//! What every page must be, whatever is written in it.

use std::collections::BTreeSet;

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

/// Elements that neither load nor run anything; those of drawings come last.
const HARMLESS: [&str; 47] = [
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section",
    "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd", "pre", "code", "a", "abbr", "div",
    "figure", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "svg", "g",
    "path", "line", "polyline", "polygon", "rect", "circle", "text", "tspan", "ellipse", "defs",
    "script",
];

/// The one script that a page has.
const SCRIPT: &str = include_str!("../../src/report/html/page.js");

/// The page as a tree: it is sound XML as well as HTML.
pub fn tree(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).expect("a sound page")
}

/// Asserts that a page loads nothing, runs only its own script, and can be found one's way in.
#[track_caller]
pub fn assert_page(page: &str) {
    let tree = tree(page);
    let elements = || tree.descendants().filter(Node::is_element);
    let mut ids = BTreeSet::new();
    for element in elements() {
        let name = element.tag_name().name();
        assert!(HARMLESS.contains(&name), "<{name}>");
        for attribute in element.attributes() {
            assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            let loads = ["src", "srcset", "data", "action"].contains(&attribute.name());
            assert!(!loads && !attribute.value().contains("url("), "{attribute:?}");
        }
        let id = element.attribute("id");
        assert!(id.is_none_or(|id| ids.insert(id.to_string())), "{id:?} is there twice");
    }
    for link in elements().filter_map(|of| of.attribute("href")) {
        let target = link.strip_prefix('#').expect("links stay within the page");
        assert!(ids.contains(target), "{link} leads nowhere");
    }
    let style = elements().find(|of| of.has_tag_name("style")).and_then(|of| of.text());
    let style = style.expect("a style");
    assert!(!style.contains("url(") && !style.contains("@import"));
    let scripts = elements().filter(|of| of.has_tag_name("script"));
    let scripts: Vec<_> = scripts.map(|of| of.text().unwrap_or_default()).collect();
    assert_eq!(scripts, [SCRIPT]);
    let policy = "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-";
    assert!(page.contains(policy));
    assert_headings(&tree);
    assert_said_aloud(&tree);
}

/// One heading of the first level, and none below that skips a level.
#[track_caller]
fn assert_headings(tree: &Document<'_>) {
    let level =
        |of: Node<'_, '_>| ["h1", "h2", "h3"].iter().position(|name| of.has_tag_name(*name));
    let levels: Vec<usize> = tree.descendants().filter_map(level).collect();
    assert_eq!(levels.first(), Some(&0));
    assert_eq!(levels.iter().filter(|level| **level == 0).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

/// Language, drawings and tables are there for those who listen.
#[track_caller]
fn assert_said_aloud(tree: &Document<'_>) {
    let language = tree.root_element().attribute("lang");
    assert!(language.is_some_and(|language| ["en", "id"].contains(&language)), "{language:?}");
    for svg in tree.descendants().filter(|of| of.has_tag_name("svg")) {
        assert_eq!(svg.attribute("role"), Some("img"));
        let title = svg.children().find(|of| of.has_tag_name("title"));
        assert!(title.and_then(|of| of.text()).is_some_and(|title| !title.trim().is_empty()));
    }
    for table in tree.descendants().filter(|of| of.has_tag_name("table")) {
        let label = table.parent().and_then(|scroll| scroll.attribute("aria-label"));
        assert!(label.is_some_and(|label| !label.is_empty()), "a table without a name");
    }
    for cell in tree.descendants().filter(|of| of.has_tag_name("th")) {
        assert!(cell.attribute("scope").is_some(), "{cell:?}");
    }
}
