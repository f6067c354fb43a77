//! Many comparisons at once: p-values that keep their promise for all of them together.
//!
//! All take p-values in any order and return the adjusted ones in the same order, at most 1.

/// Bonferroni: each times their number. The chance of any false alarm is at most the level, however
/// the comparisons depend on each other.
pub fn bonferroni(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len() as f64;
    p_values.iter().map(|value| (count * value).min(1.0)).collect()
}

/// Holm (1979): never more than Bonferroni, with the same promise.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len();
    running(p_values, ascending(p_values), |rank| (count - rank) as f64, f64::max)
}

/// Hochberg (1988): never more than Holm, if the comparisons are independent or positively
/// dependent.
pub fn hochberg(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len();
    running(p_values, descending(p_values), |rank| (count - rank) as f64, f64::min)
}

/// Benjamini & Hochberg (1995): of what is declared, the share of false alarms is at most the level
/// on average, if the comparisons are independent or positively dependent.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len() as f64;
    running(p_values, descending(p_values), |rank| count / (rank + 1) as f64, f64::min)
}

/// Places with their ranks from 0, the least value first.
fn ascending(values: &[f64]) -> Vec<(usize, usize)> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by(|left, right| values[*left].total_cmp(&values[*right]));
    places.into_iter().enumerate().collect()
}

fn descending(values: &[f64]) -> Vec<(usize, usize)> {
    ascending(values).into_iter().rev().collect()
}

/// Values times the factor of their rank, each held against the one before in the order given.
fn running(
    values: &[f64],
    order: Vec<(usize, usize)>,
    factor: impl Fn(usize) -> f64,
    hold: impl Fn(f64, f64) -> f64,
) -> Vec<f64> {
    let mut adjusted = values.to_vec();
    let mut before = None;
    for (rank, place) in order {
        let value = (factor(rank) * values[place]).min(1.0);
        let value = before.map_or(value, |before| hold(before, value));
        before = Some(value);
        adjusted[place] = value;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::proptest;

    use super::{benjamini_hochberg, bonferroni, hochberg, holm};

    #[test]
    fn by_hand_in_any_order() {
        let p_values = [0.04, 0.01, 0.03];
        let near = |adjusted: Vec<f64>, expected: [f64; 3]| {
            let gaps = adjusted.iter().zip(expected).map(|(value, other)| (value - other).abs());
            assert!(gaps.fold(0.0, f64::max) < 1e-15, "{adjusted:?}");
        };
        near(bonferroni(&p_values), [0.12, 0.03, 0.09]);
        near(holm(&p_values), [0.06, 0.03, 0.06]);
        near(hochberg(&p_values), [0.04, 0.03, 0.04]);
        near(benjamini_hochberg(&p_values), [0.04, 0.03, 0.04]);
    }

    proptest! {
        #[test]
        fn each_is_bolder_than_the_one_before(p_values in vec(0.0..=1.0f64, 0..12)) {
            let adjusted = [bonferroni, holm, hochberg, benjamini_hochberg].map(|of| of(&p_values));
            for pair in adjusted.windows(2) {
                let bolder = pair[1].iter().zip(&pair[0]).all(|(next, before)| next <= before);
                assert!(bolder, "{pair:?}");
            }
            let cautious = adjusted[3].iter().zip(&p_values).all(|(value, own)| own <= value);
            assert!(cautious, "{adjusted:?}");
        }
    }

    #[test]
    fn one_comparison_is_left_alone() {
        for adjust in [bonferroni, holm, hochberg, benjamini_hochberg] {
            assert_eq!(adjust(&[0.3]), [0.3]);
            assert!(adjust(&[]).is_empty());
        }
    }
}
