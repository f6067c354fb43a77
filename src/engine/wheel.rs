//! A wheel of slots of time: what lies ahead stands in its slot unsorted until that begins.

use std::cmp::Reverse;

use crate::engine::heap::{Entry, Key};
use crate::time::Instant;

/// A slot is 2^18 milliseconds, or about four minutes, long.
const SLOT_SHIFT: u32 = 18;
/// Slots of the wheel: 12 days, enough for all who wait for a weekly release.
const SLOTS: u64 = 1 << 12;
/// The memory of a slot with room for more entries than this is not kept for other slots.
const MOST_SPARE: usize = 1 << 10;
/// The number of a slot that no event reaches.
const NEVER: u64 = u64::MAX;

/// Entries of slots to come.
#[derive(Clone, Debug)]
pub struct Wheel<E> {
    /// By number, around and around; none before the wheel is first used.
    slots: Vec<Vec<Entry<E>>>,
    /// The number of the first slot that has not begun; never where the wheel is not used.
    next: u64,
    len: usize,
    /// Empty slots that have gone by, whose memory serves others.
    spare: Vec<Vec<Entry<E>>>,
}

impl<E> Default for Wheel<E> {
    fn default() -> Self {
        Wheel { slots: Vec::new(), next: NEVER, len: 0, spare: Vec::new() }
    }
}

impl<E: Copy> Wheel<E> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether entries are taken at all.
    pub fn is_used(&self) -> bool {
        self.next != NEVER
    }

    /// Removes everything, takes no entries any more, and keeps the memory.
    pub fn clear(&mut self) {
        if 0 < self.len {
            self.slots.iter_mut().for_each(Vec::clear);
        }
        (self.next, self.len) = (NEVER, 0);
    }

    /// Takes entries from now on, of slots after that of a key. Entries that are still there keep
    /// the wheel where it is.
    pub fn turn_to(&mut self, key: Key) {
        if !self.is_used() {
            self.slots.resize_with(SLOTS as usize, Vec::new);
            self.next = slot(key) + 1;
        } else if self.len == 0 {
            self.next = self.next.max(slot(key) + 1);
        }
    }

    /// Whether the slot of a key is still to begin.
    #[inline]
    pub fn is_ahead(&self, key: Key) -> bool {
        self.next <= slot(key)
    }

    /// The least key of a slot that is still to begin; the last of all where the wheel is not used.
    pub fn begins(&self) -> Key {
        match self.is_used() {
            true => Key::new(Instant::from_milliseconds((self.next << SLOT_SHIFT) as i64), 0, 0),
            false => Key::LAST,
        }
    }

    /// Whether the wheel takes entries of a key.
    #[inline]
    pub fn takes(&self, key: Key) -> bool {
        self.is_ahead(key) && slot(key) - self.next < SLOTS
    }

    /// Adds an event whose key the wheel takes.
    #[inline]
    pub fn push(&mut self, key: Key, event: E) {
        let entries = &mut self.slots[(slot(key) % SLOTS) as usize];
        if entries.capacity() == 0 {
            *entries = self.spare.pop().unwrap_or_default();
        }
        entries.push(Entry::new(key, event));
        self.len += 1;
    }

    /// Lets the next slot with entries begin: they take the place of the empty list `begun`, the
    /// last first.
    pub fn begin_next(&mut self, begun: &mut Vec<Entry<E>>) {
        if self.len == 0 {
            return;
        }
        while self.slots[(self.next % SLOTS) as usize].is_empty() {
            self.next += 1;
        }
        let entries = std::mem::take(&mut self.slots[(self.next % SLOTS) as usize]);
        let spare = std::mem::replace(begun, entries);
        if 0 < spare.capacity() && spare.capacity() <= MOST_SPARE {
            self.spare.push(spare);
        }
        self.next += 1;
        self.len -= begun.len();
        begun.sort_unstable_by_key(|entry| Reverse(entry.key()));
    }
}

/// The number of the slot of a key.
#[inline]
fn slot(key: Key) -> u64 {
    key.time().milliseconds() as u64 >> SLOT_SHIFT
}
