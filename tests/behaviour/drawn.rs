//! Small offices drawn at random: the small office with other things said at some of its keys.

use antrean::time::{Date, shifted};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::{ProptestConfig, Strategy};
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use toml::{Table, Value};

use crate::seen::{OFFICE, Seen, office_of};

/// Keys, and what may stand there instead of what the small office says.
#[rustfmt::skip]
const CHOICES: &[(&str, &[&str])] = &[
    ("channel", &["'app'", "'kiosk'", "'walk-in'", "{ app = 0.9, walk-in = 0.1 }"]),
    ("run.warm_up", &["'2 weeks'"]),
    ("run.follow_up", &["'0 days'", "'50 days'"]),
    ("office.hours", &["'always'", "{ mon-thu = '07:30-12:00', sat = '08:00-11:00, 20:00-24:00' }", "{ tue = '10:00-11:00' }"]),
    ("office.at_closing", &["'finish the service begun'", "'start only what can finish'"]),
    ("calendar.open", &["[2026-01-10, 2028-03-04]"]),
    ("demand.per_day", &["0", "4", "60"]),
    ("demand.counts", &["{ negative_binomial = { variance_to_mean = 3 } }"]),
    ("demand.weekday_factors", &["[1.4, 1.4, 1.4, 1.4, 1.4, 0, 0]"]),
    ("demand.hour_weights", &["[0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0]"]),
    ("demand.family_sizes", &["[1]", "[0.4, 0.2, 0.1, 0.3]"]),
    ("origin.North.phone", &["0.5", "0"]),
    ("origin.North.helped", &["0.4"]),
    ("origin.South.to_office.cancelled", &["0.1", "[0.9, 0.5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.2]"]),
    ("origin.South.to_kiosk.cancelled", &["0.3"]),
    ("origin.South.to_office.by", &["'boat'"]),
    ("app.help_delay", &["{ exponential = { mean = '2 days' } }", "'0 min'"]),
    ("app.reaction", &["{ exponential = { mean = '3 h' } }"]),
    ("app.outage", &["{ starts = 0.1, ends = 0.3 }", "{ starts = 1, ends = 0.5 }"]),
    ("app.walk_ins_when_down", &["4"]),
    ("kiosk.Harbour.machines", &["3"]),
    ("kiosk.Harbour.out_of_order", &["0.2", "1"]),
    ("kiosk.Market.closed", &["['2026-01-12 to 2026-01-20', 2028-02-29]"]),
    ("kiosk.Market.hours", &["{ mon-sun = '06:00-09:00' }"]),
    ("walk_in.daily_cap", &["0", "3"]),
    ("persistence.try_again", &["0", "1"]),
    ("persistence.at_most_tries", &["1", "6", "'unlimited'"]),
    ("persistence.patience", &["{ gamma = { mean = '9 days', cv = 0.5 } }", "'0 min'"]),
    ("booking.daily_quota", &["0", "7", "40"]),
    ("booking.short_weeks", &["{ 4 = 3 }", "{ 1-3 = 30, 4-5 = 12 }"]),
    ("booking.overbooking", &["0.1", "1"]),
    ("period", PERIODS),
    ("cut_over", CUT_OVERS),
    ("booking.window", &["'1 working day'", "'12 working days'", "'1 week'", "'1 month'"]),
    ("booking.release", &["{ weekly = 'fri 14:00' }", "{ weekly = 'mon 00:00' }", "{ monthly = '10 09:00' }"]),
    ("booking.earliest", &["'same day'"]),
    ("booking.slot", &["'15 min'", "'4 h'"]),
    ("booking.preference", &["{ weekday = 0.3, time = 0.4 }"]),
    ("booking.families", &["'may split'"]),
    ("booking.no_show", &["0.2", "1", "{ from = 0.05, to = 0.5, scale = '3 days' }"]),
    ("booking.books_again", &["0.7", "1"]),
    ("booking.prepayment", &["{ within = '2 h', unpaid = 0.3, asks_again = 0.8, fee = 1000 }", "{ within = '2 days', unpaid = 1, asks_again = 1 }"]),
    ("booking.cancelling", &["{ share = 0.3, notice = { exponential = { mean = '2 days' } }, asks_again = 0.5 }", "{ share = 1, notice = '0 min', asks_again = 1 }"]),
    ("booking.reschedule", &["{ at_most = 1, share = 0.7, notice = '1 day' }", "{ at_most = 100, share = 1, notice = '3 h' }"]),
    ("booking.target", &["'0 working days'"]),
    ("visit.punctuality", &["{ normal = { mean = '-10 min', deviation = '15 min' } }", "'-2 h'"]),
    ("visit.comes_back", &["0.8"]),
    ("stage.check.desks", &["2", "'unlimited'"]),
    ("stage.check.service", &["'0 min'", "{ gamma = { mean = '40 min', cv = 1.5 } }"]),
    ("stage.check.sent_home", &["0.3", "1"]),
    ("stage.interview.closed", &["['2026-01-12 to 2026-01-13', 2028-03-01, 2027-01-05]"]),
    ("stage.interview.hours", &["{ mon-fri = '09:00-11:00' }"]),
    ("stage.interview.refused", &["0.1"]),
    ("stage.check.waiting_room", &["0", "3"]),
    ("stage.check.patience", &["{ exponential = { mean = '20 min' } }"]),
    ("stage.interview.joins", &["[1, 0.5]", "[0]"]),
    ("stage.interview.at_once", &["4"]),
    ("stage.interview.sent_back", &["0.2", "{ share = 0.1, to = 'check' }"]),
    ("stage.interview.outage", &["{ every = { exponential = { mean = '5 h' } }, lasts = '40 min' }", "{ every = '2 h', lasts = '20 min', clock = 'busy', interrupted = 'starts again' }"]),
    ("kiosk.Harbour.waiting_room", &["1"]),
    ("kiosk.Harbour.patience", &["'15 min'"]),
    ("lane", LANES),
    ("outreach", TEAMS),
    ("payment", &["{ never = 0.3, delay = '20 h' }", "{ delay = { exponential = { mean = '3 days' } }, within = '7 days' }"]),
    ("broker", BROKERS),
    ("safeguards", &["{ per_account = 1 }", "{ face_match = 0.4, one_per_identity = true }"]),
    ("production.outage", &["{ starts = 0.2, ends = 0.5 }", "{ starts = 0.1, ends = 0.2, output = 0.44 }", "{ starts = 0.2, ends = 0.5, slow = { share = 0.3, output = 0.44 } }"]),
    ("production.overtime", &["{ by = 0.3 }"]),
    ("production.per_week", &["0", "20", "'unlimited'"]),
    ("production.processing", &["'0 working days'", "'8 working days'"]),
    ("production.promise", &["'1 working day'"]),
    ("production.runs", &["'weekly'"]),
    ("collection.delay", &["{ exponential = { mean = '3 days' } }"]),
    ("collection.never", &["0.2"]),
];

