//! What an office does for each lane.

use crate::scenario::{Lane, Scenario};
use crate::time::Timetable;

/// Whose files are made first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Before all others, for their processing time is shorter than that of production.
    Express,
    Ordinary,
}

/// What holds for a lane in an office.
#[derive(Clone, Debug)]
pub struct LaneTerms {
    /// Hours in which its people are let in without an appointment, if not all of the office's.
    pub hours: Option<Timetable>,
    /// Its people who are let in without an appointment a day; `None` is no limit.
    pub daily_cap: Option<u32>,
    /// Which lane's count its walk-ins are added to: those without a cap of their own share one.
    pub counter: usize,
    /// Working days that its files take at least.
    pub processing: u32,
    /// Working days within which its passports are promised.
    pub promise: u32,
    pub urgency: Urgency,
}

/// The terms of all lanes, in their order.
pub fn lane_terms(scenario: &Scenario, timetable: &Timetable) -> Vec<LaneTerms> {
    let lanes = &scenario.demand.lanes;
    let shared = lanes.iter().position(|lane| lane.daily_cap.is_none()).unwrap_or(0);
    let of_all = scenario.production.as_ref();
    let (processing, promise) = of_all.map_or((0, 0), |of| (of.processing, of.promise));
    let terms = |(place, lane): (usize, &Lane)| {
        let own = lane.processing.unwrap_or(processing);
        let limit = |cap: u32| (cap < u32::MAX).then_some(cap);
        LaneTerms {
            hours: lane.until.map(|time| timetable.until(time)),
            daily_cap: lane.daily_cap.map_or(scenario.intake.walk_in_cap, limit),
            counter: lane.daily_cap.map_or(shared, |_| place),
            processing: own,
            promise: lane.promise.or(lane.processing).unwrap_or(promise),
            urgency: if own < processing { Urgency::Express } else { Urgency::Ordinary },
        }
    };
    lanes.iter().enumerate().map(terms).collect()
}
