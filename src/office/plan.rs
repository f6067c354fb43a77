//! What one scenario means for every replication, worked out once.

use std::ops::Range;

use crate::office::channels::Routes;
use crate::office::office_plan::{OfficeId, OfficePlan, first_day};
use crate::office::station::{StationId, StationKind, StationPlan, stations};
use crate::scenario::{Carrier, Choice, Lane, Offices, Scenario, Trip};
use crate::time::{Calendar, Date, Day, Instant, Pattern, TimeOfDay, Timetable};

/// A scenario ready to be played.
#[derive(Clone, Debug)]
pub struct Plan {
    pub scenario: Scenario,
    /// The first day that is played.
    pub first: Day,
    /// The days whose wishes, visits and states are measured.
    pub measured: Range<Day>,
    /// From the first to the last measured instant.
    pub measured_time: Range<Instant>,
    /// The day after the last that is played.
    pub end: Day,
    /// Which channel people take.
    pub routes: Routes,
    pub offices: Vec<OfficePlan>,
    /// By origin, the office to which its people belong.
    pub homes: Vec<OfficeId>,
    /// Kiosk sites, then stages, office by office.
    pub stations: Vec<StationPlan>,
    /// By lane, who is called first; empty where all are alike.
    pub priorities: Vec<u32>,
    /// Weights of the hours in which people go out; none where all are alike.
    hour_weights: Option<[f64; 24]>,
}

impl Plan {
    /// The same plan, with a note of how busy the desks of each stage are hour by hour.
    pub fn by_hour(mut self) -> Plan {
        for station in &mut self.stations {
            let is_stage = matches!(station.kind, StationKind::Stage(_));
            station.by_hour = is_stage && station.servers.is_some();
        }
        self
    }

    /// Works out a scenario's days, and those of its offices.
    pub fn new(scenario: Scenario) -> Plan {
        let run = &scenario.run;
        let first = first_day(&scenario);
        let start = Day(first.0 + run.warm_up_days);
        let until = Day(start.0 + run.days);
        let end = Day(until.0 + run.follow_up_days);
        let offices = offices(&scenario, first..end);
        Plan {
            first,
            measured: start..until,
            measured_time: start.start()..until.start(),
            end,
            homes: scenario.demand.origins.iter().map(|origin| OfficeId(origin.home)).collect(),
            routes: Routes::new(&scenario, &offices[0].calendar),
            stations: stations(&scenario, &offices),
            offices,
            priorities: priorities(&scenario.demand.lanes),
            hour_weights: hour_weights(&scenario.demand.hours),
            scenario,
        }
    }

    /// The first office, the only one of most scenarios.
    pub fn office(&self) -> &OfficePlan {
        &self.offices[0]
    }

    /// The calendar of the first office, by which days of the run are shown.
    pub fn calendar(&self) -> &Calendar {
        &self.office().calendar
    }

    /// The way from an origin to an office.
    pub fn trip(&self, origin: u16, office: OfficeId) -> Trip {
        let home = self.homes[usize::from(origin)];
        let others = &self.offices[home.index()].others;
        let other = others.iter().find(|(other, _)| *other == office && *other != home);
        let to_home = self.scenario.demand.origins[usize::from(origin)].to_office;
        other.map_or(to_home, |(_, trip)| *trip)
    }

    /// Whether anybody may come by boat.
    pub fn goes_by_boat(&self) -> bool {
        let is_boat = |trip: &Trip| trip.by == Carrier::Boat;
        let origins = &self.scenario.demand.origins;
        let others = || self.offices.iter().flat_map(|office| &office.others);
        origins.iter().any(|origin| is_boat(&origin.to_office))
            || origins.iter().any(|origin| origin.kiosk.is_some_and(|(_, trip)| is_boat(&trip)))
            || others().any(|(_, trip)| is_boat(trip))
    }

