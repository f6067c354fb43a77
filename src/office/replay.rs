//! The wishes of a day as data have them, replayed as they are or drawn by whole weeks.

use crate::office::arrivals::{Wish, family_size, time_of_wish};
use crate::office::people::{Cause, RunDay, day_identity, family_identity};
use crate::office::plan::Plan;
use crate::random::Streams;
use crate::scenario::{Group, Origin, Recorded};
use crate::time::{Date, Day, shifted};

/// Stands for the origin in the identities of weeks, and of families whose origin is not known yet.
const DATA: u16 = u16::MAX / 2;

/// The families of one day.
struct Families<'a> {
    plan: &'a Plan,
    streams: Streams,
    day: Day,
    /// Families so far, and those of each origin.
    all: u32,
    by_origin: Vec<u32>,
}

/// Appends the wishes of a day in the order of the data.
///
/// A family is named by its origin, its day in the run and its number there, so that scenarios with
/// the same data meet the same people.
pub fn replay(
    (plan, recorded): (&Plan, &Recorded),
    streams: Streams,
    day: Day,
    wishes: &mut Vec<Wish>,
) {
    let by_origin = vec![0; plan.scenario.demand.origins.len()];
    let mut families = Families { plan, streams, day, all: 0, by_origin };
    for group in recorded.on(source((plan, recorded), streams, day)) {
        families.append(group, wishes);
    }
}

/// The date whose data a day has: its own, or the same weekday of a week that is drawn.
fn source((plan, recorded): (&Plan, &Recorded), streams: Streams, day: Day) -> Date {
    if recorded.weeks.is_empty() {
        return plan.calendar().date(day);
    }
    let weekday = plan.calendar().weekday(day) as u32;
    // The first day that is played has a week before it.
    let monday = RunDay::new(Day(day.0 - weekday), plan.measured.start);
    let mut stream = Cause::DailyCount.stream(streams, day_identity(DATA, monday));
    let week = (stream.uniform() * recorded.weeks.len() as f64) as usize;
    let week = recorded.weeks[week.min(recorded.weeks.len() - 1)];
    shifted(week, i64::from(weekday))
}

impl Families<'_> {
    /// Appends a family with its time, or families until all people of a row are in one.
    fn append(&mut self, group: &Group, wishes: &mut Vec<Wish>) {
        if group.time.is_some() {
            let family = self.family(group);
            let size = group.people.map(|people| people as u8);
            return wishes.push(Wish { size, ..family });
        }
        let mut left = group.people.unwrap_or(0);
        while 0 < left {
            let family = self.family(group);
            let demand = &self.plan.scenario.demand;
            let size = u32::from(family_size(demand, self.streams, family.identity)).min(left);
            left -= size;
            wishes.push(Wish { size: Some(size as u8), ..family });
        }
    }

    /// The next family, of a size that is not known yet.
    fn family(&mut self, group: &Group) -> Wish {
        let demand = &self.plan.scenario.demand;
        let run_day = RunDay::new(self.day, self.plan.measured.start);
        let origin = group.origin.unwrap_or_else(|| {
            let anybody = family_identity(DATA, run_day, self.all);
            place(Cause::StartingOrigin.stream(self.streams, anybody).uniform(), &demand.origins)
        });
        let number = &mut self.by_origin[usize::from(origin)];
        let identity = family_identity(origin, run_day, *number);
        *number += 1;
        self.all += 1;
        let drawn = || time_of_wish(demand, &mut Cause::WishTime.stream(self.streams, identity));
        let at = match group.time {
            Some(time) => self.day.at(time),
            None => self.day.start() + drawn(),
        };
        Wish { at, identity, origin, size: None, lane: group.lane }
    }
}

/// The origin in whose share a point from 0 to 1 lies; the last where rounding leaves it beyond.
fn place(point: f64, origins: &[Origin]) -> u16 {
    let mut edge = 0.0;
    let reached = |origin: &Origin| {
        edge += origin.share;
        point < edge
    };
    let last = origins.iter().rposition(|origin| 0.0 < origin.share).unwrap_or(0);
    origins.iter().position(reached).unwrap_or(last) as u16
}
