//! The catalogue of measures.

use crate::office::ledger::Daily;
use crate::office::measure::extract::{
    MILLISECONDS_PER_HOUR, MILLISECONDS_PER_MINUTE, count, day_quantile, duration_quantile, ended,
    of_quota, of_span, ratio, scaled, usage_ratio,
};
use crate::office::measure::{Better, Measure, Read, Unit};
use crate::office::tally::{Item, Outcome};

/// Every figure of merit, in the order in which files and tables show them.
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
        name: "waiting_over_30_minutes",
        title: "waiting over 30 minutes",
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
        name: "fares_per_passport",
        title: "fares for each passport",
        unit: Unit::Rupiah,
        better: Better::Less,
        read: Read::People(|tally| ratio(tally, Item::Fares, Item::Passports)),
    },
    Measure {
        name: "lead_time_working_days_median",
        title: "lead time, median",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.lead_working, 0.5)),
    },
    Measure {
        name: "lead_time_working_days_p90",
        title: "lead time, 90 % have at most",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.lead_working, 0.9)),
    },
    Measure {
        name: "lead_time_calendar_days_median",
        title: "lead time, median",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.lead_calendar, 0.5)),
    },
    Measure {
        name: "lead_time_calendar_days_p90",
        title: "lead time, 90 % have at most",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.lead_calendar, 0.9)),
    },
    Measure {
        name: "third_available",
        title: "third next available appointment",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| evidence.of_book(Daily::ThirdAvailable)),
    },
    Measure {
        name: "booked_ahead",
        title: "people in the book",
        unit: Unit::People,
        better: Better::Neither,
        read: Read::Whole(|evidence| evidence.of_book(Daily::BookedAhead)),
    },
    Measure {
        name: "quota_booked",
        title: "quota booked",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::Whole(|evidence| of_quota(evidence, evidence.sum(Daily::Due))),
    },
    Measure {
        name: "quota_attended",
        title: "quota attended",
        unit: Unit::Share,
        better: Better::More,
        read: Read::Whole(|evidence| {
            of_quota(evidence, evidence.sum(Daily::Attended) - evidence.sum(Daily::WalkIns))
        }),
    },
    Measure {
        name: "in_office_p90",
        title: "time in the office, 90 % have at most",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Whole(|evidence| duration_quantile(&evidence.ledger.in_office, 0.9)),
    },
    Measure {
        name: "waiting_p90",
        title: "waiting in the office, 90 % have at most",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Whole(|evidence| duration_quantile(&evidence.ledger.waiting, 0.9)),
    },
    Measure {
        name: "interview_to_ready_p90",
        title: "from interview to ready, 90 % have at most",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.processing, 0.9)),
    },
    Measure {
        name: "wish_to_passport_median",
        title: "from wish to passport, median",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.wish_to_ready, 0.5)),
    },
    Measure {
        name: "wish_to_passport_p90",
        title: "from wish to passport, 90 % have at most",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.wish_to_ready, 0.9)),
    },
    Measure {
        name: "served",
        title: "visits completed each working day",
        unit: Unit::People,
        better: Better::Neither,
        read: Read::Whole(|evidence| evidence.per_working_day(Daily::Completed)),
    },
    Measure {
        name: "produced",
        title: "passports produced each working day",
        unit: Unit::Passports,
        better: Better::Neither,
        read: Read::Whole(|evidence| evidence.of_production(Daily::Produced)),
    },
    Measure {
        name: "backlog",
        title: "production backlog at the end of a day",
        unit: Unit::Passports,
        better: Better::Less,
        read: Read::Whole(|evidence| evidence.of_production(Daily::Backlog)),
    },
    Measure {
        name: "backlog_at_week_end",
        title: "production backlog at the end of a week",
        unit: Unit::Passports,
        better: Better::Less,
        read: Read::Whole(|evidence| evidence.backlog_at_week_end()),
    },
    Measure {
        name: "station_wait",
        title: "wait in line",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Station(|usage| {
            scaled(
                usage_ratio(usage.waited.milliseconds() as f64, usage.served),
                MILLISECONDS_PER_MINUTE,
            )
        }),
    },
    Measure {
        name: "station_wait_p90",
        title: "wait in line, 90 % have at most",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Station(|usage| duration_quantile(&usage.waits, 0.9)),
    },
    Measure {
        name: "station_delayed",
        title: "have to wait",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Station(|usage| usage_ratio(usage.delayed as f64, usage.served)),
    },
    Measure {
        name: "station_use",
        title: "use of open time",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::Station(|usage| of_span(usage.busy, usage.open)),
    },
    Measure {
        name: "station_overtime",
        title: "work beyond opening hours, of open time",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Station(|usage| of_span(usage.overtime, usage.open)),
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::MEASURES;

    #[test]
    fn every_measure_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = MEASURES.iter().map(|measure| measure.name).collect();
        assert_eq!(names.len(), MEASURES.len());
    }
}
