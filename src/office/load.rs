//! What is asked of each part of an office and what it can give, by simple arithmetic: means over
//! the measured days, without chance and without playing anything.

mod flow;
mod outages;
mod wishes;

use crate::office::load::flow::{Asking, Flow, Keeping};
use crate::office::load::outages::{app_down, no_boat};
use crate::office::load::wishes::Wishes;
use crate::office::office_plan::{OfficeId, OfficePlan};
use crate::office::plan::Plan;
use crate::office::station::{StationId, StationKind, StationPlan};
use crate::scenario::{Channel, Lane, LaneId, Origin, ProductionOutage, Spells, StageId};
use crate::time::Day;

/// The loads of a scenario; all rates are for a working day of the office concerned.
#[derive(Clone, Debug)]
pub struct Load {
    pub offices: Vec<OfficeLoad>,
    /// The kiosk sites that anybody uses.
    pub kiosks: Vec<StationLoad>,
    /// Measured days on which the app is down, in the long run.
    pub app_down: f64,
}

/// What is asked of one office.
#[derive(Clone, Debug)]
pub struct OfficeLoad {
    pub office: OfficeId,
    /// Measured working days.
    pub working_days: u32,
    /// People a working day whose wish belongs to this office.
    pub wishes: f64,
    /// Those of them who can neither use the app nor find help.
    pub shut_out: f64,
    pub book: Option<BookLoad>,
    pub walk_in: WalkInLoad,
    /// People a working day who come to the counters.
    pub visits: f64,
    pub stages: Vec<StationLoad>,
    /// Share of visits that end with a complete file.
    pub completed: f64,
    pub production: Option<ProductionLoad>,
}

/// What is asked of a book.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BookLoad {
    /// People a working day who want an appointment for the first time.
    pub people: f64,
    /// Appointments each needs: missed and incomplete ones are asked for again. Places that are
    /// given back in time are no appointments.
    pub appointments_each: f64,
    /// Times that one asks anew for each appointment: after it, or after a place given back before.
    pub anew: f64,
    /// Appointments that the book offers a working day.
    pub quota: f64,
    /// Share of appointments that are missed, for want of a boat or else.
    pub no_show: f64,
    /// Share of appointments to which no boat goes.
    pub no_boat: f64,
    /// Times that one has to ask for an appointment, on average.
    pub tries: f64,
    /// People a working day from the book of the first day.
    pub at_start: f64,
}

/// Who comes without appointment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WalkInLoad {
    /// People a working day, those who come again among them.
    pub people: f64,
    /// Those who are let in.
    pub admitted: f64,
}

/// What is asked of a kiosk site or a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StationLoad {
    pub station: StationId,
    pub name: String,
    /// Services a working day.
    pub services: f64,
    /// Mean service in minutes.
    pub minutes: f64,
    /// Machines or desks; `None` is one for everybody.
    pub servers: Option<u32>,
    /// People whom one serves at the same time.
    pub at_once: u32,
    /// Open hours a working day.
    pub hours: f64,
    /// Share of the time in which a machine or desk works.
    pub availability: f64,
    /// Measured working days on which anybody uses it: fewer than all beside a cut-over.
    pub days: u32,
}

/// What is asked of production.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProductionLoad {
    /// Files a working day.
    pub files: f64,
    /// Those of them that waited on the first day.
    pub at_start: f64,
    /// Those that outreach brings.
    pub outreach: f64,
    /// Passports that can be made a working day where nothing fails; `None` is no limit.
    pub capacity: Option<f64>,
    /// Share of it that outages leave.
    pub availability: f64,
}

impl Load {
    /// The loads of a plan.
    pub fn of(plan: &Plan) -> Load {
        let wishes = Wishes::of(plan);
        let offices: Vec<OfficeLoad> =
            plan.offices.iter().zip(plan.office_ids()).map(|of| office(plan, of, wishes)).collect();
        Load { kiosks: kiosks(plan, &offices, wishes), app_down: app_down(plan), offices }
    }
}

