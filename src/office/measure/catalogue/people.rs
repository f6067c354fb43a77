//! Measures of applicants: outcomes, lead times, the visit, passports, trips.

use crate::office::measure::extract::{
    MILLISECONDS_PER_HOUR, MILLISECONDS_PER_MINUTE, count, ended, ratio, scaled,
};
use crate::office::measure::{Better, Measure, Read, Unit};
use crate::office::tally::{Item, Outcome};

/// In the order in which files and tables show them.
pub static MEASURES: &[Measure] = &[
    Measure {
        name: "wishes",
        title: "people who want a passport",
        unit: Unit::People,
        better: Better::Neither,
        read: Read::People(|tally| count(tally, Item::Wishes)),
    },
    Measure {
        name: "issued",
        title: "passport issued",
        unit: Unit::Share,
        better: Better::More,
        read: Read::People(|tally| ended(tally, Outcome::Issued)),
    },
    Measure {
        name: "never_collected",
        title: "passport never collected",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::NeverCollected)),
    },
    Measure {
        name: "refused",
        title: "refused at the interview",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::People(|tally| ended(tally, Outcome::Refused)),
    },
    Measure {
        name: "never_paid",
        title: "never paid",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::NeverPaid)),
    },
    Measure {
        name: "sent_home",
        title: "sent home for good",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::SentHome)),
    },
    Measure {
        name: "did_not_show_up",
        title: "did not show up for good",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::NoShow)),
    },
    Measure {
        name: "turned_away",
        title: "turned away (no slot)",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::TurnedAway)),
    },
    Measure {
        name: "gave_up",
        title: "gave up",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::GaveUp)),
    },
    Measure {
        name: "shut_out",
        title: "shut out (no phone, no help)",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ended(tally, Outcome::ShutOut)),
    },
    Measure {
        name: "under_way",
        title: "still under way at the end",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::People(|tally| ended(tally, Outcome::UnderWay)),
    },
    Measure {
        name: "helped",
        title: "found help with the app",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::People(|tally| ratio(tally, Item::HelpFound, Item::Wishes)),
    },
    Measure {
        name: "lead_time_working_days",
        title: "lead time from booking to appointment",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::LeadWorkingDays, Item::Booked)),
    },
    Measure {
        name: "lead_time_calendar_days",
        title: "lead time from booking to appointment",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::LeadCalendarDays, Item::Booked)),
    },
    Measure {
        name: "booked_within_target",
        title: "booked within the target",
        unit: Unit::Share,
        better: Better::More,
        read: Read::People(|tally| ratio(tally, Item::BookedWithinTarget, Item::Booked)),
    },
    Measure {
        name: "wish_to_appointment",
        title: "from wish to appointment",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::WishToAppointmentDays, Item::Booked)),
    },
    Measure {
        name: "tries_per_booking",
        title: "tries for each appointment",
        unit: Unit::Tries,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Requests, Item::Booked)),
    },
    Measure {
        name: "missed_appointments",
        title: "appointments missed",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::MissedAppointments, Item::Booked)),
    },
    Measure {
        name: "in_office",
        title: "time in the office",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::People(|tally| {
            scaled(ratio(tally, Item::InOffice, Item::Visits), MILLISECONDS_PER_MINUTE)
        }),
    },
    Measure {
        name: "waiting",
        title: "waiting in the office",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::People(|tally| {
            scaled(ratio(tally, Item::Waiting, Item::Visits), MILLISECONDS_PER_MINUTE)
        }),
    },
    Measure {
        name: "long_waits",
        title: "long waits in the office",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::LongWaits, Item::Visits)),
    },
    Measure {
        name: "interview_to_ready",
        title: "from interview to ready",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::ProcessingWorkingDays, Item::Ready)),
    },
    Measure {
        name: "ready_within_promise",
        title: "ready within the promise",
        unit: Unit::Share,
        better: Better::More,
        read: Read::People(|tally| ratio(tally, Item::ReadyWithinPromise, Item::PromiseKnown)),
    },
    Measure {
        name: "wish_to_passport",
        title: "from wish to passport",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::WishToReadyDays, Item::Ready)),
    },
    Measure {
        name: "trips_per_passport",
        title: "trips for each passport",
        unit: Unit::Trips,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Trips, Item::Passports)),
    },
    Measure {
        name: "travel_per_passport",
        title: "travel for each passport",
        unit: Unit::Hours,
        better: Better::Less,
        read: Read::People(|tally| {
            scaled(ratio(tally, Item::Travel, Item::Passports), MILLISECONDS_PER_HOUR)
        }),
    },
    Measure {
        name: "boat_per_passport",
        title: "travel by boat for each passport",
        unit: Unit::Hours,
        better: Better::Less,
        read: Read::AtSea(|tally| {
            scaled(ratio(tally, Item::AtSea, Item::Passports), MILLISECONDS_PER_HOUR)
        }),
    },
    Measure {
        name: "fares_per_passport",
        title: "fares for each passport",
        unit: Unit::Rupiah,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Fares, Item::Passports)),
    },
];
