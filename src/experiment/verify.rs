//! Scenarios held against what theory knows of them, with one retest.
//!
//! A figure that lies more than 3 standard errors from theory is played once more, with ten times
//! the replications and another seed, and fails only if it is 3.3 away again: of so many figures
//! some stray by chance, next to none does twice.

use crate::experiment::runs::{RunError, Settings, Watch, replications};
use crate::office::{Figure, Plan, figures};
use crate::scenario::{Known, Scenario};
use crate::statistics::{Estimate, Level, Observation, deviation, estimate};

/// Standard errors beyond which a figure is played once more.
pub const SUSPICIOUS: f64 = 3.0;
/// Standard errors beyond which a figure fails on the retest.
pub const WRONG: f64 = 3.3;
/// Replications of the retest for each of the first test.
pub const TIMES_MORE: u32 = 10;
/// What the seed of the retest is greater by.
const OTHER_LUCK: u64 = 1_000_003;

/// What was found of all cases.
#[derive(Debug)]
pub struct Verification {
    pub cases: Vec<Case>,
    /// Level of the intervals.
    pub level: Level,
}

/// A scenario with the figures that theory knows.
#[derive(Debug)]
pub struct Case {
    pub scenario: Scenario,
    pub checks: Vec<Check>,
}

/// An exact figure and what the simulation says of it.
#[derive(Debug)]
pub struct Check {
    pub known: Known,
    pub figure: Figure,
    pub first: Finding,
    /// What the retest says, if there was one.
    pub retest: Option<Finding>,
}

/// A simulated figure, and how many standard errors it lies from theory.
#[derive(Clone, Debug)]
pub struct Finding {
    pub estimate: Estimate,
    /// None if the simulation says nothing; infinite if it never varies and is another.
    pub deviation: Option<f64>,
}

/// Whether a figure agrees with theory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    Holds,
    HoldsOnRetest,
    Fails,
}

/// Plays all plans, and once more those with a figure that strays, and holds every figure that
/// theory knows against it.
///
/// # Errors
/// If applicants and outcomes do not add up, or threads cannot be had.
pub fn verify(
    plans: Vec<Plan>,
    settings: Settings,
    watch: &dyn Watch,
) -> Result<Verification, RunError> {
    let findings = findings(&plans, (settings, watch))?;
    let cases = plans.into_iter().zip(findings).map(|(plan, findings)| case(plan, findings));
    let mut cases: Vec<Case> = cases.collect();
    let strays: Vec<&mut Case> = cases.iter_mut().filter(|case| case.strays()).collect();
    let again: Vec<Plan> = strays.iter().map(|case| larger(&case.scenario)).collect();
    watch.more(again.iter().map(|plan| u64::from(plan.scenario.run.replications)).sum());
    let again = self::findings(&again, (settings, watch))?;
    for (case, findings) in strays.into_iter().zip(again) {
        let checks = case.checks.iter_mut().zip(findings);
        let strays = checks.filter(|(check, _)| check.first.is_beyond(SUSPICIOUS));
        strays.for_each(|(check, (_, finding))| check.retest = Some(finding));
    }
    Ok(Verification { cases, level: settings.level })
}

/// The findings on all known figures of all plans, in their order.
fn findings(
    plans: &[Plan],
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Vec<Vec<(Figure, Finding)>>, RunError> {
    let figures: Vec<Vec<Figure>> = plans.iter().map(known_figures).collect();
    let observations = replications(plans, &figures, (settings, watch), |_, run| run.observations)?;
    let of_plan = |((plan, figures), runs): ((&Plan, Vec<Figure>), Vec<Vec<Observation>>)| {
        let known = plan.scenario.references.known.iter();
        let found = figures.into_iter().zip(known).enumerate().map(|(index, (figure, known))| {
            let seen: Vec<Observation> = runs.iter().map(|run| run[index]).collect();
            (figure, Finding::new(known, estimate(&seen, settings.level)))
        });
        found.collect()
    };
    Ok(plans.iter().zip(figures).zip(observations).map(of_plan).collect())
}

/// The figures that theory knows, in its order; names were checked when the scenario was loaded.
fn known_figures(plan: &Plan) -> Vec<Figure> {
    let there = figures(plan);
    let of = |known: &Known| {
        let named = |figure: &&Figure| figure.is_named(&known.measure, known.of.as_deref());
        there.iter().find(named).expect("a scenario names only figures that it has").clone()
    };
    plan.scenario.references.known.iter().map(of).collect()
}

fn case(plan: Plan, findings: Vec<(Figure, Finding)>) -> Case {
    let known = plan.scenario.references.known.iter().cloned();
    let checks = known.zip(findings).map(|(known, (figure, first))| Check {
        known,
        figure,
        first,
        retest: None,
    });
    Case { checks: checks.collect(), scenario: plan.scenario }
}

/// The scenario with more and other luck.
fn larger(scenario: &Scenario) -> Plan {
    let mut scenario = scenario.clone();
    let run = &mut scenario.run;
    run.replications = run.replications.saturating_mul(TIMES_MORE);
    run.seed = run.seed.wrapping_add(OTHER_LUCK);
    Plan::new(scenario)
}

impl Verification {
    /// All checks of all cases.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.cases.iter().flat_map(|case| &case.checks)
    }

    /// Whether every figure agrees with theory.
    pub fn holds(&self) -> bool {
        self.checks().all(|check| check.agreement() != Agreement::Fails)
    }
}

