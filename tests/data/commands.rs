//! Every command that writes results, with all that its tables and its summary may hold.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::dictionary::{assert_described, package, resources};
use crate::place::{Place, no_complaints, sound_but};
use crate::schema::complaint;

const OF_GROUPS: &str = r#"title = "A small office"
origin = [{ name = "town", share = 0.5 }, { name = "island", share = 0.5, phone = 0.8, helped = 0.5 }]"#;

const MORE: &str = r#"
[[target]]
measure = "ready_within_promise"
at_least = 0.9

[[target]]
measure = "gave_up"
at_most = 0.6

[plan]
lever = "booking.daily_quota=4..40:4"

[sources]
"demand.per_day" = { from = "assumption", range = [11.0, 14.0] }
"stage.interview.service" = { from = "two days with a watch", range = ["8.0 min", "16.0 min"] }
"stage.interview.desks" = "assumption"
"#;

/// An office with groups of people, targets, a lever and inputs that are not sure.
pub fn office() -> String {
    let text = sound_but("title = \"A small office\"", OF_GROUPS);
    format!("{}{MORE}", text.replace("length = \"2 weeks\"", "length = \"4 weeks\""))
}

/// The office, the same with more desks, and one that is to be precise.
pub fn place() -> Place {
    let place = Place::with(&office());
    place.write("b.toml", office().replace("desks = 1", "desks = 2"));
    let precise = "replications = { precision = \"30 %\", of = [\"waiting\"], at_most = 60 }";
    let text = office().replace("replications = 2", precise);
    place.write("c.toml", &text);
    // Names that differ only in what the names of resources do not have.
    place.write("x-y.toml", office());
    place.write("x_y.toml", office());
    place.write("d.toml", text.replace("desks = 1", "desks = 2"));
    place
}

/// What is typed, and which schema the summary has.
#[rustfmt::skip]
const COMMANDS: &[(&str, &str)] = &[
    ("run a.toml", "run"),
    ("run a.toml -n 1", "run"),
    ("run a.toml b.toml --keep", "run"),
    ("run c.toml --simultaneous", "run"),
    ("compare a.toml b.toml", "compare"),
    ("compare a.toml a.toml", "compare"),
    ("compare c.toml d.toml", "compare"),
    ("compare a.toml b.toml --best waiting --indifference 5min --at-most 40", "best"),
    ("sweep a.toml --vary booking.daily_quota=10..20:5", "sweep"),
    ("sweep a.toml --vary booking.daily_quota=10..20:5 --vary channel=[app,walk-in] --against-base", "sweep"),
    ("sweep b.toml --vary stage.interview.desks=1..9 --design latin-hypercube 4", "sweep"),
    ("plan a.toml --at-most 60", "plan"),
    ("plan a.toml --at-most 60 --by week --set calendar.closed=[2026-01-14]", "plan"),
    ("plan a.toml --at-most 40 --lever booking.daily_quota=8..16:4 --lever stage.interview.desks=1..2 --prefer largest --prefer smallest", "plan"),
    ("sensitivity a.toml --measure waiting -n 10", "sensitivity"),
    ("sensitivity a.toml --measure waiting -n 4 --sobol 16", "sensitivity"),
    ("verify --case mm1 -n 4", "verify"),
    ("trace a.toml b.toml --format csv,ocel,xes", ""),
    ("trace x_y.toml x-y.toml", ""),
];

/// Files that the manual says a command writes, and how often each of them was seen.
struct Listed {
    files: Vec<(String, u32)>,
}

impl Listed {
    /// The list behind `<!-- files: NAME -->`, up to the next empty line.
    fn of(name: &str) -> Listed {
        let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let readme = fs::read_to_string(readme).expect("the manual");
        let list = readme.split(&format!("<!-- files: {name} -->\n")).nth(1);
        let list = list.and_then(|of| of.split("\n\n").next()).expect(name);
        let is_file = |word: &&str| {
            let end = word.rsplit_once('.').map_or("", |(_, end)| end);
            ["html", "csv", "json", "toml", "bin", "svg", "png", "*"].contains(&end)
        };
        let files = list.split('`').skip(1).step_by(2).filter(is_file);
        Listed { files: files.map(|file| (file.to_string(), 0)).collect() }
    }

    /// Notes a file; whether it is listed.
    fn has(&mut self, file: &str) -> bool {
        let of = self.files.iter_mut().find(|(pattern, _)| fits(pattern, file));
        of.map(|(_, seen)| *seen += 1).is_some()
    }
}

