//! Exact values of books: a place that comes free again unpaid, and one that opens once a month.

use antrean::time::Date;
use jiff::ToSpan;

use crate::Exact;

/// One place a day, requests by chance at `rate` an hour, a share `unpaid` of bookings that give
/// the place back after an hour. The k-th booking of a day is made if the k - 1 before were not
/// paid for and k requests fall into the hours in which these did not hold the place.
pub fn prepaid() -> Vec<Exact> {
    let (rate, unpaid, hours) = (1.0, 0.9_f64, 24);
    let made = |booking: i32| {
        let free = rate * f64::from(hours + 1 - booking);
        unpaid.powi(booking - 1) * at_least(booking, free)
    };
    let booked: f64 = (1..=hours).map(made).sum();
    let requests = rate * f64::from(hours);
    vec![
        ("turned_away", "all", 1.0 - booked / requests),
        ("never_paid", "all", unpaid * booked / requests),
        ("quota_attended", "all", (1.0 - unpaid) * booked),
    ]
}

/// How likely a Poisson number is at least so great.
fn at_least(number: i32, mean: f64) -> f64 {
    let mut chance = (-mean).exp();
    let mut below = 0.0;
    for less in 0..number {
        below += chance;
        chance *= mean / f64::from(less + 1);
    }
    1.0 - below
}

/// What becomes of those who ask on a day, in one part of it.
struct Asked {
    share: f64,
    wish: Date,
    booked: Date,
    tries: f64,
}

/// The book opens on day 25 of each month at 14:00, before which lie 14 of 24 hours, until the next
/// day 25; who asks when the next working day is not open yet asks again at the release.
pub fn monthly() -> Vec<Exact> {
    let new_year: Date = "2027-01-01".parse().expect("a date");
    let days = (0..365).map(|day| new_year.saturating_add(day.days()));
    let asked: Vec<Asked> = days
        .flat_map(|day| [(14.0 / 24.0, false), (10.0 / 24.0, true)].map(|of| ask(day, of)))
        .collect();
    let mean = |of: fn(&Asked) -> f64| {
        asked.iter().map(|asked| asked.share * of(asked)).sum::<f64>() / 365.0
    };
    vec![
        (
            "lead_time_calendar_days",
            "all",
            mean(|of| days_between(of.booked, appointed(of.booked))),
        ),
        ("wish_to_appointment", "all", mean(|of| days_between(of.wish, appointed(of.booked)))),
        ("tries_per_booking", "all", mean(|of| of.tries)),
    ]
}

fn ask(wish: Date, (share, after_two): (f64, bool)) -> Asked {
    let of_month = |date: Date| date.with().day(25).build().expect("a date");
    let this_month = of_month(wish);
    let has_opened = this_month < wish || (this_month == wish && after_two);
    let released = match has_opened {
        true => this_month,
        false => of_month(wish.saturating_sub(1.month())),
    };
    let last = released.saturating_add(1.month());
    match appointed(wish) <= last {
        true => Asked { share, wish, booked: wish, tries: 1.0 },
        // Nobody asks too late in the days after a release.
        false => Asked { share, wish, booked: this_month, tries: 2.0 },
    }
}

/// The first working day after one.
fn appointed(day: Date) -> Date {
    let next = day.saturating_add(1.day());
    if next.weekday().to_monday_zero_offset() < 5 { next } else { appointed(next) }
}

fn days_between(from: Date, until: Date) -> f64 {
    f64::from((until - from).get_days())
}
