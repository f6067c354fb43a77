//! What can be wrong within a scenario.

use crate::place::{Ended, Place, SOUND, no_complaints, sound_but};

/// Name, a part of the sound scenario, what stands there instead, and what the message says.
pub type Case = (&'static str, &'static str, &'static str, &'static str);

const SERVICE: &str = r#"{ lognormal = { mean = "12 min", cv = 0.5 } }"#;
const HOURS: &str = r#"{ mon-fri = "08:00-12:00, 13:00-16:00" }"#;
const RUN: &str = "start = 2026-01-05\nlength = \"2 weeks\"\nreplications = 2\n";
const STAGE: &str = "[[stage]]\nname = \"interview\"\ndesks = 1\n";

#[rustfmt::skip]
const STRUCTURE: &[Case] = &[
    ("F011 NUL in a text", "small office", "small\0office", "a.toml:1:"),
    ("F019 key twice", "per_day = 12", "per_day = 12\nper_day = 13", "duplicate key `per_day` | first here | a.toml:14:1"),
    ("F019 section twice", "[production]", "[booking]\ntarget = \"1 working day\"\n[production]", "duplicate key `booking` | first here"),
    ("F021 misspelt key", "daily_quota", "daly_quotta", "unknown key `daly_quotta` | did you mean `daily_quota`? | a.toml:16:1"),
    ("F023 key of another table", "per_week = 120", "per_week = 120\ndaily_quota = 5", "`daily_quota` belongs in `[booking]`"),
    ("F025 number for a list", "[demand]", "[calendar]\nclosed = 3\n[demand]", "`calendar.closed` must be a list | the number 3"),
    ("F025 number for a table", "\n[run]", "sources = 3\n[run]", "`sources` must be a table | the number 3"),
    ("one stage in single brackets", "[[stage]]", "[stage]", "`stage` must be a list of tables | write `[[stage]]`"),
    ("two stages of one name", "[[stage]]", "[[stage]]\nname = \"interview\"\ndesks = 1\nservice = \"1 min\"\n[[stage]]", "`stage.interview` is there twice | first here"),
    ("F027 half a desk", "desks = 1", "desks = 2.5", "`stage.interview.desks` must be a whole number | the number 2.5"),
    ("F029 leading zero", "desks = 1", "desks = 007", "a number has no leading zeros | write 7"),
    ("F031 number too large", "per_day = 12", "per_day = 1e400", "overflowed | a.toml:13:11"),
    ("F033 no per_week", "per_week = 120\n", "", "`production` lacks `per_week` | add `per_week = 310`"),
    ("F033 no channel", "channel = \"app\"\n", "", "lacks `channel` | add `channel = "),
    ("F033 no [run]", "[run]\nstart = 2026-01-05\nlength = \"2 weeks\"\nreplications = 2\n", "", "lacks `run` | `[run]` with `start`, `length`"),
    ("F033 no [office]", "[office]\nhours = { mon-fri = \"08:00-12:00, 13:00-16:00\" }\n", "", "lacks `office` | `[office]` with `hours`"),
    ("F033 no [demand]", "[demand]\nper_day = 12\n", "", "lacks `demand` | `[demand]` with `per_day`"),
    ("F033 no demand in [demand]", "per_day = 12\n", "", "lacks the number of people | per_year = 15600"),
    ("F035 git conflict", "[demand]", "<<<<<<< HEAD\n[demand]", "unresolved git conflict | a.toml:12:1"),
    ("key of two words", "daily_quota", "daily quota", "a key is one word | write `daily_quota`"),
    ("colon for =", "per_day = 12", "per_day: 12", "joined by `=` | a.toml:13"),
    ("text without quotes", "\"A small office\"", "Small", "a text stands in quotes | write it in straight double quotes"),
    ("bracket not closed", "cv = 0.5 } }", "cv = 0.5 }", "a bracket is not closed"),
];

