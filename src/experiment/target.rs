//! Targets of a scenario, held against what its replications say.

use crate::experiment::result::FigureResult;
use crate::office::Unit;
use crate::scenario::{Bound, Target};
use crate::statistics::{Estimate, Level, estimate};

/// What the replications say of a target.
#[derive(Clone, Debug)]
pub struct Judgement {
    pub target: Target,
    /// Place of the figure among those of the result.
    pub figure: usize,
    /// Its interval holds on each side with the confidence of the target.
    pub estimate: Estimate,
    pub verdict: TargetVerdict,
}

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetVerdict {
    Met,
    Missed,
    /// The bound lies within the interval: more replications would decide.
    NotDecided,
}

impl TargetVerdict {
    /// Of an estimate whose interval holds on each side with the confidence wanted.
    pub fn of(estimate: &Estimate, bound: Bound) -> TargetVerdict {
        let (low, high) = match (estimate.low(), estimate.high()) {
            (Some(low), Some(high)) => (low, high),
            _ => return TargetVerdict::NotDecided,
        };
        match (bound.holds(low), bound.holds(high)) {
            (true, true) => TargetVerdict::Met,
            (false, false) => TargetVerdict::Missed,
            _ => TargetVerdict::NotDecided,
        }
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            TargetVerdict::Met => "met",
            TargetVerdict::Missed => "missed",
            TargetVerdict::NotDecided => "not decided by these replications",
        }
    }
}

/// The level of a two-sided interval that leaves out so much on one side only: a bound with a
/// confidence of 95 % is an end of an interval of 90 %.
pub fn one_sided(confidence: f64) -> Level {
    Level::new(2.0 * confidence - 1.0).unwrap_or(Level::NINETY_FIVE)
}

/// A share that nobody would call another.
const SHARE: f64 = 0.005;
/// The same for other units, as a part of the bound; and what holds where that is 0.
const PART: f64 = 0.02;
const LEAST: f64 = 0.01;

/// So close to the bound of a target either verdict will do for a plan, in the unit of the figure.
pub fn plan_tolerance(target: &Target, unit: Unit) -> f64 {
    let part = target.bound.value().abs() * PART;
    let usual = match unit {
        Unit::Share => SHARE,
        _ if 0.0 < part => part,
        _ => LEAST,
    };
    target.tolerance.unwrap_or(usual)
}

/// All targets of a scenario, in their order, each for itself.
pub fn judge(targets: &[Target], figures: &[FigureResult]) -> Vec<Judgement> {
    let of = |target: &Target| {
        let named = |of: &FigureResult| of.figure.is_named(&target.measure, target.of.as_deref());
        let figure = figures.iter().position(named)?;
        let estimate = estimate(&figures[figure].observations, one_sided(target.confidence));
        let verdict = TargetVerdict::of(&estimate, target.bound);
        Some(Judgement { target: target.clone(), figure, estimate, verdict })
    };
    targets.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{TargetVerdict, one_sided};
    use crate::scenario::Bound;
    use crate::statistics::{Observation, estimate};

    fn verdict(values: &[f64], bound: Bound) -> TargetVerdict {
        let observations: Vec<_> = values.iter().copied().map(Observation::value).collect();
        TargetVerdict::of(&estimate(&observations, one_sided(0.95)), bound)
    }

    #[test]
    fn a_bound_outside_the_interval_decides() {
        let values = [9.0, 10.0, 11.0, 10.0];
        assert_eq!(verdict(&values, Bound::AtLeast(8.0)), TargetVerdict::Met);
        assert_eq!(verdict(&values, Bound::AtLeast(12.0)), TargetVerdict::Missed);
        assert_eq!(verdict(&values, Bound::AtLeast(10.1)), TargetVerdict::NotDecided);
        assert_eq!(verdict(&values, Bound::AtMost(8.0)), TargetVerdict::Missed);
        assert_eq!(verdict(&values, Bound::AtMost(12.0)), TargetVerdict::Met);
    }

    #[test]
    fn what_never_varies_is_decided_at_the_bound_itself() {
        assert_eq!(verdict(&[1.0, 1.0], Bound::AtLeast(1.0)), TargetVerdict::Met);
        assert_eq!(verdict(&[1.0, 1.0], Bound::AtMost(1.0)), TargetVerdict::Met);
    }

    #[test]
    fn one_replication_decides_nothing() {
        assert_eq!(verdict(&[1.0], Bound::AtLeast(0.0)), TargetVerdict::NotDecided);
    }

    /// t(3) at one side of 95 % is 2.353: 10 - 2.353 x 0.8165 / 2 = 9.0394.
    #[test]
    fn the_confidence_is_that_of_one_side() {
        let values = [9.0, 10.0, 11.0, 10.0];
        assert_eq!(verdict(&values, Bound::AtLeast(9.039)), TargetVerdict::Met);
        assert_eq!(verdict(&values, Bound::AtLeast(9.040)), TargetVerdict::NotDecided);
    }
}
