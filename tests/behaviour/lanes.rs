//! Lanes: ways to the counter, caps, hours and processing times of their own.

use antrean::office::{Daily, Happening, Simulator, Step};
use antrean::scenario::Scenario;
use antrean::time::TimeOfDay;
use proptest::proptest;

use crate::drawn::{cases, offices};
use crate::ready::ready;
use crate::seen::{Seen, office, office_of, shipped};

proptest! {
    #![proptest_config(cases(32))]

    /// What holds for all may be said of a lane.
    #[test]
    fn a_lane_may_say_what_holds_anyway(office in offices()) {
        let office = office.but("channel", "'app'").but("cut_over", "[]");
        let office = office.but("production.processing", "'4 working days'");
        let office = office.but("production.promise", "'5 working days'");
        let two = |more: &str| {
            let lanes = format!("[{{ name = 'a', share = 0.4{more} }}, {{ name = 'b', share = 0.6 }}]");
            office.but("lane", &lanes).seen()
        };
        let said = ", channel = 'app', priority = 1, processing = '4 working days', \
                    promise = '5 working days'";
        two(said).is_the_same_as(&two(""), "it holds anyway");
    }

    /// Nothing at all is let in by a cap of 0, and all by none.
    #[test]
    fn caps_of_lanes_are_kept(office in offices()) {
        let lanes = |cap: &str| {
            let walking = "channel = 'walk-in'";
            let lanes = format!("[{{ name = 'ordinary', share = 0.4, channel = 'app' }}, \
                {{ name = 'walking', share = 0.6, {walking}, daily_cap = {cap} }}]");
            let office = office.but("app.walk_ins_when_down", "0");
            office.but("lane", &lanes).seen().column(Daily::WalkIns)
        };
        assert!(lanes("4").iter().flatten().all(|walk_ins| *walk_ins <= 4));
        assert!(lanes("0").iter().flatten().all(|walk_ins| *walk_ins == 0));
    }
}

/// Lanes of the small office, all of whose people walk in.
fn walking(express: &str) -> String {
    let lanes = format!(
        "lane = [{{ name = 'ordinary', share = 0.7 }}, {{ name = 'express', share = 0.3{express} }}]"
    );
    let text = crate::seen::OFFICE.replace(
        "channel = { kiosk = 0.3, app = 0.5, walk-in = 0.2 }",
        &format!("channel = 'walk-in'\n{lanes}"),
    );
    text.replace("per_week = 90", "per_week = 60")
}

fn arrivals(text: &str) -> Vec<(TimeOfDay, bool)> {
    let plan = ready(Scenario::parse("lanes", text));
    let told = Simulator::new(&plan).record(0, &[], plan.measured_time.clone());
    let (_, happenings) = told.expect("applicants and outcomes add up");
    let came = happenings.iter().filter(|happening| happening.step == Step::ArrivesAtOffice);
    let at = |happening: &Happening| (happening.at.time_of_day(), happening.lane.0 == 1);
    came.map(at).collect()
}

#[test]
fn who_must_come_before_an_hour_comes_before_it() {
    let noon = TimeOfDay::new(9, 30).expect("a time of day");
    let early = arrivals(&walking(", until = '09:30'"));
    let express = || early.iter().filter(|(_, express)| *express);
    assert!(50 < express().count(), "they come");
    assert!(express().all(|(at, _)| *at < noon));
    assert!(early.iter().any(|(at, express)| !express && noon < *at), "the others come all day");
    let late = |text: &str| arrivals(text).iter().any(|(at, express)| *express && noon < *at);
    assert!(late(&walking("")));
}

/// Production makes 60 of the 90 or so files of a week: what is not express waits for ever longer.
#[test]
fn express_files_are_made_before_all_others() {
    let seen = office_of(&walking(", processing = '0 working days', promise = '0 working days'"));
    let days = |lane: &str| -> (f64, f64) {
        let of = seen.read_of("interview_to_ready", lane);
        (of.iter().map(|of| of.numerator).sum(), of.iter().map(|of| of.denominator).sum())
    };
    let (express, ordinary) = (days("express"), days("ordinary"));
    assert!(60.0 < express.1 && 60.0 < ordinary.1);
    assert!(express.0 / express.1 < 0.25, "nearly all on the same day: {express:?}");
    assert!(5.0 < ordinary.0 / ordinary.1, "{ordinary:?}");
    let alike = office_of(&walking(", processing = '3 working days'"));
    let plain = office_of(&walking(""));
    alike.is_the_same_as(&plain, "the time of all");
}

#[test]
fn a_longer_inquiry_holds_nobody_else_up() {
    let plenty = |more: &str| walking(more).replace("per_week = 60", "per_week = 1000");
    let (longer, plain) =
        (office_of(&plenty(", processing = '9 working days'")), office_of(&plenty("")));
    for (of_longer, of_plain) in longer
        .read_of("interview_to_ready", "ordinary")
        .iter()
        .zip(plain.read_of("interview_to_ready", "ordinary"))
    {
        assert_eq!(*of_longer, of_plain);
        assert_eq!(of_plain.numerator, 3.0 * of_plain.denominator);
    }
    for of in longer.read_of("interview_to_ready", "express") {
        assert_eq!(of.numerator, 9.0 * of.denominator, "nine days each");
    }
    for of in longer.read_of("ready_within_promise", "express") {
        assert_eq!(of.numerator, of.denominator, "promised by their own time");
    }
}

#[test]
fn lanes_with_caps_of_their_own_leave_the_others_theirs() {
    let lanes =
        "lane=[{ name = \"a\", share = 0.5 }, { name = \"b\", share = 0.5, daily_cap = 2 }]";
    let busy = ["channel=walk-in", "demand.per_day=80", "walk_in.daily_cap=3"];
    let most = |settings: &[&str]| {
        office(settings).column(Daily::WalkIns).into_iter().flatten().max().unwrap_or(0)
    };
    assert_eq!(most(&busy), 3);
    assert_eq!(most(&[&busy[..], &[lanes]].concat()), 5);
}

/// What the head of the scenario says.
#[test]
fn lanes_at_karimun_give_to_some_and_take_from_others() {
    let (app, lanes) = (shipped("karimun-app"), shipped("karimun-lanes"));
    assert!(lanes.mean_of("waiting", "priority") < lanes.mean_of("waiting", "ordinary"));
    assert!(lanes.mean_of("wish_to_passport", "express") < 3.0);
    assert_eq!(lanes.mean_of("interview_to_ready", "express"), 0.0);
    let kept = |seen: &Seen, lane| seen.mean_of("ready_within_promise", lane);
    assert!(kept(&lanes, "ordinary") < kept(&app, "all"));
}
