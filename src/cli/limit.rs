//! What is too large to begin with.

use crate::experiment::Size;
use crate::report::language::{about, thousands, within};
use crate::scenario::Language;

/// More events than this are probably a slip in a unit: some hours of work.
const MOST_EVENTS: f64 = 2e11;
/// More memory than this, in bytes, is refused.
const MOST_MEMORY: f64 = 8e9;

/// Why an experiment is refused before it runs, with its estimated size.
pub fn too_large(size: &Size) -> Option<String> {
    (MOST_EVENTS < size.events || MOST_MEMORY < size.memory).then(|| {
        let [applicants, events, memory] = [size.applicants, size.events, size.memory].map(number);
        format!(
            "this is about {applicants} applicants, {events} events and {memory} bytes of memory \
             in {} replications; check `demand` and the replications, or play it all the same \
             with --no-limit",
            within(Language::English, || thousands(size.replications))
        )
    })
}

/// A number in an error, which is English.
fn number(amount: f64) -> String {
    within(Language::English, || about(amount))
}

/// Memory that an event of a log takes while it is written, in bytes.
const BYTES_AN_EVENT: f64 = 2_000.0;

/// Why a log is refused before anything is played: of all events this share is told.
pub fn too_long(size: &Size, share: f64) -> Option<String> {
    let (events, memory) = (size.events * share, size.events * share * BYTES_AN_EVENT);
    (MOST_EVENTS < size.events || MOST_MEMORY < memory.max(size.memory)).then(|| {
        let [events, memory] = [events, memory].map(number);
        format!(
            "this is a log of about {events} events, which takes {memory} bytes of memory; \
             narrow it with --from and --until, or write it all the same with --no-limit"
        )
    })
}
