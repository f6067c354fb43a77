//! Rules of lines, lanes and outages that say what holds anyway: bit for bit the same as left out.

use proptest::prelude::prop_assert_eq;
use proptest::proptest;
use proptest::test_runner::TestCaseError;

use crate::offices::{SmallOffice, quick, small_office};
use crate::sheet::Sheet;

const SERVICE: &str = "service = { exponential = { mean = \"7 min\" } }";

/// Rules of a line that everybody keeps anyway.
const LINES: [&str; 3] = ["waiting_room = \"unlimited\"", "joins = [1]", "joins = [1.0, 1, 1.0]"];

/// Rules of a stage that never come to bear.
const STAGES: [&str; 5] = [
    "sent_back = 0",
    "sent_back = { share = 0.0, to = \"photo\" }",
    "at_once = 1",
    "outage = { every = \"8 days\", lasts = \"1 h\" }",
    "outage = { every = \"8 days\", lasts = \"1 h\", clock = \"busy\", interrupted = \"starts again\" }",
];

/// Production that never fails, or whose outages harm nobody.
const PRODUCTION: [&str; 2] = ["starts = 0, ends = 1", "starts = 0.5, ends = 0.5, output = 1"];

/// Lanes that make no difference.
const LANES: [&str; 3] = [
    "lane = [{ name = \"all\", share = 1 }]",
    "lane = [{ name = \"all\", share = 1, priority = 7 }]",
    "lane = [{ name = \"a\", share = 0.3 }, { name = \"b\", share = 0.7, priority = 1 }]",
];

proptest! {
    #![proptest_config(quick())]

    #[test]
    fn an_idle_rule_changes_nothing(office in small_office(), desks in 1..3_u32) {
        let photo = format!("desks = {desks}\n{SERVICE}");
        let plain = SmallOffice { line: String::new(), photo: photo.clone(), ..office };
        let base = Sheet::of(&plain.text());
        for line in LINES {
            let with = SmallOffice { line: line.to_string(), ..plain.clone() };
            is_the_same(&base, &with, line)?;
        }
        for rule in STAGES {
            let with = SmallOffice { photo: format!("{photo}\n{rule}"), ..plain.clone() };
            is_the_same(&base, &with, rule)?;
        }
    }

    #[test]
    fn lanes_that_are_served_alike_change_nothing(office in small_office()) {
        let base = Sheet::of(&office.text());
        for lanes in LANES {
            is_the_same(&base, &SmallOffice { head: lanes.to_string(), ..office.clone() }, lanes)?;
        }
    }

    #[test]
    fn outages_of_production_that_harm_nobody_change_nothing(office in small_office()) {
        let production = "\n[production]\nper_week = 40\nprocessing = \"1 working day\"\n";
        let plain = SmallOffice { tail: office.tail.clone() + production, ..office };
        let base = Sheet::of(&plain.text());
        for outage in PRODUCTION {
            let tail = format!("{}outage = {{ {outage} }}\n", plain.tail);
            is_the_same(&base, &SmallOffice { tail, ..plain.clone() }, outage)?;
        }
    }
}

/// Whether every figure of an office is there in another, with the same value, and all days too.
fn is_the_same(base: &Sheet, other: &SmallOffice, why: &str) -> Result<(), TestCaseError> {
    let other = Sheet::of(&other.text());
    for (figure, observation) in base.figures.iter().zip(&base.run.observations) {
        let (measure, of) = (figure.measure.name, figure.scope.name());
        prop_assert_eq!(observation, &other.read(measure, of), "{} of {}: {}", measure, of, why);
    }
    prop_assert_eq!(&base.run.days, &other.run.days, "{}", why);
    prop_assert_eq!(&base.run.channels, &other.run.channels, "{}", why);
    prop_assert_eq!(base.run.wish_to_ready.quantile(0.5), other.run.wish_to_ready.quantile(0.5));
    Ok(())
}

/// Before one stage, first come first served, an outage lets nobody begin sooner.
#[test]
fn an_outage_shortens_no_wait_at_its_stage() {
    let waited = |seed: u32, outage: &str| {
        let week = Sheet::of(&format!(
            r#"
            channel = "walk-in"
            run = {{ start = 2026-01-05, length = "7 days", replications = 1, seed = {seed} }}
            office = {{ hours = "always" }}
            demand = {{ per_day = 150, weekday_factors = [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0] }}
            stage = [{{ name = "photo", desks = 2, service = "9 min" {outage} }}]
            "#
        ));
        (week.read("station_wait", "photo").denominator, week.waited("station_wait", "photo"))
    };
    for seed in 1..6 {
        let (people, without) = waited(seed, "");
        for lasts in ["1 min", "30 min", "90 min"] {
            let outage = format!(", outage = {{ every = \"5 h\", lasts = \"{lasts}\" }}");
            let (same_people, with) = waited(seed, &outage);
            assert_eq!(people, same_people, "everybody is served by the end");
            assert!(without < with, "{lasts}: {without} and {with} ms");
        }
    }
}

/// The counterpart: each of these comes to bear, or the tests above would be idle themselves.
#[test]
fn a_rule_that_comes_to_bear_changes_something() {
    let plain = SmallOffice {
        head: String::new(),
        channel: "channel = \"walk-in\"",
        closing: "serve everyone inside",
        per_day: 20,
        seed: 1,
        line: String::new(),
        photo: format!("desks = 1\n{SERVICE}"),
        tail: "[production]\nper_week = 40\n".to_string(),
    };
    let differs = |with: SmallOffice, why: &str| {
        assert!(is_the_same(&Sheet::of(&plain.text()), &with, why).is_err(), "{why}");
    };
    for line in ["waiting_room = 9", "joins = [0.9]", "patience = \"50 min\""] {
        differs(SmallOffice { line: line.to_string(), ..plain.clone() }, line);
    }
    let outage = "outage = { every = \"33 h\", lasts = \"1 h\" }";
    for rule in ["sent_back = 0.1", "at_once = 2", outage] {
        differs(SmallOffice { photo: format!("{}\n{rule}", plain.photo), ..plain.clone() }, rule);
    }
    let tail = format!("{}outage = {{ starts = 0.5, ends = 0.5 }}\n", plain.tail);
    differs(SmallOffice { tail, ..plain.clone() }, "outages of production");
    let lanes =
        "lane = [{ name = \"a\", share = 0.5 }, { name = \"b\", share = 0.5, priority = 2 }]";
    differs(SmallOffice { head: lanes.to_string(), ..plain.clone() }, "two priorities");
}
