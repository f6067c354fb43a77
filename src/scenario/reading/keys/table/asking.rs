//! Keys of how people ask for an appointment: app, kiosks, walk-ins, cut-overs, brokers.

use crate::scenario::reading::keys::Key;

/// The keys in the order of the README.
pub const KEYS: &[Key] = &[
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
        path: "app.outage",
        meaning: "outages of the app, while which nobody books with it; who finds it down asks again when it works, `reaction` later (default: none)",
        example: "outage = { starts = 0.003, ends = 0.2 }",
    },
    Key {
        path: "app.outage.starts",
        meaning: "probability that one begins on a day without, weekends included",
        example: "starts = 0.003",
    },
    Key {
        path: "app.outage.ends",
        meaning: "probability that it is over on the next day; 1 divided by the mean number of its days, weekends included",
        example: "ends = 0.2",
    },
    Key {
        path: "app.walk_ins_when_down",
        meaning: "people who find the app down and are let in without an appointment instead, on each working day at each office, first come first served (default: 0)",
        example: "walk_ins_when_down = 20",
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
        path: "kiosk[].waiting_room",
        meaning: "places to wait, those being served not counted; who finds all taken leaves (default: unlimited)",
        example: "waiting_room = 20",
    },
    Key {
        path: "kiosk[].patience",
        meaning: "how long people wait in this line before they leave it (default: to the end); they try again as `persistence` says",
        example: r#"patience = { exponential = { mean = "30 min" } }"#,
    },
    Key {
        path: "kiosk[].joins",
        meaning: "probabilities to join where 0, 1, 2, ... people wait already, the last for all longer lines; who can be served at once always joins (default: all join)",
        example: "joins = [1, 1, 1, 0.5]",
    },
    Key {
        path: "kiosk[].hours",
        meaning: "opening hours of the place, if not those of the office",
        example: r#"hours = { mon-fri = "08:00-15:00" }"#,
    },
    Key {
        path: "kiosk[].closed",
        meaning: "dates on which it is closed all day: nobody goes there (default: none)",
        example: r#"closed = ["2019-06-10 to 2019-06-14"]"#,
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
        meaning: "time from the wish after which people give up (default: never); `patience` of a kiosk or stage is that in its line",
        example: r#"patience = { gamma = { mean = "60 days", cv = 0.5 } }"#,
    },
    Key {
        path: "cut_over[].name",
        meaning: "a date from which people ask through other channels; what the channels are before it is said by `channel`",
        example: r#"name = "queue app""#,
    },
    Key {
        path: "cut_over[].date",
        meaning: "the first day on which the new channels are taken; several are stated in the order of their dates",
        example: "date = 2019-07-01",
    },
    Key {
        path: "cut_over[].channel",
        meaning: "the channels of those who have changed, as in `channel`; each stays where it is as far as the shares allow",
        example: "channel = { app = 0.9, walk-in = 0.1 }",
    },
    Key {
        path: "cut_over[].ramp",
        meaning: "weeks in which people change, as many more each week, or the shares who have changed in the first, second, ... week, after which all have (default: all at once)",
        example: r#"ramp = "8 weeks""#,
    },
    Key {
        path: "cut_over[].release",
        meaning: "when the book opens from that date on, as in `booking.release` (default: as before)",
        example: r#"release = { weekly = "fri 14:00" }"#,
    },
    Key {
        path: "broker[].name",
        meaning: "accounts that take places as soon as the book opens, before anybody else, to sell them to people who find it full; who buys comes in their name, and what is not sold goes to waste",
        example: r#"name = "calo""#,
    },
    Key { path: "broker[].accounts", meaning: "how many accounts it has", example: "accounts = 6" },
    Key {
        path: "broker[].places",
        meaning: "places that each account takes whenever the book opens",
        example: "places = 5",
    },
    Key {
        path: "broker[].identities",
        meaning: "national identity numbers that it can use, for as many bookings at a time where `safeguards.one_per_identity` holds (default: unlimited)",
        example: "identities = 20",
    },
    Key {
        path: "broker[].prepays",
        meaning: "places that it holds and can pay for at a time where `booking.prepayment` holds; those beyond that it has not sold in time are free again (default: unlimited)",
        example: "prepays = 10",
    },
    Key {
        path: "broker[].buyers",
        meaning: "share of those who find the book full, each time, that would buy a place if there is one (default: 0, all places go to waste)",
        example: "buyers = 0.3",
    },
    Key {
        path: "broker[].price",
        meaning: "what a place costs, in rupiah (default: 0)",
        example: "price = 250000",
    },
    Key { path: "safeguards", meaning: "what is done against brokers", example: "[safeguards]" },
    Key {
        path: "safeguards.per_account",
        meaning: "places for an account at most whenever the book opens (default: unlimited)",
        example: "per_account = 3",
    },
    Key {
        path: "safeguards.one_per_identity",
        meaning: "one booking at a time for each national identity number (default: false)",
        example: "one_per_identity = true",
    },
    Key {
        path: "safeguards.face_match",
        meaning: "share of brokers' bookings that are found out and refused, as by the webcam of a kiosk (default: 0)",
        example: "face_match = 0.9",
    },
];
