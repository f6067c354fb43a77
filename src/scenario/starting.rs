//! `[start]`: the book and the production as they are on the first day.

use std::collections::BTreeMap;

use crate::scenario::period::Setting;
use crate::scenario::reading::{
    Count, Diagnostic, Fault, Findings, Leaf, Node, Read, Reader, Value,
};
use crate::time::{Calendar, Date, shifted};

/// The state of the office on the first day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartingState {
    /// People booked on the first, second, ... working day.
    pub booked: Vec<u32>,
    /// People booked on dates.
    pub booked_on: BTreeMap<Date, u32>,
    /// Files past their processing time that wait for production.
    pub backlog: u32,
    /// Files that wait for production, by the date on which they were received.
    pub received: BTreeMap<Date, u32>,
}

/// People booked on a day, and files, at the start: more are a slip of the finger.
const MOST_AT_START: u32 = 1_000_000;
/// Days after the run, and before it, beyond which a date is a slip in a year.
const DAYS_AFTER: i64 = 366;
const DAYS_BEFORE: i64 = 3_660;

/// What may be stated as a whole or by date.
enum Stated<T> {
    Whole(T),
    ByDate(Vec<Dated>),
}

/// A number of a date.
struct Dated {
    date: Date,
    number: u32,
    node: Node,
}

type Number = Count<0, MOST_AT_START>;

impl StartingState {
    /// Reads `[start]` for an office with a calendar and a book, if these are sound.
    pub fn read(reader: &mut Reader<'_>, office: Option<&Setting<'_>>) -> Option<StartingState> {
        let mut start = StartingState::default();
        match reader.optional::<Stated<Vec<Number>>>("booked") {
            Some(Stated::Whole(booked)) => {
                start.booked = booked.into_iter().map(Number::value).collect();
            }
            Some(Stated::ByDate(booked)) => {
                office.iter().for_each(|office| check_booked(reader, &booked, office));
                start.booked_on = by_date(booked);
            }
            None => {}
        }
        match reader.optional::<Stated<Number>>("backlog") {
            Some(Stated::Whole(files)) => start.backlog = files.value(),
            Some(Stated::ByDate(files)) => {
                office.iter().for_each(|office| check_received(reader, &files, office));
                start.received = by_date(files);
            }
            None => {}
        }
        let most = u64::from(MOST_AT_START);
        let sum = |numbers: &mut dyn Iterator<Item = &u32>| -> u64 {
            numbers.map(|number| u64::from(*number)).sum()
        };
        if most < sum(&mut start.booked.iter().chain(start.booked_on.values())) {
            reader.refuse("booked", "must add up to at most 1,000,000 people", "");
        }
        if most < sum(&mut start.received.values()) {
            reader.refuse("backlog", "must add up to at most 1,000,000 files", "");
        }
        Some(start)
    }

    /// Whether anybody is booked.
    pub fn has_book(&self) -> bool {
        !self.booked.is_empty() || !self.booked_on.is_empty()
    }

    /// Whether any file waits.
    pub fn has_backlog(&self) -> bool {
        0 < self.backlog || !self.received.is_empty()
    }
}

fn by_date(dated: Vec<Dated>) -> BTreeMap<Date, u32> {
    dated.into_iter().map(|of| (of.date, of.number)).collect()
}

/// People can be booked on days of the run and of the year after it on which the office works, as
/// many as the book has places.
fn check_booked(reader: &mut Reader<'_>, booked: &[Dated], office: &Setting<'_>) {
    let (first, last) = (*office.played.start(), shifted(*office.played.end(), DAYS_AFTER));
    let calendar = calendar(office, first, last);
    for of in booked {
        let day = calendar.day(of.date).filter(|day| calendar.is_working(*day));
        let quota = day
            .zip(office.booking)
            .map(|(day, booking)| booking.quota_on(&office.opening, (&calendar, day)));
        let message = match (day, quota) {
            _ if of.date < first => format!("must not be before the first day, {first}"),
            _ if last < of.date => "must be at most a year after the run".to_string(),
            (None, _) => "must be a day on which the office works".to_string(),
            (_, Some(quota)) if quota < of.number => {
                format!("must be at most {quota}, the places of that day")
            }
            _ => continue,
        };
        let fault = Fault::new(message);
        let more = "if more were booked, give the day its quota in a `[[period]]`";
        let over = quota.is_some_and(|quota| quota < of.number);
        reader.refuse_node(&of.node, if over { fault.help(more) } else { fault });
    }
}

/// Files were received before the run.
fn check_received(reader: &mut Reader<'_>, received: &[Dated], office: &Setting<'_>) {
    let first = *office.played.start();
    for of in received {
        let message = match of.date {
            date if first <= date => format!("must be before the first day, {first}"),
            date if date < shifted(first, -DAYS_BEFORE) => {
                "must be at most ten years before the run".to_string()
            }
            _ => continue,
        };
        reader.refuse_node(&of.node, Fault::new(message));
    }
}

/// Whole weeks before and after two dates, since quotas may depend on them.
fn calendar(office: &Setting<'_>, first: Date, last: Date) -> Calendar {
    let days = (last - first).get_days().unsigned_abs();
    office.opening.calendar(shifted(first, -7), days + 15)
}

impl<T: Read> Read for Stated<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::Table(table) = &node.value else {
            return T::read(node, findings).map(Stated::Whole);
        };
        let mut sound = true;
        let mut dated = Vec::new();
        for entry in &table.entries {
            let date = Date::parse(&Value::Text(entry.key.clone())).map_err(|fault| {
                let message = format!("`{}` {}", entry.key.escape_debug(), fault.message);
                findings.note(Diagnostic::error(message).at(entry.place).helps(fault.help));
            });
            match (date, Number::read(&entry.node, findings)) {
                (Ok(date), Some(number)) => {
                    let node = entry.node.clone();
                    dated.push(Dated { date, number: number.value(), node });
                }
                _ => sound = false,
            }
        }
        sound.then_some(Stated::ByDate(dated))
    }
}
