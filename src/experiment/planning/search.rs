//! Finding where along a lever the verdicts on targets change.

use crate::experiment::planning::probe::{Answer, Prober};
use crate::experiment::planning::{Ladder, PlanResult, PlanRules, PlannedTarget, Tried};
use crate::experiment::runs::RunError;
use crate::scenario::Prefer;

/// Which values of a lever reach a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    Everything,
    /// None of them.
    Nothing,
    /// Those up to a place, which included.
    UpTo(usize),
    /// Those from a place on, which included.
    From(usize),
    /// These, tested one by one.
    Some(Vec<usize>),
}

/// A search along a ladder.
pub struct Search<'a> {
    pub prober: Prober<'a>,
    pub targets: Vec<PlannedTarget>,
    pub ladder: &'a Ladder,
    pub rules: PlanRules,
}

/// Values that are asked about beside those of the halving: the chosen one, its neighbours, today's
/// and the one in the middle.
const OTHERS: u32 = 5;

impl Reach {
    /// Whether a value is among them.
    pub fn has(&self, value: usize) -> bool {
        match self {
            Reach::Everything => true,
            Reach::Nothing => false,
            Reach::UpTo(last) => value <= *last,
            Reach::From(first) => *first <= value,
            Reach::Some(values) => values.contains(&value),
        }
    }
}

impl Search<'_> {
    /// Searches, and puts together what was found.
    ///
    /// # Errors
    /// If applicants and outcomes of a replication do not add up, or threads cannot be had.
    pub fn run(mut self) -> Result<PlanResult, RunError> {
        // Half of the error is left for testing all values, should responses not be monotone.
        let halvings = usize::BITS - self.prober.values().leading_zeros();
        // What is tried for one target is told of all.
        let tried = self.targets.len() as u32 * (halvings + 2) + OTHERS;
        self.promise(tried as usize);
        for target in 0..self.targets.len() {
            self.targets[target].reach = self.reach(target)?;
        }
        self.look_around()?;
        let monotone = self.is_monotone();
        if !monotone {
            self.promise(self.prober.values());
            for target in 0..self.targets.len() {
                self.targets[target].reach = self.test_all(target)?;
            }
        }
        Ok(PlanResult {
            tried: self.tried(),
            chosen: self.chosen(),
            monotone,
            targets: self.targets,
        })
    }

    /// Each of so many verdicts on each target may be wrong by its part of half of the error.
    fn promise(&mut self, verdicts: usize) {
        let tests = verdicts * self.targets.len();
        self.prober.promise(self.rules.confidence.of_each(2 * tests));
    }

    /// Whether a target holds at a value; what is not decided counts as a failure.
    fn holds(&mut self, value: usize, target: usize) -> Result<bool, RunError> {
        Ok(self.prober.ask(value, target, self.rules.at_most)? == Answer::Holds)
    }

    /// Which values reach a target, by the ends and by halving.
    fn reach(&mut self, target: usize) -> Result<Reach, RunError> {
        let last = self.prober.values() - 1;
        match (self.holds(0, target)?, self.holds(last, target)?) {
            (true, true) => Ok(Reach::Everything),
            (false, false) => Ok(Reach::Nothing),
            (first, _) => {
                let (mut low, mut high) = (0, last);
                while low + 1 < high {
                    let middle = low.midpoint(high);
                    match self.holds(middle, target)? == first {
                        true => low = middle,
                        false => high = middle,
                    }
                }
                Ok(if first { Reach::UpTo(low) } else { Reach::From(high) })
            }
        }
    }

    /// Tests what the answer is told with: the chosen value, its neighbours and today's on all
    /// targets; and the middle of values that are all alike at their ends.
    fn look_around(&mut self) -> Result<(), RunError> {
        let values = self.prober.values();
        let near = self.chosen().into_iter().flat_map(|chosen| {
            let before = chosen.checked_sub(1);
            [before, Some(chosen), Some(chosen + 1).filter(|after| *after < values)]
        });
        let shown = near.flatten().chain(self.ladder.today);
        for value in shown.collect::<Vec<usize>>() {
            for target in 0..self.targets.len() {
                self.prober.ask(value, target, self.rules.at_most)?;
            }
        }
        for target in 0..self.targets.len() {
            if matches!(self.targets[target].reach, Reach::Everything | Reach::Nothing) {
                self.prober.ask((values - 1) / 2, target, self.rules.at_most)?;
            }
        }
        Ok(())
    }

    /// Whether all verdicts, and all figures along the values tried, go one way only, as far as
    /// they can be told apart.
    fn is_monotone(&self) -> bool {
        let tried = self.prober.tried();
        let pairs = tried.len().saturating_sub(1) * self.targets.len();
        let level = self.rules.confidence.of_each(pairs);
        (0..self.targets.len()).all(|target| {
            let of = &self.targets[target];
            let agrees = |value: &usize| match self.prober.answer(*value, target) {
                Answer::NotDecided => true,
                answer => (answer == Answer::Holds) == of.reach.has(*value),
            };
            let change = |pair: &[usize]| {
                let change = self.prober.difference((pair[0], pair[1]), target, level);
                match (change.low(), change.high()) {
                    (Some(low), _) if of.tolerance < low => 1,
                    (_, Some(high)) if high < -of.tolerance => -1,
                    _ => 0,
                }
            };
            let changes: Vec<i32> = tried.windows(2).map(change).collect();
            let both_ways = changes.contains(&1) && changes.contains(&-1);
            !both_ways && tried.iter().all(agrees)
        })
    }

    fn test_all(&mut self, target: usize) -> Result<Reach, RunError> {
        let mut reached = Vec::new();
        for value in 0..self.prober.values() {
            if self.holds(value, target)? {
                reached.push(value);
            }
        }
        Ok(match reached.len() {
            0 => Reach::Nothing,
            all if all == self.prober.values() => Reach::Everything,
            _ => Reach::Some(reached),
        })
    }

    /// The preferred of the values that reach all targets.
    fn chosen(&self) -> Option<usize> {
        let reaches = |value: &usize| self.targets.iter().all(|of| of.reach.has(*value));
        let mut values = (0..self.prober.values()).filter(reaches);
        match self.rules.prefer {
            Prefer::Largest => values.next_back(),
            Prefer::Smallest => values.next(),
        }
    }

    fn tried(&self) -> Vec<Tried> {
        let tried = self.prober.tried();
        let level = self.rules.confidence.of_each(tried.len() * self.targets.len());
        let found = |value: usize| {
            let of = |target: usize| {
                let estimate = self.prober.estimate(value, target, level);
                (self.prober.answer(value, target), estimate)
            };
            (0..self.targets.len()).map(of).collect()
        };
        let one = |value: usize| Tried {
            value,
            replications: self.prober.replications(value),
            found: found(value),
        };
        tried.into_iter().map(one).collect()
    }
}
