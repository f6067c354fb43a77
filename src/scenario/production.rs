//! `[production]` and `[collection]`: making the passport, and fetching it.

use crate::random::Law;
use crate::scenario::outage::{Overtime, ProductionOutage};
use crate::scenario::reading::{Findings, Limit, Node, Read, Reader, Share, WorkingDays, choice};
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
    /// From the end of an outage until no due file waits.
    pub overtime: Option<Overtime>,
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

/// Longer times are a slip in a unit.
pub const MOST_WORKING_DAYS: u32 = 1_000;

impl Production {
    /// Reads `[production]`; the collection comes later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Production> {
        let per_week = reader.required::<Limit>("per_week");
        let WorkingDays(processing) = reader.or("processing", WorkingDays(0));
        let WorkingDays(promise) = reader.or("promise", WorkingDays(processing));
        let runs = reader.or("runs", Runs::default());
        let outage = reader.optional::<ProductionOutage>("outage");
        let overtime = reader.optional::<Overtime>("overtime").filter(|overtime| 0.0 < overtime.by);
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
            overtime,
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
