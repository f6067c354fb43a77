//! Replicating until the figures are precise enough.

use crate::statistics::{Estimate, Level, Observation, estimate, finite};

/// How precise a mean is to be: how far its interval may reach to either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Precision {
    /// So far as a share of the true mean, such as 0.05; for means that are far from 0.
    Relative(f64),
    /// So far in the unit of the figure; for differences, shares near 0 or 1, and means near 0.
    Absolute(f64),
}

impl Precision {
    /// Whether the interval is narrow enough; not without an interval.
    ///
    /// Relative to the true mean an error `g` is reached once `half-width / |mean|` is at most
    /// `g / (1 + g)`, for only the estimated mean is known (Law, *Simulation Modeling and
    /// Analysis*, 9.4.1). The sign of the mean does not matter; a mean of 0 is reached only by an
    /// interval of width 0.
    pub fn is_reached(self, estimate: &Estimate) -> bool {
        let width = self.half_width(estimate);
        estimate.half_width.zip(width).is_some_and(|(half_width, width)| half_width <= width)
    }

    /// The half-width that is narrow enough, in the unit of the figure; none without a mean.
    pub fn half_width(self, estimate: &Estimate) -> Option<f64> {
        match self {
            Precision::Relative(share) => Some(share / (1.0 + share) * estimate.mean?.abs()),
            Precision::Absolute(width) => estimate.mean.map(|_| width),
        }
    }

    /// How many times wider the interval is than it should be; none without an interval, or where
    /// it should have no width.
    pub fn times_too_wide(self, estimate: &Estimate) -> Option<f64> {
        finite(estimate.half_width? / self.half_width(estimate)?)
    }
}

/// How long precision must last before it is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookAhead {
    /// The first replication that reaches it is the last (Law).
    None,
    /// Five replications more, or 5 in 100 of them once there are more than 100 (Hoad, Robinson &
    /// Davies 2010, *Automated selection of the number of replications*).
    Hoad,
}

impl LookAhead {
    /// How many replications more must be as precise, after so many.
    fn replications(self, after: usize) -> usize {
        match self {
            LookAhead::None => 0,
            LookAhead::Hoad if after <= 100 => 5,
            LookAhead::Hoad => 5 * after / 100,
        }
    }
}

/// When to stop, whatever the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoppingRule {
    /// The level of each interval; of several intervals all hold at once at [`Level::of_each`].
    pub level: Level,
    /// No stop before so many replications in which each figure has something to say; 2 at least
    /// in effect. With 10 and more the intervals lose little by the stopping.
    pub minimum: usize,
    /// A stop after so many replications, precise or not.
    pub maximum: usize,
    /// How long precision must last.
    pub look_ahead: LookAhead,
}

/// Figures that are watched, replication by replication, until all are precise enough.
///
/// What it says depends on the replications in their order alone, not on how many are added between
/// two looks at it.
#[derive(Clone, Debug)]
pub struct Sequential {
    goals: Vec<Precision>,
    rule: StoppingRule,
    /// By goal, then by replication.
    observations: Vec<Vec<Observation>>,
    replications: usize,
    /// The first replication from which all have been precise ever since.
    precise_since: Option<usize>,
    stopped_at: Option<usize>,
}

impl Sequential {
    /// Nothing seen yet; as many figures as goals.
    pub fn new(goals: Vec<Precision>, rule: StoppingRule) -> Self {
        let observations = vec![Vec::new(); goals.len()];
        Sequential {
            goals,
            rule,
            observations,
            replications: 0,
            precise_since: None,
            stopped_at: None,
        }
    }

    /// Adds the next replication, an observation for each goal in their order; once over, nothing.
    pub fn add(&mut self, replication: &[Observation]) {
        if self.is_over() {
            return;
        }
        self.replications += 1;
        for (seen, observation) in self.observations.iter_mut().zip(replication) {
            seen.push(*observation);
        }
        self.precise_since = self.is_precise().then(|| self.first_precise());
        self.stopped_at = self
            .precise_since
            .filter(|since| since + self.rule.look_ahead.replications(*since) <= self.replications);
    }

    fn first_precise(&self) -> usize {
        self.precise_since.unwrap_or(self.replications)
    }

