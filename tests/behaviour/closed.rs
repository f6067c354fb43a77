//! Kiosks and stages that are closed on given dates.

use antrean::office::{Daily, Simulator, Step};
use antrean::scenario::Scenario;
use antrean::scenario::reading::Colour;

use crate::ready::ready;
use crate::seen::{OFFICE, office, plan};

/// Days of the run on which people of an origin arrive at their kiosk.
fn days_at_kiosk(settings: &[&str], origin: u16) -> Vec<u32> {
    let plan = plan(&[&["channel=kiosk"], settings].concat());
    let told = Simulator::new(&plan).record(0, &[], plan.measured_time.clone());
    let (_, happenings) = told.expect("applicants and outcomes add up");
    let came = happenings.iter().filter(|one| one.step == Step::ArrivesAtKiosk);
    let came = came.filter(|one| one.origin == origin);
    came.map(|one| one.at.day().0 - plan.measured.start.0).collect()
}

#[test]
fn nobody_goes_to_a_kiosk_that_is_closed() {
    let closed = "kiosk.Harbour.closed=\"2026-01-12 to 2026-01-18\"";
    let days = days_at_kiosk(&[closed], 0);
    assert!(days.iter().all(|day| !(7..14).contains(day)), "{days:?}");
    let monday = |days: &[u32]| days.iter().filter(|day| **day == 14).count();
    assert!(monday(&days_at_kiosk(&[], 0)) + 20 < monday(&days), "all come on Monday");
    assert!(days_at_kiosk(&[closed], 1).contains(&8), "the other kiosk is open");
}

#[test]
fn who_comes_to_a_closed_stage_leaves_and_tries_again() {
    let seen = office(&["channel=app", "stage.interview.closed=[2026-01-13, 2026-01-15]"]);
    for (run, completed) in seen.runs.iter().zip(seen.column(Daily::Completed)) {
        assert_eq!((completed[8], completed[10]), (0, 0), "nobody is served");
        let came = |day: usize| run.days[day][Daily::Attended as usize];
        assert!(0 < came(8) && 0 < completed[7] && 0 < completed[9], "{completed:?}");
    }
    let usual = office(&["channel=app"]);
    let issued = |seen: &crate::seen::Seen| seen.ended(antrean::office::Outcome::Issued);
    assert!(issued(&seen) < issued(&usual), "some give up");
}

#[test]
fn dates_that_are_not_played_close_nothing() {
    let never = "[\"2019-01-01 to 2019-12-31\", 2031-01-01]";
    for key in ["kiosk.Harbour.closed", "stage.interview.closed"] {
        assert!(!office(&[&format!("{key}={never}")]).differs_from(&office(&[])), "{key}");
    }
}

#[test]
fn a_kiosk_that_never_opens_is_a_mistake() {
    let closed = OFFICE.replace(
        "name = \"Harbour\"\nmachines = 1",
        "name = \"Harbour\"\nmachines = 1\nclosed = \"2026-01-01 to 2026-12-31\"",
    );
    let (_, findings) = Scenario::parse("office", &closed);
    let said = findings.render(Colour::Plain);
    assert!(said.contains("the kiosk Harbour is never open"), "{said}");
    ready(Scenario::parse("office", OFFICE));
}
