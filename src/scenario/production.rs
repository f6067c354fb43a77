//! `[production]`, `[collection]` and `[start]`: making the passport, fetching it, and today's
//! backlog.

use crate::random::Law;
use crate::scenario::reading::{
    Count, Findings, Limit, Node, Read, Reader, Share, WorkingDays, choice,
};
use crate::time::Span;

/// Making the passport.
#[derive(Clone, Debug, PartialEq)]
pub struct Production {
    /// Passports in a week of all its ordinary working days; `None` is no limit.
    pub per_week: Option<u32>,
    /// Working days that a file takes at least; the day after the interview is 1.
    pub processing: u32,
    /// Working days within which a passport is promised.
    pub promise: u32,
    pub runs: Runs,
    pub collection: Option<Collection>,
}

/// When the week's capacity is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Runs {
    /// An even portion at the end of every working day.
    #[default]
    Daily,
    /// All at the end of the last working day of the week.
    Weekly,
}

/// Fetching the passport.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// Time from ready to the trip.
    pub delay: Law,
    /// Share that is never fetched.
    pub never: f64,
}

/// The state of the office on the first day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartingState {
    /// People booked on the first, second, ... working day.
    pub booked: Vec<u32>,
    /// Files that wait for production.
    pub backlog: u32,
}

impl Production {
    /// Reads `[production]`; the collection comes later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Production> {
        let per_week = reader.required::<Limit>("per_week");
        let WorkingDays(processing) = reader.or("processing", WorkingDays(0));
        let WorkingDays(promise) = reader.or("promise", WorkingDays(processing));
        let runs = reader.or("runs", Runs::default());
        if promise < processing {
            reader.doubtful(
                "promise",
                "the promise is shorter than the processing time: no passport can be in time",
                "it counts working days, the day after the interview being 1",
            );
        }
        Some(Production {
            per_week: per_week?.value(),
            processing,
            promise,
            runs,
            collection: None,
        })
    }
}

impl Read for Runs {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &[("daily", Runs::Daily), ("weekly", Runs::Weekly)])
    }
}

impl Collection {
    /// Reads `[collection]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Collection> {
        let delay = reader.or("delay", Law::Constant(Span::ZERO));
        let never = reader.optional::<Share>("never").map_or(0.0, Share::value);
        Some(Collection { delay, never })
    }
}

impl StartingState {
    /// Reads `[start]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<StartingState> {
        let booked = reader.or("booked", Vec::<Count>::new());
        let backlog = reader.optional::<Count>("backlog").map_or(0, Count::value);
        Some(StartingState { booked: booked.into_iter().map(Count::value).collect(), backlog })
    }
}
