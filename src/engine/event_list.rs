//! The event list: what is to happen, in order of time and of a defined rank among equals.

use crate::time::Instant;

/// Children of a node of the heap: four keep a node's children within a cache line or two.
const ARITY: usize = 4;
const ENTITY_BITS: u32 = 40;
const SEQUENCE_BITS: u32 = 24;

/// The order of events at one instant: first by class, then by entity, then as they were scheduled.
///
/// Class and entity are facts of the model, so that two correct programs agree on every tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank(u64);

/// Pending events in a four-ary heap under one packed key: time, class, entity, order of
/// scheduling.
#[derive(Clone, Debug)]
pub struct EventList<E> {
    heap: Vec<Entry<E>>,
    now: Instant,
    scheduled: u32,
}

#[derive(Clone, Copy, Debug)]
struct Entry<E> {
    /// The packed key: 56 bits of time, 8 of class.
    high: u64,
    /// 40 bits of entity, 24 of order of scheduling.
    low: u64,
    event: E,
}

impl Rank {
    /// The rank of an event of `class` about `entity`; entities are told apart by their low 40
    /// bits.
    pub const fn new(class: u8, entity: u64) -> Self {
        Rank((class as u64) << (64 - 8) | (entity & ((1 << ENTITY_BITS) - 1)))
    }

    const fn class(self) -> u64 {
        self.0 >> (64 - 8)
    }

    const fn entity(self) -> u64 {
        self.0 & ((1 << ENTITY_BITS) - 1)
    }
}

impl<E: Copy> Entry<E> {
    fn key(&self) -> u128 {
        (u128::from(self.high) << 64) | u128::from(self.low)
    }

    fn time(&self) -> Instant {
        Instant::from_milliseconds((self.high >> 8) as i64)
    }
}

impl<E> Default for EventList<E> {
    fn default() -> Self {
        EventList { heap: Vec::new(), now: Instant::START, scheduled: 0 }
    }
}

impl<E: Copy> EventList<E> {
    /// The time of the event that is happening.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// How many events are pending.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }

    /// Forgets everything and sets the clock to the start, keeping the memory.
    pub fn clear(&mut self) {
        self.heap.clear();
        self.now = Instant::START;
        self.scheduled = 0;
    }

    /// Whether nothing else is pending for the time of the event that is happening.
    pub fn is_last_at_its_instant(&self) -> bool {
        self.heap.first().is_none_or(|first| self.now < first.time())
    }

    /// Schedules an event. One for the past happens now: time never runs backwards.
    pub fn schedule(&mut self, at: Instant, rank: Rank, event: E) {
        let time = at.max(self.now).milliseconds() as u64;
        self.scheduled = self.scheduled.wrapping_add(1) & ((1 << SEQUENCE_BITS) - 1);
        let low = rank.entity() << SEQUENCE_BITS | u64::from(self.scheduled);
        self.heap.push(Entry { high: time << 8 | rank.class(), low, event });
        self.sift_up(self.heap.len() - 1);
    }

    /// Takes the first event if it lies before `end`, and moves the clock to it.
    pub fn pop_before(&mut self, end: Instant) -> Option<E> {
        let first = *self.heap.first()?;
        if end <= first.time() {
            return None;
        }
        self.now = first.time();
        let last = self.heap.pop()?;
        if !self.heap.is_empty() {
            self.sift_down(last);
        }
        Some(first.event)
    }

    fn sift_up(&mut self, mut position: usize) {
        let heap = self.heap.as_mut_slice();
        let entry = heap[position];
        let key = entry.key();
        while 0 < position {
            let parent = (position - 1) / ARITY;
            if heap[parent].key() <= key {
                break;
            }
            heap[position] = heap[parent];
            position = parent;
        }
        heap[position] = entry;
    }

    /// Puts `entry` at the root and lets it sink to its place.
    fn sift_down(&mut self, entry: Entry<E>) {
        let heap = self.heap.as_mut_slice();
        let key = entry.key();
        let mut position = 0;
        while let Some((child, least)) = least_child(heap, position) {
            if key <= least {
                break;
            }
            heap[position] = heap[child];
            position = child;
        }
        heap[position] = entry;
    }
}

/// The child of a position with the least key, and that key.
fn least_child<E: Copy>(heap: &[Entry<E>], position: usize) -> Option<(usize, u128)> {
    let first = position * ARITY + 1;
    let children = &heap[first.min(heap.len())..(first + ARITY).min(heap.len())];
    let (head, others) = children.split_first()?;
    let mut least = (first, head.key());
    for (index, child) in others.iter().enumerate() {
        let key = child.key();
        if key < least.1 {
            least = (first + 1 + index, key);
        }
    }
    Some(least)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::{EventList, Rank};
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
        prop::collection::vec((0i64..50, 0u8..4, 0u64..6), 0..200)
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
    }
}
