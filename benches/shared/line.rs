//! One line before one desk (M/M/1) at load 0.9: through the engine, and by hand without one.

use std::collections::VecDeque;

use antrean::engine::{EventList, Model, Rank, play};
use antrean::random::{Law, Stream, Streams};
use antrean::time::{Instant, Span};

const MEAN_GAP: Span = Span::from_milliseconds(100_000);
const MEAN_SERVICE: Span = Span::from_milliseconds(90_000);
const FOREVER: Instant = Instant::from_milliseconds(1 << 50);

/// The luck of the customers: when each comes after the one before, and how long it is served, each
/// drawn from a stream of its own in the order of the customers.
#[derive(Clone, Debug)]
pub struct Customers {
    number: u64,
    streams: Streams,
    gap: Law,
    service: Law,
}

impl Customers {
    /// So many customers, under a seed.
    pub fn new(number: u64, seed: u64) -> Customers {
        let law = |mean| Law::exponential(mean).expect("a positive mean");
        let streams = Streams::new(seed, 0);
        Customers { number, streams, gap: law(MEAN_GAP), service: law(MEAN_SERVICE) }
    }

    fn gaps(&self) -> Stream {
        self.streams.stream(0, 0)
    }

    fn services(&self) -> Stream {
        self.streams.stream(0, 1)
    }

    /// How long all of them wait together, by Lindley's recursion: the floor of any event list.
    pub fn wait_by_hand(&self) -> Span {
        let (mut gaps, mut services) = (self.gaps(), self.services());
        let (mut wait, mut waited) = (Span::ZERO, Span::ZERO);
        for _ in 0..self.number {
            waited += wait;
            let (service, gap) = (self.service.sample(&mut services), self.gap.sample(&mut gaps));
            wait = (wait + service - gap).max(Span::ZERO);
        }
        waited
    }

    /// How long all of them wait together, played by the engine as plainly as it allows.
    pub fn wait_by_events(&self) -> Span {
        let mut line = Line::new(self);
        let mut events = EventList::default();
        events.schedule(Instant::START, Rank::new(1, 0), Happening::Arrival);
        play(&mut line, &mut events, FOREVER);
        line.waited
    }
}

/// The line and its desk.
struct Line<'customers> {
    customers: &'customers Customers,
    gaps: Stream,
    services: Stream,
    arrived: u64,
    waiting: VecDeque<Instant>,
    desk: Desk,
    waited: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Desk {
    Free,
    Busy,
}

#[derive(Clone, Copy, Debug)]
enum Happening {
    Arrival,
    Departure,
}

impl Line<'_> {
    fn new(customers: &Customers) -> Line<'_> {
        Line {
            customers,
            gaps: customers.gaps(),
            services: customers.services(),
            arrived: 0,
            waiting: VecDeque::new(),
            desk: Desk::Free,
            waited: Span::ZERO,
        }
    }

    fn arrive(&mut self, events: &mut EventList<Happening>) {
        self.arrived += 1;
        if self.arrived < self.customers.number {
            let gap = self.customers.gap.sample(&mut self.gaps);
            events.schedule(events.now() + gap, Rank::new(1, 0), Happening::Arrival);
        }
        match self.desk {
            Desk::Free => self.begin(events.now(), events),
            Desk::Busy => self.waiting.push_back(events.now()),
        }
    }

    /// Begins to serve the customer who arrived at an instant.
    fn begin(&mut self, arrived: Instant, events: &mut EventList<Happening>) {
        self.desk = Desk::Busy;
        self.waited += events.now() - arrived;
        let service = self.customers.service.sample(&mut self.services);
        events.schedule(events.now() + service, Rank::new(0, 0), Happening::Departure);
    }

    fn depart(&mut self, events: &mut EventList<Happening>) {
        match self.waiting.pop_front() {
            Some(arrived) => self.begin(arrived, events),
            None => self.desk = Desk::Free,
        }
    }
}

impl Model for Line<'_> {
    type Pending = EventList<Happening>;

    fn handle(&mut self, event: Happening, events: &mut EventList<Happening>) {
        match event {
            Happening::Arrival => self.arrive(events),
            Happening::Departure => self.depart(events),
        }
    }
}