impl BookLoad {
    /// Appointments wanted a working day.
    pub fn wanted(&self) -> f64 {
        self.people * self.appointments_each + self.at_start
    }

    /// Wanted appointments divided by those offered.
    pub fn load(&self) -> f64 {
        ratio(self.wanted(), self.quota)
    }

    /// Appointments made a working day: no more than there are.
    pub fn booked(&self) -> f64 {
        self.wanted().min(self.quota)
    }
}

impl StationLoad {
    /// Servers busy on average while the station is open, if all were served then.
    pub fn erlangs(&self) -> f64 {
        ratio(self.services * self.minutes / 60.0 / f64::from(self.at_once), self.hours)
    }

    /// Work divided by what the servers can do; `None` where there is one for everybody.
    pub fn load(&self) -> Option<f64> {
        self.servers.map(|servers| ratio(self.erlangs(), f64::from(servers) * self.availability))
    }
}

impl ProductionLoad {
    /// Passports that can be made a working day, outages included.
    pub fn possible(&self) -> Option<f64> {
        self.capacity.map(|capacity| capacity * self.availability)
    }

    /// Files divided by what can be made; `None` where there is no limit.
    pub fn load(&self) -> Option<f64> {
        self.possible().map(|possible| ratio(self.files, possible))
    }
}

/// 0 where nothing is asked, without bound where nothing is given.
fn ratio(asked: f64, given: f64) -> f64 {
    if asked <= 0.0 { 0.0 } else { asked / given }
}

/// Measured days of an office, the closed ones too.
fn measured(plan: &Plan) -> impl Iterator<Item = Day> + use<> {
    (plan.measured.start.0..plan.measured.end.0).map(Day)
}

fn working_days(plan: &Plan, office: &OfficePlan) -> u32 {
    let before = |day| office.calendar.working_before(day);
    before(plan.measured.end) - before(plan.measured.start)
}

/// The mean over the measured working days of what each of them has.
fn a_day(plan: &Plan, office: &OfficePlan, of: impl Fn(Day) -> f64) -> f64 {
    let days = measured(plan).filter(|day| office.calendar.is_working(*day));
    ratio(days.map(of).sum(), f64::from(working_days(plan, office)))
}

fn office(plan: &Plan, (office, id): (&OfficePlan, OfficeId), all: Wishes) -> OfficeLoad {
    let days = working_days(plan, office);
    let here = |origin: &&Origin| origin.home == id.0;
    let origins = || plan.scenario.demand.origins.iter().filter(here);
    let share: f64 = origins().map(|origin| origin.share).sum();
    let without: f64 = origins().map(|of| of.share * (1.0 - of.phone) * (1.0 - of.helped)).sum();
    let wishes = ratio(all.people, f64::from(days));
    let shut_out = wishes * all.share(Channel::App) * without;
    let booking = all.share(Channel::App) + all.share(Channel::Kiosk);
    let flow = Flow::of(&office.scenario.visit);
    let asking = Asking { people: wishes * share * booking - shut_out, flow: &flow };
    let book = book(plan, (office, id), asking);
    let asking = Asking { people: wishes * share, flow: &flow };
    let walk_in = walk_in(office, asking, all);
    let attended = book.map_or(0.0, |book| book.booked() * (1.0 - book.no_show));
    let visits = attended + walk_in.admitted;
    OfficeLoad {
        office: id,
        working_days: days,
        wishes: wishes * share,
        shut_out,
        book,
        walk_in,
        visits,
        stages: stages(plan, id, &flow, visits),
        completed: flow.completed,
        production: production(plan, office, visits * flow.completed),
    }
}

