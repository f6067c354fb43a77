//! Random streams as a pure function of (seed, replication, entity, purpose).

use std::convert::Infallible;

use rand::{RngExt, TryRng};

/// The odd constant nearest 2^64 divided by the golden ratio (Steele, Lea & Flood 2014, SplitMix).
const GOLDEN_GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
/// A second odd constant, so that entity and purpose cannot stand in for each other.
const PURPOSE_GAMMA: u64 = 0xD1B5_4A32_D192_ED03;

/// All random streams of one replication.
///
/// SplitMix64 was chosen over Philox: opening a stream costs three multiplications' worth of
/// mixing, which matters when every applicant opens one per cause; its output is portable integer
/// arithmetic.
#[derive(Clone, Copy, Debug)]
pub struct Streams {
    base: u64,
}

/// One random stream: SplitMix64 started at a mixed key. Usable with every law of `rand_distr`.
#[derive(Clone, Debug)]
pub struct Stream {
    state: u64,
}

impl Streams {
    /// The streams of a replication, counted from 0, under a seed.
    pub fn new(seed: u64, replication: u64) -> Self {
        let seed = mix(seed.wrapping_add(GOLDEN_GAMMA));
        Streams { base: mix(seed ^ replication.wrapping_add(1).wrapping_mul(PURPOSE_GAMMA)) }
    }

    /// The stream of an entity (an applicant, a machine's day) for one purpose.
    pub fn stream(self, entity: u64, purpose: u64) -> Stream {
        let entity = mix(self.base.wrapping_add(entity.wrapping_mul(GOLDEN_GAMMA)));
        let purpose = purpose.wrapping_add(1).wrapping_mul(PURPOSE_GAMMA);
        Stream { state: mix(entity ^ purpose) }
    }
}

impl Stream {
    /// A number uniform on [0, 1).
    pub fn uniform(&mut self) -> f64 {
        self.random()
    }

    /// True with the given probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// An index drawn with the given cumulative weights, the last of which is the total.
    pub fn index(&mut self, cumulative: &[f64]) -> usize {
        let total = cumulative.last().copied().unwrap_or(0.0);
        let point = self.uniform() * total;
        cumulative.partition_point(|&edge| edge <= point).min(cumulative.len().saturating_sub(1))
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|bits| (bits >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.state = self.state.wrapping_add(GOLDEN_GAMMA);
        Ok(mix(self.state))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            let word = self.try_next_u64()?.to_le_bytes();
            chunk.copy_from_slice(&word[..chunk.len()]);
        }
        Ok(())
    }
}

/// The finaliser of SplitMix64 (Stafford's variant 13).
fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use rand::Rng;

    use super::{Stream, Streams};

    #[test]
    fn splitmix64_gives_its_published_values() {
        // First outputs of SplitMix64 for state 1234567 (Vigna's reference code).
        let mut stream = Stream { state: 1_234_567 };
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973];
        assert_eq!([stream.next_u64(), stream.next_u64()], expected);
    }

    #[test]
    fn a_stream_is_a_function_of_its_name_alone() {
        let first = |seed, replication, entity, purpose| {
            Streams::new(seed, replication).stream(entity, purpose).next_u64()
        };
        assert_eq!(first(1, 2, 3, 4), first(1, 2, 3, 4));
        let others = [first(2, 2, 3, 4), first(1, 3, 3, 4), first(1, 2, 4, 4), first(1, 2, 3, 5)];
        assert!(others.iter().all(|&other| other != first(1, 2, 3, 4)));
        assert_ne!(first(1, 2, 3, 4), first(1, 2, 4, 3));
    }

    #[test]
    fn golden_first_values_hold_on_every_platform() {
        let streams = Streams::new(2019, 0);
        let first = |entity, purpose| streams.stream(entity, purpose).next_u64();
        assert_eq!([first(0, 0), first(1, 0), first(0, 1)], GOLDEN);
    }

    const GOLDEN: [u64; 3] =
        [1_658_806_317_328_894_816, 16_072_286_995_077_650_059, 15_447_875_028_147_103_336];

    #[test]
    fn neighbouring_streams_are_not_correlated() {
        let streams = Streams::new(7, 0);
        for (step, by_purpose) in [(1, 0), (1 << 3, 0), (1 << 28, 0), (1 << 48, 0), (0, 1)] {
            let pair = |index: u64| {
                let mut left = streams.stream(index * 8, 5);
                let mut right = streams.stream(index * 8 + step, 5 + by_purpose);
                (left.uniform() - 0.5, right.uniform() - 0.5)
            };
            let count = 20_000;
            let product: f64 = (0..count).map(pair).map(|(left, right)| left * right).sum();
            let correlation = product / count as f64 * 12.0;
            assert!(correlation.abs() < 4.0 / (count as f64).sqrt(), "{step}: {correlation}");
        }
    }

    #[test]
    fn an_index_follows_its_weights() {
        let streams = Streams::new(3, 0);
        let cumulative = [0.2, 0.2, 1.0];
        let mut counts = [0u32; 3];
        (0..10_000).for_each(|entity| counts[streams.stream(entity, 0).index(&cumulative)] += 1);
        assert_eq!(counts[1], 0, "a weight of zero is never drawn");
        assert!((1_850..2_150).contains(&counts[0]), "{counts:?}");
    }
}
