//! Stations: machines of a kiosk site or desks of a stage that serve one line, first come first
//! served within a priority.

use std::collections::VecDeque;
use std::ops::{Index, IndexMut, Range};

use crate::office::desk::Desk;
use crate::office::office_plan::{OfficeId, OfficePlan};
use crate::office::people::KIOSK_LINE;
use crate::office::plan::Plan;
use crate::office::station_hours::StationHours;
use crate::office::usage::Usage;
use crate::random::Law;
use crate::scenario::{
    AtClosing, Channel, LaneId, LineRules, Outage, Scenario, Site, SiteId, Stage, StageId,
};
use crate::time::{Instant, Span};

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
    pub office: OfficeId,
    pub name: String,
    /// Machines or desks; `None` is one for everybody.
    pub servers: Option<u32>,
    pub service: Law,
    /// The service of lanes that have one of their own, by lane; may be empty.
    pub lane_service: Vec<Option<Law>>,
    /// People whom a server serves at the same time.
    pub at_once: u32,
    pub line: LineRules,
    pub outage: Option<Outage>,
    pub hours: StationHours,
    /// Whether anybody ever comes: the doors of an idle kiosk need no events either.
    pub used: bool,
    /// Whether it is noted how busy it is hour by hour.
    pub by_hour: bool,
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
#[derive(Clone, Debug)]
pub struct Station<'plan> {
    pub plan: &'plan StationPlan,
    /// What holds in its office.
    pub rules: &'plan Scenario,
    /// Servers that are there today.
    pub servers: u32,
    pub busy: u32,
    /// Clients who are being served: more than busy servers where these serve several at once.
    pub serving: u32,
    /// The servers one by one, where they fail one by one; empty elsewhere.
    pub desks: Vec<Desk>,
    pub line: VecDeque<u32>,
    pub doors: Doors,
    /// When the present opening ends.
    pub closes: Instant,
    /// When the last opening of the day ends.
    pub closes_for_the_day: Instant,
    /// When it last changed how many people are there.
    pub changed: Instant,
    pub usage: Usage,
}

/// All stations of an office in one replication.
#[derive(Clone, Debug)]
pub struct Stations<'plan>(Vec<Station<'plan>>);

/// The stations of a scenario: kiosk sites, then the stages of each office.
pub fn stations(scenario: &Scenario, offices: &[OfficePlan]) -> Vec<StationPlan> {
    let site_hours = |site: &Site| StationHours::new(&offices[0], &site.hours, &site.closed);
    let sites = scenario.intake.sites.iter().zip(0u16..).map(|(site, index)| StationPlan {
        kind: StationKind::Kiosk(SiteId(index)),
        office: OfficeId::default(),
        name: site.name.clone(),
        servers: Some(site.machines),
        service: site.entry.clone(),
        lane_service: Vec::new(),
        at_once: 1,
        line: site.line.clone(),
        outage: None,
        hours: site_hours(site),
        used: scenario.uses(Channel::Kiosk),
        by_hour: false,
    });
    let stages = offices.iter().zip(0u16..).flat_map(|(office, id)| {
        let stages = office.scenario.visit.stages.iter().zip(0u16..);
        let name = move |stage: &Stage| match offices.len() {
            1 => stage.name.clone(),
            _ => format!("{}: {}", office.scenario.name, stage.name),
        };
        stages.map(move |(stage, index)| {
            stage_station(name(stage), (stage, index), (OfficeId(id), office))
        })
    });
    sites.chain(stages).collect()
}

fn stage_station(
    name: String,
    (stage, index): (&Stage, u16),
    (id, office): (OfficeId, &OfficePlan),
) -> StationPlan {
    StationPlan {
        kind: StationKind::Stage(StageId(index)),
        office: id,
        name,
        servers: stage.desks,
        service: stage.service.clone(),
        lane_service: stage.lane_service.clone(),
        at_once: stage.at_once,
        line: stage.line.clone(),
        outage: stage.outage.clone(),
        hours: StationHours::new(office, &stage.hours, &stage.closed),
        used: true,
        by_hour: false,
    }
}

