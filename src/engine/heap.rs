//! A four-ary heap of entries under packed keys.

use crate::time::Instant;

/// Children of a node: four keep a node's children within a cache line or two.
const ARITY: usize = 4;

/// Bits of a key beneath its time.
const TIME_SHIFT: u32 = 72;

/// An event with its key.
#[derive(Clone, Copy, Debug)]
pub struct Entry<E> {
    /// The two halves of its key: as one number it would take a multiple of 16 bytes, so that an
    /// entry would be a third larger.
    when: u64,
    who: u64,
    pub event: E,
}

/// What orders two events by one comparison: 56 bits of time, 8 of class, 40 of entity, 24 of order
/// of scheduling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u128);

/// Entries of which the one with the least key is at hand.
#[derive(Clone, Debug)]
pub struct Heap<E> {
    entries: Vec<Entry<E>>,
}

impl Key {
    /// After all others.
    pub const LAST: Key = Key(u128::MAX);

    /// The key of a time, of what comes first among equals, and of the rest.
    #[inline]
    pub fn new(time: Instant, class: u8, rest: u64) -> Key {
        let when = (time.milliseconds() as u64) << 8 | u64::from(class);
        Key(u128::from(when) << 64 | u128::from(rest))
    }

    /// When it is to happen.
    #[inline]
    pub fn time(self) -> Instant {
        Instant::from_milliseconds((self.0 >> TIME_SHIFT) as i64)
    }
}

impl<E> Entry<E> {
    /// An event under a key.
    #[inline]
    pub fn new(key: Key, event: E) -> Self {
        Entry { when: (key.0 >> 64) as u64, who: key.0 as u64, event }
    }

    /// What orders it.
    #[inline]
    pub fn key(&self) -> Key {
        Key(u128::from(self.when) << 64 | u128::from(self.who))
    }
}

impl<E> Default for Heap<E> {
    fn default() -> Self {
        Heap { entries: Vec::new() }
    }
}

impl<E> Heap<E> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Removes everything, keeping the memory.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

impl<E: Copy> Heap<E> {
    /// The entry with the least key.
    pub fn first(&self) -> Option<&Entry<E>> {
        self.entries.first()
    }

    /// Adds an event.
    pub fn push(&mut self, key: Key, event: E) {
        self.entries.push(Entry::new(key, event));
        self.sift_up(self.entries.len() - 1);
    }

    /// Takes everything out, in no order.
    pub fn take(&mut self) -> Vec<Entry<E>> {
        std::mem::take(&mut self.entries)
    }

    /// Takes the entry with the least key.
    pub fn pop(&mut self) -> Option<Entry<E>> {
        let first = *self.entries.first()?;
        let last = self.entries.pop()?;
        if !self.entries.is_empty() {
            self.sift_down(last);
        }
        Some(first)
    }

    /// Lets the entry at a position rise to its place.
    fn sift_up(&mut self, mut position: usize) {
        let entries = self.entries.as_mut_slice();
        let entry = entries[position];
        while 0 < position {
            let parent = (position - 1) / ARITY;
            if entries[parent].key() <= entry.key() {
                break;
            }
            entries[position] = entries[parent];
            position = parent;
        }
        entries[position] = entry;
    }

    /// Fills the empty root: the least children move up to the bottom, where `entry`, which came
    /// from there, nearly always belongs.
    fn sift_down(&mut self, entry: Entry<E>) {
        let entries = self.entries.as_mut_slice();
        let mut position = 0;
        while let Some(child) = least_child(entries, position) {
            entries[position] = entries[child];
            position = child;
        }
        entries[position] = entry;
        self.sift_up(position);
    }
}

/// The child of a position with the least key.
fn least_child<E>(entries: &[Entry<E>], position: usize) -> Option<usize> {
    let first = position * ARITY + 1;
    let least = match entries.get(first..first + ARITY) {
        // Four comparisons of which none waits for a branch.
        Some([a, b, c, d]) => {
            let (left, of_left) = if b.key() < a.key() { (1, b.key()) } else { (0, a.key()) };
            let (right, of_right) = if d.key() < c.key() { (3, d.key()) } else { (2, c.key()) };
            if of_right < of_left { right } else { left }
        }
        _ => {
            let children = entries.get(first..)?.iter().enumerate();
            children.min_by_key(|(_, child)| child.key())?.0
        }
    };
    Some(first + least)
}
