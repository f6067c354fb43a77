//! The best of several scenarios by one figure, with a promised probability and no more
//! replications than it takes.

use std::ops::Range;

use crate::experiment::runs::{RunError, Settings, Watch, some_replications};
use crate::office::{Figure, Plan, Replication};
use crate::scenario::Scenario;
use crate::statistics::ranking::{
    KimNelson, Screening, Selection, kim_nelson_eta, nsgs, rinott_constant,
};
use crate::statistics::{
    Estimate, Level, Moments, Observation, estimate, paired_difference, pseudo_values,
};

/// More scenarios than this have luck of their own and are screened in two stages: pair by pair the
/// sequential procedure would be too careful.
pub const MOST_SEQUENTIAL: usize = 20;
/// Replications of a batch at most, relative to those that are done.
const BATCH_SHARE: usize = 2;
const LEAST_BATCH: usize = 10;

/// What is to be selected, and with how many replications of each scenario at most.
#[derive(Clone, Copy, Debug)]
pub struct Selecting {
    pub selection: Selection,
    pub most: usize,
}

/// How the best is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Procedure {
    /// Sequential, the same luck in every scenario (Kim & Nelson 2001).
    Sequential,
    /// Screening, then a second stage (Nelson et al. 2001, after Rinott 1978), luck of their own.
    TwoStage,
}

/// What came of a selection.
#[derive(Debug)]
pub struct Selected {
    pub figure: Figure,
    pub selecting: Selecting,
    pub procedure: Procedure,
    /// In the order in which the scenarios were given.
    pub candidates: Vec<Candidate>,
    /// Who is ahead: the selected one if the selection came to an end.
    pub leader: Option<usize>,
    pub is_decided: bool,
}

/// One scenario of a selection.
#[derive(Debug)]
pub struct Candidate {
    pub scenario: Scenario,
    /// Of its replications, at the level of the intervals shared among all scenarios.
    pub estimate: Estimate,
    pub replications: usize,
    pub standing: Standing,
    /// How far it is behind the leader, in the unit of the figure; its level is shared among all
    /// pairs of scenarios. None for the leader.
    pub behind: Option<Estimate>,
}

/// What became of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Selected,
    /// Dropped as clearly worse than another, given by its place.
    ScreenedOut {
        by: usize,
    },
    /// Passed the screening and has a worse mean at the end.
    Passed,
    /// Cannot be told from the selected one by more than nothing at the end.
    Level,
    /// Still in when the replications were used up.
    NotDecided,
}

impl Procedure {
    /// The one that suits so many scenarios.
    pub fn of(scenarios: usize) -> Procedure {
        if scenarios <= MOST_SEQUENTIAL { Procedure::Sequential } else { Procedure::TwoStage }
    }
}

impl Selected {
    /// Whether a scenario may be as good as the leader, to within the indifference amount.
    pub fn may_be_as_good(&self, place: usize) -> bool {
        let behind = self.candidates[place].behind.as_ref();
        let indifference = self.selecting.selection.indifference;
        // Without an interval nothing is ruled out.
        behind.is_some_and(|behind| behind.low().is_none_or(|low| low < indifference))
    }
}

