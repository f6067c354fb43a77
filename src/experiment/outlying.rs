//! Replications that stand out among the others.

use crate::experiment::result::{FigureResult, ScenarioResult};
use crate::office::{Figure, Scope};
use crate::statistics::robust_deviations;

/// A replication with a figure far from the median, the one that is furthest off.
#[derive(Clone, Debug)]
pub struct Outlying {
    /// Counted from 0.
    pub replication: usize,
    pub figure: Figure,
    /// The figure in this replication, and its median over all, in its unit.
    pub value: f64,
    pub median: f64,
    /// Robust standard deviations above the median.
    pub deviations: f64,
    /// Further figures of this replication that are far off.
    pub others: usize,
}

/// Robust standard deviations beyond which a replication stands out.
const FAR: f64 = 3.5;

/// The replications in which a figure of all people lies more than 3.5 robust standard deviations
/// from its median, the furthest first.
pub fn outlying(result: &ScenarioResult) -> Vec<Outlying> {
    let mut found: Vec<Outlying> = Vec::new();
    let whole = |of: &&FigureResult| of.figure.scope == Scope::All;
    for far in result.figures.iter().filter(whole).flat_map(outlying_in) {
        match found.iter_mut().find(|other| other.replication == far.replication) {
            None => found.push(far),
            Some(known) if known.deviations.abs() < far.deviations.abs() => {
                *known = Outlying { others: known.others + 1, ..far };
            }
            Some(known) => known.others += 1,
        }
    }
    found.sort_by(|left, right| right.deviations.abs().total_cmp(&left.deviations.abs()));
    found
}

/// The replications in which a figure is far off.
pub fn outlying_in(of: &FigureResult) -> Vec<Outlying> {
    let values = of.observations.iter().enumerate();
    let values: Vec<(usize, f64)> =
        values.filter_map(|(place, one)| Some((place, one.ratio()?))).collect();
    let numbers: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
    let Some((median, deviations)) = robust_deviations(&numbers) else { return Vec::new() };
    let deviating = values.into_iter().zip(deviations);
    let is_far = |(_, deviations): &((usize, f64), f64)| FAR < deviations.abs();
    deviating
        .filter(is_far)
        .map(|((replication, value), deviations)| Outlying {
            replication,
            figure: of.figure.clone(),
            value,
            median,
            deviations,
            others: 0,
        })
        .collect()
}
