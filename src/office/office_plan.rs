//! What one office's part of a scenario means for every replication: calendar, dates as days, slots
//! and portions, worked out once.

mod days;
mod lanes;

use std::ops::Range;

use crate::office::office_plan::days::{Slots, places, portions, quotas};
use crate::office::office_plan::lanes::lane_terms;
use crate::office::station::{StationId, StationPlan};
use crate::scenario::{AtClosing, CutOver, LaneId, Release, Scenario, Trip};
use crate::time::{Calendar, Date, Day, Instant, TimeOfDay, Timetable, shifted};

pub use days::Slot;
pub use lanes::{LaneTerms, Urgency};

/// Days of the calendar before the first that is played, so that the last release lies within it:
/// for a book that opens daily or weekly, and for one that opens once a month.
const PROLOGUE_DAYS: u32 = 7;
const LONG_PROLOGUE_DAYS: u32 = 31;
/// Days of the calendar after the last that is played, closures among them, beyond those that
/// appointments and due dates take.
const EPILOGUE_DAYS: u32 = 400;

/// An office by its place among those of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfficeId(pub u16);

impl OfficeId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One office of a scenario, ready to be played.
#[derive(Clone, Debug)]
pub struct OfficePlan {
    /// What holds in this office; run, demand and channels are those of the whole scenario.
    pub scenario: Scenario,
    pub calendar: Calendar,
    /// Its opening hours on all dates.
    pub timetable: Timetable,
    /// Per day, the people whom it means to serve by appointment; 0 on a closed day.
    pub quotas: Vec<u32>,
    /// Per day, the appointments it gives: the quota and what is overbooked.
    pub places: Vec<u32>,
    /// When the book opens, from each of some days on; the first from the beginning.
    releases: Vec<(Day, Release)>,
    slots: Slots,
    /// What holds for each lane.
    lanes: Vec<LaneTerms>,
    /// Per day, the passports that can be made; 0 on a closed day.
    portions: Vec<u64>,
    /// The station of its first stage.
    pub first_station: u16,
    /// Where people of this office may book when it is full, nearest first, and the way there.
    pub others: Vec<(OfficeId, Trip)>,
    /// Whether every day of the run is open by the calendar.
    no_closures: bool,
}

impl OfficePlan {
    /// Works out the days, slots and portions of an office in a run of some days; its stages have
    /// the stations from `first_station` on.
    pub fn new(scenario: Scenario, run: Range<Day>, first_station: u16) -> OfficePlan {
        let Range { start: first, end } = run;
        let first = shifted(scenario.run.first_date(), -i64::from(first.0));
        let timetable = scenario.opening.timetable();
        let days = end.0 + epilogue(&scenario, &timetable);
        let calendar = scenario.opening.calendar(first, days);
        let quotas = quotas(&scenario, &calendar);
        let places = places(&scenario, &quotas);
        OfficePlan {
            releases: releases(&scenario, &calendar),
            lanes: lane_terms(&scenario, &timetable),
            slots: Slots::new(&scenario, (&calendar, &timetable), &places),
            portions: portions(&scenario, &calendar),
            quotas,
            places,
            calendar,
            timetable,
            first_station,
            others: Vec::new(),
            no_closures: has_no_closures(&scenario),
            scenario,
        }
    }

    /// What holds for a lane.
    pub fn terms(&self, lane: LaneId) -> &LaneTerms {
        &self.lanes[usize::from(lane.0)]
    }

    /// The hours in which people of a lane are let in without an appointment.
    pub fn walk_in_hours(&self, lane: LaneId) -> &Timetable {
        self.terms(lane).hours.as_ref().unwrap_or(&self.timetable)
    }

    /// The stations of its stages.
    pub fn stations(&self) -> impl Iterator<Item = StationId> + use<> {
        let stages = self.scenario.visit.stages.len() as u16;
        (self.first_station..self.first_station + stages).map(StationId)
    }

    /// The station of a stage.
    pub fn station_of(&self, stage: u8) -> StationId {
        StationId(self.first_station + u16::from(stage))
    }

