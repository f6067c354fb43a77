//! Sample quantiles of sorted values and of counts, after the types of Hyndman & Fan (1996).

/// The inverse of the empirical distribution (type 1): the value of rank `ceil(n p)`, always one of
/// the sample.
///
/// `sorted` ascends; `probability` is held within 0 and 1. None without a value.
pub fn quantile_type1(sorted: &[f64], probability: f64) -> Option<f64> {
    let rank = rank(sorted.len() as u64, probability)?;
    sorted.get(rank as usize - 1).copied()
}

/// The interpolated quantile at position `(n - 1) p` (type 7), the default of R and NumPy.
///
/// `sorted` ascends; `probability` is held within 0 and 1. None without a value.
pub fn quantile_type7(sorted: &[f64], probability: f64) -> Option<f64> {
    let position = sorted.len().checked_sub(1)? as f64 * probability.clamp(0.0, 1.0);
    let (index, weight) = (position as usize, position.fract());
    let low = *sorted.get(index)?;
    let high = *sorted.get(index + 1).unwrap_or(&low);
    // Unlike a difference a weighted mean cannot overflow; between its ends, equal ones are exact.
    Some(((1.0 - weight) * low + weight * high).max(low).min(high))
}

/// The place in `counts` of the type 1 quantile, if there is any count.
pub(super) fn place_of_quantile(counts: &[u64], probability: f64) -> Option<usize> {
    let rank = rank(counts.iter().sum(), probability)?;
    let mut seen = 0;
    counts.iter().position(|count| {
        seen += count;
        rank <= seen
    })
}

/// The rank `ceil(n p)`, from 1 to `n`. As in R, a product within a few roundings above a whole
/// number is that number: 0.07 times 100 is rank 7.
fn rank(count: u64, probability: f64) -> Option<u64> {
    let product = count as f64 * probability * (1.0 - 4.0 * f64::EPSILON);
    (0 < count).then(|| (product.ceil() as u64).clamp(1, count))
}

#[cfg(test)]
mod tests {
    use super::{place_of_quantile, quantile_type1, quantile_type7};

    #[test]
    fn type_one_takes_the_rank() {
        let sorted = [10.0, 20.0, 30.0, 40.0];
        let quantiles = [0.0, 0.25, 0.26, 0.5, 0.75, 1.0].map(|p| quantile_type1(&sorted, p));
        assert_eq!(quantiles, [10.0, 10.0, 20.0, 20.0, 30.0, 40.0].map(Some));
    }

    #[test]
    fn type_one_is_not_fooled_by_rounding() {
        let sorted: Vec<f64> = (1..=100).map(f64::from).collect();
        for percent in 1..=100u32 {
            let value = quantile_type1(&sorted, f64::from(percent) / 100.0);
            assert_eq!(value, Some(f64::from(percent)));
        }
    }

    #[test]
    fn type_seven_interpolates() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        let quantiles = [0.0, 0.25, 0.5, 0.75, 1.0].map(|p| quantile_type7(&sorted, p));
        assert_eq!(quantiles, [1.0, 1.75, 3.0, 5.0, 8.0].map(Some));
    }

    #[test]
    fn hostile_input_has_an_answer() {
        assert_eq!((quantile_type1(&[], 0.5), quantile_type7(&[], 0.5)), (None, None));
        assert_eq!(
            (quantile_type1(&[3.0], 0.5), quantile_type7(&[3.0], 0.5)),
            (Some(3.0), Some(3.0))
        );
        assert_eq!(quantile_type7(&[0.1, 0.1], 0.3), Some(0.1));
        assert_eq!(quantile_type7(&[-f64::MAX, f64::MAX], 0.5), Some(0.0));
        for (probability, end) in [(-1.0, 1.0), (7.0, 2.0)] {
            assert_eq!(quantile_type1(&[1.0, 2.0], probability), Some(end));
            assert_eq!(quantile_type7(&[1.0, 2.0], probability), Some(end));
        }
        assert!(quantile_type1(&[1.0, 2.0], f64::NAN).is_some());
    }

    #[test]
    fn counts_stand_for_their_values() {
        let places = [0.0, 0.25, 0.26, 1.0].map(|p| place_of_quantile(&[0, 1, 0, 3, 0], p));
        assert_eq!(places, [1, 1, 3, 3].map(Some));
        assert_eq!(place_of_quantile(&[0, 0], 0.5), None);
    }
}
