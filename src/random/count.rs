//! Laws of daily counts.

use rand::RngExt;
use rand_distr::{Exp1, Gamma};

use crate::random::Stream;

/// How the number of arrivals of a day scatters around its mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DailyCount {
    /// Variance equal to the mean.
    Poisson,
    /// Negative binomial: variance `variance_to_mean` (over 1) times the mean, as a gamma mixture
    /// of Poisson counts with shape mean / (variance_to_mean - 1).
    NegativeBinomial { variance_to_mean: f64 },
}

impl DailyCount {
    /// A count with the given mean (not negative). With one stream, a higher mean never gives fewer
    /// if Poisson, and hardly ever if not: the gamma draw behind it is by rejection.
    pub fn sample(self, mean: f64, stream: &mut Stream) -> u32 {
        match self {
            DailyCount::Poisson => poisson(mean, stream),
            DailyCount::NegativeBinomial { variance_to_mean } => {
                poisson(gamma_mixed(mean, variance_to_mean - 1.0, stream), stream)
            }
        }
    }
}

/// A Poisson count: unit exponential gaps that fit into `mean`. A library's sampler would be faster
/// for large means, but not monotone in the mean, and a compared scenario with more demand must
/// keep today's applicants.
fn poisson(mean: f64, stream: &mut Stream) -> u32 {
    let mut count = 0;
    let mut reached: f64 = stream.sample(Exp1);
    while reached < mean {
        count += 1;
        let gap: f64 = stream.sample(Exp1);
        reached += gap;
    }
    count
}

fn gamma_mixed(mean: f64, scale: f64, stream: &mut Stream) -> f64 {
    match Gamma::new(mean / scale, scale) {
        Ok(gamma) => stream.sample(gamma),
        Err(_) => mean,
    }
}

#[cfg(test)]
mod tests {
    use super::DailyCount;
    use crate::random::Streams;

    fn mean_and_variance(law: DailyCount, mean: f64) -> (f64, f64) {
        let streams = Streams::new(11, 0);
        let count = 40_000;
        let draw = |entity| f64::from(law.sample(mean, &mut streams.stream(entity, 1)));
        let values: Vec<f64> = (0..count).map(draw).collect();
        let average = values.iter().sum::<f64>() / count as f64;
        let squares: f64 = values.iter().map(|value| (value - average).powi(2)).sum();
        (average, squares / count as f64)
    }

    #[test]
    fn poisson_counts_have_variance_equal_to_their_mean() {
        let (mean, variance) = mean_and_variance(DailyCount::Poisson, 57.0);
        assert!((mean - 57.0).abs() < 0.15, "{mean}");
        assert!((variance / 57.0 - 1.0).abs() < 0.04, "{variance}");
    }

    #[test]
    fn negative_binomial_counts_have_the_stated_dispersion() {
        let law = DailyCount::NegativeBinomial { variance_to_mean: 3.0 };
        let (mean, variance) = mean_and_variance(law, 57.0);
        assert!((mean - 57.0).abs() < 0.3, "{mean}");
        assert!((variance / 57.0 - 3.0).abs() < 0.15, "{variance}");
    }

    #[test]
    fn more_demand_never_takes_an_applicant_away() {
        let streams = Streams::new(5, 0);
        for entity in 0..500 {
            let count = |mean| DailyCount::Poisson.sample(mean, &mut streams.stream(entity, 1));
            assert!(count(50.0) <= count(55.0));
        }
    }

    #[test]
    fn no_demand_gives_nobody() {
        let streams = Streams::new(5, 0);
        let law = DailyCount::NegativeBinomial { variance_to_mean: 3.0 };
        assert_eq!(DailyCount::Poisson.sample(0.0, &mut streams.stream(1, 1)), 0);
        assert_eq!(law.sample(0.0, &mut streams.stream(1, 1)), 0);
    }
}
