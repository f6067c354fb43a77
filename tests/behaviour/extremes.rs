//! Offices at their limits: nobody comes, nothing is offered, or far too many come.

use antrean::office::{Daily, Item, Outcome, Plan};

use crate::playing::played;
use crate::seen::{Seen, office, office_of, plan};

/// Every figure and band must be a number or absent.
#[track_caller]
pub fn assert_finite(plan: Plan) {
    let result = played(vec![plan]).remove(0);
    for of in &result.figures {
        let estimate = of.estimate;
        let parts = [estimate.mean, estimate.half_width, estimate.standard_deviation];
        assert!(parts.into_iter().flatten().all(f64::is_finite), "{:?}", of.figure);
    }
    for series in &result.series {
        for band in series.days.iter().filter_map(|(_, band)| *band) {
            assert!(band.mean.is_finite() && band.p95.is_finite(), "{}", series.series.name);
        }
    }
    assert!(0 < result.events, "days begin and end");
}

#[test]
fn a_run_without_people_ends_and_has_nothing_to_say() {
    assert_finite(plan(&["demand.per_day=0"]));
    let seen = office(&["demand.per_day=0"]);
    assert_eq!(seen.count(Item::Wishes), 0);
    for measure in ["issued", "lead_time_working_days", "in_office", "interview_to_ready_p90"] {
        assert!(seen.read(measure).iter().all(|of| of.ratio().is_none()), "{measure}");
    }
}

#[test]
fn a_book_without_places_ends_and_books_nobody() {
    assert_finite(plan(&["booking.daily_quota=0"]));
    let seen = office(&["booking.daily_quota=0"]);
    assert_eq!(seen.count(Item::Booked), 0);
    let third = seen.column(Daily::ThirdAvailable);
    assert!(third.iter().flatten().all(|days| *days == 0 || *days == 6), "beyond the window");
}

#[test]
fn a_production_that_makes_nothing_ends() {
    assert_finite(plan(&["production.per_week=0"]));
    assert_eq!(office(&["production.per_week=0"]).count(Item::Passports), 0);
}

#[test]
fn ten_times_the_demand_ends() {
    for channel in ["app", "kiosk", "walk-in"] {
        let channel = format!("channel={channel}");
        let settings = [&channel, "demand.per_day=180", "run.replications=1"];
        assert_finite(plan(&settings));
        let seen = office(&settings);
        assert!(4_000 < seen.count(Item::Wishes));
        assert_eq!(
            Outcome::ALL.map(|outcome| seen.ended(outcome)).iter().sum::<i64>(),
            seen.count(Item::Wishes)
        );
    }
}

#[test]
fn a_family_larger_than_the_quota_must_split() {
    let triplets = ["channel=app", "demand.family_sizes=[0, 0, 1]", "booking.daily_quota=2"];
    let together = office(&triplets);
    assert_eq!(together.count(Item::Booked), 0);
    assert_eq!(together.count(Item::RefusedByBook), together.count(Item::Requests));
    let split = office(&[&triplets[..], &["booking.families=\"may split\""]].concat());
    assert!(0 < split.count(Item::Booked));
    assert!(split.column(Daily::Due).iter().flatten().all(|due| *due <= 2));
}

#[test]
fn where_no_kiosk_ever_works_people_try_again_and_give_up() {
    let broken = [
        "channel=kiosk",
        "kiosk.Harbour.out_of_order=1",
        "kiosk.Market.out_of_order=1",
        "persistence.try_again=0.5",
        "persistence.at_most_tries=3",
    ];
    let seen = office(&broken);
    let wishes = seen.count(Item::Wishes);
    assert_eq!(seen.count(Item::Requests), 0, "nobody gets to the book");
    let ways = [Outcome::GaveUp, Outcome::TurnedAway, Outcome::UnderWay];
    assert_eq!(ways.map(|outcome| seen.ended(outcome)).iter().sum::<i64>(), wishes);
    assert!(0 < seen.ended(Outcome::GaveUp) && 0 < seen.ended(Outcome::TurnedAway));
    assert!(wishes < seen.count(Item::Trips), "some come again");
    assert_finite(plan(&broken));
}

/// A week of five days is released on Friday at 14:00.
const WEEKLY: [&str; 3] =
    ["channel=app", "booking.release={ weekly = \"fri 14:00\" }", "run.length=\"28 days\""];

/// Working days of the present release that still can be booked on a day of the week.
const OPEN: [u32; 7] = [4, 3, 2, 1, 5, 5, 5];

#[test]
fn nobody_books_beyond_the_week_that_is_released() {
    let seen = office(&WEEKLY);
    let (booked, leads) = (seen.column(Daily::Booked), seen.column(Daily::LeadWorkingDays));
    for (booked, leads) in booked.iter().zip(&leads) {
        for (day, (booked, lead)) in booked.iter().zip(leads).enumerate() {
            assert!(booked <= lead, "nobody books for the same day");
            assert!(*lead <= OPEN[day % 7] * booked, "day {day}: {lead} for {booked}");
        }
    }
    assert!(0 < seen.count(Item::Booked));
}

/// Whole working weeks of a column, from the second on.
fn weeks(seen: &Seen, column: Daily) -> Vec<[u32; 5]> {
    let weeks = seen.column(column).concat();
    let week = |days: &[u32]| [days[0], days[1], days[2], days[3], days[4]];
    weeks.chunks(7).skip(1).map(week).collect()
}

#[test]
fn a_weekly_release_shows_as_a_saw() {
    let many = [&WEEKLY[..], &["demand.per_day=400", "run.replications=1"]].concat();
    let seen = office(&many);
    for week in weeks(&seen, Daily::BookedAhead) {
        assert_eq!(week, [80, 64, 48, 32, 16], "all five days are taken by Monday");
    }
    for week in weeks(&seen, Daily::ThirdAvailable) {
        assert_eq!(week, [5, 4, 3, 2, 1], "the Monday that is not yet released");
    }
}

/// A kiosk that is never idle serves somebody until exactly midnight, who books for the day that
/// begins: before it has, and yet on the same day.
#[test]
fn who_books_at_midnight_is_due_once() {
    let seen = office_of(
        r#"
        channel = "kiosk"
        origin = [{ name = "island", share = 1, kiosk = "Moro" }]
        run = { start = 2019-01-07, length = "4 weeks", replications = 2 }
        office = { hours = { mon-fri = "13:00-17:00" }, at_closing = "serve everyone inside" }
        demand = { per_day = 120, family_sizes = [1] }
        kiosk = [{ name = "Moro", machines = 1, data_entry = "10 min" }]
        booking = { daily_quota = 60, release = "rolling", window = "30 working days",
                    earliest = "same day", no_show = 0 }
        stage = [{ name = "desk", desks = 3, service = "5 min" }]
        "#,
    );
    let (due, attended) = (seen.column(Daily::Due), seen.column(Daily::Attended));
    assert!(due.iter().flatten().any(|due| 0 < *due));
    assert_eq!(due, attended);
}
