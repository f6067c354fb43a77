//! What looks wrong about a scenario or is worth a look, with the figures and the key to change.

use crate::office::{Load, OfficeLoad, Plan, StationLoad};
use crate::report::explain::demands::NEAR;
use crate::report::explain::outages::{often_down, stranded};
use crate::report::explain::words::{count, number, percent};
use crate::scenario::{Channel, Release, Scenario, Window};
use crate::time::WeeklyHours;

/// Fewer replications give intervals that say little.
const FEW_REPLICATIONS: u32 = 10;
/// From this load on an office takes long to fill.
const SLOW_TO_FILL: f64 = 0.9;

/// Everything that looks wrong, the gravest first.
pub fn doubts(plan: &Plan, load: &Load) -> Vec<String> {
    let mut doubts: Vec<String> = load.kiosks.iter().filter_map(|of| busy(of, "kiosk")).collect();
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
    let mut doubts: Vec<String> = of.stages.iter().filter_map(|one| busy(one, "stage")).collect();
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

fn busy(station: &StationLoad, kind: &str) -> Option<String> {
    let load = station.load().filter(|load| NEAR <= *load)?;
    let (word, key) = match kind {
        "kiosk" => ("machines", "machines"),
        _ => ("desks", "desks"),
    };
    let so = match load <= 1.0 {
        true => "near its limit, and waits grow long",
        false => "more than it can serve in its hours",
    };
    Some(format!(
        "{} has {} of the work that its {word} can do: {so} (see `{kind}.{}.{key}`).",
        station.name,
        percent(load),
        station.name
    ))
}

fn book(of: &OfficeLoad) -> Option<String> {
    let book = of.book.filter(|book| NEAR <= book.load())?;
    let so = match book.load() <= 1.0 {
        true => "hardly any place is left over, so that waits for an appointment grow long",
        false => "who finds no place tries again, gives up or is turned away",
    };
    Some(format!(
        "{} appointments a day are wanted and {} are offered, a load of {}: {so} (see \
         `booking.daily_quota`).",
        number(book.wanted()),
        number(book.quota),
        percent(book.load())
    ))
}

fn production(of: &OfficeLoad) -> Option<String> {
    let made = of.production?;
    let (load, possible) = made.load().zip(made.possible()).filter(|(load, _)| NEAR <= *load)?;
    let so = match load <= 1.0 {
        true => "it takes long to recover from a bad week",
        false => "the backlog grows",
    };
    Some(format!(
        "Production gets {} files a day and makes {}: {so} (see `production.per_week`).",
        number(made.files),
        number(possible)
    ))
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
        return Some(format!(
            "If all {} places a day were booked, {} would have {} of the work that it can do (see \
             `booking.daily_quota`).",
            number(book.quota),
            stage.name,
            percent(stage.load()? * growth)
        ));
    }
    let made = of.production.filter(|made| made.load().is_some_and(|load| load <= 1.0))?;
    let (files, possible) = (visits * of.completed, made.possible()?);
    (possible < files).then(|| {
        format!(
            "If all {} places a day were booked, production would get {} files a day and make {} \
             (see `booking.daily_quota`).",
            number(book.quota),
            number(files),
            number(possible)
        )
    })
}

fn promise(scenario: &Scenario) -> Option<String> {
    let made = scenario.production.as_ref().filter(|made| made.promise < made.processing)?;
    Some(format!(
        "The promise of {} is shorter than the processing time of {}: no passport can be in time \
         (see `production.promise`).",
        count(made.promise, "working day"),
        count(made.processing, "working day")
    ))
}

/// A window that ends before the next release leaves days that nobody can ever book.
fn window(scenario: &Scenario) -> Option<String> {
    let booking = scenario.booking.as_ref()?;
    let worked = scenario.opening.hours.open_weekdays().count() as u32;
    match (booking.release, booking.window) {
        (Release::Weekly { .. }, Window::WorkingDays(days)) if days < worked => Some(format!(
            "The book opens once a week for {}, and a week has {worked}: the other days can never \
             be booked (see `booking.window`).",
            count(days, "working day")
        )),
        (Release::Monthly { .. }, window) if window.is_shorter_than_months() => Some(
            "The book opens once a month, and its window is shorter than a month: the other days \
             can never be booked (see `booking.window`)."
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
            format!(
                "{} has no desks during {} h a week in which the office is open (see \
                 `stage.{}.hours`).",
                stage.name,
                number(hours),
                stage.name
            )
        })
        .collect()
}

fn no_phone(scenario: &Scenario) -> Option<String> {
    let phones: f64 = scenario.demand.origins.iter().map(|of| of.share * of.phone).sum();
    (scenario.intake.uses(Channel::App) && phones <= 0.0).then(|| {
        "People would use the app, and nobody has a phone that will do (see `origin.phone`)."
            .to_string()
    })
}

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
        (_, false, _) => Some(format!(
            "Kiosks are described at {}, and nobody uses them (see `channel`).",
            count(sites, "place")
        )),
        (_, true, Some(idle)) => Some(format!(
            "Nobody comes from anywhere to the kiosk {} (see `origin.kiosk`).",
            scenario.intake.sites[idle].name
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
        format!(
            "The run starts with an empty office, without warm-up, and its fullest part has a load \
             of {}: the first days look better than later ones (see `run.warm_up`, `start`).",
            percent(most)
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
        format!(
            "A wish of the last day may take {} to its passport, and people are followed for {}: \
             some are counted as still under way (see `run.follow_up`).",
            count(needed, "day"),
            count(has, "day")
        )
    })
}

fn few(scenario: &Scenario) -> Option<String> {
    let number = scenario.run.replications;
    (number < FEW_REPLICATIONS).then(|| {
        format!(
            "{} give wide intervals: {FEW_REPLICATIONS} or more are better (see \
             `run.replications`).",
            count(number, "replication")
        )
    })
}
