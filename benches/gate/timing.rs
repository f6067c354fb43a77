//! Times beside a plain twin, in turn in one process.

use std::hint::black_box;

use cpu_time::ProcessTime;

use crate::hold::{HeldHeap, HeldList};
use crate::limits::{Limits, Row};
use crate::line::Customers;

const CUSTOMERS: u64 = 50_000;
/// Rounds before the first judgement, and at most: a machine may be busy with something else.
const ROUNDS: u32 = 40;
const MOST_ROUNDS: u32 = 400;
/// Runs of a round that last microseconds.
const HOLDS_A_ROUND: u32 = 50;

/// Something tuned and its plain twin.
pub struct Case {
    name: &'static str,
    twin: &'static str,
    works: fn() -> Works,
}

/// One round of what is tuned, and of its twin.
struct Works {
    tuned: Box<dyn FnMut()>,
    twin: Box<dyn FnMut()>,
}

/// All that has a twin.
pub const CASES: [Case; 4] = [
    Case { name: "event list, 10 pending", twin: "time of BinaryHeap", works: || hold(10) },
    Case { name: "event list, 1,000 pending", twin: "time of BinaryHeap", works: || hold(1_000) },
    Case {
        name: "event list, 100,000 pending",
        twin: "time of BinaryHeap",
        works: || hold(100_000),
    },
    Case { name: "M/M/1 through the engine", twin: "time of Lindley's recursion", works: line },
];

fn hold(pending: u64) -> Works {
    let (mut list, mut heap) = (HeldList::new(pending), HeldHeap::new(pending));
    Works {
        tuned: Box::new(move || (0..HOLDS_A_ROUND).for_each(|_| _ = black_box(list.hold()))),
        twin: Box::new(move || (0..HOLDS_A_ROUND).for_each(|_| _ = black_box(heap.hold()))),
    }
}

fn line() -> Works {
    let customers = Customers::new(CUSTOMERS, 1);
    let same = customers.clone();
    Works {
        tuned: Box::new(move || _ = black_box(customers.wait_by_events())),
        twin: Box::new(move || _ = black_box(same.wait_by_hand())),
    }
}

impl Case {
    /// The least time of some rounds over the twin's least; more rounds while it does not hold.
    pub fn measure(&self, limits: &Limits) -> Row {
        let mut works = (self.works)();
        let (mut tuned, mut twin) = (f64::INFINITY, f64::INFINITY);
        let recorded = limits.time(self.name);
        let mut row = Row { name: self.name, of: self.twin, measured: f64::INFINITY, recorded };
        for round in 1..=MOST_ROUNDS {
            tuned = tuned.min(seconds(&mut works.tuned));
            twin = twin.min(seconds(&mut works.twin));
            row.measured = tuned / twin;
            if ROUNDS <= round && row.holds() {
                break;
            }
        }
        row
    }
}

fn seconds(work: &mut dyn FnMut()) -> f64 {
    let begun = ProcessTime::now();
    work();
    begun.elapsed().as_secs_f64()
}