fn book(
    plan: &Plan,
    (office, id): (&OfficePlan, OfficeId),
    asking: Asking<'_>,
) -> Option<BookLoad> {
    let booking = office.scenario.booking.as_ref()?;
    let worked = office.timetable.ordinary().open_weekdays().count().max(1) as u32;
    // Half the window ahead: where no-shows grow with the lead time, it must be guessed.
    let lead = booking.window.working_days(worked) * 7 / worked / 2;
    let keeping = Keeping::of(&booking.attendance, lead);
    let (no_boat, no_show) = (no_boat(plan, id), keeping.no_show);
    let again = no_show * booking.attendance.no_show.books_again
        + (1.0 - no_show) * asking.again(&office.scenario.visit);
    let again = no_boat * office.scenario.visit.comes_back + (1.0 - no_boat) * again;
    let anew = again + ratio(keeping.given_back_anew, keeping.kept);
    let days = f64::from(working_days(plan, office));
    let booked = |day: Day| {
        let start = &office.scenario.start;
        let place = office.calendar.working_before(day)
            - office.calendar.working_before(plan.first).min(office.calendar.working_before(day));
        let on_date = start.booked_on.get(&office.calendar.date(day));
        f64::from(on_date.or(start.booked.get(place as usize)).copied().unwrap_or(0))
    };
    let at_start = ratio(
        measured(plan).filter(|day| office.calendar.is_working(*day)).map(booked).sum(),
        days,
    );
    let load = BookLoad {
        people: asking.people,
        appointments_each: ratio(keeping.kept, 1.0 - keeping.kept * anew),
        anew,
        quota: a_day(plan, office, |day| f64::from(office.places[day.index()])),
        no_show: no_boat + (1.0 - no_boat) * no_show,
        no_boat,
        tries: 1.0,
        at_start,
    };
    let tries = flow::tries(&plan.scenario.intake.persistence, &load);
    Some(BookLoad { tries, ..load })
}

/// Those of all who ask that walk in: under the caps of their lanes, some of which share one.
fn walk_in(office: &OfficePlan, asking: Asking<'_>, all: Wishes) -> WalkInLoad {
    let visits = ratio(asking.people, 1.0 - asking.again(&office.scenario.visit));
    let mut load = WalkInLoad { people: 0.0, admitted: 0.0 };
    let lanes = office.scenario.demand.lanes.iter().zip(0u8..);
    let terms = |id: u8| office.terms(LaneId(id));
    for counter in 0..office.scenario.demand.lanes.len() {
        let of_counter = lanes.clone().filter(|(_, id)| terms(*id).counter == counter);
        let walks_in = |(lane, _): (&Lane, u8)| lane.share * all.share_of(lane, Channel::WalkIn);
        let people = visits * of_counter.map(walks_in).sum::<f64>();
        load.people += people;
        let cap = terms(counter as u8).daily_cap.map_or(f64::INFINITY, f64::from);
        load.admitted += people.min(cap);
    }
    load
}

fn stages(plan: &Plan, id: OfficeId, flow: &Flow, visits: f64) -> Vec<StationLoad> {
    let stations = plan.stations.iter().zip(0u16..);
    let stages = stations.filter_map(|(station, index)| match station.kind {
        StationKind::Stage(StageId(stage)) if station.office == id => {
            let services = visits * flow.services[usize::from(stage)];
            Some(station_load(plan, (station, StationId(index)), services))
        }
        _ => None,
    });
    stages.collect()
}

fn station_load(
    plan: &Plan,
    (station, id): (&StationPlan, StationId),
    services: f64,
) -> StationLoad {
    let office = &plan.offices[station.office.index()];
    let open = |day: Day| {
        let openings = station.hours.on(office, day);
        openings.iter().map(|opening| opening.length().hours()).sum()
    };
    let outage = station.outage.as_ref();
    let in_order = outage.map_or(1.0, |outage| {
        let up = outage.every.mean().hours();
        up / (up + outage.lasts.mean().hours())
    });
    let out_of_order = match station.kind {
        StationKind::Kiosk(site) => plan.scenario.intake.sites[usize::from(site.0)].out_of_order,
        StationKind::Stage(_) => 0.0,
    };
    StationLoad {
        station: id,
        name: station.name.clone(),
        services,
        minutes: mean_minutes(plan, station),
        servers: station.servers,
        at_once: station.at_once,
        hours: a_day(plan, office, open),
        availability: in_order * (1.0 - out_of_order),
        days: working_days(plan, office),
    }
}