/// Other rules on dates of the runs, one of which overlaps.
#[rustfmt::skip]
const PERIODS: &[&str] = &[
    "[{ name = 'short', dates = ['2026-01-12 to 2026-01-30', '2028-03-01 to 2028-03-10', '2027-01-04 to 2027-01-15'], hours = { mon-thu = '09:00-11:00, 12:00-13:00', sat = '08:00-10:00' }, last_slot = '12:30', output = 0.7, app = 'down' }]",
    "[{ name = 'few', dates = '2026-01-01 to 2029-01-01', daily_quota = { mon-fri = 6 } }, { name = 'extra', dates = [2026-01-17, 2028-03-04, 2027-01-09], hours = { sat = '08:00-12:00' }, daily_quota = 9, output = 0 }]",
];

/// Brokers that waste all they take, and brokers that sell.
#[rustfmt::skip]
const BROKERS: &[&str] = &[
    "[{ name = 'waste', accounts = 2, places = 3 }]",
    "[{ name = 'sell', accounts = 3, places = 2, buyers = 0.7, price = 100000 }, { name = 'more', accounts = 1, places = 4, identities = 5, prepays = 2, price = 50000 }]",
];

/// Teams that go out on dates of the runs, one of which takes desks along.
#[rustfmt::skip]
const TEAMS: &[&str] = &[
    "[{ name = 'far', dates = ['2026-01-10 to 2026-01-13', 2028-03-05, 2027-01-07], files = 7, origin = 'South' }, { name = 'near', dates = [2026-01-13, 2028-02-29, 2027-01-07], files = 3, origin = 'North' }]",
];

/// Lanes that differ at the desks only, and lanes with ways and times of their own.
#[rustfmt::skip]
const LANES: &[&str] = &[
    "[{ name = 'urgent', share = 0.3 }, { name = 'ordinary', share = 0.7, priority = 2 }]",
    "[{ name = 'ordinary', share = 0.5 }, { name = 'walking', share = 0.2, channel = 'walk-in', daily_cap = 3, priority = 3, processing = '5 working days' }, { name = 'express', share = 0.3, channel = { app = 0.2, walk-in = 0.8 }, until = '10:30', processing = '0 working days', promise = '1 working day' }]",
];

/// Other channels from dates of the runs on, one of which opens the book otherwise.
#[rustfmt::skip]
const CUT_OVERS: &[&str] = &[
    "[{ name = 'in 2026', date = 2026-01-14, channel = 'app', release = { weekly = 'fri 14:00' } }, { name = 'in 2027', date = 2027-01-10, channel = { kiosk = 1 }, ramp = '2 weeks' }, { name = 'in 2028', date = 2028-03-02, channel = 'walk-in' }]",
    "[{ name = 'soon', date = 2026-01-02, channel = { app = 0.5, kiosk = 0.5 }, ramp = [0.2, 0.2, 0.9] }, { name = 'later', date = 2026-12-30, channel = 'app', ramp = '4 weeks' }]",
];

