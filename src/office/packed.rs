//! Replications as bytes, exactly: what is kept of them, so that more can be added later.
//!
//! Numbers take as many bytes as they need, seven bits in each, and zeros in a row are counted: the
//! days of an office are mostly small numbers and empty columns.

use crate::office::ledger::{Daily, DayRecord};
use crate::office::replication::Replication;
use crate::office::tally::Tally;
use crate::office::week::Week;
use crate::scenario::Channel;
use crate::statistics::{DayHistogram, Observation};

const BITS: u32 = 7;
const MORE: u8 = 0x80;
/// Beyond this not every whole number is a floating-point number.
const EXACT: f64 = 9e15;

/// Packs replications one after the other.
pub fn pack(replications: &[Replication], bytes: &mut Vec<u8>) {
    push(bytes, replications.len() as u64);
    for one in replications {
        push(bytes, one.observations.len() as u64);
        for observation in &one.observations {
            push_real(bytes, observation.numerator);
            push_real(bytes, observation.denominator);
        }
        push_days(bytes, &one.days);
        push_days(bytes, &one.warm_up);
        for tally in &one.channels {
            tally.values().for_each(|value| push(bytes, folded(value)));
        }
        for histogram in [&one.processing, &one.wish_to_ready] {
            push(bytes, histogram.iter().count() as u64);
            histogram.iter().for_each(|(_, count)| push(bytes, count));
        }
        push(bytes, one.weeks.len() as u64);
        one.weeks.iter().for_each(|week| push_week(bytes, week));
        push(bytes, one.events);
    }
}

/// Takes packed replications from the front of `bytes`; none if they are not what [`pack`] makes.
pub fn unpack(bytes: &mut &[u8]) -> Option<Vec<Replication>> {
    let count = pull(bytes)?;
    (0..count).map(|_| replication(bytes)).collect()
}

fn replication(bytes: &mut &[u8]) -> Option<Replication> {
    let count = pull(bytes)?;
    let observation = |bytes: &mut &[u8]| {
        Some(Observation { numerator: pull_real(bytes)?, denominator: pull_real(bytes)? })
    };
    let observations: Option<Vec<Observation>> = (0..count).map(|_| observation(bytes)).collect();
    let (days, warm_up) = (pull_days(bytes)?, pull_days(bytes)?);
    let mut channels: [Tally; Channel::ALL.len()] = Default::default();
    for value in channels.iter_mut().flat_map(Tally::values_mut) {
        *value = unfolded(pull(bytes)?);
    }
    let (processing, wish_to_ready) = (pull_histogram(bytes)?, pull_histogram(bytes)?);
    let stations = pull(bytes)?;
    let weeks: Option<Vec<Week>> = (0..stations).map(|_| pull_week(bytes)).collect();
    let (observations, weeks, events) = (observations?, weeks?, pull(bytes)?);
    Some(Replication {
        observations,
        days,
        warm_up,
        channels,
        processing,
        wish_to_ready,
        weeks,
        events,
    })
}

/// Most hours are closed: a 0 is followed by how many of them there are.
fn push_week(bytes: &mut Vec<u8>, week: &Week) {
    let mut zeros = 0;
    for value in week.open.iter().chain(&week.busy) {
        match folded(*value) {
            0 => zeros += 1,
            value => {
                push_zeros(bytes, &mut zeros);
                push(bytes, value);
            }
        }
    }
    push_zeros(bytes, &mut zeros);
}

fn pull_week(bytes: &mut &[u8]) -> Option<Week> {
    let mut week = Week::default();
    let mut zeros = 0;
    for value in week.open.iter_mut().chain(&mut week.busy) {
        if zeros == 0 {
            match pull(bytes)? {
                0 => zeros = pull(bytes)?,
                number => {
                    *value = unfolded(number);
                    continue;
                }
            }
        }
        zeros = zeros.checked_sub(1)?;
    }
    Some(week).filter(|_| zeros == 0)
}

/// A whole number, the lowest bits first.
fn push(bytes: &mut Vec<u8>, mut number: u64) {
    while u64::from(MORE) <= number {
        bytes.push(number as u8 | MORE);
        number >>= BITS;
    }
    bytes.push(number as u8);
}

fn pull(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(BITS as usize) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(first & !MORE) << shift;
        if *first < MORE {
            return Some(number);
        }
    }
    None
}

