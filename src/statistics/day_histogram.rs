//! Counts by whole number of days.

use crate::statistics::quantile::place_of_quantile;

/// How often each number of days was seen, exactly. Memory grows with the greatest number of days,
/// not with the count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayHistogram {
    counts: Vec<u64>,
}

impl DayHistogram {
    /// Counts `value` days `weight` times.
    #[inline]
    pub fn add(&mut self, value: u32, weight: u64) {
        let index = value as usize;
        self.grow(index + 1);
        self.counts[index] += weight;
    }

    /// Adds all counts of another histogram.
    pub fn merge(&mut self, other: &DayHistogram) {
        self.grow(other.counts.len());
        for (count, added) in self.counts.iter_mut().zip(&other.counts) {
            *count += added;
        }
    }

    fn grow(&mut self, length: usize) {
        if self.counts.len() < length {
            self.counts.resize(length, 0);
        }
    }

    /// How many values.
    pub fn count(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The mean in days; none without a value.
    pub fn mean(&self) -> Option<f64> {
        let days: f64 = self.iter().map(|(value, count)| f64::from(value) * count as f64).sum();
        let count = self.count();
        (0 < count).then(|| days / count as f64)
    }

    /// The least number of days within which at least the share `probability` lies (type 1); none
    /// without a value.
    pub fn quantile(&self, probability: f64) -> Option<u32> {
        place_of_quantile(&self.counts, probability).map(|place| place as u32)
    }

    /// The share of values of at most `value` days, from 0 to 1; none without a value.
    pub fn share_at_most(&self, value: u32) -> Option<f64> {
        let within: u64 = self.counts.iter().take(value as usize + 1).sum();
        let count = self.count();
        (0 < count).then(|| within as f64 / count as f64)
    }

    /// Each number of days from 0 to the greatest, with its count, 0 included.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u64)> {
        (0..).zip(self.counts.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::DayHistogram;

    fn histogram(values: &[(u32, u64)]) -> DayHistogram {
        let mut histogram = DayHistogram::default();
        for &(value, weight) in values {
            histogram.add(value, weight);
        }
        histogram
    }

    #[test]
    fn figures_by_hand() {
        let histogram = histogram(&[(3, 2), (0, 1), (5, 1)]);
        assert_eq!((histogram.count(), histogram.mean()), (4, Some(2.75)));
        let quantiles = [0.0, 0.25, 0.5, 0.75, 0.76, 1.0].map(|p| histogram.quantile(p));
        assert_eq!(quantiles, [0, 0, 3, 3, 5, 5].map(Some));
        let shares = [0, 2, 3, 5, u32::MAX].map(|value| histogram.share_at_most(value));
        assert_eq!(shares, [0.25, 0.25, 0.75, 1.0, 1.0].map(Some));
        let all: Vec<_> = histogram.iter().collect();
        assert_eq!(all, [(0, 1), (1, 0), (2, 0), (3, 2), (4, 0), (5, 1)]);
    }

    #[test]
    fn nothing_has_no_figures() {
        for empty in [DayHistogram::default(), histogram(&[(4, 0)])] {
            assert_eq!((empty.count(), empty.mean()), (0, None));
            assert_eq!((empty.quantile(0.5), empty.share_at_most(9)), (None, None));
        }
    }

    #[test]
    fn merging_is_counting_together() {
        let (short, long) = (histogram(&[(1, 3)]), histogram(&[(1, 1), (9, 2)]));
        let together = histogram(&[(1, 4), (9, 2)]);
        for (mut left, right) in [(short.clone(), &long), (long.clone(), &short)] {
            left.merge(right);
            assert_eq!(left, together);
        }
    }
}
