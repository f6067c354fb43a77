//! What can only help or only hurt, over random figures of one office, in every replication.
//!
//! The head of `monotone.rs` says what is left out. Besides: an outage within a day cannot be
//! stated; a holiday with one production run a week may bring that week's passports a day sooner;
//! and where people overtake each other before a second stage, whose service belongs to the person,
//! even departures in their order may come later with one more desk, so that the second stage here
//! takes the same time for all.

use antrean::office::Daily;
use antrean::statistics::Observation;
use proptest::prelude::{prop_assert, prop_assert_eq};
use proptest::proptest;
use proptest::test_runner::TestCaseError;

use crate::drawn::cases;
use crate::monotone::{patient, so_far};
use crate::seen::{Seen, office};

type Verdict = Result<(), TestCaseError>;

/// Walk-ins before one stage that matters, for at the other nobody waits, not even over lunch; all
/// visits end before the run does.
const ONE_STAGE: [&str; 5] = [
    "channel=walk-in",
    "stage.interview.hours=always",
    "stage.interview.desks=unlimited",
    "stage.interview.service=\"0 min\"",
    "run.follow_up=\"60 days\"",
];

fn one_stage(settings: &[String]) -> Seen {
    let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
    office(&[&ONE_STAGE[..], &settings].concat())
}

fn service(minutes: f64, cv: f64) -> String {
    format!("stage.check.service={{ lognormal = {{ mean = \"{minutes:.3} min\", cv = {cv:.3} }} }}")
}

/// Every column at most as high, on every day of every replication.
fn at_most(less: &[Vec<u32>], more: &[Vec<u32>], why: &str) -> Verdict {
    prop_assert_eq!(less.len(), more.len());
    let mut days = less.iter().flatten().zip(more.iter().flatten());
    prop_assert!(days.all(|(less, more)| less <= more), "{}", why);
    Ok(())
}

