//! Boats that are cancelled: on such a day nobody of an origin gets to the office, or to the kiosk.

use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::model::Offices;
use crate::office::office_plan::OfficeId;
use crate::office::people::{Cause, Party, RunDay, day_identity};
use crate::office::plan::Plan;
use crate::office::tally::{Item, Outcome};
use crate::scenario::{Cancelled, Crossing};
use crate::time::{Day, Instant};

impl Plan {
    /// Whether boats of any origin are ever cancelled.
    pub fn has_boats(&self) -> bool {
        self.scenario.demand.origins.iter().any(|origin| origin.cancelled.is_some())
    }
}

impl Offices<'_> {
    /// Whether the boats of an origin are cancelled on a day. One draw for origin and day, so that
    /// it can be asked at any time; no origin is as far down the list as the systems that also have
    /// a draw a day from this cause.
    #[inline]
    pub fn has_no_boat(&self, origin: u16, day: Day, to: Crossing) -> bool {
        let origins = &self.plan.scenario.demand.origins;
        match &origins[usize::from(origin)].cancelled {
            None => false,
            Some(cancelled) => self.draws_no_boat(cancelled, (origin, day), to),
        }
    }

    #[cold]
    fn draws_no_boat(
        &self,
        cancelled: &Cancelled,
        (origin, day): (u16, Day),
        to: Crossing,
    ) -> bool {
        let share = cancelled.share(to, self.plan.calendar().month(day));
        let identity = day_identity(origin, RunDay::new(day, self.plan.measured.start));
        let draw = || Cause::ProductionOutage.stream(self.streams, identity).happens(share);
        0.0 < share && draw()
    }

    /// When people of an origin arrive at a place that is always open.
    pub fn with_the_next_boat(&self, origin: u16, earliest: Instant, to: Crossing) -> Instant {
        let mut day = earliest.day();
        while day < self.plan.end && self.has_no_boat(origin, day, to) {
            day = day.next();
        }
        earliest.max(day.start())
    }

    /// The first working day of an office from a day on to which people of an origin can come.
    pub fn working_day_with_boat(&self, id: OfficeId, origin: u16, from: Day) -> Option<Day> {
        let calendar = &self.offices[id.index()].plan.calendar;
        let mut day = calendar.working_day_from(from)?;
        while day < self.plan.end && self.has_no_boat(origin, day, Crossing::ToOffice) {
            day = calendar.working_day_from(day.next())?;
        }
        Some(day)
    }

    /// A party that no boat takes to its appointment asks again as those do who are sent home, or
    /// its story ends.
    #[cold]
    pub fn miss_boat(&mut self, mut group: Party, day: Day, events: &mut EventLists) {
        let applicant = &mut group.applicant;
        let people = i64::from(group.size);
        self.ledger.add(applicant, Item::MissedAppointments, people);
        self.ledger.add(applicant, Item::MissedBoats, people);
        self.ledger.tell(applicant.identity, group.size, Step::FindsNoBoat);
        let scenario = &self.offices[group.office.index()].plan.scenario;
        if let Some(booking) = &scenario.booking {
            self.ledger.add_fees_lost(applicant, group.size, booking);
        }
        if applicant.meets(self.streams, Cause::ComesBack, scenario.visit.comes_back) {
            applicant.attempt = applicant.attempt.saturating_add(1);
            self.ask_again(&mut group, day.next().start(), events);
        } else {
            self.ledger.end(applicant, Outcome::NoShow, group.size);
        }
    }
}
