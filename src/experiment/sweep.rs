//! A scenario at many points: some of its keys take other values at each, with the same applicants.

mod design;

pub use design::Design;

use crate::experiment::result::FigureResult;
use crate::experiment::runs::{RunError, Settings, Watch, replications};
use crate::experiment::target::{Judgement, TargetVerdict, judge};
use crate::office::{Figure, Plan, figures};
use crate::scenario::{Lever, Scenario};
use crate::statistics::{Estimate, Level, Observation, PairedDifference, Verdict};
use crate::statistics::{estimate, paired_difference};

/// Points that are played together: enough to keep all threads busy, few enough that what their
/// replications showed need not be kept for all points at once.
const POINTS_AT_A_TIME: usize = 64;

/// What all points show.
#[derive(Debug)]
pub struct Sweep {
    /// Title of the scenario.
    pub title: String,
    pub design: Design,
    pub keys: Vec<Lever>,
    pub points: Vec<SweepPoint>,
    pub level: Level,
}

/// One point: which values its keys have, and what was found.
#[derive(Debug)]
pub struct SweepPoint {
    /// By key, the place of its value.
    pub values: Vec<usize>,
    pub replications: u32,
    pub figures: Vec<PointFigure>,
    /// Each target by itself.
    pub targets: Vec<Judgement>,
}

/// A figure at a point.
#[derive(Debug)]
pub struct PointFigure {
    pub figure: Figure,
    pub estimate: Estimate,
    /// Less that of the base, where one was played with the same applicants.
    pub difference: Option<PairedDifference>,
}

impl Sweep {
    /// Whether a target is missed at any point.
    pub fn misses_a_target(&self) -> bool {
        let mut targets = self.points.iter().flat_map(|point| &point.targets);
        targets.any(|target| target.verdict == TargetVerdict::Missed)
    }
}

impl SweepPoint {
    /// A figure, if the scenario has it at this point.
    pub fn figure(&self, figure: &Figure) -> Option<&PointFigure> {
        self.figures.iter().find(|of| of.figure.matches(figure))
    }

    /// What is said of targets on a figure.
    pub fn judgements<'point>(
        &'point self,
        figure: &'point Figure,
    ) -> impl Iterator<Item = &'point Judgement> {
        self.targets.iter().filter(|of| self.figures[of.figure].figure.matches(figure))
    }

    /// Whether all targets are met, each by itself.
    pub fn meets_all(&self) -> bool {
        self.targets.iter().all(|target| target.verdict == TargetVerdict::Met)
    }
}

impl PointFigure {
    /// What is said of the difference from the base.
    pub fn verdict(&self) -> Option<Verdict> {
        self.difference.as_ref().map(|of| Verdict::of(&of.difference))
    }
}

/// Plays all points, and the base where differences from it are wanted; points keep the order of
/// `plans`, with their values beside them.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn play_points(
    base: Option<&Plan>,
    points: Vec<(Vec<usize>, Plan)>,
    settings: Settings,
    watch: &dyn Watch,
) -> Result<Vec<SweepPoint>, RunError> {
    let of_base = match base {
        Some(plan) => shown(std::slice::from_ref(plan), settings, watch)?,
        None => Vec::new(),
    };
    let base = base.zip(of_base.first().map(Vec::as_slice));
    let mut done = Vec::with_capacity(points.len());
    let mut left = points.into_iter().peekable();
    while left.peek().is_some() {
        let (values, plans): (Vec<_>, Vec<Plan>) = left.by_ref().take(POINTS_AT_A_TIME).unzip();
        let results = shown(&plans, settings, watch)?;
        for ((values, plan), figures) in values.into_iter().zip(plans).zip(results) {
            let base = base.filter(|(base, _)| are_the_same(&base.scenario, &plan.scenario));
            done.push(SweepPoint {
                values,
                replications: plan.scenario.run.replications,
                targets: judge(&plan.scenario.references.targets, &figures),
                figures: figures
                    .into_iter()
                    .map(|of| point_figure(of, base.map(|(_, figures)| figures), settings.level))
                    .collect(),
            });
        }
    }
    Ok(done)
}

/// The figures of each plan with the observations of all its replications.
fn shown(
    plans: &[Plan],
    settings: Settings,
    watch: &dyn Watch,
) -> Result<Vec<Vec<FigureResult>>, RunError> {
    let of: Vec<Vec<Figure>> = plans.iter().map(figures).collect();
    let runs = replications(plans, &of, (settings, watch), |_, run| run.observations)?;
    let together = |(figures, runs): (Vec<Figure>, Vec<Vec<Observation>>)| {
        let figures = figures.into_iter().enumerate().map(|(index, figure)| {
            let observations: Vec<Observation> = runs.iter().map(|run| run[index]).collect();
            let estimate = estimate(&observations, settings.level);
            FigureResult { figure, estimate, observations }
        });
        figures.collect()
    };
    Ok(of.into_iter().zip(runs).map(together).collect())
}

/// Whether two scenarios are of the same applicants, replication by replication.
fn are_the_same(base: &Scenario, other: &Scenario) -> bool {
    let of = |scenario: &Scenario| {
        let run = &scenario.run;
        (run.seed, run.replications, run.start, run.last_date())
    };
    of(base) == of(other)
}

fn point_figure(of: FigureResult, base: Option<&[FigureResult]>, level: Level) -> PointFigure {
    let same = |base: &&FigureResult| base.figure.matches(&of.figure);
    let base = base.and_then(|base| base.iter().find(same));
    let difference =
        base.map(|base| paired_difference(&base.observations, &of.observations, level));
    PointFigure { figure: of.figure, estimate: of.estimate, difference }
}
