//! The table of all keys.

use crate::scenario::reading::keys::Key;

/// All keys.
pub const KEYS: &[Key] = &[
    Key {
        path: "title",
        meaning: "what charts and reports call the scenario",
        example: r#"title = "Karimun with the queue app""#,
    },
    Key {
        path: "label",
        meaning: "a short title, for charts and tables that show several scenarios",
        example: r#"label = "app""#,
    },
    Key {
        path: "extends",
        meaning: "another scenario file whose keys hold where this one states none",
        example: r#"extends = "karimun.toml""#,
    },
    Key {
        path: "channel",
        meaning: "how people ask for an appointment: kiosk, app, walk-in, or shares of them",
        example: "channel = { app = 0.9, walk-in = 0.1 }",
    },
    Key { path: "run.start", meaning: "first measured day", example: "start = 2019-01-01" },
    Key { path: "run.length", meaning: "how long is measured", example: r#"length = "1 year""# },
    Key {
        path: "run.warm_up",
        meaning: "what is played before the start and not measured (default: nothing)",
        example: r#"warm_up = "8 weeks""#,
    },
    Key {
        path: "run.follow_up",
        meaning: "what is played after the end, so that those who wished in time can be followed (default: nothing)",
        example: r#"follow_up = "8 weeks""#,
    },
    Key {
        path: "run.replications",
        meaning: "how often the run is played with other luck (default: 100)",
        example: "replications = 100",
    },
    Key {
        path: "run.seed",
        meaning: "names the luck: a whole number (default: 1)",
        example: "seed = 2019",
    },
    Key {
        path: "office.hours",
        meaning: r#"opening hours by weekday or ranges of them, or "always" for day and night"#,
        example: r#"hours = { mon-thu = "07:30-12:00, 13:00-16:00", fri = "07:30-11:30, 13:00-16:00" }"#,
    },
    Key {
        path: "office.at_closing",
        meaning: r#"who still waits at closing time: "serve everyone inside" (default), "finish the service begun" or "start only what can finish"; the last two send the others home"#,
        example: r#"at_closing = "serve everyone inside""#,
    },
    Key {
        path: "calendar.holidays",
        meaning: r#""indonesia" (national holidays and joint leave, 2017 to 2027) or "none" (default)"#,
        example: r#"holidays = "indonesia""#,
    },
    Key {
        path: "calendar.closed",
        meaning: "further closed dates or ranges of dates",
        example: r#"closed = [2019-04-17, "2019-12-23 to 2019-12-27"]"#,
    },
    Key {
        path: "calendar.open",
        meaning: "extra working days; they win over closures",
        example: "open = [2019-06-15]",
    },
    Key {
        path: "demand.per_day",
        meaning: "people who want a passport on an average day of the calendar, weekends included",
        example: "per_day = 42.7",
    },
    Key {
        path: "demand.per_year",
        meaning: "people who want a passport in 365 days",
        example: "per_year = 15600",
    },
    Key {
        path: "demand.per_hour",
        meaning: "people who arrive in an average hour, day and night",
        example: "per_hour = 12",
    },
    Key {
        path: "demand.counts",
        meaning: r#"how daily counts of families scatter: "poisson" (default), or a negative binomial"#,
        example: "counts = { negative_binomial = { variance_to_mean = 2.5 } }",
    },
    Key {
        path: "demand.weekday_factors",
        meaning: "seven factors of demand, Monday first, that average 1 (default: all 1)",
        example: "weekday_factors = [1.2, 1.1, 1.1, 1.1, 1.0, 0.8, 0.7]",
    },
    Key {
        path: "demand.month_factors",
        meaning: "twelve factors of demand, January first, that average 1 (default: all 1)",
        example: "month_factors = [1.15, 1.05, 1.05, 0.95, 0.9, 0.95, 1.1, 0.95, 0.95, 0.95, 1.05, 0.95]",
    },
    Key {
        path: "demand.hour_weights",
        meaning: "24 weights of the hours of the day in which wishes arise (default: all alike)",
        example: "hour_weights = [0, 0, 0, 0, 0, 1, 2, 4, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 5, 6, 6, 4, 2, 1]",
    },
    Key {
        path: "demand.family_sizes",
        meaning: "shares of families of 1, 2, ... up to 8 people who come together (default: all alone)",
        example: "family_sizes = [0.55, 0.2, 0.12, 0.08, 0.05]",
    },
    Key {
        path: "origin[].name",
        meaning: "an island or district that people come from",
        example: r#"name = "Kundur""#,
    },
    Key {
        path: "origin[].share",
        meaning: "share of all wishes that arise there",
        example: "share = 0.3",
    },
    Key {
        path: "origin[].phone",
        meaning: "share of families who can use the app by themselves (default: 1)",
        example: "phone = 0.65",
    },
    Key {
        path: "origin[].helped",
        meaning: "share of the others who find somebody to help (default: 1)",
        example: "helped = 0.75",
    },
    Key {
        path: "origin[].to_office",
        meaning: "one way to the office: travel time, and fare in rupiah (default: none)",
        example: r#"to_office = { travel = "1.5 h", fare = 70000 }"#,
    },
    Key {
        path: "origin[].to_office.travel",
        meaning: "time of one way",
        example: r#"travel = "1.5 h""#,
    },
    Key {
        path: "origin[].to_office.fare",
        meaning: "fare of one way in rupiah",
        example: "fare = 70000",
    },
    Key {
        path: "origin[].kiosk",
        meaning: "the kiosk site that people from there use",
        example: r#"kiosk = "Tanjungbatu""#,
    },
    Key {
        path: "origin[].to_kiosk",
        meaning: "one way to the kiosk: travel time, and fare in rupiah (default: none)",
        example: r#"to_kiosk = { travel = "30 min", fare = 10000 }"#,
    },
    Key {
        path: "origin[].to_kiosk.travel",
        meaning: "time of one way",
        example: r#"travel = "30 min""#,
    },
    Key {
        path: "origin[].to_kiosk.fare",
        meaning: "fare of one way in rupiah",
        example: "fare = 10000",
    },
    Key {
        path: "app.help_delay",
        meaning: "how long it takes to find help, for those who cannot use the app by themselves (default: 1 day)",
        example: r#"help_delay = { exponential = { mean = "2 days" } }"#,
    },
    Key {
        path: "app.reaction",
        meaning: "how long after a release people open the app again (default: at once)",
        example: r#"reaction = { exponential = { mean = "2 h" } }"#,
    },
    Key {
        path: "kiosk[].name",
        meaning: "a place with self-service kiosks",
        example: r#"name = "Moro""#,
    },
    Key { path: "kiosk[].machines", meaning: "machines at the place", example: "machines = 1" },
    Key {
        path: "kiosk[].data_entry",
        meaning: "time to enter the data of one person",
        example: r#"data_entry = { lognormal = { mean = "12 min", cv = 0.5 } }"#,
    },
    Key {
        path: "kiosk[].out_of_order",
        meaning: "share of days on which a machine is out of order (default: 0)",
        example: "out_of_order = 0.03",
    },
    Key {
        path: "kiosk[].hours",
        meaning: "opening hours of the place, if not those of the office",
        example: r#"hours = { mon-fri = "08:00-15:00" }"#,
    },
    Key {
        path: "walk_in.daily_cap",
        meaning: "people let in without an appointment on a day (default: unlimited)",
        example: "daily_cap = 8",
    },
    Key {
        path: "persistence.try_again",
        meaning: "probability to try again after finding no appointment, a full cap, closed doors or a broken kiosk (default: 0)",
        example: "try_again = 0.85",
    },
    Key {
        path: "persistence.at_most_tries",
        meaning: "tries after which people are turned away for good (default: unlimited)",
        example: "at_most_tries = 4",
    },
    Key {
        path: "persistence.patience",
        meaning: "time from the wish after which people give up (default: never)",
        example: r#"patience = { gamma = { mean = "60 days", cv = 0.5 } }"#,
    },
    Key {
        path: "booking.daily_quota",
        meaning: "appointments handed out for each working day",
        example: "daily_quota = 60",
    },
    Key {
        path: "booking.window",
        meaning: "how many working days after a release can be booked, 1 to 250",
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
        path: "visit.punctuality",
        meaning: "arrival minus appointed time; may be negative (default: on the dot)",
        example: r#"punctuality = { normal = { mean = "-10 min", deviation = "15 min" } }"#,
    },
    Key {
        path: "visit.comes_back",
        meaning: "share of those sent home with incomplete papers who ask again (default: 0)",
        example: "comes_back = 0.9",
    },
    Key {
        path: "stage[].name",
        meaning: "what the stage is called",
        example: r#"name = "interview""#,
    },
    Key {
        path: "stage[].desks",
        meaning: "desks that serve applicants at the same time",
        example: "desks = 3",
    },
    Key {
        path: "stage[].service",
        meaning: "time at the desk of one person",
        example: r#"service = { lognormal = { mean = "12 min", cv = 0.5 } }"#,
    },
    Key {
        path: "stage[].sent_home",
        meaning: "share sent home after the service, their papers being incomplete (default: 0)",
        example: "sent_home = 0.07",
    },
    Key {
        path: "stage[].refused",
        meaning: "share refused after the service (default: 0)",
        example: "refused = 0.018",
    },
    Key {
        path: "stage[].hours",
        meaning: "opening hours of the stage, if not those of the office",
        example: r#"hours = { mon-fri = "08:00-15:00" }"#,
    },
    Key {
        path: "production.per_week",
        meaning: "passports made in a week of ordinary working days, or unlimited",
        example: "per_week = 310",
    },
    Key {
        path: "production.processing",
        meaning: "working days that a file takes at least, the day after the interview being 1 (default: 0)",
        example: r#"processing = "3 working days""#,
    },
    Key {
        path: "production.promise",
        meaning: "working days within which a passport is promised (default: as processing)",
        example: r#"promise = "3 working days""#,
    },
    Key {
        path: "production.runs",
        meaning: r#""daily" portions of the week (default), or one "weekly" run"#,
        example: r#"runs = "daily""#,
    },
    Key {
        path: "collection.delay",
        meaning: "time from ready to the trip that fetches it (default: the next working day)",
        example: r#"delay = { exponential = { mean = "3 days" } }"#,
    },
    Key {
        path: "collection.never",
        meaning: "share of passports that are never fetched (default: 0)",
        example: "never = 0.002",
    },
    Key {
        path: "start.booked",
        meaning: "people booked on the first, second, ... working day of a run without warm-up; they are not counted",
        example: "booked = [60, 60, 41]",
    },
    Key {
        path: "start.backlog",
        meaning: "files past their processing time that wait on the first day of a run without warm-up",
        example: "backlog = 120",
    },
    Key {
        path: "known[].measure",
        meaning: "name of a measure that theory gives exactly, as in `measures.csv`, for all or for the stage, kiosk, origin or channel in `of`; not handed down to scenarios that extend this one",
        example: r#"measure = "station_wait""#,
    },
    Key { path: "known[].of", meaning: "what it is of (default: all)", example: r#"of = "photo""# },
    Key { path: "known[].value", meaning: "its exact value, in its unit", example: "value = 16.0" },
    Key {
        path: "known[].tolerance",
        meaning: "share of the value by which the figure may differ by its construction, as quantiles do (default: 0)",
        example: "tolerance = 0.01",
    },
    Key { path: "known[].source", meaning: "formula and author", example: r#"source = "M/M/1""# },
    Key {
        path: "sources",
        meaning: "where figures come from: key paths and origins",
        example: "[sources]",
    },
];
