//! Services: who is called next at a kiosk or stage, for how long, and what follows.

use crate::engine::EventList;
use crate::office::event::Event;
use crate::office::model::Office;
use crate::office::people::{Applicant, Cause};
use crate::office::station::{StationId, StationKind};
use crate::scenario::AtClosing;
use crate::time::{Instant, Span};

impl Office<'_> {
    /// Serves a client whose service can begin. Who waits while a server is free cannot be served
    /// any more today, so that nobody is overtaken.
    pub fn serve_at_once(
        &mut self,
        id: StationId,
        client: u32,
        events: &mut EventList<Event>,
    ) -> bool {
        let now = events.now();
        let several = 1 < self.plan.stations[usize::from(id.0)].at_once;
        if several || !self.stations[usize::from(id.0)].may_start(now) {
            return false;
        }
        let length = self.service_time(id, client);
        let rule = self.plan.scenario.opening.at_closing;
        let station = &mut self.stations[usize::from(id.0)];
        debug_assert!(station.line.is_empty() || rule == AtClosing::StartOnlyWhatCanFinish);
        if !station.may_last(now, length, rule) {
            return false;
        }
        station.pass_time(now, &self.plan.measured_time);
        self.begin_service(id, (client, length), events);
        true
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
    pub fn service_time(&self, id: StationId, client: u32) -> Span {
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
    pub fn end_wait(&mut self, id: StationId, client: u32, now: Instant) -> Span {
        let waited = now - self.in_line_since(id, client);
        if let StationKind::Stage(_) = self.plan.stations[usize::from(id.0)].kind {
            self.visitors.at(client).waited += waited;
        }
        waited
    }

    /// The applicant that a client of a station is, or the first of its family.
    pub fn client(&self, id: StationId, client: u32) -> &Applicant {
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
