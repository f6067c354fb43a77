//! Outages of the queue app: while it is down nobody books with it.

use std::collections::BTreeMap;

use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::ledger::Daily;
use crate::office::model::Offices;
use crate::office::office_plan::{OfficeId, OfficePlan};
use crate::office::people::{Cause, Party, RunDay, day_identity};
use crate::office::plan::Plan;
use crate::office::tally::Item;
use crate::scenario::{AppOutage, AppState, Channel, Period, SystemState};
use crate::time::{Day, Instant};

/// The queue app of all offices: by chance it fails for all of them, on given dates for one.
#[derive(Clone, Debug, Default)]
pub struct QueueApp {
    may_fail: bool,
    /// Whether it works but for what periods say.
    state: SystemState,
    /// Whether it is down for the people of any office.
    is_down: bool,
    /// By office, whether it is down for its people.
    down: Vec<bool>,
    /// Parties that found it down and wait, in the order in which they asked.
    waiting: Vec<u32>,
    /// People who come without an appointment instead, by office and day.
    instead: BTreeMap<(OfficeId, Day), u32>,
}

/// Stands for the origin in the identities of the days of the app.
const APP: u16 = u16::MAX - 3;
/// Tells the reaction to the end of an outage from that to a release of the book.
const AFTER_OUTAGE: u16 = 1 << 15;

impl QueueApp {
    /// An app that works.
    pub fn new(plan: &Plan) -> QueueApp {
        let may_fail = plan.app_may_fail();
        QueueApp { may_fail, down: vec![false; plan.offices.len()], ..QueueApp::default() }
    }

    /// Brings it back to before the first day.
    pub fn reset(&mut self) {
        self.state = SystemState::Up;
        self.is_down = false;
        self.down.fill(false);
        self.waiting.clear();
        self.instead.clear();
    }
}

impl Plan {
    /// Whether the app may be down on some day of the run, while people use it.
    pub fn app_may_fail(&self) -> bool {
        let outage = self.scenario.intake.app.outage.as_ref();
        let by_chance = outage.is_some_and(|outage| 0.0 < outage.0.starts);
        let played = || (self.first.0..self.end.0).map(Day);
        let is_down =
            |office: &OfficePlan| played().any(|day| office.app_state(day) == Some(AppState::Down));
        self.scenario.uses(Channel::App) && (by_chance || self.offices.iter().any(is_down))
    }
}

impl OfficePlan {
    /// What a period says of the app on a day.
    pub fn app_state(&self, day: Day) -> Option<AppState> {
        let stated = |period: &Period| period.app;
        self.scenario.opening.stated((&self.calendar, day), stated)
    }
}

impl Offices<'_> {
    /// The app fails, works again, or stays as it is on a day; where it works those who wait for it
    /// ask again.
    pub fn turn_app(&mut self, day: Day, events: &mut EventLists) {
        if !self.app.may_fail {
            return;
        }
        if let Some(outage) = &self.plan.scenario.intake.app.outage {
            self.app.state = self.by_chance(outage, day);
        }
        let has_failed = self.app.state == SystemState::Down;
        for (office, is_down) in self.plan.offices.iter().zip(&mut self.app.down) {
            let stated = office.app_state(day).map(|state| state == AppState::Down);
            *is_down = stated.unwrap_or(has_failed);
        }
        self.app.is_down = self.app.down.contains(&true);
        for party in std::mem::take(&mut self.app.waiting) {
            match self.app.down[self.home_of(&self.parties[party]).index()] {
                true => self.app.waiting.push(party),
                false => self.ask_after_outage(party, events),
            }
        }
    }

    fn by_chance(&self, outage: &AppOutage, day: Day) -> SystemState {
        let identity = day_identity(APP, RunDay::new(day, self.plan.measured.start));
        let mut luck = Cause::ProductionOutage.stream(self.streams, identity);
        self.app.state.next_day(&outage.0, &mut luck)
    }

    fn home_of(&self, group: &Party) -> OfficeId {
        self.plan.homes[usize::from(group.applicant.origin)]
    }

    fn ask_after_outage(&mut self, party: u32, events: &mut EventLists) {
        let mut group = self.parties.remove(party);
        let mut stream = group.stream(self.streams, Cause::Reaction, AFTER_OUTAGE | group.outings);
        let reaction = self.plan.scenario.intake.app.reaction.sample(&mut stream);
        self.ask_again(&mut group, events.now() + reaction, events);
    }

    /// Whether a party that asks finds the app down. Then it comes to the office instead, or waits
    /// until the app works again, with no try lost.
    #[inline]
    pub fn finds_app_down(&mut self, group: &Party, events: &mut EventLists) -> bool {
        self.app.is_down && self.meets_outage(*group, events)
    }

    #[cold]
    fn meets_outage(&mut self, mut group: Party, events: &mut EventLists) -> bool {
        let home = self.home_of(&group);
        if group.applicant.way != Channel::App || !self.app.down[home.index()] {
            return false;
        }
        group.office = home;
        self.ledger.add(&group.applicant, Item::FoundAppDown, i64::from(group.size));
        self.ledger.tell(group.applicant.identity, group.size, Step::FindsAppDown);
        let visits = self.visit_instead(&group, events.now());
        let party = self.parties.insert(group);
        match visits {
            Some(at) => {
                let event = Event::ComesInstead { party };
                let rank = event.rank(group.applicant.identity);
                events.inside(home).schedule(at, rank, event);
            }
            None => self.app.waiting.push(party),
        }
        true
    }

    /// When a party can come without an appointment, where so many are let in on that day.
    fn visit_instead(&mut self, group: &Party, now: Instant) -> Option<Instant> {
        let most = self.plan.scenario.intake.app.walk_ins_when_down;
        let at = if 0 < most { self.outing_to_office(group, now) } else { return None };
        let let_in = self.app.instead.entry((group.office, at.day())).or_default();
        let people = *let_in + u32::from(group.size);
        let is_let_in = people <= most;
        if is_let_in {
            *let_in = people;
        }
        is_let_in.then_some(at)
    }

    /// A party that found the app down comes without an appointment.
    pub fn come_instead(&mut self, party: u32, events: &mut EventLists) {
        let group = self.parties.remove(party);
        let people = i64::from(group.size);
        self.ledger.add(&group.applicant, Item::CameInstead, people);
        self.ledger.note(events.now().day(), Daily::WalkIns, u32::from(group.size));
        self.come_in(&group, events);
    }
}
