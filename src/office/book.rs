//! The appointment book: places by day and slot, and the rosters of those who hold them.

use std::ops::Range;

use crate::office::in_order::Timed;
use crate::office::office_plan::{OfficePlan, Slot};
use crate::office::people::Party;
use crate::scenario::{Booking, Earliest, Families};
use crate::time::{Day, Instant, TimeOfDay};

/// What a party asks the book for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    pub now: Instant,
    pub size: u32,
    /// A weekday it would rather come on, 0 for Monday.
    pub weekday: Option<usize>,
    /// A part of the day it would rather come at, from 0 (first slot) to 1.
    pub time: Option<f64>,
}

/// Places given on one day: all are due at the time of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    pub day: Day,
    pub time: TimeOfDay,
    pub count: u32,
}

/// A party with an appointment, and when it will arrive.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    pub arrival: Instant,
    pub party: Party,
}

/// Who is due on a day.
pub type Roster = Vec<Due>;

impl Timed for Due {
    fn at(&self) -> Instant {
        self.arrival
    }

    fn identity(&self) -> u64 {
        self.party.applicant.identity
    }
}

/// The book of one replication.
#[derive(Clone, Debug, Default)]
pub struct Book {
    days: Vec<BookDay>,
    /// Per day, the places taken; apart from the rest, as every request reads those of many days.
    totals: Vec<u32>,
    /// Empty rosters of days gone by, whose memory serves days to come.
    spare: Vec<Roster>,
    /// The first day that has not begun.
    to_come: Day,
    /// People booked for days to come.
    ahead: u32,
    open: Open,
}

/// What is open for booking for a while.
#[derive(Clone, Debug, Default)]
struct Open {
    /// Places among the working days of the calendar.
    days: Range<usize>,
    /// From then on other days are open.
    until: Instant,
}

/// A day of the book.
#[derive(Clone, Debug, Default)]
struct BookDay {
    /// Places taken by slot; empty before the first is.
    taken: Vec<u32>,
    /// Slots before this one have no room left.
    first_open: usize,
    roster: Roster,
}

impl Book {
    /// Empties the book for a run over the plan's calendar.
    pub fn reset(&mut self, plan: &OfficePlan) {
        let days = plan.calendar.days() as usize;
        self.days.resize_with(days, BookDay::default);
        for day in &mut self.days {
            day.taken.clear();
            day.first_open = 0;
            self.spare.extend(day.put_away());
        }
        self.totals.clear();
        self.totals.resize(days, 0);
        (self.to_come, self.ahead) = (Day::default(), 0);
        self.open = Open::default();
    }

    /// People booked for days to come.
    pub fn ahead(&self) -> u32 {
        self.ahead
    }

