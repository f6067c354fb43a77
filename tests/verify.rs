//! `antrean verify` as a whole command.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::program;

const OWN: &str = "channel = \"walk-in\"\n[run]\nstart = 2026-01-05\nlength = \"30 days\"\n\
    replications = 20\n[office]\nhours = \"always\"\n[demand]\nper_hour = 12\n[[stage]]\n\
    name = \"desk\"\ndesks = 1\nservice = \"1 min\"\n";
const KNOWN: &str = "[[known]]\nmeasure = \"station_use\"\nof = \"desk\"\nvalue = 0.2\n\
    source = \"rate times mean\"\n";

/// Runs the program in a folder.
fn verify(folder: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::from_std(program());
    command.current_dir(folder).arg("verify").args(arguments).assert()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).expect("there").next().is_none()
}

#[test]
fn a_case_that_holds_ends_well_and_writes_its_results() {
    let place = folder();
    let ended = verify(place.path(), &["--case", "mm2", "--case", "md1"]).success();
    let said = text(&ended.get_output().stdout);
    assert!(said.contains("mm2: M/M/2, load 0.83"), "{said}");
    assert!(said.contains("All 8 figures of 2 cases hold."), "{said}");
    assert!(said.contains("10 times"), "{said}");
    let results = place.path().join("output/verify-md1-and-mm2");
    let files = ["charts/theory.svg", "charts/theory.png", "verification.csv", "summary.json"];
    for file in files.into_iter().chain(["manifest.toml"]) {
        assert!(results.join(file).is_file(), "{file}");
    }
}

#[test]
fn a_defect_is_told_and_ends_with_1() {
    let place = folder();
    let defect = ["--case", "md1", "--set", "stage.desk.service=\"4.2 min\"", "-n", "20"];
    let ended = verify(place.path(), &defect).code(1);
    let said = text(&ended.get_output().stdout);
    assert!(said.contains("fails"), "{said}");
    assert!(said.contains("of 3 figures of 1 case fail: md1, station_wait of desk"), "{said}");
    assert!(said.contains("1 was played once more"), "{said}");
    let quiet = [&defect[..], &["-q"]].concat();
    let ended = verify(place.path(), &quiet).code(1).stdout("");
    let complaint = text(&ended.get_output().stderr);
    assert!(complaint.starts_with("error: "), "{complaint}");
}

#[test]
fn wrong_requests_are_refused_and_nothing_is_written() {
    let place = folder();
    let refused = |arguments: &[&str], by: &str| {
        let ended = verify(place.path(), arguments).code(2).stdout("");
        let complaint = text(&ended.get_output().stderr);
        assert!(complaint.contains(by), "no {by:?} in {complaint}");
    };
    refused(&["--case", "mm-1"], "did you mean \"mm1\"?");
    refused(&["--case", "nonsense"], "`book-57`");
    refused(&["--case", "mm1", "--set", "stage.desks.desks=2"], "did you mean `desk`?");
    refused(&["-n", "1"], "1 is not in 2..=1000000");
    refused(&["none.toml"], "cannot be read");
    assert!(is_empty(place.path()));
    fs::write(place.path().join("own.toml"), OWN).expect("written");
    refused(&["own.toml"], "says nothing that theory knows");
    fs::write(place.path().join("own.toml"), format!("{OWN}{KNOWN}")).expect("written");
    refused(&["own.toml", "--set", "run.replications=1"], "shows no spread");
    refused(&["own.toml", "own.toml"], "two scenarios are called own");
    assert!(!place.path().join("output").exists());
}

#[test]
fn own_cases_are_verified_by_what_they_state() {
    let place = folder();
    fs::write(place.path().join("own.toml"), format!("{OWN}{KNOWN}")).expect("written");
    let ended = verify(place.path(), &["own.toml"]).success();
    let said = text(&ended.get_output().stdout);
    assert!(said.contains("The 1 figure of 1 case holds."), "{said}");
    let child = "extends = \"own.toml\"\n";
    fs::write(place.path().join("child.toml"), child).expect("written");
    let ended = verify(place.path(), &["child.toml"]).code(2);
    let complaint = text(&ended.get_output().stderr);
    assert!(complaint.contains("child says nothing that theory knows"), "{complaint}");
}

#[test]
fn a_measure_that_is_none_is_refused_by_every_command() {
    let place = folder();
    let wrong = KNOWN.replace("station_use", "station_used");
    fs::write(place.path().join("own.toml"), format!("{OWN}{wrong}")).expect("written");
    for name in ["check", "run", "verify"] {
        let mut command = Command::from_std(program());
        let ended = command.current_dir(place.path()).args([name, "own.toml"]).assert().code(2);
        let complaint = text(&ended.get_output().stderr);
        assert!(complaint.contains("own.toml:15:11"), "{name}: {complaint}");
        assert!(complaint.contains("did you mean \"station_use\"?"), "{name}: {complaint}");
    }
}

#[test]
fn json_is_all_that_is_printed_and_the_same_on_any_number_of_threads() {
    let place = folder();
    let run = |threads: &str, output: &str| {
        let case = ["--case", "walk-in-cap-5", "--format", "json"];
        let how = ["--threads", threads, "--output", output];
        let ended = verify(place.path(), &[&case[..], &how].concat()).success().stderr("");
        text(&ended.get_output().stdout)
    };
    let (one, two) = (run("1", "one"), run("2", "two"));
    assert_eq!(one, two);
    let summary: Value = serde_json::from_str(&one).expect("JSON");
    assert_eq!(summary["figures"], 2);
    assert_eq!(summary["hold"], 2);
    assert_eq!(summary["cases"][0]["figures"][0]["verdict"], "holds");
    for file in ["summary.json", "verification.csv", "charts/theory.svg"] {
        let read = |folder: &str| fs::read(place.path().join(folder).join(file)).expect("there");
        assert_eq!(read("one"), read("two"), "{file}");
    }
}

#[test]
fn results_of_another_run_stay_unless_forced() {
    let place = folder();
    let case = ["--case", "walk-in-cap-5", "-o", "kept", "-q"];
    verify(place.path(), &case).success();
    let other = [&case[..], &["--seed", "7"]].concat();
    verify(place.path(), &other).code(2);
    verify(place.path(), &[&other[..], &["--force"]].concat()).success();
}