/// Whether a name fits a pattern, in which `*` stands for anything.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, rest)) => name.strip_prefix(before).is_some_and(|behind| {
            (0..=behind.len()).any(|at| behind.get(at..).is_some_and(|name| fits(rest, name)))
        }),
    }
}

/// The files of a folder of results.
fn written(folder: &Path) -> Vec<String> {
    let list = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    let charts = list(&folder.join("charts")).into_iter().map(|name| format!("charts/{name}"));
    list(folder).into_iter().filter(|name| name != "charts").chain(charts).collect()
}

/// The lists of the manual, by command.
#[derive(Default)]
struct Lists {
    by_name: BTreeMap<&'static str, Listed>,
}

impl Lists {
    /// Complains of files in a folder that the list of a command does not have.
    fn look_into(&mut self, name: &'static str, folder: &Path) -> Vec<String> {
        // A comparison writes what a run does.
        let name = if name == "compare" { "run" } else { name };
        let list = self.by_name.entry(name).or_insert_with(|| Listed::of(name));
        let unknown = written(folder).into_iter().filter(|file| !list.has(file));
        unknown.map(|file| format!("the list of {name} does not have {file}")).collect()
    }

    /// Complains of files that no command wrote.
    fn left_over(&self) -> Vec<String> {
        let files = |(name, list): (&&str, &Listed)| -> Vec<String> {
            let never = list.files.iter().filter(|(_, seen)| *seen == 0);
            never.map(|(file, _)| format!("{name} never writes {file}")).collect()
        };
        self.by_name.iter().flat_map(files).collect()
    }
}

#[test]
fn every_folder_is_what_its_dictionary_its_schema_and_the_manual_say() {
    let place = place();
    let mut complaints = Vec::new();
    let mut lists = Lists::default();
    for (number, (words, summary)) in COMMANDS.iter().enumerate() {
        let folder = format!("results-{number}");
        let words: Vec<&str> = words.split(' ').chain(["-q", "-o", &folder]).collect();
        let ended = place.run(&words);
        assert!([Some(0), Some(1), Some(3)].contains(&ended.status), "{words:?}: {ended:?}");
        assert_described(&place.path(&folder));
        if !summary.is_empty() {
            let text = place.read(&format!("{folder}/summary.json"));
            let value: Value = serde_json::from_str(&text).expect("JSON");
            complaints.extend(complaint(&place, summary, &value));
            complaints.extend(lists.look_into(summary, &place.path(&folder)));
        }
    }
    complaints.extend(lists.left_over());
    no_complaints(complaints);
}

#[test]
fn the_same_run_has_the_same_dictionary() {
    let place = place();
    for (folder, threads) in [("one", "1"), ("two", "2")] {
        place.run(&["run", "a.toml", "-q", "--threads", threads, "-o", folder]).expect(0, "");
    }
    let [one, two] = ["one", "two"].map(|of| place.read(&format!("{of}/datapackage.json")));
    assert_eq!(one, two);
}

#[test]
fn a_dictionary_explains_measures_in_the_words_of_the_catalogue() {
    let place = place();
    place.run(&["run", "a.toml", "-q", "-o", "results"]).expect(0, "");
    let package = package(&place.path("results"));
    let of = resources(&package).find(|of| of["name"] == "measure-catalogue").expect("it is there");
    let waiting = of["data"].as_array().expect("data").iter().find(|of| of["name"] == "waiting");
    let waiting = waiting.expect("the measure");
    assert_eq!(waiting["title"], "waiting in the office");
    assert_eq!((&waiting["unit"], &waiting["better"]), (&"minutes".into(), &"less".into()));
}

#[test]
fn the_dictionary_is_no_part_of_the_hash_of_results() {
    let place = place();
    place.run(&["run", "a.toml", "-q", "-o", "results"]).expect(0, "");
    let manifest = place.read("results/manifest.toml");
    let hash = manifest.lines().find(|line| line.starts_with("results = ")).expect("a hash");
    let data = ["summary.json", "measures.csv", "series.csv", "gaps.csv"];
    let data = data.map(|name| place.read(&format!("results/{name}")));
    let of_data = antrean::report::fingerprint(data.iter().map(|text| text.as_bytes()));
    assert_eq!(hash, format!("results = {of_data:?}"));
}