    /// Whether a place with these hours is open day and night without any closure in the run.
    pub fn never_closes(&self, hours: &Timetable) -> bool {
        self.no_closures && hours.is_always()
    }

    /// The slots of a day; none on a closed day.
    pub fn slots_on(&self, day: Day) -> &[Slot] {
        self.slots.on(day)
    }

    /// The day of the last release of the book at or before `now`.
    pub fn last_release(&self, now: Instant) -> Day {
        match self.release(now.day()) {
            Release::Rolling => now.day(),
            Release::Weekly { weekday, time } => {
                let back = self.days_since(weekday.to_monday_zero_offset() as usize, now.day());
                let day = Day(now.day().0.saturating_sub(back));
                let due = day.at(time) <= now;
                if due { day } else { Day(day.0.saturating_sub(7)) }
            }
            Release::Monthly { day: number, time } => {
                let day = self.calendar.day_of_month(now.day(), number);
                if day.at(time) <= now { day } else { self.in_month_before(now.day(), number) }
            }
        }
    }

    /// When the book opens on a day, if it does.
    pub fn release_on(&self, day: Day) -> Option<Instant> {
        self.scenario.booking.as_ref()?;
        match self.release(day) {
            Release::Rolling => Some(day.start()),
            Release::Weekly { weekday, time } => {
                let is_it = self.days_since(weekday.to_monday_zero_offset() as usize, day) == 0;
                is_it.then(|| day.at(time))
            }
            Release::Monthly { day: number, time } => {
                (self.calendar.day_of_month(day, number) == day).then(|| day.at(time))
            }
        }
    }

    /// The instant of the next release of the book after `now`.
    pub fn next_release(&self, now: Instant) -> Instant {
        let next = match self.release(now.day()) {
            Release::Rolling => now.day().next().start(),
            Release::Weekly { time, .. } => Day(self.last_release(now).0 + 7).at(time),
            Release::Monthly { day, time } => {
                let this_month = self.calendar.day_of_month(now.day(), day).at(time);
                let next_month = self.calendar.months_after(now.day(), 1);
                let later = || self.calendar.day_of_month(next_month, day).at(time);
                if now < this_month { this_month } else { later() }
            }
        };
        // Another rule may open the book before.
        let changes = self.releases.iter().map(|(day, _)| day.start());
        changes.skip(1).find(|change| now < *change).map_or(next, |change| next.min(change))
    }

    /// A day by its number in the month before that of a day.
    fn in_month_before(&self, day: Day, number: i8) -> Day {
        let first = self.calendar.day_of_month(day, 1);
        self.calendar.day_of_month(Day(first.0.saturating_sub(1)), number)
    }

    /// The rule of a day.
    fn release(&self, day: Day) -> Release {
        let held = self.releases.iter().rev().find(|(from, _)| *from <= day);
        held.map_or(Release::Rolling, |(_, release)| *release)
    }

    fn days_since(&self, weekday: usize, day: Day) -> u32 {
        ((self.calendar.weekday(day) + 7 - weekday) % 7) as u32
    }

    /// Passports that can be made on a day where nothing fails: its even portion of the week.
    pub fn portion_on(&self, day: Day) -> u64 {
        self.portions[day.index()]
    }

    /// Whether a period leaves less than an ordinary day's portion on a day.
    pub fn is_lowered(&self, day: Day) -> bool {
        let output = self.scenario.opening.stated((&self.calendar, day), |period| period.output);
        output.is_some_and(|output| output < 1.0)
    }

    /// Working days of the calendar up to a day, which included.
    pub fn working_days_until(&self, day: Day) -> i32 {
        self.calendar.working_before(day.next()) as i32
    }

    /// The same for any date; before the calendar it is that many working days below 0.
    pub fn working_days_until_date(&self, date: Date) -> i32 {
        if let Some(day) = self.calendar.day(date) {
            return self.working_days_until(day);
        }
        let start = self.calendar.date(Day(0));
        let days = (start - date).get_days().max(0).unsigned_abs();
        let earlier = self.scenario.opening.calendar(date, days);
        -(earlier.working_between(Day(0), Day(days)) as i32)
    }

