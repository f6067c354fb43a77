//! How far two scenarios differ, replication by replication under the same random numbers.

use crate::statistics::{Estimate, Level, Moments, Observation, finite, pseudo_values};

/// A difference between two scenarios, and what pairing them gained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairedDifference {
    /// The other scenario minus the base, in the unit of the figure.
    pub difference: Estimate,
    /// The correlation of the pairs, from -1 to 1; none if either side does not vary.
    pub correlation: Option<f64>,
    /// How many times fewer replications the pairing needs than independent runs; none if the
    /// difference is constant.
    pub variance_ratio: Option<f64>,
}

/// The paired t interval of `other` minus `base` (Law, ch. 10), on the pseudo-values of the pairs
/// in which both have something to say. Observation `i` of both must come from replication `i`; one
/// without a partner is left out.
pub fn paired_difference(
    base: &[Observation],
    other: &[Observation],
    level: Level,
) -> PairedDifference {
    let both = base.iter().zip(other).filter(|(base, other)| base.speaks() && other.speaks());
    let (base, other): (Vec<_>, Vec<_>) = both.unzip();
    let (base, other) = (values(&base), values(&other));
    let differences: Vec<f64> = base.iter().zip(&other).map(|(base, other)| other - base).collect();
    PairedDifference {
        difference: Estimate::of_values(&differences, level),
        correlation: correlation(&base, &other),
        variance_ratio: variance_ratio(&base, &other, &differences),
    }
}

fn values(observations: &[Observation]) -> Vec<f64> {
    pseudo_values(observations).into_iter().flatten().collect()
}

fn moments(values: &[f64]) -> Moments {
    values.iter().copied().collect()
}

/// Two passes, so that exchanging the sides changes no bit.
fn correlation(base: &[f64], other: &[f64]) -> Option<f64> {
    let (first, second) = (moments(base), moments(other));
    let (base_mean, other_mean) = (first.mean()?, second.mean()?);
    let products = base.iter().zip(other).map(|(x, y)| (x - base_mean) * (y - other_mean));
    let scale = first.standard_deviation()? * second.standard_deviation()?;
    let degrees_of_freedom = base.len() as f64 - 1.0;
    finite(products.sum::<f64>() / scale / degrees_of_freedom).map(|value| value.clamp(-1.0, 1.0))
}

fn variance_ratio(base: &[f64], other: &[f64], differences: &[f64]) -> Option<f64> {
    let independent = moments(base).variance()? + moments(other).variance()?;
    finite(independent / moments(differences).variance()?)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::proptest;

    use super::{PairedDifference, paired_difference};
    use crate::statistics::{Level, Observation};

    fn of(pairs: &[(Observation, Observation)]) -> PairedDifference {
        let (base, other): (Vec<_>, Vec<_>) = pairs.iter().copied().unzip();
        paired_difference(&base, &other, Level::NINETY_FIVE)
    }

    fn plain(base: f64, other: f64) -> (Observation, Observation) {
        (Observation::value(base), Observation::value(other))
    }

    /// The bits of a number, with both zeros alike.
    fn bits(value: Option<f64>) -> Option<u64> {
        value.map(|value| (value + 0.0).to_bits())
    }

    #[test]
    fn pairing_removes_what_is_common() {
        let paired = of(&[plain(10.0, 11.0), plain(20.0, 22.0), plain(30.0, 33.0)]);
        assert_eq!(paired.difference.mean, Some(2.0));
        assert_eq!(paired.difference.standard_deviation, Some(1.0));
        assert_eq!(paired.variance_ratio, Some(100.0 + 121.0));
        assert!((paired.correlation.expect("spread") - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_constant_difference_has_no_variance_ratio() {
        let paired = of(&[plain(1.0, 4.0), plain(2.0, 5.0)]);
        assert_eq!((paired.difference.low(), paired.difference.high()), (Some(3.0), Some(3.0)));
        assert_eq!(paired.variance_ratio, None);
    }

    #[test]
    fn sides_that_do_not_vary_have_no_correlation() {
        let paired = of(&[plain(0.1, 5.0), plain(0.1, 7.0)]);
        assert_eq!((paired.correlation, paired.variance_ratio), (None, Some(1.0)));
    }

    #[test]
    fn only_complete_pairs_count() {
        let silent = (Observation::none(), Observation::value(1e6));
        let paired = of(&[plain(1.0, 2.0), silent, plain(3.0, 6.0), (silent.1, silent.0)]);
        assert_eq!((paired.difference.mean, paired.difference.replications), (Some(2.0), 2));
        let longer = [Observation::value(1.0); 3];
        let paired = paired_difference(&longer, &longer[..2], Level::NINETY_FIVE);
        assert_eq!(paired.difference.replications, 2);
    }

    #[test]
    fn no_pair_and_one_pair_have_no_interval() {
        assert_eq!(of(&[]).difference.mean, None);
        let single = of(&[plain(1.0, 3.0)]);
        assert_eq!((single.difference.mean, single.difference.half_width), (Some(2.0), None));
        assert_eq!((single.correlation, single.variance_ratio), (None, None));
    }

    proptest! {
        #[test]
        fn exchanging_the_sides_turns_the_sign_and_nothing_else(
            numbers in vec((-1e6..1e6f64, 0..5u8, -1e6..1e6f64, 0..5u8), 0..20),
        ) {
            let (base, other): (Vec<_>, Vec<_>) = numbers.iter().map(|&(first, many, second, few)| (
                Observation { numerator: first, denominator: f64::from(many) },
                Observation { numerator: second, denominator: f64::from(few) },
            )).unzip();
            let there = paired_difference(&base, &other, Level::NINETY_FIVE);
            let back = paired_difference(&other, &base, Level::NINETY_FIVE);
            let (forth, return_way) = (there.difference, back.difference);
            assert_eq!(bits(forth.mean), bits(return_way.mean.map(|mean| -mean)));
            assert_eq!(bits(forth.low()), bits(return_way.high().map(|high| -high)));
            assert_eq!(bits(forth.half_width), bits(return_way.half_width));
            assert_eq!(bits(there.correlation), bits(back.correlation));
            assert_eq!(bits(there.variance_ratio), bits(back.variance_ratio));
        }

        #[test]
        fn a_scenario_does_not_differ_from_itself(
            numbers in vec((-1e6..1e6f64, 1..5u8), 2..20),
        ) {
            let observations: Vec<_> = numbers.iter().map(|&(numerator, denominator)| Observation {
                numerator,
                denominator: f64::from(denominator),
            }).collect();
            let paired = paired_difference(&observations, &observations, Level::NINETY_FIVE);
            assert_eq!(paired.difference.mean, Some(0.0));
            assert_eq!((paired.difference.low(), paired.difference.high()), (Some(0.0), Some(0.0)));
        }
    }
}
