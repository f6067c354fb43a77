//! What one replication contributes to a figure.

use crate::statistics::finite;

/// A sum and what it is shared among, such as the waits of all applicants and their number; a plain
/// value has denominator 1. Denominators are not negative; with 0 the replication has nothing to
/// say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The sum, in the unit of the figure.
    pub numerator: f64,
    /// How many shares the sum has; 0 for nothing to say.
    pub denominator: f64,
}

impl Observation {
    /// A replication whose figure is `value`.
    pub fn value(value: f64) -> Self {
        Observation { numerator: value, denominator: 1.0 }
    }

    /// A replication with nothing to say.
    pub fn none() -> Self {
        Observation { numerator: 0.0, denominator: 0.0 }
    }

    /// The figure of this replication alone; none if it has nothing to say.
    pub fn ratio(&self) -> Option<f64> {
        self.speaks().then(|| self.numerator / self.denominator).and_then(finite)
    }

    /// Whether the replication has something to say.
    pub(super) fn speaks(&self) -> bool {
        0.0 < self.denominator
    }
}

/// For each observation a value such that their plain mean is the ratio of all numerators to all
/// denominators, and their t interval is the delta-method interval of that ratio; none for an
/// observation with nothing to say.
///
/// With ratio `r` and mean denominator `d` it is `r + (numerator - r * denominator) / d` (Law,
/// *Simulation Modeling and Analysis*, ratio estimators; Cochran, *Sampling Techniques*, 6.3). With
/// equal denominators it is exactly the own ratio of the observation.
pub fn pseudo_values(observations: &[Observation]) -> Vec<Option<f64>> {
    let speaking = || observations.iter().filter(|observation| observation.speaks());
    // Plain sums: counts add up exactly, so that a share of all is exactly 1.
    let total: f64 = speaking().map(|observation| observation.numerator).sum();
    let whole: f64 = speaking().map(|observation| observation.denominator).sum();
    let (ratio, mean) = (total / whole, whole / speaking().count() as f64);
    let first = speaking().next().map_or(1.0, |observation| observation.denominator);
    let equal = speaking().all(|observation| observation.denominator == first);
    let pseudo_value = |observation: &Observation| {
        let Observation { numerator, denominator } = *observation;
        if equal {
            numerator / denominator
        } else {
            ratio + (numerator - ratio * denominator) / mean
        }
    };
    let spoken =
        |observation: &Observation| observation.speaks().then(|| pseudo_value(observation));
    observations.iter().map(spoken).collect()
}

#[cfg(test)]
mod tests {
    use super::{Observation, pseudo_values};

    fn over(numerator: f64, denominator: f64) -> Observation {
        Observation { numerator, denominator }
    }

    #[test]
    fn a_share_of_all_is_exactly_one_in_every_replication() {
        let all: Vec<Observation> =
            (0..100).map(|number| 13_261.0 + 7.0 * f64::from(number)).map(|n| over(n, n)).collect();
        assert!(pseudo_values(&all).iter().all(|value| *value == Some(1.0)));
    }

    #[test]
    fn a_ratio_needs_a_denominator() {
        assert_eq!(over(6.0, 4.0).ratio(), Some(1.5));
        assert_eq!(Observation::value(-2.5).ratio(), Some(-2.5));
        assert_eq!(Observation::none().ratio(), None);
        assert_eq!(over(3.0, f64::NAN).ratio(), None);
        assert_eq!(over(f64::MAX, 0.5).ratio(), None);
    }

    #[test]
    fn silence_stays_in_its_place() {
        let values = pseudo_values(&[Observation::value(2.0), Observation::none(), over(5.0, 1.0)]);
        assert_eq!(values, [Some(2.0), None, Some(5.0)]);
        assert_eq!(pseudo_values(&[Observation::none()]), [None]);
        assert_eq!(pseudo_values(&[]), []);
    }

    #[test]
    fn pseudo_values_by_hand() {
        // Ratio 12 / 4 = 3, mean denominator 2: 3 + (2 - 3) / 2 and 3 + (10 - 9) / 2.
        assert_eq!(pseudo_values(&[over(2.0, 1.0), over(10.0, 3.0)]), [Some(2.5), Some(3.5)]);
    }

    #[test]
    fn equal_denominators_give_the_own_ratio_exactly() {
        let observations = [over(0.3, 3.0), over(0.7, 3.0), over(1e9, 3.0)];
        let own: Vec<_> = observations.iter().map(Observation::ratio).collect();
        assert_eq!(pseudo_values(&observations), own);
    }
}