/// Selects the best of several plans by a figure, given for each as it has it. The result depends
/// neither on threads nor on how many replications are played at a time: decisions are made on one
/// replication after the other.
///
/// # Errors
/// If applicants and outcomes of a replication do not add up, or threads cannot be had.
pub fn select(
    plans: Vec<Plan>,
    figures: Vec<Figure>,
    selecting: Selecting,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Selected, RunError> {
    let asked: Vec<Vec<Figure>> = figures.iter().map(|figure| vec![figure.clone()]).collect();
    let play = Play { plans: &plans, figures: &asked, settings, watch };
    let procedure = Procedure::of(plans.len());
    let found = match procedure {
        Procedure::Sequential => sequential(&play, selecting)?,
        Procedure::TwoStage => two_stage(&play, selecting)?,
    };
    let candidates = candidates(plans, &found, (selecting.selection, settings.level));
    let figure = figures.into_iter().next();
    let figure = figure.expect("a selection has scenarios");
    let Found { leader, is_decided, .. } = found;
    Ok(Selected { figure, selecting, procedure, candidates, leader, is_decided })
}

/// The least difference that would be settled within so many replications, told from a first stage
/// of each plan; and the mean of each. The amount is 0 where differences never vary.
///
/// # Errors
/// As [`select`].
pub fn settled_within(
    (plans, figures): (&[Plan], &[Figure]),
    (selection, replications): (Selection, usize),
    (settings, watch): (Settings, &dyn Watch),
) -> Result<(f64, Vec<Option<f64>>), RunError> {
    let asked: Vec<Vec<Figure>> = figures.iter().map(|figure| vec![figure.clone()]).collect();
    let play = Play { plans, figures: &asked, settings, watch };
    let seen = play.first_stage(selection.first_stage)?;
    let count = plans.len();
    let variance = |estimate: Estimate| estimate.standard_deviation.map_or(0.0, |s| s * s);
    let needed = match Procedure::of(count) {
        Procedure::Sequential => {
            let degrees_of_freedom = selection.first_stage as f64 - 1.0;
            let pairs = pairs(count).map(|(one, other)| {
                variance(paired_difference(&seen[one], &seen[other], settings.level).difference)
            });
            2.0 * kim_nelson_eta(count, &selection) * degrees_of_freedom * pairs.fold(0.0, f64::max)
        }
        Procedure::TwoStage => {
            let half = Selection { level: selection.level.of_each(2), ..selection };
            let spreads = seen.iter().map(|of| variance(estimate(of, settings.level)));
            rinott_constant(count, &half).powi(2) * spreads.fold(0.0, f64::max)
        }
    };
    let means = seen.iter().map(|of| estimate(of, settings.level).mean).collect();
    Ok(((needed / replications.max(1) as f64).sqrt(), means))
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(|one| (0..one).map(move |other| (other, one)))
}

/// What is needed to play some more replications.
struct Play<'of> {
    plans: &'of [Plan],
    figures: &'of [Vec<Figure>],
    settings: Settings,
    watch: &'of dyn Watch,
}

/// What a procedure found.
struct Found {
    /// By scenario.
    observations: Vec<Vec<Observation>>,
    standings: Vec<Standing>,
    leader: Option<usize>,
    is_decided: bool,
}

impl Play<'_> {
    fn some(&self, ranges: &[Range<u64>]) -> Result<Vec<Vec<Observation>>, RunError> {
        let observation = |_, run: Replication| run.observations[0];
        let ranges = (ranges, self.settings, self.watch);
        some_replications(self.plans, self.figures, ranges, observation)
    }

    fn first_stage(&self, replications: usize) -> Result<Vec<Vec<Observation>>, RunError> {
        self.some(&vec![0..replications as u64; self.plans.len()])
    }
}

fn sequential(play: &Play<'_>, selecting: Selecting) -> Result<Found, RunError> {
    let Selecting { selection, most } = selecting;
    let count = play.plans.len();
    let mut procedure = KimNelson::new(count, selection);
    let mut observations: Vec<Vec<Observation>> = vec![Vec::new(); count];
    while !procedure.is_over() && procedure.replications() < most {
        let done = procedure.replications();
        let batch = match done {
            0 => selection.first_stage,
            done => (done / BATCH_SHARE).max(LEAST_BATCH),
        };
        // Nothing is played that cannot count any more.
        let last = procedure.most_replications().unwrap_or(most).min(most).min(done + batch);
        if 0 < done {
            play.watch.more(((last - done) * procedure.survivors().len()) as u64);
        }
        let range = |place: usize| match procedure.survivors().contains(&place) {
            true => done as u64..last as u64,
            false => 0..0,
        };
        let ranges: Vec<Range<u64>> = (0..count).map(range).collect();
        let played = play.some(&ranges)?;
        let mut next: Vec<_> = played.into_iter().map(Vec::into_iter).collect();
        while !procedure.is_over() && procedure.replications() < last {
            let survivors = procedure.survivors().to_vec();
            let seen: Vec<Observation> =
                survivors.iter().filter_map(|one| next[*one].next()).collect();
            for (one, observation) in survivors.iter().zip(&seen) {
                observations[*one].push(*observation);
            }
            procedure.add(&seen);
        }
    }
    Ok(of_sequence(&procedure, observations))
}

