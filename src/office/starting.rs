//! The stated start: people who hold appointments and files that wait on the first day.

use crate::office::book::Due;
use crate::office::intake::arrival;
use crate::office::model::{Office, Offices};
use crate::office::office_plan::OfficeId;
use crate::office::people::{Applicant, Cause, Party, RunDay, family_identity};
use crate::office::production::File;
use crate::office::tally::Item;
use crate::scenario::Channel;
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
        let received = plan.calendar.working_days()[..first].last().copied().unwrap_or_default();
        for number in 0..start.backlog {
            let applicant = self.earlier_applicant(id, received, number);
            let files = &mut self.offices[id.index()].issuing.files;
            files.push_back(File { applicant, received, due: received });
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
