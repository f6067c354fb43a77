//! When in the week stations are busy.

use crate::office::{Plan, Replication, Week};
use crate::time::Day;

/// How busy a station is hour by hour, over the replications whose days are kept.
#[derive(Clone, Debug)]
pub struct StationWeek {
    /// Its place among the stations of the plan.
    pub station: usize,
    /// By weekday from Monday on, and by hour from midnight on; none where it is not open.
    pub hours: [[Option<BusyHour>; 24]; 7],
}

/// An hour of the week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BusyHour {
    /// The share of the time of its servers in which they serve, 0 to 1.
    pub share: f64,
    /// Hours that its servers are there, and that they serve, in a replication.
    pub open: f64,
    pub busy: f64,
}

const MILLISECONDS: f64 = 3_600_000.0;

/// The stations for which it was noted, in the order of the plan.
pub fn station_weeks(plan: &Plan, replications: &[Replication]) -> Vec<StationWeek> {
    let noted = (0..plan.stations.len()).filter(|station| plan.stations[*station].by_hour);
    noted
        .enumerate()
        .filter_map(|(place, station)| {
            let weeks = replications.iter().filter_map(|run| run.weeks.get(place)).collect();
            station_week(plan, station, weeks)
        })
        .collect()
}

/// None where it is never open.
fn station_week(plan: &Plan, station: usize, weeks: Vec<&Week>) -> Option<StationWeek> {
    let number = weeks.len() as f64;
    let first = plan.calendar().weekday(Day(0));
    let hours = |weekday: usize, hour: usize| {
        let place = (weekday + 7 - first) % 7 * 24 + hour;
        let sum = |of: fn(&Week) -> &[i64; Week::HOURS]| {
            weeks.iter().map(|week| of(week)[place]).sum::<i64>() as f64
        };
        let (open, busy) = (sum(|week| &week.open), sum(|week| &week.busy));
        (0.0 < open).then(|| BusyHour {
            share: busy / open,
            open: open / number / MILLISECONDS,
            busy: busy / number / MILLISECONDS,
        })
    };
    let hours: [[Option<BusyHour>; 24]; 7] =
        std::array::from_fn(|weekday| std::array::from_fn(|hour| hours(weekday, hour)));
    let is_open = hours.iter().flatten().any(Option::is_some);
    is_open.then_some(StationWeek { station, hours })
}
