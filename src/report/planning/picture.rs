//! The charts of a plan: each target along the lever.

use crate::experiment::{Answer as Verdict, PlannedTarget, Tried};
use crate::office::Unit;
use crate::report::chart::{
    ChartError, Heading, LeverChart, LeverPanel, LeverPoint, LeverStanding, TradeOff,
};
use crate::report::language::{say, short_date, word};
use crate::report::pictures::Picture;
use crate::report::planning::words::{name, short_verdict};
use crate::report::planning::{Answer, Planned, Role};
use crate::report::{targets, wording};
use crate::scenario::Prefer;
use crate::statistics::Estimate;

/// A chart for each lever, and one of the best pairs where there are two.
///
/// # Errors
/// If one cannot be drawn.
pub fn pictures(planned: &Planned) -> Result<Vec<Picture>, ChartError> {
    let is_alone = |role: &Role| matches!(role, Role::Wanted | Role::Reverse);
    let alone = planned.answers.iter().filter(|answer| is_alone(&answer.role));
    let mut charts: Vec<Picture> =
        alone.map(|answer| along(planned, answer)).collect::<Result<_, _>>()?;
    charts.extend(frontier(planned)?);
    Ok(charts)
}

fn along(planned: &Planned, answer: &Answer) -> Result<Picture, ChartError> {
    let stem = if answer.role == Role::Reverse { "plan-reverse" } else { "plan" };
    let numbers: Option<Vec<f64>> = answer.lever.values.iter().map(|value| number(value)).collect();
    let at = |place: usize| numbers.as_ref().map_or(place as f64, |of| of[place]);
    let mark = |place: Option<usize>, what: &'static str| {
        place.map(|place| (at(place), format!("{}: {}", answer.lever.values[place], word(what))))
    };
    let now = answer.today.filter(|today| answer.result.chosen != Some(*today));
    let chosen = mark(answer.result.chosen, "the answer");
    let panel = |(target, of): (usize, &PlannedTarget)| {
        let points = answer.result.tried.iter();
        let points = points.filter_map(|tried| point((at(tried.value), tried), (target, of)));
        LeverPanel {
            title: format!(
                "{}, {}",
                wording::title(&of.figure),
                wording::short(of.figure.measure.unit)
            ),
            bound: Some((
                scaled(of.target.bound.value(), of.figure.measure.unit),
                targets::bound_in_words(of.target.bound, of.figure.measure.unit),
            )),
            points: points.collect(),
        }
    };
    let chart = LeverChart {
        heading: Heading {
            stem: stem.to_string(),
            title: short_verdict(answer),
            subtitle: basis(planned),
        },
        unit: unit(answer),
        names: if numbers.is_some() { Vec::new() } else { answer.lever.values.clone() },
        marks: chosen.into_iter().chain(mark(now, "as it is")).collect(),
        key: ["met", "missed", "not decided"].map(told),
        panels: answer.result.targets.iter().enumerate().map(panel).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

fn basis(planned: &Planned) -> String {
    let run = &planned.scenario.run;
    say(
        "{scenario}, {first} to {last}; the same applicants at every value tried; intervals hold \
         for all of them at once",
        &[
            ("scenario", &planned.scenario.title),
            ("first", &short_date(run.start)),
            ("last", &short_date(run.last_date())),
        ],
    )
}

fn told(text: &'static str) -> String {
    word(text).to_string()
}

/// The lever with the unit of its values.
fn unit(answer: &Answer) -> String {
    let first = answer.lever.values.first().map_or("", |value| value.as_str());
    let unit = first.split_once(' ').filter(|(number, _)| number.parse::<f64>().is_ok());
    match unit {
        Some((_, unit)) => format!("{}, {unit}", name(&answer.lever.key)),
        None => name(&answer.lever.key),
    }
}

/// The number that a value begins with.
fn number(value: &str) -> Option<f64> {
    value.split(' ').next().and_then(|number| number.parse().ok())
}

fn point(
    (value, tried): (f64, &Tried),
    (target, of): (usize, &PlannedTarget),
) -> Option<LeverPoint> {
    let (verdict, Estimate { mean, .. }) = tried.found[target];
    let estimate = &tried.found[target].1;
    let scale = |value: f64| scaled(value, of.figure.measure.unit);
    Some(LeverPoint {
        value,
        mean: scale(mean?),
        low: scale(estimate.low().or(mean)?),
        high: scale(estimate.high().or(mean)?),
        standing: match verdict {
            Verdict::Holds => LeverStanding::Holds,
            Verdict::Fails => LeverStanding::Fails,
            Verdict::NotDecided => LeverStanding::NotDecided,
        },
    })
}

/// Shares in percent.
fn scaled(value: f64, unit: Unit) -> f64 {
    if unit == Unit::Share { value * 100.0 } else { value }
}

/// The best value of the first lever for each value of the second, where both are numbers.
fn frontier(planned: &Planned) -> Result<Option<Picture>, ChartError> {
    let Some(first) = planned.answers.iter().find(|of| matches!(of.role, Role::Pair { .. })) else {
        return Ok(None);
    };
    let Role::Pair { key, .. } = &first.role else { return Ok(None) };
    let best: Vec<&str> = planned.frontier().into_iter().map(|(value, ..)| value).collect();
    let point = |answer: &Answer| {
        let Role::Pair { value, .. } = &answer.role else { return None };
        let chosen = number(&answer.lever.values[answer.result.chosen?])?;
        let standing = match best.contains(&value.as_str()) {
            true => LeverStanding::Holds,
            false => LeverStanding::NotDecided,
        };
        Some(LeverPoint {
            value: number(value)?,
            mean: chosen,
            low: chosen,
            high: chosen,
            standing,
        })
    };
    let panel = LeverPanel {
        title: say(
            match first.prefer {
                Prefer::Largest => "largest {lever} that reaches all targets",
                Prefer::Smallest => "smallest {lever} that reaches all targets",
            },
            &[("lever", &name(&first.lever.key))],
        ),
        bound: None,
        points: planned.answers.iter().filter_map(point).collect(),
    };
    let title = say(
        match best.as_slice() {
            [] => "No {lever} reaches all targets, whatever the {other}",
            _ => "What {lever} each {other} allows",
        },
        &[("lever", &name(&first.lever.key)), ("other", &name(key))],
    );
    let chart = LeverChart {
        heading: Heading { stem: "frontier".to_string(), title, subtitle: basis(planned) },
        unit: name(key),
        names: Vec::new(),
        marks: Vec::new(),
        key: [TradeOff::Frontier.meaning(), "", TradeOff::Beaten.meaning()].map(str::to_string),
        panels: vec![panel],
    };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}
