//! The event list: what is to happen, in order of time and of a defined rank among equals.

use crate::engine::Pending;
use crate::engine::far::Far;
use crate::engine::heap::{Entry, Key};
use crate::time::Instant;

/// As many events stand in the sorted list at most: so few are moved faster than a heap is sifted.
const MOST_NEAR: usize = 64;
/// As many are fetched from behind them at a time.
const FETCHED: usize = 16;
const ENTITY_BITS: u32 = 40;
const SEQUENCE_BITS: u32 = 24;

/// The order of events at one instant: first by class, then by entity, then as they were scheduled.
///
/// Class and entity are facts of the model, so that two correct programs agree on every tie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank(u64);

/// Pending events in order of one packed key: time, class, entity, order of scheduling.
///
/// The next few stand sorted in a short list, where an office schedules most of what is to happen
/// soon; all others stand behind them in a heap, or in a wheel where they are very many.
#[derive(Clone, Debug)]
pub struct EventList<E> {
    /// The next events, the last first; each comes before all that are far.
    near: Vec<Next<E>>,
    far: Far<E>,
    now: Instant,
    scheduled: u32,
}

/// One of the next events: its key as one number, as it is compared often and few are here.
#[derive(Clone, Copy, Debug)]
struct Next<E> {
    key: Key,
    event: E,
}

impl Rank {
    /// Before all others at an instant.
    pub const FIRST: Rank = Rank::new(0, 0);

    /// The rank of an event of `class` about `entity`; entities are told apart by their low 40
    /// bits.
    pub const fn new(class: u8, entity: u64) -> Self {
        Rank((class as u64) << (64 - 8) | (entity & ((1 << ENTITY_BITS) - 1)))
    }

    const fn class(self) -> u8 {
        (self.0 >> (64 - 8)) as u8
    }

    const fn entity(self) -> u64 {
        self.0 & ((1 << ENTITY_BITS) - 1)
    }
}

impl<E> Default for EventList<E> {
    fn default() -> Self {
        EventList { near: Vec::new(), far: Far::default(), now: Instant::START, scheduled: 0 }
    }
}

impl<E: Copy> EventList<E> {
    /// The time of the event that is happening.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// How many events are pending.
    pub fn len(&self) -> usize {
        self.near.len() + self.far.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets everything and sets the clock to the start, keeping the memory.
    pub fn clear(&mut self) {
        self.near.clear();
        self.far.clear();
        self.now = Instant::START;
        self.scheduled = 0;
    }

    /// Whether nothing else is pending for the time of the event that is happening.
    pub fn is_last_at_its_instant(&self) -> bool {
        let next = self.near.last().map(|next| next.key).or(self.far.first());
        next.is_none_or(|next| self.now < next.time())
    }

    /// Schedules an event. One for the past happens now: time never runs backwards.
    #[inline]
    pub fn schedule(&mut self, at: Instant, rank: Rank, event: E) {
        self.scheduled = self.scheduled.wrapping_add(1) & ((1 << SEQUENCE_BITS) - 1);
        let rest = rank.entity() << SEQUENCE_BITS | u64::from(self.scheduled);
        self.put(Key::new(at.max(self.now), rank.class(), rest), event);
    }

    /// Puts an event at its place: among the next ones if it comes before all that are far.
    fn put(&mut self, key: Key, event: E) {
        if self.far.is_behind(key) || self.near.len() == self.near.capacity() {
            return self.put_far(key, event);
        }
        let next = Next { key, event };
        let mut place = self.near.len();
        self.near.push(next);
        let near = self.near.as_mut_slice();
        while 0 < place && near[place - 1].key < key {
            near[place] = near[place - 1];
            place -= 1;
        }
        near[place] = next;
    }

    /// Puts an event behind, or makes room for it among the next ones.
    #[inline(never)]
    fn put_far(&mut self, key: Key, event: E) {
        if self.far.is_behind(key) {
            return self.far.push(key, event);
        }
        if self.near.is_empty() {
            self.near.reserve_exact(MOST_NEAR);
        } else {
            self.send_away();
        }
        self.put(key, event);
    }

    /// Sends the later half of the next events away.
    #[cold]
    fn send_away(&mut self) {
        for Next { key, event } in self.near.drain(..self.near.len() / 2) {
            self.far.push_first(key, event);
        }
    }

    /// Takes the first few of those that are far as the next ones, of which there are none.
    #[cold]
    fn fetch(&mut self) {
        let next = |entry: Entry<E>| Next { key: entry.key(), event: entry.event };
        self.near.extend(self.far.fetch(FETCHED).map(next));
        self.far.settle();
        self.near.reverse();
    }

    /// Takes the first event if it comes before others of a rank at an instant, and moves the clock
    /// to it.
    #[inline]
    pub fn pop_before_rank(&mut self, at: Instant, rank: Rank) -> Option<E> {
        if self.near.is_empty() {
            self.fetch();
        }
        let first = *self.near.last()?;
        if Key::new(at, rank.class(), rank.entity() << SEQUENCE_BITS) <= first.key {
            return None;
        }
        self.now = first.key.time();
        self.near.pop();
        Some(first.event)
    }
}

impl<E: Copy> Pending for EventList<E> {
    type Event = E;

