//! Desks by hand: several of them over lunch and closing time, ties, and single milliseconds.

use antrean::office::Daily;

use crate::{Sheet, monday};

/// Two desks, six or eight people due at 11:40, services of 15 min, lunch from 12:00 to 13:00.
fn two_desks(people: u32, rule: &str) -> Sheet {
    let rest = format!(
        r#"
        booking = {{ daily_quota = {people}, window = "5 working days", slot = "20 min", last_slot = "12:00" }}
        start = {{ booked = [{people}] }}
        stage = [{{ name = "desk", desks = 2, service = "15 min" }}]
        "#
    );
    Sheet::of(&monday("11:40-12:00, 13:00-13:20", &format!("at_closing = \"{rule}\""), &rest))
}

#[test]
fn two_desks_over_lunch() {
    let rules = ["serve everyone inside", "finish the service begun", "start only what can finish"];
    for rule in rules {
        let sheet = two_desks(6, rule);
        assert_eq!(sheet.waits(), (190.0, 6.0), "called at 11:40, 11:55 and 13:00, by twos");
        assert_eq!(sheet.minutes("station_use"), (70.0, 80.0), "30 and 10 before lunch, 30 after");
        assert_eq!(sheet.minutes("station_overtime").0, 20.0, "two take until 12:10");
        assert_eq!(sheet.read("station_delayed").numerator, 4.0);
    }
}

#[test]
fn two_desks_at_closing() {
    for rule in ["serve everyone inside", "finish the service begun"] {
        let sheet = two_desks(8, rule);
        assert_eq!(sheet.waits(), (380.0, 8.0), "the last two are called at 13:15");
        assert_eq!(sheet.minutes("station_use"), (80.0, 80.0));
        assert_eq!(sheet.minutes("station_overtime").0, 40.0, "and take until 13:30");
    }
    let sheet = two_desks(8, "start only what can finish");
    assert_eq!(sheet.column(Daily::Completed), [6], "13:15 and 15 min is past closing");
    assert_eq!(sheet.waits(), (190.0, 6.0));
    let (everyone, begun) = (
        two_desks(10, "serve everyone inside").column(Daily::Completed),
        two_desks(10, "finish the service begun").column(Daily::Completed),
    );
    assert_eq!((everyone, begun), (vec![10], vec![8]), "at 13:30 the doors are closed");
}

/// Appointments a minute apart before one desk, up to closing time.
fn every_minute(service: &str, hours: &str, rule: &str) -> Sheet {
    let rest = format!(
        r#"
        booking = {{ daily_quota = 4, window = "5 working days", slot = "1 min", last_slot = "08:04" }}
        start = {{ booked = [4] }}
        stage = [{{ name = "desk", desks = 1, service = "{service}" }}]
        "#
    );
    Sheet::of(&monday(hours, &format!("at_closing = \"{rule}\""), &rest))
}

#[test]
fn a_millisecond_too_long_is_a_millisecond_of_waiting() {
    let wait = |service: &str| {
        let sheet = every_minute(service, "08:00-09:00", "serve everyone inside");
        let (minutes, people) = sheet.waits();
        assert_eq!(people, 4.0);
        ((minutes * 60_000.0).round(), sheet.read("station_delayed").numerator)
    };
    assert_eq!(wait("59999 ms"), (0.0, 0.0));
    assert_eq!(wait("60000 ms"), (0.0, 0.0));
    assert_eq!(wait("60001 ms"), (6.0, 3.0), "0, 1, 2 and 3 ms");
}

#[test]
fn a_service_may_last_until_closing_and_not_a_millisecond_longer() {
    let completed = |service: &str| {
        let sheet = every_minute(service, "08:00-08:04", "start only what can finish");
        sheet.column(Daily::Completed)[0]
    };
    assert_eq!(completed("60000 ms"), 4, "the last ends at 08:04 sharp");
    assert_eq!(completed("60001 ms"), 3, "the last would end at 08:04:00.004");
    assert_eq!(completed("80000 ms"), 3, "08:00:00, 08:01:20 and 08:02:40 until 08:04 sharp");
    assert_eq!(completed("80001 ms"), 2);
}

/// One from each of two places, due at the same instant before one desk.
#[test]
fn h02_who_comes_at_one_instant_is_served_in_order_of_writing() {
    let written = |first: &str, second: &str| {
        let text = format!(
            r#"
            channel = "app"
            run = {{ start = 2026-01-05, length = "1 day", follow_up = "7 days" }}
            office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
            demand = {{ per_day = 0.3, weekday_factors = [7, 0, 0, 0, 0, 0, 0] }}
            booking = {{ daily_quota = 8, window = "5 working days", slot = "8 h" }}
            stage = [{{ name = "desk", desks = 1, service = "10 min" }}]
            origin = [{{ name = "{first}", share = 0.5 }}, {{ name = "{second}", share = 0.5 }}]
            "#
        );
        let one_each = |sheet: &Sheet| {
            [first, second].iter().all(|origin| sheet.of_origin("wishes", origin).numerator == 1.0)
        };
        let sheet = Sheet::where_it_holds(&text, one_each);
        [first, second].map(|origin| sheet.of_origin("waiting", origin).numerator)
    };
    assert_eq!(written("North", "South"), [0.0, 10.0]);
    assert_eq!(written("South", "North"), [0.0, 10.0]);
}
