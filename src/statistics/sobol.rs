//! How much of the variation of a figure comes from each input: the indices of Sobol.

use crate::statistics::{Level, Moments, quantile_type7};

/// Figures of a model at the rows of a [`SaltelliDesign`](crate::statistics::SaltelliDesign).
///
/// All lists are equally long. Played with the same luck in every row, an input that is not used
/// has exactly the indices 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluations {
    /// At the rows of the first matrix.
    pub first: Vec<f64>,
    /// At the rows of the second matrix.
    pub second: Vec<f64>,
    /// By input: at the rows of the first with that input from the second.
    pub exchanged: Vec<Vec<f64>>,
}

/// Shares of the variance of a figure; by chance they may lie outside 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SobolIndex {
    /// What the input explains by itself.
    pub first_order: f64,
    /// What it explains by itself and together with others.
    pub total: f64,
}

/// Bootstrap intervals of the two indices of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SobolInterval {
    /// The ends for what the input explains by itself.
    pub first_order: (f64, f64),
    /// The ends for what it explains by itself and together with others.
    pub total: (f64, f64),
}

impl Evaluations {
    /// The same with the mean of both matrices taken off all figures.
    ///
    /// It does not change what the indices are on average, but makes those of first order as sure
    /// for a figure far from 0 as for one about 0.
    pub fn centred(&self) -> Self {
        let Some(mean) = self.moments().mean() else {
            return self.clone();
        };
        let centred = |values: &Vec<f64>| values.iter().map(|value| value - mean).collect();
        Evaluations {
            first: centred(&self.first),
            second: centred(&self.second),
            exchanged: self.exchanged.iter().map(centred).collect(),
        }
    }

    /// The indices of each input; none if the figure does not vary.
    ///
    /// With `V`, the variance of all figures of both matrices (over their number), those of first
    /// order are `sum f(B) (f(ABi) - f(A)) / (n V)` (Saltelli et al. 2010, *Computer Physics
    /// Communications* 181:259-270), the total ones `sum (f(A) - f(ABi))^2 / (2 n V)` (Jansen
    /// 1999).
    pub fn indices(&self) -> Option<Vec<SobolIndex>> {
        let rows: Vec<usize> = (0..self.first.len()).collect();
        self.indices_of(&rows)
    }

    fn indices_of(&self, rows: &[usize]) -> Option<Vec<SobolIndex>> {
        let both = rows.iter().flat_map(|row| [self.first[*row], self.second[*row]]);
        let moments: Moments = both.collect();
        let count = moments.count() as f64;
        let variance = moments.variance()? * (count - 1.0) / count;
        let scale = rows.len() as f64 * variance;
        let of = |exchanged: &Vec<f64>| {
            let change = |row: usize| exchanged[row] - self.first[row];
            let first_order: f64 = rows.iter().map(|row| self.second[*row] * change(*row)).sum();
            let total: f64 = rows.iter().map(|row| change(*row) * change(*row)).sum();
            SobolIndex { first_order: first_order / scale, total: 0.5 * total / scale }
        };
        (0.0 < variance).then(|| self.exchanged.iter().map(of).collect())
    }

    fn moments(&self) -> Moments {
        self.first.iter().chain(&self.second).copied().collect()
    }

    /// Intervals of the indices from so many samples of rows, with replacement; none if the figure
    /// does not vary.
    ///
    /// `uniform` gives numbers from 0 to 1, 1 excluded. The ends are the quantiles of the indices
    /// of the samples (Efron 1979; Archer, Saltelli & Sobol 1997).
    pub fn bootstrap(
        &self,
        samples: usize,
        level: Level,
        mut uniform: impl FnMut() -> f64,
    ) -> Option<Vec<SobolInterval>> {
        let count = self.first.len();
        let mut drawn = || {
            let pick = |_| ((uniform() * count as f64) as usize).min(count - 1);
            (0..count).map(pick).collect::<Vec<usize>>()
        };
        self.indices()?;
        let found: Vec<_> = (0..samples).filter_map(|_| self.indices_of(&drawn())).collect();
        let interval = |input: usize, of: fn(&SobolIndex) -> f64| {
            let mut values: Vec<f64> = found.iter().map(|indices| of(&indices[input])).collect();
            values.sort_by(f64::total_cmp);
            let low = quantile_type7(&values, level.tail())?;
            Some((low, quantile_type7(&values, 1.0 - level.tail())?))
        };
        let of_input = |input| {
            let first_order = interval(input, |index| index.first_order)?;
            Some(SobolInterval { first_order, total: interval(input, |index| index.total)? })
        };
        (0..self.exchanged.len()).map(of_input).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Evaluations, SobolIndex, SobolInterval};
    use crate::statistics::dice::dice;
    use crate::statistics::{Level, SaltelliDesign};

    fn evaluated(rows: usize, inputs: usize, model: impl Fn(&[f64]) -> f64) -> Evaluations {
        let design = SaltelliDesign::new(rows, inputs, dice(7)).expect("few inputs");
        let at = |points: &[Vec<f64>]| points.iter().map(|point| model(point)).collect();
        Evaluations {
            first: at(&design.first),
            second: at(&design.second),
            exchanged: (0..inputs).map(|input| at(&design.exchanged(input))).collect(),
        }
    }

    /// A sum of independent parts: variances 1/12 and 4/12, and an input that does nothing.
    fn sum_of_two(point: &[f64]) -> f64 {
        1_000.0 + point[0] + 2.0 * point[1]
    }

    #[test]
    fn an_input_that_is_not_used_explains_exactly_nothing() {
        let evaluations = evaluated(64, 3, sum_of_two);
        let indices = evaluations.indices().expect("it varies");
        assert_eq!(indices[2], SobolIndex { first_order: 0.0, total: 0.0 });
        let intervals = evaluations.bootstrap(50, Level::NINETY_FIVE, dice(8));
        let nothing = SobolInterval { first_order: (0.0, 0.0), total: (0.0, 0.0) };
        assert_eq!(intervals.expect("it varies")[2], nothing);
    }

    #[test]
    fn parts_of_a_sum_far_from_nothing() {
        let evaluations = evaluated(1 << 12, 3, sum_of_two).centred();
        let indices = evaluations.indices().expect("it varies");
        for (index, expected) in indices.iter().zip([0.2, 0.8]) {
            assert!((index.first_order - expected).abs() < 0.01, "{index:?}");
            assert!((index.total - expected).abs() < 0.01, "{index:?}");
        }
    }

    #[test]
    fn intervals_hold_the_indices() {
        let evaluations = evaluated(1 << 10, 3, sum_of_two).centred();
        let intervals = evaluations.bootstrap(200, Level::NINETY_FIVE, dice(9));
        for (interval, expected) in intervals.expect("it varies").iter().zip([0.2, 0.8]) {
            for (low, high) in [interval.first_order, interval.total] {
                assert!(low <= expected && expected <= high, "{interval:?}");
                assert!(high - low < 0.3, "{interval:?}");
            }
        }
    }

    #[test]
    fn what_does_not_vary_has_no_parts() {
        let constant = evaluated(8, 2, |_| 3.0);
        assert_eq!(constant.indices(), None);
        assert_eq!(constant.bootstrap(5, Level::NINETY_FIVE, || 0.5), None);
        let empty = Evaluations { first: vec![], second: vec![], exchanged: vec![vec![]] };
        assert_eq!((empty.centred().indices(), empty.clone()), (None, empty));
    }
}
