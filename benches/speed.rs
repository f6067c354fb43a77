//! Speed: M/M/1 through the engine, one year at Karimun, and a hundred of them on one and two
//! threads.
//!
//! Throughput is printed in elements a second: customers for M/M/1, events for Karimun.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use antrean::engine::{EventList, Model, Rank, play};
use antrean::experiment::{self, Settings};
use antrean::office::{Plan, Simulator, figures};
use antrean::random::{Law, Streams};
use antrean::scenario::Scenario;
use antrean::statistics::Level;
use antrean::time::{Instant, Span};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const CUSTOMERS: u64 = 200_000;

/// M/M/1 at load 0.9 as plainly as the engine allows: one line, one server.
struct Queue {
    streams: Streams,
    gap: Law,
    service: Law,
    arrived: u64,
    waiting: std::collections::VecDeque<Instant>,
    busy: bool,
    waited: Span,
}

#[derive(Clone, Copy, Debug)]
enum Happening {
    Arrival,
    Departure,
}

impl Queue {
    fn new() -> Queue {
        let law = |milliseconds| Law::exponential(Span::from_milliseconds(milliseconds));
        Queue {
            streams: Streams::new(1, 0),
            gap: law(100_000).expect("a positive mean"),
            service: law(90_000).expect("a positive mean"),
            arrived: 0,
            waiting: std::collections::VecDeque::new(),
            busy: false,
            waited: Span::ZERO,
        }
    }

    fn arrive(&mut self, events: &mut EventList<Happening>) {
        self.arrived += 1;
        if self.arrived < CUSTOMERS {
            let gap = self.gap.sample(&mut self.streams.stream(self.arrived, 0));
            events.schedule(events.now() + gap, Rank::new(1, 0), Happening::Arrival);
        }
        self.waiting.push_back(events.now());
        if !self.busy {
            self.serve(events);
        }
    }

    fn serve(&mut self, events: &mut EventList<Happening>) {
        let next = self.waiting.pop_front();
        self.busy = next.is_some();
        if let Some(arrived) = next {
            self.waited += events.now() - arrived;
            let customer = self.arrived - self.waiting.len() as u64;
            let service = self.service.sample(&mut self.streams.stream(customer, 1));
            events.schedule(events.now() + service, Rank::new(0, 0), Happening::Departure);
        }
    }
}

impl Model for Queue {
    type Event = Happening;

    fn handle(&mut self, event: Happening, events: &mut EventList<Happening>) {
        match event {
            Happening::Arrival => self.arrive(events),
            Happening::Departure => self.serve(events),
        }
    }
}

fn mm1(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("M/M/1 through the engine");
    group.throughput(Throughput::Elements(CUSTOMERS));
    group.bench_function("load 0.9, customers", |bencher| {
        bencher.iter(|| {
            let mut queue = Queue::new();
            let mut events = EventList::default();
            events.schedule(Instant::START, Rank::new(1, 0), Happening::Arrival);
            play(&mut queue, &mut events, Instant::from_milliseconds(1 << 50));
            black_box(queue.waited)
        });
    });
}

fn plan(name: &str) -> Plan {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let (scenario, _) = Scenario::load(&folder.join(name), &[]);
    Plan::new(scenario.expect("the shipped scenarios are sound"))
}

fn one_year(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one year at Karimun");
    for name in ["karimun-app.toml", "karimun-kiosk.toml"] {
        let plan = plan(name);
        let figures = figures(&plan);
        let mut simulator = Simulator::new(&plan);
        let events = simulator.replicate(0, &figures).expect("the books balance").events;
        group.throughput(Throughput::Elements(events));
        group.bench_function(format!("{name}, events"), |bencher| {
            bencher.iter(|| black_box(simulator.replicate(1, &figures)));
        });
    }
}

fn hundred_years(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("100 replications of karimun-app.toml");
    group.sample_size(10).measurement_time(Duration::from_secs(15));
    group.throughput(Throughput::Elements(100));
    for threads in [1, 2] {
        group.bench_function(format!("{threads} threads, replications"), |bencher| {
            let settings = Settings { threads, level: Level::NINETY_FIVE };
            bencher.iter(|| experiment::play(vec![plan("karimun-app.toml")], settings, &()));
        });
    }
}

criterion_group!(benches, mm1, one_year, hundred_years);
criterion_main!(benches);
