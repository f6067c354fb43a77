//! Desks that fail while they serve, while they are idle, at lunch and at closing time.

use crate::{booked, monday, presence, waits, work};

/// One desk with services of 30 min, which fails as stated. Its clock starts at midnight.
fn desk(outage: &str) -> String {
    format!(r#"stage = [{{ name = "desk", desks = 1, service = "30 min", outage = {outage} }}]"#)
}

/// Two people, at 10:00 and at 10:30, and an outage from 10:10 to 10:20.
fn interrupted(rule: &str) -> String {
    let outage = format!(r#"{{ every = "610 min", lasts = "10 min", interrupted = "{rule}" }}"#);
    monday("10:00-11:00", "", &(booked("30 min", 2) + &desk(&outage)))
}

#[test]
fn h08_an_interrupted_service_goes_on_where_it_stopped() {
    let day = waits(&interrupted("resumes"), "desk", &[0, 10], &[]);
    assert_eq!(presence(&day, "desk"), 40.0 + 10.0 + 30.0, "the first ends at 10:40");
    assert_eq!(work(&day, "desk"), (50.0, 10.0));
}

#[test]
fn h09_an_interrupted_service_starts_again() {
    let day = waits(&interrupted("starts again"), "desk", &[0, 20], &[]);
    assert_eq!(presence(&day, "desk"), 50.0 + 20.0 + 30.0, "the first ends at 10:50");
    assert_eq!(work(&day, "desk"), (50.0, 20.0), "the ten minutes in vain were work, too");
}

#[test]
fn work_that_an_outage_puts_off_beyond_closing_is_overtime() {
    // 10 min until 10:10, then 20 min from 11:10 on, though the doors close at 11:00.
    let outage = r#"{ every = "610 min", lasts = "1 h" }"#;
    let text = monday("10:00-11:00", "", &(booked("1 h", 1) + &desk(outage)));
    assert_eq!(work(&waits(&text, "desk", &[0], &[]), "desk"), (10.0, 20.0));
}

#[test]
fn a_service_that_ends_as_the_desk_fails_is_not_interrupted() {
    let outage = r#"{ every = "630 min", lasts = "10 min", interrupted = "starts again" }"#;
    let text = monday("10:00-11:00", "", &(booked("30 min", 2) + &desk(outage)));
    let day = waits(&text, "desk", &[0, 10], &[]);
    assert_eq!(presence(&day, "desk"), 30.0 + 10.0 + 30.0);
}

#[test]
fn the_next_is_called_before_the_desk_fails_at_that_instant() {
    // At 10:30 the first leaves, the second is called, and then the desk is down until 10:40.
    let outage = r#"{ every = "630 min", lasts = "10 min" }"#;
    let text = monday("10:00-11:00", "", &(booked("1 h", 2) + &desk(outage)));
    let day = waits(&text, "desk", &[0, 30], &[]);
    assert_eq!(presence(&day, "desk"), 30.0 + 30.0 + 40.0, "the second is served until 11:10");
}

/// Two people, at 10:00 and at 11:00.
fn an_hour_apart(outage: &str) -> String {
    monday("10:00-12:00", "", &(booked("60 min", 2) + &desk(outage)))
}

#[test]
fn an_outage_of_an_idle_desk_harms_nobody_once_it_is_over() {
    let over = an_hour_apart(r#"{ every = "640 min", lasts = "20 min" }"#);
    assert_eq!(presence(&waits(&over, "desk", &[0, 0], &[]), "desk"), 60.0, "10:40 to 11:00");
    let late = an_hour_apart(r#"{ every = "650 min", lasts = "20 min" }"#);
    waits(&late, "desk", &[0, 10], &[]);
}

#[test]
fn a_desk_repaired_fails_again_after_as_long() {
    // From 10:05 to 10:10, from 10:15 to 10:20, and so on: 5 min in each 10.
    let text = an_hour_apart(r#"{ every = "5 min", lasts = "5 min" }"#);
    // At midnight it works; at 10:00 it has just been repaired for the sixtieth time.
    let day = waits(&text, "desk", &[0, 0], &[]);
    assert_eq!(presence(&day, "desk"), 55.0 + 55.0, "five outages, the sixth begins at the end");
}

#[test]
fn a_busy_clock_stands_still_while_the_desk_is_idle() {
    let clock = |rule: &str| {
        let every = r#"every = "40 min", lasts = "10 min", clock = "busy""#;
        an_hour_apart(&format!(r#"{{ {every}, interrupted = "{rule}" }}"#))
    };
    // 30 min of the first service, and 10 of the second: it fails from 11:10 to 11:20.
    let resumed = waits(&clock("resumes"), "desk", &[0, 0], &[]);
    assert_eq!(presence(&resumed, "desk"), 30.0 + 40.0, "ends at 11:40");
    let again = waits(&clock("starts again"), "desk", &[0, 0], &[]);
    assert_eq!(presence(&again, "desk"), 30.0 + 50.0, "ends at 11:50");
}

#[test]
fn a_busy_clock_counts_each_desk_by_itself() {
    // The first desk fails from 10:40 to 11:10, in the third service (10:30 to 11:30), the second
    // from 11:10 to 11:40, in the fourth (11:00 to 12:00). The fifth (11:30 to 12:30) has the
    // outage from 11:50 to 12:20, the sixth (12:00 to 13:00) that from 12:20 to 12:50.
    let text = monday(
        "10:00-12:00",
        "",
        &(booked("60 min", 6)
            + r#"
            [[stage]]
            name = "desk"
            desks = 2
            service = "30 min"
            outage = { every = "40 min", lasts = "30 min", clock = "busy" }
            "#),
    );
    let day = waits(&text, "desk", &[0, 0, 30, 0, 30, 60], &[]);
    assert_eq!(presence(&day, "desk"), 120.0 + 30.0 + 30.0 + 4.0 * 60.0);
}

#[test]
fn desks_that_fail_at_once_serve_nobody_until_they_are_repaired() {
    let text = monday(
        "10:00-12:00",
        "",
        &(booked("2 h", 3)
            + r#"
            [[stage]]
            name = "desk"
            desks = 2
            service = "30 min"
            outage = { every = "620 min", lasts = "40 min" }
            "#),
    );
    // Both are down from 10:20 to 11:00, and have 10 min to go.
    let day = waits(&text, "desk", &[0, 0, 70], &[]);
    assert_eq!(presence(&day, "desk"), 70.0 + 70.0 + 70.0 + 30.0);
}

/// Two people at 10:00 and one at 10:30, and an outage from 10:50 to 11:20, over closing time.
fn over_closing(rule: &str) -> String {
    let rule = format!("at_closing = \"{rule}\"");
    let outage = desk(r#"{ every = "650 min", lasts = "30 min" }"#);
    monday("10:00-11:00", &rule, &(booked("30 min", 3) + &outage))
}

#[test]
fn an_outage_over_closing_time_puts_off_the_last_services() {
    let day = waits(&over_closing("serve everyone inside"), "desk", &[0, 30, 60], &[]);
    // The second is served until 11:30 and the third until 12:00.
    assert_eq!(presence(&day, "desk"), 30.0 + 30.0 + 60.0 + 60.0 + 30.0);
    let (within, beyond) = work(&day, "desk");
    assert_eq!(within + beyond, 90.0);
    let day = waits(&over_closing("finish the service begun"), "desk", &[0, 30], &[30]);
    assert_eq!(presence(&day, "desk"), 30.0 + 30.0 + 60.0 + 30.0, "the third leaves at 11:00");
}

#[test]
fn nobody_foresees_an_outage() {
    // At 10:30 the second can finish by 11:00; at 10:50 that is no longer so.
    let day = waits(&over_closing("start only what can finish"), "desk", &[0, 30], &[30]);
    assert_eq!(presence(&day, "desk"), 30.0 + 30.0 + 60.0 + 30.0);
}

/// Two people at 11:50 before a desk with services of 20 min, and an outage from 11:55.
fn over_lunch(lasts: &str) -> String {
    let rest = format!(
        r#"
        booking = {{ daily_quota = 2, window = "5 working days", slot = "10 min", last_slot = "12:00" }}
        start = {{ booked = [2] }}
        [[stage]]
        name = "desk"
        desks = 1
        service = "20 min"
        outage = {{ every = "715 min", lasts = "{lasts}" }}
        "#
    );
    monday("11:50-12:00, 13:00-14:00", "", &rest)
}

#[test]
fn an_outage_in_the_break_puts_off_the_service_begun_before() {
    let day = waits(&over_lunch("10 min"), "desk", &[0, 70], &[]);
    assert_eq!(presence(&day, "desk"), 30.0 + 70.0 + 20.0, "the first is served until 12:20");
}

#[test]
fn an_outage_over_the_break_puts_off_the_next_as_well() {
    // It is over at 13:05; the first has 15 min to go.
    let day = waits(&over_lunch("70 min"), "desk", &[0, 90], &[]);
    assert_eq!(presence(&day, "desk"), 90.0 + 90.0 + 20.0);
}
