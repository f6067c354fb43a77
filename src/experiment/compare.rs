//! Scenarios compared on the same applicants, replication by replication.

use crate::experiment::gap::{GapChange, gap_changes};
use crate::experiment::precise::{Attained, attained_differences};
use crate::experiment::result::{FigureResult, ScenarioResult};
use crate::office::Figure;
use crate::statistics::{Level, PairedDifference, Verdict, paired_difference};

/// How one scenario differs from the base.
#[derive(Debug)]
pub struct Comparison {
    /// Place of the base among the results.
    pub base: usize,
    /// Place of the other among the results.
    pub other: usize,
    /// Figures that both scenarios have, in the order of the base.
    pub differences: Vec<FigureDifference>,
    /// Differences that were to be precise.
    pub precision: Vec<Attained>,
    /// How the gaps between groups of people change.
    pub gaps: Vec<GapChange>,
}

/// How one figure differs: other minus base.
#[derive(Debug)]
pub struct FigureDifference {
    pub figure: Figure,
    pub paired: PairedDifference,
    pub verdict: Verdict,
}

/// Compares the first result with each of the others.
pub fn compare(results: &[ScenarioResult], level: Level) -> Vec<Comparison> {
    let Some((base, others)) = results.split_first() else { return Vec::new() };
    let to_base = |(index, other): (usize, &ScenarioResult)| {
        let differences = differences(base, other, level);
        Comparison {
            base: 0,
            other: index + 1,
            precision: attained_differences(&base.plan, &differences),
            differences,
            gaps: gap_changes(base, other, level),
        }
    };
    others.iter().enumerate().map(to_base).collect()
}

fn differences(
    base: &ScenarioResult,
    other: &ScenarioResult,
    level: Level,
) -> Vec<FigureDifference> {
    let pair = |of_base: &FigureResult| {
        let of_other = other.figures.iter().find(|of| of.figure.matches(&of_base.figure))?;
        let paired = paired_difference(&of_base.observations, &of_other.observations, level);
        let verdict = Verdict::of(&paired.difference);
        Some(FigureDifference { figure: of_base.figure.clone(), paired, verdict })
    };
    base.figures.iter().filter_map(pair).collect()
}
