//! Patience: how long people wait in a line, and that they leave it.

use std::collections::VecDeque;

use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::AtStation;
use crate::office::model::Offices;
use crate::office::people::Cause;
use crate::office::station::{StationId, StationKind};
use crate::time::Instant;

impl Offices<'_> {
    /// When a client who waits will have waited long enough; always the same answer.
    fn end_of_patience(&self, id: StationId, client: u32) -> Option<Instant> {
        let patience = self.stations[id].plan.line.patience.as_ref()?;
        let mut stream = self.stream_in_line(id, client, Cause::LinePatience);
        Some(self.in_line_since(id, client) + patience.sample(&mut stream))
    }

    /// When a client joined the line in which it waits.
    pub fn in_line_since(&self, id: StationId, client: u32) -> Instant {
        match self.stations[id].plan.kind {
            StationKind::Kiosk(_) => self.parties[client].in_line_since,
            StationKind::Stage(_) => self.visitors[client].in_line_since,
        }
    }

    /// Schedules the end of patience of one who has just joined a line and still waits.
    pub fn expect_end_of_patience(&mut self, id: StationId, client: u32, events: &mut EventLists) {
        // Who came last is found first from the end of the line.
        let waits = |line: &VecDeque<u32>| line.iter().rev().any(|&other| other == client);
        let impatient = self.stations[id].plan.line.patience.is_some();
        if !impatient || !waits(&self.stations[id].line) {
            return;
        }
        if let Some(ends) = self.end_of_patience(id, client) {
            let event = Event::LosesPatience { station: id, client };
            let rank = event.rank(self.client(id, client).identity);
            events.at(self.stations[id].plan).schedule(ends, rank, event);
        }
    }

    /// Who still waits when its patience ends leaves the line. Its place in the store may be
    /// another's by now, whose patience ends at another time.
    pub fn lose_patience(&mut self, id: StationId, client: u32, events: &mut EventLists) {
        let now = events.now();
        let line = &self.stations[id].line;
        let Some(place) = line.iter().position(|&other| other == client) else { return };
        // Who is about to be called together with others stays.
        let is_called = place < self.about_to_be_called(id, client, now);
        if is_called || self.end_of_patience(id, client) != Some(now) {
            return;
        }
        let station = &mut self.stations[id];
        station.pass_time(now, &self.plan.measured_time);
        station.line.remove(place);
        self.tell_at(id, client, AtStation::LosesPatience);
        self.leave_unserved(id, client, events);
    }

    /// A client who is out of the line already goes away.
    pub fn leave_unserved(&mut self, id: StationId, client: u32, events: &mut EventLists) {
        let now = events.now();
        let (_, waited) = self.end_wait(id, client, now);
        if self.is_measured(now) {
            let station = &mut self.stations[id];
            station.usage.record_leaving(waited, station.rules.visit.long_wait);
        }
        self.turn_back(id, client, events);
    }
}
