//! Doors: when stations open and close, which machines work, and what closing time means.

use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::AtStation;
use crate::office::model::Offices;
use crate::office::people::{Cause, Party};
use crate::office::station::{Doors, StationId, StationKind, StationPlan};
use crate::scenario::Channel;
use crate::time::{Day, Instant, Opening, Span, TimeOfDay};

impl Offices<'_> {
    /// Schedules the doors of stations for a day, and finds out which machines work.
    pub fn plan_doors(
        &mut self,
        stations: impl Iterator<Item = StationId>,
        day: Day,
        events: &mut EventLists,
    ) {
        for id in stations {
            if !self.is_used(id, day, events) {
                continue;
            }
            if self.stations[id].plan.hours.is_closed(day) {
                self.close_for_the_day(id, events);
                continue;
            }
            self.check_machines(id, day);
            self.staff_desks(id, day);
            if self.stations[id].plan.hours.always {
                self.offer(id, (day.start(), Span::DAY), day);
                self.serve(id, events);
                continue;
            }
            self.expect_opening(id);
            let (plan, entity) = (self.stations[id].plan, u64::from(id.0));
            for opening in 0..self.openings(id, day).len() {
                let (opens, closes) = self.opening_times(id, opening, day);
                let opening = opening as u8;
                let event = Event::Opens { station: id, opening };
                events.at(plan).schedule(opens, event.rank(entity), event);
                let event = Event::Closes { station: id, opening };
                events.at(plan).schedule(closes, event.rank(entity), event);
            }
        }
    }

    /// Whether anybody may come to a station on a day. Kiosks that are given up turn away who waits
    /// there from the day before.
    fn is_used(&mut self, id: StationId, day: Day, events: &mut EventLists) -> bool {
        let station = &self.stations[id];
        let StationPlan { kind, used, .. } = station.plan;
        if !used || !matches!(kind, StationKind::Kiosk(_)) {
            return *used;
        }
        let is_used = self.plan.routes.uses(Channel::Kiosk, day);
        if !is_used && !station.line.is_empty() {
            self.clear_line(id, events);
        }
        is_used
    }

    /// A station does not open at all on a day: who waits from the day before is turned away.
    fn close_for_the_day(&mut self, id: StationId, events: &mut EventLists) {
        self.stations[id].doors = Doors::Closed;
        self.clear_line(id, events);
    }

    /// From midnight on everybody waits for the next opening, unless the station stays open.
    fn expect_opening(&mut self, id: StationId) {
        let station = &mut self.stations[id];
        if station.has_closed() {
            station.doors = Doors::Shut;
        }
    }

    fn openings(&self, id: StationId, day: Day) -> &[Opening] {
        let StationPlan { hours, office, .. } = self.stations[id].plan;
        hours.on(&self.plan.offices[office.index()], day)
    }

    fn opening_times(&self, id: StationId, opening: usize, day: Day) -> (Instant, Instant) {
        let times = self.openings(id, day)[opening];
        (day.at(times.from), day.at(times.until))
    }

    /// Each machine of a kiosk site is out of order for the whole day, or not at all.
    fn check_machines(&mut self, id: StationId, day: Day) {
        let StationKind::Kiosk(site) = self.stations[id].plan.kind else { return };
        let site = &self.plan.scenario.intake.sites[usize::from(site.0)];
        if site.out_of_order <= 0.0 {
            return;
        }
        // Counted as if the calendar began a week before the run, wherever it does.
        let number = day.0 + 7 - self.plan.first.0;
        let works = |machine: &u32| {
            let entity = u64::from(id.0) << 48 | u64::from(number) << 16 | u64::from(*machine);
            !Cause::Breakdown.stream(self.streams, entity).happens(site.out_of_order)
        };
        self.stations[id].servers = (0..site.machines).filter(works).count() as u32;
    }

    fn offer(&mut self, id: StationId, (from, length): (Instant, Span), day: Day) {
        if !self.plan.is_measured(day) {
            return;
        }
        let station = &mut self.stations[id];
        station.usage.hours += length;
        if station.plan.servers.is_some() {
            station.usage.work.record_opening(from, length, station.servers);
        }
    }

    /// A station opens: who waits is served.
    pub fn open_doors(&mut self, id: StationId, opening: u8, events: &mut EventLists) {
        let day = events.now().day();
        let (opens, closes) = self.opening_times(id, usize::from(opening), day);
        let (_, last) = self.opening_times(id, self.openings(id, day).len() - 1, day);
        self.offer(id, (opens, closes - opens), day);
        let station = &mut self.stations[id];
        station.doors = Doors::Open;
        station.closes = closes;
        station.closes_for_the_day = last;
        self.serve(id, events);
    }

    /// A station closes for a break, or for the day by the rule of the scenario.
    pub fn close_doors(&mut self, id: StationId, opening: u8, events: &mut EventLists) {
        let day = (events.now() - Span::from_milliseconds(1)).day();
        if self.goes_on(id, day, events.now()) {
            return;
        }
        let last = usize::from(opening) + 1 == self.openings(id, day).len();
        let station = &mut self.stations[id];
        station.doors = match last {
            false => Doors::Shut,
            true if station.sends_home_at_closing() => Doors::Closed,
            true => Doors::Overtime,
        };
        match station.doors {
            Doors::Closed => self.clear_line(id, events),
            Doors::Overtime => self.serve(id, events),
            Doors::Shut | Doors::Open => {}
        }
    }

    /// Whether an opening that ends at midnight goes on with the next day's first.
    fn goes_on(&self, id: StationId, day: Day, now: Instant) -> bool {
        let first = self.openings(id, day.next()).first();
        now == day.next().start() && first.is_some_and(|first| first.from == TimeOfDay::MIDNIGHT)
    }

    fn clear_line(&mut self, id: StationId, events: &mut EventLists) {
        let station = &mut self.stations[id];
        station.pass_time(events.now(), &self.plan.measured_time);
        let waiting = std::mem::take(&mut station.line);
        for client in waiting {
            self.tell_at(id, client, AtStation::ClosingTime);
            self.leave_unserved(id, client, events);
        }
    }

    /// Turns back one who is not served any more today: it asks again as those do who found
    /// nothing.
    pub fn turn_back(&mut self, id: StationId, client: u32, events: &mut EventLists) {
        let tomorrow = events.now().day().next().start();
        match self.stations[id].plan.kind {
            StationKind::Kiosk(_) => {
                let mut group = self.parties.remove(client);
                group.tries = group.tries.saturating_add(1);
                self.find_nothing(&mut group, tomorrow, events);
            }
            StationKind::Stage(_) => {
                let visitor = self.visitors.remove(client);
                // Who turns round at the door was not inside.
                if visitor.arrived < events.now() {
                    self.note_visit(&visitor, events.now());
                }
                let mut party =
                    Party { tries: 1, ..Party::alone(visitor.applicant, visitor.office) };
                self.find_nothing(&mut party, tomorrow, events);
            }
        }
    }
}
