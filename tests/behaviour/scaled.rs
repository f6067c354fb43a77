//! Offices in other proportions: all times doubled, all things tenfold, the same people divided.

use antrean::scenario::Scenario;
use antrean::statistics::Estimate;
use proptest::prelude::prop_assert_eq;
use proptest::proptest;

use crate::chance::agree;
use crate::drawn::cases;
use crate::playing::played;
use crate::ready::ready;
use crate::seen::{Seen, office_of};

/// A morning of appointments before some desks, in a unit of time of so many minutes.
fn morning(unit: u32, [booked, desks, short, long]: [u32; 4]) -> Seen {
    office_of(&format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "1 day", replications = 4 }}
        office = {{ hours = {{ mon = "00:00-{closing:02}:00" }} }}
        demand = {{ per_day = 0 }}
        booking = {{ daily_quota = 36, window = "5 working days", slot = "{slot} min" }}
        start = {{ booked = [{booked}] }}
        [[stage]]
        name = "desk"
        desks = {desks}
        service = {{ empirical = {{ values = ["{short} min", "{long} min"], weights = [2, 1] }} }}
        "#,
        closing = 6 * unit,
        slot = 10 * unit,
        short = short * unit,
        long = long * unit,
    ))
}

proptest! {
    #![proptest_config(cases(24))]

    /// Exactly: twice as many whole milliseconds.
    #[test]
    fn twice_as_long_takes_twice_as_long(
        booked in 1..37_u32, desks in 1..4_u32, short in 1..12_u32, long in 8..15_u32,
    ) {
        let numbers = [booked, desks, short, long];
        let (once, twice) = (morning(1, numbers), morning(2, numbers));
        let waits = |seen: &Seen| seen.read_of("station_wait", "desk");
        for (once, twice) in waits(&once).iter().zip(waits(&twice)) {
            prop_assert_eq!(twice.numerator, 2.0 * once.numerator);
            prop_assert_eq!(twice.denominator, once.denominator);
        }
        for measure in ["station_use", "station_overtime"] {
            let ratios = |seen: &Seen| {
                let observations = seen.read_of(measure, "desk");
                observations.iter().map(|of| of.ratio()).collect::<Vec<_>>()
            };
            prop_assert_eq!(ratios(&once), ratios(&twice), "{}", measure);
        }
        let delayed = |seen: &Seen| seen.read_of("station_delayed", "desk");
        prop_assert_eq!(delayed(&once), delayed(&twice));
    }
}

/// What people wait before desks that never close.
fn wait((per_hour, desks): (f64, u32), origins: &str, seed: u32) -> Estimate {
    let text = format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "60 days", warm_up = "10 days", replications = 10, seed = {seed} }}
        office = {{ hours = "always" }}
        demand = {{ per_hour = {per_hour} }}
        stage = [{{ name = "desk", desks = {desks}, service = {{ exponential = {{ mean = "12 min" }} }} }}]
        {origins}
        "#
    );
    let result = played(vec![ready(Scenario::parse("wait", &text))]).remove(0);
    result.overall("waiting").expect("people wait").estimate
}

/// Theory: 48 min before one desk at load 0.8, 2 min before ten.
#[test]
fn ten_times_as_many_people_and_desks_wait_less() {
    let (small, large) = (wait((4.0, 1), "", 1), wait((40.0, 10), "", 1));
    assert!(large.high() < small.low(), "{large:?} {small:?}");
}

#[test]
fn one_origin_or_two_halves_of_it_wait_alike() {
    let halves = "origin = [{ name = \"one\", share = 0.5 }, { name = \"two\", share = 0.5 }]";
    agree(|seed| {
        [("wait".to_string(), wait((4.0, 1), "", seed), wait((4.0, 1), halves, seed + 1))]
    });
}
