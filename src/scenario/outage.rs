//! `outage` of a stage and of production: when desks or the issuing system do not work.

use crate::random::{Law, Stream};
use crate::scenario::reading::{Findings, Node, Read, Reader, Share, choice, read_table};
use crate::time::Span;

/// Outages more frequent than this are a slip in a unit, and a run of them does not end.
const SHORTEST_UPTIME: Span = Span::from_minutes(1);

/// How each desk of a stage fails and is repaired, independently of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Outage {
    /// Working time of a desk between two outages.
    pub every: Law,
    pub lasts: Law,
    pub clock: OutageClock,
    pub interrupted: Interrupted,
}

/// Which time brings the next outage nearer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutageClock {
    /// All time, busy or idle, day and night.
    #[default]
    Always,
    /// The time in which the desk serves.
    Busy,
}

/// What becomes of the service that an outage interrupts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interrupted {
    /// It goes on where it stopped.
    #[default]
    Resumes,
    /// It begins again and takes as long as it would have taken.
    StartsAgain,
}

/// How outages begin and end from day to day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spells {
    /// Probability that one begins on a day without.
    pub starts: f64,
    /// Probability that it is over on the next day.
    pub ends: f64,
}

/// Outages of the queue app, which begin and end at midnight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AppOutage(pub Spells);

/// Outages of the issuing system, which begin and end between working days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProductionOutage {
    /// By working day.
    pub spells: Spells,
    /// Share of the capacity that is left.
    pub output: f64,
    pub slow: Option<SlowOutage>,
}

/// Outages that leave more than the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlowOutage {
    /// Share of all outages of the issuing system that are of this kind.
    pub share: f64,
    /// Share of the capacity that such a one leaves.
    pub output: f64,
}

/// Work beyond the ordinary after an outage of the issuing system.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overtime {
    /// What is made more, as a share of an ordinary day's portion.
    pub by: f64,
}

/// Whether a system works today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SystemState {
    #[default]
    Up,
    Down,
}

impl SystemState {
    /// The state of the next day: each day it fails or is repaired by chance.
    pub fn next_day(self, spells: &Spells, luck: &mut Stream) -> SystemState {
        match self {
            SystemState::Up if luck.happens(spells.starts) => SystemState::Down,
            SystemState::Down if luck.happens(spells.ends) => SystemState::Up,
            state => state,
        }
    }
}

impl Read for OutageClock {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let words = [("always", OutageClock::Always), ("busy", OutageClock::Busy)];
        choice(node, findings, &words)
    }
}

impl Read for Interrupted {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let words = [("resumes", Interrupted::Resumes), ("starts again", Interrupted::StartsAgain)];
        choice(node, findings, &words)
    }
}

impl Read for Outage {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let every = reader.required::<Law>("every");
            let lasts = reader.required::<Law>("lasts");
            let clock = reader.or("clock", OutageClock::default());
            let interrupted = reader.or("interrupted", Interrupted::default());
            if every.as_ref().is_some_and(|law| law.mean() < SHORTEST_UPTIME) {
                let help = "is the unit right? it is the time from one outage to the next";
                reader.refuse("every", "must be at least 1 min on average", help);
            }
            Some(Outage { every: every?, lasts: lasts?, clock, interrupted })
        })
    }
}

impl Read for ProductionOutage {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, read_production_outage)
    }
}

fn read_production_outage(reader: &mut Reader<'_>) -> Option<ProductionOutage> {
    let spells = read_spells(reader, "1 divided by the mean number of working days that it lasts");
    let output = reader.optional::<Share>("output").map_or(0.0, Share::value);
    let slow = reader.optional::<SlowOutage>("slow");
    Some(ProductionOutage { spells: spells?, output, slow })
}

/// The probabilities that an outage begins, and that it ends.
fn read_spells(reader: &mut Reader<'_>, help: &str) -> Option<Spells> {
    let starts = reader.required::<Share>("starts").map(Share::value);
    let ends = reader.required::<Share>("ends").map(Share::value);
    if ends.is_some_and(|ends| ends <= 0.0) {
        reader.refuse("ends", "must be above 0, or an outage never ends", help);
    }
    Some(Spells { starts: starts?, ends: ends? })
}

impl Read for AppOutage {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let help = "1 divided by the mean number of days that it lasts, weekends included";
            read_spells(reader, help).map(AppOutage)
        })
    }
}

impl Read for SlowOutage {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let share = reader.required::<Share>("share").map(Share::value);
            let output = reader.required::<Share>("output").map(Share::value);
            Some(SlowOutage { share: share?, output: output? })
        })
    }
}

impl Read for Overtime {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        read_table(node, findings, |reader| {
            let by = reader.required::<Share>("by").map(Share::value);
            Some(Overtime { by: by? })
        })
    }
}
