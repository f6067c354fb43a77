//! Which stations are shown: all of an office, the busiest of a nation.

use crate::experiment::{FigureResult, ScenarioResult};
use crate::office::Scope;

/// More stations than this are a list that nobody reads; the data have them all.
const MOST_SHOWN: usize = 12;

/// The figures of the use of each station.
pub fn uses(result: &ScenarioResult) -> impl Iterator<Item = &FigureResult> {
    result.figures.iter().filter(|of| of.figure.measure.name == "station_use")
}

/// Whether two scopes of different scenarios are the same place.
pub fn is_same(one: &Scope, other: &Scope) -> bool {
    one.kind() == other.kind() && one.name() == other.name()
}

/// The stations to show of some results, in their order: all, or the busiest where there are many.
pub fn shown<'result>(results: &[&'result ScenarioResult]) -> Vec<&'result Scope> {
    let mut stations: Vec<(&Scope, f64)> = Vec::new();
    for of in results.iter().flat_map(|result| uses(result)) {
        let share = of.estimate.mean.unwrap_or(0.0);
        match stations.iter_mut().find(|(scope, _)| is_same(scope, &of.figure.scope)) {
            Some((_, most)) => *most = most.max(share),
            None => stations.push((&of.figure.scope, share)),
        }
    }
    let mut shares: Vec<f64> = stations.iter().map(|(_, share)| *share).collect();
    shares.sort_by(|one, other| other.total_cmp(one));
    let least = shares.get(MOST_SHOWN - 1).copied().unwrap_or(f64::NEG_INFINITY);
    let busy = stations.into_iter().filter(|(_, share)| least <= *share);
    busy.map(|(scope, _)| scope).take(MOST_SHOWN).collect()
}
