//! Keys of the scenario as a whole: names, dates, opening hours and calendar.

use crate::scenario::reading::keys::Key;

/// The keys in the order of the README.
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
        path: "language",
        meaning: "what people read is in Indonesian (id) or English (en) unless `--language` says otherwise (default: by the machine's locale)",
        example: r#"language = "id""#,
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
        meaning: "how often the run is played with other luck (default: 100), or a table: until some figures are precise",
        example: "replications = 100",
    },
    Key {
        path: "run.replications.precision",
        meaning: "how far the interval of each figure may reach to either side: in percent of the mean, or a number in the unit of the measure, which a comparison asks of the difference too",
        example: r#"precision = "2 %""#,
    },
    Key {
        path: "run.replications.of",
        meaning: "the figures that are all to be so precise: names of measures, as in `measures.csv`, or tables for others than all",
        example: r#"of = ["waiting", { measure = "station_wait", of = "photo" }]"#,
    },
    Key {
        path: "run.replications.of[].measure",
        meaning: "name of a measure",
        example: r#"measure = "station_wait""#,
    },
    Key {
        path: "run.replications.of[].of",
        meaning: "what it is of (default: all)",
        example: r#"of = "photo""#,
    },
    Key {
        path: "run.replications.of[].precision",
        meaning: "its own precision (default: that of all)",
        example: "precision = 0.5",
    },
    Key {
        path: "run.replications.at_least",
        meaning: "replications before any precision counts (default: 10)",
        example: "at_least = 20",
    },
    Key {
        path: "run.replications.at_most",
        meaning: "replications after which the run ends, precise or not (default: 1000); `verify`, `sweep` and `sensitivity` play so many",
        example: "at_most = 500",
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
];
