//! HOLD: of so many pending events the first is taken and another scheduled, beside the heap of the
//! standard library with the same entries.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use antrean::engine::{EventList, Rank};
use antrean::random::{Law, Streams};
use antrean::time::{Instant, Span};

use crate::bench::{Bench, Effort, Subject};
use crate::words::thousands;

const PENDING: [u64; 4] = [10, 1_000, 100_000, 1_000_000];
/// Holds of one run.
const HOLDS: u64 = 1_000;
/// Gaps drawn beforehand, so that their cost is not measured.
const GAPS: u64 = 1 << 16;
const FOREVER: Instant = Instant::from_milliseconds(1 << 54);

/// Measures both lists at all numbers of pending events.
pub fn measure(bench: &mut Bench) {
    let gaps = gaps();
    for pending in PENDING {
        let names = [format!("event list, {} pending", thousands(pending)), twin(pending)];
        let subject = |name: &str| Subject::new(name, "event", HOLDS);
        let mut heap = fill_heap(pending, &gaps);
        let mut turn = 0;
        bench.measure(subject(&names[1]), Effort::Short, || hold_heap(&mut heap, &gaps, &mut turn));
        drop(heap);
        let mut events = fill_list(pending, &gaps);
        let mut turn = 0;
        let subject = subject(&names[0]).beside(&names[1]);
        bench.measure(subject, Effort::Short, || hold_list(&mut events, &gaps, &mut turn));
    }
}

fn twin(pending: u64) -> String {
    format!("BinaryHeap, {} pending", thousands(pending))
}

/// Exponential with a mean of a day: what is pending in an office is mostly due on other days.
fn gaps() -> Vec<Span> {
    let law = Law::exponential(Span::DAY).expect("a positive mean");
    let streams = Streams::new(1, 0);
    (0..GAPS).map(|number| law.sample(&mut streams.stream(number, 0))).collect()
}

/// An entry of the standard heap: the same order, in fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    time: Instant,
    class: u8,
    entity: u64,
    number: u32,
    event: u64,
}

type Heap = BinaryHeap<Reverse<Entry>>;

fn fill_heap(pending: u64, gaps: &[Span]) -> Heap {
    let of = |event| Entry {
        time: Instant::START + gap(gaps, event),
        class: 0,
        entity: event,
        number: event as u32,
        event,
    };
    (0..pending).map(|event| Reverse(of(event))).collect()
}

fn hold_heap(heap: &mut Heap, gaps: &[Span], turn: &mut u64) {
    for _ in 0..HOLDS {
        if let Some(Reverse(first)) = heap.pop() {
            *turn += 1;
            let time = first.time + gap(gaps, *turn);
            heap.push(Reverse(Entry { time, number: *turn as u32, ..first }));
        }
    }
}

fn fill_list(pending: u64, gaps: &[Span]) -> EventList<u64> {
    let mut events = EventList::default();
    for event in 0..pending {
        events.schedule(Instant::START + gap(gaps, event), Rank::new(0, event), event);
    }
    events
}

fn hold_list(events: &mut EventList<u64>, gaps: &[Span], turn: &mut u64) {
    for _ in 0..HOLDS {
        if let Some(event) = events.pop_before(FOREVER) {
            *turn += 1;
            events.schedule(events.now() + gap(gaps, *turn), Rank::new(0, event), event);
        }
    }
}

fn gap(gaps: &[Span], turn: u64) -> Span {
    gaps[(turn % GAPS) as usize]
}
