//! Lanes: who is called first, who is served differently, and that nobody is interrupted.

use std::collections::BTreeSet;

use crate::sheet::Sheet;
use crate::{booked, monday, presence, waits};

const PEOPLE: i64 = 5;

/// Five people at 08:00. The ordinary ones come to the desk at 08:05, the urgent ones at 08:12;
/// who is which is chance.
fn five(seed: u32, priority_of_the_ordinary: u32) -> String {
    let rest = format!(
        r#"
        lane = [
            {{ name = "urgent", share = 0.4 }},
            {{ name = "ordinary", share = 0.6, priority = {priority_of_the_ordinary} }},
        ]
        [[stage]]
        name = "door"
        desks = "unlimited"
        service = "5 min"
        lane_service = {{ urgent = "12 min" }}
        [[stage]]
        name = "desk"
        desks = 1
        service = "10 min"
        "#
    );
    let text = monday("08:00-10:00", "", &(booked("2 h", PEOPLE as u32) + &rest));
    text.replace("replications = 1", &format!("replications = 1, seed = {seed}"))
}

/// How many of the five are urgent: their way in takes 7 min more.
fn urgent(text: &str) -> i64 {
    let at_the_door = presence(&Sheet::of(&text.replace("LONG", "0")), "door");
    (at_the_door as i64 - PEOPLE * 5) / 7
}

/// Waits where the `first` are called from the instant at which one is free, 10 min apart.
fn one_by_one(number: i64, first: i64) -> Vec<i64> {
    (0..number).map(|place| first + 10 * place).collect()
}

/// The first of the ordinary is served until 08:15, the urgent from then on, and then the others.
fn urgent_first(urgent: i64) -> Vec<i64> {
    match PEOPLE - urgent {
        0 => one_by_one(urgent, 0),
        ordinary => {
            [vec![0], one_by_one(urgent, 3), one_by_one(ordinary - 1, 10 * (urgent + 1))].concat()
        }
    }
}

fn as_they_come(urgent: i64) -> Vec<i64> {
    match PEOPLE - urgent {
        0 => one_by_one(urgent, 0),
        ordinary => [one_by_one(ordinary, 0), one_by_one(urgent, 10 * ordinary - 7)].concat(),
    }
}

#[test]
fn the_urgent_overtake_all_who_wait_but_interrupt_nobody() {
    let mut seen = BTreeSet::new();
    for seed in 1..12 {
        let text = five(seed, 2);
        let urgent = urgent(&text);
        waits(&text, "desk", &urgent_first(urgent), &[]);
        seen.insert(urgent);
    }
    assert!(3 <= seen.len(), "in all runs the same people were urgent: {seen:?}");
}

#[test]
fn lanes_of_one_priority_are_served_as_they_come() {
    for seed in 1..6 {
        let text = five(seed, 1);
        waits(&text, "desk", &as_they_come(urgent(&text)), &[]);
    }
}

#[test]
fn within_a_lane_who_comes_first_is_served_first() {
    // All are urgent: two at 08:00 and one at 08:05.
    let text = monday(
        "08:00-08:10",
        "",
        r#"
        booking = { daily_quota = 3, window = "5 working days", slot = "5 min" }
        start = { booked = [3] }
        lane = [
            { name = "urgent", share = 1 },
            { name = "ordinary", share = 0, priority = 2 },
        ]
        stage = [{ name = "desk", desks = 1, service = "10 min" }]
        "#,
    );
    waits(&text, "desk", &[0, 10, 15], &[]);
}

#[test]
fn a_batch_takes_the_urgent_first() {
    // At 08:15, when the first ordinary ones are done, as many urgent as have room, then ordinary.
    for seed in 1..6 {
        let text = five(seed, 2).replace("name = \"desk\"", "name = \"desk\"\nat_once = 2");
        let urgent = urgent(&text);
        let ordinary = PEOPLE - urgent;
        let called = |place: i64| 10 * (place / 2);
        let urgent_waits = (0..urgent).map(|place| 3 + called(place));
        let first = ordinary.min(2);
        let others = (urgent..PEOPLE - first).map(|place| 10 + called(place));
        let expected: Vec<i64> = match ordinary {
            0 => continue,
            _ => (0..first).map(|_| 0).chain(urgent_waits).chain(others).collect(),
        };
        waits(&text, "desk", &expected, &[]);
    }
}

#[test]
fn who_leaves_a_desk_makes_room_for_who_comes_to_it_at_that_instant() {
    // Some come to the desk before others with lower numbers. Each leaves it when the one before
    // leaves the check, where nobody can wait: all are served.
    for seed in 1..6 {
        let check =
            "[[stage]]\nname = \"check\"\ndesks = 1\nservice = \"10 min\"\nwaiting_room = 0\n";
        let day = Sheet::of(&(five(seed, 1).replace("LONG", "0") + check));
        assert_eq!(day.read("station_full", "check").numerator, 0.0, "seed {seed}");
        assert_eq!(day.read("station_wait", "check").denominator, PEOPLE as f64, "seed {seed}");
    }
}
