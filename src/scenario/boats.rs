//! `cancelled` of the ways of an origin: days on which no boat goes.

use crate::scenario::Trip;
use crate::scenario::reading::{Findings, Node, Read, Share, Value, read_table};

/// Which way a boat takes people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossing {
    ToOffice,
    ToKiosk,
}

/// Shares of days without boats, by month, January first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cancelled {
    to_office: [f64; 12],
    to_kiosk: [f64; 12],
}

/// One way of a trip, and the share of days by month on which there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Passage {
    pub trip: Trip,
    cancelled: [f64; 12],
}

/// A share that holds all year, or one for each month.
struct ByMonth([f64; 12]);

impl Cancelled {
    /// What is cancelled of the ways to office and kiosk; none where nothing ever is.
    pub fn of(to_office: &Passage, to_kiosk: &Passage) -> Option<Cancelled> {
        let (to_office, to_kiosk) = (to_office.cancelled, to_kiosk.cancelled);
        let ever = to_office.iter().chain(&to_kiosk).any(|share| 0.0 < *share);
        ever.then_some(Cancelled { to_office, to_kiosk })
    }

    /// The share of days without a boat in a month, 0 for January.
    pub fn share(&self, to: Crossing, month: usize) -> f64 {
        match to {
            Crossing::ToOffice => self.to_office[month],
            Crossing::ToKiosk => self.to_kiosk[month],
        }
    }
}

impl Read for Passage {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let trip = Trip::read_keys(reader);
            let cancelled = reader.or("cancelled", ByMonth([0.0; 12]));
            Some(Passage { trip, cancelled: cancelled.0 })
        })
    }
}

impl Read for ByMonth {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.value {
            Value::List(_) => {
                <[Share; 12]>::read(node, findings).map(|of| ByMonth(of.map(Share::value)))
            }
            _ => Share::read(node, findings).map(|share| ByMonth([share.value(); 12])),
        }
    }
}
