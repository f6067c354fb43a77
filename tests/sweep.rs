//! `antrean sweep` as a whole command: what it finds, what it refuses, and that its points are
//! points of the scenario and of nothing else.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::program::program;

const MINIMAL: &str = "scenarios/minimal.toml";
const QUOTA: &str = "booking.daily_quota=20..30:5";

fn sweep(output: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("sweep").args(arguments);
    command.arg("--output").arg(output).output().expect("it runs")
}

/// Runs a sweep that must go well, and gives its table.
fn csv(output: &Path, arguments: &[&str]) -> Vec<String> {
    let done = sweep(output, arguments);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    rows(output)
}

fn rows(output: &Path) -> Vec<String> {
    let text = fs::read_to_string(output.join("sweep.csv")).expect("the table");
    text.lines().map(str::to_string).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A scenario with a target, beside the smallest one.
fn with_target(place: &Path) -> PathBuf {
    let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join(MINIMAL);
    fs::copy(minimal, place.join("minimal.toml")).expect("copied");
    let target = "extends = \"minimal.toml\"\n[[target]]\nmeasure = \"ready_within_promise\"\n\
                  at_least = 0.9\n";
    let path = place.join("target.toml");
    fs::write(&path, target).expect("written");
    path
}

#[test]
fn rows_of_a_smaller_sweep_stand_in_a_larger_one_byte_for_byte() {
    let place = TempDir::new().expect("a folder");
    let at = |name: &str| place.path().join(name);
    let small = csv(&at("small"), &[MINIMAL, "-n", "3", "--vary", QUOTA]);
    let larger = ["--vary", "booking.daily_quota=[35, 30, 22, 25, 20]"];
    let large = csv(&at("large"), &[&[MINIMAL, "-n", "3"], &larger[..]].concat());
    let known: BTreeSet<&String> = large.iter().collect();
    assert!(small.iter().all(|row| known.contains(row)));
    assert_eq!((small.len() - 1) * 5, (large.len() - 1) * 3);
}

#[test]
fn a_point_is_what_a_run_with_the_same_settings_finds() {
    let place = TempDir::new().expect("a folder");
    let rows = csv(&place.path().join("sweep"), &[MINIMAL, "-n", "4", "--vary", QUOTA]);
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["run", MINIMAL, "-n", "4", "-q"]);
    command.args(["--set", "booking.daily_quota=30", "--output"]).arg(place.path().join("run"));
    command.assert().success();
    let summary = fs::read(place.path().join("run/summary.json")).expect("the summary");
    let summary: serde_json::Value = serde_json::from_slice(&summary).expect("JSON");
    let figures = summary["scenarios"][0]["figures"].as_array().expect("figures");
    let of_point: Vec<&String> = rows.iter().filter(|row| row.starts_with("30,")).collect();
    assert_eq!(of_point.len(), figures.len());
    for (row, figure) in of_point.iter().zip(figures) {
        let cells: Vec<&str> = row.split(',').collect();
        assert_eq!(cells[1], figure["measure"].as_str().expect("a name"));
        assert_eq!(cells[5].parse::<f64>().ok(), figure["mean"].as_f64(), "{row}");
        assert_eq!(cells[6].parse::<f64>().ok(), figure["low"].as_f64(), "{row}");
    }
}

#[test]
fn threads_leave_no_trace_in_a_sweep() {
    let place = TempDir::new().expect("a folder");
    let everything = |folder: &Path| {
        let charts = fs::read_dir(folder.join("charts")).expect("charts");
        let mut paths: Vec<PathBuf> = charts.map(|entry| entry.expect("an entry").path()).collect();
        paths.extend(["sweep.csv", "summary.json"].map(|name| folder.join(name)));
        paths.sort();
        paths.iter().map(|path| fs::read(path).expect("readable")).collect::<Vec<_>>()
    };
    let arguments =
        [MINIMAL, "-n", "3", "--vary", QUOTA, "--vary", "production.per_week=[100,130]"];
    let results = ["1", "2", "5"].map(|threads| {
        let folder = place.path().join(threads);
        csv(&folder, &[&arguments[..], &["--threads", threads]].concat());
        everything(&folder)
    });
    assert!(results[0] == results[1] && results[0] == results[2]);
    assert_eq!(
        results[0].len(),
        2 + 2 * 6,
        "table, summary; four heat maps, curves and a trade-off, twice"
    );
}

