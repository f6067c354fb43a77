//! Replications round by round, until those of each group of scenarios are enough.

use std::ops::Range;

use crate::experiment::precise::Watched;
use crate::experiment::result::ScenarioResult;
use crate::experiment::runs::{RunError, Settings, Watch, some_replications, whole};
use crate::office::{Figure, Plan, Replication, figures};

/// Plays all replications of all plans, each until it is precise where that is wanted, and reads
/// off their results in the order of the plans.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn play(
    plans: Vec<Plan>,
    settings: Settings,
    watch: &dyn Watch,
) -> Result<Vec<ScenarioResult>, RunError> {
    let each = (0..plans.len()).map(|plan| plan..plan + 1).collect();
    play_groups(plans, each, (settings, watch))
}

/// The same for plans that are to be compared with the first: all have the same number of
/// replications, and differences are to be as precise as absolute precisions say.
///
/// # Errors
/// As [`play`].
pub fn play_together(
    plans: Vec<Plan>,
    settings: Settings,
    watch: &dyn Watch,
) -> Result<Vec<ScenarioResult>, RunError> {
    let all = Vec::from_iter((!plans.is_empty()).then_some(0..plans.len()));
    play_groups(plans, all, (settings, watch))
}

/// Plans that are played equally often.
struct Group {
    plans: Range<usize>,
    /// What may end the replications; none once their number is known.
    watched: Option<Watched>,
    /// Replications that are wanted so far, and at most.
    wanted: usize,
    most: usize,
}

fn play_groups(
    plans: Vec<Plan>,
    groups: Vec<Range<usize>>,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Vec<ScenarioResult>, RunError> {
    let figures: Vec<Vec<Figure>> = plans.iter().map(figures).collect();
    let group = |of: Range<usize>| {
        let run = &plans[of.start].scenario.run;
        let watched = Watched::new(&plans[of.clone()], &figures[of.clone()], settings.level);
        let most = run.replications as usize;
        let first = run.precision.as_ref().map_or(most, |until| until.at_least as usize);
        Group { plans: of, watched, wanted: first, most }
    };
    let mut groups: Vec<Group> = groups.into_iter().map(group).collect();
    let mut runs: Vec<Vec<Replication>> = plans.iter().map(|_| Vec::new()).collect();
    loop {
        groups.iter_mut().for_each(|group| group.look(&mut runs));
        let mut ranges: Vec<Range<u64>> = plans.iter().map(|_| 0..0).collect();
        for group in &groups {
            let missing = |plan: usize| runs[plan].len() as u64..group.wanted as u64;
            group.plans.clone().for_each(|plan| ranges[plan] = missing(plan));
        }
        if ranges.iter().all(Range::is_empty) {
            break;
        }
        let more = some_replications(&plans, &figures, (&ranges, settings, watch), whole)?;
        runs.iter_mut().zip(more).for_each(|(runs, more)| runs.extend(more));
    }
    let results = plans.into_iter().zip(figures).zip(runs);
    Ok(results
        .map(|((mut plan, figures), runs)| {
            plan.scenario.run.replications = runs.len() as u32;
            ScenarioResult::new(plan, figures, runs, settings.level)
        })
        .collect())
}

impl Group {
    /// Looks whether the replications played are enough, and how many are wanted otherwise.
    fn look(&mut self, runs: &mut [Vec<Replication>]) {
        let runs = &mut runs[self.plans.clone()];
        let played = runs.iter().map(Vec::len).min().unwrap_or(0);
        if played < self.wanted {
            return;
        }
        if let Some(watched) = &mut self.watched {
            let enough = watched.enough(runs).or((self.most <= played).then_some(self.most));
            self.wanted = enough.unwrap_or_else(|| watched.guess(runs).min(self.most));
            if enough.is_none() {
                return;
            }
        }
        self.watched = None;
        runs.iter_mut().for_each(|runs| runs.truncate(self.wanted));
    }
}
