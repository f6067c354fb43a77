//! Figures of merit: each is declared once, with its title, unit, direction and how it is read.

mod catalogue;
mod evidence;
mod extract;
mod named;

pub use catalogue::{measures, measures_of};
pub use evidence::Evidence;
pub use named::{check_named_figures, named_figure};

use crate::office::phone::Phone;
use crate::office::plan::Plan;
use crate::office::station::{StationKind, StationPlan};
use crate::office::tally::Tally;
use crate::office::usage::Usage;
use crate::scenario::Channel;
use crate::statistics::Observation;

/// Which way a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    More,
    Less,
    Neither,
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    WorkingDays,
    Days,
    Minutes,
    Hours,
    /// A share, from 0 to 1; shown in percent.
    Share,
    People,
    Passports,
    Tries,
    Trips,
    Outages,
    Rupiah,
}

/// A figure of merit as declared.
#[derive(Debug)]
pub struct Measure {
    /// Its name in files and on the command line.
    pub name: &'static str,
    pub title: &'static str,
    pub unit: Unit,
    pub better: Better,
    pub read: Read,
}

/// Where a figure is read from.
#[derive(Clone, Copy, Debug)]
pub enum Read {
    /// From counts of applicants: for all, by origin, channel, lane and phone.
    People(fn(&Tally) -> Observation),
    /// The same, where the app may be down.
    AppOutages(fn(&Tally) -> Observation),
    /// The same, where anybody may come by boat.
    AtSea(fn(&Tally) -> Observation),
    /// The same, where boats may be cancelled.
    Boats(fn(&Tally) -> Observation),
    /// From the whole of the evidence: for all only.
    Whole(fn(&Evidence) -> Observation),
    /// The same, where production may have outages.
    Outages(fn(&Evidence) -> Observation),
    /// From the use of each kiosk site and stage.
    Station(fn(&Usage) -> Observation),
    /// From the use of each kiosk site and stage whose clients may leave without service.
    Losses(fn(&Usage) -> Observation),
}

/// What a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    All,
    /// An origin, by place and name.
    Origin(usize, String),
    Channel(Channel),
    /// A lane, by place and name.
    Lane(usize, String),
    /// Those who can use the app by themselves, or the others.
    Phone(Phone),
    /// A kiosk site, by place among the stations and name.
    Kiosk(usize, String),
    /// A stage, by place among the stations and name.
    Stage(usize, String),
}

/// A measure for a scope: one row of the results.
#[derive(Clone, Debug)]
pub struct Figure {
    pub measure: &'static Measure,
    pub scope: Scope,
}

impl Unit {
    /// The unit in words, plural.
    pub fn name(self) -> &'static str {
        match self {
            Unit::WorkingDays => "working days",
            Unit::Days => "days",
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Share => "share",
            Unit::People => "people",
            Unit::Passports => "passports",
            Unit::Tries => "tries",
            Unit::Trips => "trips",
            Unit::Outages => "outages",
            Unit::Rupiah => "rupiah",
        }
    }
}

impl Better {
    /// The direction in words.
    pub fn name(self) -> &'static str {
        match self {
            Better::More => "more",
            Better::Less => "less",
            Better::Neither => "neither",
        }
    }
}

impl Scope {
    /// What kind of scope it is, in files.
    pub fn kind(&self) -> &'static str {
        match self {
            Scope::All => "all",
            Scope::Origin(..) => "origin",
            Scope::Channel(_) => "channel",
            Scope::Lane(..) => "lane",
            Scope::Phone(_) => "phone",
            Scope::Kiosk(..) => "kiosk",
            Scope::Stage(..) => "stage",
        }
    }

    /// The name of the origin, channel, lane, phone group, kiosk or stage; "all" for all.
    pub fn name(&self) -> &str {
        match self {
            Scope::All => "all",
            Scope::Channel(channel) => channel.name(),
            Scope::Phone(phone) => phone.name(),
            Scope::Origin(_, name)
            | Scope::Lane(_, name)
            | Scope::Kiosk(_, name)
            | Scope::Stage(_, name) => name,
        }
    }
}

