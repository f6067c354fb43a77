//! Paper-and-pencil cases of lines, lanes and outages, `H08` and `H09` of
//! `reference/hand-cases.json` among them, exact to the millisecond, through scenario texts.
//!
//! People of the stated start come at known times. Who waits how long is read by counting the waits
//! that are longer than each expected one.

#[path = "hand_cases_lines/lanes.rs"]
mod lanes;
#[path = "hand_cases_lines/outages.rs"]
mod outages;
#[path = "hand_cases_lines/production.rs"]
mod production;
#[path = "support/ready.rs"]
mod ready;
#[path = "hand_cases_lines/recovery.rs"]
mod recovery;
#[path = "support/sheet.rs"]
mod sheet;
#[path = "hand_cases_lines/waiting.rs"]
mod waiting;

use antrean::time::Span;
use sheet::Sheet;

/// An office without wishes that opens on Monday, 5 January 2026, for those who are booked. What
/// counts as a long wait is left open.
fn monday(hours: &str, office: &str, rest: &str) -> String {
    format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "1 day", replications = 1 }}
        office = {{ hours = {{ mon-fri = "{hours}" }}, {office} }}
        visit.long_wait = "LONG ms"
        demand = {{ per_day = 0 }}
        {rest}
        "#
    )
}

/// So many people in each of the slots of a day.
fn booked(slot: &str, people: u32) -> String {
    format!(
        r#"
        booking = {{ daily_quota = {people}, window = "5 working days", slot = "{slot}" }}
        start = {{ booked = [{people}] }}
        "#
    )
}

fn with_long_wait(text: &str, longest: Span) -> Sheet {
    Sheet::of(&text.replace("LONG", &longest.milliseconds().to_string()))
}

fn minutes(minutes: i64) -> Span {
    Span::from_minutes(minutes)
}

/// Asserts the waits at a stage in minutes, of those who were served and of those who left, to the
/// millisecond; returns all that the day shows.
#[track_caller]
fn waits(text: &str, stage: &str, served: &[i64], left: &[i64]) -> Sheet {
    let sheet = with_long_wait(text, Span::ZERO);
    let sum = |waits: &[i64]| waits.iter().map(|wait| minutes(*wait).milliseconds()).sum::<i64>();
    let found = sheet.read("station_wait", stage).denominator;
    assert_eq!(found, served.len() as f64, "people served at {stage}");
    assert_eq!(sheet.waited("station_wait", stage), sum(served), "waits of those served");
    let found = sheet.read("station_left_wait", stage).denominator;
    assert_eq!(found, left.len() as f64, "people who left {stage}");
    assert_eq!(sheet.waited("station_left_wait", stage), sum(left), "waits of those who left");
    let all = [served, left].concat();
    for &wait in &all {
        longer_waits_agree(text, stage, (minutes(wait), &all));
    }
    sheet
}

/// Asserts how many wait longer than a span, and longer than a millisecond less.
#[track_caller]
fn longer_waits_agree(text: &str, stage: &str, (span, all): (Span, &[i64])) {
    let longer_than = |span: Span| {
        let sheet = with_long_wait(text, span);
        let expected = all.iter().filter(|wait| span < minutes(**wait)).count();
        let found = sheet.read("station_long_waits", stage).numerator;
        assert_eq!(found, expected as f64, "waits at {stage} longer than {} min", span.minutes());
    };
    longer_than(span);
    if Span::ZERO < span {
        longer_than(span - Span::from_milliseconds(1));
    }
}

/// People in line and at the desks, summed over time, in minutes.
fn presence(sheet: &Sheet, stage: &str) -> f64 {
    sheet.read("station_people", stage).numerator / 60_000.0
}

/// Work at the desks, in minutes: within opening hours, and beyond.
fn work(sheet: &Sheet, stage: &str) -> (f64, f64) {
    let minutes = |measure| sheet.read(measure, stage).numerator / 60_000.0;
    (minutes("station_use"), minutes("station_overtime"))
}
