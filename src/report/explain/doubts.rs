//! What looks wrong about a scenario or is worth a look, with the figures and the key to change.

use std::fmt::Display;

use crate::office::{Load, OfficeLoad, Plan, StationLoad};
use crate::report::explain::demands::NEAR;
use crate::report::explain::outages::{often_down, stranded};
use crate::report::explain::words::{DAYS, WORKING_DAYS, number, percent};
use crate::report::language::{Noun, counted, say, word};
use crate::scenario::{Channel, Release, Scenario, Window};
use crate::time::WeeklyHours;

/// Fewer replications give intervals that say little.
const FEW_REPLICATIONS: u32 = 10;
/// From this load on an office takes long to fill.
const SLOW_TO_FILL: f64 = 0.9;

/// Everything that looks wrong, the gravest first.
pub fn doubts(plan: &Plan, load: &Load) -> Vec<String> {
    let mut doubts: Vec<String> =
        load.kiosks.iter().filter_map(|of| busy(of, FULL_KIOSK)).collect();
    doubts.extend(load.offices.iter().flat_map(|of| office(plan, of)));
    let scenario = &plan.scenario;
    let single = [
        no_phone(scenario),
        idle_kiosks(scenario),
        often_down(plan, load),
        start(plan, load),
        follow_up(scenario),
        few(scenario),
    ];
    doubts.extend(single.into_iter().flatten());
    doubts
}

/// The doubts about one office, with its name where there are several.
fn office(plan: &Plan, of: &OfficeLoad) -> Vec<String> {
    let scenario = &plan.offices[of.office.index()].scenario;
    let mut doubts: Vec<String> =
        of.stages.iter().filter_map(|one| busy(one, FULL_STAGE)).collect();
    doubts.extend(
        [
            book(of),
            production(of),
            full_book(of),
            stranded(of),
            promise(scenario),
            window(scenario),
        ]
        .into_iter()
        .flatten(),
    );
    doubts.extend(closed_stages(scenario));
    match plan.offices.len() {
        1 => doubts,
        _ => doubts.iter().map(|doubt| format!("{}: {doubt}", scenario.name)).collect(),
    }
}

/// What is said of a station that is near its limit, and of one beyond it.
const FULL_KIOSK: (&str, &str) = (
    "{name} has {share} of the work that its machines can do: near its limit, and waits grow long \
     (see `kiosk.{name}.machines`).",
    "{name} has {share} of the work that its machines can do: more than it can serve in its hours \
     (see `kiosk.{name}.machines`).",
);
const FULL_STAGE: (&str, &str) = (
    "{name} has {share} of the work that its desks can do: near its limit, and waits grow long \
     (see `stage.{name}.desks`).",
    "{name} has {share} of the work that its desks can do: more than it can serve in its hours \
     (see `stage.{name}.desks`).",
);

fn busy(station: &StationLoad, (near, beyond): (&'static str, &'static str)) -> Option<String> {
    let load = station.load().filter(|load| NEAR <= *load)?;
    let text = if load <= 1.0 { near } else { beyond };
    Some(say(text, &[("name", &station.name), ("share", &percent(load))]))
}

fn book(of: &OfficeLoad) -> Option<String> {
    let book = of.book.filter(|book| NEAR <= book.load())?;
    let text = match book.load() <= 1.0 {
        true => {
            "{wanted} appointments a day are wanted and {offered} are offered, a load of {load}: \
             hardly any place is left over, so that waits for an appointment grow long (see \
             `booking.daily_quota`)."
        }
        false => {
            "{wanted} appointments a day are wanted and {offered} are offered, a load of {load}: \
             who finds no place tries again, gives up or is turned away (see \
             `booking.daily_quota`)."
        }
    };
    let parts: [(&str, &dyn Display); 3] = [
        ("wanted", &number(book.wanted())),
        ("offered", &number(book.quota)),
        ("load", &percent(book.load())),
    ];
    Some(say(text, &parts))
}

