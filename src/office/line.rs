//! Lines: who joins one, who turns round, and at which place one waits.

use crate::office::event_lists::EventLists;
use crate::office::journal::AtStation;
use crate::office::model::Offices;
use crate::office::people::Cause;
use crate::office::station::{Doors, StationId, StationKind};
use crate::random::Stream;
use crate::time::Instant;

impl Offices<'_> {
    /// A client comes to a station and joins its line, or not; services that may start do.
    pub fn join_line(&mut self, id: StationId, client: u32, events: &mut EventLists) {
        let now = events.now();
        let doors = self.stations[id].doors;
        if doors == Doors::Closed || (doors == Doors::Overtime && self.is_outside(id, client)) {
            self.tell_at(id, client, AtStation::DoorsClosed);
            return self.turn_back(id, client, events);
        }
        let measured = u64::from(self.is_measured(now));
        self.stations[id].usage.came += measured;
        if self.serve_at_once(id, client, events) {
            return;
        }
        if let Some(refusal) = self.refusal(id, client, now) {
            let lost = &mut self.stations[id].usage.lost;
            match refusal {
                Refusal::Full => lost.full += measured,
                Refusal::Balks => lost.balked += measured,
            }
            self.tell_at(id, client, refusal.told());
            return self.turn_back(id, client, events);
        }
        self.enter_line(id, client, now);
        // Who is served alone has just been found not to be served now.
        if 1 < self.stations[id].plan.at_once {
            self.serve(id, events);
        }
        self.expect_end_of_patience(id, client, events);
    }

    /// Whether a client comes from the street: nobody does once the doors have closed.
    fn is_outside(&self, id: StationId, client: u32) -> bool {
        match self.stations[id].plan.kind {
            StationKind::Kiosk(_) => true,
            StationKind::Stage(stage) => stage.0 == 0 && self.visitors[client].rounds == 0,
        }
    }

    /// Why a client who cannot be served at once does not join a line. Those who are about to be
    /// called together do not count as waiting.
    fn refusal(&self, id: StationId, client: u32, now: Instant) -> Option<Refusal> {
        let station = &self.stations[id];
        let rules = &station.plan.line;
        let called = match station.plan.at_once {
            1 => 0,
            _ => self.about_to_be_called(id, client, now),
        };
        if station.line.len() < called {
            return None;
        }
        let waiting = station.line.len() - called;
        if rules.is_full(waiting) {
            return Some(Refusal::Full);
        }
        let joins = rules.joins(waiting);
        let stays_away =
            joins < 1.0 && !self.stream_in_line(id, client, Cause::Joins).happens(joins);
        stays_away.then_some(Refusal::Balks)
    }

    /// Puts a client at the end of its priority.
    fn enter_line(&mut self, id: StationId, client: u32, now: Instant) {
        let place = self.place_in_line(id, client);
        let station = &mut self.stations[id];
        station.pass_time(now, &self.plan.measured_time);
        match place {
            None => station.line.push_back(client),
            Some(place) => station.line.insert(place, client),
        }
        self.tell_at(id, client, AtStation::Waits);
    }

    /// Behind those of its priority or a higher one; none where all are alike.
    fn place_in_line(&self, id: StationId, client: u32) -> Option<usize> {
        let station = &self.stations[id];
        let is_kiosk = matches!(station.plan.kind, StationKind::Kiosk(_));
        if self.plan.priorities.is_empty() || is_kiosk {
            return None;
        }
        let priority = |client: u32| {
            let lane = self.visitors[client].applicant.lane;
            self.plan.priorities[usize::from(lane.0)]
        };
        Some(station.line.partition_point(|&other| priority(other) <= priority(client)))
    }

    /// The stream of a cause of chance in a line, for this client.
    pub fn stream_in_line(&self, id: StationId, client: u32, cause: fn(u8) -> Cause) -> Stream {
        let plan = self.stations[id].plan;
        let cause = cause(plan.place());
        match plan.kind {
            StationKind::Stage(_) => self.visitors[client].stream(self.streams, cause),
            StationKind::Kiosk(_) => {
                let group = &self.parties[client];
                group.stream(self.streams, cause, group.outings)
            }
        }
    }

    /// How many of those in line will be called at this instant, where several are served at once
    /// and one like this client can be.
    pub fn about_to_be_called(&self, id: StationId, client: u32, now: Instant) -> usize {
        let station = &self.stations[id];
        let at_once = station.plan.at_once as usize;
        let rule = station.rules.opening.at_closing;
        if at_once == 1
            || !station.may_start(now)
            || !station.may_last(now, self.service_time(id, client), rule)
        {
            return 0;
        }
        at_once.saturating_mul(station.free_servers())
    }
}

/// Why a client does not join a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    Full,
    Balks,
}

impl Refusal {
    /// What the journal is told of it.
    fn told(self) -> AtStation {
        match self {
            Refusal::Full => AtStation::NoRoom,
            Refusal::Balks => AtStation::TurnsRound,
        }
    }
}

#[cfg(test)]
mod tests;
