//! Keys of the people: demand, origins, offices and lanes.

use crate::scenario::reading::keys::Key;

/// The keys in the order of the README.
pub const KEYS: &[Key] = &[
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
        meaning: "people who wish in an average hour, day and night: 24 times as many a day, all of whom come within opening hours",
        example: "per_hour = 12",
    },
    Key {
        path: "demand.from",
        meaning: "a CSV file beside the scenario with the wishes, in the place of a rate: its columns are `time` and, if wanted, `people`, `origin` and `lane`, or `date`, `count` and, if wanted, `origin` and `lane`",
        example: r#"from = "wishes-2019.csv""#,
    },
    Key {
        path: "demand.from.csv",
        meaning: "the file, where there is more to say",
        example: r#"csv = "wishes-2019.csv""#,
    },
    Key {
        path: "demand.from.resample",
        meaning: r#""none" (default: every replication has the wishes of the file on their dates) or "weeks" (each week of a replication is one of the file, drawn at random)"#,
        example: r#"resample = "weeks""#,
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
        meaning: "24 weights of the hours of the day in which wishes arise, and in which people, within opening hours, go to a kiosk or walk in (default: all alike)",
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
        path: "origin[].to_office.by",
        meaning: "what one travels by: `land` or `boat`, whose hours are counted apart (default: land)",
        example: r#"by = "boat""#,
    },
    Key {
        path: "origin[].to_office.cancelled",
        meaning: "share of days on which no boat goes and nobody gets to the office, or twelve shares, January first (default: 0)",
        example: "cancelled = 0.03",
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
        path: "origin[].to_kiosk.by",
        meaning: "what one travels by: `land` or `boat`, whose hours are counted apart (default: land)",
        example: r#"by = "boat""#,
    },
    Key {
        path: "origin[].to_kiosk.cancelled",
        meaning: "the same for the way to the kiosk; one draw for both on a day (default: 0)",
        example: "cancelled = 0.03",
    },
    Key {
        path: "origin[].office",
        meaning: "the office of its people, by the name of a `[[branch]]` (default: the first)",
        example: r#"office = "Batam""#,
    },
    Key {
        path: "offices",
        meaning: "what holds between several offices; each is a `[[branch]]`",
        example: "[offices]",
    },
    Key {
        path: "offices.table",
        meaning: "a CSV file beside the scenario, each row of which is a `[[branch]]`: columns are its keys, as in `name`, `weight`, `booking.daily_quota` or `stage.interview.desks`; an empty cell says nothing",
        example: r#"table = "nation.csv""#,
    },
    Key {
        path: "offices.choice",
        meaning: r#"where the app lets those book whose own office is full: "home" (default, nowhere else), "province" or "all""#,
        example: r#"choice = "province""#,
    },
    Key {
        path: "offices.elsewhere",
        meaning: "share of those who find their own office full that looks at others (default: 0)",
        example: "elsewhere = 0.3",
    },
    Key {
        path: "offices.looks_at",
        meaning: "how many others they look at, nearest first: those of the province, in the order of the file, then those beyond (default: 5)",
        example: "looks_at = 3",
    },
    Key {
        path: "offices.to_another",
        meaning: "one way to another office: travel time, and fare in rupiah (default: none)",
        example: r#"to_another = { travel = "3 h", fare = 100000 }"#,
    },
    Key {
        path: "offices.to_another.travel",
        meaning: "time of one way",
        example: r#"travel = "3 h""#,
    },
    Key {
        path: "offices.to_another.fare",
        meaning: "fare of one way in rupiah",
        example: "fare = 100000",
    },
    Key {
        path: "offices.to_another.by",
        meaning: "what one travels by: `land` or `boat`, whose hours are counted apart (default: land)",
        example: r#"by = "boat""#,
    },
    Key {
        path: "offices.to_another_province",
        meaning: "one way to an office of another province (default: as to_another)",
        example: r#"to_another_province = { travel = "8 h", fare = 900000 }"#,
    },
    Key {
        path: "offices.to_another_province.travel",
        meaning: "time of one way",
        example: r#"travel = "8 h""#,
    },
    Key {
        path: "offices.to_another_province.fare",
        meaning: "fare of one way in rupiah",
        example: "fare = 900000",
    },
    Key {
        path: "offices.to_another_province.by",
        meaning: "what one travels by: `land` or `boat`, whose hours are counted apart (default: land)",
        example: r#"by = "boat""#,
    },
    Key {
        path: "branch[].name",
        meaning: "an office among several; beside the keys below it may have `office`, `calendar`, `period`, `booking`, `visit`, `stage`, `production`, `collection`, `walk_in` and `start` of its own, which are laid over those of the scenario as by `extends`",
        example: r#"name = "Batam""#,
    },
    Key {
        path: "branch[].province",
        meaning: "the province it lies in (default: all in one)",
        example: r#"province = "Kepulauan Riau""#,
    },
    Key {
        path: "branch[].weight",
        meaning: "how many wishes arise among its people beside those of the other offices, where no `[[origin]]` is stated (default: 1)",
        example: "weight = 345",
    },
    Key {
        path: "branch[].phone",
        meaning: "share of its families who can use the app by themselves (default: 1)",
        example: "phone = 0.8",
    },
    Key {
        path: "branch[].helped",
        meaning: "share of the others who find somebody to help (default: 1)",
        example: "helped = 0.75",
    },
    Key {
        path: "branch[].to_office",
        meaning: "one way of its people to it: travel time, and fare in rupiah (default: none)",
        example: r#"to_office = { travel = "40 min", fare = 20000 }"#,
    },
    Key {
        path: "branch[].to_office.travel",
        meaning: "time of one way",
        example: r#"travel = "40 min""#,
    },
    Key {
        path: "branch[].to_office.fare",
        meaning: "fare of one way in rupiah",
        example: "fare = 20000",
    },
    Key {
        path: "branch[].to_office.by",
        meaning: "what one travels by: `land` or `boat`, whose hours are counted apart (default: land)",
        example: r#"by = "boat""#,
    },
    Key {
        path: "lane[].name",
        meaning: "a kind of applicants: with ways to the counter, a place in line, services or a processing time of its own",
        example: r#"name = "elderly""#,
    },
    Key {
        path: "lane[].share",
        meaning: "share of all families that are of this kind",
        example: "share = 0.08",
    },
    Key {
        path: "lane[].priority",
        meaning: "who is called first where several wait: 1 (default) before 2 before 3",
        example: "priority = 1",
    },
    Key {
        path: "lane[].channel",
        meaning: "how its people ask, as in `channel`, whatever a `[[cut_over]]` says (default: as all)",
        example: r#"channel = "walk-in""#,
    },
    Key {
        path: "lane[].daily_cap",
        meaning: "its people let in without an appointment on a day, counted apart from others (default: they share `walk_in.daily_cap`)",
        example: "daily_cap = 8",
    },
    Key {
        path: "lane[].until",
        meaning: "nobody of it is let in without an appointment from this time of day on; people know and come before (default: closing time)",
        example: r#"until = "11:00""#,
    },
    Key {
        path: "lane[].processing",
        meaning: "working days that its files take at least; those of lanes with less than `production.processing` are made before all others (default: as all)",
        example: r#"processing = "0 working days""#,
    },
    Key {
        path: "lane[].promise",
        meaning: "working days within which its passports are promised (default: its `processing`, or else `production.promise`)",
        example: r#"promise = "1 working day""#,
    },
    Key {
        path: "outreach[].name",
        meaning: "a team that serves people where they live; what they need is done there, and their files go into production the same day. They are people beside those of `demand`, in the first lane, and fetch their passports as others do",
        example: r#"name = "Eazy Passport at Moro""#,
    },
    Key {
        path: "outreach[].dates",
        meaning: "when it goes out: a date, a range of dates, or a list of them; closed days too",
        example: "dates = [2019-03-12, 2019-09-17]",
    },
    Key {
        path: "outreach[].files",
        meaning: "people whom it serves on each of these days",
        example: "files = 40",
    },
    Key {
        path: "outreach[].origin",
        meaning: "where they live (default: the only origin)",
        example: r#"origin = "Moro and Durai""#,
    },
    Key {
        path: "outreach[].takes",
        meaning: "desks that stay empty on these days, by stage (default: none)",
        example: r#"takes = { "photo and interview" = 1 }"#,
    },
];
