//! Replicating until figures are precise: which of the replications, in their order, are enough.
//!
//! Decisions rest on the first replications in their order alone. How many are played at a time
//! does not matter, and what was played beyond the last that is wanted is dropped, so that the
//! results are the same on any number of threads.

use std::iter::successors;

use crate::experiment::compare::FigureDifference;
use crate::experiment::result::FigureResult;
use crate::office::{Figure, Plan, Replication};
use crate::scenario::{PrecisionGoal, UntilPrecise};
use crate::statistics::{Estimate, Level, Observation, Precision, estimate, paired_difference};

/// How precise a figure or a difference was to be, and how precise it is.
#[derive(Clone, Debug)]
pub struct Attained {
    pub figure: Figure,
    pub within: Precision,
    pub estimate: Estimate,
}

impl Attained {
    /// Whether the interval is narrow enough.
    pub fn is_reached(&self) -> bool {
        self.within.is_reached(&self.estimate)
    }
}

/// What a scenario's figures are of the precision wanted.
pub fn attained(plan: &Plan, figures: &[FigureResult]) -> Vec<Attained> {
    let of = |goal: &PrecisionGoal| {
        let of = figures.iter().find(|of| is_of(&of.figure, goal))?;
        Some(Attained { figure: of.figure.clone(), within: goal.within, estimate: of.estimate })
    };
    goals(plan).iter().filter_map(of).collect()
}

/// The same of differences from a base, which are to be as precise as an absolute precision says.
pub fn attained_differences(base: &Plan, differences: &[FigureDifference]) -> Vec<Attained> {
    let of = |goal: &&PrecisionGoal| {
        let of = differences.iter().find(|of| is_of(&of.figure, goal))?;
        let estimate = of.paired.difference;
        Some(Attained { figure: of.figure.clone(), within: goal.within, estimate })
    };
    goals(base).iter().filter(|goal| is_absolute(goal)).filter_map(|goal| of(&goal)).collect()
}

fn goals(plan: &Plan) -> &[PrecisionGoal] {
    plan.scenario.run.precision.as_ref().map_or(&[], |precision| &precision.goals)
}

fn is_of(figure: &Figure, goal: &PrecisionGoal) -> bool {
    figure.is_named(&goal.measure, goal.of.as_deref())
}

fn is_absolute(goal: &PrecisionGoal) -> bool {
    matches!(goal.within, Precision::Absolute(_))
}

/// What is watched while scenarios are played: their figures, and those of all against the first.
#[derive(Debug)]
pub struct Watched {
    at_least: usize,
    level: Level,
    aims: Vec<Aim>,
    /// Replications after which it was looked, and all were not reached.
    looked: usize,
}

/// A figure of a plan, or its difference from that of the first plan.
#[derive(Debug)]
struct Aim {
    within: Precision,
    /// The plan, and the place of the figure in it.
    of: (usize, usize),
    /// The place of the figure in the first plan that is subtracted.
    less: Option<usize>,
}

impl Watched {
    /// What is to be watched in plans that have the same number of replications, with their figures
    /// by plan; none where nothing ends them before their number.
    pub fn new(plans: &[Plan], figures: &[Vec<Figure>], level: Level) -> Option<Watched> {
        let UntilPrecise { at_least, .. } = plans.first()?.scenario.run.precision.as_ref()?;
        let place = |plan: usize, goal: &PrecisionGoal| {
            figures[plan].iter().position(|figure| is_of(figure, goal))
        };
        let mut aims = Vec::new();
        for (index, plan) in plans.iter().enumerate() {
            for goal in goals(plan) {
                let Some(figure) = place(index, goal) else { continue };
                let aim = |less| Aim { within: goal.within, of: (index, figure), less };
                aims.push(aim(None));
                let base = place(0, goal).filter(|_| 0 < index && is_absolute(goal));
                aims.extend(base.map(|base| aim(Some(base))));
            }
        }
        Some(Watched { at_least: *at_least as usize, level, aims, looked: 0 })
    }

    /// The least number of the replications, by plan, after which all is precise enough.
    pub fn enough(&mut self, runs: &[Vec<Replication>]) -> Option<usize> {
        let played = runs.iter().map(Vec::len).min().unwrap_or(0);
        let looked = self.looked;
        self.looked = played;
        let series: Vec<Series> = self.aims.iter().map(|aim| aim.series(runs, played)).collect();
        looks(self.at_least)
            .skip_while(|number| *number <= looked)
            .take_while(|number| *number <= played)
            .find(|number| self.is_precise(&series, *number))
    }

    fn is_precise(&self, series: &[Series], number: usize) -> bool {
        self.aims.iter().zip(series).all(|(aim, series)| {
            let estimate = series.estimate(number, self.level);
            self.at_least <= estimate.replications && aim.within.is_reached(&estimate)
        })
    }

    /// How many replications will probably be enough, by what the intervals are now: they narrow
    /// with the root of the number. Never more than twice as many, for the first say little.
    pub fn guess(&self, runs: &[Vec<Replication>]) -> usize {
        let played = runs.iter().map(Vec::len).min().unwrap_or(0);
        let wanted = self.aims.iter().map(|aim| {
            let estimate = aim.series(runs, played).estimate(played, self.level);
            let times = aim.within.times_too_wide(&estimate).unwrap_or(f64::INFINITY);
            (played as f64 * times * times).min(2.0 * played as f64)
        });
        let wanted = wanted.fold(0.0, f64::max) as usize;
        wanted.max(played + played / 10 + FEWEST)
    }
}

/// Replications that are played more at least: fewer are not worth the start.
const FEWEST: usize = 8;
/// One replication in so many is the distance between looks, once there are more.
const LOOKS: usize = 100;

/// The numbers of replications after which it is looked: each at first, then one in a hundred.
fn looks(at_least: usize) -> impl Iterator<Item = usize> {
    successors(Some(at_least.max(2)), |number| Some(number + (number / LOOKS).max(1)))
}

/// The observations of an aim, in the order of the replications.
struct Series {
    of: Vec<Observation>,
    less: Option<Vec<Observation>>,
}

impl Aim {
    fn series(&self, runs: &[Vec<Replication>], played: usize) -> Series {
        let of = |plan: usize, figure: usize| {
            runs[plan][..played].iter().map(|run| run.observations[figure]).collect()
        };
        Series { of: of(self.of.0, self.of.1), less: self.less.map(|figure| of(0, figure)) }
    }
}

impl Series {
    /// What the first so many replications say.
    fn estimate(&self, number: usize, level: Level) -> Estimate {
        match &self.less {
            None => estimate(&self.of[..number], level),
            Some(base) => paired_difference(&base[..number], &self.of[..number], level).difference,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::looks;

    #[test]
    fn it_is_looked_after_each_of_the_first_two_hundred() {
        let numbers: Vec<usize> = looks(10).take_while(|number| *number <= 206).collect();
        let expected: Vec<usize> = (10..=200).chain([202, 204, 206]).collect();
        assert_eq!(numbers, expected);
        assert_eq!(looks(1).next(), Some(2));
    }
}