fn production(of: &OfficeLoad) -> Option<String> {
    let made = of.production?;
    let (load, possible) = made.load().zip(made.possible()).filter(|(load, _)| NEAR <= *load)?;
    let text = match load <= 1.0 {
        true => {
            "Production gets {files} files a day and makes {made}: it takes long to recover from a \
             bad week (see `production.per_week`)."
        }
        false => {
            "Production gets {files} files a day and makes {made}: the backlog grows (see \
             `production.per_week`)."
        }
    };
    Some(say(text, &[("files", &number(made.files)), ("made", &number(possible))]))
}

/// What the parts behind the book could not do if every place were taken.
fn full_book(of: &OfficeLoad) -> Option<String> {
    let book = of.book.filter(|book| book.load() < 1.0)?;
    let visits = book.quota * (1.0 - book.no_show) + of.walk_in.admitted;
    let growth = if 0.0 < of.visits { visits / of.visits } else { return None };
    let stage = of
        .stages
        .iter()
        .find(|stage| stage.load().is_some_and(|load| load <= 1.0 && 1.0 < load * growth));
    if let Some(stage) = stage {
        let share = percent(stage.load()? * growth);
        return Some(say(
            "If all {places} places a day were booked, {stage} would have {share} of the work that \
             it can do (see `booking.daily_quota`).",
            &[("places", &number(book.quota)), ("stage", &stage.name), ("share", &share)],
        ));
    }
    let made = of.production.filter(|made| made.load().is_some_and(|load| load <= 1.0))?;
    let (files, possible) = (visits * of.completed, made.possible()?);
    (possible < files).then(|| {
        say(
            "If all {places} places a day were booked, production would get {files} files a day \
             and make {made} (see `booking.daily_quota`).",
            &[
                ("places", &number(book.quota)),
                ("files", &number(files)),
                ("made", &number(possible)),
            ],
        )
    })
}

fn promise(scenario: &Scenario) -> Option<String> {
    let made = scenario.production.as_ref().filter(|made| made.promise < made.processing)?;
    Some(say(
        "The promise of {promise} is shorter than the processing time of {processing}: no passport \
         can be in time (see `production.promise`).",
        &[
            ("promise", &counted(made.promise, WORKING_DAYS)),
            ("processing", &counted(made.processing, WORKING_DAYS)),
        ],
    ))
}

/// A window that ends before the next release leaves days that nobody can ever book.
fn window(scenario: &Scenario) -> Option<String> {
    let booking = scenario.booking.as_ref()?;
    let worked = scenario.opening.hours.open_weekdays().count() as u32;
    match (booking.release, booking.window) {
        (Release::Weekly { .. }, Window::WorkingDays(days)) if days < worked => Some(say(
            "The book opens once a week for {days}, and a week has {worked}: the other days can \
             never be booked (see `booking.window`).",
            &[("days", &counted(days, WORKING_DAYS)), ("worked", &worked)],
        )),
        (Release::Monthly { .. }, window) if window.is_shorter_than_months() => Some(
            word(
                "The book opens once a month, and its window is shorter than a month: the other \
                 days can never be booked (see `booking.window`).",
            )
            .to_string(),
        ),
        _ => None,
    }
}

fn closed_stages(scenario: &Scenario) -> Vec<String> {
    let office = &scenario.opening.hours;
    let shorter = |hours: &WeeklyHours| {
        (0..7).map(|day| (office.length_on(day) - hours.length_on(day)).hours().max(0.0)).sum()
    };
    let stages = scenario.visit.stages.iter().map(|stage| (stage, shorter(&stage.hours)));
    let short = stages.filter(|(_, hours): &(_, f64)| 0.0 < *hours);
    short
        .map(|(stage, hours)| {
            say(
                "{stage} has no desks during {hours} h a week in which the office is open (see \
                 `stage.{stage}.hours`).",
                &[("stage", &stage.name), ("hours", &number(hours))],
            )
        })
        .collect()
}

