//! What can only help or only hurt, exactly and in every replication, for the same applicants come
//! in both scenarios.
//!
//! Left out, for it may legitimately fail: longer windows and higher quotas where the book
//! overflows (those who are let in besides have long leads), waits in the office after more
//! bookings, one more desk before a second stage, and the share within the promise after one more
//! holiday (the due date moves too).

use antrean::office::Daily;

use crate::seen::{Seen, office};

/// A book that never overflows: single people by app, who would never try again.
const PATIENT: [&str; 4] = [
    "channel=app",
    "demand.family_sizes=[1]",
    "booking.window=\"250 working days\"",
    "run.replications=5",
];

/// The small office with a book that never overflows.
pub fn patient(settings: &[&str]) -> Seen {
    office(&[&PATIENT, settings].concat())
}

/// Fails unless a column is at most that of another on every day, and less on some.
#[track_caller]
fn assert_at_most(less: &[Vec<u32>], more: &[Vec<u32>], why: &str) {
    let days: Vec<(&u32, &u32)> = less.iter().flatten().zip(more.iter().flatten()).collect();
    assert!(days.iter().all(|(less, more)| less <= more), "{why}");
    assert!(days.iter().any(|(less, more)| less < more), "{why}: they differ nowhere");
}

/// Sums from the first day on.
pub fn so_far(columns: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    let add = |sum: &mut u32, value: u32| {
        *sum += value;
        Some(*sum)
    };
    columns.into_iter().map(|column| column.into_iter().scan(0, add).collect()).collect()
}

#[test]
fn a_higher_quota_lengthens_no_lead() {
    let quotas = [10, 13, 19, 30];
    let seen = quotas.map(|quota| patient(&[&format!("booking.daily_quota={quota}")]));
    for pair in seen.windows(2) {
        let (low, high) = (&pair[0], &pair[1]);
        assert_eq!(low.column(Daily::Booked), high.column(Daily::Booked), "the same requests");
        for column in [Daily::LeadWorkingDays, Daily::ThirdAvailable, Daily::BookedAhead] {
            assert_at_most(&high.column(column), &low.column(column), "a higher quota");
        }
        for (of_low, of_high) in
            low.read("lead_time_working_days").iter().zip(high.read("lead_time_working_days"))
        {
            assert_eq!(of_low.denominator, of_high.denominator);
            assert!(of_high.numerator < of_low.numerator);
        }
    }
}

#[test]
fn more_demand_shortens_no_lead() {
    let demands = [15, 18, 25];
    let seen = demands.map(|people| patient(&[&format!("demand.per_day={people}")]));
    for pair in seen.windows(2) {
        for column in
            [Daily::Wishes, Daily::LeadWorkingDays, Daily::ThirdAvailable, Daily::BookedAhead]
        {
            assert_at_most(&pair[0].column(column), &pair[1].column(column), "more demand");
        }
    }
}

#[test]
fn more_production_makes_no_passport_later() {
    for runs in ["daily", "weekly"] {
        let runs = format!("production.runs={runs}");
        let made = |per_week: u32| {
            let seen = office(&[&format!("production.per_week={per_week}"), &runs]);
            (so_far(seen.column(Daily::Produced)), seen.column(Daily::Backlog))
        };
        let made = [40, 60, 75].map(made);
        for pair in made.windows(2) {
            assert_at_most(&pair[0].0, &pair[1].0, "made so far");
            assert_at_most(&pair[1].1, &pair[0].1, "the backlog");
        }
    }
}

/// One stage, first come first served, and the service belongs to the person. All visits end before
/// the run does, so that the same people are counted.
#[test]
fn more_desks_and_shorter_services_lengthen_no_wait() {
    let waits = |change: &str| {
        let interview = "stage.interview.desks=unlimited";
        let seen = office(&["channel=walk-in", interview, "run.follow_up=\"60 days\"", change]);
        seen.read("waiting")
    };
    let check = |minutes: f64| {
        let law = format!("{{ lognormal = {{ mean = \"{minutes} min\", cv = 0.5 }} }}");
        waits(&format!("stage.check.service={law}"))
    };
    let slow = check(15.0);
    let two = waits("stage.check.desks=2");
    for (better, worse) in [(check(13.5), slow), (two, waits("stage.check.desks=1"))] {
        for (better, worse) in better.iter().zip(&worse) {
            assert_eq!(better.denominator, worse.denominator, "the same visits");
            assert!(better.numerator < worse.numerator);
        }
    }
}

#[test]
fn a_holiday_makes_no_passport_sooner() {
    // Nobody books, so that the holiday moves production only: files come from the start.
    let made = |closed: &str| {
        let settings = ["demand.per_day=0", "start.backlog=300", closed];
        so_far(office(&settings).column(Daily::Produced))
    };
    let (without, with) = (made("calendar.closed=[]"), made("calendar.closed=[2026-01-14]"));
    assert_at_most(&with, &without, "a holiday");
}
