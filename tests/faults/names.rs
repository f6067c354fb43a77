//! Names that would do harm if they were taken for anything but names.

use std::fs;

use resvg::usvg::roxmltree::Document;

use crate::page::assert_page;
use crate::place::{Place, SOUND, sound_but};

/// Titles, labels, and names of stages, kiosks and origins.
#[rustfmt::skip]
const HOSTILE: &[&str] = &[
    "<svg onload=alert(1)>", "</script><img src=x onerror=alert(1)>", "]]>&amp;<![CDATA[",
    "comma, \"quote\" and 'quote'", "=HYPERLINK(\"x\")", "@SUM(1)", "-1+1", "../../x", "a/b", "CON",
    "🛂👩‍👩‍👧 passport", "جوازات السفر", "e\u{301}\u{301}\u{301}\u{301}", "{0} %s $HOME `id`",
];

fn hostile_office() -> String {
    let list = |entry: &dyn Fn(&str) -> String| {
        HOSTILE.iter().map(|name| entry(name)).collect::<Vec<String>>().join(", ")
    };
    let share = 1.0 / HOSTILE.len() as f64;
    let origins = list(&|name| format!("{{ name = {}, share = {share} }}", quoted(name)));
    let long = quoted(&"W".repeat(200));
    let stages = HOSTILE.iter().map(|name| {
        format!("[[stage]]\nname = {}\ndesks = 1\nservice = \"1 min\"\n", quoted(name))
    });
    let title = format!("title = {}\nlabel = {long}\norigin = [{origins}]", quoted(HOSTILE[0]));
    let stages = stages.collect::<String>() + "[[stage]]";
    SOUND.replace("title = \"A small office\"", &title).replace("[[stage]]", &stages)
}

/// A TOML text.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}

/// Charts are sound XML in which nothing can run; tables are sound CSV in which nothing is a
/// formula.
fn assert_harmless(place: &Place, folder: &str) {
    let charts = fs::read_dir(place.path(folder).join("charts")).expect("charts").flatten();
    let charts = charts.filter(|entry| entry.path().extension().is_some_and(|end| end == "svg"));
    for chart in charts {
        let text = fs::read_to_string(chart.path()).expect("text");
        let document = Document::parse(&text).expect("XML");
        let active = |name: &str| name.starts_with("on") || name == "href";
        for element in document.descendants().filter(|node| node.is_element()) {
            assert!(!["script", "img", "a"].contains(&element.tag_name().name()), "{element:?}");
            assert!(!element.attributes().any(|of| active(of.name())), "{element:?}");
        }
    }
    assert_page(&place.read(&format!("{folder}/report.html")));
    for table in ["measures.csv", "series.csv"] {
        let text = place.read(&format!("{folder}/{table}"));
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        for row in rows.records() {
            let row = row.expect("as many cells as the header");
            let formula = |cell: &str| cell.starts_with(['=', '@']);
            assert!(!row.iter().any(formula), "{row:?}");
        }
    }
}

#[test]
fn hostile_names_do_no_harm() {
    let place = Place::with(&hostile_office());
    place.run(&["run", "a.toml", "--output", "results"]).expect(0, "Charts, report and data");
    assert_eq!(place.names(), ["a.toml", "results"]);
    assert_harmless(&place, "results");
    let summary = place.read("results/summary.json");
    let summary: serde_json::Value = serde_json::from_str(&summary).expect("JSON");
    assert_eq!(summary["scenarios"][0]["title"], HOSTILE[0]);
}

#[test]
fn hostile_names_do_no_harm_in_the_pages_of_other_commands() {
    let target = "[[target]]\nmeasure = \"issued\"\nat_least = 0.1\n\n[booking]";
    let place = Place::with(&hostile_office().replace("[booking]", target));
    place.write("b.toml", place.read("a.toml"));
    let vary = ["sweep", "a.toml", "--vary", "booking.daily_quota=20..30:10"];
    let best = ["compare", "a.toml", "b.toml", "--best", "issued", "--indifference", "5 %"];
    let range = ["sensitivity", "a.toml", "--measure", "issued", "--input", "demand.per_day=8..16"];
    let lever = ["plan", "a.toml", "--lever", "booking.daily_quota=20..30:10", "--at-most", "20"];
    let commands: [&[&str]; 4] = [&vary, &best, &range, &lever];
    for (words, language) in commands.iter().zip(["en", "id", "en", "id"]) {
        let ended = place.run(&[*words, &["--language", language, "--output", words[0]]].concat());
        assert!(ended.status.is_some_and(|status| [0, 3].contains(&status)), "{ended:?}");
        assert_page(&place.read(&format!("{}/report.html", words[0])));
    }
}

#[test]
fn names_without_end_are_refused() {
    let place = Place::with(&sound_but("A small office", &"W".repeat(10_000)));
    let ended = place.run(&["run", "a.toml", "--output", "results"]);
    ended.expect(2, "must have at most 200 characters");
    assert_eq!(place.names(), ["a.toml"]);
}

#[cfg(unix)]
#[test]
fn odd_names_of_files_stay_within_the_folder() {
    let place = Place::new();
    let long = format!("{}.toml", "é".repeat(110));
    let odd = ["-s.toml", "...toml", "=1+\"1,\n.toml", &long];
    for name in odd {
        place.write(name, sound_but("replications = 2", "replications = 1"));
        place.run(&["run", "--", name]).expect(0, "Charts, report and data are in output/");
    }
    let outputs = fs::read_dir(place.path("output")).expect("results").flatten();
    let mut outputs: Vec<String> =
        outputs.map(|entry| entry.file_name().to_string_lossy().into()).collect();
    outputs.sort();
    assert_eq!(outputs, ["=1+-1,", "s", "scenario", &"é".repeat(50)]);
    outputs.iter().for_each(|name| assert_harmless(&place, &format!("output/{name}")));
    assert_eq!(place.names().len(), odd.len() + 1, "nothing beside the results");
}
