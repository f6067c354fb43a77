//! Everything that can happen in an office: the closed set of events and their order at one
//! instant.

use crate::engine::Rank;
use crate::office::office_plan::OfficeId;
use crate::office::station::StationId;
use crate::time::Day;

/// Something that happens at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A client leaves a kiosk or a desk.
    ServiceEnds { station: StationId, client: u32 },
    /// A desk breaks down.
    DeskFails { station: StationId, desk: u16 },
    /// A desk works again.
    DeskRepaired { station: StationId, desk: u16 },
    /// A visitor comes from one stage to another, or again.
    ComesToStage { client: u32 },
    /// An opening interval of a station ends; the last of the day or not.
    Closes { station: StationId, opening: u8 },
    /// Midnight at the end of a day: production of the day.
    DayEnds(Day),
    /// Midnight at the beginning of a day.
    DayBegins(Day),
    /// Midnight at the beginning of a day, in an office.
    OfficeDayBegins { office: OfficeId },
    /// An opening interval of a station begins.
    Opens { station: StationId, opening: u8 },
    /// Somebody in the line of a station has waited long enough.
    LosesPatience { station: StationId, client: u32 },
    /// The next party of an office's roster for today arrives.
    RosterArrival { office: OfficeId },
    /// A party that booked today for today arrives.
    SameDayArrival { party: u32 },
    /// A party without appointment arrives at the office.
    AtOffice { party: u32 },
    /// A party that found the app down arrives at the office.
    ComesInstead { party: u32 },
    /// A party arrives at its kiosk.
    AtKiosk { party: u32 },
    /// The next wish of today arises.
    Wish,
    /// A place in the book is free again.
    GivesBack { withdrawal: u32 },
    /// Brokers' places that are not paid for are free again.
    BrokersLapse { office: OfficeId },
    /// The book has opened for brokers.
    BrokersBook { office: OfficeId },
    /// A party asks the book for an appointment.
    AtBook { party: u32 },
    /// A station that serves several at once calls those who are there at this instant.
    Calls { station: StationId },
}

impl Event {
    /// The order at one instant in one event list: who leaves goes before who comes, closing before
    /// opening, then as listed here.
    pub fn rank(self, entity: u64) -> Rank {
        // An identity has the origin in its highest bits, beyond those that a rank keeps.
        Rank::new(self.class(), entity ^ (entity >> 40))
    }

    fn class(self) -> u8 {
        match self {
            Event::ServiceEnds { .. } => 0,
            Event::DeskFails { .. } => 1,
            Event::DeskRepaired { .. } => 2,
            Event::ComesToStage { .. } => 3,
            Event::Closes { .. } => 4,
            Event::DayEnds(_) => 5,
            Event::DayBegins(_) => 6,
            Event::OfficeDayBegins { .. } => 7,
            Event::Opens { .. } => 8,
            Event::LosesPatience { .. } => 9,
            Event::RosterArrival { .. } => 10,
            Event::SameDayArrival { .. } => 11,
            Event::AtOffice { .. } | Event::ComesInstead { .. } => 12,
            Event::AtKiosk { .. } => 13,
            Event::Wish => 14,
            Event::GivesBack { .. } => 15,
            Event::BrokersLapse { .. } => 16,
            Event::BrokersBook { .. } => 17,
            Event::AtBook { .. } => 18,
            Event::Calls { .. } => 19,
        }
    }
}
