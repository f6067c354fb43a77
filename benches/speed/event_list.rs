//! HOLD on the event list, beside the heap of the standard library.

use crate::bench::{Bench, Effort, Subject};
use crate::hold::{HOLDS, HeldHeap, HeldList};
use crate::words::thousands;

const PENDING: [u64; 4] = [10, 1_000, 100_000, 1_000_000];

/// Measures both lists at all numbers of pending events.
pub fn measure(bench: &mut Bench) {
    for pending in PENDING {
        let (name, twin) = (
            format!("event list, {} pending", thousands(pending)),
            format!("BinaryHeap, {} pending", thousands(pending)),
        );
        let subject = |name: &str| Subject::new(name, "event", HOLDS);
        let mut heap = HeldHeap::new(pending);
        bench.measure(subject(&twin), Effort::Short, || heap.hold());
        drop(heap);
        let mut list = HeldList::new(pending);
        bench.measure(subject(&name).beside(&twin), Effort::Short, || list.hold());
    }
}
