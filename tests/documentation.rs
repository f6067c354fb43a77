//! The README says what the program does: every key, every option, the scenario it shows.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use antrean::office::{Measure, Read, measures};
use antrean::scenario::reading::KEYS;
use antrean::scenario::theory_files;
use assert_cmd::Command;

use crate::program::program;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("it is there")
}

#[test]
fn every_key_of_the_language_is_explained() {
    let readme = read("README.md");
    for key in KEYS {
        let row = format!("| `{}` | {} | ", key.path, key.meaning);
        assert!(readme.contains(&row), "no row that begins with {row:?}");
    }
}

#[test]
fn no_key_is_explained_that_is_not_there() {
    let readme = read("README.md");
    let table = readme.split("| key | means | example |").nth(1).expect("the table of keys");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    let paths: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    assert_eq!(paths, KEYS.iter().map(|key| key.path).collect::<Vec<&str>>());
}

#[test]
fn every_measure_is_explained_in_its_order() {
    let readme = read("README.md");
    let table = readme.split("| measure | what it is | unit | of |").nth(1).expect("the table");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    let of = |read: Read| match read {
        Read::People(_) | Read::AppOutages(_) | Read::AtSea(_) | Read::Boats(_) => {
            "all, origin, channel, lane, phone"
        }
        Read::Whole(_) | Read::Outages(_) => "all",
        Read::Station(_) | Read::Losses(_) => "kiosk, stage",
    };
    let row = |measure: &Measure| {
        let (name, title, unit) = (measure.name, measure.title, measure.unit.name());
        format!("| `{name}` | {title} | {unit} | {} |", of(measure.read))
    };
    assert_eq!(rows.collect::<Vec<_>>(), measures().map(row).collect::<Vec<_>>());
}

#[test]
fn the_small_scenario_is_shown_as_it_is() {
    assert!(read("README.md").contains(read("scenarios/minimal.toml").trim_end()));
}

#[test]
fn the_options_are_shown_as_the_program_prints_them() {
    for name in ["run", "sweep", "trace"] {
        let mut command = Command::from_std(program());
        let output = command.args([name, "--help"]).env("COLUMNS", "100").output();
        let help = String::from_utf8(output.expect("it runs").stdout).expect("text");
        assert!(read("README.md").contains(help.trim_end()), "{help}");
    }
}

#[test]
fn the_story_is_shown_as_the_program_prints_it() {
    let readme = read("README.md");
    let of = readme.split("cargo run --release -- ").find(|of| of.contains("<!-- story -->"));
    let line = of.and_then(|of| of.lines().next()).expect("the command before the story");
    let mut command = Command::from_std(program());
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).args(line.split(' ')).output();
    let printed = String::from_utf8(output.expect("it runs").stdout).expect("text");
    let shown = format!("<!-- story -->\n```text\n{printed}```\n");
    assert!(readme.contains(&shown), "{printed}");
}

#[test]
fn the_sweep_is_shown_as_the_program_prints_it() {
    let readme = read("README.md");
    let lines = readme.split("cargo run --release -- ").find(|of| of.contains("<!-- sweep -->"));
    let lines = lines.and_then(|of| of.split("\n```").next()).expect("the command");
    let words = lines.replace("\\\n", " ");
    let place = tempfile::tempdir().expect("a folder");
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("COLUMNS", "130");
    command.args(words.split_whitespace()).arg("--output").arg(place.path().join("results"));
    let printed = String::from_utf8(command.output().expect("it runs").stdout).expect("text");
    let printed = printed.split("\nCharts, report and data").next().expect("the table");
    let shown = format!("<!-- sweep -->\n```text\n{printed}```\n");
    assert!(readme.contains(&shown), "{printed}");
}

#[test]
fn the_choice_is_shown_as_the_program_prints_it() {
    let readme = read("README.md");
    let of = readme.split("<!-- best -->\n```sh\ncargo run --release -- ").nth(1);
    let (line, rest) = of.and_then(|of| of.split_once('\n')).expect("the command");
    let (words, amount) = line.split_once(" --indifference ").expect("an amount");
    let place = tempfile::tempdir().expect("a folder");
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(words.split(' ')).env("COLUMNS", "130");
    command.args(["--indifference", amount.trim_matches('"')]);
    let output = command.arg("--output").arg(place.path()).output().expect("it runs");
    let printed = String::from_utf8(output.stdout).expect("text");
    let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
    let shown: Vec<&str> = rest.lines().skip(3).take_while(|line| *line != "```").collect();
    assert!(printed.starts_with(&shown), "{}", printed.join("\n"));
}

#[test]
fn the_proof_is_shown_as_the_program_prints_it() {
    let place = tempfile::tempdir().expect("a folder");
    let mut command = Command::from_std(program());
    let cases = ["verify", "--case", "mm1", "--case", "tandem"];
    let output = command.current_dir(place.path()).args(cases).output().expect("it runs");
    let printed = String::from_utf8(output.stdout).expect("text");
    let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
    let readme = read("README.md");
    let shown = readme.split("<!-- verify -->\n```text\n").nth(1).expect("the proof");
    let shown: Vec<&str> = shown.lines().take_while(|line| *line != "```").collect();
    assert!(printed.starts_with(&shown), "{}", printed.join("\n"));
    assert!(readme.contains(&format!("{} offices", theory_files().len())));
}

#[test]
fn shipped_scenarios_have_no_mistakes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for folder in [folder.clone(), folder.join("benchmark"), folder.join("theory")] {
        let entries = fs::read_dir(folder).expect("it is there").flatten();
        let files = entries.map(|entry| entry.path());
        for file in files.filter(|path| path.extension().is_some_and(|end| end == "toml")) {
            let mut command = Command::from_std(program());
            command.arg("check").arg(&file).assert().success().stderr("");
        }
    }
}

/// The table of findings is what the gallery has.
#[test]
fn the_findings_are_those_of_the_gallery() {
    let readme = read("README.md");
    let summary = read("output/karimun-kiosk-vs-karimun-app/summary.json");
    let summary: serde_json::Value = serde_json::from_str(&summary).expect("JSON");
    let differences = summary["comparisons"][0]["differences"].as_array().expect("a list");
    let table = readme.split("| difference (95 % interval) |").nth(1).expect("the findings");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| "));
    let rows: Vec<&str> = rows.collect();
    assert!(7 < rows.len(), "{rows:?}");
    for row in rows {
        let said = row.trim_end_matches(" |").rsplit(" | ").next().expect("a verdict");
        let known = differences.iter().any(|of| of["scope"] == "all" && of["verdict"] == said);
        assert!(known, "the gallery does not say {said:?}");
    }
}