/// Sums over the same people at most as high in every replication, and what the ninetieth has.
fn no_longer(better: &Seen, worse: &Seen, measure: &str) -> Verdict {
    let p90 = format!("{measure}_p90");
    for (better, worse) in better.read(measure).iter().zip(worse.read(measure)) {
        prop_assert_eq!(better.denominator, worse.denominator, "the same people");
        prop_assert!(better.numerator <= worse.numerator, "{} {:?}", measure, (better, worse));
    }
    let ratio = |of: &Observation| of.ratio();
    for (better, worse) in better.read(&p90).iter().zip(worse.read(&p90)) {
        prop_assert!(ratio(better) <= ratio(&worse), "{}", p90);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_quota_lengthens_a_lead(
        (demand, quota, more) in (1..20_u32, 5..30_u32, 1..20_u32),
        (seed, release, earliest) in (0..10_000_u32, 0..2_usize, 0..2_usize),
    ) {
        let release = ["rolling", "{ weekly = \"fri 14:00\" }"][release];
        let earliest = ["next day", "same day"][earliest];
        let settings = [
            format!("demand.per_day={demand}"),
            format!("run.seed={seed}"),
            format!("booking.release={release}"),
            format!("booking.earliest=\"{earliest}\""),
        ];
        let [low, high] = [quota, quota + more].map(|quota| {
            let quota = format!("booking.daily_quota={quota}");
            let settings = settings.iter().map(String::as_str);
            patient(&settings.chain([quota.as_str()]).collect::<Vec<_>>())
        });
        for column in [Daily::LeadWorkingDays, Daily::ThirdAvailable, Daily::BookedAhead] {
            at_most(&high.column(column), &low.column(column), "a higher quota")?;
        }
        no_longer(&high, &low, "lead_time_working_days")?;
        no_longer(&high, &low, "lead_time_calendar_days")?;
    }

    #[test]
    fn no_desk_and_no_shorter_service_lengthens_a_wait(
        (demand, seed, desks) in (1..20_u32, 0..10_000_u32, 1..4_u32),
        (minutes, cv, share) in (3.0..25.0_f64, 0.1..1.5_f64, 0.1..1.0_f64),
    ) {
        let with = |desks: u32, minutes: f64| one_stage(&[
            format!("demand.per_day={demand}"),
            format!("run.seed={seed}"),
            format!("stage.check.desks={desks}"),
            service(minutes, cv),
        ]);
        let base = with(desks, minutes);
        no_longer(&with(desks + 1, minutes), &base, "waiting")?;
        no_longer(&with(desks * 2, minutes), &base, "waiting")?;
        no_longer(&with(desks, minutes * share), &base, "waiting")?;
    }

    /// Twice as many people, all those besides from the South: those from the North are the same.
    #[test]
    fn nobody_waits_less_when_others_come(
        (demand, seed, minutes) in (1..10_u32, 0..10_000_u32, 3.0..25.0_f64),
    ) {
        let with = |demand: u32, north: f64| one_stage(&[
            format!("demand.per_day={demand}"),
            format!("origin.North.share={north}"),
            format!("origin.South.share={}", 1.0 - north),
            format!("run.seed={seed}"),
            service(minutes, 0.5),
        ]);
        let (few, many) = (with(demand, 0.5), with(demand * 2, 0.25));
        for (of_few, of_many) in few.read_of("waiting", "North").iter().zip(many.read_of("waiting", "North")) {
            prop_assert_eq!(of_few.denominator, of_many.denominator, "the same people");
            prop_assert!(of_few.numerator <= of_many.numerator);
        }
        let extra = many.read_of("wishes", "South")[0].numerator;
        prop_assert!(few.read_of("wishes", "South")[0].numerator <= extra);
    }

    #[test]
    fn nobody_starts_later_where_a_stage_opens_longer(
        (demand, seed) in (5..20_u32, 0..10_000_u32),
        (minutes, lunch) in (5.0..25.0_f64, 0..3_usize),
    ) {
        let with = |hours: &str| office(&[
            "channel=app",
            "stage.interview.desks=unlimited",
            "run.follow_up=\"60 days\"",
            &format!("demand.per_day={demand}"),
            &format!("run.seed={seed}"),
            &service(minutes, 1.0),
            &format!("stage.check.hours={{ mon-fri = \"{hours}\" }}"),
        ]);
        let longer = ["08:00-16:00", "07:00-12:00, 13:00-16:00", "08:00-12:00, 13:00-18:00"][lunch];
        no_longer(&with(longer), &with("08:00-12:00, 13:00-16:00"), "in_office")?;
    }

    /// Nobody books, so that capacity and holiday concern files of the start only.
    #[test]
    fn more_capacity_and_fewer_holidays_make_no_passport_later(
        (backlog, per_week, more) in (0..500_u32, 0..120_u32, 1..60_u32),
        (closed, runs) in (5..30_u32, 0..2_usize),
    ) {
        let made = |per_week: u32, closed: &str, runs: &str| {
            let seen = office(&[
                "demand.per_day=0",
                &format!("start.backlog={backlog}"),
                &format!("production.per_week={per_week}"),
                &format!("production.runs={runs}"),
                &format!("calendar.closed=[{closed}]"),
            ]);
            so_far(seen.column(Daily::Produced))
        };
        let runs = ["daily", "weekly"][runs];
        at_most(&made(per_week, "", runs), &made(per_week + more, "", runs), "more capacity")?;
        let closed = format!("2026-01-{closed:02}");
        at_most(&made(per_week, &closed, "daily"), &made(per_week, "", "daily"), "a holiday")?;
    }

    /// So many that work goes on past midnight, for departures are seen by day.
    #[test]
    fn desks_upstream_make_no_departure_later(
        (demand, seed, desks) in (20..70_u32, 0..10_000_u32, 1..4_u32),
        (first, second) in (5.0..25.0_f64, 5..40_u32),
    ) {
        let with = |desks: u32| office(&[
            "channel=walk-in",
            &format!("demand.per_day={demand}"),
            &format!("run.seed={seed}"),
            &format!("stage.check.desks={desks}"),
            &service(first, 1.0),
            &format!("stage.interview.service=\"{second} min\""),
        ]);
        let (few, many) = (with(desks), with(desks + 1));
        let departed = |seen: &Seen| so_far(seen.column(Daily::Completed));
        at_most(&departed(&few), &departed(&many), "more desks")?;
    }
}
