//! Keys of production, collection, the start, and of what is known about figures.

use crate::scenario::reading::keys::Key;

/// The keys in the order of the README.
pub const KEYS: &[Key] = &[
    Key {
        path: "payment.delay",
        meaning: "time from the end of the interview to the payment, with which the file goes into production; the promise counts from it (default: at once)",
        example: r#"delay = { empirical = { values = ["0 days", "1 day"], weights = [6, 4] } }"#,
    },
    Key {
        path: "payment.never",
        meaning: "share that never pays (default: 0)",
        example: "never = 0.01",
    },
    Key {
        path: "payment.within",
        meaning: "time after which nobody can pay any more (default: unlimited)",
        example: r#"within = "7 days""#,
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
        path: "production.outage",
        meaning: "outages of the issuing system (default: none)",
        example: "outage = { starts = 0.005, ends = 0.25 }",
    },
    Key {
        path: "production.outage.starts",
        meaning: "probability that one begins on a working day without",
        example: "starts = 0.005",
    },
    Key {
        path: "production.outage.ends",
        meaning: "probability that it is over on the next working day; 1 divided by the mean number of days",
        example: "ends = 0.25",
    },
    Key {
        path: "production.outage.output",
        meaning: "share of the capacity that is left (default: 0)",
        example: "output = 0.44",
    },
    Key {
        path: "production.outage.slow",
        meaning: "outages of another kind, which leave more than the others (default: none)",
        example: "slow = { share = 0.3, output = 0.44 }",
    },
    Key {
        path: "production.outage.slow.share",
        meaning: "share of all outages that are of this kind",
        example: "share = 0.3",
    },
    Key {
        path: "production.outage.slow.output",
        meaning: "share of the capacity that such an outage leaves",
        example: "output = 0.44",
    },
    Key {
        path: "production.overtime",
        meaning: "work beyond the ordinary after an outage, or after a period with an output below 1, until no due file waits (default: none)",
        example: "overtime = { by = 0.3 }",
    },
    Key {
        path: "production.overtime.by",
        meaning: "passports more than on an ordinary day, as a share from 0 to 1",
        example: "by = 0.3",
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
        meaning: "people booked before a run without warm-up: on its first, second, ... working day, by date, or in a CSV file beside the scenario with the columns `date` and `booked`; they are not counted",
        example: "booked = [60, 60, 41]",
    },
    Key {
        path: "start.backlog",
        meaning: "files that wait on the first day of a run without warm-up: how many past their processing time, how many by the date of receipt, or a CSV file with the columns `received` and `files`; they are not counted",
        example: "backlog = 120",
    },
    Key {
        path: "known[].measure",
        meaning: "name of a measure that theory gives exactly, as in `measures.csv`, for all or for the stage, kiosk, origin, channel or lane in `of`; not handed down to scenarios that extend this one",
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
        path: "target[].measure",
        meaning: "name of a measure, as in `measures.csv`, for all or for what `of` says, that is to reach or not to pass a value; a run or comparison with a missed target ends with status 3",
        example: r#"measure = "ready_within_promise""#,
    },
    Key {
        path: "target[].of",
        meaning: "what it is of, such as a stage or origin (default: all)",
        example: r#"of = "Moro and Durai""#,
    },
    Key {
        path: "target[].at_least",
        meaning: "the least value, in the unit of the measure; a share from 0 to 1",
        example: "at_least = 0.95",
    },
    Key {
        path: "target[].at_most",
        meaning: "the greatest value; a target has one of the two",
        example: "at_most = 10",
    },
    Key {
        path: "target[].confidence",
        meaning: "how sure a verdict is to be, between 0.5 and 1 (default: 0.95)",
        example: "confidence = 0.9",
    },
    Key {
        path: "target[].tolerance",
        meaning: "so close to the value either verdict will do for `antrean plan`, in the unit of the measure (default: 0.005 for shares, else 2 % of the value, or 0.01 where that is 0)",
        example: "tolerance = 0.01",
    },
    Key {
        path: "plan.lever",
        meaning: "the key that `antrean plan` turns, and its values in order, as a range with a step and a unit or as a list; or two such keys, for the best pairs",
        example: r#"lever = "booking.daily_quota=40..80""#,
    },
    Key {
        path: "plan.prefer",
        meaning: "which of the values that reach all targets is wanted: \"largest\" (default) or \"smallest\", one for each lever",
        example: r#"prefer = "largest""#,
    },
    Key {
        path: "plan.confidence",
        meaning: "probability that all verdicts of the plan are right, where no figure lies within the tolerance of its bound (default: 0.95)",
        example: "confidence = 0.9",
    },
    Key {
        path: "plan.at_most_replications",
        meaning: "replications of each value at most; what they do not decide is said (default: 1000)",
        example: "at_most_replications = 2000",
    },
    Key {
        path: "sources",
        meaning: "where figures come from: key paths and origins, or `{ from, range }` with the \
                  least and the greatest value that an uncertain input may have (of a law its \
                  mean, of a list of tables the key in each)",
        example: "[sources]",
    },
];