#[rustfmt::skip]
const NUMBERS: &[Case] = &[
    ("not a number", "per_day = 12", "per_day = nan", "`demand.per_day` must be a number, 0 or more | `nan`"),
    ("F037 infinity", "desks = 1", "desks = inf", "`inf` | for no limit write \"unlimited\""),
    ("F039 negative rate", "per_day = 12", "per_day = -0.1", "`demand.per_day` must be a number, 0 or more | the number -0.1"),
    ("F039 negative time", "\"12 min\"", "\"-12 min\"", "service.lognormal.mean` must be a length of time | cannot be negative"),
    ("F043 huge rate", "per_day = 12", "per_day = 1e12", "`demand.per_day` must be at most 1,000,000 people a day"),
    ("F043 huge rate by the hour", "per_day = 12", "per_hour = 1e300", "`demand.per_hour` must be at most"),
    ("F045 no replications", "replications = 2", "replications = 0", "`run.replications` must be a whole number from 1 to 1000000 | the number 0"),
    ("F047 no unit", "\"12 min\"", "12", "must be a length of time | did you mean `\"12 min\"`?"),
    ("unknown unit", "\"12 min\"", "\"12 mins\"", "units are ms, s, min, h | did you mean `\"12 min\"`?"),
    ("F049 channel shares", "channel = \"app\"", "channel = { app = 0.5, walk-in = 0.4 }", "add up to 0.9 | they must add up to 1"),
    ("F049 family sizes", "per_day = 12", "per_day = 12\nfamily_sizes = [0.5, 0.4]", "the shares of the family sizes add up to 0.9"),
    ("F049 origins", "[run]", "[[origin]]\nname = \"Moro\"\nshare = 0.35\n[run]", "the shares of the origins add up to 0.35"),
    ("families of nine", "per_day = 12", "per_day = 12\nfamily_sizes = [0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]", "`demand.family_sizes` must have at most 8 shares"),
    ("factors that do not average 1", "per_day = 12", "per_day = 12\nweekday_factors = [2, 2, 2, 2, 2, 2, 2]", "the 7 factors average 2 | must average 1"),
    ("two months", "per_day = 12", "per_day = 12\nmonth_factors = [1, 1]", "`demand.month_factors` must be a list of 12 | a list of 2"),
    ("two rates", "per_day = 12", "per_day = 12\nper_year = 100", "stated twice | keep one"),
    ("a percentage", "desks = 1", "desks = 1\nsent_home = 35", "must be a share from 0 to 1 | did you mean `0.35`?"),
    ("a percent sign", "desks = 1", "desks = 1\nsent_home = 35%", "TOML has no percent sign | write a share: 0.35"),
    ("decimal comma", "per_day = 12", "per_day = 12,5", "write decimals with a point: 12.5"),
    ("decimal comma in a table", "cv = 0.5", "cv = 0,5", "write decimals with a point: 0.5"),
    ("decimal comma in a text", "\"12 min\"", "\"4,5 min\"", "did you mean `\"4.5 min\"`?"),
    ("F053 negative seed", "replications = 2", "seed = -1", "`run.seed` must be a whole number, 0 or more"),
    ("F053 seed of 2^64", "replications = 2", "seed = 18446744073709551616", "too large | 9223372036854775807"),
    ("F053 seed in words", "replications = 2", "seed = \"luck\"", "`run.seed` must be a whole number"),
    ("scatter beyond reason", "per_day = 12", "per_day = 12\ncounts = { negative_binomial = { variance_to_mean = 1e300 } }", "variance_to_mean` must be more than 1, at most 1000"),
];

