//! What happens on a day in order of time: its wishes, and the arrivals of those who are due.

use std::cmp::Reverse;

use crate::time::Instant;

/// Something about somebody at an instant.
pub trait Timed {
    /// When it happens.
    fn at(&self) -> Instant;

    /// Whom it is about; nobody twice at one instant.
    fn identity(&self) -> u64;
}

/// Entries that are taken one after the other: the earliest first, at one instant by identity.
#[derive(Clone, Debug)]
pub struct InOrder<T> {
    entries: Vec<T>,
    /// Milliseconds since the earliest in the high half, the place of an entry in the low half; the
    /// last first. Numbers are sorted faster than people are moved.
    order: Vec<u64>,
}

const HALF: u32 = 32;

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        InOrder { entries: Vec::new(), order: Vec::new() }
    }
}

impl<T: Timed + Copy> InOrder<T> {
    /// Forgets all entries, keeping the memory.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.order.clear();
    }

    /// Hands out an empty list to be filled anew.
    pub fn take(&mut self) -> Vec<T> {
        self.clear();
        std::mem::take(&mut self.entries)
    }

    /// Takes entries to be told in order, in place of those that are left.
    pub fn put(&mut self, entries: Vec<T>) {
        let InOrder { entries: kept, order } = self;
        *kept = entries;
        order.clear();
        let Some(earliest) = kept.iter().map(Timed::at).min() else { return };
        let key = |(entry, place): (&T, u64)| {
            let since = (entry.at() - earliest).milliseconds();
            u64::from(u32::try_from(since).unwrap_or(u32::MAX)) << HALF | place
        };
        order.extend(kept.iter().zip(0..).map(key));
        order.sort_unstable_by_key(|&key| Reverse(key));
        for alike in order.chunk_by_mut(|one, other| one >> HALF == other >> HALF) {
            if 1 < alike.len() {
                alike.sort_unstable_by_key(|&key| {
                    let entry = &kept[place(key)];
                    Reverse((entry.at(), entry.identity()))
                });
            }
        }
    }

    /// The earliest.
    pub fn next(&self) -> Option<&T> {
        self.order.last().map(|&key| &self.entries[place(key)])
    }

    /// Takes the earliest.
    pub fn pop(&mut self) -> Option<T> {
        self.order.pop().map(|key| self.entries[place(key)])
    }

    /// All that have not been taken, the last first.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.order.iter().map(|&key| &self.entries[place(key)])
    }
}

/// The place of an entry.
fn place(key: u64) -> usize {
    key as u32 as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, prop_assert_eq, prop_oneof};
    use proptest::proptest;

    use super::{InOrder, Timed};
    use crate::time::Instant;

    impl Timed for (i64, u64) {
        fn at(&self) -> Instant {
            Instant::from_milliseconds(self.0)
        }

        fn identity(&self) -> u64 {
            self.1
        }
    }

    proptest! {
        /// The plain twin is a sorted list; times beyond what a half holds keep their order.
        #[test]
        fn the_earliest_goes_first_then_the_least_identity(
            entries in prop::collection::btree_set(
                (prop_oneof![0..40_i64, 0..i64::MAX >> 8], 0..9_u64), 0..120)
        ) {
            let sorted: Vec<(i64, u64)> = entries.iter().copied().collect();
            let mut mixed = sorted.clone();
            mixed.sort_by_key(|&(at, identity)| (identity, at % 7, at));
            let mut in_order = InOrder::default();
            in_order.put(mixed);
            prop_assert_eq!(in_order.next(), sorted.first());
            let taken: Vec<(i64, u64)> = std::iter::from_fn(|| in_order.pop()).collect();
            prop_assert_eq!(taken, sorted);
        }
    }
}