    /// Takes the first event if it lies before `end`, and moves the clock to it.
    #[inline]
    fn pop_before(&mut self, end: Instant) -> Option<E> {
        self.pop_before_rank(end, Rank::FIRST)
    }

    fn foresee(&mut self) -> Option<impl Iterator<Item = &E>> {
        if !self.near.is_empty() || !self.far.uses_wheel() {
            return None;
        }
        self.fetch();
        Some(self.near.iter().map(|next| &next.event))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

    use super::{EventList, Rank};
    use crate::engine::Pending;
    use crate::time::Instant;

    const FOREVER: Instant = Instant::from_milliseconds(i64::MAX >> 8);

    fn letters(scheduled: &[(i64, u8, u64, char)]) -> String {
        let mut events = EventList::default();
        for &(time, class, entity, letter) in scheduled {
            events.schedule(Instant::from_milliseconds(time), Rank::new(class, entity), letter);
        }
        std::iter::from_fn(|| events.pop_before(FOREVER)).collect()
    }

    #[test]
    fn time_goes_first() {
        assert_eq!(letters(&[(3, 0, 0, 'z'), (1, 9, 9, 'x'), (2, 5, 5, 'y')]), "xyz");
    }

    #[test]
    fn at_one_instant_class_then_entity_then_order_of_scheduling() {
        assert_eq!(letters(&[(1, 2, 0, 'z'), (1, 0, 9, 'x'), (1, 1, 0, 'y')]), "xyz");
        assert_eq!(letters(&[(1, 1, 3, 'z'), (1, 1, 1, 'x'), (1, 1, 2, 'y')]), "xyz");
        assert_eq!(letters(&[(1, 1, 1, 'x'), (1, 1, 1, 'y'), (1, 1, 1, 'z')]), "xyz");
    }

    #[test]
    fn the_end_is_not_reached() {
        let mut events = EventList::default();
        events.schedule(Instant::from_milliseconds(5), Rank::new(0, 0), 'x');
        assert_eq!(events.pop_before(Instant::from_milliseconds(5)), None);
        assert_eq!(events.pop_before(Instant::from_milliseconds(6)), Some('x'));
        assert_eq!(events.now(), Instant::from_milliseconds(5));
    }

    #[test]
    fn the_past_is_now() {
        let mut events = EventList::default();
        events.schedule(Instant::from_milliseconds(5), Rank::new(0, 0), 'x');
        events.pop_before(FOREVER);
        events.schedule(Instant::from_milliseconds(1), Rank::new(0, 0), 'y');
        assert_eq!(events.pop_before(FOREVER), Some('y'));
        assert_eq!(events.now(), Instant::from_milliseconds(5));
    }

    #[test]
    fn the_last_event_of_an_instant_is_told_from_those_before() {
        let mut events = EventList::default();
        for time in [1, 1, 2] {
            events.schedule(Instant::from_milliseconds(time), Rank::new(0, 0), time);
        }
        let mut popped = || events.pop_before(FOREVER).map(|_| events.is_last_at_its_instant());
        assert_eq!([popped(), popped(), popped()], [Some(false), Some(true), Some(true)]);
    }

    fn plan() -> impl Strategy<Value = Vec<(i64, u8, u64)>> {
        prop::collection::vec((0i64..50, 0u8..4, 0u64..6), 0..600)
    }

    /// How many events happen after each that is scheduled: mostly none, so that many are pending.
    fn bursts() -> impl Strategy<Value = Vec<u32>> {
        prop::collection::vec((0u32..20).prop_map(|draw| draw.saturating_sub(16)), 600)
    }

    /// Many who ask at the same release or a while after it, a few long before or after.
    fn crowd() -> impl Strategy<Value = Vec<(i64, u8, u64)>> {
        let minute = 60_000i64;
        let week = 7 * 24 * 60 * minute;
        let time = prop_oneof![
            8 => week..week + 60 * minute,
            1 => 0..2 * week,
            1 => 0..20 * week,
            1 => Just(week),
        ];
        prop::collection::vec((time, 0u8..4, 0u64..6), 2_000..6_000)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// The plain twin of a crowd that asks at the same hour, while others come and go.
        #[test]
        fn a_crowd_keeps_its_order(plan in crowd(), pops in bursts()) {
            let (mut events, mut twin) = (EventList::default(), BTreeSet::new());
            let mut number = 0;
            let mut schedule = |events: &mut EventList<_>, (at, class, entity)| {
                number += 1;
                events.schedule(Instant::from_milliseconds(at), Rank::new(class, entity), number);
                (at, class, entity, number)
            };
            twin.extend(plan.iter().map(|&event| schedule(&mut events, event)));
            let mut now = 0;
            for (&(later, class, entity), pops) in plan.iter().zip(pops.iter().cycle()) {
                for _ in 0..=*pops {
                    let first = twin.pop_first();
                    now = first.map_or(now, |(at, ..)| at);
                    let popped = events.pop_before(FOREVER);
                    assert_eq!(popped, first.map(|(.., number)| number));
                }
                let soon = (now + later % 300_000 * i64::from(class), class, entity);
                twin.insert(schedule(&mut events, soon));
                assert_eq!(events.len(), twin.len());
            }
            while let Some((.., number)) = twin.pop_first() {
                assert_eq!(events.pop_before(FOREVER), Some(number));
            }
            assert!(events.is_empty());
        }
    }

    proptest! {
        /// The plain twin: a stable sort by time, class and entity.
        #[test]
        fn the_heap_agrees_with_a_stable_sort(plan in plan(), pops in any::<u8>()) {
            let mut events = EventList::default();
            for (number, &(time, class, entity)) in plan.iter().enumerate() {
                let rank = Rank::new(class, entity);
                events.schedule(Instant::from_milliseconds(time), rank, number);
            }
            let mut twin: Vec<usize> = (0..plan.len()).collect();
            twin.sort_by_key(|&number| plan[number]);
            let early: Vec<usize> = (0..pops).map_while(|_| events.pop_before(FOREVER)).collect();
            let late: Vec<usize> = std::iter::from_fn(|| events.pop_before(FOREVER)).collect();
            assert_eq!([early, late].concat(), twin);
        }

        /// The plain twin: a set of all that is pending, while events come and go.
        #[test]
        fn events_that_come_and_go_keep_their_order(plan in plan(), pops in bursts()) {
            let (mut events, mut twin) = (EventList::default(), BTreeSet::new());
            let mut now = 0;
            for (number, (&(later, class, entity), pops)) in plan.iter().zip(pops).enumerate() {
                let at = now + later * later;
                events.schedule(Instant::from_milliseconds(at), Rank::new(class, entity), number);
                twin.insert((at, class, entity, number));
                assert_eq!(events.len(), twin.len());
                for _ in 0..pops {
                    let first = twin.pop_first();
                    now = first.map_or(now, |(at, ..)| at);
                    let popped = events.pop_before(FOREVER);
                    assert_eq!(popped, first.map(|(.., number)| number));
                }
            }
        }
    }
}