/// Keys that say something of certain dates; so do values that speak of months.
#[rustfmt::skip]
const OF_DATES: [&str; 7] = [
    "calendar.open", "period", "cut_over", "outreach", "origin.South.to_office.cancelled",
    "kiosk.Market.closed", "stage.interview.closed",
];

/// A Monday, a Thursday before leap day, and a Saturday before New Year.
const STARTS: [(i16, i8, i8); 3] = [(2026, 1, 5), (2028, 2, 24), (2026, 12, 26)];

/// An office, as what it says at some keys in place of the small office.
#[derive(Clone, Debug)]
pub struct Drawn {
    said: Vec<(String, String)>,
    start: Date,
    /// Days after the start that are closed.
    closed: Vec<i64>,
}

/// As many cases of a property as take a second or two, always the same ones.
pub fn cases(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(2019);
    ProptestConfig { cases, failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

/// Any office.
pub fn offices() -> impl Strategy<Value = Drawn> {
    let picks = vec(weighted(0.3, proptest::arbitrary::any::<Index>()), CHOICES.len());
    (picks, 0..STARTS.len(), vec(-3..40_i64, 0..4), 0..1_000_000_u32).prop_map(
        |(picks, start, closed, seed)| {
            let pick = |(&(key, values), pick): (&(&str, &[&str]), Option<Index>)| {
                pick.map(|index| (key.to_string(), values[index.index(values.len())].to_string()))
            };
            let said = CHOICES.iter().zip(picks).filter_map(pick);
            let run = [("run.replications", "2".to_string()), ("run.seed", seed.to_string())];
            let run = run.map(|(key, value)| (key.to_string(), value));
            let (year, month, day) = STARTS[start];
            let start = Date::new(year, month, day).expect("a date");
            Drawn { said: said.chain(run).collect(), start, closed }
        },
    )
}

impl Drawn {
    /// The same office with something said at a key, whatever was said there before.
    pub fn but(&self, key: &str, value: &str) -> Drawn {
        let mut other = self.clone();
        other.said.retain(|(said, _)| said != key);
        other.said.push((key.to_string(), value.to_string()));
        other
    }

    /// Whether something else than in the small office is said at a key.
    pub fn says(&self, key: &str) -> bool {
        self.said.iter().any(|(said, _)| said == key)
    }

    /// Whether it closes on certain dates.
    pub fn closes(&self) -> bool {
        !self.closed.is_empty()
    }

    /// The same office so many days later, without dates of its own that are open.
    pub fn later(&self, days: i64) -> Drawn {
        let mut other = self.clone();
        let by_month = |value: &str| value.contains("month");
        other.said.retain(|(said, value)| !OF_DATES.contains(&said.as_str()) && !by_month(value));
        Drawn { start: shifted(self.start, days), ..other }
    }

    /// The whole scenario.
    pub fn table(&self) -> Table {
        let mut table: Table = OFFICE.parse().expect("the small office is TOML");
        let closed: Vec<String> =
            self.closed.iter().map(|days| shifted(self.start, *days).to_string()).collect();
        put(&mut table, "run.start", &self.start.to_string());
        put(&mut table, "calendar.closed", &format!("[{}]", closed.join(", ")));
        self.said.iter().for_each(|(key, value)| put(&mut table, key, value));
        table
    }

    /// The whole scenario as a text.
    pub fn text(&self) -> String {
        self.table().to_string()
    }

    /// The replications of the office.
    #[track_caller]
    pub fn seen(&self) -> Seen {
        office_of(&self.text())
    }
}

/// Says something at a dotted key, in which entries of lists go by their names.
fn put(table: &mut Table, key: &str, value: &str) {
    let (first, rest) = key.split_once('.').unzip();
    let Some((first, rest)) = first.zip(rest) else {
        let said: Table = format!("it = {value}").parse().expect("a value");
        table.extend(said.into_iter().map(|(_, value)| (key.to_string(), value)));
        return;
    };
    match table.entry(first).or_insert_with(|| Value::Table(Table::new())) {
        Value::Table(inner) => put(inner, rest, value),
        Value::Array(entries) => {
            let (name, rest) = rest.split_once('.').expect("the name of an entry and a key");
            let named = |entry: &&mut Table| entry["name"].as_str() == Some(name);
            let mut entries = entries.iter_mut().filter_map(Value::as_table_mut);
            put(entries.find(named).expect("an entry of that name"), rest, value);
        }
        _ => panic!("{first} holds no keys"),
    }
}
