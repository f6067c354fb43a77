//! What a figure depends on: each input changed by itself, or all of them at once.

use crate::experiment::runs::{RunError, Settings, Watch, replications};
use crate::office::{Figure, Plan, Replication};
use crate::random::Streams;
use crate::scenario::{Input, LeftOut, Scenario};
use crate::statistics::{
    Estimate, Evaluations, Level, Observation, SaltelliDesign, SobolIndex, SobolInterval, estimate,
    gap, paired_difference,
};

/// Scenarios that are got ready at a time, so that many need no more memory than a few.
const AT_A_TIME: usize = 64;
/// Samples of the rows for the intervals of the indices.
const BOOTSTRAP: usize = 1_000;
/// A replication that is never played names the chance of the design.
const DESIGN: u64 = u64::MAX;
const SHIFT: u64 = 0;
const SAMPLES: u64 = 1;

/// What came of changing each input by itself.
#[derive(Debug)]
pub struct OneAtATime {
    pub base: Estimate,
    /// In the order of the inputs.
    pub swings: Vec<Swing>,
}

/// What one input does to a figure over its range. All intervals of all inputs hold at once.
#[derive(Clone, Debug)]
pub struct Swing {
    /// Of the figure with the input at its least and at its greatest, in the unit of the figure.
    pub means: [Option<f64>; 2],
    /// What changes against the base with the input at its least and at its greatest.
    pub changes: [Estimate; 2],
    /// The highest less the lowest of least, base and greatest; none where none has the figure.
    pub swing: Option<Estimate>,
}

/// Which share of the variation of a figure comes from each input.
#[derive(Debug)]
pub struct Shares {
    /// Rows of each of both matrices.
    pub rows: usize,
    /// Scenarios that were played.
    pub points: usize,
    /// In the order of the inputs; none if the figure does not vary, or is not always seen.
    pub indices: Option<Vec<(SobolIndex, SobolInterval)>>,
}

/// What a figure of a scenario depends on.
#[derive(Debug)]
pub struct Sensitivity {
    pub scenario: Scenario,
    pub figure: Figure,
    pub level: Level,
    pub inputs: Vec<Input>,
    pub left_out: Vec<LeftOut>,
    pub one_at_a_time: OneAtATime,
    pub shares: Option<Shares>,
}

impl Sensitivity {
    /// The places of the inputs, the greatest swing first, then in the order of the file.
    pub fn ranking(&self) -> Vec<usize> {
        let size = |place: &usize| {
            let swing = &self.one_at_a_time.swings[*place].swing;
            swing.as_ref().and_then(|swing| swing.mean).unwrap_or(0.0)
        };
        let mut places: Vec<usize> = (0..self.inputs.len()).collect();
        places.sort_by(|one, other| size(other).total_cmp(&size(one)));
        places
    }
}

/// The points of a design, so many rows of so many inputs; none of more inputs than
/// [`SaltelliDesign::MOST_INPUTS`]. In the order of [`shares`]: the first matrix, the second, then
/// the first with each input from the second.
pub fn design(seed: u64, rows: usize, inputs: usize) -> Option<Vec<Vec<f64>>> {
    let mut stream = Streams::new(seed, DESIGN).stream(0, SHIFT);
    let design = SaltelliDesign::new(rows, inputs, || stream.uniform())?;
    let exchanged = (0..inputs).flat_map(|input| design.exchanged(input));
    Some(design.first.iter().chain(&design.second).cloned().chain(exchanged).collect())
}

/// Plays the base, then each input at its least and at its greatest, in this order.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn one_at_a_time(
    scenarios: &[Scenario],
    figure: &Figure,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<OneAtATime, RunError> {
    let played = observations(scenarios, figure, (settings, watch))?;
    let [base, changed @ ..] = played.as_slice() else {
        return Ok(OneAtATime { base: estimate(&[], settings.level), swings: Vec::new() });
    };
    let pairs: Vec<&[Vec<Observation>]> = changed.chunks_exact(2).collect();
    let of_swings = settings.level.of_each(pairs.len());
    let of_changes = settings.level.of_each(changed.len());
    let swing = |pair: &&[Vec<Observation>]| {
        let sides = [&pair[0], &pair[1]];
        Swing {
            means: sides.map(|of| estimate(of, settings.level).mean),
            changes: sides.map(|of| paired_difference(base, of, of_changes).difference),
            swing: gap(&[sides[0], base, sides[1]], of_swings).map(|gap| gap.difference),
        }
    };
    let base = estimate(base, settings.level);
    Ok(OneAtATime { base, swings: pairs.iter().map(swing).collect() })
}

/// Plays the points of a design, which are so many rows each of both matrices and of those with one
/// input exchanged.
///
/// # Errors
/// As [`one_at_a_time`].
pub fn shares(
    (scenarios, rows): (&[Scenario], usize),
    figure: &Figure,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Shares, RunError> {
    let played = observations(scenarios, figure, (settings, watch))?;
    let means: Option<Vec<f64>> =
        played.iter().map(|of| estimate(of, settings.level).mean).collect();
    let seed = scenarios.first().map_or(0, |scenario| scenario.run.seed);
    let indices = means.and_then(|means| indices(&means, rows, (seed, settings.level)));
    Ok(Shares { rows, points: scenarios.len(), indices })
}

fn indices(
    means: &[f64],
    rows: usize,
    (seed, level): (u64, Level),
) -> Option<Vec<(SobolIndex, SobolInterval)>> {
    let mut matrices = means.chunks_exact(rows).map(<[f64]>::to_vec);
    let (first, second) = (matrices.next()?, matrices.next()?);
    let evaluations = Evaluations { first, second, exchanged: matrices.collect() }.centred();
    let mut stream = Streams::new(seed, DESIGN).stream(0, SAMPLES);
    let indices = evaluations.indices()?;
    let intervals = evaluations.bootstrap(BOOTSTRAP, level, || stream.uniform())?;
    Some(indices.into_iter().zip(intervals).collect())
}

/// What each replication of each scenario shows of a figure, by scenario and replication; nothing
/// where a scenario does not have it.
fn observations(
    scenarios: &[Scenario],
    figure: &Figure,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Vec<Vec<Observation>>, RunError> {
    let mut seen = Vec::with_capacity(scenarios.len());
    for some in scenarios.chunks(AT_A_TIME) {
        let plans: Vec<Plan> = some.iter().cloned().map(Plan::new).collect();
        let figures: Vec<Vec<Figure>> = plans.iter().map(|plan| its_own(plan, figure)).collect();
        let keep = |_, run: Replication| run.observations.first().copied();
        let played = replications(&plans, &figures, (settings, watch), keep)?;
        let spoken = |of: Vec<Option<Observation>>| {
            of.into_iter().map(|of| of.unwrap_or(Observation::none())).collect()
        };
        seen.extend(played.into_iter().map(spoken));
    }
    Ok(seen)
}

/// The figure as a plan has it: places among the stations may differ.
fn its_own(plan: &Plan, figure: &Figure) -> Vec<Figure> {
    crate::office::figures(plan).into_iter().filter(|of| of.matches(figure)).collect()
}
