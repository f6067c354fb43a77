//! The event lists of a replication: one of what happens outside the offices, and one for each
//! office.
//!
//! What happens at the counters of an office touches nobody outside before the day has ended:
//! whoever goes home with nothing asks again tomorrow at the earliest. Therefore a day is played
//! first outside, where people wish, ask and get their appointments in all offices, and then in one
//! office after the other. So each has the caches to itself for a day, and its list stays short.

use std::ops::Range;

use crate::engine::{EventList, Pending, Rank};
use crate::office::event::Event;
use crate::office::office_plan::OfficeId;
use crate::office::station::{StationKind, StationPlan};
use crate::time::Instant;

/// What is pending in a replication.
#[derive(Clone, Debug, Default)]
pub struct EventLists {
    outside: EventList<Event>,
    inside: Vec<EventList<Event>>,
    /// The office that is played, and those to be played before something happens outside again.
    left: Range<usize>,
    /// How far these are played: up to what has this rank at this instant.
    until: (Instant, Rank),
    /// The end of the day, which happens when all offices have been played.
    day_ends: Option<Event>,
    now: Instant,
}

impl EventLists {
    /// Empty lists for so many offices.
    pub fn new(offices: usize) -> EventLists {
        EventLists { inside: vec![EventList::default(); offices], ..EventLists::default() }
    }

    /// Forgets everything and sets the clock to the start, keeping the memory.
    pub fn clear(&mut self) {
        let EventLists { mut outside, mut inside, .. } = std::mem::take(self);
        outside.clear();
        inside.iter_mut().for_each(EventList::clear);
        *self = EventLists { outside, inside, ..EventLists::default() };
    }

    /// The time of the event that is happening. From one office to the next it goes back to the
    /// beginning of the day.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// What is pending outside: days, wishes, people on their way to book, kiosks, brokers, and
    /// places that are given back.
    pub fn outside(&mut self) -> &mut EventList<Event> {
        &mut self.outside
    }

    /// What is pending at the counters of an office, and who is on the way there.
    pub fn inside(&mut self, office: OfficeId) -> &mut EventList<Event> {
        &mut self.inside[office.index()]
    }

    /// What is pending at a station: a kiosk stands outside, a stage in its office.
    pub fn at(&mut self, station: &StationPlan) -> &mut EventList<Event> {
        match station.kind {
            StationKind::Kiosk(_) => &mut self.outside,
            StationKind::Stage(_) => self.inside(station.office),
        }
    }

    /// Whether nothing else is pending at this instant in the office where something happens; only
    /// asked while offices are played.
    pub fn is_last_at_its_instant(&self) -> bool {
        self.inside.get(self.left.start).is_none_or(EventList::is_last_at_its_instant)
    }

    /// Lets the offices be played one after the other.
    fn play_inside(&mut self, until: Instant, rank: Rank) {
        self.left = 0..self.inside.len();
        self.until = (until, rank);
    }

    /// Takes the next event of the offices that are left, or what comes after them.
    #[inline]
    fn pop_inside(&mut self) -> Option<Event> {
        while !self.left.is_empty() {
            let list = &mut self.inside[self.left.start];
            if let Some(event) = list.pop_before_rank(self.until.0, self.until.1) {
                self.now = list.now();
                return Some(event);
            }
            self.left.start += 1;
        }
        self.now = self.outside.now();
        self.day_ends.take()
    }
}

impl Pending for EventLists {
    type Event = Event;

    fn pop_before(&mut self, end: Instant) -> Option<Event> {
        loop {
            if let Some(event) = self.pop_inside() {
                return Some(event);
            }
            match self.outside.pop_before(end) {
                Some(event @ Event::DayEnds(_)) => {
                    self.day_ends = Some(event);
                    self.play_inside(self.outside.now(), event.rank(0));
                }
                Some(event) => {
                    self.now = self.outside.now();
                    return Some(event);
                }
                None if self.until.0 < end => self.play_inside(end, Rank::FIRST),
                None => return None,
            }
        }
    }

    fn foresee(&mut self) -> Option<impl Iterator<Item = &Event>> {
        if self.left.is_empty() { self.outside.foresee() } else { None }
    }
}
