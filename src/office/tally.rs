//! What is counted of applicants, by origin and channel: outcomes and sums, all whole numbers.

use std::ops::{Index, IndexMut};

/// How an applicant's story ends. Everyone has exactly one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Issued,
    NeverCollected,
    Refused,
    NeverPaid,
    SentHome,
    NoShow,
    TurnedAway,
    GaveUp,
    ShutOut,
    UnderWay,
}

/// What is counted or summed over applicants. Spans are in milliseconds, fares in rupiah.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Wishes,
    HelpFound,
    /// Requests for a place, by people, those in vain included.
    Requests,
    RefusedByBook,
    /// Requests that found the app down; they are not among those above.
    FoundAppDown,
    /// Came without an appointment, the app being down.
    CameInstead,
    Booked,
    LeadWorkingDays,
    LeadCalendarDays,
    BookedWithinTarget,
    /// Days from the wish to the appointed day, over those booked.
    WishToAppointmentDays,
    MissedAppointments,
    /// Those of them that no boat went to.
    MissedBoats,
    /// Places given back: not paid for, cancelled, or moved to another day.
    Lapsed,
    Cancelled,
    Rescheduled,
    /// Rupiah paid by those who cancelled or did not come.
    FeesLost,
    Visits,
    InOffice,
    Waiting,
    LongWaits,
    /// Passports made, collected or not.
    Passports,
    Ready,
    /// Files that were ready, or late, when the run ended.
    PromiseKnown,
    ReadyWithinPromise,
    ProcessingWorkingDays,
    WishToReadyDays,
    /// Places bought from brokers, and rupiah paid for them.
    Bought,
    PaidToBrokers,
    Trips,
    Travel,
    /// The part of the travel that is by boat.
    AtSea,
    Fares,
}

/// Counts and sums over a group of applicants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    items: [i64; Item::COUNT],
    outcomes: [i64; Outcome::ALL.len()],
}

impl Outcome {
    /// All outcomes, in the order in which reports show them.
    pub const ALL: [Outcome; 10] = [
        Outcome::Issued,
        Outcome::NeverCollected,
        Outcome::Refused,
        Outcome::NeverPaid,
        Outcome::SentHome,
        Outcome::NoShow,
        Outcome::TurnedAway,
        Outcome::GaveUp,
        Outcome::ShutOut,
        Outcome::UnderWay,
    ];

    /// In words, for tables and charts.
    pub fn title(self) -> &'static str {
        match self {
            Outcome::Issued => "issued",
            Outcome::NeverCollected => "never collected",
            Outcome::Refused => "refused",
            Outcome::NeverPaid => "never paid",
            Outcome::SentHome => "sent home",
            Outcome::NoShow => "did not show up",
            Outcome::TurnedAway => "turned away",
            Outcome::GaveUp => "gave up",
            Outcome::ShutOut => "shut out",
            Outcome::UnderWay => "still under way",
        }
    }
}

impl Item {
    const COUNT: usize = Item::Fares as usize + 1;
}

impl Default for Tally {
    fn default() -> Tally {
        Tally { items: [0; Item::COUNT], outcomes: [0; Outcome::ALL.len()] }
    }
}

impl Tally {
    /// Adds another group's counts and sums.
    pub fn add(&mut self, other: &Tally) {
        self.items.iter_mut().zip(other.items).for_each(|(sum, value)| *sum += value);
        self.outcomes.iter_mut().zip(other.outcomes).for_each(|(sum, value)| *sum += value);
    }

    /// All counts and sums, in their order.
    pub fn values(&self) -> impl Iterator<Item = i64> {
        self.items.iter().chain(&self.outcomes).copied()
    }

    /// The same, to be set.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut i64> {
        self.items.iter_mut().chain(&mut self.outcomes)
    }

    /// The sum over all outcomes.
    pub fn ended(&self) -> i64 {
        self.outcomes.iter().sum()
    }
}

impl Index<Item> for Tally {
    type Output = i64;

    fn index(&self, item: Item) -> &i64 {
        &self.items[item as usize]
    }
}

impl IndexMut<Item> for Tally {
    fn index_mut(&mut self, item: Item) -> &mut i64 {
        &mut self.items[item as usize]
    }
}

impl Index<Outcome> for Tally {
    type Output = i64;

    fn index(&self, outcome: Outcome) -> &i64 {
        &self.outcomes[outcome as usize]
    }
}

impl IndexMut<Outcome> for Tally {
    fn index_mut(&mut self, outcome: Outcome) -> &mut i64 {
        &mut self.outcomes[outcome as usize]
    }
}
