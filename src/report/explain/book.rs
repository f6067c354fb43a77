//! The appointment book in words: its rules, who takes places from it, and which are kept.

use std::fmt::Display;

use crate::office::Plan;
use crate::report::explain::words::{MONTHS, PLACES, TIMES, WORKING_DAYS, length, percent};
use crate::report::language::{counted, say, time_of_day, weekday, word};
use crate::scenario::{
    Attendance, Booking, Broker, Cancelling, Earliest, Families, NoShow, Preference, Prepayment,
    Release, Reschedule, Scenario, Window,
};

/// When the book opens, for how long and how many, and what people take.
pub fn rules(plan: &Plan, booking: &Booking) -> String {
    let (opens, places, beyond) = (opens(booking), places(plan, booking), beyond(booking));
    let family = match booking.families {
        _ if plan.scenario.demand.mean_family() <= 1.0 => "",
        Families::SameDay => word("; a family takes places on one day, or none"),
        Families::MaySplit => word("; the members of a family may get different days"),
    };
    let parts: [(&str, &dyn Display); 6] = [
        ("opens", &opens),
        ("places", &places),
        ("beyond", &beyond),
        ("takes", &takes(booking)),
        ("first", &first(booking)),
        ("family", &family),
    ];
    say("{opens}, with {places}{beyond} on each working day. {takes}, {first}{family}.", &parts)
}

fn opens(booking: &Booking) -> String {
    let window = match booking.window {
        Window::WorkingDays(days) => counted(days, WORKING_DAYS),
        Window::Weeks(weeks) => say("{number} calendar days", &[("number", &(7 * weeks))]),
        Window::Months(months) => counted(months, MONTHS),
    };
    match booking.release {
        Release::Rolling => {
            say("The book is always open for the next {window}", &[("window", &window)])
        }
        Release::Weekly { weekday: day, time } => say(
            "Every {weekday} at {time} the next {window} open",
            &[("weekday", &weekday(day)), ("time", &time_of_day(time)), ("window", &window)],
        ),
        Release::Monthly { day, time } => say(
            "On day {day} of every month at {time} the next {window} open",
            &[("day", &day), ("time", &time_of_day(time)), ("window", &window)],
        ),
    }
}

fn first(booking: &Booking) -> &'static str {
    match booking.earliest {
        Earliest::SameDay => word("today at the earliest"),
        Earliest::NextDay => word("the day after at the earliest"),
    }
}

fn takes(booking: &Booking) -> &'static str {
    match booking.preference == Preference::default() {
        true => word("People take the first that is free"),
        false => {
            word("People take the first that is free, or one nearest their own weekday or hour")
        }
    }
}

/// "60 places", or "45 to 60 places" where the quota depends on the weekday.
fn places(plan: &Plan, booking: &Booking) -> String {
    let worked = plan.scenario.opening.hours.open_weekdays();
    let mut quotas: Vec<u32> = worked.map(|weekday| booking.daily_quota[weekday]).collect();
    quotas.sort_unstable();
    match quotas.as_slice() {
        [least, .., most] if least < most => {
            say("{least} to {most} places", &[("least", least), ("most", most)])
        }
        [only, ..] => counted(*only, PLACES),
        [] => word("no places").to_string(),
    }
}

fn beyond(booking: &Booking) -> String {
    match booking.overbooking {
        share if share <= 0.0 => String::new(),
        share => {
            say(" and {share} more for people who will not come", &[("share", &percent(share))])
        }
    }
}

/// What a broker takes and sells.
pub fn broker(scenario: &Scenario, of: &Broker) -> String {
    let safeguards = &scenario.intake.safeguards;
    let taken = counted(of.wanted(safeguards), PLACES);
    let most = of.most_held(safeguards).map_or(String::new(), |most| {
        say(", holding {most} at most at a time", &[("most", &most)])
    });
    let refused = match safeguards.face_match {
        share if share <= 0.0 => String::new(),
        share => say("; {share} of these are found out and refused", &[("share", &percent(share))]),
    };
    let paid = of.prepays.map_or(String::new(), |paid| {
        say(", and pay for {places} at a time", &[("places", &counted(paid, PLACES))])
    });
    let parts: [(&str, &dyn Display); 6] = [
        ("name", &of.name),
        ("taken", &taken),
        ("most", &most),
        ("paid", &paid),
        ("refused", &refused),
        ("buyers", &percent(of.buyers)),
    ];
    say(
        "{name}, brokers, take {taken} whenever the book opens{most}{paid}{refused}. {buyers} of \
         those who find it full would buy one.",
        &parts,
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
    let parts: [(&str, &dyn Display); 4] = [
        ("within", &length(of.within)),
        ("unpaid", &percent(of.unpaid)),
        ("again", &percent(of.asks_again)),
        ("fee", &of.fee),
    ];
    say(
        "The passport is paid for within {within} of booking. {unpaid} are not, and their place \
         is free again; {again} of these people ask for another. Who cancels or does not come \
         loses Rp {fee}.",
        &parts,
    )
}

fn cancelling(of: &Cancelling) -> String {
    say(
        "{share} cancel, {notice} before the appointment on average, which frees the place; \
         {again} of these people ask for another.",
        &[
            ("share", &percent(of.share)),
            ("notice", &length(of.notice.mean())),
            ("again", &percent(of.asks_again)),
        ],
    )
}

fn reschedule(of: &Reschedule) -> String {
    say(
        "Of those who cannot come {share} ask for another day instead, {notice} before the \
         appointment on average, {times} at most.",
        &[
            ("share", &percent(of.share)),
            ("notice", &length(of.notice.mean())),
            ("times", &counted(u32::from(of.at_most), TIMES)),
        ],
    )
}

fn no_show(of: &NoShow) -> Option<String> {
    let share = match of.from == of.to {
        true if of.from <= 0.0 => return None,
        true => percent(of.from),
        false => say(
            "{from} of those booked for the same day, rising towards {to} with the time since \
             booking,",
            &[("from", &percent(of.from)), ("to", &percent(of.to))],
        ),
    };
    let parts: [(&str, &dyn Display); 2] = [("share", &share), ("again", &percent(of.books_again))];
    Some(say("{share} miss their appointment; {again} of these ask for another.", &parts))
}
