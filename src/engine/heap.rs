//! A four-ary heap of entries under packed keys.

use crate::time::Instant;

/// Children of a node: four keep a node's children within a cache line or two.
const ARITY: usize = 4;

/// An event with its key.
#[derive(Clone, Copy, Debug)]
pub struct Entry<E> {
    /// The upper half of the key: 56 bits of time, 8 of class.
    pub high: u64,
    /// The lower half: 40 bits of entity, 24 of order of scheduling.
    pub low: u64,
    pub event: E,
}

/// Entries of which the one with the least key is at hand.
#[derive(Clone, Debug)]
pub struct Heap<E> {
    entries: Vec<Entry<E>>,
}

impl<E: Copy> Entry<E> {
    /// The key as one number.
    pub fn key(&self) -> u128 {
        (u128::from(self.high) << 64) | u128::from(self.low)
    }

    /// When it is to happen.
    pub fn time(&self) -> Instant {
        Instant::from_milliseconds((self.high >> 8) as i64)
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

    /// Adds an entry.
    pub fn push(&mut self, entry: Entry<E>) {
        self.entries.push(entry);
        self.sift_up(self.entries.len() - 1);
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

    fn sift_up(&mut self, mut position: usize) {
        let heap = self.entries.as_mut_slice();
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
        let heap = self.entries.as_mut_slice();
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
