//! `[[broker]]` and `[safeguards]`: those who take places to sell them or to let them go to waste,
//! and what is done against it. There are none unless a scenario says so.

use crate::scenario::reading::{Count, Limit, Reader, Share};

/// Accounts that take places as soon as the book opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Broker {
    pub name: String,
    pub accounts: u32,
    /// Places that each account takes at every release.
    pub places: u32,
    /// National identity numbers that it can use; `None` is no limit.
    pub identities: Option<u32>,
    /// Places for which it can pay at a time where they are paid for when booking; `None` is all.
    pub prepays: Option<u32>,
    /// Share of those who find the book full that would buy a place.
    pub buyers: f64,
    /// What a place costs them, in rupiah.
    pub price: u32,
}

/// What is done against brokers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Safeguards {
    /// Places for an account at every release at most; `None` is no limit.
    pub per_account: Option<u32>,
    /// One booking for each national identity number at a time.
    pub one_per_identity: bool,
    /// Share of brokers' bookings that are found out and refused, as by a face match at a kiosk.
    pub face_match: f64,
}

/// Brokers at most.
pub const MOST_BROKERS: usize = 100;
const MOST_PLACES: u32 = 1_000_000;
const MOST_RUPIAH: u32 = 100_000_000;

impl Broker {
    /// Reads a `[[broker]]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Broker> {
        let name = reader.required::<String>("name");
        let accounts = reader.required::<Count<0, MOST_PLACES>>("accounts").map(Count::value);
        let places = reader.required::<Count<0, MOST_PLACES>>("places").map(Count::value);
        let identities = reader.optional::<Limit>("identities").and_then(Limit::value);
        let prepays = reader.optional::<Limit>("prepays").and_then(Limit::value);
        let buyers = reader.optional::<Share>("buyers").map_or(0.0, Share::value);
        let price = reader.optional::<Count<0, MOST_RUPIAH>>("price").map_or(0, Count::value);
        let (accounts, places) = (accounts?, places?);
        if u64::from(MOST_PLACES) < u64::from(accounts) * u64::from(places) {
            let message = "takes more than 1,000,000 places with all its accounts";
            reader.wrong("places", message, "are the numbers right?");
        }
        Some(Broker { name: name?, accounts, places, identities, prepays, buyers, price })
    }

    /// Places that it tries to take at a release.
    pub fn wanted(&self, safeguards: &Safeguards) -> u32 {
        let each = safeguards.per_account.map_or(self.places, |most| most.min(self.places));
        self.accounts.saturating_mul(each)
    }

    /// Bookings that it can hold at a time; `None` is no limit.
    pub fn most_held(&self, safeguards: &Safeguards) -> Option<u32> {
        self.identities.filter(|_| safeguards.one_per_identity)
    }
}

impl Safeguards {
    /// Reads `[safeguards]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Safeguards> {
        let per_account = reader.optional::<Limit>("per_account").and_then(Limit::value);
        let one_per_identity = reader.or("one_per_identity", false);
        let face_match = reader.optional::<Share>("face_match").map_or(0.0, Share::value);
        Some(Safeguards { per_account, one_per_identity, face_match })
    }
}
