//! Measures of the whole: quantiles, the book, quota and production.

use crate::office::ledger::Daily;
use crate::office::measure::extract::{day_quantile, duration_quantile, of_quota};
use crate::office::measure::{Better, Measure, Read, Unit};

/// In the order in which files and tables show them.
pub static MEASURES: &[Measure] = &[
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
        name: "lead_time_working_days_p95",
        title: "lead time, 95 % have at most",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.lead_working, 0.95)),
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
        name: "lead_time_calendar_days_p95",
        title: "lead time, 95 % have at most",
        unit: Unit::Days,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.lead_calendar, 0.95)),
    },
    Measure {
        name: "third_available",
        title: "third next available appointment",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| evidence.of_each_book(Daily::ThirdAvailable)),
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
        name: "waiting_p95",
        title: "waiting in the office, 95 % have at most",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Whole(|evidence| duration_quantile(&evidence.ledger.waiting, 0.95)),
    },
    Measure {
        name: "interview_to_ready_p90",
        title: "from interview to ready, 90 % have at most",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.processing, 0.9)),
    },
    Measure {
        name: "interview_to_ready_p95",
        title: "from interview to ready, 95 % have at most",
        unit: Unit::WorkingDays,
        better: Better::Less,
        read: Read::Whole(|evidence| day_quantile(&evidence.ledger.processing, 0.95)),
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
];
