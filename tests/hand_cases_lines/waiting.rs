//! Waiting rooms, patience, balking, batches, and the way back to the end of the line.

use antrean::office::Daily;

use crate::sheet::Sheet;
use crate::{booked, monday, presence, waits};

/// People at 08:00 before a desk with services of 10 min.
fn at_eight(people: u32, rules: &str) -> String {
    let desk = format!(r#"stage = [{{ name = "desk", desks = 1, service = "10 min", {rules} }}]"#);
    monday("08:00-10:00", "", &(booked("2 h", people) + &desk))
}

fn column(day: &Sheet, column: Daily) -> Vec<u32> {
    day.run.days.iter().map(|record| record[column as usize]).collect()
}

#[test]
fn four_at_once_before_one_desk_and_one_chair() {
    let day = waits(&at_eight(4, "waiting_room = 1"), "desk", &[0, 10], &[]);
    let full = day.read("station_full", "desk");
    assert_eq!((full.numerator, full.denominator), (2.0, 4.0));
    assert_eq!(day.read("station_balked", "desk").numerator, 0.0);
    assert_eq!(column(&day, Daily::Attended), [4]);
    assert_eq!(column(&day, Daily::Completed), [2]);
    assert_eq!(presence(&day, "desk"), 30.0, "who finds no chair is not there");
}

#[test]
fn without_a_chair_only_those_come_in_who_are_served_at_once() {
    let day = waits(&at_eight(3, "waiting_room = 0"), "desk", &[0], &[]);
    assert_eq!(day.read("station_full", "desk").numerator, 2.0);
}

#[test]
fn a_free_desk_serves_nobody_who_cannot_finish_before_closing() {
    // The second comes at 15:55, with 10 min to be served.
    let text = monday(
        "15:45-16:00",
        "at_closing = \"start only what can finish\"",
        r#"
        booking = { daily_quota = 2, window = "5 working days", slot = "10 min" }
        start = { booked = [2] }
        stage = [{ name = "desk", desks = 1, service = "10 min", waiting_room = 0 }]
        "#,
    );
    let day = waits(&text, "desk", &[0], &[]);
    assert_eq!(day.read("station_full", "desk").numerator, 1.0);
}

#[test]
fn a_desk_that_is_down_serves_nobody_at_once() {
    // From 07:50 to 08:05: at 08:00 nobody is served, and there is no chair.
    let rules = r#"waiting_room = 0, outage = { every = "470 min", lasts = "15 min" }"#;
    let day = waits(&at_eight(1, rules), "desk", &[], &[]);
    assert_eq!(day.read("station_full", "desk").numerator, 1.0);
}

#[test]
fn who_has_waited_long_enough_as_a_desk_becomes_free_is_served() {
    // At 08:10 the first goes before anybody loses patience: the second is called, the third not.
    let day = waits(&at_eight(3, "patience = \"10 min\""), "desk", &[0, 10], &[10]);
    let left = day.read("station_left", "desk");
    assert_eq!((left.numerator, left.denominator), (1.0, 3.0));
    let sooner = at_eight(3, "patience = \"9 min\"");
    waits(&sooner, "desk", &[0], &[9, 9]);
    let later = at_eight(3, "patience = \"11 min\"");
    waits(&later, "desk", &[0, 10], &[11]);
}

#[test]
fn who_has_waited_long_enough_as_a_desk_is_repaired_is_served() {
    let outage = |lasts: &str| {
        let outage = format!(r#"outage = {{ every = "470 min", lasts = "{lasts}" }}"#);
        at_eight(1, &format!("patience = \"10 min\", {outage}"))
    };
    waits(&outage("20 min"), "desk", &[10], &[]);
    waits(&outage("21 min"), "desk", &[], &[10]);
}

/// One who is due at 08:00 and comes 20 min early.
fn early(patience: &str) -> String {
    at_eight(1, &format!("patience = \"{patience}\"")) + "visit.punctuality = \"-20 min\"\n"
}

#[test]
fn patience_ends_before_shut_doors_too() {
    waits(&early("19 min"), "desk", &[], &[19]);
    waits(&early("20 min"), "desk", &[20], &[]);
}

#[test]
fn patience_ends_in_the_break_too() {
    let lunch = |patience: &str| {
        let rest = format!(
            r#"
            booking = {{ daily_quota = 2, window = "5 working days", slot = "10 min", last_slot = "12:00" }}
            start = {{ booked = [2] }}
            stage = [{{ name = "desk", desks = 1, service = "20 min", patience = "{patience}" }}]
            "#
        );
        monday("11:50-12:00, 13:00-14:00", "", &rest)
    };
    waits(&lunch("69 min"), "desk", &[0], &[69]);
    waits(&lunch("70 min"), "desk", &[0, 70], &[]);
}

#[test]
fn who_can_be_served_at_once_always_joins() {
    let day = waits(&at_eight(3, "joins = [0]"), "desk", &[0], &[]);
    let balked = day.read("station_balked", "desk");
    assert_eq!((balked.numerator, balked.denominator), (2.0, 3.0));
    // The second finds nobody waiting and joins; the third finds one.
    let day = waits(&at_eight(4, "joins = [1, 0]"), "desk", &[0, 10], &[]);
    assert_eq!(day.read("station_balked", "desk").numerator, 2.0);
    assert_eq!(day.read("station_full", "desk").numerator, 0.0);
}

#[test]
fn a_batch_begins_with_those_who_are_there() {
    // Seven come at one instant: three are called at 08:00, three at 08:10 and the last at 08:20.
    let day = waits(&at_eight(7, "at_once = 3"), "desk", &[0, 0, 0, 10, 10, 10, 20], &[]);
    assert_eq!(presence(&day, "desk"), 50.0 + 7.0 * 10.0);
    assert_eq!(day.read("station_use", "desk").numerator, 30.0 * 60_000.0, "three services");
}

#[test]
fn those_who_are_called_together_need_no_place_to_wait() {
    // Of seven three are called at 08:00; one finds the only chair, three find nothing.
    let day = waits(&at_eight(7, "at_once = 3, waiting_room = 1"), "desk", &[0, 0, 0, 10], &[]);
    assert_eq!(day.read("station_full", "desk").numerator, 3.0);
}

#[test]
fn a_batch_is_called_together_when_the_doors_open() {
    let text = at_eight(7, "at_once = 3") + "visit.punctuality = \"-5 min\"\n";
    waits(&text, "desk", &[5, 5, 5, 15, 15, 15, 25], &[]);
}

/// As good as everybody: 1 itself is refused, for then nobody ever gets on.
const NEARLY_ALL: &str = "0.9999999999999999";

#[test]
fn who_is_sent_back_goes_to_the_end_of_the_line() {
    // Two take turns at 08:00, 08:10, ..., 08:50. At 09:00 one has waited since 08:50 and the other
    // has just left the desk: both are sent home.
    let text = monday(
        "08:00-09:00",
        "at_closing = \"finish the service begun\"",
        &format!(
            r#"
            booking = {{ daily_quota = 2, window = "5 working days", slot = "1 h" }}
            start = {{ booked = [2] }}
            stage = [{{ name = "desk", desks = 1, service = "10 min", sent_back = {NEARLY_ALL} }}]
            "#
        ),
    );
    let day = waits(&text, "desk", &[0, 10, 10, 10, 10, 10], &[10, 0]);
    assert_eq!(day.read("station_line", "desk").numerator, 60.0 * 60_000.0, "one always waits");
    assert_eq!(column(&day, Daily::Completed), [0]);
}

#[test]
fn who_is_sent_back_to_an_earlier_stage_stands_behind_those_who_came_since() {
    // The first has its photo at 08:00 and its check at 08:10. It is back at 08:15, when the second
    // has its photo and the third waits for its own, from 08:20 to 08:30.
    let text = monday(
        "08:00-08:30",
        "at_closing = \"finish the service begun\"",
        &format!(
            r#"
            booking = {{ daily_quota = 3, window = "5 working days", slot = "30 min" }}
            start = {{ booked = [3] }}
            [[stage]]
            name = "photo"
            desks = 1
            service = "10 min"
            [[stage]]
            name = "check"
            desks = 1
            service = "5 min"
            sent_back = {{ share = {NEARLY_ALL}, to = "photo" }}
            "#
        ),
    );
    // At 08:30 the first has waited since 08:15 and the second since 08:25; the third is sent on to
    // a check that has closed.
    waits(&text, "photo", &[0, 10, 20], &[15, 5]);
    waits(&text, "check", &[0, 0], &[0]);
}