fn no_phone(scenario: &Scenario) -> Option<String> {
    let phones: f64 = scenario.demand.origins.iter().map(|of| of.share * of.phone).sum();
    (scenario.intake.uses(Channel::App) && phones <= 0.0).then(|| {
        word("People would use the app, and nobody has a phone that will do (see `origin.phone`).")
            .to_string()
    })
}

const UNUSED_KIOSKS: Noun = (
    "Kiosks are described at 1 place, and nobody uses them (see `channel`).",
    "Kiosks are described at {number} places, and nobody uses them (see `channel`).",
);

fn idle_kiosks(scenario: &Scenario) -> Option<String> {
    let sites = scenario.intake.sites.len() as u32;
    let some = scenario.intake.uses(Channel::Kiosk);
    let used = |site: usize| {
        let mut origins = scenario.demand.origins.iter();
        origins.any(|of| of.kiosk.is_some_and(|(kiosk, _)| usize::from(kiosk.0) == site))
    };
    let idle = (0..sites as usize).find(|site| !used(*site));
    match (sites, some, idle) {
        (0, _, _) => None,
        (_, false, _) => Some(counted(sites, UNUSED_KIOSKS)),
        (_, true, Some(idle)) => Some(say(
            "Nobody comes from anywhere to the kiosk {name} (see `origin.kiosk`).",
            &[("name", &scenario.intake.sites[idle].name)],
        )),
        (_, true, None) => None,
    }
}

fn start(plan: &Plan, load: &Load) -> Option<String> {
    let scenario = &plan.scenario;
    let stated = |of: &Scenario| of.start.has_book() || of.start.has_backlog();
    let offices = || plan.offices.iter().map(|office| &office.scenario);
    if 0 < scenario.run.warm_up_days || offices().any(stated) {
        return None;
    }
    let of_office = |of: &OfficeLoad| {
        let stages = of.stages.iter().filter_map(StationLoad::load);
        let others = [of.book.map(|book| book.load()), of.production.and_then(|of| of.load())];
        stages.chain(others.into_iter().flatten()).fold(0.0, f64::max)
    };
    let most = load.offices.iter().map(of_office).fold(0.0, f64::max);
    (SLOW_TO_FILL <= most).then(|| {
        say(
            "The run starts with an empty office, without warm-up, and its fullest part has a load \
             of {load}: the first days look better than later ones (see `run.warm_up`, `start`).",
            &[("load", &percent(most))],
        )
    })
}

/// Days from a wish on the last day to its passport, if nothing is amiss.
fn follow_up(scenario: &Scenario) -> Option<String> {
    let worked = scenario.opening.hours.open_weekdays().count().max(1) as u32;
    let window = scenario.booking.as_ref().map_or(0, |book| book.window.working_days(worked));
    let production = scenario.production.as_ref();
    let processing = production.map_or(0, |made| made.processing);
    let collection = production.and_then(|made| made.collection.as_ref());
    let delay = collection.map_or(0.0, |collection| collection.delay.mean().days());
    let needed = ((window + processing) * 7).div_ceil(worked) + delay.ceil() as u32;
    let has = scenario.run.follow_up_days;
    let asked = 0.0 < scenario.demand.per_day && production.is_some();
    (asked && has < needed).then(|| {
        say(
            "A wish of the last day may take {needed} to its passport, and people are followed for \
             {followed}: some are counted as still under way (see `run.follow_up`).",
            &[("needed", &counted(needed, DAYS)), ("followed", &counted(has, DAYS))],
        )
    })
}

fn few(scenario: &Scenario) -> Option<String> {
    let number = scenario.run.replications;
    (number < FEW_REPLICATIONS).then(|| {
        let text = match number {
            1 => {
                "1 replication gives no interval: {enough} or more are better (see \
                  `run.replications`)."
            }
            _ => {
                "{number} replications give wide intervals: {enough} or more are better (see \
                  `run.replications`)."
            }
        };
        say(text, &[("number", &number), ("enough", &FEW_REPLICATIONS)])
    })
}
