//! M/M/1 at load 0.9 through the engine, beside a loop without an event list.

use crate::bench::{Bench, Effort, Subject};
use crate::line::Customers;

const CUSTOMERS: u64 = 200_000;
const BY_HAND: &str = "M/M/1 by Lindley's recursion";

/// Measures both on the same customers, who must wait the same.
pub fn measure(bench: &mut Bench) {
    let customers = Customers::new(CUSTOMERS, 1);
    assert_eq!(customers.wait_by_events(), customers.wait_by_hand(), "the same waits");
    let subject = |name| Subject::new(name, "customer", CUSTOMERS);
    bench.measure(subject(BY_HAND), Effort::Short, || customers.wait_by_hand());
    let subject = subject("M/M/1 through the engine").beside(BY_HAND);
    bench.measure(subject, Effort::Short, || customers.wait_by_events());
}
