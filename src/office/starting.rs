//! The stated start: people who hold appointments and files that wait on the first day.

use crate::office::book::Due;
use crate::office::intake::arrival;
use crate::office::model::{Office, Offices};
use crate::office::office_plan::OfficeId;
use crate::office::people::{Applicant, Cause, Party, RunDay, family_identity};
use crate::office::production::File;
use crate::office::tally::Item;
use crate::scenario::{Channel, Origin};
use crate::time::Day;

/// Stands for the origin in the identities of those who were there before the run.
const BEFORE_THE_RUN: u16 = u16::MAX - 1;

impl Offices<'_> {
    /// Fills the books and productions as the scenario states for the first day. Nobody of these is
    /// counted.
    pub fn load_starting_states(&mut self) {
        self.plan.office_ids().for_each(|id| self.load_starting_state(id));
    }

    fn load_starting_state(&mut self, id: OfficeId) {
        let plan = self.offices[id.index()].plan;
        let start = &plan.scenario.start;
        let first = plan.calendar.working_before(self.plan.first) as usize;
        let days = &plan.calendar.working_days()[first..];
        for (&day, &people) in days.iter().zip(&start.booked) {
            (0..people).for_each(|number| self.load_appointment(id, day, number));
        }
        for (&date, &people) in &start.booked_on {
            let Some(day) = plan.calendar.day(date) else { continue };
            (0..people).for_each(|number| self.load_appointment(id, day, number));
        }
        self.load_backlog(id);
    }

    /// Files that are past their processing time, then those of each day of receipt.
    fn load_backlog(&mut self, id: OfficeId) {
        let plan = self.offices[id.index()].plan;
        let start = &plan.scenario.start;
        let first = plan.calendar.working_before(self.plan.first) as usize;
        let last = plan.calendar.working_days()[..first].last().copied().unwrap_or_default();
        let late = (start.backlog, plan.working_days_until(last), Some(last));
        let received = |date| plan.working_days_until_date(date);
        let dated = start.received.iter().map(|(&date, &files)| (files, received(date), None));
        let mut number = 0;
        for (files, received, due) in std::iter::once(late).chain(dated) {
            for _ in 0..files {
                let applicant = self.earlier_applicant(id, last, number);
                let issuing = &mut self.offices[id.index()].issuing;
                let terms = plan.terms(applicant.lane);
                let due = due.or_else(|| plan.working_day(received + terms.processing as i32));
                let due = due.unwrap_or(Day(u32::MAX));
                issuing.receive(File { applicant, received, due }, terms.urgency);
                number += 1;
            }
        }
    }

    fn load_appointment(&mut self, id: OfficeId, day: Day, number: u32) {
        let applicant = self.earlier_applicant(id, day, number);
        let party = Party { booked_on: self.plan.first, ..Party::family(applicant, id, 1) };
        let Office { plan, book, .. } = &mut self.offices[id.index()];
        let due = day.at(book.reserve(plan, day));
        book.enter(day, Due { arrival: arrival(plan, self.streams, &applicant, due), party });
    }

    /// Somebody who wished before the run, entered in the ledger.
    fn earlier_applicant(&mut self, id: OfficeId, day: Day, number: u32) -> Applicant {
        let day = RunDay::new(day, self.plan.measured.start);
        let identity = family_identity(BEFORE_THE_RUN - id.0, day, number);
        let mut stream = Cause::StartingOrigin.stream(self.streams, identity);
        let point = stream.uniform();
        let mut edge = 0.0;
        let origins = &self.plan.scenario.demand.origins;
        let own = |(_, origin): &(usize, &Origin)| OfficeId(origin.home) == id;
        let own: Vec<(usize, &Origin)> = origins.iter().enumerate().filter(own).collect();
        let whole = match self.offices.len() {
            1 => 1.0,
            _ => own.iter().map(|(_, origin)| origin.share).sum(),
        };
        let found = own.iter().find(|(_, origin)| {
            edge += origin.share / whole;
            point < edge
        });
        let origin = found.or(own.first()).map_or(0, |(origin, _)| *origin as u16);
        let applicant = Applicant {
            identity,
            wish: self.plan.first.start(),
            origin,
            channel: Channel::App,
            way: Channel::App,
            lane: self.lane_of(identity),
            phone: self.phone_of(origin, identity),
            counted: false,
            attempt: 0,
        };
        self.ledger.add(&applicant, Item::Wishes, 1);
        applicant
    }
}
