//! Outages of the queue app: nobody books while it is down, and nobody is lost by it.

use antrean::office::{Daily, Simulator, Step};

use crate::seen::{Seen, office, plan};

const DOWN: &str =
    "period=[{ name = \"down\", dates = \"2026-01-12 to 2026-01-18\", app = \"down\" }]";

/// The small office with the app only, changed by settings.
fn with_app(settings: &[&str]) -> Seen {
    office(&[&["channel=app", "booking.daily_quota=40", "origin.North.phone=1"], settings].concat())
}

#[test]
fn nobody_books_while_the_app_is_down() {
    let seen = with_app(&[DOWN]);
    for booked in seen.column(Daily::Booked) {
        assert!(0 < booked[6] && booked[7..14].iter().all(|people| *people == 0), "{booked:?}");
        let usual = booked[..7].iter().max().expect("a week");
        assert!(usual < &booked[14], "who waited asks as soon as it works");
    }
    assert!(seen.read("app_down").iter().all(|found| 0.0 < found.numerator));
    assert!(seen.read("came_instead").iter().all(|found| found.numerator <= 0.0));
}

#[test]
fn by_chance_it_is_the_same() {
    // Down on the first, third and every other day.
    let seen = with_app(&["app.outage={ starts = 1, ends = 1 }", "demand.per_day=60"]);
    let first = seen.plan.measured.start.0 - seen.plan.first.0;
    for booked in seen.column(Daily::Booked) {
        let works = |index: usize| (first as usize + index) % 2 == 1;
        let wrong = (0..28).find(|index| !works(*index) && 0 < booked[*index]);
        assert_eq!(wrong, None, "{booked:?}");
        assert!(8 < booked.iter().filter(|people| 0 < **people).count());
    }
    let up = "period=[{ name = \"up\", dates = \"2025-01-01 to 2027-01-01\", app = \"up\" }]";
    let up = with_app(&["app.outage={ starts = 1, ends = 1 }", up]);
    assert!(!up.differs_from(&with_app(&[])), "a period goes before chance");
}

#[test]
fn some_are_let_in_while_it_is_down() {
    let seen = with_app(&[DOWN, "app.walk_ins_when_down=3"]);
    for walk_ins in seen.column(Daily::WalkIns) {
        let (before, after) = (&walk_ins[..7], &walk_ins[15..]);
        assert!([before, after].iter().all(|days| days.iter().all(|people| *people == 0)));
        assert!(walk_ins.iter().all(|people| *people <= 3), "{walk_ins:?}");
        assert!(2 < walk_ins[7..15].iter().filter(|people| 0 < **people).count(), "{walk_ins:?}");
    }
    assert!(seen.read("came_instead").iter().all(|came| 0.0 < came.numerator));
}

#[test]
fn who_goes_by_kiosk_or_walks_in_does_not_notice() {
    for channel in ["channel=kiosk", "channel=walk-in"] {
        let down = office(&[channel, DOWN]);
        assert!(!down.differs_from(&office(&[channel])));
    }
}

#[test]
fn the_journal_tells_who_found_it_down_and_when() {
    let plan = plan(&["channel=app", DOWN]);
    let told = Simulator::new(&plan).record(0, &[], plan.measured_time.clone());
    let (_, happenings) = told.expect("applicants and outcomes add up");
    let found = happenings.iter().filter(|happening| happening.step == Step::FindsAppDown);
    let days: Vec<u32> = found.map(|one| one.at.day().0 - plan.measured.start.0).collect();
    assert!(10 < days.len() && days.iter().all(|day| (7..14).contains(day)), "{days:?}");
}
