//! Production: files wait for their processing time and for capacity, first in first out.

use std::collections::VecDeque;

use crate::engine::EventList;
use crate::office::event::Event;
use crate::office::ledger::Daily;
use crate::office::model::Office;
use crate::office::people::{Applicant, Cause};
use crate::office::tally::{Item, Outcome};
use crate::scenario::Production;
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

/// Files in the order in which they came.
pub type Line = VecDeque<File>;

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
        self.files.push_back(File { applicant, received: now, due });
    }

    /// Ends a day: what capacity allows becomes ready, and the books are closed.
    pub fn end_day(&mut self, day: Day, events: &mut EventList<Event>) {
        if let Some(production) = &self.plan.scenario.production {
            if self.plan.calendar.is_working(day) {
                self.produce(production, day);
            }
            let backlog = self.files.partition_point(|file| file.due <= day);
            self.ledger.note(day, Daily::Backlog, backlog as u32);
        }
        if day.next() < self.plan.end {
            let next = Event::DayBegins(day.next());
            events.schedule(day.next().start(), next.rank(0), next);
        }
    }

    fn produce(&mut self, production: &Production, day: Day) {
        let mut left = self.plan.production_on(production, day);
        while 0 < left && self.files.front().is_some_and(|file| file.due <= day) {
            if let Some(file) = self.files.pop_front() {
                self.finish(production, &file, day);
            }
            left -= 1;
        }
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
        for file in &self.files {
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
