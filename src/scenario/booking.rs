//! `[booking]`: the appointment book with its quota, window and release.

use crate::scenario::quota::{Quota, ShortWeeks};
use crate::scenario::reading::{
    Fault, Findings, Leaf, Node, OneOf, Read, Reader, Share, Value, WorkingDays, choice, read_table,
};
use crate::scenario::{Attendance, Opening, Window};
use crate::time::{Calendar, Day, Span, TimeOfDay, Weekday, WeeklyHours};

/// The appointment book.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    /// Appointments a working day, by weekday, Monday first.
    pub daily_quota: [u32; 7],
    /// Appointments a working day in weeks of 1, 2, ... working days; `None` is as in any week.
    pub short_weeks: [Option<u32>; 7],
    /// Appointments given beyond the quota, as a share of it.
    pub overbooking: f64,
    pub window: Window,
    pub release: Release,
    pub earliest: Earliest,
    /// Length of a slot of the day.
    pub slot: Span,
    /// No slot begins at or after this time of day.
    pub last_slot: Option<TimeOfDay>,
    pub preference: Preference,
    pub families: Families,
    pub attendance: Attendance,
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
    /// Once a month, the whole window after that day of the month, from 1 to 28.
    Monthly { day: i8, time: TimeOfDay },
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

/// Shorter slots are a slip in a unit, and a book of milliseconds fills the memory.
const SHORTEST_SLOT: Span = Span::from_minutes(1);
const SLOT: Span = Span::from_minutes(60);
const TARGET: WorkingDays = WorkingDays(5);

impl Booking {
    /// Reads `[booking]` for an office with the given hours.
    pub fn read(reader: &mut Reader<'_>, office: &WeeklyHours) -> Option<Booking> {
        let quota = reader.required::<Quota>("daily_quota");
        let ShortWeeks(short_weeks) = reader.or("short_weeks", ShortWeeks::default());
        let overbooking = reader.optional::<Share>("overbooking").map_or(0.0, Share::value);
        let window = reader.required::<Window>("window");
        let release = reader.or("release", Release::Rolling);
        let earliest = reader.or("earliest", Earliest::NextDay);
        let slot = reader.or("slot", SLOT);
        let last_slot = reader.optional::<TimeOfDay>("last_slot");
        let preference = reader.or("preference", Preference::default());
        let families = reader.or("families", Families::SameDay);
        let attendance = Attendance::read(reader);
        let WorkingDays(target) = reader.or("target", TARGET);
        if !(SHORTEST_SLOT..=Span::DAY).contains(&slot) {
            reader.refuse("slot", "must be from 1 min to 24 h", "for example \"60 min\"");
        }
        let daily_quota = quota?.0;
        check_slots(reader, (&daily_quota, last_slot), office);
        Some(Booking {
            daily_quota,
            short_weeks,
            overbooking,
            window: window?,
            release,
            earliest,
            slot,
            last_slot,
            preference,
            families,
            attendance,
            target,
        })
    }

    /// Appointments on a working day of an office: as a period states, else by the working days of
    /// its week, else by its weekday.
    pub fn quota_on(&self, opening: &Opening, (calendar, day): (&Calendar, Day)) -> u32 {
        let Some(pattern) = calendar.pattern(day) else { return 0 };
        let weekday = usize::from(pattern.weekday);
        let of_weekday = |quota: &[u32; 7]| match quota[weekday] {
            0 => quota[opening.ordinary_weekday(weekday)],
            quota => quota,
        };
        if let Some(quota) = opening.stated((calendar, day), |period| period.daily_quota) {
            return of_weekday(&quota);
        }
        let working = (calendar.working_in_week(day) as usize).saturating_sub(1);
        match (of_weekday(&self.daily_quota), self.short_weeks[working]) {
            (0, _) => 0,
            (quota, stated) => stated.unwrap_or(quota),
        }
    }

    /// Appointments given where so many people are meant to be served.
    pub fn places(&self, quota: u32) -> u32 {
        (f64::from(quota) * (1.0 + self.overbooking)).round() as u32
    }

    /// No slot of a day begins at or after this time.
    pub fn last_slot_on(&self, opening: &Opening, day: (&Calendar, Day)) -> Option<TimeOfDay> {
        opening.stated(day, |period| period.last_slot).or(self.last_slot)
    }

    /// The most appointments that any day can have.
    pub fn largest_quota(&self, opening: &Opening) -> u32 {
        let works = |hours: &WeeklyHours, weekday: usize| !hours.on(weekday).is_empty();
        let others = || opening.periods.iter().filter_map(|period| period.hours.as_ref());
        let hours = |weekday| others().any(|hours| works(hours, weekday));
        let worked = (0..7).filter(|&weekday| works(&opening.hours, weekday) || hours(weekday));
        let worked = worked.map(|weekday| self.daily_quota[weekday]);
        let stated = opening.periods.iter().filter_map(|period| period.daily_quota);
        let short = self.short_weeks.into_iter().flatten();
        self.places(worked.chain(short).chain(stated.flatten()).max().unwrap_or(0))
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

impl Read for Release {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        OneOf {
            words: &[("rolling", Release::Rolling)],
            variants: &[("weekly", read_weekly), ("monthly", read_monthly)],
        }
        .read(node, findings)
    }
}

fn read_weekly(node: &Node, findings: &mut Findings) -> Option<Release> {
    let fault = Fault::new("must be a weekday and a time").help("for example \"fri 14:00\"");
    let (weekday, time) = read_day_and_time(node, findings, fault)?;
    let weekday = Weekday::parse(&weekday).map_err(|fault| findings.refuse(node, fault));
    Some(Release::Weekly { weekday: weekday.ok()?, time: time? })
}

fn read_monthly(node: &Node, findings: &mut Findings) -> Option<Release> {
    let fault = || {
        Fault::new("must be a day that every month has, from 1 to 28, and a time")
            .help("for example \"25 14:00\"")
    };
    let (day, time) = read_day_and_time(node, findings, fault())?;
    let number = match day {
        Value::Text(text) => text.parse().ok().filter(|day| (1..=28).contains(day)),
        _ => None,
    };
    if number.is_none() {
        findings.refuse(node, fault());
    }
    Some(Release::Monthly { day: number?, time: time? })
}

/// What stands before the space, and the time after it if it is one.
fn read_day_and_time(
    node: &Node,
    findings: &mut Findings,
    fault: Fault,
) -> Option<(Value, Option<TimeOfDay>)> {
    let parts = match &node.value {
        Value::Text(text) => text.trim().split_once(' '),
        _ => None,
    };
    let Some((day, time)) = parts else {
        findings.refuse(node, fault);
        return None;
    };
    let text = |part: &str| Value::Text(part.trim().to_string());
    let time = TimeOfDay::parse(&text(time)).map_err(|fault| findings.refuse(node, fault));
    Some((text(day), time.ok()))
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
