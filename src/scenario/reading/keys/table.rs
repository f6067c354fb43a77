//! The table of all keys, put together from those of each part of a scenario.

mod appointments;
mod asking;
mod counters;
mod general;
mod passports;
mod people;

use crate::scenario::reading::keys::Key;

const PARTS: [&[Key]; 6] = [
    general::KEYS,
    people::KEYS,
    asking::KEYS,
    appointments::KEYS,
    counters::KEYS,
    passports::KEYS,
];

/// All keys.
pub const KEYS: &[Key] = &joined::<{ count() }>();

const fn count() -> usize {
    let (mut part, mut count) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
}

/// The parts one after the other; constants know no iterators.
const fn joined<const COUNT: usize>() -> [Key; COUNT] {
    let mut keys = [PARTS[0][0]; COUNT];
    let (mut part, mut index, mut at) = (0, 0, 0);
    while part < PARTS.len() {
        while index < PARTS[part].len() {
            keys[at] = PARTS[part][index];
            (index, at) = (index + 1, at + 1);
        }
        (part, index) = (part + 1, 0);
    }
    keys
}
