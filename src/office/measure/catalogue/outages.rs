//! Measures of outages of app and production, and of how an office recovers from them.

use crate::office::ledger::Daily;
use crate::office::measure::extract::{day_quantile, ratio};
use crate::office::measure::{Better, Evidence, Measure, Read, Unit};
use crate::office::tally::{Item, Tally};
use crate::statistics::Observation;

/// In the order in which files and tables show them.
pub static MEASURES: &[Measure] = &[
    Measure {
        name: "app_down",
        title: "requests that found the app down",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::AppOutages(|tally| Observation {
            numerator: tally[Item::FoundAppDown] as f64,
            denominator: all_requests(tally),
        }),
    },
    Measure {
        name: "came_instead",
        title: "came without appointment, the app being down",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::AppOutages(|tally| ratio(tally, Item::CameInstead, Item::Wishes)),
    },
    Measure {
        name: "missed_boats",
        title: "appointments missed for want of a boat",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Boats(|tally| ratio(tally, Item::MissedBoats, Item::Booked)),
    },
    Measure {
        name: "outages",
        title: "outages of production",
        unit: Unit::Outages,
        better: Better::Less,
        read: Read::Outages(|evidence| Observation::value(outages(evidence))),
    },
    Measure {
        name: "days_to_recover",
        title: "from the end of an outage to no due files",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Outages(|evidence| {
            let days = evidence.ledger.recoveries.days.iter();
            let sum = days.map(|(days, outages)| f64::from(days) * outages as f64).sum();
            Observation { numerator: sum, denominator: outages(evidence) }
        }),
    },
    Measure {
        name: "days_to_recover_longest",
        title: "from the end of an outage to no due files, longest of a run",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Outages(|evidence| day_quantile(&evidence.ledger.recoveries.days, 1.0)),
    },
    Measure {
        name: "not_recovered",
        title: "outages with due files until the end of the run",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Outages(|evidence| Observation {
            numerator: evidence.ledger.recoveries.not_recovered as f64,
            denominator: outages(evidence),
        }),
    },
    Measure {
        name: "backlog_highest",
        title: "highest production backlog of a run",
        unit: Unit::Passports,
        better: Better::Less,
        read: Read::Outages(|evidence| Observation::value(evidence.highest(Daily::Backlog))),
    },
];

fn outages(evidence: &Evidence) -> f64 {
    evidence.ledger.recoveries.days.count() as f64
}

fn all_requests(tally: &Tally) -> f64 {
    (tally[Item::Requests] + tally[Item::FoundAppDown]) as f64
}
