//! What the page of a run and of a comparison holds.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::page::{assert_page, tree};
use crate::program::program;

/// The most that a page of the main comparison may have, in bytes.
const LARGEST: usize = 1_500_000;
const COMPARED: [&str; 3] =
    ["compare", "scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml"];

/// The page of a command, written to a folder of its own.
pub fn page_of(place: &TempDir, name: &str, arguments: &[&str]) -> String {
    let output = place.path().join(name);
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command.args(["-n", "3", "--quiet", "--output"]).arg(&output).assert().success();
    fs::read_to_string(output.join("report.html")).expect("a page")
}

/// Every command that has a page, by a name for its folder.
pub const COMMANDS: [(&str, &[&str]); 8] = [
    ("run", &["run", APP, "-n", "3"]),
    ("compare", &["compare", KIOSK, APP, "-n", "3"]),
    ("plan", &["plan", APP, "--at-most", "20"]),
    ("sweep", &["sweep", APP, "--vary", "booking.daily_quota=50..70:10", "-n", "2"]),
    ("best", &["compare", KIOSK, APP, "--best", "issued", "--indifference", "1 %"]),
    ("sensitivity", &["sensitivity", APP, "--measure", "issued", "-n", "2"]),
    ("verify", &["verify", "--case", "mm1", "-n", "4"]),
    ("story", &["trace", KIOSK, APP, "--applicant", "parted"]),
];
const APP: &str = "scenarios/karimun-app.toml";
const KIOSK: &str = "scenarios/karimun-kiosk.toml";

/// The page of a command in a language, as it is typed.
fn page_in(place: &TempDir, language: &str, (name, arguments): (&str, &[&str])) -> String {
    let output = place.path().join(format!("{name}-{language}"));
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command.args(["--language", language, "--quiet", "--output"]).arg(&output);
    // A target may be missed.
    let status = command.output().expect("it runs").status;
    assert!([Some(0), Some(3)].contains(&status.code()), "{name}: {status}");
    fs::read_to_string(output.join("report.html")).expect("a page")
}

/// Asserts that the page of a command is sound in both languages.
#[track_caller]
pub fn assert_command(place: &TempDir, command: (&str, &[&str])) {
    for (language, first) in [("en", "The answer"), ("id", "Jawabannya")] {
        let page = page_in(place, language, command);
        assert_page(&page);
        assert_eq!(parts(&page)[0], first, "{}", command.0);
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(0 < count(&page, "svg") && 0 < count(&page, "table"), "{}", command.0);
        let again = format!("<code>antrean</code> <code>{}</code>", command.1[0]);
        assert!(page.contains(&again), "{again}");
        let spoken = format!("<code>--language</code> <code>{language}</code>");
        assert!(page.contains(&spoken), "{} in any locale", command.0);
        assert!(!page.contains("scenarios/karimun"), "no folders");
    }
}

#[test]
fn marks_of_charts_say_their_values() {
    let place = TempDir::new().expect("a folder");
    let page = page_of(&place, "both", &COMPARED);
    let tree = tree(&page);
    let hints = tree.descendants().filter(|of| of.has_tag_name("rect"));
    let hints = hints.filter_map(|of| of.first_element_child()?.text()).collect::<Vec<_>>();
    assert!(hints.iter().any(|hint| hint.starts_with("passport issued: \u{2212}")), "differences");
    assert!(hints.iter().any(|hint| hint.starts_with("app, 4 Mar 2019: ")), "days");
    let series = tree.descendants().filter_map(|of| of.attribute("data-series"));
    let series: std::collections::BTreeSet<&str> = series.collect();
    let expected = [
        "9 of 10",
        "app",
        "half of replications",
        "kiosks",
        "mean of the day",
        "median",
        "moving average",
    ];
    assert_eq!(series.into_iter().collect::<Vec<_>>(), expected);
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
        "For those who publish this",
        "Glossary",
        "How to get the same results",
    ];
    assert_eq!(parts(&page), expected);
    assert_eq!(count(&page, "svg"), 12);
    let folds = "the data of each chart, inputs of each scenario, the guideline";
    assert_eq!(count(&page, "details"), 12 + 2 + 1, "{folds}");
    for said in [
        "<p class=\"lead\">With app instead of kiosks: passport issued lower by",
        "<td>met</td>",
        "<th scope=\"row\">booking.release.weekly</th><td>not stated</td><td>fri 14:00</td>",
        "<code>antrean</code> <code>compare</code> <code>karimun-kiosk.toml</code> \
         <code>karimun-app.toml</code> <code>--replications</code> <code>3</code> <code>--language</code> \
         <code>en</code>",
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
    assert_eq!(count(&page, "svg"), 10);
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
