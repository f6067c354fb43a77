//! Random small offices: one week with demand on Monday and Tuesday, so that all are gone at its
//! end.

use proptest::prelude::{ProptestConfig, Strategy};
use proptest::test_runner::RngSeed;

/// A small office, to be written as a scenario text.
#[derive(Clone, Debug)]
pub struct SmallOffice {
    /// What stands before the first table, such as lanes.
    pub head: String,
    /// The channel, with the book or kiosk that it needs.
    pub channel: &'static str,
    pub closing: &'static str,
    pub per_day: u32,
    pub seed: u32,
    /// Rules of the line of the photo, and of a kiosk if there is one.
    pub line: String,
    /// The rest of the photo stage, such as desks and services.
    pub photo: String,
    /// What follows, such as another stage.
    pub tail: String,
}

const WALK_IN: &str = "channel = \"walk-in\"";
const KIOSK: &str = r#"
    channel = { kiosk = 0.7, walk-in = 0.3 }
    booking = { daily_quota = 40, window = "2 working days" }
    origin = [{ name = "island", share = 1, kiosk = "Moro" }]
"#;
const CHANNELS: [&str; 2] = [WALK_IN, KIOSK];
const CLOSING: [&str; 3] =
    ["serve everyone inside", "finish the service begun", "start only what can finish"];
const LINES: [&str; 6] = [
    "",
    "waiting_room = 2",
    "patience = { exponential = { mean = \"10 min\" } }",
    "patience = \"8 min\"\nwaiting_room = 4",
    "joins = [0.9, 0.5, 0.2]",
    "joins = [1, 0.7]\nwaiting_room = 5\npatience = \"30 min\"",
];
const SERVICES: [&str; 3] = [
    "\"7 min\"",
    "{ exponential = { mean = \"7 min\" } }",
    "{ gamma = { mean = \"9 min\", cv = 0.7 } }",
];
const OUTAGES: [&str; 4] = [
    "",
    "outage = { every = { exponential = { mean = \"90 min\" } }, lasts = \"15 min\" }",
    "outage = { every = \"45 min\", lasts = { exponential = { mean = \"9 min\" } }, clock = \"busy\" }",
    "outage = { every = { exponential = { mean = \"3 h\" } }, lasts = \"9 min\", interrupted = \"starts again\" }",
];
const BACK: [&str; 3] = ["", "sent_back = 0.3", "sent_home = 0.2"];
const TALK: [&str; 3] = [
    "",
    "[[stage]]\nname = \"talk\"\ndesks = 1\nservice = \"6 min\"\nwaiting_room = 1\n",
    "[[stage]]\nname = \"talk\"\ndesks = 2\nservice = { uniform = { low = \"0 min\", high = \"9 min\" } }\n\
     sent_back = { share = 0.2, to = \"photo\" }\n",
];

/// The stations of any of these offices.
pub const STATIONS: [&str; 3] = ["Moro", "photo", "talk"];

/// Draws an office.
pub fn small_office() -> impl Strategy<Value = SmallOffice> {
    let people = (0..2_usize, 0..3_usize, 1..11_u32, 0..100_000_u32);
    let desks = (1..4_u32, 1..4_u32, 0..3_usize);
    let rules = (0..6_usize, 0..4_usize, 0..3_usize, 0..3_usize);
    (people, desks, rules).prop_map(|(people, desks, rules)| {
        let (channel, closing, per_day, seed) = people;
        let (desks, at_once, service) = desks;
        let (line, outage, back, talk) = rules;
        let service = SERVICES[service];
        SmallOffice {
            head: String::new(),
            channel: CHANNELS[channel],
            closing: CLOSING[closing],
            per_day,
            seed,
            line: LINES[line].to_string(),
            photo: format!(
                "desks = {desks}\nat_once = {at_once}\nservice = {service}\n{}\n{}",
                OUTAGES[outage], BACK[back]
            ),
            tail: TALK[talk].to_string(),
        }
    })
}

/// Few cases, always the same.
pub fn quick() -> ProptestConfig {
    ProptestConfig {
        cases: 40,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2019),
        ..ProptestConfig::default()
    }
}

impl SmallOffice {
    /// The scenario as a text.
    pub fn text(&self) -> String {
        let SmallOffice { head, channel, closing, per_day, seed, line, photo, tail } = self;
        let kiosk = match *channel == KIOSK {
            true => format!(
                "[[kiosk]]\nname = \"Moro\"\nmachines = 1\ndata_entry = \"6 min\"\n{line}\n"
            ),
            false => String::new(),
        };
        format!(
            r#"
            {channel}
            {head}
            [run]
            start = 2026-01-05
            length = "1 week"
            replications = 1
            seed = {seed}
            [office]
            hours = {{ mon-fri = "08:00-12:00, 13:00-16:00" }}
            at_closing = "{closing}"
            [demand]
            per_day = {per_day}
            weekday_factors = [3.5, 3.5, 0, 0, 0, 0, 0]
            family_sizes = [0.7, 0.3]
            {kiosk}
            [[stage]]
            name = "photo"
            {line}
            {photo}
            {tail}
            "#
        )
    }
}
