//! What is not to happen next: a heap, and behind it, where very many are pending, a wheel.

use crate::engine::heap::{Entry, Heap, Key};
use crate::engine::wheel::Wheel;

/// With more entries than this a heap no longer stays in the nearest cache: a wheel is used.
const MOST_IN_HEAP: usize = 2_048;

/// Entries of which the one with the least key is at hand.
#[derive(Clone, Debug)]
pub struct Far<E> {
    /// Entries of slots that have begun, those beyond the wheel, and all where none is used.
    heap: Heap<E>,
    /// What is left of the slot that began last, the last first.
    begun: Vec<Entry<E>>,
    wheel: Wheel<E>,
    /// From this key on an event is behind others, or may be: kept at hand, as every event that is
    /// scheduled asks for it.
    behind: Key,
}

impl<E> Default for Far<E> {
    fn default() -> Self {
        let (heap, wheel) = (Heap::default(), Wheel::default());
        Far { heap, begun: Vec::new(), wheel, behind: Key::LAST }
    }
}

impl<E: Copy> Far<E> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.heap.len() + self.begun.len() + self.wheel.len()
    }

    /// Removes everything, keeping the memory.
    pub fn clear(&mut self) {
        self.heap.clear();
        self.begun.clear();
        self.wheel.clear();
        self.behind = Key::LAST;
    }

    /// Whether the wheel is in use, which it is from more entries on than a heap holds well.
    pub fn uses_wheel(&self) -> bool {
        self.wheel.is_used()
    }

    /// The least key of those that do not wait for their slot to begin.
    #[inline]
    pub fn first(&self) -> Option<Key> {
        match (self.begun.last(), self.heap.first()) {
            (None, heap) => heap.map(Entry::key),
            (Some(begun), None) => Some(begun.key()),
            (Some(begun), Some(heap)) => Some(begun.key().min(heap.key())),
        }
    }

    /// Whether a key comes after any that is here, or may do so.
    #[inline]
    pub fn is_behind(&self, key: Key) -> bool {
        self.behind <= key
    }

    /// Notes from which key on events are behind, once entries have been taken or moved.
    pub fn settle(&mut self) {
        self.behind = self.first().unwrap_or(Key::LAST).min(self.wheel.begins());
    }

    /// Adds an event that is behind others.
    #[inline]
    pub fn push(&mut self, key: Key, event: E) {
        if self.wheel.takes(key) {
            return self.wheel.push(key, event);
        }
        self.heap.push(key, event);
        if MOST_IN_HEAP < self.heap.len() && !self.wheel.is_used() {
            self.use_wheel();
        }
    }

    /// Adds an entry that comes before all that are here.
    pub fn push_first(&mut self, key: Key, event: E) {
        self.heap.push(key, event);
        self.behind = self.behind.min(key);
    }

    /// Moves to the wheel what it takes of the heap.
    #[cold]
    fn use_wheel(&mut self) {
        let Some(first) = self.heap.first() else { return };
        self.wheel.turn_to(first.key());
        for entry in self.heap.take() {
            match self.wheel.takes(entry.key()) {
                true => self.wheel.push(entry.key(), entry.event),
                false => self.heap.push(entry.key(), entry.event),
            }
        }
        self.settle();
    }

    /// Takes up to `most` entries of the least keys, the first first; none only where none is left.
    /// Afterwards it must settle.
    pub fn fetch(&mut self, most: usize) -> impl Iterator<Item = Entry<E>> {
        if self.wheel.is_used() {
            self.begin_slot();
        }
        std::iter::from_fn(|| self.pop()).take(most)
    }

    /// Lets the next slot begin where nothing else is left of those before.
    fn begin_slot(&mut self) {
        if let Some(first) = self.heap.first() {
            self.wheel.turn_to(first.key());
        }
        if self.first().is_none_or(|first| self.wheel.is_ahead(first)) {
            self.wheel.begin_next(&mut self.begun);
        }
    }

    /// Takes the entry with the least key of those that do not wait for their slot to begin.
    fn pop(&mut self) -> Option<Entry<E>> {
        let first = self.first()?;
        if self.wheel.is_ahead(first) {
            return None;
        }
        match self.begun.last() {
            Some(begun) if begun.key() == first => self.begun.pop(),
            _ => self.heap.pop(),
        }
    }
}