    /// Working days after so many of the calendar up to a day.
    pub fn working_days_since(&self, received: i32, day: Day) -> u32 {
        (self.working_days_until(day) - received).max(0).unsigned_abs()
    }

    /// The day of a working day of the calendar, counted from 1; the calendar's first day for
    /// earlier ones, and none beyond its end.
    pub fn working_day(&self, number: i32) -> Option<Day> {
        match usize::try_from(number - 1) {
            Ok(index) => self.calendar.working_days().get(index).copied(),
            Err(_) => Some(Day(0)),
        }
    }

    /// Whether a day is the last working day of its calendar week.
    pub fn ends_week(&self, day: Day) -> bool {
        let week_end = day.0 + 6 - self.calendar.weekday(day) as u32;
        self.calendar.is_working(day) && self.calendar.working_between(day, Day(week_end)) == 0
    }

    /// Whether clients of a station may leave it without service.
    pub fn may_lose_clients(&self, station: &StationPlan) -> bool {
        let line = &station.line;
        let all_join = line.joins.iter().all(|share| 1.0 <= *share);
        let all_stay = line.patience.is_none() && !self.sends_home_at_closing();
        line.waiting_room.is_some() || !all_join || !all_stay
    }

    /// When the office first opens on a day; midnight on a closed one.
    pub fn opens(&self, day: Day) -> TimeOfDay {
        let pattern = self.calendar.pattern(day);
        let openings = pattern.map_or(&[][..], |pattern| self.timetable.on(pattern));
        openings.first().map_or(TimeOfDay::MIDNIGHT, |first| first.from)
    }

    /// Whether those who wait at closing time are sent home.
    pub fn sends_home_at_closing(&self) -> bool {
        self.scenario.opening.at_closing != AtClosing::ServeEveryone
    }
}

/// The rule of the book, and those of cut-overs from their days on.
fn releases(scenario: &Scenario, calendar: &Calendar) -> Vec<(Day, Release)> {
    let first = scenario.booking.as_ref().map(|booking| (Day(0), booking.release));
    let start = calendar.date(Day(0));
    let change = |cut_over: &CutOver| {
        let days = (cut_over.date - start).get_days().max(0).unsigned_abs();
        cut_over.release.map(|release| (Day(days), release))
    };
    first.into_iter().chain(scenario.intake.cut_overs.iter().filter_map(change)).collect()
}

/// The first day that is played: the calendar begins before.
pub fn first_day(scenario: &Scenario) -> Day {
    let branches = scenario.intake.offices.branches.iter().map(|branch| &branch.scenario);
    let books = std::iter::once(scenario).chain(branches).filter_map(|of| of.booking.as_ref());
    let later = scenario.intake.cut_overs.iter().filter_map(|cut_over| cut_over.release);
    let mut releases = books.map(|booking| booking.release).chain(later);
    match releases.any(|release| matches!(release, Release::Monthly { .. })) {
        true => Day(LONG_PROLOGUE_DAYS),
        false => Day(PROLOGUE_DAYS),
    }
}

/// Days after the end that hold every appointment and due date of the run.
fn epilogue(scenario: &Scenario, timetable: &Timetable) -> u32 {
    let production = scenario.production.as_ref();
    let due = production.map_or(0, |production| production.processing.max(production.promise));
    let worked = timetable.fewest_weekdays().max(1);
    let window = scenario.booking.as_ref().map_or(0, |book| book.window.working_days(worked));
    EPILOGUE_DAYS + (window.max(due) + 1).div_ceil(worked) * 7
}

/// Whether every day of the run is open by the calendar.
pub fn has_no_closures(scenario: &Scenario) -> bool {
    let played = scenario.run.first_date()..=scenario.run.last_played_date();
    scenario.opening.closed.range(played).next().is_none()
}
