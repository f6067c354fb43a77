//! Desks that fail and are repaired, each by itself.

use crate::engine::EventList;
use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::model::Offices;
use crate::office::people::Cause;
use crate::office::station::{Station, StationId};
use crate::random::{Stream, Streams};
use crate::scenario::{Interrupted, Outage, OutageClock};
use crate::time::{Instant, Span};

/// A service with more outages than this much time of them has no end in any run.
const LONGEST_SERVICE: Span = Span::from_days(1_000 * 366);

/// A desk of a stage whose desks fail.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Its working times and outages in turn.
    luck: Stream,
    is_down: bool,
    serving: Option<Serving>,
    /// Busy time left to its next outage, where only that counts.
    left: Span,
}

/// Whom a desk serves.
#[derive(Clone, Copy, Debug)]
struct Serving {
    client: u32,
    length: Span,
    /// When the service ends, outages so far included.
    ends: Instant,
    /// What was still to do when the last outage began.
    left: Span,
}

impl Desk {
    /// A desk that works and is free.
    fn new(mut luck: Stream, outage: &Outage) -> Desk {
        let left = match outage.clock {
            OutageClock::Busy => outage.every.sample(&mut luck),
            OutageClock::Always => Span::ZERO,
        };
        Desk { luck, is_down: false, serving: None, left }
    }

    /// Whether it works and serves nobody.
    pub fn is_free(&self) -> bool {
        !self.is_down && self.serving.is_none()
    }

    /// Begins a service; returns when it ends as far as is known.
    fn begin(&mut self, (client, length): (u32, Span), now: Instant, outage: &Outage) -> Instant {
        let taken = match outage.clock {
            OutageClock::Always => length,
            OutageClock::Busy => self.work(length, outage),
        };
        let ends = now + taken;
        self.serving = Some(Serving { client, length, ends, left: Span::ZERO });
        ends
    }

    /// How long a service takes with the outages that its own busy time brings.
    fn work(&mut self, length: Span, outage: &Outage) -> Span {
        let (mut to_do, mut taken) = (length, Span::ZERO);
        while self.left < to_do && taken < LONGEST_SERVICE {
            taken = taken + self.left + outage.lasts.sample(&mut self.luck);
            to_do = match outage.interrupted {
                Interrupted::Resumes => to_do - self.left,
                Interrupted::StartsAgain => length,
            };
            self.left = outage.every.sample(&mut self.luck);
        }
        self.left = self.left - to_do;
        taken + to_do
    }

    /// Breaks down; returns when it is repaired, and what was still to do of a service.
    fn fail(&mut self, now: Instant, outage: &Outage) -> (Instant, Span) {
        let repaired = now + outage.lasts.sample(&mut self.luck);
        self.is_down = true;
        let Some(serving) = &mut self.serving else { return (repaired, Span::ZERO) };
        let interrupted = serving.ends - now;
        serving.left = match outage.interrupted {
            Interrupted::Resumes => interrupted,
            Interrupted::StartsAgain => serving.length,
        };
        serving.ends = repaired + serving.left;
        (repaired, interrupted)
    }

    /// Works again; returns when it will break down, and what is to do of a service.
    fn repair(&mut self, now: Instant, outage: &Outage) -> (Instant, Span) {
        self.is_down = false;
        let left = self.serving.map_or(Span::ZERO, |serving| serving.left);
        (now + outage.every.sample(&mut self.luck), left)
    }
}

impl Offices<'_> {
    /// Gives every desk that can fail its own luck.
    pub fn reset_desks(&mut self) {
        let streams = self.streams;
        for (station, index) in self.stations.iter_mut().zip(0..) {
            station.desks.clear();
            if let Some(outage) = &station.plan.outage {
                let desk = |desk| Desk::new(luck(streams, index, desk), outage);
                station.desks.extend((0..station.servers).map(desk));
            }
        }
    }

    /// Schedules the first outage of each desk whose clock always runs.
    pub fn expect_outages(&mut self, events: &mut EventLists) {
        let start = self.plan.first.start();
        for (station, id) in self.stations.iter_mut().zip((0..).map(StationId)) {
            let Some(outage) = &station.plan.outage else { continue };
            if outage.clock == OutageClock::Always {
                let events = events.at(station.plan);
                for (desk, number) in station.desks.iter_mut().zip(0..) {
                    let (fails, _) = desk.repair(start, outage);
                    expect_failure((id, number), fails, events);
                }
            }
        }
    }

    /// A desk breaks down; whom it serves must wait.
    pub fn desk_fails(&mut self, id: StationId, desk: u16, events: &mut EventLists) {
        let Some(outage) = &self.stations[id].plan.outage else { return };
        let station = &mut self.stations[id];
        let (repaired, interrupted) = station.desks[usize::from(desk)].fail(events.now(), outage);
        self.work_later(id, interrupted, events.now());
        let event = Event::DeskRepaired { station: id, desk };
        events.at(self.stations[id].plan).schedule(repaired, event.rank(entity(id, desk)), event);
    }

    /// A desk works again, and serves who waits.
    pub fn desk_repaired(&mut self, id: StationId, desk: u16, events: &mut EventLists) {
        let Some(outage) = &self.stations[id].plan.outage else { return };
        let station = &mut self.stations[id];
        let (fails, left) = station.desks[usize::from(desk)].repair(events.now(), outage);
        if self.is_measured(events.now()) {
            self.stations[id].note_work(left, events.now());
        }
        expect_failure((id, desk), fails, events.at(self.stations[id].plan));
        self.serve(id, events);
    }

    /// Takes back work that was to go on from now and does not.
    fn work_later(&mut self, id: StationId, length: Span, now: Instant) {
        if self.is_measured(now) {
            let station = &mut self.stations[id];
            let inside = station.inside(now, length);
            station.usage.work.take_back_work(now, length, inside);
        }
    }
}

impl Station<'_> {
    /// Writes down work that begins now, on a measured day.
    pub fn note_work(&mut self, length: Span, now: Instant) {
        let inside = self.inside(now, length);
        self.usage.work.record_work(now, length, inside);
    }

    /// Takes a free server for a service that begins now; returns when it ends as far as is known.
    #[inline]
    pub fn take_server(&mut self, service: (u32, Span), now: Instant) -> Instant {
        self.busy += 1;
        let free = self.desks.iter_mut().find(|desk| desk.is_free());
        match (free, &self.plan.outage) {
            (Some(desk), Some(outage)) => desk.begin(service, now, outage),
            _ => now + service.1,
        }
    }

    /// Leaves a server, unless outages have put off the end of the service: then returns the end.
    #[inline]
    pub fn leave_server(&mut self, client: u32, now: Instant) -> Option<Instant> {
        let serves = |desk: &&mut Desk| desk.serving.is_some_and(|of| of.client == client);
        if let Some(desk) = self.desks.iter_mut().find(serves) {
            let put_off = desk.serving.map(|of| of.ends).filter(|ends| now < *ends);
            if put_off.is_some() {
                return put_off;
            }
            desk.serving = None;
        }
        self.busy -= 1;
        None
    }
}

fn luck(streams: Streams, station: u64, desk: u32) -> Stream {
    Cause::DeskOutage.stream(streams, station << 32 | u64::from(desk))
}

fn expect_failure(
    (station, desk): (StationId, u16),
    fails: Instant,
    events: &mut EventList<Event>,
) {
    let event = Event::DeskFails { station, desk };
    events.schedule(fails, event.rank(entity(station, desk)), event);
}

fn entity(station: StationId, desk: u16) -> u64 {
    u64::from(station.0) << 16 | u64::from(desk)
}
