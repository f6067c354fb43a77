//! The gap between the best- and the worst-served group of people.

use crate::experiment::result::{FigureResult, ScenarioResult};
use crate::office::{Better, Measure, Scope};
use crate::statistics::{Chosen, Estimate, Level, Observation, Verdict, gap, gap_change};

/// The measures of which the gap is told, in their order. Whom somebody helped is not among them:
/// neither more nor fewer of them is better.
const MEASURES: [&str; 8] = [
    "issued",
    "shut_out",
    "gave_up",
    "wish_to_appointment",
    "trips_per_passport",
    "travel_per_passport",
    "boat_per_passport",
    "fares_per_passport",
];
/// Figures this close to each other, as a share of them, differ by the rounding of sums only.
const ROUNDING: f64 = 1e-9;
/// The kinds of groups among which there are gaps.
const KINDS: [&str; 2] = ["origin", "phone"];

/// How far the worst-served group is behind the best-served one, over all replications.
#[derive(Clone, Debug)]
pub struct GroupGap {
    pub measure: &'static Measure,
    pub worst: Scope,
    pub best: Scope,
    /// What the worst- and the best-served have, in the unit of the measure.
    pub means: [f64; 2],
    /// The distance between both in the unit of the measure, over the replications in which both
    /// have a figure; its interval holds for all pairs of groups of the kind at once.
    pub gap: Estimate,
    /// Among how many pairs of groups these two were chosen.
    pub pairs: usize,
}

/// How a gap differs between two scenarios, each between its own two groups.
#[derive(Clone, Debug)]
pub struct GapChange {
    pub base: GroupGap,
    pub other: GroupGap,
    /// The gap of the other less that of the base, in the unit of the measure.
    pub change: Estimate,
    pub verdict: Verdict,
}

impl GroupGap {
    /// Whether the groups differ by more than the rounding of sums.
    pub fn is_seen(&self) -> bool {
        let largest = self.means[0].abs().max(self.means[1].abs());
        self.gap.mean.is_some_and(|mean| ROUNDING * largest < mean.abs())
    }

    /// Whether the interval tells the worst-served from the best-served.
    pub fn is_sure(&self) -> bool {
        self.is_seen() && matches!(Verdict::of(&self.gap), Verdict::Higher { .. })
    }

    fn is_about(&self, other: &GroupGap) -> bool {
        self.measure.name == other.measure.name && self.worst.kind() == other.worst.kind()
    }

    /// The observations of both groups, from the lower to the higher: the worst-served have more
    /// of what is better to have less.
    fn chosen<'result>(&self, figures: &'result [FigureResult]) -> Option<Chosen<'result>> {
        let of = |scope: &Scope| {
            let is_it = |of: &&FigureResult| {
                of.figure.measure.name == self.measure.name && of.figure.scope == *scope
            };
            figures.iter().find(is_it).map(|of| of.observations.as_slice())
        };
        let (worst, best) = (of(&self.worst)?, of(&self.best)?);
        let (low, high) = match self.measure.better {
            Better::More => (worst, best),
            Better::Less | Better::Neither => (best, worst),
        };
        Some(Chosen { low, high, pairs: self.pairs })
    }
}

/// The changes of all gaps that both have.
pub fn gap_changes(base: &ScenarioResult, other: &ScenarioResult, level: Level) -> Vec<GapChange> {
    let change = |of: &GroupGap| {
        let then = other.gaps.iter().find(|then| then.is_about(of))?;
        let chosen = (of.chosen(&base.figures)?, then.chosen(&other.figures)?);
        let change = gap_change(chosen.0, chosen.1, level);
        let verdict = Verdict::of(&change);
        Some(GapChange { base: of.clone(), other: then.clone(), change, verdict })
    };
    base.gaps.iter().filter_map(change).collect()
}

/// The gaps among origins and between those with and without a phone.
pub fn gaps(figures: &[FigureResult], level: Level) -> Vec<GroupGap> {
    let of = |name: &'static str| {
        KINDS.into_iter().filter_map(move |kind| {
            let is_group = |of: &&FigureResult| {
                of.figure.measure.name == name && of.figure.scope.kind() == kind
            };
            group_gap(&figures.iter().filter(is_group).collect::<Vec<_>>(), level)
        })
    };
    MEASURES.into_iter().flat_map(of).collect()
}

/// None with fewer than two groups.
fn group_gap(groups: &[&FigureResult], level: Level) -> Option<GroupGap> {
    let observations: Vec<&[Observation]> =
        groups.iter().map(|group| group.observations.as_slice()).collect();
    let found = gap(&observations, level)?;
    let (lowest, highest) = (groups[found.lowest], groups[found.highest]);
    let measure = lowest.figure.measure;
    let (worst, best) = match measure.better {
        Better::More => (lowest, highest),
        Better::Less | Better::Neither => (highest, lowest),
    };
    Some(GroupGap {
        measure,
        worst: worst.figure.scope.clone(),
        best: best.figure.scope.clone(),
        means: [worst.estimate.mean?, best.estimate.mean?],
        gap: found.difference,
        pairs: found.pairs,
    })
}
