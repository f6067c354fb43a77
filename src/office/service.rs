//! Services: who is called next at a kiosk or stage, for how long, and what follows.

use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::AtStation;
use crate::office::model::Offices;
use crate::office::people::{Applicant, Cause};
use crate::office::station::{StationId, StationKind, StationPlan};
use crate::scenario::AtClosing;
use crate::time::{Instant, Span};

impl Offices<'_> {
    /// Serves a client whose service can begin. Who waits while a server is free cannot be served
    /// any more today, so that nobody is overtaken.
    pub fn serve_at_once(&mut self, id: StationId, client: u32, events: &mut EventLists) -> bool {
        let now = events.now();
        let station = &self.stations[id];
        if 1 < station.plan.at_once || !station.may_start(now) {
            return false;
        }
        let length = self.service_time(id, client);
        let station = &mut self.stations[id];
        let rule = station.rules.opening.at_closing;
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
    pub fn serve(&mut self, id: StationId, events: &mut EventLists) {
        let station = &self.stations[id];
        if station.line.is_empty() || !station.may_start(events.now()) {
            return;
        }
        if station.plan.at_once == 1 {
            return self.start_services(id, events);
        }
        let event = Event::Calls { station: id };
        let now = events.now();
        events.at(station.plan).schedule(now, event.rank(u64::from(id.0)), event);
    }

    /// Starts all services that may start now.
    pub fn start_services(&mut self, id: StationId, events: &mut EventLists) {
        let now = events.now();
        self.stations[id].pass_time(now, &self.plan.measured_time);
        while self.stations[id].may_start(now) {
            let Some(service) = self.next_client(id, now) else { return };
            self.begin_service(id, service, events);
        }
    }

    /// Begins the service of a client who is out of the line.
    fn begin_service(
        &mut self,
        id: StationId,
        (client, length): (u32, Span),
        events: &mut EventLists,
    ) {
        let now = events.now();
        let identity = self.call(id, client, now);
        let station = &mut self.stations[id];
        if self.plan.measured_time.contains(&now) {
            station.note_work(length, now);
        }
        let ends = station.take_server((client, length), now);
        if 1 < station.plan.at_once {
            self.call_others(id, client, now);
        }
        let event = Event::ServiceEnds { station: id, client };
        events.at(self.stations[id].plan).schedule(ends, event.rank(identity), event);
    }

    /// A client's wait is over: its service begins. Returns its identity.
    #[inline]
    fn call(&mut self, id: StationId, client: u32, now: Instant) -> u64 {
        let (identity, waited) = self.end_wait(id, client, now);
        let station = &mut self.stations[id];
        station.serving += 1;
        if self.plan.measured_time.contains(&now) {
            station.usage.record_wait(waited, station.rules.visit.long_wait);
        }
        self.tell_at(id, client, AtStation::ServiceBegins { waited });
        identity
    }

    /// Calls those who are served together with the first.
    fn call_others(&mut self, id: StationId, first: u32, now: Instant) {
        let mut last = first;
        for _ in 1..self.stations[id].plan.at_once {
            let Some(next) = self.stations[id].line.pop_front() else { return };
            self.call(id, next, now);
            self.visitors.at(last).beside = Some(next);
            last = next;
        }
    }

    /// Takes the next out of the line, with its service time: the first, or the first who can be
    /// served before closing where the office asks for that.
    fn next_client(&mut self, id: StationId, now: Instant) -> Option<(u32, Span)> {
        let rule = self.stations[id].rules.opening.at_closing;
        if rule != AtClosing::StartOnlyWhatCanFinish {
            let client = self.stations[id].line.pop_front()?;
            return Some((client, self.service_time(id, client)));
        }
        for place in 0..self.stations[id].line.len() {
            let client = self.stations[id].line[place];
            let length = self.service_time(id, client);
            if self.stations[id].may_last(now, length, rule) {
                self.stations[id].line.remove(place);
                return Some((client, length));
            }
        }
        None
    }

    /// The service time belongs to the client, not to the order of service.
    pub fn service_time(&self, id: StationId, client: u32) -> Span {
        let plan = self.stations[id].plan;
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

    /// Ends a client's wait in a line; returns its identity and how long it waited.
    pub fn end_wait(&mut self, id: StationId, client: u32, now: Instant) -> (u64, Span) {
        match self.stations[id].plan.kind {
            StationKind::Stage(_) => {
                let visitor = self.visitors.at(client);
                let waited = now - visitor.in_line_since;
                visitor.waited += waited;
                (visitor.applicant.identity, waited)
            }
            StationKind::Kiosk(_) => {
                let group = &self.parties[client];
                (group.applicant.identity, now - group.in_line_since)
            }
        }
    }

    /// The applicant that a client of a station is, or the first of its family.
    pub fn client(&self, id: StationId, client: u32) -> &Applicant {
        match self.stations[id].plan.kind {
            StationKind::Kiosk(_) => &self.parties[client].applicant,
            StationKind::Stage(_) => &self.visitors[client].applicant,
        }
    }

    /// A client leaves a desk or machine, with those who were served together with it; the next
    /// may start.
    pub fn service_ends(&mut self, id: StationId, client: u32, events: &mut EventLists) {
        let now = events.now();
        let station = &mut self.stations[id];
        if let Some(ends) = station.leave_server(client, now) {
            let event = Event::ServiceEnds { station: id, client };
            let rank = event.rank(self.client(id, client).identity);
            return events.at(self.stations[id].plan).schedule(ends, rank, event);
        }
        station.pass_time(now, &self.plan.measured_time);
        let &StationPlan { kind, at_once, .. } = station.plan;
        self.stations[id].serving -= if at_once == 1 { 1 } else { self.together(client) };
        self.serve(id, events);
        match kind {
            StationKind::Kiosk(_) => {
                self.tell_at(id, client, AtStation::ServiceEnds);
                let mut group = self.parties.remove(client);
                self.at_book(&mut group, events);
            }
            StationKind::Stage(_) if at_once == 1 => self.leave_stage(client, events),
            StationKind::Stage(_) => self.leave_together(client, events),
        }
    }

    /// How many were served together with a visitor, itself included.
    fn together(&self, client: u32) -> u32 {
        let beside = |client: &u32| self.visitors[*client].beside;
        std::iter::successors(Some(client), beside).count() as u32
    }

    /// Those who were served together leave their stage one after the other.
    fn leave_together(&mut self, first: u32, events: &mut EventLists) {
        let mut next = Some(first);
        while let Some(client) = next {
            next = self.visitors.at(client).beside.take();
            self.leave_stage(client, events);
        }
    }

    /// Adds up who was where until the end of the run.
    pub fn close_stations(&mut self) {
        let end = self.plan.end.start();
        for station in self.stations.iter_mut() {
            station.pass_time(end, &self.plan.measured_time);
            station.usage.waits.count_recent();
        }
    }
}