impl Figure {
    /// Reads the figure from the evidence of one replication.
    pub fn read(&self, evidence: &Evidence) -> Observation {
        match (self.measure.read, &self.scope) {
            (
                Read::People(read) | Read::AppOutages(read) | Read::AtSea(read) | Read::Boats(read),
                scope,
            ) => read(evidence.people(scope)),
            (Read::Whole(read) | Read::Outages(read), _) => read(evidence),
            (
                Read::Station(read) | Read::Losses(read),
                Scope::Kiosk(index, _) | Scope::Stage(index, _),
            ) => read(evidence.usage(*index)),
            (Read::Station(_) | Read::Losses(_), _) => Observation::none(),
        }
    }

    /// Whether a scenario means this figure by a measure and what it is of; nothing is all.
    pub fn is_named(&self, measure: &str, of: Option<&str>) -> bool {
        self.measure.name == measure && self.scope.name() == of.unwrap_or(Scope::All.name())
    }

    /// Whether two figures of different scenarios are about the same thing.
    pub fn matches(&self, other: &Figure) -> bool {
        self.measure.name == other.measure.name
            && self.scope.kind() == other.scope.kind()
            && self.scope.name() == other.scope.name()
    }
}

/// All figures of a scenario: every measure for all, then by origin, channel, lane and
/// phone, or by station.
pub fn figures(plan: &Plan) -> Vec<Figure> {
    let of = |measure: &'static Measure| {
        let scopes = match measure.read {
            Read::AppOutages(_) if !plan.app_may_fail() => Vec::new(),
            Read::AtSea(_) if !plan.goes_by_boat() => Vec::new(),
            Read::Boats(_) if !plan.has_boats() => Vec::new(),
            Read::People(_) | Read::AppOutages(_) | Read::AtSea(_) | Read::Boats(_) => {
                people_scopes(plan)
            }
            Read::Whole(_) => vec![Scope::All],
            Read::Outages(_) => {
                let played = || plan.first..plan.end;
                let may_fail = plan.offices.iter().any(|office| office.may_be_lowered(played()));
                Vec::from_iter(may_fail.then_some(Scope::All))
            }
            Read::Station(_) => station_scopes(plan, |_| true),
            Read::Losses(_) => station_scopes(plan, |station| {
                plan.offices[station.office.index()].may_lose_clients(station)
            }),
        };
        scopes.into_iter().map(move |scope| Figure { measure, scope })
    };
    measures_of(&plan.scenario).flat_map(of).collect()
}

fn people_scopes(plan: &Plan) -> Vec<Scope> {
    let origins = &plan.scenario.demand.origins;
    let origins = origins.iter().enumerate();
    let origins = origins.map(|(index, origin)| Scope::Origin(index, origin.name.clone()));
    let used = |channel: &Channel| plan.scenario.uses(*channel);
    let channels = Channel::ALL.into_iter().filter(used).map(Scope::Channel);
    let lanes = plan.scenario.demand.lanes.iter().enumerate();
    let lanes = lanes.map(|(index, lane)| Scope::Lane(index, lane.name.clone()));
    // The one lane of everybody says nothing new.
    let lanes = lanes.filter(|_| 1 < plan.scenario.demand.lanes.len());
    let divided = Phone::divides(&plan.scenario.demand);
    let phones = Phone::ALL.into_iter().filter(|_| divided).map(Scope::Phone);
    std::iter::once(Scope::All).chain(origins).chain(channels).chain(lanes).chain(phones).collect()
}

/// Kiosks only where anybody goes to them.
fn station_scopes(plan: &Plan, shown: impl Fn(&StationPlan) -> bool) -> Vec<Scope> {
    let scope = |(index, station): (usize, &StationPlan)| match station.kind {
        StationKind::Kiosk(_) => Scope::Kiosk(index, station.name.clone()),
        StationKind::Stage(_) => Scope::Stage(index, station.name.clone()),
    };
    let used = |(_, station): &(usize, &StationPlan)| station.used && shown(station);
    plan.stations.iter().enumerate().filter(used).map(scope).collect()
}
