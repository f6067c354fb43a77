//! Replications round by round, until those of each group of scenarios are enough.

use std::ops::Range;

use crate::experiment::precise::Watched;
use crate::experiment::result::ScenarioResult;
use crate::experiment::runs::{RunError, Settings, Watch, some_replications, whole};
use crate::office::{Figure, Plan, Replication, figures, pack};

/// Which scenarios have the same number of replications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Each has its own.
    Apart,
    /// All are compared with the first: they have the same, and differences are to be as precise as
    /// absolute precisions say.
    Together,
}

/// Replications that were played before, and what is to be kept for the next time.
#[derive(Debug, Default)]
pub struct Kept {
    /// The first replications of each plan; the last of each is played again, to see whether it is
    /// still the same.
    pub earlier: Vec<Vec<Replication>>,
    /// All replications of all plans, packed, once they are played.
    pub packed: Vec<u8>,
}

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
    play_on(plans, Grouping::Apart, None, (settings, watch))
}

/// The same, on top of replications that were kept.
///
/// # Errors
/// As [`play`], and if a replication that was kept is no longer what this program plays.
pub fn play_on(
    plans: Vec<Plan>,
    grouping: Grouping,
    kept: Option<&mut Kept>,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Vec<ScenarioResult>, RunError> {
    let plans: Vec<Plan> = plans.into_iter().map(Plan::by_hour).collect();
    let figures: Vec<Vec<Figure>> = plans.iter().map(figures).collect();
    let mut groups = groups(&plans, &figures, (grouping, settings));
    let mut runs: Vec<Vec<Replication>> = plans.iter().map(|_| Vec::new()).collect();
    let mut checked = Vec::new();
    if let Some(kept) = &kept {
        for (runs, earlier) in runs.iter_mut().zip(&kept.earlier) {
            let (last, before) = earlier.split_last().unzip();
            checked.push(last);
            runs.extend_from_slice(before.unwrap_or_default());
        }
    }
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
        for (last, more) in checked.drain(..).zip(&more) {
            check_same(last, more.first())?;
        }
        runs.iter_mut().zip(more).for_each(|(runs, more)| runs.extend(more));
    }
    if let Some(kept) = kept {
        runs.iter().for_each(|runs| pack(runs, &mut kept.packed));
    }
    let results = plans.into_iter().zip(figures).zip(runs);
    Ok(results
        .map(|((mut plan, figures), runs)| {
            plan.scenario.run.replications = runs.len() as u32;
            ScenarioResult::new(plan, figures, runs, settings.level)
        })
        .collect())
}

/// Whether the last replication that was kept is what is played now, where it was played again.
fn check_same(kept: Option<&Replication>, played: Option<&Replication>) -> Result<(), RunError> {
    let packed = |one: &Replication| {
        let mut bytes = Vec::new();
        pack(std::slice::from_ref(one), &mut bytes);
        bytes
    };
    match kept.zip(played).is_none_or(|(kept, played)| packed(kept) == packed(played)) {
        true => Ok(()),
        false => Err(RunError::OtherProgram),
    }
}

fn groups(
    plans: &[Plan],
    figures: &[Vec<Figure>],
    (grouping, settings): (Grouping, Settings),
) -> Vec<Group> {
    let size = match grouping {
        Grouping::Apart => 1,
        Grouping::Together => plans.len().max(1),
    };
    let group = |first: usize| {
        let of = first..first + size;
        let run = &plans[first].scenario.run;
        let watched = Watched::new(&plans[of.clone()], &figures[of.clone()], settings.level);
        let most = run.replications as usize;
        let first = run.precision.as_ref().map_or(most, |until| until.at_least as usize);
        Group { plans: of, watched, wanted: first, most }
    };
    (0..plans.len()).step_by(size).map(group).collect()
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
