//! Counts of durations in bins of constant relative width.

use std::borrow::Cow;

use crate::statistics::quantile::place_of_quantile;

/// Every power of two is divided into this many bins, a relative width of at most 1 / 128 = 0.78 %.
const BINS_PER_DOUBLING: u64 = 1 << DIVISION_BITS;
const DIVISION_BITS: u32 = 7;

/// The greatest duration told from longer ones: 2^39 - 1 milliseconds, or 17 years.
const GREATEST: u64 = (1 << 39) - 1;
const BINS: usize = bin(GREATEST) + 1;

/// Bins that are noted before their counts are raised.
const MOST_RECENT: usize = 128;

/// Durations in milliseconds, counted in constant memory of 33 KiB; below 256 ms exactly, above to
/// within 0.78 %.
///
/// Own rather than hdrhistogram: recording is one shift and one increment, without its checks,
/// totals and `Result`.
#[derive(Clone, Debug)]
pub struct DurationHistogram {
    counts: Box<[u64]>,
    /// The bins of the last durations, not counted yet. The counts of hundreds of histograms do not
    /// stay in the near caches; raised many at a time, they do not wait for memory one by one.
    recent: Vec<u16>,
}

impl Default for DurationHistogram {
    fn default() -> Self {
        DurationHistogram { counts: vec![0; BINS].into_boxed_slice(), recent: Vec::new() }
    }
}

impl PartialEq for DurationHistogram {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

impl Eq for DurationHistogram {}

impl DurationHistogram {
    /// Counts one duration in milliseconds; a negative one counts as 0, one beyond 17 years as 17
    /// years.
    #[inline]
    pub fn record(&mut self, milliseconds: i64) {
        if self.recent.len() == self.recent.capacity() {
            self.count_recent();
        }
        self.recent.push(place(milliseconds) as u16);
    }

    /// Counts what is only noted so far, which every reading would have to do.
    #[cold]
    pub fn count_recent(&mut self) {
        count(&mut self.counts, &self.recent);
        self.recent.clear();
        self.recent.reserve_exact(MOST_RECENT);
    }

    /// The counts of all bins, those not counted yet included.
    fn all(&self) -> Cow<'_, [u64]> {
        let mut all = Cow::Borrowed(&*self.counts);
        if !self.recent.is_empty() {
            count(all.to_mut(), &self.recent);
        }
        all
    }

    /// Adds all counts of another histogram.
    pub fn merge(&mut self, other: &DurationHistogram) {
        for (count, added) in self.counts.iter_mut().zip(&*other.all()) {
            *count += added;
        }
    }

    /// Forgets all counts and keeps the memory.
    pub fn clear(&mut self) {
        self.counts.fill(0);
        self.recent.clear();
    }

    /// How many durations.
    pub fn count(&self) -> u64 {
        self.counts.iter().sum::<u64>() + self.recent.len() as u64
    }

    /// The middle, in milliseconds, of the bin that holds the quantile (type 1); none without a
    /// duration.
    pub fn quantile(&self, probability: f64) -> Option<i64> {
        let (lowest, width) = bounds(place_of_quantile(&self.all(), probability)?);
        Some((lowest + width / 2) as i64)
    }

    /// The share of durations longer than `milliseconds`, from 0 to 1, the bin that holds it
    /// divided evenly; none without a duration.
    pub fn share_above(&self, milliseconds: i64) -> Option<f64> {
        let count = self.count();
        (0 < count).then(|| self.count_above(milliseconds) / count as f64)
    }

    fn count_above(&self, milliseconds: i64) -> f64 {
        if milliseconds < 0 {
            return self.count() as f64;
        }
        let place = place(milliseconds);
        let (lowest, width) = bounds(place);
        let longer = (lowest + width - 1).saturating_sub(milliseconds as u64);
        let counts = self.all();
        let beyond: u64 = counts[place + 1..].iter().sum();
        beyond as f64 + counts[place] as f64 * longer as f64 / width as f64
    }
}

