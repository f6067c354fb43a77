//! Outages of shipped scenarios do what their heads and the manual say.

use std::path::Path;

use antrean::scenario::Scenario;

use crate::ready::ready;
use crate::seen::Seen;

/// Some replications of a shipped scenario with settings.
#[track_caller]
fn played(name: &str, settings: &[&str]) -> Seen {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    let settings: Vec<String> = settings.iter().map(|setting| setting.to_string()).collect();
    Seen::of(ready(Scenario::load(&file, &settings)))
}

#[test]
fn the_failure_of_the_data_centre_leaves_what_was_reported() {
    let seen = played("data-centre-2024", &["run.replications=20"]);
    let highest: Vec<f64> =
        seen.read("backlog_highest").iter().map(|backlog| backlog.numerator).collect();
    let most = highest.iter().copied().fold(0.0, f64::max);
    assert!(highest.iter().any(|stock| *stock <= 2600.0) && 2600.0 <= most, "{highest:?}");
    assert!((2500.0..2640.0).contains(&seen.mean("backlog_highest")));
    assert_eq!(seen.mean("outages"), 1.0);
    assert!((16.0..18.0).contains(&seen.mean("days_to_recover")));
    assert_eq!(seen.mean("not_recovered"), 0.0);
    let without = ["run.replications=10", "production.overtime.by=0"];
    let without = played("data-centre-2024", &without);
    assert!((46.0..53.0).contains(&without.mean("days_to_recover")));
}

#[test]
fn outages_at_karimun_cost_what_their_manual_says() {
    let of = |name: &str, settings: &[&str]| {
        played(name, &[&["run.replications=30"], settings].concat())
    };
    let (quiet, outages) = (of("karimun-app", &[]), of("karimun-outages", &[]));
    let lost = quiet.mean("ready_within_promise") - outages.mean("ready_within_promise");
    assert!((0.02..0.08).contains(&lost), "{lost}");
    assert!((0.8..1.4).contains(&outages.mean("outages")));
    assert!((0.008..0.02).contains(&outages.mean("app_down")));
    let slower = of("karimun-outages", &["production.overtime.by=0"]);
    let days = outages.mean("days_to_recover");
    assert!(2.0 * days < slower.mean("days_to_recover"), "{days}");
}

#[test]
fn cancelled_boats_cost_the_islands_appointments() {
    let seen = played("karimun-boats", &["run.replications=10"]);
    for (origin, about) in [("Karimun Besar", 0.0), ("Kundur", 0.043), ("Moro and Durai", 0.043)] {
        let found = seen.read_of("missed_boats", origin);
        let sum = |of: fn(&antrean::statistics::Observation) -> f64| -> f64 {
            found.iter().map(of).sum()
        };
        let share = sum(|one| one.numerator) / sum(|one| one.denominator);
        assert!((share - about).abs() < 0.012, "{origin}: {share}");
    }
}
