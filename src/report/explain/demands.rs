//! The table of loads, with the arithmetic of each.

use std::fmt::Display;

use crate::office::{BookLoad, Load, OfficeLoad, Plan, ProductionLoad, StationLoad};
use crate::report::explain::outages;
use crate::report::explain::page::Block;
use crate::report::explain::words::{DAYS, DESKS, MACHINES, hundredth, number, percent};
use crate::report::language::{Noun, counted, say, word};

/// A load from here on is near what a part can do, and from 1 on it is beyond.
pub const NEAR: f64 = 0.95;
/// A load below this leaves room for growth.
const ROOMY: f64 = 0.7;

/// The loads of a scenario as tables, each part or each office in a row.
pub fn demands(plan: &Plan, load: &Load) -> Vec<Block> {
    let kiosks = load.kiosks.iter().map(|kiosk| in_use(load, kiosk));
    let header = ["part", "load", "because", "so"].map(word).to_vec();
    let mut blocks = vec![Block::Text(wishes(plan, load))];
    let mut rows: Vec<Vec<String>> = kiosks.collect();
    if let [office] = load.offices.as_slice() {
        rows.extend(parts(office));
    }
    rows.extend(outages::rows(plan, load));
    if !rows.is_empty() {
        blocks.push(Block::Table(header, rows));
    }
    if 1 < load.offices.len() {
        let header = ["office", "wishes a day", "book", "busiest stage", "production"];
        let header = header.map(word).to_vec();
        blocks.push(Block::Table(header, load.offices.iter().map(|of| row(plan, of)).collect()));
        if 0.0 < plan.scenario.intake.offices.elsewhere {
            let note = word(
                "Those who book in another office because their own is full are counted in \
                 neither.",
            );
            blocks.push(Block::Text(note.to_string()));
        }
    }
    blocks
}

fn wishes(plan: &Plan, load: &Load) -> String {
    let day: f64 = load.offices.iter().map(|office| office.wishes).sum();
    let days = load.offices.first().map_or(0, |office| office.working_days);
    let year = plan.scenario.demand.per_day * 365.0;
    let parts: [(&str, &dyn Display); 5] = [
        ("year", &number(year)),
        ("all", &number(day * f64::from(days))),
        ("days", &plan.scenario.run.days),
        ("day", &number(day)),
        ("worked", &days),
    ];
    say(
        "Means over the measured days, without chance: waits, and days worse than the mean, only a \
         run can show. {year} wishes a year are {all} in these {days} days, or {day} on each of \
         {worked} working days.",
        &parts,
    )
}

/// What a load means.
fn verdict(load: f64) -> &'static str {
    match load {
        load if load < ROOMY => word("has room"),
        load if load < NEAR => word("busy"),
        load if load <= 1.0 => word("near its limit: waits grow long"),
        _ => word("too much: who waits becomes more and more"),
    }
}

fn parts(office: &OfficeLoad) -> Vec<Vec<String>> {
    let book = office.book.iter().map(book);
    let stages = office.stages.iter().map(|stage| {
        let part = stage.name.clone();
        row_of(part, stage.load(), station_sum(stage, &AT_DESKS), served(stage))
    });
    let production = office.production.iter().map(|made| production(office, made));
    let walk_in = Some(&office.walk_in).filter(|of| 0.0 < of.people).map(|of| {
        let let_in = match of.admitted < of.people {
            true => word("some are turned back"),
            false => word("let in"),
        };
        let because = say(
            "{people} people a day come without appointment, {admitted} are let in",
            &[("people", &number(of.people)), ("admitted", &number(of.admitted))],
        );
        row_of(word("walk-ins").to_string(), None, because, let_in)
    });
    book.chain(walk_in).chain(stages).chain(production).collect()
}

fn row_of(part: String, load: Option<f64>, because: String, so: &str) -> Vec<String> {
    let load = load.map_or_else(|| "-".to_string(), percent);
    vec![part, load, because, so.to_string()]
}

fn book(book: &BookLoad) -> Vec<String> {
    let so = match book.load() {
        load if load <= 1.0 => verdict(load),
        _ => word("too much: some find no place"),
    };
    row_of(word("appointments").to_string(), Some(book.load()), book_sum(book), so)
}

/// "53.9 people a day x 1.16 appointments each = 62.3 wanted / 60 places".
fn book_sum(book: &BookLoad) -> String {
    let at_start = match book.at_start {
        at_start if at_start <= 0.0 => String::new(),
        at_start => say(" + {people} booked at the start", &[("people", &number(at_start))]),
    };
    let parts: [(&str, &dyn Display); 5] = [
        ("people", &number(book.people)),
        ("each", &hundredth(book.appointments_each)),
        ("start", &at_start),
        ("wanted", &number(book.wanted())),
        ("places", &number(book.quota)),
    ];
    say(
        "{people} people a day x {each} appointments each{start} = {wanted} wanted / {places} \
         places",
        &parts,
    )
}