#[rustfmt::skip]
const LAWS: &[Case] = &[
    ("F055 negative spread", "cv = 0.5", "cv = -1", "service.lognormal.cv` must be a number, 0 or more"),
    ("spread beyond reason", "cv = 0.5", "cv = 1e6", "service.lognormal.cv` must be at most 20"),
    ("exponential of mean 0", SERVICE, "{ exponential = { mean = \"0 min\" } }", "`stage.interview.service.exponential` makes no law: the mean must be more than 0"),
    ("F057 triangle out of order", SERVICE, "{ triangular = { low = \"5 min\", mode = \"3 min\", high = \"9 min\" } }", "low <= mode <= high | 5 min | 3 min | 9 min"),
    ("uniform out of order", SERVICE, "{ uniform = { low = \"9 min\", high = \"5 min\" } }", "must not lie above the highest"),
    ("F059 normal service", SERVICE, "{ normal = { mean = \"2 min\", deviation = \"5 min\" } }", "a normal law gives negative times | use lognormal"),
    ("F061 misspelt law", "lognormal", "lognromal", "did you mean `{ lognormal = ... }`? | `exponential`"),
    ("two laws", SERVICE, "{ exponential = { mean = \"1 min\" }, constant = \"1 min\" }", "exactly one of"),
    ("half a phase", SERVICE, "{ erlang = { mean = \"5 min\", phases = 2.5 } }", "phases` must be a whole number from 1 to 1000"),
    ("Weibull without shape", SERVICE, "{ weibull = { mean = \"5 min\" } }", "lacks `shape`"),
    ("weights without values", SERVICE, "{ empirical = { values = [\"5 min\"], weights = [1, 2] } }", "as many weights as values"),
];