/// The mean service over the lanes, by their shares.
fn mean_minutes(plan: &Plan, station: &StationPlan) -> f64 {
    let lanes = plan.scenario.demand.lanes.iter().enumerate();
    let total: f64 = plan.scenario.demand.lanes.iter().map(|lane| lane.share).sum();
    let minutes = lanes.map(|(index, lane)| {
        let own = station.lane_service.get(index).and_then(Option::as_ref);
        lane.share * own.unwrap_or(&station.service).mean().minutes()
    });
    minutes.sum::<f64>() / total
}

/// Data is entered for each person of a family, each time the family asks. Beside a cut-over the
/// days on which nobody uses kiosks do not make those before look better.
fn kiosks(plan: &Plan, offices: &[OfficeLoad], wishes: Wishes) -> Vec<StationLoad> {
    let people = wishes.people * wishes.share(Channel::Kiosk);
    let in_use =
        |day: &Day| plan.calendar().is_working(*day) && plan.routes.uses(Channel::Kiosk, *day);
    let days = measured(plan).filter(in_use).count() as u32;
    let people = ratio(people, f64::from(days));
    let stations = plan.stations.iter().zip(0u16..).filter(|(station, _)| station.used);
    let kiosks = stations.filter_map(|(station, index)| match station.kind {
        StationKind::Stage(_) => None,
        StationKind::Kiosk(site) => {
            let origins = plan.scenario.demand.origins.iter();
            let here = origins.filter(|of| of.kiosk.is_some_and(|(kiosk, _)| kiosk == site));
            let requests = here.map(|origin| {
                let book = offices[usize::from(origin.home)].book;
                let spells = book.map_or(0.0, |book| 1.0 + book.again_of_booked());
                origin.share * spells * book.map_or(1.0, |book| book.tries)
            });
            let services = people * requests.sum::<f64>();
            let load = station_load(plan, (station, StationId(index)), services);
            Some(StationLoad { days, ..load })
        }
    });
    kiosks.collect()
}

impl BookLoad {
    /// Times that one asks anew for an appointment after one that came to nothing, as far as the
    /// book has places.
    fn again_of_booked(&self) -> f64 {
        ratio(self.booked() * self.anew, self.people)
    }
}

fn production(plan: &Plan, office: &OfficePlan, files: f64) -> Option<ProductionLoad> {
    let production = office.scenario.production.as_ref()?;
    let portion = |day: Day| office.portion_on(day) as f64;
    let start = &office.scenario.start;
    let waiting = start.backlog + start.received.values().sum::<u32>();
    let days = f64::from(working_days(plan, office));
    let at_start = match plan.scenario.run.warm_up_days {
        0 => ratio(f64::from(waiting), days),
        _ => 0.0,
    };
    let outreach = ratio(measured(plan).map(|day| served_outside(plan, day)).sum(), days);
    Some(ProductionLoad {
        files: files + at_start + outreach,
        at_start,
        outreach,
        capacity: production.per_week.map(|_| a_day(plan, office, portion)),
        availability: production.outage.as_ref().map_or(1.0, left_by),
    })
}

/// People whom teams serve on a day where they live.
fn served_outside(plan: &Plan, day: Day) -> f64 {
    let date = plan.calendar().date(day);
    let teams = plan.scenario.demand.outreach.iter().filter(|team| team.is_out(date));
    teams.map(|team| f64::from(team.files)).sum()
}

/// The share of its output that a system has in the long run.
fn left_by(outage: &ProductionOutage) -> f64 {
    let Spells { starts, ends } = outage.spells;
    let down = starts / (starts + ends);
    let slow = outage.slow.map_or(0.0, |slow| slow.share * (slow.output - outage.output));
    1.0 - down + down * (outage.output + slow)
}
