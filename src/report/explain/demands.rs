//! The table of loads, with the arithmetic of each.

use crate::office::{BookLoad, Load, OfficeLoad, Plan, ProductionLoad, StationLoad};
use crate::report::explain::outages;
use crate::report::explain::page::Block;
use crate::report::explain::words::{count, hundredth, number, percent};

/// A load from here on is near what a part can do, and from 1 on it is beyond.
pub const NEAR: f64 = 0.95;
/// A load below this leaves room for growth.
const ROOMY: f64 = 0.7;

/// The loads of a scenario as tables, each part or each office in a row.
pub fn demands(plan: &Plan, load: &Load) -> Vec<Block> {
    let kiosks = load.kiosks.iter().map(|kiosk| in_use(load, kiosk));
    let header = vec!["part", "load", "because", "so"];
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
        let header = vec!["office", "wishes a day", "book", "busiest stage", "production"];
        blocks.push(Block::Table(header, load.offices.iter().map(|of| row(plan, of)).collect()));
        let note = "Those who book in another office because their own is full are counted in \
                    neither.";
        if 0.0 < plan.scenario.intake.offices.elsewhere {
            blocks.push(Block::Text(note.to_string()));
        }
    }
    blocks
}

fn wishes(plan: &Plan, load: &Load) -> String {
    let day: f64 = load.offices.iter().map(|office| office.wishes).sum();
    let days = load.offices.first().map_or(0, |office| office.working_days);
    let year = plan.scenario.demand.per_day * 365.0;
    format!(
        "Means over the measured days, without chance: waits, and days worse than the mean, only a \
         run can show. {} wishes a year are {} in these {} days, or {} on each of {} working days.",
        number(year),
        number(day * f64::from(days)),
        plan.scenario.run.days,
        number(day),
        days,
    )
}

/// What a load means.
pub fn verdict(load: f64) -> &'static str {
    match load {
        load if load < ROOMY => "has room",
        load if load < NEAR => "busy",
        load if load <= 1.0 => "near its limit: waits grow long",
        _ => "too much: who waits becomes more and more",
    }
}

fn parts(office: &OfficeLoad) -> Vec<Vec<String>> {
    let book = office.book.iter().map(book);
    let stages = office.stages.iter().map(|stage| station(stage, "desk"));
    let production = office.production.iter().map(|made| production(office, made));
    let walk_in = Some(&office.walk_in).filter(|of| 0.0 < of.people).map(|of| {
        let let_in = if of.admitted < of.people { "some are turned back" } else { "let in" };
        let because = format!(
            "{} people a day come without appointment, {} are let in",
            number(of.people),
            number(of.admitted)
        );
        row_of("walk-ins", None, because, let_in)
    });
    book.chain(walk_in).chain(stages).chain(production).collect()
}

fn row_of(part: &str, load: Option<f64>, because: String, so: &str) -> Vec<String> {
    let load = load.map_or_else(|| "-".to_string(), percent);
    vec![part.to_string(), load, because, so.to_string()]
}

fn book(book: &BookLoad) -> Vec<String> {
    row_of(
        "appointments",
        Some(book.load()),
        book_sum(book),
        match book.load() {
            load if load <= 1.0 => verdict(load),
            _ => "too much: some find no place",
        },
    )
}

/// "53.9 people a day x 1.16 appointments each = 62.3 / 60 places".
pub fn book_sum(book: &BookLoad) -> String {
    let at_start = match book.at_start {
        at_start if at_start <= 0.0 => String::new(),
        at_start => format!(" + {} booked at the start", number(at_start)),
    };
    format!(
        "{} people a day x {} appointments each{at_start} = {} wanted / {} places",
        number(book.people),
        hundredth(book.appointments_each),
        number(book.wanted()),
        number(book.quota)
    )
}

/// A kiosk, with the days of its use where a cut-over leaves it only some.
fn in_use(load: &Load, kiosk: &StationLoad) -> Vec<String> {
    let mut row = station(kiosk, "machine");
    let days = load.offices.first().map_or(0, |office| office.working_days);
    if kiosk.days < days {
        row[2] += &format!(", on the {} on which kiosks are used", count(kiosk.days, "day"));
    }
    row
}

fn station(station: &StationLoad, noun: &str) -> Vec<String> {
    let so = station.load().map_or("nobody waits", verdict);
    let part = match noun {
        "machine" => format!("kiosk {}", station.name),
        _ => station.name.clone(),
    };
    row_of(&part, station.load(), station_sum(station, noun), so)
}

/// "61.9 people a day x 4.5 min / (2 desks x 7.4 h) = 0.63 desks busy".
pub fn station_sum(station: &StationLoad, noun: &str) -> String {
    let asked =
        format!("{} people a day x {} min", number(station.services), number(station.minutes));
    let erlangs = format!("{} erlangs", hundredth(station.erlangs()));
    let Some(servers) = station.servers else {
        return format!(
            "{asked} / {} h = {erlangs}, a {noun} for everybody",
            number(station.hours)
        );
    };
    let at_once = match station.at_once {
        1 => String::new(),
        people => format!(" x {people} at once"),
    };
    let works = match station.availability {
        share if 1.0 <= share => String::new(),
        share => format!(" x {} in order", percent(share)),
    };
    let servers = count(servers, noun);
    format!("{asked} / ({servers} x {} h{at_once}{works}); {erlangs}", number(station.hours))
}

fn production(office: &OfficeLoad, made: &ProductionLoad) -> Vec<String> {
    let so = match made.load() {
        None => "no limit",
        Some(load) if load <= 1.0 => verdict(load),
        Some(_) => "too much: the backlog grows",
    };
    row_of("production", made.load(), production_sum(office, made), so)
}

/// "58.2 visits a day x 91.3 % completed = 53.1 files / 58.8 passports a day".
pub fn production_sum(office: &OfficeLoad, made: &ProductionLoad) -> String {
    let at_start = match made.at_start {
        at_start if at_start <= 0.0 => String::new(),
        at_start => format!(" + {} from the backlog of the start", number(at_start)),
    };
    let outreach = match made.outreach {
        outreach if outreach <= 0.0 => String::new(),
        outreach => format!(" + {} from outreach", number(outreach)),
    };
    let left = match made.availability {
        share if 1.0 <= share => String::new(),
        share => format!(" x {} left by outages", percent(share)),
    };
    let can = made.capacity.map_or_else(
        || "without limit".to_string(),
        |capacity| format!("/ {} passports a day{left}", number(capacity)),
    );
    format!(
        "{} visits a day x {} completed{at_start}{outreach} = {} files {can}",
        number(office.visits),
        percent(office.completed),
        number(made.files)
    )
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
