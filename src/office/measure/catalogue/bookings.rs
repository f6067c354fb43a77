//! Measures of places given back, shown only where some can be.

use crate::office::measure::extract::ratio;
use crate::office::measure::{Better, Measure, Read, Unit};
use crate::office::tally::Item;

/// In the order in which files and tables show them.
pub static MEASURES: &[Measure] = &[
    Measure {
        name: "lapsed",
        title: "bookings not paid for in time",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Lapsed, Item::Booked)),
    },
    Measure {
        name: "cancelled",
        title: "bookings cancelled",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Cancelled, Item::Booked)),
    },
    Measure {
        name: "rescheduled",
        title: "bookings moved to another day",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Rescheduled, Item::Booked)),
    },
    Measure {
        name: "fees_lost",
        title: "fees lost for each passport",
        unit: Unit::Rupiah,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::FeesLost, Item::Passports)),
    },
];
