//! What holds in any office: nobody is lost, no limit is passed, nothing comes before its cause.

use antrean::office::{Daily, Item, Outcome, Replication};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq};
use proptest::proptest;
use proptest::test_runner::{RngSeed, TestCaseError};

use crate::seen::{Seen, office};

/// An office drawn at random, as settings of the small office.
fn settings() -> impl Strategy<Value = Vec<String>> {
    let rates = (0..60_u32, 0..40_u32, 0..150_u32, 1..12_u32);
    let shares = (0.0..0.5_f64, 0.0..0.3_f64, 0.0..1.0_f64);
    let rules = (0..3_usize, 0..2_usize, 0..2_usize, 0..1_000_000_u32);
    (rates, shares, rules).prop_map(|(rates, shares, rules)| {
        let (demand, quota, production, window) = rates;
        let (no_show, sent_home, again) = shares;
        let (closing, families, runs, seed) = rules;
        vec![
            format!("demand.per_day={demand}"),
            format!("booking.daily_quota={quota}"),
            format!("production.per_week={production}"),
            format!("booking.window=\"{window} working days\""),
            format!("booking.no_show={no_show}"),
            format!("booking.books_again={again}"),
            format!("stage.check.sent_home={sent_home}"),
            format!("visit.comes_back={again}"),
            format!("office.at_closing=\"{}\"", CLOSING[closing]),
            format!("booking.families=\"{}\"", ["same day", "may split"][families]),
            format!("production.runs={}", ["daily", "weekly"][runs]),
            format!("run.seed={seed}"),
            "calendar.closed=[2026-01-14, 2026-01-16]".to_string(),
            "run.replications=1".to_string(),
        ]
    })
}

const CLOSING: [&str; 3] =
    ["serve everyone inside", "finish the service begun", "start only what can finish"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, rng_seed: RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn no_office_loses_anybody_or_passes_a_limit(settings in settings()) {
        let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
        let seen = office(&settings);
        for run in &seen.runs {
            conserves(run)?;
            keeps_to_the_quota(&seen, run)?;
            keeps_to_capacity(&seen, run)?;
            has_causes_first(&seen, run)?;
        }
    }
}

fn of(day: &[u32; 14], column: Daily) -> u32 {
    day[column as usize]
}

fn sum(run: &Replication, column: Daily) -> i64 {
    run.days.iter().map(|day| i64::from(of(day, column))).sum()
}

fn conserves(run: &Replication) -> Result<(), TestCaseError> {
    let wishes: i64 = run.channels.iter().map(|tally| tally[Item::Wishes]).sum();
    prop_assert_eq!(wishes, sum(run, Daily::Wishes));
    let ended = |outcome: Outcome| run.channels.iter().map(|tally| tally[outcome]).sum::<i64>();
    prop_assert_eq!(wishes, Outcome::ALL.map(ended).iter().sum::<i64>());
    let ready: i64 = run.channels.iter().map(|tally| tally[Item::Ready]).sum();
    prop_assert_eq!(ready, run.processing.count() as i64);
    prop_assert_eq!(ready, run.wish_to_ready.count() as i64);
    Ok(())
}

fn keeps_to_the_quota(seen: &Seen, run: &Replication) -> Result<(), TestCaseError> {
    for (day, (calendar, date)) in run.days.iter().zip(seen.plan.measured_dates()) {
        let (quota, due) = (of(day, Daily::Quota), of(day, Daily::Due));
        prop_assert!(due <= quota, "{} due on {}, {} offered", due, date, quota);
        prop_assert!(of(day, Daily::Attended) <= due + of(day, Daily::WalkIns));
        if !seen.plan.calendar.is_working(calendar) {
            let visits = [Daily::Quota, Daily::Attended, Daily::Completed, Daily::Produced];
            prop_assert!(visits.iter().all(|column| of(day, *column) == 0), "closed on {}", date);
        }
    }
    Ok(())
}

/// The run begins on a Monday.
fn keeps_to_capacity(seen: &Seen, run: &Replication) -> Result<(), TestCaseError> {
    let production = seen.plan.scenario.production.as_ref().expect("there is production");
    let per_week = production.per_week.expect("it has a limit");
    for week in run.days.chunks(7) {
        let made: u32 = week.iter().map(|day| of(day, Daily::Produced)).sum();
        prop_assert!(made <= per_week, "{} of {}", made, per_week);
    }
    Ok(())
}

fn has_causes_first(seen: &Seen, run: &Replication) -> Result<(), TestCaseError> {
    let (mut attended, mut completed, mut produced) = (0, 0, 0);
    for day in &run.days {
        prop_assert!(of(day, Daily::Booked) <= of(day, Daily::LeadWorkingDays), "never today");
        attended += of(day, Daily::Attended);
        completed += of(day, Daily::Completed);
        produced += of(day, Daily::Produced);
        prop_assert!(completed <= attended && produced <= completed);
        prop_assert!(of(day, Daily::ProducedWithinPromise) <= of(day, Daily::Produced));
    }
    let soonest = run.processing.iter().find(|(_, files)| 0 < *files).map_or(3, |(days, _)| days);
    prop_assert!(3 <= soonest, "ready after {} working days", soonest);
    for (median, late) in ["lead_time_working_days", "lead_time_calendar_days", "wish_to_passport"]
        .map(|name| (format!("{name}_median"), format!("{name}_p90")))
    {
        let (median, late) = (seen.read(&median)[0].ratio(), seen.read(&late)[0].ratio());
        prop_assert!(median <= late);
    }
    Ok(())
}
