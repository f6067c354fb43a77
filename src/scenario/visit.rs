//! `[visit]`: the day at the office.

use crate::random::Law;
use crate::scenario::law::SignedLaw;
use crate::scenario::payment::Payment;
use crate::scenario::reading::{Reader, Share};
use crate::scenario::stage::Stage;
use crate::time::Span;

/// The day at the office: punctuality, then the stages in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Arrival minus appointed time; may be negative.
    pub punctuality: Law,
    /// Share of those sent home who ask for an appointment again.
    pub comes_back: f64,
    /// A wait in the office that counts as long.
    pub long_wait: Span,
    pub stages: Vec<Stage>,
    /// Paying after the interview; without it a file is paid at once.
    pub payment: Option<Payment>,
}

const LONG_WAIT: Span = Span::from_minutes(30);

impl Default for Visit {
    fn default() -> Self {
        Visit {
            punctuality: Law::Constant(Span::ZERO),
            comes_back: 0.0,
            long_wait: LONG_WAIT,
            stages: Vec::new(),
            payment: None,
        }
    }
}

impl Visit {
    /// Reads `[visit]`; stages and payment come later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Visit> {
        let punctuality = reader.optional::<SignedLaw>("punctuality");
        let comes_back = reader.optional::<Share>("comes_back").map_or(0.0, Share::value);
        let default = Visit::default();
        let punctuality = punctuality.map_or(default.punctuality, |SignedLaw(law)| law);
        let long_wait = reader.or("long_wait", default.long_wait);
        Some(Visit { punctuality, comes_back, long_wait, ..Visit::default() })
    }
}
