//! What the page of a run and of a comparison holds.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::page::{assert_page, tree};

/// The most that a page of the main comparison may have, in bytes.
const LARGEST: usize = 1_500_000;
const COMPARED: [&str; 3] =
    ["compare", "scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml"];

/// The page of a command, written to a folder of its own.
pub fn page_of(place: &TempDir, name: &str, arguments: &[&str]) -> String {
    let output = place.path().join(name);
    let mut command = Command::cargo_bin("antrean").expect("the program is built");
    command.env("LC_ALL", "C");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command.args(["-n", "3", "--quiet", "--output"]).arg(&output).assert().success();
    fs::read_to_string(output.join("report.html")).expect("a page")
}

/// The headings of the parts.
fn parts(page: &str) -> Vec<String> {
    let tree = tree(page);
    let headings = tree.descendants().filter(|of| of.has_tag_name("h2"));
    headings.filter_map(|of| of.text().map(str::to_string)).collect()
}

fn count(page: &str, name: &str) -> usize {
    tree(page).descendants().filter(|of| of.has_tag_name(name)).count()
}

#[test]
fn a_comparison_is_told_from_the_answer_to_its_command() {
    let place = TempDir::new().expect("a folder");
    let page = page_of(&place, "both", &COMPARED);
    assert_page(&page);
    assert!(page.len() < LARGEST, "{} bytes", page.len());
    let expected = [
        "The answer",
        "Targets",
        "The main chart",
        "The figures",
        "More charts",
        "Who is served how",
        "What is assumed",
        "How sound the run is",
        "What this does not say",
        "Glossary",
        "How to get the same results",
    ];
    assert_eq!(parts(&page), expected);
    assert_eq!(count(&page, "svg"), 9);
    assert_eq!(count(&page, "details"), 9 + 2, "the data of each chart, inputs of each scenario");
    for said in [
        "<p class=\"lead\">With app instead of kiosks: passport issued lower by",
        "<td>met</td>",
        "<th scope=\"row\">booking.release.weekly</th><td>not stated</td><td>fri 14:00</td>",
        "<code>antrean compare karimun-kiosk.toml karimun-app.toml --replications 3</code>",
        "checked in each of 3 <abbr",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_run_is_told_in_its_figures() {
    let place = TempDir::new().expect("a folder");
    let page = page_of(&place, "one", &["run", "scenarios/karimun-app.toml"]);
    assert_page(&page);
    assert!(page.contains("<p class=\"lead\">app: passport issued 8"), "the answer");
    assert_eq!(count(&page, "svg"), 7);
}

#[test]
fn an_office_without_a_book_has_a_page_too() {
    let place = TempDir::new().expect("a folder");
    let page = page_of(&place, "queue", &["run", "scenarios/theory/mm1.toml"]);
    assert_page(&page);
    assert!(!parts(&page).contains(&"Targets".to_string()));
}

#[test]
fn the_page_has_the_figures_of_the_data() {
    let place = TempDir::new().expect("a folder");
    let page = page_of(&place, "both", &COMPARED);
    let folder = place.path().join("both");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("readable");
    let summary: serde_json::Value = serde_json::from_str(&read("summary.json")).expect("JSON");
    let differences = summary["comparisons"][0]["differences"].as_array().expect("a list");
    let issued = differences.iter().find(|of| of["measure"] == "issued").expect("issued");
    let verdict = issued["verdict"].as_str().expect("a text");
    assert!(page.contains(&format!("{verdict}, worse</td>")), "{verdict}");
    let manifest: toml::Table = read("manifest.toml").parse().expect("TOML");
    for hash in ["inputs", "results"] {
        let hash = manifest[hash].as_str().expect("a text");
        assert!(page.contains(&format!("<td class=\"long\">{hash}</td>")), "{hash}");
    }
}

#[test]
fn neither_threads_nor_places_nor_the_clock_are_in_the_page() {
    let place = TempDir::new().expect("a folder");
    let minimal = "scenarios/minimal.toml";
    let one = page_of(&place, "one", &["run", minimal, "--threads", "1"]);
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(minimal);
    let whole = whole.to_str().expect("text");
    let two = page_of(&place, "two", &["run", whole, "--threads", "2"]);
    assert!(one == two, "the same bytes");
    assert!(!one.contains(env!("CARGO_MANIFEST_DIR")));
}
