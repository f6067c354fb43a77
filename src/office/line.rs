//! Lines: who is served next at a kiosk or stage, for how long, and what follows.

use crate::engine::EventList;
use crate::office::event::Event;
use crate::office::model::Office;
use crate::office::people::Cause;
use crate::office::station::{Doors, Observed, StationId, StationKind};
use crate::time::{Instant, Span};

impl Office<'_> {
    /// A client joins the line of a station; services that may start do.
    pub fn join_line(&mut self, station: StationId, client: u32, events: &mut EventList<Event>) {
        let doors = self.stations[usize::from(station.0)].doors;
        let from_outside = station.0 <= self.station_of(0).0;
        if doors == Doors::Closed || (from_outside && doors == Doors::Overtime) {
            return self.turn_back(station, client, events);
        }
        self.stations[usize::from(station.0)].line.push_back(client);
        self.serve(station, events);
    }

    /// Starts all services that may start now.
    pub fn serve(&mut self, id: StationId, events: &mut EventList<Event>) {
        let now = events.now();
        while self.stations[usize::from(id.0)].may_start(now) {
            let Some((client, length)) = self.next_client(id, now) else { return };
            let (identity, waited) = self.leave_line(id, client, now);
            let observed = match self.is_measured(now) {
                true => Observed::Counted(waited),
                false => Observed::Unmeasured,
            };
            self.stations[usize::from(id.0)].begin(now, length, observed);
            let event = Event::ServiceEnds { station: id, client };
            events.schedule(now + length, event.rank(identity), event);
        }
    }

    /// Takes the next out of the line, with its service time: the first, or the first who can be
    /// served before closing where the office asks for that.
    fn next_client(&mut self, id: StationId, now: Instant) -> Option<(u32, Span)> {
        let rule = self.plan.scenario.opening.at_closing;
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
    fn service_time(&mut self, id: StationId, client: u32) -> Span {
        let plan = &self.plan.stations[usize::from(id.0)];
        match plan.kind {
            StationKind::Stage(stage) => {
                let applicant = self.visitors.at(client).applicant;
                let cause = Cause::Service(stage.0 as u8);
                plan.service.sample(&mut applicant.stream(self.streams, cause))
            }
            StationKind::Kiosk(_) => {
                let group = *self.parties.at(client);
                (0..group.size).fold(Span::ZERO, |sum, position| {
                    let mut stream = group.member(position).stream(self.streams, Cause::DataEntry);
                    sum + plan.service.sample(&mut stream)
                })
            }
        }
    }

    /// The identity of a client whose turn it is, and how long it waited.
    fn leave_line(&mut self, id: StationId, client: u32, now: Instant) -> (u64, Span) {
        match self.plan.stations[usize::from(id.0)].kind {
            StationKind::Kiosk(_) => {
                let group = self.parties.at(client);
                (group.applicant.identity, now - group.in_line_since)
            }
            StationKind::Stage(_) => {
                let visitor = self.visitors.at(client);
                let waited = now - visitor.in_line_since;
                visitor.waited += waited;
                (visitor.applicant.identity, waited)
            }
        }
    }

    /// A client leaves a desk or machine; the next may start.
    pub fn service_ends(&mut self, id: StationId, client: u32, events: &mut EventList<Event>) {
        self.stations[usize::from(id.0)].busy -= 1;
        self.serve(id, events);
        match self.plan.stations[usize::from(id.0)].kind {
            StationKind::Kiosk(_) => self.at_book(client, events),
            StationKind::Stage(_) => self.leave_stage(client, events),
        }
    }
}
