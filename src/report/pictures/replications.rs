//! The chart of replications: how far chance alone moves the figures that matter.

use std::fmt::Display;

use crate::experiment::{FigureResult, Outlying, ScenarioResult, outlying_in};
use crate::office::Unit;
use crate::report::chart::{ChartError, ReplicationsChart, ReplicationsLane, ReplicationsPanel};
use crate::report::language::say;
use crate::report::pictures::{Picture, heading, with_intervals};
use crate::report::{Study, wording};
use crate::statistics::quantile_type7;

/// The figures that are shown, as far as there are any.
const FIGURES: [&str; 6] = [
    "issued",
    "wish_to_appointment",
    "ready_within_promise",
    "quota_attended",
    "waiting",
    "travel_per_passport",
];
/// Fewer replications than this have no box.
const FEWEST: usize = 5;
/// More dots than this in a lane hide each other.
const MOST_DOTS: usize = 100;
/// Replications that stand out are named, as far as these are few.
const MOST_NAMED: usize = 4;

/// The chart; none where there are too few replications, or chance moves nothing.
pub fn replications(study: &Study) -> Result<Option<Picture>, ChartError> {
    let panels: Vec<ReplicationsPanel> =
        FIGURES.iter().filter_map(|name| panel(study, name)).collect();
    let Some(title) = FIGURES.iter().find_map(|name| title(study, name)) else { return Ok(None) };
    if panels.is_empty() {
        return Ok(None);
    }
    let most = study.results.iter().map(|of| of.plan.scenario.run.replications as usize).max();
    let every = most.unwrap_or(0).div_ceil(MOST_DOTS).max(1);
    let basis = with_intervals(study);
    let subtitle = match every {
        1 => say("{basis}; a dot for each replication", &[("basis", &basis)]),
        every => say(
            "{basis}; a dot for every {every} replications in their order of size",
            &[("basis", &basis), ("every", &every)],
        ),
    };
    let chart = ReplicationsChart { heading: heading("replications", title, subtitle), panels };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}

/// How far apart the replications are in a figure, by scenario.
fn title(study: &Study, name: &str) -> Option<String> {
    let span = |result: &ScenarioResult| {
        let (of, values) = values(result, name)?;
        let unit = of.figure.measure.unit;
        let (low, high) = (wording::number(*values.first()?, unit), values.last()?);
        let ends = [("low", &low as &dyn Display), ("high", &wording::value(*high, unit))];
        let span = say("{low} to {high}", &ends);
        Some(format!("{span} ({})", result.plan.scenario.label))
    };
    let spans: Vec<String> = study.results.iter().filter_map(span).collect();
    let figure = study.results.iter().find_map(|result| result.overall(name))?;
    let figure = wording::title(&figure.figure);
    let parts: [(&str, &dyn Display); 2] = [("figure", &figure), ("spans", &spans.join(", "))];
    (!spans.is_empty()).then(|| say("What luck alone changes: {figure} {spans}", &parts))
}

fn panel(study: &Study, name: &str) -> Option<ReplicationsPanel> {
    let lanes: Vec<ReplicationsLane> =
        study.results.iter().filter_map(|result| lane(result, name)).collect();
    let of = study.results.iter().find_map(|result| result.overall(name))?;
    let unit = match of.figure.measure.unit {
        Unit::Share => "%",
        unit => wording::short(unit),
    };
    let title = format!("{} ({unit})", wording::title(&of.figure));
    (!lanes.is_empty()).then_some(ReplicationsPanel { title, lanes })
}

/// A figure of a scenario with its values in ascending order; none where these are few, or alike.
fn values<'of>(result: &'of ScenarioResult, name: &str) -> Option<(&'of FigureResult, Vec<f64>)> {
    let of = result.overall(name)?;
    let mut values: Vec<f64> = of.observations.iter().filter_map(|one| one.ratio()).collect();
    values.sort_by(f64::total_cmp);
    let differ = values.first()? < values.last()?;
    (differ && FEWEST <= values.len()).then_some((of, values))
}

fn lane(result: &ScenarioResult, name: &str) -> Option<ReplicationsLane> {
    let (of, values) = values(result, name)?;
    let unit = of.figure.measure.unit;
    let scaled = |value: f64| if unit == Unit::Share { value * 100.0 } else { value };
    let quartile = |share: f64| quantile_type7(&values, share).map(scaled);
    let outlying = outlying_in(of);
    let stands_out = |value: &f64| outlying.iter().any(|other| other.value == *value);
    let others: Vec<f64> = values.iter().copied().filter(|value| !stands_out(value)).collect();
    let mean = of.estimate.mean?;
    let ends = [of.estimate.low(), of.estimate.high()];
    Some(ReplicationsLane {
        scenario: result.plan.scenario.label.clone(),
        dots: thinned(&others).into_iter().map(scaled).collect(),
        outlying: outlying.iter().map(|other| scaled(other.value)).collect(),
        quartiles: [quartile(0.25)?, quartile(0.5)?, quartile(0.75)?],
        mean: scaled(mean),
        ends: ends.map(|end| scaled(end.unwrap_or(mean))),
        note: note(of, mean, &outlying),
    })
}

/// As many dots as can be told apart, spread evenly over the values in ascending order.
fn thinned(values: &[f64]) -> Vec<f64> {
    let every = values.len().div_ceil(MOST_DOTS).max(1);
    values.iter().copied().skip((every - 1) / 2).step_by(every).collect()
}

fn note(of: &FigureResult, mean: f64, outlying: &[Outlying]) -> String {
    let unit = of.figure.measure.unit;
    let value = wording::value(mean, unit);
    let note = match wording::interval(&of.estimate, unit) {
        None => say("mean {mean}", &[("mean", &value)]),
        Some(interval) => {
            say("mean {mean} ({interval})", &[("mean", &value), ("interval", &interval)])
        }
    };
    let numbers: Vec<String> = outlying.iter().map(|of| (of.replication + 1).to_string()).collect();
    match numbers.len() {
        0 => note,
        1..=MOST_NAMED => say(
            "{note}; replication {numbers} stands out",
            &[("note", &note), ("numbers", &numbers.join(", "))],
        ),
        count => {
            say("{note}; {count} replications stand out", &[("note", &note), ("count", &count)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_DOTS, thinned};

    #[test]
    fn dots_are_thinned_out_evenly() {
        let values: Vec<f64> = (0..300).map(f64::from).collect();
        let dots = thinned(&values);
        assert_eq!((dots.len(), dots[0], dots[99]), (MOST_DOTS, 1.0, 298.0));
        assert_eq!(thinned(&values[..7]).len(), 7);
    }
}
