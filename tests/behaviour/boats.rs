//! Boats that are cancelled: nobody of the origin comes, and those of others do not notice.

use std::collections::BTreeSet;

use antrean::office::{Happening, Item, Simulator, Step};

use crate::seen::{Seen, office, plan};

/// No boats from South in January, half of them in February.
const JANUARY: &str = "origin.South.to_office={ travel = \"1.5 h\", fare = 40000, \
    cancelled = [1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }";

fn told(settings: &[&str]) -> (u32, Vec<Happening>) {
    let plan = plan(settings);
    let told = Simulator::new(&plan).record(0, &[], plan.measured_time.clone());
    (plan.measured.start.0, told.expect("applicants and outcomes add up").1)
}

/// The days on which people of an origin do something.
fn days(told: &(u32, Vec<Happening>), origin: u16, step: Step) -> BTreeSet<u32> {
    let found = told.1.iter().filter(|one| one.origin == origin && one.step == step);
    found.map(|one| one.at.day().0 - told.0).collect()
}

#[test]
fn nobody_comes_on_a_day_without_boats() {
    let told = told(&[JANUARY, "visit.comes_back=1"]);
    let (came, missed) = (days(&told, 1, Step::ArrivesAtOffice), days(&told, 1, Step::FindsNoBoat));
    // The run begins on 5 January; 1 February is the 27th day after.
    assert!(came.iter().chain(&days(&told, 1, Step::Collects)).all(|day| 27 <= *day), "{came:?}");
    assert!(10 < missed.iter().filter(|day| **day < 27).count(), "{missed:?}");
    assert!(3 < came.len() && came.is_disjoint(&missed), "{came:?} {missed:?}");
    assert!(missed.iter().any(|day| 27 <= *day), "one draw holds for all of a day");
    assert!(days(&told, 0, Step::FindsNoBoat).is_empty());
    assert!(days(&told, 0, Step::ArrivesAtOffice).contains(&1));
}

#[test]
fn kiosks_of_the_own_island_need_no_boat_unless_they_say_so() {
    let told_of = |to_kiosk: &str| told(&["channel=kiosk", JANUARY, to_kiosk]);
    let near = told_of("origin.South.to_kiosk={ travel = \"5 min\" }");
    assert!(days(&near, 1, Step::ArrivesAtKiosk).contains(&1));
    let far = told_of("origin.South.to_kiosk={ travel = \"5 min\", cancelled = 1 }");
    assert!(days(&far, 1, Step::ArrivesAtKiosk).is_empty(), "it never gets there");
    assert!(days(&far, 0, Step::ArrivesAtKiosk).contains(&1));
}

#[test]
fn who_misses_the_boat_is_no_no_show_of_its_own_will() {
    let seen = office(&[JANUARY, "channel=app", "visit.comes_back=1"]);
    assert_eq!(seen.count(Item::MissedBoats), seen.count(Item::MissedAppointments));
    let missed = |seen: &Seen, of: &str| -> f64 {
        seen.read_of("missed_boats", of).iter().map(|missed| missed.numerator).sum()
    };
    assert!(20.0 < missed(&seen, "South") && missed(&seen, "North") <= 0.0);
    let lost = office(&[JANUARY, "channel=app"]);
    assert!(0 < lost.ended(antrean::office::Outcome::NoShow), "who does not come back");
}

#[test]
fn who_walks_in_where_it_is_always_open_waits_for_a_boat() {
    let always = ["channel=walk-in", "office.hours=always", JANUARY];
    let told = told(&always);
    let came = days(&told, 1, Step::ArrivesAtOffice);
    assert!(!came.is_empty() && came.iter().all(|day| 27 <= *day), "{came:?}");
}