impl Case {
    /// Whether a figure strays, so that the case is played once more.
    pub fn strays(&self) -> bool {
        self.checks.iter().any(|check| check.first.is_beyond(SUSPICIOUS))
    }
}

impl Check {
    /// The finding that decides: that of the retest, if there was one.
    pub fn decisive(&self) -> &Finding {
        self.retest.as_ref().unwrap_or(&self.first)
    }

    /// Whether the figure agrees with theory.
    pub fn agreement(&self) -> Agreement {
        match (self.first.is_beyond(SUSPICIOUS), &self.retest) {
            (false, _) => Agreement::Holds,
            (true, Some(retest)) if !retest.is_beyond(WRONG) => Agreement::HoldsOnRetest,
            (true, _) => Agreement::Fails,
        }
    }
}

impl Finding {
    fn new(known: &Known, estimate: Estimate) -> Finding {
        let tolerated = known.tolerance * known.value.abs();
        let deviation = deviation(&estimate, known.value, tolerated);
        Finding { estimate, deviation }
    }

    /// Whether it strays further than so many standard errors. What says nothing does.
    fn is_beyond(&self, bound: f64) -> bool {
        self.deviation.is_none_or(|deviation| bound < deviation.abs())
    }
}

impl Agreement {
    /// In words, for tables and files.
    pub fn name(self) -> &'static str {
        match self {
            Agreement::Holds => "holds",
            Agreement::HoldsOnRetest => "holds on retest",
            Agreement::Fails => "fails",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Check, Finding};
    use crate::office::{Plan, figures};
    use crate::scenario::{Known, Scenario};
    use crate::statistics::{Level, Observation, estimate};

    const OFFICE: &str = "channel = \"walk-in\"\nrun = { start = 2026-01-05, length = \"1 day\" }\n\
        office = { hours = \"always\" }\ndemand = { per_day = 1 }\n";

    fn check(first: Option<f64>, retest: Option<Option<f64>>) -> Check {
        let (scenario, _) = Scenario::parse("a.toml", OFFICE);
        let figure = figures(&Plan::new(scenario.expect("sound"))).remove(0);
        let estimate = estimate(&[Observation::value(1.0)], Level::NINETY_FIVE);
        let finding = |deviation| Finding { estimate, deviation };
        let source = String::new();
        let known = Known { measure: source.clone(), of: None, value: 1.0, tolerance: 0.0, source };
        Check { known, figure, first: finding(first), retest: retest.map(finding) }
    }

    #[test]
    fn a_figure_fails_only_if_it_strays_twice() {
        let agreement = |first, retest| check(first, retest).agreement();
        assert_eq!(agreement(Some(-3.0), None), Agreement::Holds);
        assert_eq!(agreement(Some(3.01), Some(Some(-3.3))), Agreement::HoldsOnRetest);
        assert_eq!(agreement(Some(-3.01), Some(Some(3.31))), Agreement::Fails);
        assert_eq!(agreement(Some(f64::INFINITY), Some(Some(f64::INFINITY))), Agreement::Fails);
        assert_eq!(agreement(None, Some(None)), Agreement::Fails);
    }

    #[test]
    fn the_retest_decides() {
        assert_eq!(check(Some(4.0), Some(Some(1.0))).decisive().deviation, Some(1.0));
        assert_eq!(check(Some(2.0), None).decisive().deviation, Some(2.0));
    }
}
