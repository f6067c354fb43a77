//! The model: the state of an office in one replication, and what each event does to it.

use std::hint::black_box;

use crate::engine::{Model, Slab};
use crate::office::app_outage::QueueApp;
use crate::office::arrivals::{Wish, draw_wishes};
use crate::office::book::{Book, Due, Seats};
use crate::office::brokers::Brokerage;
use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::in_order::InOrder;
use crate::office::ledger::{Daily, Ledger};
use crate::office::office_plan::{OfficeId, OfficePlan};
use crate::office::payment::Unpaid;
use crate::office::people::{Applicant, Party, Visitor};
use crate::office::plan::Plan;
use crate::office::production::Issuing;
use crate::office::station::{Station, Stations};
use crate::office::tally::Item;
use crate::office::withdrawal::Withdrawal;
use crate::random::Streams;
use crate::scenario::Trip;
use crate::time::{Day, Instant};

/// The offices of a run in one replication. They own everything that changes.
pub struct Offices<'plan> {
    pub plan: &'plan Plan,
    pub streams: Streams,
    pub parties: Slab<Party>,
    pub visitors: Slab<Visitor>,
    /// Who has a place and will give it back.
    pub withdrawals: Slab<Withdrawal>,
    /// Today's wishes; only the next is in the event list.
    pub wishes: InOrder<Wish>,
    /// What a book gave last; kept to spare an allocation.
    pub seats: Vec<Seats>,
    pub offices: Vec<Office<'plan>>,
    pub stations: Stations<'plan>,
    pub app: QueueApp,
    pub ledger: Ledger,
}

/// What changes in one office, but for its stations.
pub struct Office<'plan> {
    pub plan: &'plan OfficePlan,
    pub book: Book,
    /// Who of today's roster is still to come; only the next is in the event list.
    pub still_to_come: InOrder<Due>,
    /// By lane; lanes without a cap of their own share the count of the first of them.
    pub walk_ins_today: Vec<u32>,
    pub issuing: Issuing,
    pub brokerage: Brokerage,
    pub unpaid: Unpaid,
}

impl Model for Offices<'_> {
    type Pending = EventLists;

    fn handle(&mut self, event: Event, events: &mut EventLists) {
        self.ledger.now = events.now();
        match event {
            Event::DayBegins(day) => self.begin_day(day, events),
            Event::OfficeDayBegins { office } => self.begin_day_at(office, events),
            Event::DayEnds(day) => self.end_day(day, events),
            Event::Wish => self.wish(events),
            Event::AtKiosk { party } => self.at_kiosk(party, events),
            Event::GivesBack { withdrawal } => self.give_back(withdrawal, events),
            Event::BrokersLapse { office } => self.brokers_lapse(office),
            Event::BrokersBook { office } => self.brokers_book(office, events),
            Event::AtBook { party } => {
                let mut group = self.parties.remove(party);
                self.at_book(&mut group, events);
            }
            Event::AtOffice { party } => self.at_office(party, events),
            Event::ComesInstead { party } => self.come_instead(party, events),
            Event::RosterArrival { office } => self.roster_arrival(office, events),
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

    fn foresee<'a>(&self, events: impl Iterator<Item = &'a Event>) {
        black_box(events.fold(0, |seen, event| seen ^ self.glance(event)));
    }
}

impl<'plan> Offices<'plan> {
    /// A number from the memory that an event is about: of no meaning, but it must be there.
    fn glance(&self, event: &Event) -> u64 {
        match *event {
            Event::AtBook { party } => {
                self.parties.get(party).map_or(0, |party| party.applicant.identity)
            }
            _ => 0,
        }
    }

    /// Offices that must be reset before their first day.
    pub fn new(plan: &'plan Plan, streams: Streams) -> Self {
        Offices {
            plan,
            streams,
            parties: Slab::default(),
            visitors: Slab::default(),
            withdrawals: Slab::default(),
            wishes: InOrder::default(),
            seats: Vec::new(),
            offices: plan.offices.iter().map(Office::new).collect(),
            stations: Stations::new(plan),
            app: QueueApp::new(plan),
            ledger: Ledger::default(),
        }
    }

    /// Brings the offices back to before their first day, with other streams and the same memory.
    pub fn reset(&mut self, streams: Streams) {
        self.streams = streams;
        self.parties.clear();
        self.visitors.clear();
        self.withdrawals.clear();
        self.wishes.clear();
        self.offices.iter_mut().for_each(Office::reset);
        self.app.reset();
        self.ledger.reset(self.plan);
        self.stations.iter_mut().for_each(Station::reset);
        self.reset_desks();
    }