fn of_sequence(procedure: &KimNelson, observations: Vec<Vec<Observation>>) -> Found {
    let leader = procedure.leader();
    let is_decided = procedure.selected().is_some();
    let standing = |place: usize| {
        let dropped = procedure.screened_out().iter().find(|gone| gone.scenario == place);
        match dropped {
            Some(gone) => Standing::ScreenedOut { by: gone.behind },
            None if !is_decided => Standing::NotDecided,
            None if Some(place) == leader => Standing::Selected,
            None => Standing::Level,
        }
    };
    let standings = (0..observations.len()).map(standing).collect();
    Found { observations, standings, leader, is_decided }
}

fn two_stage(play: &Play<'_>, selecting: Selecting) -> Result<Found, RunError> {
    let Selecting { selection, most } = selecting;
    let mut observations = play.first_stage(selection.first_stage)?;
    let moments: Vec<Moments> = observations.iter().map(|of| moments(of)).collect();
    let Screening { survivors, sizes } = nsgs(&moments, &selection);
    let mut ranges = vec![0..0; play.plans.len()];
    // A single survivor is selected as it is.
    let further = if survivors.len() < 2 { &[] } else { sizes.as_slice() };
    for (place, size) in survivors.iter().zip(further) {
        ranges[*place] = selection.first_stage as u64..(*size).min(most) as u64;
    }
    play.watch.more(ranges.iter().map(|range| range.end - range.start).sum());
    let more = play.some(&ranges)?;
    observations.iter_mut().zip(more).for_each(|(of, more)| of.extend(more));
    let is_decided = further.iter().all(|size| *size <= most);
    let mean = |place: usize| estimate(&observations[place], selection.level).mean;
    let known: Vec<(usize, f64)> =
        survivors.iter().filter_map(|place| Some((*place, mean(*place)?))).collect();
    let (places, means): (Vec<usize>, Vec<f64>) = known.into_iter().unzip();
    let leader = selection.aim.best(&means).map(|best| places[best]);
    let first_stage_means: Vec<f64> =
        moments.iter().map(|of| of.mean().unwrap_or(f64::NAN)).collect();
    let first = selection.aim.best(&first_stage_means).unwrap_or(0);
    let standing = |place: usize| match survivors.contains(&place) {
        false => Standing::ScreenedOut { by: first },
        true if !is_decided => Standing::NotDecided,
        true if Some(place) == leader => Standing::Selected,
        true => Standing::Passed,
    };
    let standings = (0..observations.len()).map(standing).collect();
    Ok(Found { observations, standings, leader, is_decided: is_decided && leader.is_some() })
}

fn moments(observations: &[Observation]) -> Moments {
    pseudo_values(observations).into_iter().flatten().collect()
}

fn candidates(
    plans: Vec<Plan>,
    found: &Found,
    (selection, level): (Selection, Level),
) -> Vec<Candidate> {
    let count = plans.len();
    let each = level.of_each(count);
    let of_pairs = level.of_each(count * count.saturating_sub(1) / 2);
    let behind = |place: usize| {
        let leader = found.leader.filter(|leader| *leader != place)?;
        let (own, best) = (&found.observations[place], &found.observations[leader]);
        let (low, high) = match selection.aim.advantage(1.0, 0.0) < 0.0 {
            true => (best, own),
            false => (own, best),
        };
        Some(paired_difference(low, high, of_pairs).difference)
    };
    let candidate = |(place, plan): (usize, Plan)| Candidate {
        estimate: estimate(&found.observations[place], each),
        replications: found.observations[place].len(),
        standing: found.standings[place],
        behind: behind(place),
        scenario: plan.scenario,
    };
    plans.into_iter().enumerate().map(candidate).collect()
}
