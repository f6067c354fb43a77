//! Series by day: a value for every measured day, with its bands over the replications.

use crate::office::{Daily, Plan, Replication, Unit};
use crate::statistics::quantile_type7;
use crate::time::{Date, Day};

/// A column of the series file, as declared.
#[derive(Debug)]
pub struct Series {
    pub name: &'static str,
    pub title: &'static str,
    pub unit: Unit,
    column: Daily,
    per: Per,
    days: Days,
}

/// Series by day are over so many replications at most: their bands do not get any clearer with
/// more, and the days of all would fill the memory.
pub const SERIES_REPLICATIONS: u64 = 1_000;

/// What a column is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Per {
    One,
    /// The offices of the run.
    Office,
    /// Another column, on days where that is not 0.
    Column(Daily),
}

/// The days on which a series has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Days {
    All,
    Working,
    /// All days of a run with a cut-over.
    OfCutOver,
}

/// Mean and bands of a series on one day; absent where no replication has a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    pub mean: f64,
    pub p05: f64,
    pub p25: f64,
    pub median: f64,
    pub p75: f64,
    pub p95: f64,
}

/// A series over the measured days.
#[derive(Debug)]
pub struct SeriesResult {
    pub series: &'static Series,
    pub days: Vec<(Date, Option<Band>)>,
}

const fn total(name: &'static str, title: &'static str, unit: Unit, column: Daily) -> Series {
    Series { name, title, unit, column, per: Per::One, days: Days::All }
}

const fn working(name: &'static str, title: &'static str, unit: Unit, column: Daily) -> Series {
    Series { name, title, unit, column, per: Per::One, days: Days::Working }
}

const fn by_channel(name: &'static str, title: &'static str, column: Daily) -> Series {
    Series { name, title, unit: Unit::People, column, per: Per::One, days: Days::OfCutOver }
}

/// All series, in the order of the file.
pub static SERIES: &[Series] = &[
    total("wishes", "people who want a passport", Unit::People, Daily::Wishes),
    total("booked", "appointments booked", Unit::People, Daily::Booked),
    total(
        "refused_by_book",
        "requests that found the book full",
        Unit::People,
        Daily::RefusedByBook,
    ),
    Series {
        name: "lead_time",
        title: "lead time of the appointments booked that day",
        unit: Unit::WorkingDays,
        column: Daily::LeadWorkingDays,
        per: Per::Column(Daily::Booked),
        days: Days::All,
    },
    Series {
        name: "third_available",
        title: "third next available appointment",
        unit: Unit::WorkingDays,
        column: Daily::ThirdAvailable,
        per: Per::Office,
        days: Days::Working,
    },
    working("booked_ahead", "people in the book", Unit::People, Daily::BookedAhead),
    working("quota", "appointments offered", Unit::People, Daily::Quota),
    working("due", "appointments booked for the day", Unit::People, Daily::Due),
    working("attended", "people who came", Unit::People, Daily::Attended),
    working("walk_ins", "people who came without appointment", Unit::People, Daily::WalkIns),
    working("completed", "visits completed", Unit::People, Daily::Completed),
    working("produced", "passports produced", Unit::Passports, Daily::Produced),
    Series {
        name: "produced_within_promise",
        title: "produced within the promise",
        unit: Unit::Share,
        column: Daily::ProducedWithinPromise,
        per: Per::Column(Daily::Produced),
        days: Days::Working,
    },
    working("backlog", "production backlog", Unit::Passports, Daily::Backlog),
    by_channel("by_kiosk", "people who go by kiosk", Daily::ByKiosk),
    by_channel("by_app", "people who go by app", Daily::ByApp),
    by_channel("by_walk_in", "people who go by walk-in", Daily::ByWalkIn),
    by_channel("by_outreach", "people served by a team that comes to them", Daily::ByOutreach),
];

impl Series {
    /// The series of a plan over its replications.
    pub fn read(&'static self, plan: &Plan, replications: &[Replication]) -> SeriesResult {
        let band = |(day, date): (Day, Date)| {
            let shown = match self.days {
                Days::All => true,
                Days::Working => plan.calendar().is_working(day),
                Days::OfCutOver => !plan.scenario.intake.cut_overs.is_empty(),
            };
            let values = replications.iter().filter_map(|run| self.value(plan, run, day));
            (date, if shown { Band::of(values.collect()) } else { None })
        };
        SeriesResult { series: self, days: plan.measured_dates().map(band).collect() }
    }

    /// The mean over the replications on a day, be it of the warm-up, in the unit of the series;
    /// none where it has no value in half of those whose days are kept.
    pub fn mean(&self, plan: &Plan, replications: &[Replication], day: Day) -> Option<f64> {
        if self.days == Days::Working && !plan.calendar().is_working(day) {
            return None;
        }
        let values = replications.iter().filter_map(|run| self.value(plan, run, day));
        let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
        let kept = replications.iter().filter(|run| !run.days.is_empty()).count();
        (0 < count && kept <= 2 * count).then(|| sum / count as f64)
    }

    fn value(&self, plan: &Plan, replication: &Replication, day: Day) -> Option<f64> {
        let record = match day.index().checked_sub(plan.measured.start.index()) {
            Some(place) => replication.days.get(place)?,
            None => replication.warm_up.get(day.index() - plan.first.index())?,
        };
        let value = f64::from(record[self.column as usize]);
        match self.per {
            Per::One => Some(value),
            Per::Office => Some(value / plan.offices.len() as f64),
            Per::Column(column) => {
                let divisor = f64::from(record[column as usize]);
                (0.0 < divisor).then(|| value / divisor)
            }
        }
    }
}

impl Band {
    /// Mean and quantiles (type 7) of the replications' values; `None` of none.
    fn of(mut values: Vec<f64>) -> Option<Band> {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.sort_by(f64::total_cmp);
        let quantile = |probability| quantile_type7(&values, probability);
        Some(Band {
            mean,
            p05: quantile(0.05)?,
            p25: quantile(0.25)?,
            median: quantile(0.5)?,
            p75: quantile(0.75)?,
            p95: quantile(0.95)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Band;

    #[test]
    fn a_band_is_in_order_and_absent_of_nothing() {
        let band = Band::of((0..=100).rev().map(f64::from).collect()).expect("values");
        assert_eq!((band.p05, band.p25, band.median), (5.0, 25.0, 50.0));
        assert_eq!((band.p75, band.p95, band.mean), (75.0, 95.0, 50.0));
        assert_eq!(Band::of(Vec::new()), None);
    }
}
