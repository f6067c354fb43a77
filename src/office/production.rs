//! Production: files wait for their processing time and for capacity, first in first out.

use std::collections::VecDeque;

use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::ledger::Daily;
use crate::office::model::{Office, Offices};
use crate::office::office_plan::{OfficeId, Urgency};
use crate::office::people::{Applicant, Cause, RunDay, day_identity};
use crate::office::recovery::Recovery;
use crate::office::tally::{Item, Outcome};
use crate::random::Stream;
use crate::scenario::{Production, ProductionOutage, Runs, SystemState};
use crate::time::{Day, Span};

/// A file in production.
#[derive(Clone, Copy, Debug)]
pub struct File {
    pub applicant: Applicant,
    /// Working days of the calendar up to the day of the interview; below 0 before the calendar.
    pub received: i32,
    /// First day at whose end it can be ready.
    pub due: Day,
}

/// The issuing system that makes the passports.
#[derive(Clone, Debug, Default)]
pub struct Issuing {
    /// Files that wait, in the order in which they are due, then in which they came; those of
    /// express lanes first.
    express: VecDeque<File>,
    ordinary: VecDeque<File>,
    state: SystemState,
    /// What was possible on the days of this week so far, where it is made at the week's end.
    this_week: u64,
    /// What an outage or overtime has left of a passport and no day has made yet; below 0 what was
    /// made ahead.
    rest: f64,
    /// Share of the capacity that the outage of these days leaves.
    output: f64,
    /// Whether less than its portion can be made on the last working day so far.
    pub is_lowered: bool,
    /// Whether due files have waited since an outage.
    is_behind: bool,
    pub recovery: Recovery,
}

/// Stands for the origin in the identities of the days of the issuing system.
const ISSUING_SYSTEM: u16 = u16::MAX - 2;

impl Issuing {
    /// Brings the system back to an empty first day, keeping the memory.
    pub fn reset(&mut self) {
        self.express.clear();
        self.ordinary.clear();
        self.state = SystemState::Up;
        self.this_week = 0;
        self.rest = 0.0;
        self.output = 0.0;
        self.is_lowered = false;
        self.is_behind = false;
        self.recovery.reset();
    }

    /// Takes the file that is to be made next, if it may be ready at the end of a day.
    fn next_due(&mut self, day: Day) -> Option<File> {
        let is_due = |files: &VecDeque<File>| files.front().is_some_and(|file| file.due <= day);
        if is_due(&self.express) {
            return self.express.pop_front();
        }
        if is_due(&self.ordinary) { self.ordinary.pop_front() } else { None }
    }

    /// Takes a file in.
    pub fn receive(&mut self, file: File, urgency: Urgency) {
        let files = match urgency {
            Urgency::Express => &mut self.express,
            Urgency::Ordinary => &mut self.ordinary,
        };
        match files.back() {
            Some(last) if file.due < last.due => {
                let place = files.partition_point(|other| other.due <= file.due);
                files.insert(place, file);
            }
            _ => files.push_back(file),
        }
    }

    /// All files that wait.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.express.iter().chain(&self.ordinary)
    }

    /// How many files could be ready at the end of a day.
    fn due_by(&self, day: Day) -> usize {
        let due = |files: &VecDeque<File>| files.partition_point(|file| file.due <= day);
        due(&self.express) + due(&self.ordinary)
    }

    /// Whether the system is down on a working day: each day it fails or is repaired by chance.
    fn fails(&mut self, outage: &ProductionOutage, mut luck: Stream) -> bool {
        let before = self.state;
        self.state = before.next_day(&outage.spells, &mut luck);
        if self.state == SystemState::Down && before == SystemState::Up {
            // Of which kind it is, is drawn once and holds until its end.
            let slow = outage.slow.filter(|slow| luck.happens(slow.share));
            self.output = slow.map_or(outage.output, |slow| slow.output);
        }
        self.state == SystemState::Down
    }

    /// The whole passports of a multiple of a day's portion; fractions add up from day to day.
    fn scaled(&mut self, portion: u64, output: f64) -> u64 {
        let exact = portion as f64 * output + self.rest;
        let whole = exact.round().max(0.0);
        self.rest = exact - whole;
        whole as u64
    }
}

