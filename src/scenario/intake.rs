//! `channel`, `[app]`, `[[kiosk]]`, `[walk_in]` and `[persistence]`: how people ask for an
//! appointment.

use crate::random::Law;
use crate::scenario::branch::Offices;
use crate::scenario::broker::{Broker, Safeguards};
use crate::scenario::cut_over::CutOver;
use crate::scenario::line::LineRules;
use crate::scenario::outage::AppOutage;
use crate::scenario::reading::{
    Count, DateRange, DateRanges, Findings, Limit, Node, Read, Reader, Share, Value, choice,
    read_table,
};
use crate::time::{Span, WeeklyHours};

/// How people ask for an appointment, and how they persist.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    pub channels: Channels,
    /// Dates from which people ask through other channels, in order.
    pub cut_overs: Vec<CutOver>,
    pub app: App,
    pub sites: Vec<Site>,
    /// People admitted without an appointment a day; `None` is no limit.
    pub walk_in_cap: Option<u32>,
    pub persistence: Persistence,
    pub brokers: Vec<Broker>,
    pub safeguards: Safeguards,
    /// The offices of the run, where there are several.
    pub offices: Offices,
}

/// A way to the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    Kiosk,
    App,
    WalkIn,
    /// Served where they live, by a team that comes there.
    Outreach,
}

/// A kiosk site, by its place in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SiteId(pub u16);

/// The queue app.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// How long it takes to find help, for those who cannot use the app by themselves.
    pub help_delay: Law,
    /// How long after a release people open the app again.
    pub reaction: Law,
    pub outage: Option<AppOutage>,
    /// People let in without an appointment on each working day, of those who find it down.
    pub walk_ins_when_down: u32,
}

/// A place with self-service kiosks.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub name: String,
    pub machines: u32,
    /// Time to enter the data of one person.
    pub entry: Law,
    /// Share of days on which a machine is out of order.
    pub out_of_order: f64,
    pub line: LineRules,
    pub hours: WeeklyHours,
    /// Dates on which it is closed all day.
    pub closed: Vec<DateRange>,
}

/// What people do who find no appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct Persistence {
    /// Probability to try again.
    pub try_again: f64,
    /// Tries after which they are turned away for good; `None` is no limit.
    pub at_most_tries: Option<u32>,
    /// Time from the wish after which they give up; `None` is never.
    pub patience: Option<Law>,
}

impl Channel {
    pub const ALL: [Channel; 4] =
        [Channel::Kiosk, Channel::App, Channel::WalkIn, Channel::Outreach];

    /// The word for it in scenarios, tables and files.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Kiosk => "kiosk",
            Channel::App => "app",
            Channel::WalkIn => "walk-in",
            Channel::Outreach => "outreach",
        }
    }

    pub fn index(self) -> usize {
        self as usize
    }
}

impl Intake {
    /// Whether anybody ever takes a channel, before or after a cut-over.
    pub fn uses(&self, channel: Channel) -> bool {
        let after = self.cut_overs.iter().map(|cut_over| cut_over.channels);
        std::iter::once(self.channels).chain(after).any(|channels| 0.0 < channels.share(channel))
    }
}

impl Channels {
    /// The share of wishes that go through a channel.
    pub fn share(&self, channel: Channel) -> f64 {
        let Some(edge) = self.0.get(channel.index()) else { return 0.0 };
        let before = channel.index().checked_sub(1).map_or(0.0, |index| self.0[index]);
        edge - before
    }
}

const TOLERANCE: f64 = 1e-6;
const MOST_MACHINES: u32 = 10_000;
const MOST_WALK_INS: u32 = 100_000;

/// The shares of kiosk, app and walk-in, cumulative; read from a word or a
/// table of shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Channels(pub [f64; 3]);

impl Read for Channels {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let words = [("kiosk", 0), ("app", 1), ("walk-in", 2)];
        let shares = match &node.value {
            Value::Table(_) => read_table(node, findings, read_shares)?,
            _ => {
                let index = choice(node, findings, &words)?;
                std::array::from_fn(|channel| if channel == index { 1.0 } else { 0.0 })
            }
        };
        Some(Channels([shares[0], shares[0] + shares[1], shares.iter().sum()]))
    }
}

fn read_shares(reader: &mut Reader<'_>) -> Option<[f64; 3]> {
    let mut share = |key| reader.optional::<Share>(key).map_or(0.0, Share::value);
    let shares = [share("kiosk"), share("app"), share("walk-in")];
    let sum: f64 = shares.iter().sum();
    if TOLERANCE < (sum - 1.0).abs() {
        let message = format!("the shares of the channels add up to {}", (sum * 1e6).round() / 1e6);
        reader.wrong("", &message, "they must add up to 1");
    }
    Some(shares)
}

impl Default for App {
    fn default() -> Self {
        App {
            help_delay: Law::Constant(Span::DAY),
            reaction: Law::Constant(Span::ZERO),
            outage: None,
            walk_ins_when_down: 0,
        }
    }
}

impl App {
    /// Reads `[app]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<App> {
        let default = App::default();
        let help_delay = reader.or("help_delay", default.help_delay);
        let reaction = reader.or("reaction", default.reaction);
        let outage = reader.optional::<AppOutage>("outage");
        let walk_ins = reader.optional::<Count<0, MOST_WALK_INS>>("walk_ins_when_down");
        let walk_ins_when_down = walk_ins.map_or(0, Count::value);
        Some(App { help_delay, reaction, outage, walk_ins_when_down })
    }
}

impl Site {
    /// Reads a `[[kiosk]]`, open by default when the office is.
    pub fn read(reader: &mut Reader<'_>, office: &WeeklyHours) -> Option<Site> {
        let name = reader.required::<String>("name");
        let machines = reader.required::<Count<1, MOST_MACHINES>>("machines").map(Count::value);
        let entry = reader.required::<Law>("data_entry");
        let out_of_order = reader.optional::<Share>("out_of_order").map_or(0.0, Share::value);
        let line = LineRules::read(reader);
        let hours = reader.or("hours", office.clone());
        let closed = reader.optional::<DateRanges>("closed").map_or(Vec::new(), |dates| dates.0);
        let (name, machines, entry) = (name?, machines?, entry?);
        Some(Site { name, machines, entry, out_of_order, line, hours, closed })
    }
}

impl Default for Persistence {
    fn default() -> Self {
        Persistence { try_again: 0.0, at_most_tries: None, patience: None }
    }
}

impl Persistence {
    /// Reads `[persistence]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Persistence> {
        let try_again = reader.optional::<Share>("try_again").map_or(0.0, Share::value);
        let at_most_tries =
            reader.optional::<Limit<1, 250>>("at_most_tries").and_then(Limit::value);
        let patience = reader.optional::<Law>("patience");
        Some(Persistence { try_again, at_most_tries, patience })
    }
}

/// Reads `[walk_in]`: the daily cap, if there is one.
pub fn read_walk_in(reader: &mut Reader<'_>) -> Option<Option<u32>> {
    Some(reader.optional::<Limit>("daily_cap").and_then(Limit::value))
}