#[test]
fn targets_are_judged_at_every_point_and_a_miss_is_told_by_the_status() {
    let place = TempDir::new().expect("a folder");
    let scenario = with_target(place.path());
    let output = place.path().join("results");
    let arguments = [scenario.to_str().expect("a path"), "-n", "5", "--vary", QUOTA];
    let done = sweep(&output, &arguments);
    assert_eq!(done.status.code(), Some(3), "{}", text(&done.stderr));
    let printed = text(&done.stdout);
    assert!(printed.contains("ready within the promise, at least 90 %"), "{printed}");
    let rows = rows(&output);
    assert!(rows[0].ends_with("replications,target,verdict"), "{}", rows[0]);
    let judged = |quota: &str| {
        let start = format!("{quota},ready_within_promise,all,");
        let row = rows.iter().find(|row| row.starts_with(&start)).expect("a row");
        row.rsplit(',').next().expect("a verdict").to_string()
    };
    assert_eq!(judged("20"), "met");
    assert_eq!(judged("30"), "missed");
    let drawing = fs::read_to_string(output.join("charts/response.svg")).expect("a chart");
    assert!(drawing.contains("at least 90 %"));
}

#[test]
fn what_one_replication_cannot_decide_is_not_said_to_be_met_nowhere() {
    let place = TempDir::new().expect("a folder");
    let scenario = with_target(place.path());
    let output = place.path().join("results");
    let done = sweep(&output, &[scenario.to_str().expect("a path"), "-n", "1", "--vary", QUOTA]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let printed = text(&done.stdout);
    let told = "Whether the target is met is not decided at any point: one replication has no \
                interval, two have one (-n 2)";
    assert!(printed.contains(told), "{printed}");
    let page = fs::read_to_string(output.join("report.html")).expect("a page");
    assert!(page.contains(told) && !page.contains("at no point"));
    assert!(page.contains("whether it meets its target is not decided at any point"));
}

#[test]
fn two_measures_are_drawn_against_each_other() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let two = ["--measure", "lead_time_working_days", "--measure", "quota_attended"];
    let arguments = [&[MINIMAL, "-n", "5", "--vary", QUOTA][..], &two].concat();
    assert_eq!(sweep(&output, &arguments).status.code(), Some(0));
    let drawing = fs::read_to_string(output.join("charts/trade-off.svg")).expect("a chart");
    assert!(drawing.contains("less is better") && drawing.contains("more is better"));
    let alone = place.path().join("alone");
    sweep(&alone, &arguments[..arguments.len() - 2]);
    assert!(alone.join("charts/response.svg").exists());
    assert!(!alone.join("charts/trade-off.svg").exists());
}

#[test]
fn a_design_plays_so_many_points_and_a_longer_one_begins_with_them() {
    let place = TempDir::new().expect("a folder");
    let keys =
        ["--vary", "booking.daily_quota=20..40", "--vary", "booking.no_show=0..0.2:0.01", "-q"];
    let points = |name: &str, design: &[&str]| {
        let arguments = [&[MINIMAL, "-n", "2"], &keys[..], &["--design"], design].concat();
        let rows = csv(&place.path().join(name), &arguments);
        let wishes = rows.into_iter().filter(|row| row.contains(",wishes,all,"));
        wishes.collect::<Vec<String>>()
    };
    let (few, many) = (points("few", &["sobol", "8"]), points("many", &["sobol", "16"]));
    assert_eq!((few.len(), many.len()), (8, 16));
    assert_eq!(many[..8], few);
    let cube = points("cube", &["latin-hypercube", "7"]);
    let quotas: BTreeSet<&str> = cube.iter().filter_map(|row| row.split(',').next()).collect();
    assert_eq!((cube.len(), quotas.len()), (7, 7), "one quota in each seventh");
    assert!(place.path().join("cube/charts/scatter-issued.svg").exists());
}