    fn is_precise(&self) -> bool {
        let precise = |(goal, estimate): (&Precision, Estimate)| {
            self.rule.minimum <= estimate.replications && goal.is_reached(&estimate)
        };
        // The intervals are not worth their time before.
        self.rule.minimum <= self.replications
            && self.goals.iter().zip(self.estimates()).all(precise)
    }

    /// What the replications so far say of each figure.
    pub fn estimates(&self) -> impl Iterator<Item = Estimate> {
        self.observations.iter().map(|seen| estimate(seen, self.rule.level))
    }

    /// How many replications were added.
    pub fn replications(&self) -> usize {
        self.replications
    }

    /// The number of replications that is enough; none as long as it is not known, and for good if
    /// the greatest number is reached before.
    pub fn stopped_at(&self) -> Option<usize> {
        self.stopped_at
    }

    /// Whether no further replication is wanted.
    pub fn is_over(&self) -> bool {
        self.stopped_at.is_some() || self.rule.maximum <= self.replications
    }
}

#[cfg(test)]
mod tests {
    use super::{LookAhead, Precision, Sequential, StoppingRule};
    use crate::statistics::{Level, Observation};

    const RULE: StoppingRule = StoppingRule {
        level: Level::NINETY_FIVE,
        minimum: 3,
        maximum: 50,
        look_ahead: LookAhead::None,
    };

    fn played(goal: Precision, rule: StoppingRule, values: &[f64]) -> Sequential {
        let mut sequential = Sequential::new(vec![goal], rule);
        for value in values {
            sequential.add(&[Observation::value(*value)]);
        }
        sequential
    }

    /// Alternates about a mean, so that the interval narrows steadily.
    fn about(mean: f64) -> Vec<f64> {
        (0..60).map(|number| mean + [-1.0, 1.0][number % 2]).collect()
    }

    #[test]
    fn a_negative_mean_is_as_hard_as_a_positive_one() {
        let goal = Precision::Relative(0.05);
        let positive = played(goal, RULE, &about(10.0));
        assert!(positive.stopped_at().is_some_and(|at| 10 < at), "{positive:?}");
        let negative = played(goal, RULE, &about(-10.0));
        assert_eq!(negative.stopped_at(), positive.stopped_at());
    }

    #[test]
    fn a_mean_of_nothing_needs_an_absolute_precision() {
        let relative = played(Precision::Relative(0.1), RULE, &about(0.0));
        assert_eq!((relative.stopped_at(), relative.replications()), (None, 50));
        assert!(relative.is_over());
        let absolute = played(Precision::Absolute(0.5), RULE, &about(0.0));
        assert!(absolute.stopped_at().is_some_and(|at| at < 25), "{absolute:?}");
        let constant = played(Precision::Relative(0.1), RULE, &[0.0; 5]);
        assert_eq!(constant.stopped_at(), Some(3));
    }

    #[test]
    fn precision_that_does_not_last_is_forgotten() {
        let rule = StoppingRule { look_ahead: LookAhead::Hoad, ..RULE };
        let mut values = vec![1.0; 7];
        values.push(5.0);
        values.extend([1.0; 52]);
        let goal = Precision::Absolute(0.3);
        assert_eq!(played(goal, RULE, &values).stopped_at(), Some(3));
        let patient = played(goal, rule, &values);
        assert!(patient.stopped_at().is_some_and(|at| 8 < at), "{patient:?}");
        assert_eq!(patient.stopped_at().map(|at| at + 5), Some(patient.replications()));
        assert_eq!([100, 101, 240].map(|after| LookAhead::Hoad.replications(after)), [5, 5, 12]);
    }

    #[test]
    fn the_slowest_figure_decides() {
        let goals = vec![Precision::Absolute(2.0), Precision::Absolute(0.4)];
        let mut both = Sequential::new(goals, RULE);
        for value in about(0.0) {
            both.add(&[Observation::value(value), Observation::value(value)]);
        }
        let slow = played(Precision::Absolute(0.4), RULE, &about(0.0));
        assert_eq!(both.stopped_at(), slow.stopped_at());
        assert!(slow.stopped_at().is_some());
    }

    #[test]
    fn silent_replications_do_not_count() {
        let mut sequential = Sequential::new(vec![Precision::Absolute(9.0)], RULE);
        for _ in 0..4 {
            sequential.add(&[Observation::none()]);
            sequential.add(&[Observation::value(1.0)]);
        }
        assert_eq!(sequential.stopped_at(), Some(6));
    }
}
