//! The stated start: people who hold appointments and files that wait on the first day.

use crate::office::book::Due;
use crate::office::model::Office;
use crate::office::people::{Applicant, Cause, Party, RunDay, family_identity};
use crate::office::production::File;
use crate::office::tally::Item;
use crate::scenario::Channel;
use crate::time::Day;

/// Stands for the origin in the identities of those who were there before the run.
const BEFORE_THE_RUN: u16 = u16::MAX - 1;

impl Office<'_> {
    /// Fills book and production as the scenario states for the first day. Nobody of these is
    /// counted.
    pub fn load_starting_state(&mut self) {
        let plan = self.plan;
        let start = &plan.scenario.start;
        let first = plan.calendar.working_before(plan.first) as usize;
        let days = &plan.calendar.working_days()[first..];
        for (&day, &people) in days.iter().zip(&start.booked) {
            (0..people).for_each(|number| self.load_appointment(day, number));
        }
        let received = plan.calendar.working_days()[..first].last().copied().unwrap_or_default();
        for number in 0..start.backlog {
            let applicant = self.earlier_applicant(received, number);
            self.issuing.files.push_back(File { applicant, received, due: received });
        }
    }

    fn load_appointment(&mut self, day: Day, number: u32) {
        let applicant = self.earlier_applicant(day, number);
        let party = Party { booked_on: self.plan.first, ..Party::family(applicant, 1) };
        let due = day.at(self.book.reserve(self.plan, day));
        self.book.enter(day, Due { arrival: self.arrival(&applicant, due), party });
    }

    /// Somebody who wished before the run, entered in the ledger.
    fn earlier_applicant(&mut self, day: Day, number: u32) -> Applicant {
        let identity =
            family_identity(BEFORE_THE_RUN, RunDay::new(day, self.plan.measured.start), number);
        let mut stream = Cause::StartingOrigin.stream(self.streams, identity);
        let point = stream.uniform();
        let mut edge = 0.0;
        let origins = &self.plan.scenario.demand.origins;
        let position = origins.iter().position(|origin| {
            edge += origin.share;
            point < edge
        });
        let applicant = Applicant {
            identity,
            wish: self.plan.first.start(),
            origin: position.unwrap_or(0) as u16,
            channel: Channel::App,
            lane: self.lane_of(identity),
            counted: false,
            attempt: 0,
        };
        self.ledger.add(&applicant, Item::Wishes, 1);
        applicant
    }
}
