//! How figures are read out of counts, histograms and the use of stations.

use crate::office::ledger::Daily;
use crate::office::measure::Evidence;
use crate::office::tally::{Item, Outcome, Tally};
use crate::statistics::{DayHistogram, DurationHistogram, Observation};
use crate::time::Span;

/// For durations in minutes.
pub const MILLISECONDS_PER_MINUTE: f64 = 60_000.0;
/// For durations in hours.
pub const MILLISECONDS_PER_HOUR: f64 = 3_600_000.0;

/// A plain count.
pub fn count(tally: &Tally, item: Item) -> Observation {
    Observation::value(tally[item] as f64)
}

/// The share of all applicants that ended this way.
pub fn ended(tally: &Tally, outcome: Outcome) -> Observation {
    Observation { numerator: tally[outcome] as f64, denominator: tally[Item::Wishes] as f64 }
}

/// One item for each of another.
pub fn ratio(tally: &Tally, item: Item, of: Item) -> Observation {
    Observation { numerator: tally[item] as f64, denominator: tally[of] as f64 }
}

/// The same in a larger unit.
pub fn scaled(observation: Observation, unit: f64) -> Observation {
    Observation { numerator: observation.numerator / unit, ..observation }
}

/// People as a share of the appointments offered.
pub fn of_quota(evidence: &Evidence, people: f64) -> Observation {
    Observation { numerator: people, denominator: evidence.sum(Daily::Quota) }
}

/// Some clients as a share of more of them.
pub fn share(part: u64, whole: u64) -> Observation {
    Observation { numerator: part as f64, denominator: whole as f64 }
}

/// A sum of spans for each of some clients, in minutes.
pub fn minutes_each(sum: Span, clients: u64) -> Observation {
    let numerator = sum.milliseconds() as f64;
    scaled(Observation { numerator, denominator: clients as f64 }, MILLISECONDS_PER_MINUTE)
}

/// A part of a span as a share of the whole.
pub fn of_span(part: Span, whole: Span) -> Observation {
    Observation { numerator: part.milliseconds() as f64, denominator: whole.milliseconds() as f64 }
}

/// A quantile of whole days.
pub fn day_quantile(histogram: &DayHistogram, share: f64) -> Observation {
    histogram
        .quantile(share)
        .map_or(Observation::none(), |days| Observation::value(f64::from(days)))
}

/// A quantile of durations, in minutes.
pub fn duration_quantile(histogram: &DurationHistogram, share: f64) -> Observation {
    histogram.quantile(share).map_or(Observation::none(), |milliseconds| {
        Observation::value(milliseconds as f64 / MILLISECONDS_PER_MINUTE)
    })
}
