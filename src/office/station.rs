//! Stations: machines of a kiosk site or desks of a stage that serve one line, first come first
//! served.

use std::collections::VecDeque;

use crate::office::plan::never_closes;
use crate::random::Law;
use crate::scenario::{AtClosing, Channel, Scenario, SiteId, StageId};
use crate::statistics::DurationHistogram;
use crate::time::{Instant, Span, WeeklyHours};

/// A station, by its place: kiosk sites first, then stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StationId(pub u16);

/// What a station is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StationKind {
    Kiosk(SiteId),
    Stage(StageId),
}

/// The unchanging part of a station.
#[derive(Clone, Debug)]
pub struct StationPlan {
    pub kind: StationKind,
    pub name: String,
    /// Machines or desks; `None` is one for everybody.
    pub servers: Option<u32>,
    pub service: Law,
    pub hours: WeeklyHours,
    /// Open day and night: its doors need no events.
    pub always: bool,
    /// Whether anybody ever comes: the doors of an idle kiosk need no events either.
    pub used: bool,
}

/// Whether services may start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doors {
    /// Before the first opening and in breaks.
    #[default]
    Shut,
    Open,
    /// After the last closing of the day, for those inside, until midnight.
    Overtime,
    /// After the last closing of the day, for nobody.
    Closed,
}

/// The state of a station.
#[derive(Clone, Debug, Default)]
pub struct Station {
    /// Servers that work today.
    pub servers: u32,
    pub busy: u32,
    pub line: VecDeque<u32>,
    pub doors: Doors,
    /// When the present opening ends.
    pub closes: Instant,
    /// When the last opening of the day ends.
    pub closes_for_the_day: Instant,
    pub usage: Usage,
}

/// What was observed at a station on measured days.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    /// Server time offered while open.
    pub open: Span,
    /// Server time busy while open.
    pub busy: Span,
    /// Server time busy beyond closing and in breaks.
    pub overtime: Span,
    pub served: u64,
    pub waited: Span,
    /// Clients who waited at all.
    pub delayed: u64,
    pub waits: DurationHistogram,
}

/// The stations of a scenario: kiosk sites, then stages.
pub fn stations(scenario: &Scenario) -> Vec<StationPlan> {
    let sites = scenario.intake.sites.iter().zip(0u16..).map(|(site, index)| StationPlan {
        kind: StationKind::Kiosk(SiteId(index)),
        name: site.name.clone(),
        servers: Some(site.machines),
        service: site.entry.clone(),
        always: never_closes(scenario, &site.hours),
        hours: site.hours.clone(),
        used: 0.0 < scenario.intake.share(Channel::Kiosk),
    });
    let stages = scenario.visit.stages.iter().zip(0u16..).map(|(stage, index)| StationPlan {
        kind: StationKind::Stage(StageId(index)),
        name: stage.name.clone(),
        servers: stage.desks,
        service: stage.service.clone(),
        always: never_closes(scenario, &stage.hours),
        hours: stage.hours.clone(),
        used: true,
    });
    sites.chain(stages).collect()
}

impl Station {
    /// Brings the station back to an empty morning.
    pub fn reset(&mut self, plan: &StationPlan) {
        self.servers = plan.servers.unwrap_or(u32::MAX);
        self.busy = 0;
        self.line.clear();
        self.doors = if plan.always { Doors::Open } else { Doors::Shut };
        self.closes = Instant::from_milliseconds(i64::MAX);
        self.closes_for_the_day = self.closes;
        self.usage.clear();
    }

    /// Whether the doors have closed for the day.
    pub fn has_closed(&self) -> bool {
        matches!(self.doors, Doors::Overtime | Doors::Closed)
    }

    /// Whether a server is free and may begin now.
    pub fn may_start(&self, now: Instant) -> bool {
        let doors = match self.doors {
            Doors::Shut | Doors::Closed => false,
            Doors::Open => now < self.closes,
            Doors::Overtime => true,
        };
        doors && self.busy < self.servers
    }

    /// Whether the rule at closing allows a service of this length to begin now.
    pub fn may_last(&self, now: Instant, length: Span, rule: AtClosing) -> bool {
        rule != AtClosing::StartOnlyWhatCanFinish || length <= self.closes_for_the_day - now
    }

    /// Begins a service; `observed` is whether the day is measured.
    pub fn begin(&mut self, now: Instant, length: Span, waited: Observed<Span>) {
        self.busy += 1;
        let Observed::Counted(waited) = waited else { return };
        let inside = match self.doors {
            Doors::Open => length.min(self.closes - now),
            Doors::Shut | Doors::Overtime | Doors::Closed => Span::ZERO,
        };
        self.usage.record(inside, length, waited);
    }
}

/// An observation on a measured day, or none.
#[derive(Clone, Copy, Debug)]
pub enum Observed<T> {
    Counted(T),
    Unmeasured,
}

impl Usage {
    fn clear(&mut self) {
        let mut waits = std::mem::take(&mut self.waits);
        waits.clear();
        *self = Usage { waits, ..Usage::default() };
    }

    fn record(&mut self, inside: Span, length: Span, waited: Span) {
        self.busy += inside;
        self.overtime += length - inside;
        self.served += 1;
        self.waited += waited;
        self.delayed += u64::from(Span::ZERO < waited);
        self.waits.record(waited.milliseconds());
    }
}