    /// All offices, in order.
    pub fn office_ids(&self) -> impl Iterator<Item = OfficeId> + use<> {
        (0..self.offices.len() as u16).map(OfficeId)
    }

    /// The stations of kiosk sites.
    pub fn kiosks(&self) -> impl Iterator<Item = StationId> + use<> {
        (0..self.scenario.intake.sites.len() as u16).map(StationId)
    }

    /// Whether a day is measured.
    pub fn is_measured(&self, day: Day) -> bool {
        self.measured.contains(&day)
    }

    /// The time of day at which somebody goes out to a place with these hours, by their own share
    /// of the open time.
    pub fn time_of_outing(&self, hours: &Timetable, pattern: Pattern, share: f64) -> TimeOfDay {
        let (hours, weekday) = (hours.week(pattern), usize::from(pattern.weekday));
        match &self.hour_weights {
            None => hours.time_at_share(weekday, share),
            Some(weights) => hours.time_at_weighted_share(weekday, weights, share),
        }
    }

    /// The measured days with their dates, in order.
    pub fn measured_dates(&self) -> impl Iterator<Item = (Day, Date)> + '_ {
        (self.measured.start.0..self.measured.end.0)
            .map(|day| (Day(day), self.calendar().date(Day(day))))
    }

    /// Working days among the measured days.
    pub fn working_days(&self) -> u32 {
        let before = |day| self.calendar().working_before(day);
        before(self.measured.end) - before(self.measured.start)
    }
}

/// The branches, or the scenario itself as the only office.
fn offices(scenario: &Scenario, run: Range<Day>) -> Vec<OfficePlan> {
    let branches = scenario.intake.offices.branches.iter().map(|branch| &branch.scenario);
    let whole = Some(scenario).filter(|_| scenario.intake.offices.branches.is_empty());
    let mut station = scenario.intake.sites.len() as u16;
    let plan = |scenario: &Scenario| {
        let first = station;
        station += scenario.visit.stages.len() as u16;
        OfficePlan::new(scenario.clone(), run.clone(), first)
    };
    let mut offices: Vec<OfficePlan> = branches.chain(whole).map(plan).collect();
    for (home, office) in offices.iter_mut().enumerate() {
        office.others = others(&scenario.intake.offices, home);
    }
    offices
}

/// Where people of an office may book when it is full: in their province first, in each from the
/// next of the list on, so that not all look at the same one.
fn others(offices: &Offices, home: usize) -> Vec<(OfficeId, Trip)> {
    let branches = &offices.branches;
    let near = |other: usize| branches[other].province == branches[home].province;
    let around = || (1..branches.len()).map(|step| (home + step) % branches.len());
    let province = around().filter(|&other| near(other)).map(|other| (other, offices.to_another));
    let beyond = around().filter(|&other| !near(other));
    let beyond = beyond.map(|other| (other, offices.to_another_province));
    let open: Vec<(usize, Trip)> = match offices.choice {
        Choice::Home => Vec::new(),
        Choice::Province => province.collect(),
        Choice::All => province.chain(beyond).collect(),
    };
    let looked_at = open.into_iter().take(offices.looks_at as usize);
    looked_at.map(|(other, trip)| (OfficeId(other as u16), trip)).collect()
}

/// The priorities of lanes, unless all are the same.
fn priorities(lanes: &[Lane]) -> Vec<u32> {
    let priorities: Vec<u32> = lanes.iter().map(|lane| lane.priority).collect();
    let alike = priorities.windows(2).all(|pair| pair[0] == pair[1]);
    if alike { Vec::new() } else { priorities }
}

/// The weights of the hours from their running sums, unless all are the same.
fn hour_weights(cumulative: &[f64]) -> Option<[f64; 24]> {
    let before = |hour: usize| hour.checked_sub(1).map_or(0.0, |before| cumulative[before]);
    let weights: [f64; 24] = std::array::from_fn(|hour| cumulative[hour] - before(hour));
    weights.iter().any(|weight| *weight != weights[0]).then_some(weights)
}
