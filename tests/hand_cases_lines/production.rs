//! Outages of the issuing system on every other working day.

use antrean::office::Daily;

use crate::sheet::Sheet;

/// Passports made on each day of two weeks, from 250 files.
fn made(production: &str) -> Vec<u32> {
    made_of(250, production, "")
}

/// The same from so many files, with more sections.
fn made_of(files: u32, production: &str, sections: &str) -> Vec<u32> {
    let day = Sheet::of(&format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "14 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 0 }}
        start = {{ backlog = {files} }}
        production = {{ {production} }}
        {sections}
        "#
    ));
    day.run.days.iter().map(|record| record[Daily::Produced as usize]).collect()
}

/// 20 passports a day; the system fails on the first day, works on the second, and so on.
fn every_other_day(runs: &str, output: &str) -> Vec<u32> {
    let outage = format!("outage = {{ starts = 1, ends = 1{output} }}");
    made(&format!("per_week = 100, runs = \"{runs}\", {outage}"))
}

#[test]
fn daily_runs_miss_the_days_of_an_outage() {
    // The weekend between does not count: Friday is down, Monday is up.
    let stopped = [0, 20, 0, 20, 0, 0, 0, 20, 0, 20, 0, 20, 0, 0];
    assert_eq!(every_other_day("daily", ""), stopped);
    assert_eq!(every_other_day("daily", ", output = 0"), stopped);
    let halved = [10, 20, 10, 20, 10, 0, 0, 20, 10, 20, 10, 20, 0, 0];
    assert_eq!(every_other_day("daily", ", output = 0.5"), halved);
    assert_eq!(every_other_day("daily", ", output = 1")[..5], [20; 5]);
}

#[test]
fn a_weekly_run_makes_what_the_days_of_its_week_allow() {
    let fridays = |output: &str| {
        let produced = every_other_day("weekly", output);
        let (first, second) = (produced[4], produced[11]);
        assert_eq!(produced.iter().sum::<u32>(), first + second, "nothing on other days");
        [first, second]
    };
    assert_eq!(fridays(", output = 0"), [40, 60], "two days of five, then three");
    assert_eq!(fridays(", output = 0.5"), [70, 80]);
}

/// One passport a day, of which an outage of both weeks leaves a part.
fn one_a_day(runs: &str, output: f64) -> Vec<u32> {
    let outage = format!("outage = {{ starts = 1, ends = 0.000000001, output = {output} }}");
    made(&format!("per_week = 5, runs = \"{runs}\", {outage}"))
}

#[test]
fn parts_of_passports_add_up_from_day_to_day() {
    // 0.4, 0.8, 1.2, 1.6 and 2 by the end of the first week, to the nearest whole.
    let by_day = [0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0];
    assert_eq!(one_a_day("daily", 0.4), by_day);
    assert_eq!(one_a_day("weekly", 0.4), [0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0]);
    assert_eq!(one_a_day("daily", 0.9).iter().sum::<u32>(), 9);
    assert_eq!(one_a_day("daily", 0.1).iter().sum::<u32>(), 1);
}

#[test]
fn slow_outages_leave_their_own_share() {
    let slow = |share: f64| format!(", output = 0, slow = {{ share = {share}, output = 0.5 }}");
    let all = every_other_day("daily", &slow(1.0));
    assert_eq!(all, every_other_day("daily", ", output = 0.5"));
    assert_eq!(every_other_day("daily", &slow(0.0)), every_other_day("daily", ", output = 0"));
}

/// Down on the Monday and Tuesday of the first week, by date.
const FAILURE: &str = r#"
    period = [{ name = "failure", dates = "2026-01-05 to 2026-01-06", output = 0 }]
"#;

#[test]
fn overtime_after_given_dates_ends_with_the_backlog() {
    // 100 files and 30 a day, none on the first two days.
    let work = |overtime: &str| made_of(100, &format!("per_week = 150{overtime}"), FAILURE);
    assert_eq!(work("")[..8], [0, 0, 30, 30, 30, 0, 0, 10]);
    // 37.5 a day: the halves add up.
    assert_eq!(work(", overtime = { by = 0.25 }")[..8], [0, 0, 38, 37, 25, 0, 0, 0]);
    assert_eq!(work(", overtime = { by = 0 }"), work(""));
}

#[test]
fn overtime_waits_for_an_outage() {
    let busy = made_of(250, "per_week = 100, overtime = { by = 0.5 }", "");
    assert_eq!(busy[..5], [20; 5], "a backlog alone is no reason");
    let outage = "outage = { starts = 1, ends = 1 }, overtime = { by = 0.5 }";
    let after = made_of(250, &format!("per_week = 100, {outage}"), "");
    assert_eq!(after[..5], [0, 30, 0, 30, 0], "by chance it is the same");
}

#[test]
fn a_weekly_run_makes_the_overtime_of_its_days() {
    let work = "per_week = 100, runs = \"weekly\", overtime = { by = 0.5 }";
    let produced = made_of(250, work, FAILURE);
    assert_eq!([produced[4], produced[11]], [90, 150], "three days of 30, then five");
}
