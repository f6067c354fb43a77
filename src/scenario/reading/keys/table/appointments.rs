//! Keys of the appointment book, and of dates with other rules.

use crate::scenario::reading::keys::Key;

/// The keys in the order of the README.
pub const KEYS: &[Key] = &[
    Key {
        path: "booking.daily_quota",
        meaning: "appointments handed out for each working day",
        example: "daily_quota = 60",
    },
    Key {
        path: "booking.short_weeks",
        meaning: "appointments for each working day of calendar weeks with so many working days, on weekdays that have any; a quota of a `[[period]]` goes before (default: as in other weeks)",
        example: "short_weeks = { 4 = 66, 1-3 = 75 }",
    },
    Key {
        path: "booking.overbooking",
        meaning: "appointments given beyond the quota, as a share of it, for people who will not come; the quota stays what the office means to serve, and measures of its use may exceed 100 % (default: 0)",
        example: "overbooking = 0.1",
    },
    Key {
        path: "booking.window",
        meaning: "how far after a release can be booked: 1 to 250 working days, 1 to 52 weeks of seven calendar days, or 1 to 12 months, until the same day of a later month",
        example: r#"window = "5 working days""#,
    },
    Key {
        path: "booking.release",
        meaning: r#"when new days open for booking: "rolling" (default: one more every midnight), or the whole window once a week, or once a month on a day from 1 to 28 as in `{ monthly = "25 14:00" }`"#,
        example: r#"release = { weekly = "fri 14:00" }"#,
    },
    Key {
        path: "booking.earliest",
        meaning: r#"the first day that a request may use: "next day" (default) or "same day", in slots still to come"#,
        example: r#"earliest = "next day""#,
    },
    Key {
        path: "booking.slot",
        meaning: "length of a slot of the day; the quota is spread evenly over the slots, and all people of a slot are due at its beginning (default: 60 min)",
        example: r#"slot = "60 min""#,
    },
    Key {
        path: "booking.last_slot",
        meaning: "no slot begins at or after this time (default: closing time)",
        example: r#"last_slot = "15:00""#,
    },
    Key {
        path: "booking.preference",
        meaning: "shares of families who prefer a weekday or a time of day over the earliest appointment (default: none)",
        example: "preference = { weekday = 0.2, time = 0.3 }",
    },
    Key {
        path: "booking.preference.weekday",
        meaning: "share of families who prefer a weekday",
        example: "weekday = 0.2",
    },
    Key {
        path: "booking.preference.time",
        meaning: "share of families who prefer a time of day",
        example: "time = 0.3",
    },
    Key {
        path: "booking.families",
        meaning: r#""same day" (default: all or nothing) or "may split" (members one after the other)"#,
        example: r#"families = "same day""#,
    },
    Key {
        path: "booking.no_show",
        meaning: "probability not to come, or how it grows with the lead time (default: 0)",
        example: r#"no_show = { from = 0.05, to = 0.3, scale = "5 days" }"#,
    },
    Key {
        path: "booking.no_show.from",
        meaning: "probability not to come at no lead",
        example: "from = 0.05",
    },
    Key {
        path: "booking.no_show.to",
        meaning: "probability not to come at a very long lead",
        example: "to = 0.3",
    },
    Key {
        path: "booking.no_show.scale",
        meaning: "lead time at which 63 % of the rise has happened",
        example: r#"scale = "5 days""#,
    },
    Key {
        path: "booking.books_again",
        meaning: "share of those who did not come that ask again (default: 0)",
        example: "books_again = 0.7",
    },
    Key {
        path: "booking.prepayment",
        meaning: "the passport is paid for when booking: a place that is not paid for is free again (default: nothing is paid before the visit)",
        example: r#"prepayment = { within = "2 h", unpaid = 0.1, asks_again = 0.6, fee = 350000 }"#,
    },
    Key {
        path: "booking.prepayment.within",
        meaning: "time after booking at which an unpaid place is free again, too late for anybody else where it was for the same day",
        example: r#"within = "2 h""#,
    },
    Key {
        path: "booking.prepayment.unpaid",
        meaning: "share of bookings that are not paid for (default: 0)",
        example: "unpaid = 0.1",
    },
    Key {
        path: "booking.prepayment.asks_again",
        meaning: "share of those whose place lapsed that ask for another; the others count as never paid (default: 0)",
        example: "asks_again = 0.6",
    },
    Key {
        path: "booking.prepayment.fee",
        meaning: "what a passport costs, in rupiah; those who cancel or do not come lose it (default: 0)",
        example: "fee = 350000",
    },
    Key {
        path: "booking.cancelling",
        meaning: "some cancel their appointment, which frees the place (default: nobody does)",
        example: r#"cancelling = { share = 0.05, notice = { exponential = { mean = "2 days" } } }"#,
    },
    Key {
        path: "booking.cancelling.share",
        meaning: "share of appointments that are cancelled",
        example: "share = 0.05",
    },
    Key {
        path: "booking.cancelling.notice",
        meaning: "time from the cancelling to the appointment; one that would lie before the booking is cancelled at once",
        example: r#"notice = "2 days""#,
    },
    Key {
        path: "booking.cancelling.asks_again",
        meaning: "share of those who cancel that ask for another appointment, from the next day on; the others gave up (default: 0)",
        example: "asks_again = 0.5",
    },
    Key {
        path: "booking.reschedule",
        meaning: "people who cannot come may ask for another day instead, which frees the place (default: they may not)",
        example: r#"reschedule = { at_most = 1, share = 0.6, notice = "1 day" }"#,
    },
    Key {
        path: "booking.reschedule.at_most",
        meaning: "how often one can, from 0 to 100",
        example: "at_most = 1",
    },
    Key {
        path: "booking.reschedule.share",
        meaning: "share of those who would not come that do",
        example: "share = 0.6",
    },
    Key {
        path: "booking.reschedule.notice",
        meaning: "time from asking for another day to the appointment; at once where that would lie before the booking",
        example: r#"notice = "1 day""#,
    },
    Key {
        path: "booking.target",
        meaning: "lead time that counts as booked within the target (default: 5 working days)",
        example: r#"target = "5 working days""#,
    },
    Key {
        path: "period[].name",
        meaning: "dates on which other hours, another quota or another output hold; where periods overlap, the last one that states a key counts",
        example: r#"name = "Ramadan""#,
    },
    Key {
        path: "period[].dates",
        meaning: "a date, a range of dates, or a list of them; what is closed by the calendar stays closed",
        example: r#"dates = "2019-05-06 to 2019-06-04""#,
    },
    Key {
        path: "period[].hours",
        meaning: "opening hours of the office by weekday; a weekday with hours here and none in `office.hours` becomes an extra working day, one without is closed, and kiosks and stages with hours of their own keep what of them lies within (default: as ever)",
        example: r#"hours = { mon-thu = "08:00-15:00", fri = "08:00-15:30" }"#,
    },
    Key {
        path: "period[].daily_quota",
        meaning: "appointments handed out for each of its working days (default: as ever)",
        example: "daily_quota = 24",
    },
    Key {
        path: "period[].last_slot",
        meaning: "no slot begins at or after this time (default: as ever)",
        example: r#"last_slot = "14:00""#,
    },
    Key {
        path: "period[].output",
        meaning: "passports made on each of its working days, as a multiple of an ordinary day's portion; 0 where nothing is made (default: 1)",
        example: "output = 0.85",
    },
    Key {
        path: "period[].app",
        meaning: r#""down" where nobody can book with the app on these dates, or "up" where everybody can, whatever `app.outage` says (default: as it says)"#,
        example: r#"app = "down""#,
    },
];