impl Offices<'_> {
    /// Takes the file of an applicant whose visit to an office is complete; without production the
    /// passport is there at once.
    pub fn receive_file(&mut self, id: OfficeId, applicant: Applicant, now: Day) {
        let office = &mut self.offices[id.index()];
        if office.plan.scenario.production.is_none() {
            self.ledger.add(&applicant, Item::Passports, 1);
            self.ledger.tell(applicant.identity, 1, Step::Ready { days: 0 });
            self.ledger.end(&applicant, Outcome::Issued, 1);
            return;
        }
        self.ledger.tell(applicant.identity, 1, Step::FileReceived);
        let terms = office.plan.terms(applicant.lane);
        let due = match terms.processing {
            0 => Some(now),
            days => office.plan.calendar.working_day_after(now, days),
        };
        let due = due.unwrap_or(Day(u32::MAX));
        let received = office.plan.working_days_until(now);
        office.issuing.receive(File { applicant, received, due }, terms.urgency);
    }

    /// Ends a day: what capacity allows becomes ready, and the books are closed.
    pub fn end_day(&mut self, day: Day, events: &mut EventLists) {
        // What is ready at the end of a day bears its date.
        self.ledger.now = day.next().start() - Span::from_milliseconds(1);
        for id in self.plan.office_ids() {
            self.end_day_at(id, day);
        }
        if day.next() < self.plan.end {
            let next = Event::DayBegins(day.next());
            events.outside().schedule(day.next().start(), next.rank(0), next);
        }
    }

    fn end_day_at(&mut self, id: OfficeId, day: Day) {
        self.receive_payments(id, day);
        let office = self.offices[id.index()].plan;
        let Some(production) = &office.scenario.production else { return };
        let is_working = office.calendar.is_working(day);
        if is_working {
            self.produce((id, production), day);
        }
        let issuing = &mut self.offices[id.index()].issuing;
        let backlog = issuing.due_by(day);
        issuing.is_behind &= 0 < backlog;
        self.ledger.note(day, Daily::Backlog, backlog as u32);
        if is_working {
            self.watch_recovery(id, day, backlog);
        }
    }

    fn produce(&mut self, (id, production): (OfficeId, &Production), day: Day) {
        let (streams, start) = (self.streams, self.plan.measured.start);
        let office = &mut self.offices[id.index()];
        let mut left = office.capacity(production, day, || {
            let identity = day_identity(ISSUING_SYSTEM, RunDay::new(day, start));
            Cause::ProductionOutage.stream(streams, identity)
        });
        while 0 < left
            && let Some(file) = self.offices[id.index()].issuing.next_due(day)
        {
            self.finish((id, production), &file, day);
            left -= 1;
        }
    }

    fn finish(&mut self, (id, production): (OfficeId, &Production), file: &File, day: Day) {
        let office = self.offices[id.index()].plan;
        let days = office.working_days_since(file.received, day);
        let in_promise = days <= office.terms(file.applicant.lane).promise;
        self.ledger.note(day, Daily::Produced, 1);
        self.ledger.note(day, Daily::ProducedWithinPromise, u32::from(in_promise));
        let applicant = &file.applicant;
        self.ledger.tell(applicant.identity, 1, Step::Ready { days });
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
        self.collect((id, production), applicant, day);
    }

    /// Counts the files that are late already as such when the run ends, ready or not.
    pub fn count_late_files(&mut self) {
        let last = Day(self.plan.end.0 - 1);
        for office in &self.offices {
            if office.plan.scenario.production.is_none() {
                continue;
            }
            for file in office.issuing.files() {
                let days = office.plan.working_days_since(file.received, last);
                if office.plan.terms(file.applicant.lane).promise <= days {
                    self.ledger.add(&file.applicant, Item::PromiseKnown, 1);
                }
            }
        }
    }

    /// Nothing contends for a collection, so it needs no event: its end is known when the passport
    /// is ready.
    fn collect(
        &mut self,
        (id, production): (OfficeId, &Production),
        applicant: &Applicant,
        ready: Day,
    ) {
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
        match self.working_day_with_boat(id, applicant.origin, asked) {
            Some(day) if day < self.plan.end => {
                self.tell_collection(id, applicant, day);
                self.trip_to_office(applicant, id, 1);
                self.ledger.end(applicant, Outcome::Issued, 1);
            }
            _ => self.ledger.end(applicant, Outcome::UnderWay, 1),
        }
    }
}

impl Office<'_> {
    /// Passports that can be made at the end of a working day; the luck of the issuing system is
    /// asked for where it can fail.
    fn capacity(&mut self, production: &Production, day: Day, luck: impl Fn() -> Stream) -> u64 {
        let possible = self.possible(production, day, luck);
        if production.runs == Runs::Daily {
            return possible;
        }
        let issuing = &mut self.issuing;
        issuing.this_week = issuing.this_week.saturating_add(possible);
        match self.plan.ends_week(day) {
            true => std::mem::take(&mut issuing.this_week),
            false => 0,
        }
    }

    /// The day's portion of the week, as far as the issuing system works, and the overtime that an
    /// earlier outage calls for. One that leaves everything is none.
    fn possible(&mut self, production: &Production, day: Day, luck: impl Fn() -> Stream) -> u64 {
        let portion = self.plan.portion_on(day);
        let issuing = &mut self.issuing;
        let outage = production.outage.as_ref();
        let is_down = outage.is_some_and(|outage| issuing.fails(outage, luck()));
        let fails = is_down && issuing.output < 1.0;
        issuing.is_lowered = fails || self.plan.is_lowered(day);
        issuing.is_behind |= issuing.is_lowered;
        match &production.overtime {
            _ if fails => issuing.scaled(portion, issuing.output),
            Some(overtime) if issuing.is_behind && !issuing.is_lowered => {
                issuing.scaled(portion, 1.0 + overtime.by)
            }
            _ => portion,
        }
    }
}
