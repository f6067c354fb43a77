//! Outreach: a team goes out and serves people where they live.

use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::ledger::Daily;
use crate::office::model::Offices;
use crate::office::people::{Applicant, RunDay, family_identity};
use crate::office::station::{StationId, StationKind};
use crate::office::tally::Item;
use crate::scenario::{Channel, LaneId, Outreach};
use crate::time::{Day, Span};

/// The number of the first whom a team serves, among the families of its origin and day; no day has
/// as many wishes.
const FIRST_NUMBER: u32 = 1 << 24;
/// Numbers that each team has for itself.
const NUMBERS: u32 = 1 << 12;
/// Hours after midnight at which those served by a team are written down.
const HOUR: i64 = 12;

impl Offices<'_> {
    /// The teams that are out on a day serve as many as they are to serve; each is somebody who did
    /// not wish otherwise.
    pub fn serve_outside(&mut self, day: Day, events: &EventLists) {
        let plan = self.plan;
        let teams = &plan.scenario.demand.outreach;
        if teams.is_empty() {
            return;
        }
        let date = plan.calendar().date(day);
        self.ledger.now = day.start() + Span::from_hours(HOUR);
        for (team, number) in teams.iter().zip(0u32..).filter(|(team, _)| team.is_out(date)) {
            let numbers = FIRST_NUMBER + number * NUMBERS;
            (numbers..numbers + team.files).for_each(|number| self.serve_one(team, day, number));
        }
        self.ledger.now = events.now();
    }

    fn serve_one(&mut self, team: &Outreach, day: Day, number: u32) {
        let run_day = RunDay::new(day, self.plan.measured.start);
        let identity = family_identity(team.origin, run_day, number);
        let applicant = Applicant {
            identity,
            wish: self.ledger.now,
            origin: team.origin,
            channel: Channel::Outreach,
            way: Channel::Outreach,
            lane: LaneId::default(),
            phone: self.phone_of(team.origin, identity),
            counted: self.plan.is_measured(day),
            attempt: 0,
        };
        self.ledger.add(&applicant, Item::Wishes, 1);
        self.ledger.note(day, Daily::Wishes, 1);
        self.ledger.note(day, Daily::Completed, 1);
        if !self.plan.scenario.intake.cut_overs.is_empty() {
            self.ledger.note(day, Daily::ByOutreach, 1);
        }
        self.ledger.tell_wish(&applicant, 1);
        self.ledger.tell(applicant.identity, 1, Step::ServedOutside);
        self.receive_file(self.plan.homes[usize::from(team.origin)], applicant, day);
    }

    /// The desks of a stage that are there on a day, those of teams outside not among them.
    pub fn staff_desks(&mut self, id: StationId, day: Day) {
        let teams = &self.plan.scenario.demand.outreach;
        let StationKind::Stage(stage) = self.stations[id].plan.kind else { return };
        let Some(desks) = self.stations[id].plan.servers.filter(|_| !teams.is_empty()) else {
            return;
        };
        let date = self.plan.calendar().date(day);
        let out = teams.iter().filter(|team| team.is_out(date));
        let taken: u32 = out.map(|team| team.takes[usize::from(stage.0)]).sum();
        self.stations[id].servers = desks.saturating_sub(taken);
    }
}
