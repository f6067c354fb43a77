//! Where to spend a given number of replications (optimal computing budget allocation).

use crate::statistics::Moments;
use crate::statistics::ranking::Selection;

/// The share of all replications that each scenario should have, so that the best mean is most
/// likely that of the best scenario (Chen, Lin, Yucesan & Chick 2000, *Discrete Event Dynamic
/// Systems* 10:251-270). It promises no probability.
///
/// With standard deviations `s` and distances `d` from the best `b`, `N_i / N_j` is
/// `(s_i / d_i)^2 / (s_j / d_j)^2` and `N_b` is `s_b sqrt(sum N_i^2 / s_i^2)`. Distances below the
/// indifference amount count as that. The shares add up to 1; all are equal if nothing varies. None
/// without a mean and a variance of each scenario.
pub fn ocba_shares(so_far: &[Moments], selection: &Selection) -> Option<Vec<f64>> {
    let figures = so_far.iter().map(|of| Some((of.mean()?, of.variance()?)));
    let figures: Vec<(f64, f64)> = figures.collect::<Option<_>>()?;
    let means: Vec<f64> = figures.iter().map(|(mean, _)| *mean).collect();
    let best = selection.aim.best(&means)?;
    let gap = |mean: f64| (mean - means[best]).abs().max(selection.indifference);
    let rivals = || figures.iter().enumerate().filter(|(place, _)| *place != best);
    // N_i / s_i is s_i / d_i^2, also where the standard deviation is 0.
    let squares = rivals().map(|(_, (mean, variance))| variance / gap(*mean).powi(4));
    let of_best = (figures[best].1 * squares.sum::<f64>()).sqrt();
    let weight = |(place, (mean, variance)): (usize, &(f64, f64))| {
        if place == best { of_best } else { variance / gap(*mean).powi(2) }
    };
    let weights: Vec<f64> = figures.iter().enumerate().map(weight).collect();
    let whole: f64 = weights.iter().sum();
    let share = |weight: f64| {
        if 0.0 < whole { weight / whole } else { (weights.len() as f64).recip() }
    };
    Some(weights.iter().copied().map(share).collect())
}

#[cfg(test)]
mod tests {
    use super::ocba_shares;
    use crate::statistics::ranking::{Aim, Selection};
    use crate::statistics::{Level, Moments};

    const SELECTION: Selection = Selection {
        aim: Aim::Smallest,
        level: Level::NINETY_FIVE,
        indifference: 0.5,
        first_stage: 2,
    };

    fn sample(values: [f64; 2]) -> Moments {
        values.into_iter().collect()
    }

    #[test]
    fn what_does_not_vary_is_shared_equally_or_left_out() {
        let constant = [sample([1.0; 2]), sample([2.0; 2])];
        assert_eq!(ocba_shares(&constant, &SELECTION), Some(vec![0.5, 0.5]));
        let one_varies = [sample([0.0, 2.0]), sample([2.0; 2]), sample([2.0, 4.0])];
        assert_eq!(ocba_shares(&one_varies, &SELECTION), Some(vec![0.5, 0.0, 0.5]));
        assert_eq!(ocba_shares(&[], &SELECTION), None);
        assert_eq!(ocba_shares(&[Moments::default()], &SELECTION), None);
    }

    #[test]
    fn equal_means_are_told_apart_no_better_than_matters() {
        let equal = [sample([0.0, 2.0]), sample([0.0, 2.0])];
        assert_eq!(ocba_shares(&equal, &SELECTION), Some(vec![0.5, 0.5]));
    }
}