/// A kiosk, with the days of its use where a cut-over leaves it only some.
fn in_use(load: &Load, kiosk: &StationLoad) -> Vec<String> {
    let mut because = station_sum(kiosk, &AT_MACHINES);
    let days = load.offices.first().map_or(0, |office| office.working_days);
    if kiosk.days < days {
        let days = counted(kiosk.days, DAYS);
        because += &say(", on the {days} on which kiosks are used", &[("days", &days)]);
    }
    let part = say("kiosk {name}", &[("name", &kiosk.name)]);
    row_of(part, kiosk.load(), because, served(kiosk))
}

fn served(station: &StationLoad) -> &'static str {
    station.load().map_or_else(|| word("nobody waits"), verdict)
}

/// What serves at a station: so many, or one for everybody.
struct Servers {
    noun: Noun,
    endless: &'static str,
}

const AT_DESKS: Servers = Servers {
    noun: DESKS,
    endless: "{asked} / {hours} h = {erlangs} erlangs, a desk for everybody",
};
const AT_MACHINES: Servers = Servers {
    noun: MACHINES,
    endless: "{asked} / {hours} h = {erlangs} erlangs, a machine for everybody",
};

/// "61.9 people a day x 4.5 min / (2 desks x 7.4 h); 0.63 erlangs".
fn station_sum(station: &StationLoad, by: &Servers) -> String {
    let (services, minutes) = (number(station.services), number(station.minutes));
    let asked = say(
        "{people} people a day x {minutes} min",
        &[("people", &services), ("minutes", &minutes)],
    );
    let (hours, erlangs) = (number(station.hours), hundredth(station.erlangs()));
    let Some(servers) = station.servers else {
        return say(by.endless, &[("asked", &asked), ("hours", &hours), ("erlangs", &erlangs)]);
    };
    let at_once = match station.at_once {
        1 => String::new(),
        people => say(" x {people} at once", &[("people", &people)]),
    };
    let works = match station.availability {
        share if 1.0 <= share => String::new(),
        share => say(" x {share} in order", &[("share", &percent(share))]),
    };
    let parts: [(&str, &dyn Display); 6] = [
        ("asked", &asked),
        ("servers", &counted(servers, by.noun)),
        ("hours", &hours),
        ("at_once", &at_once),
        ("works", &works),
        ("erlangs", &erlangs),
    ];
    say("{asked} / ({servers} x {hours} h{at_once}{works}); {erlangs} erlangs", &parts)
}

fn production(office: &OfficeLoad, made: &ProductionLoad) -> Vec<String> {
    let so = match made.load() {
        None => word("no limit"),
        Some(load) if load <= 1.0 => verdict(load),
        Some(_) => word("too much: the backlog grows"),
    };
    row_of(word("production").to_string(), made.load(), production_sum(office, made), so)
}

/// "58.2 visits a day x 91.3 % completed = 53.1 files / 58.8 passports a day".
fn production_sum(office: &OfficeLoad, made: &ProductionLoad) -> String {
    let some = |text: &'static str, files: f64| match files {
        files if files <= 0.0 => String::new(),
        files => say(text, &[("files", &number(files))]),
    };
    let more = some(" + {files} from the backlog of the start", made.at_start)
        + &some(" + {files} from outreach", made.outreach);
    let left = match made.availability {
        share if 1.0 <= share => String::new(),
        share => say(" x {share} left by outages", &[("share", &percent(share))]),
    };
    let can = made.capacity.map_or_else(
        || word("without limit").to_string(),
        |capacity| {
            say(
                "/ {passports} passports a day{left}",
                &[("passports", &number(capacity)), ("left", &left)],
            )
        },
    );
    let parts: [(&str, &dyn Display); 5] = [
        ("visits", &number(office.visits)),
        ("completed", &percent(office.completed)),
        ("more", &more),
        ("files", &number(made.files)),
        ("can", &can),
    ];
    say("{visits} visits a day x {completed} completed{more} = {files} files {can}", &parts)
}

/// An office of several in one line.
fn row(plan: &Plan, office: &OfficeLoad) -> Vec<String> {
    let load = |load: Option<f64>| load.map_or_else(|| "-".to_string(), percent);
    let stages = office.stages.iter().filter_map(StationLoad::load);
    vec![
        plan.offices[office.office.index()].scenario.name.clone(),
        number(office.wishes),
        load(office.book.map(|book| book.load())),
        load(stages.reduce(f64::max)),
        load(office.production.and_then(|made| made.load())),
    ]
}
