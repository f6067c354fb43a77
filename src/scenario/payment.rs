//! `[payment]`: paying for the passport after the interview, before its production begins.

use crate::random::Law;
use crate::scenario::reading::{Reader, Share};
use crate::time::Span;

/// Paying after the interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Payment {
    /// Time from the end of the interview until it is paid.
    pub delay: Law,
    /// Share that never pays.
    pub never: f64,
    /// Time after which nobody can pay any more.
    pub within: Option<Span>,
}

impl Payment {
    /// Reads `[payment]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Payment> {
        let delay = reader.or("delay", Law::Constant(Span::ZERO));
        let never = reader.optional::<Share>("never").map_or(0.0, Share::value);
        let within = reader.optional::<Span>("within");
        if within.is_some_and(|within| within < delay.mean()) {
            let message = "is shorter than the mean delay: many files lapse";
            reader.doubtful("within", message, "");
        }
        Some(Payment { delay, never, within })
    }
}
