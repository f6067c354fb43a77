//! `[production]`, `[collection]` and `[start]`: making the passport, fetching it, and today's
//! backlog.

use crate::random::Law;
use crate::scenario::outage::ProductionOutage;
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
    pub outage: Option<ProductionOutage>,
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

const MOST_WORKING_DAYS: u32 = 1_000;
/// People booked on a day, and files, at the start: more are a slip of the finger.
const MOST_AT_START: u32 = 1_000_000;

impl Production {
    /// Reads `[production]`; the collection comes later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Production> {
        let per_week = reader.required::<Limit>("per_week");
        let WorkingDays(processing) = reader.or("processing", WorkingDays(0));
        let WorkingDays(promise) = reader.or("promise", WorkingDays(processing));
        let runs = reader.or("runs", Runs::default());
        let outage = reader.optional::<ProductionOutage>("outage");
        for (key, days) in [("processing", processing), ("promise", promise)] {
            if MOST_WORKING_DAYS < days {
                reader.refuse(key, "must be at most 1000 working days", "");
            }
        }
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
            outage,
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
        let booked = reader.or("booked", Vec::<Count<0, MOST_AT_START>>::new());
        let booked: Vec<u32> = booked.into_iter().map(Count::value).collect();
        if u64::from(MOST_AT_START) < booked.iter().map(|people| u64::from(*people)).sum() {
            reader.refuse("booked", "must add up to at most 1,000,000 people", "");
        }
        let backlog = reader.optional::<Count<0, MOST_AT_START>>("backlog").map_or(0, Count::value);
        Some(StartingState { booked, backlog })
    }
}