/// Raises the counts of some bins.
fn count(counts: &mut [u64], bins: &[u16]) {
    for &bin in bins {
        counts[usize::from(bin)] += 1;
    }
}

fn place(milliseconds: i64) -> usize {
    bin((milliseconds.max(0) as u64).min(GREATEST))
}

/// The leading eight bits of a value choose its bin; values below 256 are their own.
const fn bin(value: u64) -> usize {
    let shift = u64::BITS - (value | BINS_PER_DOUBLING).leading_zeros() - DIVISION_BITS - 1;
    (shift as u64 * BINS_PER_DOUBLING + (value >> shift)) as usize
}

/// The lowest value of a bin and how many values it holds.
fn bounds(bin: usize) -> (u64, u64) {
    let bin = bin as u64;
    let shift = (bin / BINS_PER_DOUBLING).saturating_sub(1);
    ((bin - shift * BINS_PER_DOUBLING) << shift, 1 << shift)
}

#[cfg(test)]
mod tests {
    use proptest::proptest;

    use super::{BINS, DurationHistogram, GREATEST, bin, bounds};

    fn histogram(durations: &[i64]) -> DurationHistogram {
        let mut histogram = DurationHistogram::default();
        for &duration in durations {
            histogram.record(duration);
        }
        histogram
    }

    #[test]
    fn bins_follow_one_another_without_gap() {
        let mut next = 0;
        for place in 0..BINS {
            let (lowest, width) = bounds(place);
            assert_eq!(lowest, next);
            assert_eq!((bin(lowest), bin(lowest + width - 1)), (place, place));
            assert!(width == 1 || width as f64 / lowest as f64 <= 0.008);
            next = lowest + width;
        }
        assert_eq!(next, GREATEST + 1);
    }

    #[test]
    fn hostile_durations_are_counted() {
        let histogram = histogram(&[i64::MIN, -1, 0, i64::MAX, GREATEST as i64]);
        assert_eq!((histogram.count(), histogram.quantile(0.6)), (5, Some(0)));
        let longest = histogram.quantile(1.0).expect("durations");
        assert!((longest as f64 / GREATEST as f64 - 1.0).abs() < 0.004);
        assert_eq!(histogram.share_above(i64::MAX), Some(0.0));
        assert_eq!(histogram.share_above(i64::MIN), Some(1.0));
    }

    #[test]
    fn small_values_are_exact() {
        let histogram = histogram(&[0, 0, 7, 255]);
        assert_eq!([0.5, 0.75, 1.0].map(|p| histogram.quantile(p)), [0, 7, 255].map(Some));
        let shares = [-1, 0, 6, 7, 254, 255].map(|x| histogram.share_above(x));
        assert_eq!(shares, [1.0, 0.5, 0.5, 0.25, 0.25, 0.0].map(Some));
    }

    #[test]
    fn a_bin_is_divided_evenly() {
        // 512 to 515 share a bin.
        let histogram = histogram(&[512, 513, 514, 515]);
        let shares = [511, 512, 513, 514, 515].map(|x| histogram.share_above(x));
        assert_eq!(shares, [1.0, 0.75, 0.5, 0.25, 0.0].map(Some));
    }

    #[test]
    fn nothing_has_no_figures_and_clearing_gives_nothing() {
        let mut cleared = histogram(&[5, 1_000_000]);
        cleared.clear();
        assert_eq!(cleared, DurationHistogram::default());
        assert_eq!(
            (cleared.count(), cleared.quantile(0.5), cleared.share_above(0)),
            (0, None, None)
        );
    }

    #[test]
    fn merging_is_counting_together() {
        let mut left = histogram(&[3, 90_000]);
        left.merge(&histogram(&[3, 4]));
        assert_eq!(left, histogram(&[3, 3, 4, 90_000]));
    }

    proptest! {
        #[test]
        fn the_middle_of_the_bin_is_close(duration in 0..315_360_000_000i64) {
            let middle = histogram(&[duration]).quantile(0.5).expect("a duration");
            assert!((middle - duration).abs() as f64 <= 0.004 * duration as f64);
        }
    }
}
