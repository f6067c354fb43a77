//! Reading a scenario, and writing the results of a comparison.

use std::path::Path;

use antrean::experiment::{self, Reading, Settings};
use antrean::report::{Destination, Existing, Manifest, Study, files};
use antrean::statistics::Level;
use tempfile::TempDir;

use crate::bench::{Bench, Effort, Subject};
use crate::shipped::plan;

const BASE: &str = "karimun-kiosk.toml";
const OTHER: &str = "karimun-app.toml";
const FEW: &str = "run.replications=20";

/// Measures both.
pub fn measure(bench: &mut Bench) {
    let loading = Subject::new("reading a scenario", "scenario", 1);
    bench.measure(loading, Effort::Short, || plan(OTHER, &[]));
    let study = study();
    let place = TempDir::new().expect("a folder");
    let count = write(&study, place.path());
    let writing = Subject::new("writing tables and charts", "file", count);
    bench.measure(writing, Effort::Long, || write(&study, place.path()));
}

/// A comparison with few replications: what is written hardly depends on their number.
fn study() -> Study {
    let settings = Settings { threads: 1, level: Level::NINETY_FIVE };
    let plans = vec![plan(BASE, &[FEW]), plan(OTHER, &[FEW])];
    let results = experiment::play(plans, settings, &()).expect("the books balance");
    let comparisons = experiment::compare(&results, settings.level);
    let (reading, traces) = (Reading::OneByOne, Vec::new());
    Study { results, comparisons, level: settings.level, reading, traces }
}

/// What the page says of how to get the results again.
fn manifest() -> Manifest {
    Manifest {
        antrean: env!("CARGO_PKG_VERSION").to_string(),
        command: String::new(),
        written: String::new(),
        inputs: String::new(),
        results: String::new(),
        replications: vec![20; 2],
        seeds: vec![2019; 2],
        level: Level::NINETY_FIVE.value(),
        scenarios: Vec::new(),
    }
}

/// Writes the results to a folder of their own, and returns how many files there are.
fn write(study: &Study, place: &Path) -> u64 {
    let files =
        files(study, &manifest(), "antrean compare".to_string()).expect("tables and charts");
    let folder = TempDir::new_in(place).expect("a folder");
    let destination = Destination::reserve(&folder.path().join("results"), "", Existing::Keep);
    destination.expect("a new folder").write(&files).expect("room on the disk");
    files.len() as u64
}
