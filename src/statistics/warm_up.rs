//! How much of the beginning of a long run to leave out.
//!
//! All work on one series; give them [`across_replications`] rather than a single run, which is too
//! noisy (Welch 1983; Hoad, Robinson & Davies 2010, JORS 61:1389-1403).

use crate::statistics::Moments;

/// Values of a batch.
const BATCH: usize = 5;
/// Batches at the end that are no candidates: the mean of a few has accidental minima.
const LAST_BATCHES: usize = 5;

/// A beginning to leave out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WarmUp {
    /// How many values of the series to leave out.
    pub values: usize,
    /// The mean of the whole batches after it, in the unit of the series.
    pub mean: f64,
}

/// The mean of each place over all replications, as far as all of them reach.
pub fn across_replications(replications: &[Vec<f64>]) -> Vec<f64> {
    let length = replications.iter().map(Vec::len).min().unwrap_or(0);
    let mean = |place: usize| mean(replications.iter().map(|series| series[place]));
    (0..length).map(mean).collect()
}

/// The means of so many consecutive values each; what is left at the end belongs to none.
pub fn batch_means(series: &[f64], size: usize) -> Vec<f64> {
    series.chunks_exact(size.max(1)).map(|batch| mean(batch.iter().copied())).collect()
}

/// For each number of values left out at the beginning, but for the last value, the squared error
/// that is estimated for the mean of the rest: `sum (z - mean)^2 / m^2` over the `m` that remain
/// (MSER; White 1997, *Simulation* 69:323-334).
pub fn mean_squared_errors(series: &[f64]) -> Vec<f64> {
    let mut rest = Moments::default();
    let mut errors = Vec::new();
    for value in series.iter().rev() {
        rest.add(*value);
        let count = rest.count() as f64;
        errors.extend(rest.variance().map(|variance| variance * (count - 1.0) / (count * count)));
    }
    errors.reverse();
    errors
}

/// The warm-up after MSER-5: the least of [`mean_squared_errors`] of means of five, the first if
/// there are several (White, Cobb & Spratt 2000).
///
/// None if it lies in the second half, or with fewer than five batches: then no steady state is
/// found, and the run must be longer. The last five batches are no candidates.
pub fn mser5(series: &[f64]) -> Option<WarmUp> {
    let batches = batch_means(series, BATCH);
    let candidates = (batches.len() + 1).checked_sub(LAST_BATCHES)?;
    let errors = mean_squared_errors(&batches);
    let least = errors
        .iter()
        .copied()
        .take(candidates)
        .enumerate()
        .reduce(|least, error| if error.1 < least.1 { error } else { least });
    let (left_out, _) = least?;
    (2 * left_out <= batches.len()).then(|| WarmUp {
        values: BATCH * left_out,
        mean: mean(batches[left_out..].iter().copied()),
    })
}

/// Welch's moving average over so many values to either side, for the eye (Law, *Simulation
/// Modeling and Analysis*, 9.5.1).
///
/// Near the beginning the window shrinks to what there is on the left; at the end it must be whole,
/// so that the curve is shorter by `window` values.
pub fn moving_average(series: &[f64], window: usize) -> Vec<f64> {
    let average = |place: usize| {
        let reach = window.min(place);
        mean(series[place - reach..=place + reach].iter().copied())
    };
    (0..series.len().saturating_sub(window)).map(average).collect()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    values.collect::<Moments>().mean().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{across_replications, batch_means, mean_squared_errors, moving_average, mser5};

    #[test]
    fn errors_by_hand() {
        // 6, 0, 0, 0: mean 1.5 and squares 27 over 16; then nothing.
        assert_eq!(mean_squared_errors(&[6.0, 0.0, 0.0, 0.0]), [27.0 / 16.0, 0.0, 0.0]);
        assert!(mean_squared_errors(&[6.0]).is_empty());
    }

    #[test]
    fn a_short_series_has_no_answer() {
        assert_eq!(mser5(&[]), None);
        assert_eq!(mser5(&[1.0; 24]), None);
        let warm_up = mser5(&[1.0; 25]).expect("five batches");
        assert_eq!((warm_up.values, warm_up.mean), (0, 1.0));
    }

    #[test]
    fn a_series_that_only_grows_is_refused() {
        let growing: Vec<f64> = (0..200).map(f64::from).collect();
        assert_eq!(mser5(&growing), None);
    }

    #[test]
    fn the_shortest_replication_bounds_the_mean() {
        let replications = [vec![1.0, 2.0, 3.0], vec![3.0, 4.0]];
        assert_eq!(across_replications(&replications), [2.0, 3.0]);
        assert!(across_replications(&[]).is_empty());
    }

    #[test]
    fn what_is_no_whole_batch_is_left_out() {
        assert_eq!(batch_means(&[1.0, 3.0, 5.0, 7.0, 9.0], 2), [2.0, 6.0]);
    }

    #[test]
    fn a_window_wider_than_the_series_shows_nothing() {
        assert!(moving_average(&[1.0, 2.0], 2).is_empty());
        assert_eq!(moving_average(&[1.0, 2.0], 0), [1.0, 2.0]);
    }
}
