//! HOLD: of so many pending events the first is taken and another scheduled; by the engine's event
//! list, and by its plain twin, the heap of the standard library with the same entries.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use antrean::engine::{EventList, Pending, Rank};
use antrean::random::{Law, Streams};
use antrean::time::{Instant, Span};

/// Holds of one run.
pub const HOLDS: u64 = 1_000;
/// Gaps drawn beforehand, so that their cost is not measured.
const GAPS: u64 = 1 << 16;
const FOREVER: Instant = Instant::from_milliseconds(1 << 54);

/// The engine's event list with some events pending.
pub struct HeldList {
    events: EventList<u64>,
    gaps: Vec<Span>,
    turn: u64,
}

/// The plain twin with the same events pending.
pub struct HeldHeap {
    heap: BinaryHeap<Reverse<Entry>>,
    gaps: Vec<Span>,
    turn: u64,
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

impl HeldList {
    /// So many pending events.
    pub fn new(pending: u64) -> HeldList {
        let gaps = gaps();
        let mut events = EventList::default();
        for event in 0..pending {
            events.schedule(Instant::START + gap(&gaps, event), Rank::new(0, event), event);
        }
        HeldList { events, gaps, turn: 0 }
    }

    /// Holds [`HOLDS`] times; returns the time of the last.
    pub fn hold(&mut self) -> Instant {
        for _ in 0..HOLDS {
            if let Some(event) = self.events.pop_before(FOREVER) {
                self.turn += 1;
                let time = self.events.now() + gap(&self.gaps, self.turn);
                self.events.schedule(time, Rank::new(0, event), event);
            }
        }
        self.events.now()
    }
}

impl HeldHeap {
    /// So many pending events.
    pub fn new(pending: u64) -> HeldHeap {
        let gaps = gaps();
        let of = |event| Entry {
            time: Instant::START + gap(&gaps, event),
            class: 0,
            entity: event,
            number: event as u32,
            event,
        };
        HeldHeap { heap: (0..pending).map(|event| Reverse(of(event))).collect(), gaps, turn: 0 }
    }

    /// Holds [`HOLDS`] times; returns the time of the last.
    pub fn hold(&mut self) -> Instant {
        let mut now = Instant::START;
        for _ in 0..HOLDS {
            if let Some(Reverse(first)) = self.heap.pop() {
                now = first.time;
                self.turn += 1;
                let time = now + gap(&self.gaps, self.turn);
                self.heap.push(Reverse(Entry { time, number: self.turn as u32, ..first }));
            }
        }
        now
    }
}

/// Exponential with a mean of a day: what is pending in an office is mostly due on other days.
fn gaps() -> Vec<Span> {
    let law = Law::exponential(Span::DAY).expect("a positive mean");
    let streams = Streams::new(1, 0);
    (0..GAPS).map(|number| law.sample(&mut streams.stream(number, 0))).collect()
}

fn gap(gaps: &[Span], turn: u64) -> Span {
    gaps[(turn % GAPS) as usize]
}
