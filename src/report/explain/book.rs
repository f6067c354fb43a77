//! The appointment book in words: its rules, who takes places from it, and which are kept.

use crate::office::Plan;
use crate::report::explain::words::{count, length, percent};
use crate::scenario::{
    Attendance, Booking, Broker, Cancelling, Earliest, Families, NoShow, Preference, Prepayment,
    Release, Reschedule, Scenario, Window,
};

/// When the book opens, for how long and how many, and what people take.
pub fn rules(plan: &Plan, booking: &Booking) -> String {
    let window = match booking.window {
        Window::WorkingDays(days) => count(days, "working day"),
        Window::Weeks(1) => "7 calendar days".to_string(),
        Window::Weeks(weeks) => format!("{} calendar days", 7 * weeks),
        Window::Months(months) => count(months, "month"),
    };
    let opens = match booking.release {
        Release::Rolling => format!("The book is always open for the next {window}"),
        Release::Weekly { weekday, time } => {
            format!("Every {weekday:?} at {time} the next {window} open")
        }
        Release::Monthly { day, time } => {
            format!("On day {day} of every month at {time} the next {window} open")
        }
    };
    let first = match booking.earliest {
        Earliest::SameDay => "today at the earliest",
        Earliest::NextDay => "the day after at the earliest",
    };
    let takes = match booking.preference == Preference::default() {
        true => "People take the first that is free",
        false => "People take the first that is free, or one nearest their own weekday or hour",
    };
    let family = match booking.families {
        _ if plan.scenario.demand.mean_family() <= 1.0 => "",
        Families::SameDay => "; a family takes places on one day, or none",
        Families::MaySplit => "; the members of a family may get different days",
    };
    let worked = plan.scenario.opening.hours.open_weekdays();
    let mut quotas: Vec<u32> = worked.map(|weekday| booking.daily_quota[weekday]).collect();
    quotas.sort_unstable();
    let places = match quotas.as_slice() {
        [least, .., most] if least < most => format!("{least} to {most} places"),
        [only, ..] => count(*only, "place"),
        [] => "no places".to_string(),
    };
    let beyond = match booking.overbooking {
        share if share <= 0.0 => String::new(),
        share => format!(" and {} more for people who will not come", percent(share)),
    };
    format!("{opens}, with {places}{beyond} on each working day. {takes}, {first}{family}.")
}

/// What a broker takes and sells.
pub fn broker(scenario: &Scenario, of: &Broker) -> String {
    let safeguards = &scenario.intake.safeguards;
    let taken = count(of.wanted(safeguards), "place");
    let most = of
        .most_held(safeguards)
        .map_or(String::new(), |most| format!(", holding {most} at most at a time"));
    let refused = match safeguards.face_match {
        share if share <= 0.0 => String::new(),
        share => format!("; {} of these are found out and refused", percent(share)),
    };
    let paid = of
        .prepays
        .map_or(String::new(), |paid| format!(", and pay for {} at a time", count(paid, "place")));
    format!(
        "{}, brokers, take {taken} whenever the book opens{most}{paid}{refused}. {} of those who \
         find it full would buy one.",
        of.name,
        percent(of.buyers),
    )
}

/// Which appointments are paid for, cancelled, moved or missed.
pub fn attendance(of: &Attendance) -> impl Iterator<Item = String> {
    let given_back = [
        of.prepayment.as_ref().map(prepayment),
        of.cancelling.as_ref().map(cancelling),
        of.reschedule.as_ref().filter(|of| 0 < of.at_most).map(reschedule),
    ];
    given_back.into_iter().flatten().chain(no_show(&of.no_show))
}

fn prepayment(of: &Prepayment) -> String {
    format!(
        "The passport is paid for within {} of booking. {} are not, and their place is free again; \
         {} of these people ask for another. Who cancels or does not come loses Rp {}.",
        length(of.within),
        percent(of.unpaid),
        percent(of.asks_again),
        of.fee
    )
}

fn cancelling(of: &Cancelling) -> String {
    format!(
        "{} cancel, {} before the appointment on average, which frees the place; {} of these people \
         ask for another.",
        percent(of.share),
        length(of.notice.mean()),
        percent(of.asks_again)
    )
}

fn reschedule(of: &Reschedule) -> String {
    format!(
        "Of those who cannot come {} ask for another day instead, {} before the appointment on \
         average, {} at most.",
        percent(of.share),
        length(of.notice.mean()),
        count(u32::from(of.at_most), "time")
    )
}

fn no_show(of: &NoShow) -> Option<String> {
    let share = match of.from == of.to {
        true if of.from <= 0.0 => return None,
        true => percent(of.from),
        false => format!(
            "{} of those booked for the same day, rising towards {} with the time since booking,",
            percent(of.from),
            percent(of.to)
        ),
    };
    let again = percent(of.books_again);
    Some(format!("{share} miss their appointment; {again} of these ask for another."))
}
