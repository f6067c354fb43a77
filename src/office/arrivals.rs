//! The wishes of a day: how many families at each origin, and when.

use std::cmp::Reverse;

use crate::office::people::{Cause, RunDay, day_identity, family_identity};
use crate::office::plan::Plan;
use crate::random::{Stream, Streams};
use crate::scenario::Demand;
use crate::time::{Day, Instant, Span};

/// The wish of a family, to be told when it arises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub at: Instant,
    pub identity: u64,
    pub origin: u16,
}

/// Draws the wishes of a day into `wishes`, the last first.
pub fn draw_wishes(plan: &Plan, streams: Streams, day: Day, wishes: &mut Vec<Wish>) {
    let demand = &plan.scenario.demand;
    let families = families_on(plan, day);
    let run_day = RunDay::new(day, plan.measured.start);
    wishes.clear();
    for (origin, index) in demand.origins.iter().zip(0u16..) {
        let mut stream = Cause::DailyCount.stream(streams, day_identity(index, run_day));
        let count = demand.counts.sample(families * origin.share, &mut stream);
        wishes.extend((0..count).map(|number| {
            let identity = family_identity(index, run_day, number);
            let mut stream = Cause::WishTime.stream(streams, identity);
            Wish { at: day.start() + time_of_wish(demand, &mut stream), identity, origin: index }
        }));
    }
    // One packed number is compared faster than a time and then an identity.
    wishes.sort_unstable_by_key(|wish| {
        let time = wish.at.milliseconds() as u64;
        Reverse(u128::from(time) << 64 | u128::from(wish.identity))
    });
}

/// The mean number of families with a wish on a day.
fn families_on(plan: &Plan, day: Day) -> f64 {
    let demand = &plan.scenario.demand;
    let weekday = demand.weekday_factors[plan.calendar().weekday(day)];
    let month = demand.month_factors[plan.calendar().month(day)];
    demand.per_day * weekday * month / demand.mean_family()
}

fn time_of_wish(demand: &Demand, stream: &mut Stream) -> Span {
    let hour = stream.index(&demand.hours) as f64;
    let share = (hour + stream.uniform()) / demand.hours.len() as f64;
    let milliseconds = share * Span::DAY.milliseconds() as f64;
    Span::from_milliseconds(milliseconds as i64)
}
