//! Days to recover from outages of production, by hand.

use antrean::statistics::Observation;

use crate::sheet::Sheet;

/// Two weeks of production with so many due files at the beginning.
fn weeks(files: u32, production: &str, rest: &str) -> Sheet {
    Sheet::of(&format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "14 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 0 }}
        start = {{ backlog = {files} }}
        production = {{ {production} }}
        {rest}
        "#
    ))
}

/// Down on the Monday and Tuesday of the first week.
const FAILURE: &str = r#"
    period = [{ name = "failure", dates = "2026-01-05 to 2026-01-06", output = 0 }]
"#;

fn seen(sheet: &Sheet, measure: &str) -> f64 {
    sheet.read(measure, "all").numerator
}

#[test]
fn working_days_count_from_the_last_day_of_an_outage() {
    // 70 files on Wednesday evening, 40, 10, and none on Monday.
    let slow = weeks(100, "per_week = 150", FAILURE);
    let once = |days| Observation { numerator: days, denominator: 1.0 };
    assert_eq!(slow.read("days_to_recover", "all"), once(4.0));
    assert_eq!(seen(&slow, "outages"), 1.0, "two days in a row are one");
    assert_eq!(seen(&slow, "backlog_highest"), 100.0);
    let overtime = weeks(100, "per_week = 150, overtime = { by = 0.25 }", FAILURE);
    assert_eq!(overtime.read("days_to_recover", "all"), once(3.0));
    // A weekly run makes 90 of 150 at the end of the first week.
    let weekly = weeks(100, "per_week = 150, runs = \"weekly\"", FAILURE);
    assert_eq!(weekly.read("days_to_recover", "all"), once(8.0));
    let idle = weeks(0, "per_week = 150", FAILURE);
    assert_eq!(idle.read("days_to_recover", "all"), once(0.0), "nobody was behind");
}

#[test]
fn an_outage_before_the_recovery_counts_for_itself() {
    // Down on Monday, Wednesday and Friday, and so on; no due file waits on Thursday evening.
    let often = weeks(40, "per_week = 100, outage = { starts = 1, ends = 1 }", "");
    let sum = Observation { numerator: 3.0 + 1.0, denominator: 5.0 };
    assert_eq!(often.read("days_to_recover", "all"), sum);
    assert_eq!(seen(&often, "days_to_recover_longest"), 3.0);
    assert_eq!(seen(&often, "not_recovered"), 0.0);
}

#[test]
fn who_never_recovers_counts_to_the_end_of_the_run() {
    let behind = weeks(250, "per_week = 100", FAILURE);
    let never = Observation { numerator: 1.0, denominator: 1.0 };
    assert_eq!(behind.read("not_recovered", "all"), never);
    assert_eq!(seen(&behind, "days_to_recover"), 8.0);
    let lasting = FAILURE.replace("2026-01-06", "2026-02-28");
    let lasting = weeks(250, "per_week = 100", &lasting);
    assert_eq!(lasting.read("days_to_recover", "all").denominator, 0.0, "it has no end");
}

#[test]
fn only_what_leaves_less_is_an_outage() {
    let quiet = weeks(250, "per_week = 100", "");
    assert!(quiet.figures.iter().all(|figure| figure.measure.name != "days_to_recover"));
    let whole = "outage = { starts = 1, ends = 1, output = 1 }, overtime = { by = 0.5 }";
    let whole = weeks(250, &format!("per_week = 100, {whole}"), "");
    assert!(whole.figures.iter().all(|figure| figure.measure.name != "outages"));
    let produced = seen(&whole, "produced");
    assert_eq!(produced, seen(&quiet, "produced"), "and calls for no overtime");
    let slow = "outage = { starts = 1, ends = 1, output = 1, slow = { share = 1, output = 0.5 } }";
    let slow = weeks(250, &format!("per_week = 100, {slow}"), "");
    assert_eq!(seen(&slow, "outages"), 5.0);
}
