//! The app that is down and the boats that do not go, in words.

use std::fmt::Display;

use crate::office::{Load, OfficeLoad, Plan};
use crate::report::explain::words::{DAYS, number, percent};
use crate::report::language::{counted, list, say, word};
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
        say(
            "{name}: the app is down on {days}; who would book then waits until it works.",
            &[("name", &period.name), ("days", &counted(days, DAYS))],
        )
    };
    periods.filter(|_| scenario.uses(Channel::App)).map(says).collect()
}

/// The days without a boat, for those who live beyond the sea.
pub fn boats(scenario: &Scenario) -> Option<String> {
    let ways = [
        (Crossing::ToOffice, "no boat to the office goes from {origins}"),
        (Crossing::ToKiosk, "no boat to the kiosk goes from {origins}"),
    ];
    let stay = |(to, text): (Crossing, &'static str)| {
        let origins = scenario.demand.origins.iter();
        let says = |origin: &Origin| {
            let days = no_boat(origin, to)?;
            Some(say("{origin} on {days}", &[("origin", &origin.name), ("days", &days)]))
        };
        let from: Vec<String> = origins.filter_map(says).collect();
        (!from.is_empty()).then(|| say(text, &[("origins", &list(&from))]))
    };
    let stay: Vec<String> = ways.into_iter().filter_map(stay).collect();
    (!stay.is_empty()).then(|| {
        say(
            "Sometimes {stay}. Who has an appointment then misses it, and {again} of these people \
             ask for another; all others come with the next boat.",
            &[("stay", &stay.join("; ")), ("again", &percent(scenario.visit.comes_back))],
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
            let (least, most) = (percent(least), percent(most));
            let parts: [(&str, &dyn Display); 2] = [("least", &least), ("most", &most)];
            Some(say("{least} to {most} of days by the month", &parts))
        }
        (least, _) => Some(say("{share} of days", &[("share", &percent(least))])),
    }
}

/// Rows for the table of loads: part, load, because, so.
pub fn rows(plan: &Plan, load: &Load) -> Vec<Vec<String>> {
    let row = |part: &'static str, because: String, so: &'static str| {
        vec![word(part).to_string(), "-".to_string(), because, word(so).to_string()]
    };
    let down = Some(load.app_down).filter(|days| 0.0 < *days).map(|days| {
        let all = plan.scenario.run.days;
        let because = say(
            "down on {down} of {days}, or {share}",
            &[
                ("down", &number(days)),
                ("days", &counted(all, DAYS)),
                ("share", &percent(days / f64::from(all))),
            ],
        );
        row("app", because, "who would book then waits")
    });
    let stranded = load.offices.iter().filter_map(|office| Some((office, office.book?)));
    let stranded = stranded.filter(|(_, book)| 0.0 < book.no_boat).map(|(_, book)| {
        let because = say(
            "no boat goes to {share} of {booked} appointments a day: {people} people miss theirs",
            &[
                ("share", &percent(book.no_boat)),
                ("booked", &number(book.booked())),
                ("people", &number(book.booked() * book.no_boat)),
            ],
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
        say(
            "The app is down on {down} of {days}: who would book then waits, and all ask together \
             when it works again (see `app.outage`, `period.app`).",
            &[("down", &number(load.app_down)), ("days", &counted(days, DAYS))],
        )
    })
}

/// Appointments that come to nothing for want of a boat.
pub fn stranded(office: &OfficeLoad) -> Option<String> {
    let book = office.book.filter(|book| OFTEN_NO_BOAT <= book.no_boat)?;
    Some(say(
        "To {share} of appointments no boat goes: these places stay empty (see \
         `origin.to_office.cancelled`).",
        &[("share", &percent(book.no_boat))],
    ))
}
