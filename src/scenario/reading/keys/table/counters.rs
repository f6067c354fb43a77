//! Keys of the visit and its stages.

use crate::scenario::reading::keys::Key;

/// The keys in the order of the README.
pub const KEYS: &[Key] = &[
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
        path: "visit.long_wait",
        meaning: "a wait in the office or in a line longer than this counts as long (default: 30 min)",
        example: r#"long_wait = "30 min""#,
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
        path: "stage[].lane_service",
        meaning: "services of lanes that differ from `service`, by the name of the lane",
        example: r#"lane_service = { priority = "8 min" }"#,
    },
    Key {
        path: "stage[].at_once",
        meaning: "people whom a desk serves at the same time; it begins with those who are there, and their service is that of the first (default: 1)",
        example: "at_once = 10",
    },
    Key {
        path: "stage[].waiting_room",
        meaning: "places to wait, those being served not counted; who finds all taken leaves (default: unlimited)",
        example: "waiting_room = 20",
    },
    Key {
        path: "stage[].patience",
        meaning: "how long people wait in this line before they leave it (default: to the end); they try again as `persistence` says",
        example: r#"patience = { exponential = { mean = "30 min" } }"#,
    },
    Key {
        path: "stage[].joins",
        meaning: "probabilities to join where 0, 1, 2, ... people wait already, the last for all longer lines; who can be served at once always joins (default: all join)",
        example: "joins = [1, 1, 1, 0.5]",
    },
    Key {
        path: "stage[].outage",
        meaning: "how each desk fails and is repaired, by itself (default: never)",
        example: r#"outage = { every = { exponential = { mean = "4 h" } }, lasts = "30 min" }"#,
    },
    Key {
        path: "stage[].outage.every",
        meaning: "working time of a desk from one outage to the next",
        example: r#"every = { exponential = { mean = "4 h" } }"#,
    },
    Key {
        path: "stage[].outage.lasts",
        meaning: "how long an outage lasts",
        example: r#"lasts = { exponential = { mean = "30 min" } }"#,
    },
    Key {
        path: "stage[].outage.clock",
        meaning: r#"which time brings the next outage nearer: "always" (default), or the "busy" time of the desk"#,
        example: r#"clock = "busy""#,
    },
    Key {
        path: "stage[].outage.interrupted",
        meaning: r#"a service that an outage interrupts: "resumes" (default) where it stopped, or "starts again""#,
        example: r#"interrupted = "resumes""#,
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
        path: "stage[].sent_back",
        meaning: "share sent back after the service, to the end of the line: of this stage, or of the one that a table names (default: 0)",
        example: r#"sent_back = { share = 0.1, to = "photo" }"#,
    },
    Key { path: "stage[].sent_back.share", meaning: "share sent back", example: "share = 0.1" },
    Key {
        path: "stage[].sent_back.to",
        meaning: "the stage to go through again: this one (default) or one before it",
        example: r#"to = "photo""#,
    },
    Key {
        path: "stage[].hours",
        meaning: "opening hours of the stage, if not those of the office",
        example: r#"hours = { mon-fri = "08:00-15:00" }"#,
    },
    Key {
        path: "stage[].closed",
        meaning: "dates on which it is closed all day: who comes to it leaves, and tries again as `persistence` says (default: none)",
        example: "closed = [2019-06-03]",
    },
];
