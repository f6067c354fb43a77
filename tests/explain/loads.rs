//! The loads by simple arithmetic against those that the simulator shows, and against theory.

use std::path::{Path, PathBuf};

use antrean::experiment::ScenarioResult;
use antrean::office::{Load, Plan};
use antrean::scenario::Scenario;

use crate::playing::played;
use crate::ready::ready;

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"))
}

fn plan(name: &str, settings: &[&str]) -> Plan {
    let settings: Vec<String> = settings.iter().map(|setting| setting.to_string()).collect();
    ready(Scenario::load(&shipped(name), &settings))
}

/// The mean of a measure, for a station or for all.
fn mean(result: &ScenarioResult, measure: &str, of: &str) -> f64 {
    let mut figures = result.figures.iter();
    let found =
        figures.find(|one| one.figure.measure.name == measure && one.figure.scope.name() == of);
    let mean = found.and_then(|one| one.estimate.mean);
    mean.unwrap_or_else(|| panic!("{measure} of {of}"))
}

/// Notes where two figures differ by more than a share of the second.
fn compare(complaints: &mut Vec<String>, what: &str, (said, seen): (f64, f64), within: f64) {
    if within * seen < (said - seen).abs() {
        complaints.push(format!("{what}: said {said:.4}, seen {seen:.4}"));
    }
}

/// A shipped scenario, settings, and how far what is said may lie from what is seen.
const PLAYED: [(&str, &[&str], f64); 6] = [
    ("minimal", &[], 0.03),
    ("karimun-app", &[], 0.06),
    ("karimun-kiosk", &[], 0.08),
    ("karimun-cut-over", &[], 0.08),
    ("karimun-app", &["booking.daily_quota=90"], 0.03),
    ("karimun-app", &["walk_in.daily_cap=unlimited", "booking.daily_quota=90"], 0.03),
];

#[test]
fn what_is_said_is_what_the_simulator_shows() {
    let mut complaints = Vec::new();
    for (name, settings, within) in PLAYED {
        let settings = [settings, &["run.replications=5"]].concat();
        let plan = plan(name, &settings);
        let load = Load::of(&plan);
        let result = played(vec![plan]).remove(0);
        let office = &load.offices[0];
        // After a cut-over kiosks are closed, and their load is a mean over the whole period.
        let kiosks = load.kiosks.iter().filter(|_| name != "karimun-cut-over");
        for station in office.stages.iter().chain(kiosks) {
            let said = station.load().expect("desks") * station.availability;
            // Out of order are whole machines here: use counts those that work.
            let said =
                if station.availability < 1.0 { station.load().unwrap_or(0.0) } else { said };
            let seen = mean(&result, "station_use", &station.name)
                + mean(&result, "station_overtime", &station.name);
            compare(&mut complaints, &format!("{name} {}", station.name), (said, seen), within);
        }
        let book = office.book.expect("a book");
        let said = book.booked() / book.quota;
        let seen = mean(&result, "quota_booked", "all");
        compare(&mut complaints, &format!("{name} book"), (said, seen), within);
        let made = office.production.expect("production");
        let seen = mean(&result, "produced", "all");
        compare(&mut complaints, &format!("{name} {settings:?} files"), (made.files, seen), within);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_load_of_theory_is_arrivals_times_service_over_desks() {
    for (name, desks) in [("mm1", 1), ("mm2", 2), ("mm3", 3), ("mm3-busy", 3)] {
        let plan = plan(&format!("theory/{name}"), &[]);
        let stage = &plan.scenario.visit.stages[0];
        let erlangs = plan.scenario.demand.per_day / 24.0 * stage.service.mean().hours();
        let load = &Load::of(&plan).offices[0].stages[0];
        assert!((load.erlangs() - erlangs).abs() < 1e-9, "{name}");
        let use_of_desks = load.load().expect("desks");
        assert!((use_of_desks - erlangs / f64::from(desks)).abs() < 1e-9, "{name}");
    }
}

#[test]
fn what_theory_knows_of_use_is_what_is_said() {
    let mut held = 0;
    for entry in std::fs::read_dir(shipped("theory").with_extension("")).expect("cases").flatten() {
        let plan = ready(Scenario::load(&entry.path(), &[]));
        let load = Load::of(&plan);
        for known in &plan.scenario.references.known {
            let stages = load.offices[0].stages.iter().zip(&plan.scenario.visit.stages);
            let lossless = stages.filter(|(_, stage)| {
                stage.line.joins.is_empty()
                    && stage.line.waiting_room.is_none()
                    && stage.line.patience.is_none()
                    && stage.outage.is_none()
                    && stage.at_once == 1
            });
            let of =
                lossless.map(|(load, _)| load).find(|one| Some(&one.name) == known.of.as_ref());
            if let (Some(station), "station_use") = (of, known.measure.as_str()) {
                let said = station.load().expect("desks");
                let close = (said - known.value).abs() < 1e-3 * known.value;
                assert!(close, "{:?}: {said}, {}", entry.path(), known.value);
                held += 1;
            }
        }
    }
    assert!(0 < held);
}
