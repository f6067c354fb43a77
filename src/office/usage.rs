//! What is observed at a station on measured days.

use std::ops::Range;

use crate::office::week::Week;
use crate::statistics::DurationHistogram;
use crate::time::{Instant, Span};

/// What was observed at a station on measured days.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    /// Time the station was open.
    pub hours: Span,
    pub work: Work,
    /// Clients who came, those included who did not join the line.
    pub came: u64,
    pub served: u64,
    pub waited: Span,
    /// Clients who were served and had waited at all.
    pub delayed: u64,
    /// Clients, served or not, who had waited longer than counts as long.
    pub long_waits: u64,
    pub waits: DurationHistogram,
    pub lost: Lost,
    pub crowd: Crowd,
}

/// Time of the servers of a station.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// Offered while open.
    pub open: Span,
    /// Busy while open.
    pub busy: Span,
    /// Busy beyond closing and in breaks.
    pub overtime: Span,
    /// Hour by hour, where that is wanted.
    pub week: Option<Box<Week>>,
}

/// Clients who were not served.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lost {
    /// Found no place to wait.
    pub full: u64,
    /// Did not join the line.
    pub balked: u64,
    /// Left the line, or were sent away at closing time.
    pub left: u64,
    /// What those waited who left.
    pub waited: Span,
}

/// How many people were there, summed over time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Crowd {
    pub waiting: Span,
    pub served: Span,
}

impl Usage {
    /// Forgets everything, keeping the memory.
    pub fn clear(&mut self) {
        let mut waits = std::mem::take(&mut self.waits);
        waits.clear();
        *self = Usage { waits, ..Usage::default() };
    }

    /// Writes down the wait of a client whose service begins.
    pub fn record_wait(&mut self, waited: Span, long: Span) {
        self.served += 1;
        self.waited += waited;
        self.delayed += u64::from(Span::ZERO < waited);
        self.long_waits += u64::from(long < waited);
        self.waits.record(waited.milliseconds());
    }

    /// Writes down the wait of a client who leaves the line.
    pub fn record_leaving(&mut self, waited: Span, long: Span) {
        self.lost.left += 1;
        self.lost.waited += waited;
        self.long_waits += u64::from(long < waited);
    }
}

impl Work {
    /// Writes down that servers are there from an instant on.
    pub fn record_opening(&mut self, from: Instant, length: Span, servers: u32) {
        self.open += Span::from_milliseconds(length.milliseconds() * i64::from(servers));
        if let Some(week) = &mut self.week {
            week.add_open(from, length, servers);
        }
    }

    /// Writes down work of a server from an instant on, of which a part lies inside opening hours.
    #[inline]
    pub fn record_work(&mut self, from: Instant, length: Span, inside: Span) {
        self.busy += inside;
        self.overtime += length - inside;
        if self.week.is_some() {
            self.note_hours(from, inside);
        }
    }

    /// Apart, so that it costs nothing where it is not wanted.
    #[cold]
    #[inline(never)]
    fn note_hours(&mut self, from: Instant, inside: Span) {
        if let Some(week) = &mut self.week {
            week.add_busy(from, inside);
        }
    }

    /// Takes back work that was written down and is not done from an instant on.
    pub fn take_back_work(&mut self, from: Instant, length: Span, inside: Span) {
        self.busy = self.busy - inside;
        self.overtime = self.overtime - (length - inside);
        if let Some(week) = &mut self.week {
            week.take_back_busy(from, inside);
        }
    }
}

impl Crowd {
    /// Adds people who were there for a while, as far as that is measured.
    pub fn add(&mut self, (waiting, served): (usize, u32), time: Range<Instant>) {
        let milliseconds = (time.end - time.start).milliseconds().max(0);
        self.waiting += Span::from_milliseconds(milliseconds * waiting as i64);
        self.served += Span::from_milliseconds(milliseconds * i64::from(served));
    }
}
