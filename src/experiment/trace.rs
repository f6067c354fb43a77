//! One replication told event by event.

use std::ops::Range;

use crate::office::{ConservationError, Happening, Plan, Simulator};
use crate::time::Instant;

/// What happened in one replication of a scenario.
#[derive(Debug)]
pub struct Traced {
    pub plan: Plan,
    /// What happened to all whose wish arose within the time asked for, in the order of time.
    pub happenings: Vec<Happening>,
}

/// Plays one replication of a plan, numbered from 0, and tells what happened to all whose wish
/// arose within `wishes`.
///
/// # Errors
/// If applicants and outcomes do not add up.
pub fn trace(
    plan: Plan,
    replication: u64,
    wishes: Range<Instant>,
) -> Result<Traced, ConservationError> {
    let (_, happenings) = Simulator::new(&plan).record(replication, &[], wishes)?;
    Ok(Traced { plan, happenings })
}