#[test]
fn differences_from_the_base_are_of_the_same_applicants() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let arguments = [MINIMAL, "-n", "3", "--against-base", "--vary", "booking.daily_quota=[25,30]"];
    let rows = csv(&output, &arguments);
    let same = rows.iter().filter(|row| row.starts_with("25,"));
    assert!(
        same.clone().all(|row| row.ends_with(",0,0,0,exactly the same")
            || row.ends_with(",,,,")
            || row.contains(",,,not decided")),
        "{:?}",
        same.collect::<Vec<_>>()
    );
    assert!(rows.iter().any(|row| row.starts_with("30,") && row.contains(" by ")));
}

#[test]
fn what_is_wrong_is_told_at_once_and_nothing_is_written() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let refused = |arguments: &[&str], says: &[&str]| {
        let done = sweep(&output, arguments);
        let told = text(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}: {told}");
        says.iter().for_each(|part| assert!(told.contains(part), "{arguments:?}: {told}"));
        assert!(!output.exists() && done.stdout.is_empty(), "{arguments:?}");
        told
    };
    refused(&[MINIMAL], &["--vary"]);
    refused(&[MINIMAL, "--vary", "booking.daily_quota=5"], &["write a range"]);
    refused(
        &[MINIMAL, "--vary", "a=5..4", "--design", "sobel", "9", "--measure", "isued"],
        &["is an empty range", "did you mean \"sobol\"?", "did you mean \"issued\"?"],
    );
    refused(&[MINIMAL, "--vary", QUOTA, "--vary", QUOTA], &["names booking.daily_quota twice"]);
    let told =
        refused(&[MINIMAL, "--vary", "booking.daily_qota=1..9"], &["did you mean `daily_quota`?"]);
    assert_eq!(told.matches("did you mean").count(), 1, "once, not for every point: {told}");
    refused(&[MINIMAL, "--vary", "booking.no_show=[0.1, 1.5]"], &["--set", "1.5"]);
    refused(&[MINIMAL, "--vary", QUOTA, "--measure", "captured"], &["has no `captured`"]);
}

#[test]
fn a_billion_points_are_refused_with_their_size() {
    let place = TempDir::new().expect("a folder");
    let keys =
        ["booking.daily_quota=1..1000", "production.per_week=1..1000", "demand.per_day=1..1000"];
    let keys = keys.map(|key| ["--vary", key]).concat();
    let done = sweep(&place.path().join("results"), &[&[MINIMAL], &keys[..]].concat());
    let told = text(&done.stderr);
    assert_eq!(done.status.code(), Some(2), "{told}");
    assert!(
        told.contains("1000000000 points: this is about") && told.contains("--no-limit"),
        "{told}"
    );
}

#[test]
fn results_of_another_sweep_stay() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let with = |values: &str, more: &[&str]| {
        let arguments = [MINIMAL, "-n", "2", "-q", "--vary", values];
        sweep(&output, &[&arguments[..], more].concat()).status.code()
    };
    assert_eq!(with(QUOTA, &[]), Some(0));
    assert_eq!(with(QUOTA, &[]), Some(0), "the same again");
    assert_eq!(with("booking.daily_quota=20..30", &[]), Some(2));
    assert_eq!(with(QUOTA, &["--measure", "wishes"]), Some(2));
    assert_eq!(with("booking.daily_quota=20..30", &["--force"]), Some(0));
}

#[test]
fn the_terminal_and_the_manifest_say_what_was_played() {
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("results");
    let done = sweep(&output, &[MINIMAL, "-n", "3", "--vary", QUOTA, "--measure", "station_wait"]);
    let printed = text(&done.stdout);
    assert!(printed.contains("3 points, 3 replications of each"), "{printed}");
    assert!(printed.contains("wait in line, photo and interview"), "{printed}");
    assert!(printed.contains("not adjusted for reading many"), "{printed}");
    assert!(text(&done.stderr).starts_with("3 points, 9 replications, about "));
    let manifest = fs::read_to_string(output.join("manifest.toml")).expect("the manifest");
    assert!(manifest.contains("antrean sweep scenarios/minimal.toml --vary"), "{manifest}");
}
