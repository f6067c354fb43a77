//! Values of a lever played until it is known whether a target holds.

use std::collections::BTreeMap;

use crate::experiment::planning::{Ladder, PlannedTarget};
use crate::experiment::runs::{RunError, Settings, Watch, some_replications};
use crate::office::{Figure, Plan};
use crate::scenario::Bound;
use crate::statistics::{
    Estimate, Level, Observation, SequentialTest, Side, Standard, estimate, paired_difference,
};

/// Whether a target holds at a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Holds,
    Fails,
    /// Not told, for it was not asked or the replications did not suffice.
    NotDecided,
}

/// Replications from which a test takes the variance.
const FIRST_STAGE: u64 = 20;

/// Plays values of a ladder as far as they are asked about.
pub struct Prober<'a> {
    ladder: &'a Ladder,
    figures: Vec<Figure>,
    standards: Vec<Standard>,
    bounds: Vec<Bound>,
    settings: Settings,
    watch: &'a dyn Watch,
    points: BTreeMap<usize, Point>,
}

/// A value that is played.
struct Point {
    plan: Plan,
    tests: Vec<SequentialTest>,
    /// By target, one a replication.
    observations: Vec<Vec<Observation>>,
}

impl Point {
    fn played(&self) -> u64 {
        self.observations.first().map_or(0, |of| of.len() as u64)
    }
}

impl<'a> Prober<'a> {
    /// Has played nothing.
    pub fn new(
        ladder: &'a Ladder,
        targets: &[PlannedTarget],
        (settings, watch): (Settings, &'a dyn Watch),
    ) -> Prober<'a> {
        let standard = |of: &PlannedTarget| Standard {
            value: of.target.bound.value(),
            indifference: of.tolerance,
            level: Level::NINETY_FIVE,
            first_stage: FIRST_STAGE as usize,
        };
        Prober {
            ladder,
            figures: targets.iter().map(|of| of.figure.clone()).collect(),
            standards: targets.iter().map(standard).collect(),
            bounds: targets.iter().map(|of| of.target.bound).collect(),
            settings,
            watch,
            points: BTreeMap::new(),
        }
    }

    /// How many values there are.
    pub fn values(&self) -> usize {
        self.ladder.scenarios.len()
    }

    /// Values that were played, in their order.
    pub fn tried(&self) -> Vec<usize> {
        self.points.keys().copied().collect()
    }

    /// Replications of a value.
    pub fn replications(&self, value: usize) -> u64 {
        self.points.get(&value).map_or(0, Point::played)
    }

    /// From here on each verdict is to be right with such a probability. What was played is used
    /// again.
    pub fn promise(&mut self, level: Level) {
        self.standards.iter_mut().for_each(|standard| standard.level = level);
        for point in self.points.values_mut() {
            point.tests = self.standards.iter().map(|of| SequentialTest::new(*of)).collect();
            for (test, observations) in point.tests.iter_mut().zip(&point.observations) {
                observations.iter().for_each(|one| test.add(*one));
            }
        }
    }

    /// Whether a target holds at a value, with so many replications at most.
    ///
    /// # Errors
    /// If applicants and outcomes of a replication do not add up, or threads cannot be had.
    pub fn ask(&mut self, value: usize, target: usize, at_most: u64) -> Result<Answer, RunError> {
        loop {
            let answer = self.answer(value, target);
            let played = self.replications(value);
            if answer != Answer::NotDecided || at_most <= played {
                return Ok(answer);
            }
            // A quarter more each time: few rounds, and little that is played in vain.
            let more = FIRST_STAGE.max(played / 4).min(at_most - played);
            self.play(value, more)?;
        }
    }

    /// The verdict as far as it is known.
    pub fn answer(&self, value: usize, target: usize) -> Answer {
        let Some(point) = self.points.get(&value) else { return Answer::NotDecided };
        match (point.tests[target].side(), self.bounds[target]) {
            (None, _) => Answer::NotDecided,
            (Some(Side::On), _)
            | (Some(Side::Above), Bound::AtLeast(_))
            | (Some(Side::Below), Bound::AtMost(_)) => Answer::Holds,
            (Some(Side::Above), Bound::AtMost(_)) | (Some(Side::Below), Bound::AtLeast(_)) => {
                Answer::Fails
            }
        }
    }

    fn play(&mut self, value: usize, more: u64) -> Result<(), RunError> {
        let standards = &self.standards;
        let scenario = &self.ladder.scenarios[value];
        let point = self.points.entry(value).or_insert_with(|| Point {
            plan: Plan::new(scenario.clone()),
            tests: standards.iter().map(|of| SequentialTest::new(*of)).collect(),
            observations: vec![Vec::new(); standards.len()],
        });
        let from = point.played();
        self.watch.more(more);
        let plans = std::slice::from_ref(&point.plan);
        let range = from..from + more;
        let figures = std::slice::from_ref(&self.figures);
        let how = (std::slice::from_ref(&range), self.settings, self.watch);
        let played = some_replications(plans, figures, how, |_, run| run.observations)?;
        for observations in played.into_iter().flatten() {
            for (target, one) in observations.into_iter().enumerate() {
                point.tests[target].add(one);
                point.observations[target].push(one);
            }
        }
        Ok(())
    }

    /// What the replications of a value say of a target.
    pub fn estimate(&self, value: usize, target: usize, level: Level) -> Estimate {
        let observations = self.points.get(&value).map(|point| &point.observations[target][..]);
        estimate(observations.unwrap_or_default(), level)
    }

    /// How much higher a figure is at one value than at another, on the applicants of both.
    pub fn difference(
        &self,
        (base, other): (usize, usize),
        target: usize,
        level: Level,
    ) -> Estimate {
        let of = |value: usize| {
            let point = self.points.get(&value);
            point.map_or(&[][..], |point| point.observations[target].as_slice())
        };
        let shared = of(base).len().min(of(other).len());
        paired_difference(&of(base)[..shared], &of(other)[..shared], level).difference
    }
}
