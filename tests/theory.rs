//! The shipped cases agree with theory, and what is wrong is noticed.

#[path = "support/ready.rs"]
mod ready;

use std::path::Path;

use antrean::experiment::{Agreement, Check, Settings, Verification, verify};
use antrean::office::Plan;
use antrean::scenario::{Scenario, THEORY, theory_files};
use antrean::statistics::Level;

use ready::ready;

fn verified(plans: Vec<Plan>) -> Verification {
    let settings = Settings { threads: 2, level: Level::NINETY_FIVE };
    verify(plans, settings, &()).expect("applicants and outcomes add up")
}

fn plan(path: &Path, settings: &[&str]) -> Plan {
    let settings: Vec<String> = settings.iter().map(|text| (*text).to_string()).collect();
    ready(Scenario::load_from(THEORY, path, &settings))
}

/// As shipped, but for a fifth of the replications: this is not the release build.
fn shorter(path: &Path) -> Plan {
    let mut scenario = plan(path, &[]).scenario;
    scenario.run.replications /= 5;
    Plan::new(scenario)
}

#[test]
fn every_shipped_case_has_figures_and_all_hold() {
    let found = verified(theory_files().iter().map(|path| shorter(path)).collect());
    assert!(found.cases.iter().all(|case| !case.checks.is_empty()));
    let failing: Vec<&Check> =
        found.checks().filter(|check| check.agreement() == Agreement::Fails).collect();
    assert!(found.holds(), "{failing:#?}");
    assert!(20 < found.cases.len() && 100 < found.checks().count());
}

/// Plays a case with a defect; the measures that show it.
#[track_caller]
fn is_caught(case: &str, defect: &str, by: &[&str]) {
    let few = "run.replications=30";
    let found = verified(vec![plan(&Path::new(case).with_extension("toml"), &[defect, few])]);
    let fails = |check: &&Check| check.agreement() == Agreement::Fails;
    let failing: Vec<&str> =
        found.checks().filter(fails).map(|check| check.known.measure.as_str()).collect();
    assert!(by.iter().all(|measure| failing.contains(measure)), "it shows only in {failing:?}");
    assert!(!found.holds());
}

#[test]
fn a_slower_desk_is_noticed() {
    let slower = "stage.desk.service={ exponential = { mean = \"4.2 min\" } }";
    let all = ["station_wait", "station_delayed", "station_use", "station_wait_p90"];
    is_caught("mm1", slower, &all);
}

#[test]
fn another_law_of_the_same_mean_is_noticed() {
    let service = "stage.desk.service={ lognormal = { mean = \"4 min\", cv = 0.5 } }";
    is_caught("md1", service, &["station_wait"]);
}

#[test]
fn a_mean_taken_for_a_deviation_is_noticed() {
    let service = "stage.desk.service={ lognormal = { mean = \"4 min\", cv = 1.4 } }";
    is_caught("mg1-gamma", service, &["station_wait"]);
}

#[test]
fn a_quota_of_61_is_noticed() {
    let all = ["lead_time_working_days", "quota_booked", "booked_within_target"];
    is_caught("book-57", "booking.daily_quota=61", &all);
}

#[test]
fn a_window_that_is_a_day_too_long_is_noticed() {
    let window = "booking.window=\"6 working days\"";
    is_caught("book-63", window, &["lead_time_working_days", "third_available"]);
}

#[test]
fn half_a_period_lost_is_noticed() {
    is_caught("weekly-production-285", "production.runs=\"daily\"", &["interview_to_ready"]);
}

#[test]
fn a_mean_taken_for_a_rate_is_noticed() {
    // A mean of 4 min, taken for a rate: 1 / 4 min.
    let service = "stage.desk.service={ exponential = { mean = \"0.25 min\" } }";
    is_caught("mm1", service, &["station_wait", "station_delayed", "station_use"]);
}

#[test]
fn a_lead_that_counts_from_0_is_noticed() {
    is_caught("book-57", "booking.earliest=\"same day\"", &["lead_time_working_days"]);
}
