//! The visit: today's roster and walk-ins, doors and lines, and the stages from desk to desk.

use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::{AtStation, Step};
use crate::office::ledger::Daily;
use crate::office::model::Offices;
use crate::office::office_plan::OfficeId;
use crate::office::people::{Cause, Party, Visitor};
use crate::office::tally::{Item, Outcome};
use crate::scenario::{Crossing, StageId};
use crate::time::{Day, Instant};

impl Offices<'_> {
    /// Sorts out who of an office's roster for a day comes: a no-show needs no event of its own.
    pub fn call_roster(&mut self, id: OfficeId, day: Day, events: &mut EventLists) {
        let office = &mut self.offices[id.index()];
        let mut roster = office.still_to_come.take();
        office.book.take_roster(day, &mut roster);
        roster.retain(|due| self.shows_up(due.party, day, events));
        self.offices[id.index()].still_to_come.put(roster);
        self.schedule_next_arrival(id, events);
    }

    /// Whether a party comes to its appointment; one that does not books again, or its story ends.
    fn shows_up(&mut self, mut group: Party, day: Day, events: &mut EventLists) -> bool {
        if self.has_no_boat(group.applicant.origin, day, Crossing::ToOffice) {
            self.miss_boat(group, day, events);
            return false;
        }
        let plan = self.offices[group.office.index()].plan;
        let Some(booking) = &plan.scenario.booking else { return true };
        let lead = day.0 - group.booked_on.0;
        let probability = booking.attendance.no_show.probability(lead);
        let applicant = &mut group.applicant;
        if !applicant.meets(self.streams, Cause::NoShow, probability) {
            return true;
        }
        self.ledger.add(applicant, Item::MissedAppointments, i64::from(group.size));
        self.ledger.add_fees_lost(applicant, group.size, booking);
        self.ledger.tell(applicant.identity, group.size, Step::MissesAppointment);
        let books_again = booking.attendance.no_show.books_again;
        if applicant.meets(self.streams, Cause::BooksAgain, books_again) {
            applicant.attempt = applicant.attempt.saturating_add(1);
            self.ask_again(&mut group, day.next().start(), events);
        } else {
            self.ledger.end(applicant, Outcome::NoShow, group.size);
        }
        false
    }

    /// The next party of an office's roster for today arrives.
    pub fn roster_arrival(&mut self, id: OfficeId, events: &mut EventLists) {
        let Some(due) = self.offices[id.index()].still_to_come.pop() else { return };
        self.schedule_next_arrival(id, events);
        self.come_in(&due.party, events);
    }

    /// A party that booked today for today comes, or does not.
    pub fn same_day_arrival(&mut self, party: u32, events: &mut EventLists) {
        let group = self.parties.remove(party);
        if self.shows_up(group, events.now().day(), events) {
            self.come_in(&group, events);
        }
    }

    /// A party without appointment arrives: it is let in while the day's cap allows.
    pub fn at_office(&mut self, party: u32, events: &mut EventLists) {
        let now = events.now();
        let mut group = self.parties.remove(party);
        group.tries = group.tries.saturating_add(1);
        let size = u32::from(group.size);
        let office = &mut self.offices[group.office.index()];
        let terms = office.plan.terms(group.applicant.lane);
        let let_in = &mut office.walk_ins_today[terms.counter];
        if terms.daily_cap.is_some_and(|cap| cap < *let_in + size) {
            self.trip_to_office(&group.applicant, group.office, group.size);
            self.ledger.tell(group.applicant.identity, group.size, Step::FindsCapReached);
            return self.find_nothing(&mut group, now.day().next().start(), events);
        }
        *let_in += size;
        self.ledger.note(now.day(), Daily::WalkIns, size);
        self.come_in(&group, events);
    }

    /// A party comes into its office.
    pub fn come_in(&mut self, group: &Party, events: &mut EventLists) {
        self.trip_to_office(&group.applicant, group.office, group.size);
        self.ledger.note(events.now().day(), Daily::Attended, u32::from(group.size));
        self.ledger.tell(group.applicant.identity, group.size, Step::ArrivesAtOffice);
        for position in 0..group.size {
            let visitor = Visitor::new(group.member(position), group.office, events.now());
            self.enter_office(visitor, events);
        }
    }

    fn enter_office(&mut self, visitor: Visitor, events: &mut EventLists) {
        let plan = self.offices[visitor.office.index()].plan;
        if plan.scenario.visit.stages.is_empty() {
            return self.complete(&visitor, events);
        }
        let client = self.visitors.insert(visitor);
        self.join_line(plan.station_of(0), client, events);
    }

    /// A visitor leaves a desk: goes back, goes home, is refused, goes on to the next stage or is
    /// done.
    pub fn leave_stage(&mut self, client: u32, events: &mut EventLists) {
        self.tell_at_desk(client, AtStation::ServiceEnds);
        let visitor = &self.visitors[client];
        let stages = &self.offices[visitor.office.index()].plan.scenario.visit.stages;
        let after = &stages[usize::from(visitor.stage)].afterwards;
        let meets = |cause, probability| visitor.meets(self.streams, cause, probability);
        if let Some(back) = &after.sent_back
            && meets(Cause::SentBack(visitor.stage), back.share)
        {
            return self.send_back(client, back.to, events);
        }
        if meets(Cause::SentHome(visitor.stage), after.sent_home) {
            return self.send_home(client, events);
        }
        let is_refused = meets(Cause::Refused(visitor.stage), after.refused);
        let next = visitor.stage + 1;
        if !is_refused && usize::from(next) < stages.len() {
            return self.go_to_stage(client, next, events);
        }
        let visitor = self.visitors.remove(client);
        self.note_visit(&visitor, events.now());
        match is_refused {
            true => self.ledger.end(&visitor.applicant, Outcome::Refused, 1),
            false => self.complete(&visitor, events),
        }
    }

    /// A visitor goes to a stage: after all who leave a desk at this instant.
    fn go_to_stage(&mut self, client: u32, stage: u8, events: &mut EventLists) {
        let visitor = self.visitors.at(client);
        visitor.stage = stage;
        visitor.in_line_since = events.now();
        if !events.is_last_at_its_instant() {
            let event = Event::ComesToStage { client };
            let identity = visitor.applicant.identity;
            let (office, now) = (visitor.office, events.now());
            return events.inside(office).schedule(now, event.rank(identity), event);
        }
        self.come_to_stage(client, events);
    }

    /// A visitor comes to its next stage.
    pub fn come_to_stage(&mut self, client: u32, events: &mut EventLists) {
        let Visitor { office, stage, .. } = self.visitors[client];
        let station = self.offices[office.index()].plan.station_of(stage);
        self.join_line(station, client, events);
    }

    /// A visitor goes through a stage again, with other luck.
    fn send_back(&mut self, client: u32, to: StageId, events: &mut EventLists) {
        let visitor = self.visitors.at(client);
        visitor.rounds = visitor.rounds.saturating_add(1);
        let station = self.offices[visitor.office.index()].plan.station_of(to.0 as u8);
        self.ledger.tell(visitor.applicant.identity, 1, Step::SentBack { to: station });
        self.go_to_stage(client, to.0 as u8, events);
    }

    fn complete(&mut self, visitor: &Visitor, events: &EventLists) {
        self.ledger.note(events.now().day(), Daily::Completed, 1);
        self.expect_payment(visitor.office, visitor.applicant, events);
    }

    /// A visitor goes home with nothing done, and asks again or not.
    pub fn send_home(&mut self, client: u32, events: &mut EventLists) {
        let visitor = self.visitors.remove(client);
        let applicant = visitor.applicant;
        self.note_visit(&visitor, events.now());
        self.ledger.tell(applicant.identity, 1, Step::PapersIncomplete);
        let comes_back = self.offices[visitor.office.index()].plan.scenario.visit.comes_back;
        if !applicant.meets(self.streams, Cause::ComesBack, comes_back) {
            return self.ledger.end(&applicant, Outcome::SentHome, 1);
        }
        let mut party = Party::alone(applicant, visitor.office);
        self.ask_again(&mut party, events.now().day().next().start(), events);
    }

    /// Writes down how long a visitor was in the office.
    pub fn note_visit(&mut self, visitor: &Visitor, now: Instant) {
        if !visitor.applicant.counted {
            return;
        }
        let in_office = now - visitor.arrived;
        let rules = &self.offices[visitor.office.index()].plan.scenario.visit;
        self.ledger.in_office.record(in_office.milliseconds());
        self.ledger.waiting.record(visitor.waited.milliseconds());
        let tally = self.ledger.of(&visitor.applicant);
        tally[Item::Visits] += 1;
        tally[Item::InOffice] += in_office.milliseconds();
        tally[Item::Waiting] += visitor.waited.milliseconds();
        tally[Item::LongWaits] += i64::from(rules.long_wait < visitor.waited);
    }
}
