//! Plans: the value of a lever that reaches all targets, found with as few replications as that
//! takes.
//!
//! Values are tried on the same applicants. Whether a target holds at a value is a sequential test
//! against its bound (`statistics::SequentialTest`); where verdicts change from one end of the
//! values to the other, the change is found by halving. That takes responses to be monotone, which
//! is checked on all values tried; where they are not, every value is tested.

mod probe;
mod search;

use crate::experiment::runs::{RunError, Settings, Watch};
use crate::experiment::target::plan_tolerance;
use crate::office::{Figure, Plan, figures};
use crate::scenario::{Prefer, Scenario, Target};
use crate::statistics::{Estimate, Level};

pub use probe::Answer;
pub use search::Reach;

use probe::Prober;
use search::Search;

/// How sure a plan is to be, and what it may cost.
#[derive(Clone, Copy, Debug)]
pub struct PlanRules {
    /// Probability that all verdicts are right, together, where no figure lies within the
    /// tolerance of its bound.
    pub confidence: Level,
    /// Replications of each value at most.
    pub at_most: u64,
    pub prefer: Prefer,
}

/// Scenarios that differ in one key only, in the order of its values.
#[derive(Debug)]
pub struct Ladder {
    pub scenarios: Vec<Scenario>,
    /// The value that the scenario itself has, if it is among them.
    pub today: Option<usize>,
}

/// What was found of a ladder.
#[derive(Clone, Debug)]
pub struct PlanResult {
    pub targets: Vec<PlannedTarget>,
    /// All values that were tried, in their order.
    pub tried: Vec<Tried>,
    /// The preferred of the values that reach all targets.
    pub chosen: Option<usize>,
    /// Whether every response is monotone, as far as it was seen; else all values were tested.
    pub monotone: bool,
}

/// A target of a plan, and which values reach it.
#[derive(Clone, Debug)]
pub struct PlannedTarget {
    pub target: Target,
    pub figure: Figure,
    /// So close to the bound either verdict will do, in the unit of the figure.
    pub tolerance: f64,
    pub reach: Reach,
}

/// A value that was tried.
#[derive(Clone, Debug)]
pub struct Tried {
    /// Its place among the values.
    pub value: usize,
    pub replications: u64,
    /// By target: the verdict, if one was reached, and the interval, which holds for all values
    /// tried and all targets at once.
    pub found: Vec<(Answer, Estimate)>,
}

impl Tried {
    /// Whether all targets hold.
    pub fn reaches_all(&self) -> bool {
        self.found.iter().all(|(answer, _)| *answer == Answer::Holds)
    }
}

/// Finds the preferred value of a ladder that reaches all targets of its scenarios.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn find_value(
    ladder: &Ladder,
    rules: PlanRules,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<PlanResult, RunError> {
    let targets = targets(&ladder.scenarios[0]);
    let prober = Prober::new(ladder, &targets, (settings, watch));
    Search { prober, targets, ladder, rules }.run()
}

/// The targets of a scenario with their figures; names were checked when it was loaded.
fn targets(scenario: &Scenario) -> Vec<PlannedTarget> {
    let there = figures(&Plan::new(scenario.clone()));
    let of = |target: &Target| {
        let named = |figure: &&Figure| figure.is_named(&target.measure, target.of.as_deref());
        let figure = there.iter().find(named)?.clone();
        let tolerance = plan_tolerance(target, figure.measure.unit);
        Some(PlannedTarget { target: target.clone(), figure, tolerance, reach: Reach::Nothing })
    };
    scenario.references.targets.iter().filter_map(of).collect()
}