    /// The days a request may use now, from the first to the last that is open for booking.
    /// Requests must come in order of time.
    fn bookable<'a>(&mut self, plan: &'a OfficePlan, booking: &Booking, now: Instant) -> &'a [Day] {
        if self.open.until <= now {
            self.open = Open::at(plan, booking, now);
        }
        &plan.calendar.working_days()[self.open.days.clone()]
    }

    fn free(&self, plan: &OfficePlan, day: Day) -> u32 {
        plan.places[day.index()].saturating_sub(self.totals[day.index()])
    }

    /// Places left in the slots of a day that do not begin before a time.
    fn free_from(&self, plan: &OfficePlan, day: Day, from: TimeOfDay) -> u32 {
        if from == TimeOfDay::MIDNIGHT {
            return self.free(plan, day);
        }
        let taken = &self.days[day.index()].taken;
        let slots = plan.slots_on(day).iter().enumerate().filter(|(_, slot)| from <= slot.time);
        let left = |(index, slot): (usize, &Slot)| {
            slot.places.saturating_sub(taken.get(index).copied().unwrap_or(0))
        };
        slots.map(left).sum()
    }

    /// Gives places for a request. A family that must stay together gets all or none; one that may
    /// split gets what there is, one member after the other. What was given is appended to `seats`.
    pub fn seat(&mut self, plan: &OfficePlan, request: &Request, seats: &mut Vec<Seats>) {
        let Some(booking) = &plan.scenario.booking else { return };
        let days = self.bookable(plan, booking, request.now);
        let (today, now) = (request.now.day(), request.now.time_of_day());
        let portion = match booking.families {
            Families::SameDay => request.size,
            Families::MaySplit => 1,
        };
        let mut left = request.size;
        while 0 < left {
            let Some(day) = self.choose_day(plan, days, portion, request) else { break };
            let from = if day == today { now } else { TimeOfDay::MIDNIGHT };
            let count = left.min(self.free_from(plan, day, from));
            if self.is_to_come(day) {
                self.ahead += count;
            }
            let time = self.take(plan, day, count, (from, request.time));
            seats.push(Seats { day, time, count });
            left -= count;
        }
    }

    /// The preferred weekday's first day with room, or else the first day with room.
    fn choose_day(
        &self,
        plan: &OfficePlan,
        days: &[Day],
        size: u32,
        request: &Request,
    ) -> Option<Day> {
        let now = request.now;
        let has_room = |day: &&Day| match **day == now.day() {
            true => size <= self.free_from(plan, **day, now.time_of_day()),
            false => size <= self.free(plan, **day),
        };
        let preferred = request.weekday.and_then(|weekday| {
            let wanted = |day: &&Day| plan.calendar.weekday(**day) == weekday;
            days.iter().filter(wanted).find(has_room)
        });
        preferred.or_else(|| days.iter().find(has_room)).copied()
    }

    /// Takes places on a day from the first slot with room on, not before a time, or from the one
    /// nearest the wanted part of the day.
    fn take(
        &mut self,
        plan: &OfficePlan,
        day: Day,
        count: u32,
        (from, wanted): (TimeOfDay, Option<f64>),
    ) -> TimeOfDay {
        let slots = plan.slots_on(day);
        self.totals[day.index()] += count;
        let day = &mut self.days[day.index()];
        day.taken.resize(slots.len(), 0);
        let taken = &mut day.taken;
        let is_open = |index: &usize| taken[*index] < slots[*index].places;
        while day.first_open < slots.len() && !is_open(&day.first_open) {
            day.first_open += 1;
        }
        let mut open =
            (day.first_open..slots.len()).filter(is_open).filter(|&slot| from <= slots[slot].time);
        let first = match wanted {
            None => open.next(),
            Some(share) => {
                let centre = (share * slots.len() as f64) as usize;
                open.min_by_key(|&index| (index.abs_diff(centre), index))
            }
        };
        let first = first.unwrap_or(0);
        fill(taken, first, count, |index| slots[index].places);
        slots.get(first).map_or(TimeOfDay::MIDNIGHT, |slot| slot.time)
    }

    /// Frees places that were given on a day to come, or today, from the slot of their time on.
    pub fn give_back(&mut self, plan: &OfficePlan, seats: &Seats) {
        if self.is_to_come(seats.day) {
            self.ahead -= seats.count;
        }
        let first = plan.slots_on(seats.day).partition_point(|slot| slot.time < seats.time);
        self.totals[seats.day.index()] -= seats.count;
        let day = &mut self.days[seats.day.index()];
        let mut left = seats.count;
        let slots = day.taken.len();
        for index in (first..slots).chain(0..first.min(slots)) {
            let freed = day.taken[index].min(left);
            if 0 < freed {
                day.first_open = day.first_open.min(index);
            }
            day.taken[index] -= freed;
            left -= freed;
        }
    }

    /// Takes a place on a day whatever its quota: what was promised before the run holds.
    pub fn reserve(&mut self, plan: &OfficePlan, day: Day) -> TimeOfDay {
        self.ahead += 1;
        self.take(plan, day, 1, (TimeOfDay::MIDNIGHT, None))
    }

    /// Enters a party that will be due; its arrival must fall on the day it was given.
    pub fn enter(&mut self, day: Day, due: Due) {
        let roster = &mut self.days[day.index()].roster;
        if roster.capacity() == 0 {
            *roster = self.spare.pop().unwrap_or_default();
        }
        roster.push(due);
    }

    /// All parties with an appointment to come.
    pub fn due(&self) -> impl Iterator<Item = &Party> {
        self.days.iter().flat_map(|day| &day.roster).map(|due| &due.party)
    }

    /// Begins a day: who is booked for it is no longer so for a day to come.
    pub fn begin_day(&mut self, day: Day) {
        self.ahead -= self.booked_on(day);
        self.to_come = day.next();
    }

    /// Whether a day has not begun. Whose service at a kiosk ends at midnight asks before that.
    pub fn is_to_come(&self, day: Day) -> bool {
        self.to_come <= day
    }

    /// Hands out the roster of a day that has begun, in place of an empty one.
    pub fn take_roster(&mut self, day: Day, roster: &mut Roster) {
        let day = &mut self.days[day.index()];
        std::mem::swap(roster, &mut day.roster);
        self.spare.extend(day.put_away());
    }

    /// Places taken on a day.
    pub fn booked_on(&self, day: Day) -> u32 {
        self.totals[day.index()]
    }

    /// Working days from the beginning of `today` to the third free place (Murray & Berwick 2003).
    /// Where fewer than three are open, to the first day that is not yet open.
    pub fn third_available(&mut self, plan: &OfficePlan, booking: &Booking, today: Day) -> u32 {
        let now = today.start();
        let mut free = 0;
        for &day in self.bookable(plan, booking, now) {
            free += self.free(plan, day);
            if 3 <= free {
                return plan.calendar.working_between(today, day);
            }
        }
        let next = plan.calendar.working_days().get(self.open.days.end);
        next.map_or(0, |&day| plan.calendar.working_between(today, day))
    }
}

impl Open {
    /// What is open at an instant.
    #[cold]
    fn at(plan: &OfficePlan, booking: &Booking, now: Instant) -> Open {
        let today = now.day();
        let first = match booking.earliest {
            Earliest::SameDay => today,
            Earliest::NextDay => today.next(),
        };
        let release = plan.last_release(now).next();
        let released = booking.window.open_from(release, &plan.calendar) as usize;
        let end = released.min(plan.calendar.working_days().len());
        let start = (plan.calendar.working_before(first) as usize).min(end);
        Open { days: start..end, until: today.next().start().min(plan.next_release(now)) }
    }
}

impl BookDay {
    /// Empties the roster; gives its memory away if it has any.
    fn put_away(&mut self) -> Option<Roster> {
        self.roster.clear();
        (0 < self.roster.capacity()).then(|| std::mem::take(&mut self.roster))
    }
}

/// Fills `count` places from slot `first` on, then around from the first slot.
fn fill(taken: &mut [u32], first: usize, count: u32, places: impl Fn(usize) -> u32) {
    let mut left = count;
    for index in (first..taken.len()).chain(0..first) {
        if left == 0 {
            return;
        }
        let room = places(index).saturating_sub(taken[index]).min(left);
        taken[index] += room;
        left -= room;
    }
}

#[cfg(test)]
mod tests;