    /// Schedules what stands at the beginning of a run: its first day, and the first outages.
    pub fn begin(&mut self, events: &mut EventLists) {
        let first = Event::DayBegins(self.plan.first);
        events.outside().schedule(self.plan.first.start(), first.rank(0), first);
        self.expect_outages(events);
    }

    fn begin_day(&mut self, day: Day, events: &mut EventLists) {
        for id in self.plan.office_ids() {
            self.note_state_of_book(id, day);
            self.offices[id.index()].book.begin_day(day);
            self.expect_brokers(id, day, events);
            let begins = Event::OfficeDayBegins { office: id };
            events.inside(id).schedule(day.start(), begins.rank(0), begins);
        }
        self.serve_outside(day, events);
        self.plan_doors(self.plan.kiosks(), day, events);
        self.turn_app(day, events);
        let mut wishes = self.wishes.take();
        draw_wishes(self.plan, self.streams, day, &mut wishes);
        self.wishes.put(wishes);
        self.schedule_next_wish(events);
        let end = Event::DayEnds(day);
        events.outside().schedule(day.next().start(), end.rank(0), end);
    }

    /// The day begins in an office: it is known who is due, and when the doors open.
    fn begin_day_at(&mut self, id: OfficeId, events: &mut EventLists) {
        let day = events.now().day();
        let office = &mut self.offices[id.index()];
        office.walk_ins_today.fill(0);
        let stations = office.plan.stations();
        self.plan_doors(stations, day, events);
        self.call_roster(id, day, events);
    }

    fn note_state_of_book(&mut self, id: OfficeId, day: Day) {
        let Office { plan, book, .. } = &mut self.offices[id.index()];
        let Some(booking) = &plan.scenario.booking else { return };
        let third = book.third_available(plan, booking, day);
        self.ledger.note(day, Daily::ThirdAvailable, third);
        self.ledger.note(day, Daily::Quota, plan.quotas[day.index()]);
        self.ledger.note(day, Daily::Due, book.booked_on(day));
        self.ledger.note(day, Daily::BookedAhead, book.ahead());
    }

    /// Schedules the next wish of today, if there is one.
    pub fn schedule_next_wish(&mut self, events: &mut EventLists) {
        if let Some(wish) = self.wishes.next() {
            events.outside().schedule(wish.at, Event::Wish.rank(0), Event::Wish);
        }
    }

    /// Schedules the next arrival of an office's roster for today, if there is one.
    pub fn schedule_next_arrival(&mut self, id: OfficeId, events: &mut EventLists) {
        if let Some(due) = self.offices[id.index()].still_to_come.next() {
            let event = Event::RosterArrival { office: id };
            events.inside(id).schedule(due.arrival, event.rank(u64::from(id.0)), event);
        }
    }

    /// Writes down the way to an office and back, for each of some people.
    pub fn trip_to_office(&mut self, applicant: &Applicant, office: OfficeId, people: u8) {
        let trip = self.plan.trip(applicant.origin, office);
        self.note_trip(applicant, trip, people);
    }

    /// Writes down a way there and back, for each of some people.
    pub fn note_trip(&mut self, applicant: &Applicant, trip: Trip, people: u8) {
        let tally = self.ledger.of(applicant);
        tally[Item::Trips] += i64::from(people);
        tally[Item::Travel] += 2 * trip.travel.milliseconds() * i64::from(people);
        tally[Item::AtSea] += 2 * trip.at_sea().milliseconds() * i64::from(people);
        tally[Item::Fares] += 2 * i64::from(trip.fare) * i64::from(people);
    }

    /// Whether an instant lies on a measured day.
    pub fn is_measured(&self, now: Instant) -> bool {
        self.plan.measured_time.contains(&now)
    }
}

impl<'plan> Office<'plan> {
    fn new(plan: &'plan OfficePlan) -> Self {
        Office {
            plan,
            book: Book::default(),
            still_to_come: InOrder::default(),
            walk_ins_today: vec![0; plan.scenario.demand.lanes.len()],
            issuing: Issuing::default(),
            brokerage: Brokerage::default(),
            unpaid: Unpaid::new(),
        }
    }

    fn reset(&mut self) {
        self.book.reset(self.plan);
        self.still_to_come.clear();
        self.walk_ins_today.fill(0);
        self.issuing.reset();
        self.unpaid.clear();
        self.brokerage.reset(self.plan.scenario.intake.brokers.len());
    }
}
