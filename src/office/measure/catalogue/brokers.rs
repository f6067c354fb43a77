//! Measures of brokers, shown only where there are any.

use crate::office::ledger::Daily;
use crate::office::measure::extract::{of_quota, ratio};
use crate::office::measure::{Better, Measure, Read, Unit};
use crate::office::tally::Item;

/// In the order in which files and tables show them.
pub static MEASURES: &[Measure] = &[
    Measure {
        name: "captured",
        title: "places taken by brokers",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Whole(|evidence| of_quota(evidence, evidence.sum(Daily::Captured))),
    },
    Measure {
        name: "wasted",
        title: "places of brokers that nobody came for",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Whole(|evidence| of_quota(evidence, evidence.sum(Daily::Wasted))),
    },
    Measure {
        name: "bought",
        title: "appointments bought from brokers",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Bought, Item::Booked)),
    },
    Measure {
        name: "paid_to_brokers",
        title: "paid to brokers for each passport",
        unit: Unit::Rupiah,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::PaidToBrokers, Item::Passports)),
    },
];
