//! `[booking]`: the appointment book with its quota, window and release.

use crate::scenario::reading::{
    Count, Fault, Findings, Leaf, Node, OneOf, Read, Reader, Share, Value, WorkingDays, choice,
    read_table, weekdays,
};
use crate::time::{Span, TimeOfDay, Weekday, WeeklyHours};

/// The appointment book.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    /// Appointments a working day, by weekday, Monday first.
    pub daily_quota: [u32; 7],
    /// Working days ahead of the last release that can be booked.
    pub window: u32,
    pub release: Release,
    pub earliest: Earliest,
    /// Length of a slot of the day.
    pub slot: Span,
    /// No slot begins at or after this time of day.
    pub last_slot: Option<TimeOfDay>,
    pub preference: Preference,
    pub families: Families,
    pub no_show: NoShow,
    /// A lead time, in working days, that counts as booked in time.
    pub target: u32,
}

/// When new days open for booking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Release {
    /// Every midnight one day more.
    Rolling,
    /// Once a week, the whole window after that day.
    Weekly { weekday: Weekday, time: TimeOfDay },
}

/// The first day that a request may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earliest {
    NextDay,
    SameDay,
}

/// Shares of families that prefer a weekday or a time of day over the earliest appointment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Preference {
    pub weekday: f64,
    pub time: f64,
}

/// How a family is seated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Families {
    /// All members on one day, or the family finds no place.
    SameDay,
    /// Members one after the other, on different days if need be.
    MaySplit,
}

/// Probability not to come: `from` at no lead, rising to `to` with the lead time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoShow {
    pub from: f64,
    pub to: f64,
    /// Lead in calendar days at which 63 % of the rise has happened.
    pub scale_days: f64,
    /// Share of them that ask for an appointment again.
    pub books_again: f64,
}

impl NoShow {
    /// The probability not to come at a lead of so many calendar days: from + (to - from)(1 -
    /// exp(-lead / scale)).
    pub fn probability(&self, lead_days: u32) -> f64 {
        if self.from == self.to {
            return self.from;
        }
        let risen = 1.0 - (-f64::from(lead_days) / self.scale_days).exp();
        self.from + (self.to - self.from) * risen
    }
}

const MOST_APPOINTMENTS: u32 = 10_000_000;
const MOST_WORKING_DAYS: u32 = 250;
/// Shorter slots are a slip in a unit, and a book of milliseconds fills the memory.
const SHORTEST_SLOT: Span = Span::from_minutes(1);
const SLOT: Span = Span::from_minutes(60);
const TARGET: WorkingDays = WorkingDays(5);

impl Booking {
    /// Reads `[booking]` for an office with the given hours.
    pub fn read(reader: &mut Reader<'_>, office: &WeeklyHours) -> Option<Booking> {
        let quota = reader.required::<Quota>("daily_quota");
        let window = reader.required::<WorkingDays>("window").map(|WorkingDays(days)| days);
        let release = reader.or("release", Release::Rolling);
        let earliest = reader.or("earliest", Earliest::NextDay);
        let slot = reader.or("slot", SLOT);
        let last_slot = reader.optional::<TimeOfDay>("last_slot");
        let preference = reader.or("preference", Preference::default());
        let families = reader.or("families", Families::SameDay);
        let mut no_show = reader.or("no_show", NoShow::constant(0.0));
        no_show.books_again = reader.optional::<Share>("books_again").map_or(0.0, Share::value);
        let WorkingDays(target) = reader.or("target", TARGET);
        if window.is_some_and(|days| days == 0 || MOST_WORKING_DAYS < days) {
            reader.refuse("window", "must be from 1 to 250 working days", "");
        }
        if !(SHORTEST_SLOT..=Span::DAY).contains(&slot) {
            reader.refuse("slot", "must be from 1 min to 24 h", "for example \"60 min\"");
        }
        let daily_quota = quota?.0;
        check_slots(reader, (&daily_quota, last_slot), office);
        Some(Booking {
            daily_quota,
            window: window?,
            release,
            earliest,
            slot,
            last_slot,
            preference,
            families,
            no_show,
            target,
        })
    }
}

/// Every weekday with a quota needs at least one slot.
fn check_slots(
    reader: &mut Reader<'_>,
    book: (&[u32; 7], Option<TimeOfDay>),
    office: &WeeklyHours,
) {
    let (quota, last_slot) = book;
    let too_early = |weekday: usize| {
        let opens = office.on(weekday).first().map(|opening| opening.from);
        0 < quota[weekday] && opens.zip(last_slot).is_some_and(|(opens, last)| last <= opens)
    };
    if (0..7).any(too_early) {
        reader.refuse(
            "last_slot",
            "leaves a day without any slot",
            "it must be after opening time",
        );
    }
}

/// Appointments by weekday, Monday first.
struct Quota([u32; 7]);

impl Read for Quota {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::Table(table) = &node.value else {
            let quota = Count::<0, MOST_APPOINTMENTS>::read(node, findings)?;
            return Some(Quota([quota.value(); 7]));
        };
        let mut quota = [0; 7];
        for entry in &table.entries {
            let days = weekdays(&entry.key).map_err(|fault| findings.refuse(&entry.node, fault));
            let count = Count::<0, MOST_APPOINTMENTS>::read(&entry.node, findings);
            for day in days.ok()? {
                quota[day] = count?.value();
            }
        }
        Some(Quota(quota))
    }
}

impl Read for Release {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        OneOf { words: &[("rolling", Release::Rolling)], variants: &[("weekly", read_weekly)] }
            .read(node, findings)
    }
}

fn read_weekly(node: &Node, findings: &mut Findings) -> Option<Release> {
    let fault = || Fault::new("must be a weekday and a time").help("for example \"fri 14:00\"");
    let parts = match &node.value {
        Value::Text(text) => text.trim().split_once(' '),
        _ => None,
    };
    let Some((weekday, time)) = parts else {
        findings.refuse(node, fault());
        return None;
    };
    let text = |part: &str| Value::Text(part.trim().to_string());
    let weekday = Weekday::parse(&text(weekday)).map_err(|fault| findings.refuse(node, fault));
    let time = TimeOfDay::parse(&text(time)).map_err(|fault| findings.refuse(node, fault));
    Some(Release::Weekly { weekday: weekday.ok()?, time: time.ok()? })
}

impl Read for Earliest {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let words = [("next day", Earliest::NextDay), ("same day", Earliest::SameDay)];
        choice(node, findings, &words)
    }
}

impl Read for Families {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let words = [("same day", Families::SameDay), ("may split", Families::MaySplit)];
        choice(node, findings, &words)
    }
}

impl Read for Preference {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let weekday = reader.optional::<Share>("weekday").map_or(0.0, Share::value);
            let time = reader.optional::<Share>("time").map_or(0.0, Share::value);
            Some(Preference { weekday, time })
        })
    }
}

impl NoShow {
    fn constant(probability: f64) -> NoShow {
        NoShow { from: probability, to: probability, scale_days: 1.0, books_again: 0.0 }
    }
}

impl Read for NoShow {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        if !matches!(node.value, Value::Table(_)) {
            return Share::read(node, findings).map(|share| NoShow::constant(share.value()));
        }
        read_table(node, findings, |reader| {
            let from = reader.required::<Share>("from");
            let to = reader.required::<Share>("to");
            let scale = reader.required::<Span>("scale");
            let scale_days = scale?.days();
            if scale_days <= 0.0 {
                reader.refuse("scale", "must be longer than nothing", "for example \"5 days\"");
            }
            Some(NoShow { from: from?.value(), to: to?.value(), scale_days, books_again: 0.0 })
        })
    }
}
