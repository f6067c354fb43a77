//! The folder of results: what is there is not lost, and what is not whole is not there.

use std::fs;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::place::{Place, SOUND};
use crate::program::program;

const RUN: [&str; 5] = ["run", "a.toml", "--quiet", "--output", "results"];

/// A run that takes long, once it has reserved its folder.
fn begun(place: &Place) -> Child {
    let mut command = program();
    command.args(RUN).args(["-n", "1000000", "--no-limit", "--force"]);
    let child = command.current_dir(place.path("")).stderr(Stdio::null()).spawn();
    let child = child.expect("the program starts");
    let start = Instant::now();
    while !place.path(".results.lock").exists() {
        assert!(start.elapsed() < Duration::from_secs(20), "the run begins");
        sleep(Duration::from_millis(10));
    }
    sleep(Duration::from_millis(50));
    child
}

#[test]
fn of_two_runs_at_once_one_is_refused_and_a_killed_one_leaves_no_results() {
    let place = Place::with(SOUND);
    let mut first = begun(&place);
    let second = place.run(&RUN);
    first.kill().expect("it was still running");
    first.wait().expect("it is gone");
    second.expect(2, "another run is writing to results");
    assert_eq!(place.names(), [".results.lock", "a.toml"]);
    place.run(&RUN).expect(0, "");
    assert_eq!(place.names(), ["a.toml", "results"], "the lock of the dead run holds nobody up");
}

#[test]
fn results_of_another_run_need_force() {
    let place = Place::with(SOUND);
    place.run(&RUN).expect(0, "");
    let other = [&RUN[..], &["--seed", "7"]].concat();
    let before = place.everything();
    place.run(&other).expect(2, "results holds the results of another run; use --force");
    assert_eq!(place.everything(), before);
    place.run(&[&other[..], &["--force"]].concat()).expect(0, "");
    assert!(place.read("results/manifest.toml").contains("seeds = [7]"));
    assert_eq!(place.names(), ["a.toml", "results"]);
}

#[test]
fn files_of_others_are_left_alone() {
    let place = Place::with(SOUND);
    fs::create_dir(place.path("results")).expect("a folder");
    place.write("results/letter.txt", "dear");
    let forced = [&RUN[..], &["--force"]].concat();
    place.run(&forced).expect(2, "results holds other files, which a run does not replace");
    place.run(&["run", "a.toml", "--output", "a.toml", "--force"]).expect(2, "is not a folder");
    place.run(&["run", "a.toml", "--output", ".", "--force"]).expect(2, "holds other files");
    assert_eq!(place.names(), ["a.toml", "results"]);
    assert_eq!(place.read("results/letter.txt"), "dear");
}

#[test]
fn missing_folders_are_made() {
    let place = Place::with(SOUND);
    place.run(&["run", "a.toml", "-q", "-o", "one/two/three"]).expect(0, "");
    assert!(place.path("one/two/three/summary.json").is_file());
}

#[cfg(unix)]
#[test]
fn what_the_system_does_not_allow_is_a_failure_of_the_machine() {
    let place = Place::with(SOUND);
    let long = "x".repeat(300);
    place.run(&["run", "a.toml", "-o", &long]).expect(1, "cannot write | too long");
    place.run(&["run", "a.toml", "-o", "/proc/results/here"]).expect(1, "cannot write /proc");
    place.run(&["run", "a.toml", "-o", "a.toml/results"]).expect(1, "cannot write");
    assert_eq!(place.names(), ["a.toml"]);
}