#[rustfmt::skip]
const LOGIC: &[Case] = &[
    ("F065 no desks", "desks = 1", "desks = 0", "`stage.interview.desks` must be a whole number from 1 to 100000 | the number 0 | a.toml:21:9"),
    ("F069 never open", HOURS, "{ mon = \"closed\" }", "`office.hours` must open the office"),
    ("F071 closed all year", "[demand]", "[calendar]\nclosed = [\"2026-01-01 to 2026-12-31\"]\n[demand]", "the office is never open between 2026-01-05 and 2026-01-18"),
    ("closed for ages", "[demand]", "[calendar]\nclosed = [\"0001-01-01 to 9999-12-31\"]\n[demand]", "`calendar.closed[1]` must be a range of at most 100 years"),
    ("closed backwards", "[demand]", "[calendar]\nclosed = [\"2026-02-01 to 2026-01-01\"]\n[demand]", "from a date to a later one"),
    ("no such day", "2026-01-05", "2026-02-30", "February 2026 has 28 days"),
    ("F075 day first", "2026-01-05", "\"05/01/2026\"", "`run.start` must be a date | did you mean `2026-01-05`?"),
    ("F075 a date with a time zone", "2026-01-05", "2026-01-05T00:00:00+07:00", "did you mean `2026-01-05`?"),
    ("F077 beyond year 9999", "2026-01-05", "9999-12-25", "ends with year 9999"),
    ("F077 follow-up beyond year 9999", "2026-01-05", "9999-12-01\nfollow_up = \"8 weeks\"", "ends with year 9999"),
    ("holidays unknown in the follow-up", RUN, "start = 2026-01-05\nlength = \"102 weeks\"\nfollow_up = \"8 weeks\"\n[calendar]\nholidays = \"indonesia\"\n", "known from 2017 to 2027 | to 2028-02-13"),
    ("holidays unknown in the warm-up", RUN, "start = 2017-01-02\nlength = \"2 weeks\"\nwarm_up = \"1 week\"\n[calendar]\nholidays = \"indonesia\"\n", "known from 2017 to 2027 | goes from 2016-12-26"),
    ("warm-up of half days", "length", "warm_up = \"36 h\"\nlength", "`run.warm_up` must be whole days"),
    ("length in hours", "\"2 weeks\"", "\"12 h\"", "`run.length` must be a length of whole days"),
    ("hours that end before they begin", "08:00-12:00", "12:00-08:00", "`office.hours.mon-fri` must be hours in order | ends before it begins"),
    ("three hundred openings a day", HOURS, OPENINGS, "must have at most 24 intervals a day"),
    ("window of nothing", "10 working days", "0 working days", "`booking.window` must be from 1 to 250 working days"),
    ("window of years", "10 working days", "100 weeks", "`booking.window` must be from 1 to 52 weeks | the text \"100 weeks\""),
    ("window in days", "10 working days", "10 days", "did you mean `\"10 working days\"`?"),
    ("slots of nothing", "window", "slot = \"0 min\"\nwindow", "`booking.slot` must be from 1 min"),
    ("slots of a millisecond", "window", "slot = \"1 ms\"\nwindow", "`booking.slot` must be from 1 min"),
    ("last slot before opening", "window", "last_slot = \"07:00\"\nwindow", "`booking.last_slot` leaves a day without any slot"),
    ("release on no weekday", "window", "release = { weekly = \"fry 14:00\" }\nwindow", "must be a weekday | did you mean `fri`?"),
    ("monthly release on the 31st", "window", "release = { monthly = \"31 14:00\" }\nwindow", "must be a day that every month has, from 1 to 28 | for example \"25 14:00\""),
    ("monthly release without a time", "window", "release = { monthly = \"25\" }\nwindow", "must be a day that every month has"),
    ("a window of years in months", "10 working days", "13 months", "must be from 1 to 52 weeks, 1 to 12 months"),
    ("nothing to pay in", "window", "prepayment = { unpaid = 0.1 }\nwindow", "`booking.prepayment` lacks `within`"),
    ("paid at once", "window", "prepayment = { within = \"0 min\" }\nwindow", "`booking.prepayment.within` must be 1 min or longer"),
    ("cancelled after the visit", "window", "cancelling = { share = 0.1, notice = \"-1 day\" }\nwindow", "`booking.cancelling.notice` must be a length of time"),
    ("moved by a name", "window", "reschedule = { at_most = 1, shares = 0.5, notice = \"1 day\" }\nwindow", "did you mean `share`?"),
    ("unknown release", "window", "release = \"roling\"\nwindow", "did you mean `\"rolling\"`?"),
    ("processing for ages", "\"3 working days\"", "\"4294967295 working days\"", "`production.processing` must be at most 1000 working days"),
    ("app without a book", "[booking]\ndaily_quota = 25\nwindow = \"10 working days\"\n", "", "need an appointment book | add `[booking]`"),
    ("unknown channel", "channel = \"app\"", "channel = \"ap\"", "did you mean `\"app\"`?"),
    ("kiosks nowhere", "channel = \"app\"", "channel = \"kiosk\"", "have no kiosk to go to"),
    ("misspelt kiosk", "channel = \"app\"", KIOSK_MISSPELT, "`origin.island.kiosk` must be the name of a `[[kiosk]]` | did you mean \"Moro\"?"),
    ("kiosk never open", "channel = \"app\"", KIOSK_CLOSED, "the kiosk Moro is never open"),
    ("backlog of billions", "[production]", "[start]\nbacklog = 4294967295\n[production]", "`start.backlog` must be a whole number from 0 to 1000000"),
    ("bookings of millions", "[production]", "[start]\nbooked = [900000, 900000]\n[production]", "`start.booked` must add up to at most 1,000,000"),
    ("source of nothing", "[production]", "[sources]\n\"booking.daily_qota\" = \"a guess\"\n[production]", "did you mean `booking.daily_quota`?"),
    ("empty name", "\"interview\"", "\"\"", "`stage[1].name` must not be empty"),
    ("name on two lines", "\"interview\"", "\"inter\\nview\"", "must be on one line"),
    ("escape in a title", "\"A small office\"", "\"\\u001b[31mred\"", "`title` must be on one line, without control characters"),
    ("turned title", "\"A small office\"", "\"\\u202egnp.exe\"", "`title` must not hide U+202E, a mark of direction | delete it"),
    ("isolated name", "\"interview\"", "\"inter\u{2066}view\"", "must not hide U+2066, a mark of direction"),
    ("name with nothing in it", "\"interview\"", "\"inter\\u200bview\"", "must not hide U+200B, a character without width"),
    ("range of a language", "[production]", "[sources]\nlanguage = { from = \"us\", range = [1, 2] }\n[production]", "language is no lever | leave its range out"),
];

const OPENINGS: &str = r#"{ mon = "08:00-08:01, 08:02-08:03, 08:04-08:05, 08:06-08:07, 08:08-08:09, 08:10-08:11, 08:12-08:13, 08:14-08:15, 08:16-08:17, 08:18-08:19, 08:20-08:21, 08:22-08:23, 08:24-08:25, 08:26-08:27, 08:28-08:29, 08:30-08:31, 08:32-08:33, 08:34-08:35, 08:36-08:37, 08:38-08:39, 08:40-08:41, 08:42-08:43, 08:44-08:45, 08:46-08:47, 08:48-08:49" }"#;