/// Numbers near 0 of either sign as small numbers.
fn folded(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

/// A whole number as one, any other bit by bit.
fn push_real(bytes: &mut Vec<u8>, value: f64) {
    let whole = value as i64;
    match value.abs() < EXACT && (whole as f64).to_bits() == value.to_bits() {
        true => push(bytes, folded(whole) << 1),
        false => {
            push(bytes, 1);
            bytes.extend(value.to_bits().to_le_bytes());
        }
    }
}

fn pull_real(bytes: &mut &[u8]) -> Option<f64> {
    let number = pull(bytes)?;
    if number & 1 == 0 {
        return Some(unfolded(number >> 1) as f64);
    }
    let (bits, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(f64::from_bits(u64::from_le_bytes(*bits)))
}

/// Column by column; a 0 is followed by how many of them there are.
fn push_days(bytes: &mut Vec<u8>, days: &[DayRecord]) {
    push(bytes, days.len() as u64);
    let mut zeros = 0;
    for column in 0..Daily::ALL.len() {
        for value in days.iter().map(|record| record[column]) {
            match value {
                0 => zeros += 1,
                value => {
                    push_zeros(bytes, &mut zeros);
                    push(bytes, u64::from(value));
                }
            }
        }
    }
    push_zeros(bytes, &mut zeros);
}

fn push_zeros(bytes: &mut Vec<u8>, zeros: &mut u64) {
    if 0 < *zeros {
        push(bytes, 0);
        push(bytes, *zeros);
        *zeros = 0;
    }
}

fn pull_days(bytes: &mut &[u8]) -> Option<Vec<DayRecord>> {
    let count = usize::try_from(pull(bytes)?).ok().filter(|count| *count <= MOST_DAYS)?;
    let mut days = vec![DayRecord::default(); count];
    let mut zeros = 0;
    for column in 0..Daily::ALL.len() {
        for record in &mut days {
            if zeros == 0 {
                match pull(bytes)? {
                    0 => zeros = pull(bytes)?,
                    value => {
                        record[column] = u32::try_from(value).ok()?;
                        continue;
                    }
                }
            }
            zeros = zeros.checked_sub(1)?;
        }
    }
    Some(days).filter(|_| zeros == 0)
}

/// More days than any run has, so that a damaged file does not fill the memory.
const MOST_DAYS: usize = 5_000_000;

fn pull_histogram(bytes: &mut &[u8]) -> Option<DayHistogram> {
    let mut histogram = DayHistogram::default();
    for value in 0..u32::try_from(pull(bytes)?).ok()? {
        histogram.add(value, pull(bytes)?);
    }
    Some(histogram)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{
        folded, pack, pull, pull_days, pull_real, pull_week, push, push_days, push_real, push_week,
        unfolded, unpack,
    };
    use crate::office::ledger::{Daily, DayRecord};
    use crate::office::week::Week;

    proptest! {
        #[test]
        fn numbers_come_back(whole: u64, signed: i64, bits: u64) {
            let mut bytes = Vec::new();
            push(&mut bytes, whole);
            push_real(&mut bytes, f64::from_bits(bits));
            push_real(&mut bytes, signed as f64);
            let mut rest = bytes.as_slice();
            prop_assert_eq!(pull(&mut rest), Some(whole));
            prop_assert_eq!(pull_real(&mut rest).map(f64::to_bits), Some(bits));
            prop_assert_eq!(pull_real(&mut rest), Some(signed as f64));
            prop_assert_eq!(rest.len(), 0);
            prop_assert_eq!(unfolded(folded(signed)), signed);
        }

        #[test]
        fn days_come_back(values in proptest::collection::vec(0..4_u32, 0..40), last: u32) {
            let day = |value: &u32| {
                let mut record = [0; Daily::ALL.len()];
                record[*value as usize] = *value;
                record[Daily::ALL.len() - 1] = if *value == 3 { last } else { 0 };
                record
            };
            let days: Vec<DayRecord> = values.iter().map(day).collect();
            let mut bytes = Vec::new();
            push_days(&mut bytes, &days);
            let mut rest = bytes.as_slice();
            prop_assert_eq!(pull_days(&mut rest), Some(days));
            prop_assert_eq!(rest.len(), 0);
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack(&mut bytes.as_slice());
        }
    }

    #[test]
    fn weeks_come_back() {
        let mut week = Week::default();
        (week.open[8], week.busy[8], week.busy[Week::HOURS - 1]) = (7_200_000, 5_400_001, 3);
        let mut bytes = Vec::new();
        push_week(&mut bytes, &week);
        let mut rest = bytes.as_slice();
        assert_eq!((pull_week(&mut rest), rest.len()), (Some(week), 0));
        assert!(pull_week(&mut &b"12"[..]).is_none());
    }

    #[test]
    fn nothing_is_packed_as_nothing() {
        let mut bytes = Vec::new();
        pack(&[], &mut bytes);
        assert_eq!(unpack(&mut bytes.as_slice()).map(|all| all.len()), Some(0));
        assert!(unpack(&mut &b""[..]).is_none());
    }
}
