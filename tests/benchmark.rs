//! The office of the benchmark: its larger sizes are the same office, and peers know all of it.

use std::fs;
use std::path::{Path, PathBuf};

use antrean::scenario::Scenario;
use toml::{Table, Value};

/// Every key of the office: peers take it from there, or it does not concern what happens.
const KNOWN_TO_PEERS: [&str; 20] = [
    "booking.daily_quota",
    "booking.slot",
    "booking.window",
    "channel",
    "demand.per_day",
    "label",
    "office.hours.every day",
    "persistence.at_most_tries",
    "production.per_week",
    "production.runs",
    "run.length",
    "run.replications",
    "run.seed",
    "run.start",
    "stage.desks",
    "stage.name",
    "stage.service.exponential.mean",
    "title",
    "visit.punctuality.uniform.high",
    "visit.punctuality.uniform.low",
];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/benchmark").join(name)
}

fn office(name: &str) -> Scenario {
    let (scenario, findings) = Scenario::load(&file(name), &[]);
    assert!(!findings.has_errors(), "{name}");
    scenario.expect("a scenario without errors")
}

/// The small office with everything that counts people so many times as large.
fn enlarged(scale: u32, named: &Scenario) -> Scenario {
    let mut office = office("office.toml");
    office.name = named.name.clone();
    office.title = named.title.clone();
    office.label = named.label.clone();
    office.references.values.clone_from(&named.references.values);
    office.demand.per_day *= f64::from(scale);
    let booking = office.booking.as_mut().expect("a book");
    booking.daily_quota = booking.daily_quota.map(|quota| quota * scale);
    for stage in &mut office.visit.stages {
        stage.desks = stage.desks.map(|desks| desks * scale);
    }
    let production = office.production.as_mut().expect("production");
    production.per_week = production.per_week.map(|made| made * scale);
    office
}

#[test]
fn larger_offices_are_the_small_one_many_times() {
    for scale in [10, 100, 1000] {
        let larger = office(&format!("office-{scale}.toml"));
        assert_eq!(larger, enlarged(scale, &larger));
    }
}

/// Whoever adds a key to the office must teach it to the peers, which would not notice.
#[test]
fn peers_know_every_key_of_the_office() {
    let text = fs::read_to_string(file("office.toml")).expect("the scenario is there");
    let table: Table = text.parse().expect("TOML");
    let mut paths = Vec::new();
    collect("", &Value::Table(table), &mut paths);
    paths.sort();
    paths.dedup();
    assert_eq!(paths, KNOWN_TO_PEERS);
}

/// The paths of all values; entries of a list share theirs.
fn collect(path: &str, value: &Value, paths: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(&path, value, paths);
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| collect(path, entry, paths)),
        _ => paths.push(path.to_string()),
    }
}
