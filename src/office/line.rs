//! Lines: who joins, who is served next at a kiosk or stage, for how long, and who leaves.

use std::collections::VecDeque;

use crate::engine::EventList;
use crate::office::event::Event;
use crate::office::model::Office;
use crate::office::people::{Applicant, Cause};
use crate::office::station::{Doors, StationId, StationKind};
use crate::random::Stream;
use crate::scenario::AtClosing;
use crate::time::{Instant, Span};

impl Office<'_> {
    /// A client comes to a station and joins its line, or not; services that may start do.
    pub fn join_line(&mut self, id: StationId, client: u32, events: &mut EventList<Event>) {
        let now = events.now();
        let doors = self.stations[usize::from(id.0)].doors;
        if doors == Doors::Closed || (doors == Doors::Overtime && self.is_outside(id, client)) {
            return self.turn_back(id, client, events);
        }
        let measured = u64::from(self.is_measured(now));
        self.stations[usize::from(id.0)].usage.came += measured;
        if self.serve_at_once(id, client, events) {
            return;
        }
        if let Some(refusal) = self.refusal(id, client, now) {
            let lost = &mut self.stations[usize::from(id.0)].usage.lost;
            match refusal {
                Refusal::Full => lost.full += measured,
                Refusal::Balks => lost.balked += measured,
            }
            return self.turn_back(id, client, events);
        }
        self.enter_line(id, client, now);
        self.serve(id, events);
        self.expect_end_of_patience(id, client, events);
    }

    /// Serves a client whose service can begin. Who waits while a server is free cannot be served
    /// any more today, so that nobody is overtaken.
    fn serve_at_once(&mut self, id: StationId, client: u32, events: &mut EventList<Event>) -> bool {
        let now = events.now();
        let several = 1 < self.plan.stations[usize::from(id.0)].at_once;
        if several || !self.stations[usize::from(id.0)].may_start(now) {
            return false;
        }
        let length = self.service_time(id, client);
        let rule = self.plan.scenario.opening.at_closing;
        let station = &mut self.stations[usize::from(id.0)];
        if !station.may_last(now, length, rule) {
            return false;
        }
        station.pass_time(now, &self.plan.measured_time);
        self.begin_service(id, (client, length), events);
        true
    }

    /// Whether a client comes from the street: nobody does once the doors have closed.
    fn is_outside(&self, id: StationId, client: u32) -> bool {
        match self.plan.stations[usize::from(id.0)].kind {
            StationKind::Kiosk(_) => true,
            StationKind::Stage(stage) => stage.0 == 0 && self.visitors[client].rounds == 0,
        }
    }

    /// Why a client who cannot be served at once does not join a line. Those who are about to be
    /// called together do not count as waiting.
    fn refusal(&self, id: StationId, client: u32, now: Instant) -> Option<Refusal> {
        let rules = &self.plan.stations[usize::from(id.0)].line;
        let station = &self.stations[usize::from(id.0)];
        let called = self.about_to_be_called(id, client, now);
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
        self.stations[usize::from(id.0)].pass_time(now, &self.plan.measured_time);
        let place = self.place_in_line(id, client);
        self.stations[usize::from(id.0)].line.insert(place, client);
    }

    fn place_in_line(&self, id: StationId, client: u32) -> usize {
        let line = &self.stations[usize::from(id.0)].line;
        let is_kiosk = matches!(self.plan.stations[usize::from(id.0)].kind, StationKind::Kiosk(_));
        if self.plan.priorities.is_empty() || is_kiosk {
            return line.len();
        }
        let priority = |client: u32| {
            let lane = self.visitors[client].applicant.lane;
            self.plan.priorities[usize::from(lane.0)]
        };
        line.partition_point(|&other| priority(other) <= priority(client))
    }

    /// The stream of a cause of chance in a line, for this client.
    fn stream_in_line(&self, id: StationId, client: u32, cause: fn(u8) -> Cause) -> Stream {
        let plan = &self.plan.stations[usize::from(id.0)];
        let cause = cause(plan.place());
        match plan.kind {
            StationKind::Stage(_) => self.visitors[client].stream(self.streams, cause),
            StationKind::Kiosk(_) => {
                let group = &self.parties[client];
                group.stream(self.streams, cause, group.outings)
            }
        }
    }

    /// When a client who waits will have waited long enough; always the same answer.
    fn end_of_patience(&self, id: StationId, client: u32) -> Option<Instant> {
        let patience = self.plan.stations[usize::from(id.0)].line.patience.as_ref()?;
        let mut stream = self.stream_in_line(id, client, Cause::LinePatience);
        Some(self.in_line_since(id, client) + patience.sample(&mut stream))
    }

    fn in_line_since(&self, id: StationId, client: u32) -> Instant {
        match self.plan.stations[usize::from(id.0)].kind {
            StationKind::Kiosk(_) => self.parties[client].in_line_since,
            StationKind::Stage(_) => self.visitors[client].in_line_since,
        }
    }

    fn expect_end_of_patience(
        &mut self,
        id: StationId,
        client: u32,
        events: &mut EventList<Event>,
    ) {
        // Who came last is found first from the end of the line.
        let waits = |line: &VecDeque<u32>| line.iter().rev().any(|&other| other == client);
        let impatient = self.plan.stations[usize::from(id.0)].line.patience.is_some();
        if !impatient || !waits(&self.stations[usize::from(id.0)].line) {
            return;
        }
        if let Some(ends) = self.end_of_patience(id, client) {
            let event = Event::LosesPatience { station: id, client };
            events.schedule(ends, event.rank(self.client(id, client).identity), event);
        }
    }

    /// Who still waits when its patience ends leaves the line. Its place in the store may be
    /// another's by now, whose patience ends at another time.
    pub fn lose_patience(&mut self, id: StationId, client: u32, events: &mut EventList<Event>) {
        let now = events.now();
        let line = &self.stations[usize::from(id.0)].line;
        let Some(place) = line.iter().position(|&other| other == client) else { return };
        // Who is about to be called together with others stays.
        let is_called = place < self.about_to_be_called(id, client, now);
        if is_called || self.end_of_patience(id, client) != Some(now) {
            return;
        }
        let station = &mut self.stations[usize::from(id.0)];
        station.pass_time(now, &self.plan.measured_time);
        station.line.remove(place);
        self.leave_unserved(id, client, events);
    }

    /// How many of those in line will be called at this instant, where several are served at once
    /// and one like this client can be.
    fn about_to_be_called(&self, id: StationId, client: u32, now: Instant) -> usize {
        let station = &self.stations[usize::from(id.0)];
        let at_once = self.plan.stations[usize::from(id.0)].at_once as usize;
        let rule = self.plan.scenario.opening.at_closing;
        if at_once == 1
            || !station.may_start(now)
            || !station.may_last(now, self.service_time(id, client), rule)
        {
            return 0;
        }
        at_once.saturating_mul(station.free_servers())
    }

    /// A client who is out of the line already goes away.
    pub fn leave_unserved(&mut self, id: StationId, client: u32, events: &mut EventList<Event>) {
        let now = events.now();
        let waited = self.end_wait(id, client, now);
        if self.is_measured(now) {
            let long = self.plan.scenario.visit.long_wait;
            self.stations[usize::from(id.0)].usage.record_leaving(waited, long);
        }
        self.turn_back(id, client, events);
    }

    /// Starts all services that may start now; where several are served at once, when all who come
    /// at this instant are there.
    pub fn serve(&mut self, id: StationId, events: &mut EventList<Event>) {
        if self.plan.stations[usize::from(id.0)].at_once == 1 {
            return self.start_services(id, events);
        }
        let station = &self.stations[usize::from(id.0)];
        if !station.line.is_empty() && station.may_start(events.now()) {
            let event = Event::Calls { station: id };
            events.schedule(events.now(), event.rank(u64::from(id.0)), event);
        }
    }

    /// Starts all services that may start now.
    pub fn start_services(&mut self, id: StationId, events: &mut EventList<Event>) {
        let now = events.now();
        self.stations[usize::from(id.0)].pass_time(now, &self.plan.measured_time);
        while self.stations[usize::from(id.0)].may_start(now) {
            let Some((client, length)) = self.next_client(id, now) else { return };
            self.begin_service(id, (client, length), events);
        }
    }

    fn begin_service(
        &mut self,
        id: StationId,
        (client, length): (u32, Span),
        events: &mut EventList<Event>,
    ) {
        let now = events.now();
        self.note_work(id, length, now);
        self.call(id, client, now);
        self.call_others(id, client, now);
        let ends = self.take_server(id, (client, length), now);
        let event = Event::ServiceEnds { station: id, client };
        events.schedule(ends, event.rank(self.client(id, client).identity), event);
    }

    /// A client's wait is over: its service begins.
    fn call(&mut self, id: StationId, client: u32, now: Instant) {
        let waited = self.end_wait(id, client, now);
        let measured = self.is_measured(now);
        let long = self.plan.scenario.visit.long_wait;
        let station = &mut self.stations[usize::from(id.0)];
        station.serving += 1;
        if measured {
            station.usage.record_wait(waited, long);
        }
    }

    /// Calls those who are served together with the first.
    fn call_others(&mut self, id: StationId, first: u32, now: Instant) {
        let mut last = first;
        for _ in 1..self.plan.stations[usize::from(id.0)].at_once {
            let Some(next) = self.stations[usize::from(id.0)].line.pop_front() else { return };
            self.call(id, next, now);
            self.visitors.at(last).beside = Some(next);
            last = next;
        }
    }

    /// Takes the next out of the line, with its service time: the first, or the first who can be
    /// served before closing where the office asks for that.
    fn next_client(&mut self, id: StationId, now: Instant) -> Option<(u32, Span)> {
        let rule = self.plan.scenario.opening.at_closing;
        if rule != AtClosing::StartOnlyWhatCanFinish {
            let client = self.stations[usize::from(id.0)].line.pop_front()?;
            return Some((client, self.service_time(id, client)));
        }
        for place in 0..self.stations[usize::from(id.0)].line.len() {
            let client = self.stations[usize::from(id.0)].line[place];
            let length = self.service_time(id, client);
            if self.stations[usize::from(id.0)].may_last(now, length, rule) {
                self.stations[usize::from(id.0)].line.remove(place);
                return Some((client, length));
            }
        }
        None
    }

    /// The service time belongs to the client, not to the order of service.
    fn service_time(&self, id: StationId, client: u32) -> Span {
        let plan = &self.plan.stations[usize::from(id.0)];
        match plan.kind {
            StationKind::Stage(stage) => {
                let visitor = &self.visitors[client];
                let law = plan.service_of(visitor.applicant.lane);
                law.sample(&mut visitor.stream(self.streams, Cause::Service(stage.0 as u8)))
            }
            StationKind::Kiosk(_) => {
                let group = self.parties[client];
                (0..group.size).fold(Span::ZERO, |sum, position| {
                    let mut stream = group.member(position).stream(self.streams, Cause::DataEntry);
                    sum + plan.service.sample(&mut stream)
                })
            }
        }
    }

    /// Ends a client's wait in a line; returns how long it was.
    fn end_wait(&mut self, id: StationId, client: u32, now: Instant) -> Span {
        let waited = now - self.in_line_since(id, client);
        if let StationKind::Stage(_) = self.plan.stations[usize::from(id.0)].kind {
            self.visitors.at(client).waited += waited;
        }
        waited
    }

    fn client(&self, id: StationId, client: u32) -> &Applicant {
        match self.plan.stations[usize::from(id.0)].kind {
            StationKind::Kiosk(_) => &self.parties[client].applicant,
            StationKind::Stage(_) => &self.visitors[client].applicant,
        }
    }

    /// A client leaves a desk or machine, with those who were served together with it; the next
    /// may start.
    pub fn service_ends(&mut self, id: StationId, client: u32, events: &mut EventList<Event>) {
        let now = events.now();
        if let Some(ends) = self.leave_server(id, client, now) {
            let event = Event::ServiceEnds { station: id, client };
            return events.schedule(ends, event.rank(self.client(id, client).identity), event);
        }
        self.let_go(id, client, now);
        self.serve(id, events);
        if let StationKind::Kiosk(_) = self.plan.stations[usize::from(id.0)].kind {
            return self.at_book(client, events);
        }
        let mut next = Some(client);
        while let Some(client) = next {
            next = self.visitors.at(client).beside.take();
            self.leave_stage(client, events);
        }
    }

    /// Clients who were served together are served no longer.
    fn let_go(&mut self, id: StationId, client: u32, now: Instant) {
        let together = match self.plan.stations[usize::from(id.0)].kind {
            StationKind::Kiosk(_) => 1,
            StationKind::Stage(_) => {
                let beside = |client: &u32| self.visitors[*client].beside;
                std::iter::successors(Some(client), beside).count() as u32
            }
        };
        let station = &mut self.stations[usize::from(id.0)];
        station.pass_time(now, &self.plan.measured_time);
        station.serving -= together;
    }

    /// Adds up who was where until the end of the run.
    pub fn close_stations(&mut self) {
        let end = self.plan.end.start();
        self.stations
            .iter_mut()
            .for_each(|station| station.pass_time(end, &self.plan.measured_time));
    }
}

/// Why a client does not join a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    Full,
    Balks,
}

#[cfg(test)]
mod tests;