impl StationPlan {
    /// The service of a lane.
    pub fn service_of(&self, lane: LaneId) -> &Law {
        let own = self.lane_service.get(usize::from(lane.0)).and_then(Option::as_ref);
        own.unwrap_or(&self.service)
    }

    /// The cause of chance in this station's line.
    pub fn place(&self) -> u8 {
        match self.kind {
            StationKind::Kiosk(_) => KIOSK_LINE,
            StationKind::Stage(stage) => stage.0 as u8,
        }
    }
}

impl<'plan> Stations<'plan> {
    /// Stations that must be reset before their first day.
    pub fn new(plan: &'plan Plan) -> Self {
        let station = |station: &'plan StationPlan| {
            Station::new(station, &plan.offices[station.office.index()].scenario)
        };
        Stations(plan.stations.iter().map(station).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Station<'plan>> {
        self.0.iter()
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Station<'plan>> {
        self.0.iter_mut()
    }
}

impl<'plan> Index<StationId> for Stations<'plan> {
    type Output = Station<'plan>;

    fn index(&self, id: StationId) -> &Station<'plan> {
        &self.0[usize::from(id.0)]
    }
}

impl IndexMut<StationId> for Stations<'_> {
    fn index_mut(&mut self, id: StationId) -> &mut Self::Output {
        &mut self.0[usize::from(id.0)]
    }
}

impl<'plan> Station<'plan> {
    fn new(plan: &'plan StationPlan, rules: &'plan Scenario) -> Self {
        Station {
            plan,
            rules,
            servers: 0,
            busy: 0,
            serving: 0,
            desks: Vec::new(),
            line: VecDeque::new(),
            doors: Doors::default(),
            closes: Instant::START,
            closes_for_the_day: Instant::START,
            changed: Instant::START,
            usage: Usage::default(),
        }
    }

    /// Brings the station back to an empty morning.
    pub fn reset(&mut self) {
        let plan = self.plan;
        self.servers = plan.servers.unwrap_or(u32::MAX);
        self.busy = 0;
        self.serving = 0;
        self.line.clear();
        self.doors = if plan.hours.always { Doors::Open } else { Doors::Shut };
        self.closes = Instant::from_milliseconds(i64::MAX);
        self.closes_for_the_day = self.closes;
        self.changed = Instant::START;
        self.usage.clear();
        self.usage.work.week = plan.by_hour.then(Box::default);
    }

    /// Whether those who wait at closing time are sent home.
    pub fn sends_home_at_closing(&self) -> bool {
        self.rules.opening.at_closing != AtClosing::ServeEveryone
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
        doors && self.has_free_server()
    }

    fn has_free_server(&self) -> bool {
        match self.desks.as_slice() {
            [] => self.busy < self.servers,
            desks => desks.iter().any(Desk::is_free),
        }
    }

    /// Servers that could begin a service.
    pub fn free_servers(&self) -> usize {
        match self.desks.as_slice() {
            [] => self.servers.saturating_sub(self.busy) as usize,
            desks => desks.iter().filter(|desk| desk.is_free()).count(),
        }
    }

    /// Whether the rule at closing allows a service of this length to begin now.
    pub fn may_last(&self, now: Instant, length: Span, rule: AtClosing) -> bool {
        rule != AtClosing::StartOnlyWhatCanFinish || length <= self.closes_for_the_day - now
    }

    /// The part of a service beginning now that lies inside opening hours.
    pub fn inside(&self, now: Instant, length: Span) -> Span {
        match self.doors {
            Doors::Open => length.min(self.closes - now),
            Doors::Shut | Doors::Overtime | Doors::Closed => Span::ZERO,
        }
    }

    /// Adds up how many people were here since that last changed, as far as it is measured.
    pub fn pass_time(&mut self, now: Instant, measured: &Range<Instant>) {
        let time = self.changed.max(measured.start)..now.min(measured.end);
        self.usage.crowd.add((self.line.len(), self.serving), time);
        self.changed = now;
    }
}
