//! Production: files wait for their processing time and for capacity, first in first out.

use std::collections::VecDeque;

use crate::engine::EventList;
use crate::office::event::Event;
use crate::office::ledger::Daily;
use crate::office::model::Office;
use crate::office::people::{Applicant, Cause, RunDay, day_identity};
use crate::office::tally::{Item, Outcome};
use crate::scenario::{Production, ProductionOutage, Runs};
use crate::time::Day;

/// A file in production.
#[derive(Clone, Copy, Debug)]
pub struct File {
    pub applicant: Applicant,
    /// Day of the interview.
    pub received: Day,
    /// First day at whose end it can be ready.
    pub due: Day,
}

/// The issuing system that makes the passports.
#[derive(Clone, Debug, Default)]
pub struct Issuing {
    /// Files that wait, in the order in which they came.
    pub files: VecDeque<File>,
    state: IssuingState,
    /// What was possible on the days of this week so far, where it is made at the week's end.
    this_week: u64,
    /// What an outage has left of a passport and no day has made yet; below 0 what was made ahead.
    rest: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum IssuingState {
    #[default]
    Up,
    Down,
}

/// Stands for the origin in the identities of the days of the issuing system.
const ISSUING_SYSTEM: u16 = u16::MAX - 2;

impl Issuing {
    /// Brings the system back to an empty first day, keeping the memory.
    pub fn reset(&mut self) {
        self.files.clear();
        self.state = IssuingState::Up;
        self.this_week = 0;
        self.rest = 0.0;
    }

    /// The whole passports of a share of a day's portion; fractions add up from day to day.
    fn lowered(&mut self, portion: u64, output: f64) -> u64 {
        let exact = portion as f64 * output + self.rest;
        let whole = exact.round().max(0.0);
        self.rest = exact - whole;
        whole as u64
    }
}

impl Office<'_> {
    /// Takes the file of an applicant whose visit is complete; without production the passport is
    /// there at once.
    pub fn receive_file(&mut self, applicant: Applicant, now: Day) {
        let plan = self.plan;
        let Some(production) = &plan.scenario.production else {
            self.ledger.add(&applicant, Item::Passports, 1);
            self.ledger.end(&applicant, Outcome::Issued, 1);
            return;
        };
        let due = match production.processing {
            0 => Some(now),
            days => plan.calendar.working_day_after(now, days),
        };
        let due = due.unwrap_or(Day(u32::MAX));
        self.issuing.files.push_back(File { applicant, received: now, due });
    }

    /// Ends a day: what capacity allows becomes ready, and the books are closed.
    pub fn end_day(&mut self, day: Day, events: &mut EventList<Event>) {
        if let Some(production) = &self.plan.scenario.production {
            if self.plan.calendar.is_working(day) {
                self.produce(production, day);
            }
            let backlog = self.issuing.files.partition_point(|file| file.due <= day);
            self.ledger.note(day, Daily::Backlog, backlog as u32);
        }
        if day.next() < self.plan.end {
            let next = Event::DayBegins(day.next());
            events.schedule(day.next().start(), next.rank(0), next);
        }
    }

    fn produce(&mut self, production: &Production, day: Day) {
        let mut left = self.capacity(production, day);
        while 0 < left && self.issuing.files.front().is_some_and(|file| file.due <= day) {
            if let Some(file) = self.issuing.files.pop_front() {
                self.finish(production, &file, day);
            }
            left -= 1;
        }
    }

    /// Passports that can be made at the end of a working day.
    fn capacity(&mut self, production: &Production, day: Day) -> u64 {
        let possible = self.possible(production, day);
        if production.runs == Runs::Daily {
            return possible;
        }
        self.issuing.this_week = self.issuing.this_week.saturating_add(possible);
        match self.plan.ends_week(day) {
            true => std::mem::take(&mut self.issuing.this_week),
            false => 0,
        }
    }

    /// The day's portion of the week, as far as the issuing system works.
    fn possible(&mut self, production: &Production, day: Day) -> u64 {
        let portion = self.plan.portion_on(production, day);
        match &production.outage {
            Some(outage) if self.issuing_system_is_down(outage, day) => {
                self.issuing.lowered(portion, outage.output)
            }
            _ => portion,
        }
    }

    /// Whether the issuing system is down on a working day: each day it fails or is repaired by
    /// chance.
    fn issuing_system_is_down(&mut self, outage: &ProductionOutage, day: Day) -> bool {
        let identity = day_identity(ISSUING_SYSTEM, RunDay::new(day, self.plan.measured.start));
        let mut stream = Cause::ProductionOutage.stream(self.streams, identity);
        self.issuing.state = match self.issuing.state {
            IssuingState::Up if stream.happens(outage.starts) => IssuingState::Down,
            IssuingState::Down if stream.happens(outage.ends) => IssuingState::Up,
            state => state,
        };
        self.issuing.state == IssuingState::Down
    }

    fn finish(&mut self, production: &Production, file: &File, day: Day) {
        let days = self.plan.calendar.working_between(file.received, day);
        let in_promise = days <= production.promise;
        self.ledger.note(day, Daily::Produced, 1);
        self.ledger.note(day, Daily::ProducedWithinPromise, u32::from(in_promise));
        let applicant = &file.applicant;
        if applicant.counted {
            let since_wish = day.0 - applicant.wish.day().0;
            self.ledger.processing.add(days, 1);
            self.ledger.wish_to_ready.add(since_wish, 1);
            let tally = self.ledger.of(applicant);
            tally[Item::Passports] += 1;
            tally[Item::Ready] += 1;
            tally[Item::PromiseKnown] += 1;
            tally[Item::ReadyWithinPromise] += i64::from(in_promise);
            tally[Item::ProcessingWorkingDays] += i64::from(days);
            tally[Item::WishToReadyDays] += i64::from(since_wish);
        }
        self.collect(production, applicant, day);
    }

    /// Counts the files that are late already as such when the run ends, ready or not.
    pub fn count_late_files(&mut self) {
        let Some(production) = &self.plan.scenario.production else { return };
        let last = Day(self.plan.end.0 - 1);
        for file in &self.issuing.files {
            let days = self.plan.calendar.working_between(file.received, last);
            if production.promise <= days {
                self.ledger.add(&file.applicant, Item::PromiseKnown, 1);
            }
        }
    }

    /// Nothing contends for a collection, so it needs no event: its end is known when the passport
    /// is ready.
    fn collect(&mut self, production: &Production, applicant: &Applicant, ready: Day) {
        let Some(collection) = &production.collection else {
            self.ledger.end(applicant, Outcome::Issued, 1);
            return;
        };
        let mut stream = applicant.stream(self.streams, Cause::Collection);
        if stream.happens(collection.never) {
            self.ledger.end(applicant, Outcome::NeverCollected, 1);
            return;
        }
        let asked = (ready.next().start() + collection.delay.sample(&mut stream)).day();
        match self.plan.calendar.working_day_from(asked) {
            Some(day) if day < self.plan.end => {
                self.trip_to_office(applicant, 1);
                self.ledger.end(applicant, Outcome::Issued, 1);
            }
            _ => self.ledger.end(applicant, Outcome::UnderWay, 1),
        }
    }
}