const KIOSK_MISSPELT: &str = r#"channel = "kiosk"
origin = [{ name = "island", share = 1, kiosk = "Mor" }]
kiosk = [{ name = "Moro", machines = 1, data_entry = "5 min" }]"#;

const KIOSK_CLOSED: &str = r#"channel = "kiosk"
origin = [{ name = "island", share = 1, kiosk = "Moro" }]
kiosk = [{ name = "Moro", machines = 1, data_entry = "5 min", hours = { sun = "closed" } }]"#;

#[rustfmt::skip]
const DATES: &[Case] = &[
    ("a short week of nine days", "window", "short_weeks = { 9 = 30 }\nwindow", "`booking.short_weeks.9` must be named after 1 to 7 working days | for example { 4 = 66, 1-3 = 75 }"),
    ("a short week without a number", "window", "short_weeks = 30\nwindow", "`booking.short_weeks` must be appointments by the working days of a week | the number 30"),
    ("a period without dates", "[production]", "[[period]]\nname = \"Ramadan\"\n[production]", "`period.Ramadan` lacks `dates`"),
    ("a period on no day", "[production]", "[[period]]\nname = \"Ramadan\"\ndates = \"2026-02-30 to 2026-03-01\"\n[production]", "`period.Ramadan.dates` must be a date | February 2026 has 28 days | a.toml:26:9"),
    ("a period without hours", "[production]", "[[period]]\nname = \"Ramadan\"\ndates = 2026-01-06\nhours = { mon = \"closed\" }\n[production]", "`period.Ramadan.hours` must open the office | use `calendar.closed`"),
    ("a misspelt key of a period", "[production]", "[[period]]\nname = \"Ramadan\"\ndates = 2026-01-06\ndaily_qota = 3\n[production]", "unknown key `daily_qota` | did you mean `daily_quota`?"),
    ("a period's last slot before opening", "[production]", "[[period]]\nname = \"Ramadan\"\ndates = [\"2026-01-03 to 2026-01-07\"]\nlast_slot = \"08:00\"\n[production]", "`period.Ramadan.last_slot` leaves 2026-01-05 without any slot | a.toml:27:13"),
    ("hours after the last slot", "[production]", "[[period]]\nname = \"late\"\ndates = 2026-01-06\nhours = { mon-fri = \"13:00-16:00\" }\n[[period]]\nname = \"noon\"\ndates = 2026-01-06\nlast_slot = \"12:00\"\n[production]", "`period.noon.last_slot` leaves 2026-01-06 without any slot"),
    ("an output below nothing", "[production]", "[[period]]\nname = \"Ramadan\"\ndates = 2026-01-06\noutput = -1\n[production]", "`period.Ramadan.output` must be a number, 0 or more"),
    ("an output of no production", "[production]\nper_week = 120\nprocessing = \"3 working days\"\n", "[[period]]\nname = \"Ramadan\"\ndates = 2026-01-06\noutput = 0.5\n", "Ramadan changes an output, but there is none | add `[production]`"),
    ("a cut-over without channels", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2026-01-08\n\n[production]", "`cut_over.app` lacks `channel`"),
    ("a cut-over to shares of 0.9", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2026-01-08\nchannel = { app = 0.9 }\n[production]", "the shares of the channels add up to 0.9"),
    ("a ramp of days", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2026-01-08\nchannel = \"walk-in\"\nramp = \"10 days\"\n[production]", "`cut_over.app.ramp` must be from 1 to 520 weeks, or shares by week | \"8 weeks\""),
    ("a ramp that falls", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2026-01-08\nchannel = \"walk-in\"\nramp = [0.5, 0.4]\n[production]", "`cut_over.app.ramp` must not fall from week to week | nobody changes back"),
    ("a cut-over to kiosks that are not there", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2026-01-08\nchannel = \"kiosk\"\n[production]", "people from everywhere have no kiosk to go to"),
    ("cut-overs out of order", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2026-01-08\nchannel = \"walk-in\"\n[[cut_over]]\nname = \"sooner\"\ndate = 2026-01-07\nchannel = \"app\"\n[production]", "sooner of 2026-01-07 does not come after app of 2026-01-08 | in the order of their dates"),
    ("outreach to nowhere", "[production]", "[[outreach]]\nname = \"team\"\ndates = 2026-01-08\nfiles = 9\norigin = \"everywere\"\n\n[production]", "`outreach.team.origin` must be the name of an `[[origin]]` | did you mean \"everywhere\"?"),
    ("outreach with a stage that is not there", "[production]", "[[outreach]]\nname = \"team\"\ndates = 2026-01-08\nfiles = 9\norigin = \"everywhere\"\ntakes = { intervew = 1 }\n[production]", "`intervew` is no stage | did you mean \"interview\"?"),
    ("outreach with more desks than there are", "[production]", "[[outreach]]\nname = \"team\"\ndates = 2026-01-08\nfiles = 9\norigin = \"everywhere\"\ntakes = { interview = 2 }\n[production]", "`outreach.team.takes.interview` must be at most 1, the desks of that stage"),
    ("outreach without files", "[production]", "[[outreach]]\nname = \"team\"\ndates = 2026-01-08\n\n\n[production]", "`outreach.team` lacks `files`"),
    ("a broker without accounts", "[production]", "[[broker]]\nname = \"calo\"\nplaces = 5\n[production]", "`broker.calo` lacks `accounts`"),
    ("a broker with millions of places", "[production]", "[[broker]]\nname = \"calo\"\naccounts = 5000\nplaces = 5000\n[production]", "takes more than 1,000,000 places"),
    ("two periods of one name", "[production]", "[[period]]\nname = \"x\"\ndates = 2026-01-06\n[[period]]\nname = \"x\"\ndates = 2026-01-07\n[production]", "`period.x` is there twice"),
];

/// Doubts: the scenario is sound, and the message says what is odd.
#[rustfmt::skip]
const DOUBTS: &[Case] = &[
    ("F047 a service of weeks", "\"12 min\"", "\"480 h\"", "a mean of 480.0 hours is very long | is the unit right?"),
    ("a quota of nothing", "daily_quota = 25", "daily_quota = 0", "its quota is 0"),
    ("families that never fit", "\n\n[booking]\ndaily_quota = 25", "\nfamily_sizes = [0.5, 0.5]\n[booking]\ndaily_quota = 1", "families of 2 never fit"),
    ("a Saturday beyond the window", "window = \"10 working days\"", "window = \"5 working days\"\nrelease = { weekly = \"fri 14:00\" }\n[[period]]\nname = \"extra\"\ndates = 2026-01-10\nhours = { sat = \"08:00-12:00\" }", "the window covers 5 of the 6 working days of a week | state it in weeks"),
    ("a period of another year", "[production]", "[[period]]\nname = \"Ramadan\"\ndates = \"2025-02-28 to 2025-03-30\"\n[production]", "none of these dates is played, from 2026-01-05 to 2026-01-18"),
    ("outreach in another year", "[production]", "[[outreach]]\nname = \"team\"\ndates = 2027-01-08\nfiles = 9\norigin = \"everywhere\"\n\n[production]", "none of these dates is played, from 2026-01-05 to 2026-01-18"),
    ("identities that limit nothing", "[production]", "[[broker]]\nname = \"calo\"\naccounts = 2\nplaces = 5\nidentities = 3\n[production]", "the `identities` of calo limit nothing | safeguards.one_per_identity"),
    ("a cut-over of another year", "[production]", "[[cut_over]]\nname = \"app\"\ndate = 2027-01-08\nchannel = \"walk-in\"\n[production]", "is after the last day that is played, 2026-01-18"),
    ("a promise nobody can keep", "per_week = 120", "per_week = 120\npromise = \"1 working day\"", "shorter than the processing time"),
];

/// Checks and runs a scenario; neither may write anything.
pub fn refused((name, part, by, says): &Case) -> Option<String> {
    let place = Place::with(&sound_but(part, by));
    let before = place.everything();
    let ends = [&["check", "a.toml"][..], &["run", "a.toml", "--output", "results"]];
    let complaints = ends.into_iter().filter_map(|arguments| {
        let ended = place.run(arguments);
        let said = ended.check(2, says).and_then(|()| is_one_message(&ended));
        said.err().map(|complaint| format!("{name}: {complaint}"))
    });
    let complaint = complaints.collect::<Vec<String>>().into_iter().next();
    complaint.or_else(|| (place.everything() != before).then(|| format!("{name}: wrote something")))
}

/// Messages are short, point to a place, and say it on the standard error.
fn is_one_message(ended: &Ended) -> Result<(), String> {
    let narrow = ended.stderr.lines().all(|line| line.chars().count() <= 400);
    match narrow && ended.stdout.is_empty() && ended.stderr.contains("a.toml:") {
        true => Ok(()),
        false => Err(format!("is no message:\n{}{}", ended.stdout, ended.stderr)),
    }
}

#[test]
fn mistakes_of_structure_are_refused() {
    no_complaints(STRUCTURE.iter().filter_map(refused).collect());
}

#[test]
fn wrong_numbers_and_units_are_refused() {
    no_complaints(NUMBERS.iter().filter_map(refused).collect());
}

#[test]
fn parameters_that_make_no_law_are_refused() {
    no_complaints(LAWS.iter().filter_map(refused).collect());
}

#[test]
fn what_makes_no_sense_is_refused() {
    no_complaints(LOGIC.iter().filter_map(refused).collect());
}

#[test]
fn wrong_rules_for_dates_are_refused() {
    no_complaints(DATES.iter().filter_map(refused).collect());
}

#[test]
fn doubts_are_told_and_keep_nobody_from_running() {
    let complaints = DOUBTS.iter().filter_map(|case| {
        let place = Place::with(&sound_but(case.1, case.2));
        let ended = place.run(&["check", "a.toml"]);
        let said = ended.check(0, &format!("warning: | no mistakes | {}", case.3));
        said.err().map(|complaint| format!("{}: {complaint}", case.0))
    });
    no_complaints(complaints.collect());
}

#[test]
fn all_mistakes_are_told_at_once() {
    let wrong = [
        ("\"app\"", "\"ap\""),
        ("2026-01-05", "\"05/01/2026\""),
        ("replications = 2", "replications = 0"),
        ("08:00-12:00", "8-12"),
        ("per_day = 12", "per_day = -1"),
        ("daily_quota", "quota"),
        ("desks = 1", "desks = 0"),
        ("per_week = 120", "per_week = 1.5"),
    ];
    let text = wrong.iter().fold(SOUND.to_string(), |text, (part, by)| text.replacen(part, by, 1));
    let ended = Place::with(&text).run(&["check", "a.toml"]);
    ended.expect(2, "`channel` must | `run.start` must | unknown key `quota`");
    assert_eq!(ended.stderr.matches("error: ").count(), wrong.len(), "{}", ended.stderr);
}

#[test]
fn more_stages_than_can_be_numbered_are_refused() {
    let stage = |number| format!("[[stage]]\nname = \"s{number}\"\ndesks = 1\nservice = \"1 s\"\n");
    let stages: String = (0..300).map(stage).collect();
    let place = Place::with(&sound_but(STAGE, &(stages + STAGE)));
    place.run(&["run", "a.toml"]).expect(2, "`stage` must have at most 100 entries");
    assert_eq!(place.names(), ["a.toml"]);
}

#[test]
fn a_name_of_ten_thousand_letters_is_not_repeated() {
    let place = Place::with(&sound_but("\"interview\"", &format!("\"{}\"", "x".repeat(10_000))));
    let ended = place.run(&["check", "a.toml"]);
    ended.expect(2, "`stage[1].name` must have at most 200 characters | a.toml:20:8");
    assert!(ended.stderr.len() < 2_000, "{}", ended.stderr);
}
