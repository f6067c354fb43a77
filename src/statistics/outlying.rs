//! Values that lie far from the others.

/// A robust standard deviation is so many median absolute deviations: as large as the standard
/// deviation if the values are normal.
const CONSISTENT: f64 = 1.482_602_218_505_602;
/// A median of fewer deviations says little.
const FEWEST: usize = 10;

/// The median of some values, and how many robust standard deviations (1.4826 times the median
/// absolute deviation) each lies above it, in their order; none of fewer than ten values, or where
/// half of them are the same.
///
/// Beyond 3.5 to either side a value is worth a look (Iglewicz & Hoaglin 1993, *How to detect and
/// handle outliers*).
pub fn robust_deviations(values: &[f64]) -> Option<(f64, Vec<f64>)> {
    if values.len() < FEWEST {
        return None;
    }
    let middle = median(values);
    let distances: Vec<f64> = values.iter().map(|value| (value - middle).abs()).collect();
    let scale = CONSISTENT * median(&distances);
    let deviations = values.iter().map(|value| (value - middle) / scale).collect();
    (0.0 < scale && scale.is_finite()).then_some((middle, deviations))
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.len() / 2;
    match sorted.len() % 2 {
        0 => f64::midpoint(sorted[upper - 1], sorted[upper]),
        _ => sorted[upper],
    }
}

#[cfg(test)]
mod tests {
    use super::robust_deviations;

    /// Median 5.5, absolute deviations 4.5, 3.5, ... with median 2.5; Iglewicz & Hoaglin's
    /// 0.6745 (x - 5.5) / 2.5 of 100 is 25.5.
    #[test]
    fn one_of_ten_stands_out() {
        let mut values: Vec<f64> = (1..=10).map(f64::from).collect();
        values[9] = 100.0;
        let (median, deviations) = robust_deviations(&values).expect("ten values");
        assert_eq!(median, 5.5);
        assert!((deviations[9] - 94.5 / (1.482_602_218_505_602 * 2.5)).abs() < 1e-12);
        assert!((deviations[9] - 25.495).abs() < 0.01);
        assert!(deviations[..9].iter().all(|deviation| deviation.abs() < 3.5));
    }

    #[test]
    fn few_values_and_equal_ones_say_nothing() {
        assert_eq!(robust_deviations(&[1.0; 9]), None);
        let mut mostly = vec![0.0; 12];
        mostly[3] = 9.0;
        assert_eq!(robust_deviations(&mostly), None);
    }
}
