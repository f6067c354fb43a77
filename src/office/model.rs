//! The model: the state of an office in one replication, and what each event does to it.

use crate::engine::{EventList, Model, Slab};
use crate::office::arrivals::{Wish, draw_wishes};
use crate::office::book::{Book, Roster, Seats};
use crate::office::event::Event;
use crate::office::ledger::{Daily, Ledger};
use crate::office::people::{Applicant, Party, Visitor};
use crate::office::plan::Plan;
use crate::office::production::Issuing;
use crate::office::station::{Station, Stations};
use crate::office::tally::Item;
use crate::random::Streams;
use crate::scenario::Trip;
use crate::time::{Day, Instant};

/// An office in one replication. It owns everything that changes.
pub struct Office<'plan> {
    pub plan: &'plan Plan,
    pub streams: Streams,
    pub parties: Slab<Party>,
    pub visitors: Slab<Visitor>,
    /// Today's wishes, the last first; only the next is in the event list.
    pub wishes: Vec<Wish>,
    /// Today's roster, the last first; only the next is in the event list.
    pub roster: Roster,
    pub book: Book,
    /// What the book gave last; kept to spare an allocation.
    pub seats: Vec<Seats>,
    pub stations: Stations<'plan>,
    pub issuing: Issuing,
    pub ledger: Ledger,
    pub walk_ins_today: u32,
}

impl Model for Office<'_> {
    type Event = Event;

    fn handle(&mut self, event: Event, events: &mut EventList<Event>) {
        match event {
            Event::DayBegins(day) => self.begin_day(day, events),
            Event::DayEnds(day) => self.end_day(day, events),
            Event::Wish => self.wish(events),
            Event::AtKiosk { party } => self.at_kiosk(party, events),
            Event::AtBook { party } => self.at_book(party, events),
            Event::AtOffice { party } => self.at_office(party, events),
            Event::RosterArrival => self.roster_arrival(events),
            Event::SameDayArrival { party } => self.same_day_arrival(party, events),
            Event::Opens { station, opening } => self.open_doors(station, opening, events),
            Event::Closes { station, opening } => self.close_doors(station, opening, events),
            Event::ServiceEnds { station, client } => self.service_ends(station, client, events),
            Event::Calls { station } => self.start_services(station, events),
            Event::ComesToStage { client } => self.come_to_stage(client, events),
            Event::LosesPatience { station, client } => {
                self.lose_patience(station, client, events);
            }
            Event::DeskFails { station, desk } => self.desk_fails(station, desk, events),
            Event::DeskRepaired { station, desk } => self.desk_repaired(station, desk, events),
        }
    }
}

impl<'plan> Office<'plan> {
    /// An office that must be reset before its first day.
    pub fn new(plan: &'plan Plan, streams: Streams) -> Self {
        Office {
            plan,
            streams,
            parties: Slab::default(),
            visitors: Slab::default(),
            wishes: Vec::new(),
            roster: Roster::new(),
            book: Book::default(),
            seats: Vec::new(),
            stations: Stations::new(&plan.stations),
            issuing: Issuing::default(),
            ledger: Ledger::default(),
            walk_ins_today: 0,
        }
    }

    /// Brings the office back to before its first day, with other streams and the same memory.
    pub fn reset(&mut self, streams: Streams) {
        self.streams = streams;
        self.parties.clear();
        self.visitors.clear();
        self.wishes.clear();
        self.roster.clear();
        self.issuing.reset();
        self.book.reset(self.plan);
        self.ledger.reset(self.plan);
        self.stations.iter_mut().for_each(Station::reset);
        self.reset_desks();
    }

    /// Schedules what stands at the beginning of a run: its first day, and the first outages.
    pub fn begin(&mut self, events: &mut EventList<Event>) {
        let first = Event::DayBegins(self.plan.first);
        events.schedule(self.plan.first.start(), first.rank(0), first);
        self.expect_outages(events);
    }

    fn begin_day(&mut self, day: Day, events: &mut EventList<Event>) {
        self.walk_ins_today = 0;
        self.note_state_of_book(day);
        self.plan_doors(day, events);
        self.call_roster(day, events);
        draw_wishes(self.plan, self.streams, day, &mut self.wishes);
        self.schedule_next_wish(events);
        let end = Event::DayEnds(day);
        events.schedule(day.next().start(), end.rank(0), end);
    }

    fn note_state_of_book(&mut self, day: Day) {
        let Some(booking) = &self.plan.scenario.booking else { return };
        let third = self.book.third_available(self.plan, booking, day);
        self.ledger.note(day, Daily::ThirdAvailable, third);
        self.ledger.note(day, Daily::Quota, self.plan.quotas[day.index()]);
        self.ledger.note(day, Daily::Due, self.book.booked_on(day));
        self.ledger.note(day, Daily::BookedAhead, self.book.ahead());
    }

    /// Schedules the next wish of today, if there is one.
    pub fn schedule_next_wish(&mut self, events: &mut EventList<Event>) {
        if let Some(wish) = self.wishes.last() {
            events.schedule(wish.at, Event::Wish.rank(0), Event::Wish);
        }
    }

    /// Schedules the next arrival of today's roster, if there is one.
    pub fn schedule_next_arrival(&mut self, events: &mut EventList<Event>) {
        if let Some(due) = self.roster.last() {
            events.schedule(due.arrival, Event::RosterArrival.rank(0), Event::RosterArrival);
        }
    }

    /// Writes down the way to the office and back, for each of some people.
    pub fn trip_to_office(&mut self, applicant: &Applicant, people: u8) {
        let origin = &self.plan.scenario.demand.origins[usize::from(applicant.origin)];
        self.note_trip(applicant, origin.to_office, people);
    }

    /// Writes down a way there and back, for each of some people.
    pub fn note_trip(&mut self, applicant: &Applicant, trip: Trip, people: u8) {
        let tally = self.ledger.of(applicant);
        tally[Item::Trips] += i64::from(people);
        tally[Item::Travel] += 2 * trip.travel.milliseconds() * i64::from(people);
        tally[Item::Fares] += 2 * i64::from(trip.fare) * i64::from(people);
    }

    /// Whether an instant lies on a measured day.
    pub fn is_measured(&self, now: Instant) -> bool {
        self.plan.measured_time.contains(&now)
    }
}
