//! Places that are given back before their day: nobody paid for them, or they are cancelled or
//! moved.

use crate::office::book::Seats;
use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::model::Offices;
use crate::office::people::{Cause, Party};
use crate::office::tally::{Item, Outcome};
use crate::scenario::{Attendance, Cancelling, Prepayment, Reschedule};
use crate::time::{Day, Instant, Span};

/// A party that has places and will give them back. It is known when they are given, so that it
/// need not be on any roster.
#[derive(Clone, Copy, Debug)]
pub struct Withdrawal {
    pub party: Party,
    seats: Seats,
    reason: Reason,
    asks_again: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Unpaid,
    Cancels,
    Reschedules,
}

/// Why and when a place is given back, and whether another is asked for.
type Fate = (Reason, Instant, bool);

impl Offices<'_> {
    /// Whether a party that has just been given places will give them back. Then they are in the
    /// book until it does.
    #[inline]
    pub fn withdraws(&mut self, part: &Party, given: &Seats, events: &mut EventLists) -> bool {
        let plan = self.offices[part.office.index()].plan;
        match &plan.scenario.booking {
            Some(booking) if booking.attendance.gives_back() => {
                self.may_withdraw(&booking.attendance, (part, given), events)
            }
            _ => false,
        }
    }

    #[cold]
    fn may_withdraw(
        &mut self,
        attendance: &Attendance,
        (part, given): (&Party, &Seats),
        events: &mut EventLists,
    ) -> bool {
        let now = events.now();
        let party = Party { booked_on: now.day(), tries: 0, ..*part };
        let appointed = given.day.at(given.time);
        let unpaid = attendance.prepayment.as_ref().and_then(|of| self.lapses(of, &party, now));
        let cancels = || {
            let cancelling = attendance.cancelling.as_ref()?;
            self.cancels(cancelling, &party, (now, appointed))
        };
        let moves = || {
            let reschedule = attendance.reschedule.as_ref()?;
            let lead = given.day.0 - now.day().0;
            let no_show = attendance.no_show.probability(lead);
            self.moves(reschedule, (&party, no_show), (now, appointed))
        };
        let Some((reason, at, asks_again)) = unpaid.or_else(cancels).or_else(moves) else {
            return false;
        };
        self.note_booking(&party, given, now);
        let withdrawal = Withdrawal { party, seats: *given, reason, asks_again };
        let event = Event::GivesBack { withdrawal: self.withdrawals.insert(withdrawal) };
        events.outside().schedule(at, event.rank(party.applicant.identity), event);
        true
    }

    fn lapses(&self, of: &Prepayment, party: &Party, now: Instant) -> Option<Fate> {
        let mut luck = party.applicant.stream(self.streams, Cause::Prepayment);
        let lapses = luck.happens(of.unpaid);
        lapses.then(|| (Reason::Unpaid, now + of.within, luck.happens(of.asks_again)))
    }

    fn cancels(&self, of: &Cancelling, party: &Party, until: (Instant, Instant)) -> Option<Fate> {
        let mut luck = party.applicant.stream(self.streams, Cause::Cancelling);
        let (cancels, asks_again) = (luck.happens(of.share), luck.happens(of.asks_again));
        cancels.then(|| (Reason::Cancels, before(until, of.notice.sample(&mut luck)), asks_again))
    }

    /// Whoever will not come can ask for another day instead.
    fn moves(
        &self,
        of: &Reschedule,
        (party, no_show): (&Party, f64),
        until: (Instant, Instant),
    ) -> Option<Fate> {
        if of.at_most <= party.moves || !party.applicant.meets(self.streams, Cause::NoShow, no_show)
        {
            return None;
        }
        let mut luck = party.applicant.stream(self.streams, Cause::Reschedule);
        let moves = luck.happens(of.share);
        moves.then(|| (Reason::Reschedules, before(until, of.notice.sample(&mut luck)), true))
    }

    /// A party gives its places back; it asks again, or its story ends.
    pub fn give_back(&mut self, withdrawal: u32, events: &mut EventLists) {
        let Withdrawal { mut party, seats, reason, asks_again } =
            self.withdrawals.remove(withdrawal);
        let now = events.now();
        let office = &mut self.offices[party.office.index()];
        office.book.give_back(office.plan, &seats);
        let booking = office.plan.scenario.booking.as_ref();
        let (item, step) = reason.written();
        self.ledger.add(&party.applicant, item, i64::from(party.size));
        self.ledger.tell(party.applicant.identity, party.size, step);
        if let Some(booking) = booking.filter(|_| reason == Reason::Cancels) {
            self.ledger.add_fees_lost(&party.applicant, party.size, booking);
        }
        if !asks_again {
            return self.ledger.end(&party.applicant, reason.outcome(), party.size);
        }
        party.applicant.attempt = party.applicant.attempt.saturating_add(1);
        party.moves = party.moves.saturating_add(u8::from(reason == Reason::Reschedules));
        let from = reason.asks_from(now, now.day());
        let reaction = self.reaction(&party);
        self.ask_again(&mut party, from + reaction, events);
    }
}

/// Some time before an appointment, but not before now.
fn before((now, appointed): (Instant, Instant), notice: Span) -> Instant {
    (appointed - notice).min(appointed).max(now)
}

impl Reason {
    fn written(self) -> (Item, Step) {
        match self {
            Reason::Unpaid => (Item::Lapsed, Step::LosesPlace),
            Reason::Cancels => (Item::Cancelled, Step::Cancels),
            Reason::Reschedules => (Item::Rescheduled, Step::Reschedules),
        }
    }

    /// How the story of those ends who do not ask again.
    fn outcome(self) -> Outcome {
        match self {
            Reason::Unpaid => Outcome::NeverPaid,
            Reason::Cancels | Reason::Reschedules => Outcome::GaveUp,
        }
    }

    /// From when on another place is asked for: whoever cancels does not ask on the same day.
    fn asks_from(self, now: Instant, today: Day) -> Instant {
        match self {
            Reason::Cancels => today.next().start(),
            Reason::Unpaid | Reason::Reschedules => now,
        }
    }
}
