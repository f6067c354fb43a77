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
        meaning: "how far after a release can be booked: 1 to 250 working days, or 1 to 52 weeks of seven calendar days",
        example: r#"window = "5 working days""#,
    },
    Key {
        path: "booking.release",
        meaning: r#"when new days open for booking: "rolling" (default: one more every midnight), or once a week the whole window"#,
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
