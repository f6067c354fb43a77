//! The same inputs give the same bytes, whatever the threads, and applicants keep their luck.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use crate::program::program;

/// The last only where there are groups of people.
const DATA: [&str; 5] = ["report.html", "summary.json", "measures.csv", "series.csv", "gaps.csv"];

/// Runs the program in the project's folder; it must succeed.
fn antrean(arguments: &[&str], output: &Path) {
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command.arg("--quiet").arg("--output").arg(output).assert().success();
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let charts = fs::read_dir(folder.join("charts")).expect("charts are there");
    let charts = charts.map(|entry| entry.expect("an entry").path());
    let data = DATA.iter().map(|name| folder.join(name)).filter(|path| path.exists());
    let mut paths: Vec<PathBuf> = data.chain(charts).collect();
    paths.sort();
    let name = |path: &PathBuf| path.strip_prefix(folder).expect("inside").to_path_buf();
    paths.iter().map(|path| (name(path), fs::read(path).expect("readable"))).collect()
}

#[test]
fn threads_leave_no_trace() {
    let place = TempDir::new().expect("a folder");
    let results = ["1", "2", "7"].map(|threads| {
        let output = place.path().join(threads);
        let scenarios = ["compare", "scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml"];
        let arguments = [&scenarios[..], &["-n", "9", "--threads", threads]].concat();
        antrean(&arguments, &output);
        files(&output)
    });
    assert_eq!(results[0].len(), 5 + 2 * 13, "a page, four data files, thirteen charts twice");
    assert!(results[0] == results[1], "one thread and two");
    assert!(results[0] == results[2], "one thread and seven");
}

/// Another folder, time zone, language, home and width.
#[test]
fn surroundings_leave_no_trace() {
    let place = TempDir::new().expect("a folder");
    let (here, there) = (place.path().join("here"), place.path().join("there"));
    antrean(&["run", "scenarios/minimal.toml", "-n", "2"], &here);
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/minimal.toml");
    let mut command = Command::from_std(program());
    command.current_dir(place.path()).arg("run").arg(scenario).args(["-n", "2"]);
    command.env("TZ", "Pacific/Kiritimati").env("LANG", "de_DE.UTF-8").env("LC_ALL", "de_DE.UTF-8");
    command.env("HOME", place.path()).env("COLUMNS", "40").env("CLICOLOR_FORCE", "1");
    command.env("RAYON_NUM_THREADS", "3").env("RUST_LOG", "trace");
    command.arg("--output").arg(&there).assert().success();
    assert!(files(&here) == files(&there));
}

/// The command that a page names speaks the language of the page, whatever the locale; that of a
/// scenario which states its language does so by itself.
#[test]
fn a_page_is_repeated_in_its_own_language() {
    let place = TempDir::new().expect("a folder");
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let run = |words: &str, (locale, folder): (&str, &str)| {
        let output = place.path().join(folder);
        let mut command = Command::from_std(program());
        command.env("LC_ALL", locale).current_dir(&scenarios).args(words.split(' '));
        command.arg("--quiet").arg("--output").arg(&output).assert().success();
        output
    };
    let first = run("run minimal.toml -n 2", ("C", "first"));
    let page = fs::read_to_string(first.join("report.html")).expect("a page");
    let again = page.split("<code>antrean</code> ").nth(1).and_then(|of| of.split("</p").next());
    let again = again.expect("a command").replace("<code>", "").replace("</code>", "");
    let again = again.split('<').next().expect("a line").trim();
    assert_eq!(again, "run minimal.toml --replications 2 --language en");
    assert!(files(&first) == files(&run(again, ("id_ID.UTF-8", "again"))));
    let manifest = |of: &Path| fs::read_to_string(of.join("manifest.toml")).expect("a manifest");
    let there = run("run minimal.toml -n 2", ("id_ID.UTF-8", "there"));
    assert!(manifest(&there).contains("--replications 2 --language id"));
    let stated = run("run minimal.toml -n 2 --set language=id", ("C", "stated"));
    assert!(!manifest(&stated).contains("--language"), "--set says it");
    assert!(page != fs::read_to_string(stated.join("report.html")).expect("a page"));
}

/// The gallery is written by an optimised build; a replication does not depend on how many there
/// are.
#[test]
fn the_gallery_is_what_this_build_gives() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("beginning");
    let scenarios = ["compare", "scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml"];
    antrean(&[&scenarios[..], &["-n", "2"]].concat(), &output);
    let read = |folder: &Path| fs::read_to_string(folder.join("measures.csv")).expect("measures");
    let gallery = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gallery = read(&gallery.join("output/karimun-kiosk-vs-karimun-app"));
    let first =
        |line: &&str| ["1", "2", "replication"].contains(&line.split(',').nth(1).unwrap_or(""));
    let beginning: Vec<&str> = gallery.lines().filter(first).collect();
    assert!(200 < beginning.len());
    assert_eq!(read(&output).lines().collect::<Vec<&str>>(), beginning);
}

#[test]
fn a_replication_does_not_depend_on_how_many_there_are() {
    let place = TempDir::new().expect("a folder");
    let rows = ["4", "7"].map(|replications| {
        let output = place.path().join(replications);
        antrean(&["run", "scenarios/minimal.toml", "-n", replications], &output);
        fs::read_to_string(output.join("measures.csv")).expect("measures")
    });
    assert!(rows[1].starts_with(&rows[0]), "the first four of seven are the four");
    assert_ne!(rows[0].len(), rows[1].len());
}

#[test]
fn another_seed_is_another_year() {
    let place = TempDir::new().expect("a folder");
    let rows = ["1", "2"].map(|seed| {
        let output = place.path().join(seed);
        antrean(&["run", "scenarios/minimal.toml", "-n", "2", "--seed", seed], &output);
        fs::read_to_string(output.join("measures.csv")).expect("measures")
    });
    assert_ne!(rows[0], rows[1]);
}

#[test]
fn a_scenario_differs_from_itself_by_exactly_nothing() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("itself");
    let minimal = "scenarios/minimal.toml";
    antrean(&["compare", minimal, minimal, "-n", "5"], &output);
    let text = fs::read_to_string(output.join("summary.json")).expect("a summary");
    let summary: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let differences = summary["comparisons"][0]["differences"].as_array().expect("a list");
    assert!(20 < differences.len());
    for of in differences {
        let interval = [&of["mean"], &of["low"], &of["high"]];
        let nothing = interval.iter().all(|value| value.is_null() || value.as_f64() == Some(0.0));
        assert!(nothing, "{of}");
    }
    assert!(text.contains("exactly the same"));
}

#[test]
fn the_same_applicants_live_in_both_scenarios() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("both");
    let (kiosk, app) = ("scenarios/karimun-kiosk.toml", "scenarios/karimun-app.toml");
    antrean(&["compare", kiosk, app, "-n", "3"], &output);
    let text = fs::read_to_string(output.join("series.csv")).expect("series");
    let wishes = |scenario: &str| {
        let prefix = format!("{scenario},wishes,");
        let of = text.lines().filter_map(|line| line.strip_prefix(&prefix)).map(str::to_string);
        of.collect::<Vec<String>>()
    };
    assert_eq!(wishes("karimun-kiosk").len(), 365);
    assert_eq!(wishes("karimun-kiosk"), wishes("karimun-app"));
}
