//! Replications of several scenarios as one flat list of jobs, in parallel, folded in order.

use std::ops::Range;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use thiserror::Error;

use crate::experiment::series::SERIES_REPLICATIONS;
use crate::experiment::size::size;
use crate::office::{ConservationError, Figure, Plan, Replication, Simulator};
use crate::statistics::Level;

/// How the replications are played.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Threads; results do not depend on it.
    pub threads: usize,
    /// Level of all intervals.
    pub level: Level,
}

/// Is told of every replication that is done, from any thread.
pub trait Watch: Sync {
    /// One more replication is done.
    fn done(&self);

    /// So many more are to be played.
    fn more(&self, replications: u64);
}

/// Watches nothing.
impl Watch for () {
    fn done(&self) {}

    fn more(&self, _: u64) {}
}

/// Why the replications did not come to an end.
#[derive(Debug, Error)]
pub enum RunError {
    #[error(transparent)]
    Conservation(#[from] ConservationError),
    #[error("the replications that were kept are not those of this program")]
    OtherProgram,
    #[error("cannot start {threads} threads: {source}")]
    Threads { threads: usize, source: rayon::ThreadPoolBuildError },
}

/// Jobs that a thread takes at a time at most, none of which another can take over: few, so that no
/// thread is left with the long ones, and several, for each piece makes its simulators anew.
const LONGEST_PIECE: usize = 4;

/// One replication of one scenario.
#[derive(Clone, Copy, Debug)]
struct Job {
    plan: usize,
    replication: u64,
}

/// All that the results need of a replication: its days and weeks only while the series by day want
/// more.
pub fn whole(number: u64, replication: Replication) -> Replication {
    match number < SERIES_REPLICATIONS {
        true => replication,
        false => {
            Replication { days: Vec::new(), warm_up: Vec::new(), weeks: Vec::new(), ..replication }
        }
    }
}

/// Plays all replications of all plans and keeps a part of each, by plan and in their order.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn replications<T: Send>(
    plans: &[Plan],
    figures: &[Vec<Figure>],
    (settings, watch): (Settings, &dyn Watch),
    keep: fn(u64, Replication) -> T,
) -> Result<Vec<Vec<T>>, RunError> {
    let whole = |plan: &Plan| 0..u64::from(plan.scenario.run.replications);
    let ranges: Vec<Range<u64>> = plans.iter().map(whole).collect();
    some_replications(plans, figures, (&ranges, settings, watch), keep)
}

/// The same for some of the replications of each plan.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn some_replications<T: Send>(
    plans: &[Plan],
    figures: &[Vec<Figure>],
    (ranges, settings, watch): (&[Range<u64>], Settings, &dyn Watch),
    keep: fn(u64, Replication) -> T,
) -> Result<Vec<Vec<T>>, RunError> {
    let jobs = jobs(plans, ranges);
    let threads = settings.threads;
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|source| RunError::Threads { threads, source })?;
    let done = pool.install(|| replicate(plans, figures, (&jobs, watch), keep));
    let mut kept: Vec<Vec<T>> = plans.iter().map(|_| Vec::new()).collect();
    for (job, part) in jobs.iter().zip(done?) {
        kept[job.plan].push(part);
    }
    Ok(kept)
}

/// Plan by plan, so that a thread finds what it needs in its caches; the plans with the largest
/// replications first, so that no thread is left with one at the end.
fn jobs(plans: &[Plan], ranges: &[Range<u64>]) -> Vec<Job> {
    let replication = |plan: &Plan| {
        let whole = size(std::slice::from_ref(plan));
        whole.events / whole.replications.max(1.0)
    };
    let mut order: Vec<usize> = (0..plans.len()).collect();
    order.sort_by(|&left, &right| replication(&plans[right]).total_cmp(&replication(&plans[left])));
    let of = |plan: usize| ranges[plan].clone().map(move |replication| Job { plan, replication });
    order.into_iter().flat_map(of).collect()
}

fn replicate<T: Send>(
    plans: &[Plan],
    figures: &[Vec<Figure>],
    (jobs, watch): (&[Job], &dyn Watch),
    keep: fn(u64, Replication) -> T,
) -> Result<Vec<T>, ConservationError> {
    // The memory of a simulator is used again for the next job of its plan on the same thread.
    let simulators = || Simulators { plans, of: plans.iter().map(|_| None).collect() };
    let run = |simulators: &mut Simulators<'_>, job: &Job| {
        let simulator = simulators.of(job.plan);
        let replication = simulator.replicate(job.replication, &figures[job.plan]);
        watch.done();
        replication.map(|whole| keep(job.replication, whole))
    };
    jobs.par_iter().with_max_len(LONGEST_PIECE).map_init(simulators, run).collect()
}

/// A simulator for each plan, made when it is first wanted.
struct Simulators<'plans> {
    plans: &'plans [Plan],
    of: Vec<Option<Simulator<'plans>>>,
}

impl<'plans> Simulators<'plans> {
    fn of(&mut self, plan: usize) -> &mut Simulator<'plans> {
        self.of[plan].get_or_insert_with(|| Simulator::new(&self.plans[plan]))
    }
}
