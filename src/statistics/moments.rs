//! Moments of a sample in one pass and constant memory.

use std::iter::Sum;

/// Count, mean, spread and shape of a sample; any division into shards gives the same up to
/// rounding.
///
/// Updating formulas of Welford (1962) and Chan, Golub & LeVeque (1983), for the third and fourth
/// powers those of Pebay (Sandia report SAND2008-6212). Values that are not finite make the figures
/// not a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    count: u64,
    mean: f64,
    /// Sums of the second, third and fourth powers of the differences from the mean.
    squares: f64,
    cubes: f64,
    fourths: f64,
    min: f64,
    max: f64,
}

impl Moments {
    fn single(value: f64) -> Self {
        Moments { count: 1, mean: value, min: value, max: value, ..Moments::default() }
    }

    /// Adds one value.
    pub fn add(&mut self, value: f64) {
        self.merge(&Moments::single(value));
    }

    /// Adds all values of another sample.
    pub fn merge(&mut self, other: &Moments) {
        if other.count == 0 {
            return;
        }
        *self = if self.count == 0 { *other } else { self.joined(other) };
    }

    fn joined(&self, other: &Moments) -> Self {
        let (left, right) = (self.count as f64, other.count as f64);
        let total = left + right;
        let gap = other.mean - self.mean;
        let step = gap / total;
        Moments {
            count: self.count + other.count,
            mean: self.mean + gap * right / total,
            squares: self.squares + other.squares + gap * gap * left * right / total,
            cubes: self.cubes
                + other.cubes
                + gap * step * step * left * right * (left - right)
                + 3.0 * step * (left * other.squares - right * self.squares),
            fourths: self.fourths
                + other.fourths
                + gap * step.powi(3) * left * right * (left * left - left * right + right * right)
                + 6.0 * step * step * (left * left * other.squares + right * right * self.squares)
                + 4.0 * step * (left * other.cubes - right * self.cubes),
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// How many values.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The arithmetic mean; none without a value.
    pub fn mean(&self) -> Option<f64> {
        (0 < self.count).then_some(self.mean)
    }

    /// The least value; none without a value.
    pub fn min(&self) -> Option<f64> {
        (0 < self.count).then_some(self.min)
    }

    /// The greatest value; none without a value.
    pub fn max(&self) -> Option<f64> {
        (0 < self.count).then_some(self.max)
    }

    /// The unbiased variance, squares over count less 1; none with fewer than two values.
    pub fn variance(&self) -> Option<f64> {
        (2 <= self.count).then(|| self.squares / (self.count - 1) as f64)
    }

    /// The square root of the variance; none with fewer than two values.
    pub fn standard_deviation(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }

    /// Skewness `g1`, the third central moment over the second to the 3/2; none without spread.
    pub fn skewness(&self) -> Option<f64> {
        let count = self.count as f64;
        (0.0 < self.squares).then(|| count.sqrt() * self.cubes / self.squares.powf(1.5))
    }

    /// Excess kurtosis `g2`, the fourth central moment over the square of the second, less 3; none
    /// without spread.
    pub fn kurtosis(&self) -> Option<f64> {
        let count = self.count as f64;
        (0.0 < self.squares).then(|| count * self.fourths / (self.squares * self.squares) - 3.0)
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        values.into_iter().map(Moments::single).sum()
    }
}

impl Sum for Moments {
    fn sum<I: Iterator<Item = Moments>>(samples: I) -> Self {
        samples.fold(Moments::default(), |mut total, sample| {
            total.merge(&sample);
            total
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::proptest;

    use super::Moments;

    fn of(values: &[f64]) -> Moments {
        values.iter().copied().collect()
    }

    #[test]
    fn a_large_offset_costs_no_digit() {
        let moments = of(&[1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0]);
        assert_eq!(moments.mean(), Some(1e9 + 10.0));
        assert_eq!(moments.variance(), Some(30.0));
    }

    #[test]
    fn too_few_values_have_no_figures() {
        assert_eq!(Moments::default().mean(), None);
        assert_eq!(Moments::default().min(), None);
        assert_eq!(of(&[3.0]).mean(), Some(3.0));
        assert_eq!(of(&[3.0]).variance(), None);
        assert_eq!(of(&[3.0]).skewness(), None);
    }

    #[test]
    fn equal_values_have_no_spread_at_all() {
        let moments = of(&[0.1; 7]);
        assert_eq!(moments.mean(), Some(0.1));
        assert_eq!(moments.variance(), Some(0.0));
        assert_eq!(moments.kurtosis(), None);
    }

    #[test]
    fn shape_by_hand() {
        // Deviations -1, -1, -1, 3: squares 12, cubes 24, fourths 84.
        let moments = of(&[0.0, 0.0, 0.0, 4.0]);
        let skewness = moments.skewness().expect("spread");
        assert!((skewness - 6.0 / f64::powf(3.0, 1.5)).abs() < 1e-14);
        assert!((moments.kurtosis().expect("spread") - (21.0 / 9.0 - 3.0)).abs() < 1e-14);
        assert_eq!((moments.min(), moments.max()), (Some(0.0), Some(4.0)));
    }

    #[test]
    fn an_empty_shard_changes_nothing() {
        let mut moments = of(&[0.3, 0.1, 0.7]);
        let before = moments;
        moments.merge(&Moments::default());
        assert_eq!(moments, before);
        assert_eq!([Moments::default(), before].into_iter().sum::<Moments>(), before);
    }

    proptest! {
        #[test]
        fn any_division_into_shards_agrees(values in vec(-1e3..1e3f64, 2..40), cut in 0..40usize) {
            let whole = of(&values);
            let (left, right) = values.split_at(cut.min(values.len()));
            let parts: Moments = [of(left), of(right)].into_iter().sum();
            let variance = whole.variance().expect("two values");
            let difference = parts.variance().expect("two values") - variance;
            assert!(difference.abs() <= 1e-12 * variance.max(1.0));
            assert_eq!((parts.count(), parts.min()), (whole.count(), whole.min()));
            assert_eq!(parts.max(), whole.max());
        }
    }
}
