//! The wishes of a day: how many families at each origin, and when.

use crate::office::in_order::Timed;
use crate::office::people::{Cause, LARGEST_FAMILY, RunDay, day_identity, family_identity};
use crate::office::plan::Plan;
use crate::office::replay::replay;
use crate::random::{Stream, Streams};
use crate::scenario::{Demand, LaneId};
use crate::time::{Day, Instant, Span};

/// The wish of a family, to be told when it arises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub at: Instant,
    pub identity: u64,
    pub origin: u16,
    /// People of the family, and their lane; where data do not say they are drawn.
    pub size: Option<u8>,
    pub lane: Option<LaneId>,
}

impl Timed for Wish {
    fn at(&self) -> Instant {
        self.at
    }

    fn identity(&self) -> u64 {
        self.identity
    }
}

/// Draws the wishes of a day into an empty list, or takes them from data, in no order.
pub fn draw_wishes(plan: &Plan, streams: Streams, day: Day, wishes: &mut Vec<Wish>) {
    match &plan.scenario.demand.recorded {
        Some(recorded) => replay((plan, recorded), streams, day, wishes),
        None => draw_families(plan, streams, day, wishes),
    }
}

fn draw_families(plan: &Plan, streams: Streams, day: Day, wishes: &mut Vec<Wish>) {
    let demand = &plan.scenario.demand;
    let families = families_on(plan, day);
    let run_day = RunDay::new(day, plan.measured.start);
    for (origin, index) in demand.origins.iter().zip(0u16..) {
        let mut stream = Cause::DailyCount.stream(streams, day_identity(index, run_day));
        let count = demand.counts.sample(families * origin.share, &mut stream);
        wishes.extend((0..count).map(|number| {
            let identity = family_identity(index, run_day, number);
            let mut stream = Cause::WishTime.stream(streams, identity);
            let at = day.start() + time_of_wish(demand, &mut stream);
            Wish { at, identity, origin: index, size: None, lane: None }
        }));
    }
}

/// The people of a family.
pub fn family_size(demand: &Demand, streams: Streams, identity: u64) -> u8 {
    let drawn = Cause::FamilySize.stream(streams, identity).index(&demand.family_sizes);
    drawn.min(LARGEST_FAMILY - 1) as u8 + 1
}

/// The mean number of families with a wish on a day.
fn families_on(plan: &Plan, day: Day) -> f64 {
    let demand = &plan.scenario.demand;
    let weekday = demand.weekday_factors[plan.calendar().weekday(day)];
    let month = demand.month_factors[plan.calendar().month(day)];
    demand.per_day * weekday * month / demand.mean_family()
}

/// When on a day a wish arises, by the weights of the hours.
#[inline]
pub fn time_of_wish(demand: &Demand, stream: &mut Stream) -> Span {
    let hour = stream.index(&demand.hours) as f64;
    let share = (hour + stream.uniform()) / demand.hours.len() as f64;
    let milliseconds = share * Span::DAY.milliseconds() as f64;
    Span::from_milliseconds(milliseconds as i64)
}
