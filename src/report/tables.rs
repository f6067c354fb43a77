//! The tables of a study: every measure of every replication, the series by day, and gaps.

use std::collections::BTreeSet;

use crate::experiment::{Band, GroupGap, ScenarioResult};
use crate::report::column::{Cell, Column, Kind, SCOPES};
use crate::report::layout::Layout;

const SCENARIO: Column =
    Column::new("scenario", Kind::Text, "The scenario: the name of its file without the ending");
const MEASURE: Column =
    Column::new("measure", Kind::Text, "The name of the measure; the catalogue says what it is");
const SCOPE: Column =
    Column::new("scope", Kind::OneOf(SCOPES), "The kind of what the figure is of");
const UNIT: Column = Column::new("unit", Kind::Text, "The unit of the values of the row");

const MEASURES: [Column; 7] = [
    SCENARIO,
    Column::new("replication", Kind::Count, "The number of the replication, from 1"),
    MEASURE,
    SCOPE,
    Column::new("of", Kind::Text, "The origin, channel, lane, kiosk or stage; all for everybody"),
    UNIT,
    Column::new("value", Kind::Number, "The figure in this replication")
        .by_row()
        .or_empty("the replication says nothing of it, as a mean wait where nobody waited"),
];

const SERIES: [Column; 10] = [
    SCENARIO,
    Column::new("series", Kind::Text, "The name of the series; the catalogue says what it is"),
    UNIT,
    Column::new("date", Kind::Date, "The day; days on which a series has no value have no row"),
    band("mean", "The mean over the replications"),
    band("p05", "The 5th percentile over the replications"),
    band("p25", "The 25th percentile over the replications"),
    band("median", "The median over the replications"),
    band("p75", "The 75th percentile over the replications"),
    band("p95", "The 95th percentile over the replications"),
];

const GAPS: [Column; 12] = [
    SCENARIO,
    MEASURE,
    Column::new("scope", Kind::OneOf(SCOPES), "The kind of the groups"),
    UNIT,
    Column::new("worst", Kind::Text, "The worst-served group"),
    band("worst_value", "The measure of the worst-served group"),
    Column::new("best", Kind::Text, "The best-served group"),
    band("best_value", "The measure of the best-served group"),
    Column::estimate("gap", "How far apart the two are"),
    Column::estimate("low", "The lower end of the interval of the gap"),
    Column::estimate("high", "The upper end of the interval of the gap"),
    Column::new("pairs", Kind::Count, "Among how many pairs of groups these two were chosen")
        .in_unit("pairs"),
];

const fn band(name: &'static str, meaning: &'static str) -> Column {
    Column::new(name, Kind::Number, meaning).by_row()
}

/// The layouts of the tables of a study, in the order of its files.
pub fn layouts(results: &[ScenarioResult]) -> Vec<Layout> {
    let mut layouts = vec![measures(results), series(results)];
    if has_gaps(results) {
        layouts.push(gaps(results));
    }
    layouts
}

/// Whether there are groups of people, between which there are gaps.
pub fn has_gaps(results: &[ScenarioResult]) -> bool {
    results.iter().any(|result| !result.gaps.is_empty())
}

/// One row for each scenario, replication and figure.
pub fn measures(results: &[ScenarioResult]) -> Layout {
    let layout = Layout::new("measures", "Every figure of every replication", MEASURES);
    told_apart(layout, &["scenario", "replication", "measure", "scope", "of"], results)
}

/// One row for each scenario, series and measured day that has a value.
pub fn series(results: &[ScenarioResult]) -> Layout {
    let layout = Layout::new("series", "By day, over the replications", SERIES);
    told_apart(layout, &["scenario", "series", "date"], results)
}

/// One row for each scenario and gap between groups of people, with its interval.
pub fn gaps(results: &[ScenarioResult]) -> Layout {
    let layout = Layout::new("gaps", "The worst- and the best-served group, and the gap", GAPS);
    told_apart(layout, &["scenario", "measure", "scope"], results)
}

/// A scenario that is compared with itself has rows that nothing tells apart.
fn told_apart(layout: Layout, key: &[&str], results: &[ScenarioResult]) -> Layout {
    let names: BTreeSet<&str> = results.iter().map(name).collect();
    if names.len() == results.len() { layout.with_key(key) } else { layout }
}

/// The rows of [`measures`].
pub fn measure_rows(results: &[ScenarioResult]) -> impl Iterator<Item = [Cell<'_>; 7]> {
    results.iter().flat_map(|result| {
        let replications = 0..result.plan.scenario.run.replications as usize;
        replications.flat_map(move |replication| {
            result.figures.iter().map(move |figure| {
                let (measure, scope) = (figure.figure.measure, &figure.figure.scope);
                [
                    name(result).into(),
                    (replication + 1).into(),
                    measure.name.into(),
                    scope.kind().into(),
                    scope.name().into(),
                    measure.unit.name().into(),
                    figure.observations[replication].ratio().into(),
                ]
            })
        })
    })
}

/// The rows of [`series`].
pub fn series_rows(results: &[ScenarioResult]) -> impl Iterator<Item = [Cell<'_>; 10]> {
    results.iter().flat_map(|result| {
        result.series.iter().flat_map(move |of| {
            let shown = of.days.iter().filter_map(|(date, band)| band.map(|band| (*date, band)));
            shown.map(move |(date, band)| {
                let Band { mean, p05, p25, median, p75, p95 } = band;
                let [mean, p05, p25, median, p75, p95] =
                    [mean, p05, p25, median, p75, p95].map(Cell::Number);
                let (series, unit) = (of.series.name.into(), of.series.unit.name().into());
                [name(result).into(), series, unit, date.into(), mean, p05, p25, median, p75, p95]
            })
        })
    })
}

/// The rows of [`gaps`].
pub fn gap_rows(results: &[ScenarioResult]) -> impl Iterator<Item = [Cell<'_>; 12]> {
    results.iter().flat_map(|result| result.gaps.iter().map(|of| gap_row(result, of)))
}

fn gap_row<'study>(result: &'study ScenarioResult, of: &'study GroupGap) -> [Cell<'study>; 12] {
    [
        name(result).into(),
        of.measure.name.into(),
        of.worst.kind().into(),
        of.measure.unit.name().into(),
        of.worst.name().into(),
        of.means[0].into(),
        of.best.name().into(),
        of.means[1].into(),
        of.gap.mean.into(),
        of.gap.low().into(),
        of.gap.high().into(),
        of.pairs.into(),
    ]
}

fn name(result: &ScenarioResult) -> &str {
    &result.plan.scenario.name
}
