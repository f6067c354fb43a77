//! The app that is down and the boats that do not go, in words.

use crate::office::{Load, OfficeLoad, Plan};
use crate::report::explain::words::{count, list, number, percent};
use crate::scenario::{AppState, Channel, Crossing, Origin, Period, Scenario};

/// From this share of the measured days on it is worth a look that the app is down.
const OFTEN_DOWN: f64 = 0.02;
/// From this share of appointments on it is worth a look that no boat goes.
const OFTEN_NO_BOAT: f64 = 0.02;

/// Periods in which the app is down, where people use it.
pub fn app_periods(scenario: &Scenario) -> Vec<String> {
    let is_down = |period: &&Period| period.app == Some(AppState::Down);
    let periods = scenario.opening.periods.iter().filter(is_down);
    let says = |period: &Period| {
        let days: u32 = period.dates.iter().map(|dates| dates.dates().count() as u32).sum();
        format!(
            "{}: the app is down on {}; who would book then waits until it works.",
            period.name,
            count(days, "day")
        )
    };
    periods.filter(|_| scenario.uses(Channel::App)).map(says).collect()
}

/// The days without a boat, for those who live beyond the sea.
pub fn boats(scenario: &Scenario) -> Option<String> {
    let ways = [(Crossing::ToOffice, "the office"), (Crossing::ToKiosk, "the kiosk")];
    let stay = |(to, place): (Crossing, &str)| {
        let origins = scenario.demand.origins.iter();
        let says = |origin: &Origin| Some(format!("{} on {}", origin.name, no_boat(origin, to)?));
        let from: Vec<String> = origins.filter_map(says).collect();
        (!from.is_empty()).then(|| format!("no boat to {place} goes from {}", list(&from)))
    };
    let stay: Vec<String> = ways.into_iter().filter_map(stay).collect();
    let comes_back = percent(scenario.visit.comes_back);
    (!stay.is_empty()).then(|| {
        format!(
            "Sometimes {}. Who has an appointment then misses it, and {comes_back} of these people \
             ask for another; all others come with the next boat.",
            stay.join("; ")
        )
    })
}

/// "3 % of days", or "3 % to 8 % of days by the month"; none where a boat always goes.
fn no_boat(origin: &Origin, to: Crossing) -> Option<String> {
    let cancelled = origin.cancelled.as_ref()?;
    let shares = (0..12).map(|month| cancelled.share(to, month));
    let (least, most) = (shares.clone().fold(1.0, f64::min), shares.fold(0.0, f64::max));
    match (least, most) {
        (_, most) if most <= 0.0 => None,
        (least, most) if least < most => {
            Some(format!("{} to {} of days by the month", percent(least), percent(most)))
        }
        (least, _) => Some(format!("{} of days", percent(least))),
    }
}

/// Rows for the table of loads: part, load, because, so.
pub fn rows(plan: &Plan, load: &Load) -> Vec<Vec<String>> {
    let row = |part: &str, because: String, so: &str| {
        vec![part.to_string(), "-".to_string(), because, so.to_string()]
    };
    let down = Some(load.app_down).filter(|days| 0.0 < *days).map(|days| {
        let because = format!(
            "down on {} of {}, or {}",
            number(days),
            count(plan.scenario.run.days, "day"),
            percent(days / f64::from(plan.scenario.run.days))
        );
        row("app", because, "who would book then waits")
    });
    let stranded = load.offices.iter().filter_map(|office| Some((office, office.book?)));
    let stranded = stranded.filter(|(_, book)| 0.0 < book.no_boat).map(|(_, book)| {
        let because = format!(
            "no boat goes to {} of {} appointments a day: {} people miss theirs",
            percent(book.no_boat),
            number(book.booked()),
            number(book.booked() * book.no_boat)
        );
        row("boats", because, "some ask again")
    });
    down.into_iter().chain(stranded).collect()
}

/// The app is down so often that all who wait for it matter.
pub fn often_down(plan: &Plan, load: &Load) -> Option<String> {
    let days = plan.scenario.run.days;
    let share = load.app_down / f64::from(days);
    (OFTEN_DOWN <= share).then(|| {
        format!(
            "The app is down on {} of {}: who would book then waits, and all ask together when it \
             works again (see `app.outage`, `period.app`).",
            number(load.app_down),
            count(days, "day")
        )
    })
}

/// Appointments that come to nothing for want of a boat.
pub fn stranded(office: &OfficeLoad) -> Option<String> {
    let book = office.book.filter(|book| OFTEN_NO_BOAT <= book.no_boat)?;
    Some(format!(
        "To {} of appointments no boat goes: these places stay empty (see \
         `origin.to_office.cancelled`).",
        percent(book.no_boat)
    ))
}
