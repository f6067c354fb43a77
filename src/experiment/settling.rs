//! Whether the warm-up is long enough: the daily series, averaged over the replications, with the
//! days before the start.
//!
//! Nothing is left out by it: a planner states the warm-up, and is told if it is too short.

use crate::experiment::series::{SERIES, Series};
use crate::office::{Plan, Replication};
use crate::statistics::warm_up::{moving_average, mser5};
use crate::time::{Date, Day};

/// The daily series of a run with a warm-up, from its first day on.
#[derive(Debug)]
pub struct Settling {
    /// The first measured day.
    pub start: Date,
    pub series: Vec<SettlingSeries>,
}

/// A series from the first day of the warm-up to the last measured day.
#[derive(Debug)]
pub struct SettlingSeries {
    pub series: &'static Series,
    /// The mean over the replications on each day that has one, in the unit of the series.
    pub days: Vec<(Date, f64)>,
    /// Welch's moving average over the days that have a mean, for the eye.
    pub smooth: Vec<(Date, f64)>,
    pub settled: Settled,
}

/// Since when a series has been in its stride, after MSER-5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    Since(Date),
    /// It lies in the second half of what was played: the series has a trend or seasons.
    NotFound,
    /// Too few replications or days to say.
    TooFew,
}

/// The series that a warm-up is to fill.
const WATCHED: [&str; 3] = ["backlog", "booked_ahead", "lead_time"];
/// A mean over fewer replications is too noisy.
const FEWEST_REPLICATIONS: usize = 5;
/// Days with a mean on either side that the moving average takes in: two working weeks.
const WINDOW: usize = 10;
/// Values of a batch of MSER-5, which needs as many batches.
const BATCH: usize = 5;
const FEWEST_DAYS: usize = BATCH * BATCH;

impl Settling {
    /// The daily series of a run; none without a warm-up.
    pub fn new(plan: &Plan, replications: &[Replication]) -> Option<Settling> {
        if plan.scenario.run.warm_up_days == 0 {
            return None;
        }
        let watched = SERIES.iter().filter(|series| WATCHED.contains(&series.name));
        let series = watched.map(|series| SettlingSeries::new(series, plan, replications));
        let moves = |of: &SettlingSeries| of.days.iter().any(|(_, value)| 0.0 < *value);
        Some(Settling { start: plan.scenario.run.start, series: series.filter(moves).collect() })
    }

    /// The series for which the warm-up is too short, each with the day from which it settles.
    ///
    /// MSER-5 leaves out whole batches of days: one that begins within the warm-up is no reason.
    pub fn late(&self) -> impl Iterator<Item = (&SettlingSeries, Date)> {
        self.series.iter().filter_map(|of| {
            let Settled::Since(date) = of.settled else { return None };
            let left_out = of.days.iter().filter(|(day, _)| *day < date).count();
            let stated = of.days.iter().filter(|(day, _)| *day < self.start).count();
            (stated.next_multiple_of(BATCH) < left_out).then_some((of, date))
        })
    }
}

impl SettlingSeries {
    fn new(series: &'static Series, plan: &Plan, replications: &[Replication]) -> Self {
        let days: Vec<(Date, f64)> = (plan.first.0..plan.measured.end.0)
            .filter_map(|day| {
                let mean = series.mean(plan, replications, Day(day))?;
                Some((plan.calendar().date(Day(day)), mean))
            })
            .collect();
        let values: Vec<f64> = days.iter().map(|(_, value)| *value).collect();
        let smooth = moving_average(&values, WINDOW.min(values.len() / 4));
        let smooth = days.iter().zip(smooth).map(|((date, _), value)| (*date, value)).collect();
        let with_days = replications.iter().filter(|run| !run.days.is_empty()).count();
        let settled = match mser5(&values) {
            _ if with_days < FEWEST_REPLICATIONS || values.len() < FEWEST_DAYS => Settled::TooFew,
            None => Settled::NotFound,
            Some(warm_up) => Settled::Since(days[warm_up.values].0),
        };
        SettlingSeries { series, days, smooth, settled }
    }
}

#[cfg(test)]
mod tests {
    use super::{SERIES, Settled, Settling, SettlingSeries};
    use crate::time::{Date, dates_from};

    fn settling(warm_up: usize, left_out: usize) -> Settling {
        let dates: Vec<Date> = dates_from(Date::constant(2026, 1, 1)).take(100).collect();
        let series = SettlingSeries {
            series: &SERIES[0],
            days: dates.iter().map(|date| (*date, 1.0)).collect(),
            smooth: Vec::new(),
            settled: Settled::Since(dates[left_out]),
        };
        Settling { start: dates[warm_up], series: vec![series] }
    }

    #[test]
    fn a_batch_that_begins_within_the_warm_up_is_no_reason() {
        assert_eq!(settling(20, 20).late().count(), 0);
        assert_eq!(settling(20, 25).late().count(), 1);
        assert_eq!(settling(21, 25).late().count(), 0);
        assert_eq!(settling(40, 5).late().count(), 0);
    }
}
