//! The charts of a sweep: curves over one key, heat maps over two, dots over more or at random.

use crate::experiment::{Design, Sweep, SweepPoint};
use crate::office::{Figure, Scope, Unit};
use crate::report::chart::{
    ChartError, Heading, HeatAxis, HeatCell, HeatMap, Joining, Places, ResponseChart,
    ResponseCurve, ResponsePanel, ResponsePoint,
};
use crate::report::language::say;
use crate::report::pictures::Picture;
use crate::report::sweep::finding::{about, headline};
use crate::report::sweep::places::{KeyPlaces, Spacing, short_name};
use crate::report::sweep::terminal::{bounds, intervals, played};
use crate::report::sweep::trade_off::trade_off;
use crate::report::wording;
use crate::scenario::Lever;
use crate::statistics::Estimate;

/// More curves than this in one panel cannot be told apart.
const MOST_CURVES: usize = 6;
/// More panels than this make a chart that fits no screen.
const MOST_PANELS: usize = 6;

/// All charts, in their order.
///
/// # Errors
/// If one cannot be drawn.
pub fn pictures(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<Picture>, ChartError> {
    let mut charts = by_design(sweep, chosen)?;
    charts.extend(trade_off(sweep, chosen)?);
    Ok(charts)
}

fn by_design(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<Picture>, ChartError> {
    match (sweep.design, sweep.keys.as_slice()) {
        (Design::Grid, [_]) => curves(sweep, chosen, (0, None)),
        (Design::Grid, [first, second]) => {
            let mut charts = heat_maps(sweep, chosen)?;
            if let Some((across, by)) = best_across([first, second]) {
                charts.extend(curves(sweep, chosen, (across, Some(by)))?);
            }
            Ok(charts)
        }
        _ => scatters(sweep, chosen),
    }
}

/// Which of two keys lies across and which has a curve for each value; none where both have many.
fn best_across(keys: [&Lever; 2]) -> Option<(usize, usize)> {
    let few = |(_, by): &(usize, usize)| keys[*by].values.len() <= MOST_CURVES;
    let is_number =
        |(across, _): &(usize, usize)| KeyPlaces::of(keys[*across]).spacing == Spacing::Numbers;
    let ways: Vec<(usize, usize)> = [(0, 1), (1, 0)].into_iter().filter(few).collect();
    ways.iter().copied().find(is_number).or(ways.first().copied())
}

fn curves(
    sweep: &Sweep,
    chosen: &[Figure],
    (across, by): (usize, Option<usize>),
) -> Result<Vec<Picture>, ChartError> {
    let parts = chosen.chunks(MOST_PANELS).enumerate();
    let charts = parts.map(|(number, figures)| {
        let stem = match number {
            0 => "response".to_string(),
            number => format!("response-{}", number + 1),
        };
        let places = KeyPlaces::of(&sweep.keys[across]);
        let panel = |figure: &Figure| ResponsePanel {
            curves: match by {
                None => vec![curve(sweep, figure, (across, &places), |_| true)],
                Some(by) => curves_by(sweep, figure, ((across, &places), by)),
            },
            ..panel(sweep, figure, (across, &places))
        };
        let heading = heading(sweep, stem, headline(sweep, chosen));
        let chart = ResponseChart { heading, panels: figures.iter().map(panel).collect() };
        Ok(Picture { data: chart.data(), chart: chart.render()? })
    });
    charts.collect()
}

/// One curve for each value of a second key.
fn curves_by(
    sweep: &Sweep,
    figure: &Figure,
    ((across, places), by): ((usize, &KeyPlaces), usize),
) -> Vec<ResponseCurve> {
    let key = &sweep.keys[by];
    let of_value = |(value, name): (usize, &String)| ResponseCurve {
        label: format!("{} {}", short_name(key), name.trim_matches('"')),
        ..curve(sweep, figure, (across, places), |point| point.values[by] == value)
    };
    key.values.iter().enumerate().map(of_value).collect()
}

fn curve(
    sweep: &Sweep,
    figure: &Figure,
    (across, places): (usize, &KeyPlaces),
    is_of_it: impl Fn(&SweepPoint) -> bool,
) -> ResponseCurve {
    let of_it = sweep.points.iter().filter(|point| is_of_it(point));
    let mut points: Vec<ResponsePoint> =
        of_it.map(|point| response(point, figure, places.places[point.values[across]])).collect();
    points.sort_by(|left, right| left.place.total_cmp(&right.place));
    let joining = match places.spacing {
        Spacing::Numbers => Joining::Line,
        Spacing::Names => Joining::Apart,
    };
    ResponseCurve { label: String::new(), joining, points }
}

fn response(point: &SweepPoint, figure: &Figure, place: f64) -> ResponsePoint {
    let estimate = point.figure(figure).map(|of| of.estimate);
    let scaled = |value: f64| shown(value, figure.measure.unit);
    let ends = estimate.as_ref().and_then(|of| possible(of, figure.measure.unit));
    ResponsePoint {
        place,
        value: estimate.and_then(|of| of.mean).map(scaled),
        ends: ends.map(|(low, high)| (scaled(low), scaled(high))),
    }
}

/// An interval without the part where no figure can be: below nothing, or a share above all.
fn possible(of: &Estimate, unit: Unit) -> Option<(f64, f64)> {
    let (mean, low, high) = (of.mean?, of.low()?, of.high()?);
    let high = if unit == Unit::Share { high.min(mean.max(1.0)) } else { high };
    Some((low.max(mean.min(0.0)), high))
}

/// A panel without its curves.
fn panel(sweep: &Sweep, figure: &Figure, (across, places): (usize, &KeyPlaces)) -> ResponsePanel {
    let unit = figure.measure.unit;
    let bounds = bounds(sweep, figure).into_iter();
    ResponsePanel {
        title: format!("{} ({})", wording::title(figure), wording::short(unit)),
        across: places.label.clone(),
        places: match places.spacing {
            Spacing::Numbers => Places::Numbers,
            Spacing::Names => Places::Names(names(&sweep.keys[across])),
        },
        curves: Vec::new(),
        bounds: bounds.map(|(value, label)| (shown(value, unit), label)).collect(),
    }
}

fn scatters(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<Picture>, ChartError> {
    let each = stems("scatter", chosen).into_iter().zip(chosen);
    let chart = |(stem, figure): (String, &Figure)| {
        let panel = |across: usize| {
            let places = KeyPlaces::of(&sweep.keys[across]);
            let curve = curve(sweep, figure, (across, &places), |_| true);
            let curves = vec![ResponseCurve { joining: Joining::Apart, ..curve }];
            ResponsePanel { curves, ..panel(sweep, figure, (across, &places)) }
        };
        let heading = heading(sweep, stem, about(sweep, figure));
        let panels = (0..sweep.keys.len()).map(panel).collect();
        let chart = ResponseChart { heading, panels };
        Ok(Picture { data: chart.data(), chart: chart.render()? })
    };
    each.map(chart).collect()
}

fn heat_maps(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<Picture>, ChartError> {
    let axis = |key: &Lever| HeatAxis { name: key.key.clone(), values: names(key) };
    let each = stems("heat", chosen).into_iter().zip(chosen);
    let chart = |(stem, figure): (String, &Figure)| {
        let unit = figure.measure.unit;
        let title = about(sweep, figure);
        let mut heading = heading(sweep, stem, title);
        heading.subtitle = say(
            "{figure} ({unit}); {sweep}: {played}; intervals are in sweep.csv",
            &[
                ("figure", &wording::title(figure)),
                ("unit", &wording::short(unit)),
                ("sweep", &sweep.title),
                ("played", &played(sweep)),
            ],
        );
        let chart = HeatMap {
            heading,
            across: axis(&sweep.keys[0]),
            up: axis(&sweep.keys[1]),
            cells: cells(sweep, figure),
            bounds: bounds(sweep, figure),
        };
        Ok(Picture { data: chart.data(), chart: chart.render()? })
    };
    each.map(chart).collect()
}

fn cells(sweep: &Sweep, figure: &Figure) -> Vec<Vec<Option<HeatCell>>> {
    let mut cells = vec![vec![None; sweep.keys[0].values.len()]; sweep.keys[1].values.len()];
    for point in &sweep.points {
        let mean = point.figure(figure).and_then(|of| of.estimate.mean);
        let written = |value: f64| wording::number(value, figure.measure.unit);
        cells[point.values[1]][point.values[0]] =
            mean.map(|value| HeatCell { value, written: written(value) });
    }
    cells
}

/// What stands above a chart of a sweep.
pub fn heading(sweep: &Sweep, stem: String, title: String) -> Heading {
    let played = format!("{}: {}", sweep.title, played(sweep));
    let subtitle = match intervals(sweep) {
        None => played,
        Some(intervals) => say(
            "{played}; {intervals}, one at a time, not adjusted",
            &[("played", &played), ("intervals", &intervals)],
        ),
    };
    Heading { stem, title, subtitle }
}

/// Names of files, told apart where a measure is of several groups.
fn stems(kind: &str, chosen: &[Figure]) -> Vec<String> {
    let stem = |(index, figure): (usize, &Figure)| {
        let name = figure.measure.name;
        let before = chosen[..index].iter().filter(|other| other.measure.name == name).count();
        match figure.scope {
            Scope::All => format!("{kind}-{name}"),
            _ => format!("{kind}-{name}-{}", before + 1),
        }
    };
    chosen.iter().enumerate().map(stem).collect()
}

/// The values of a key as they are written on charts.
pub fn names(key: &Lever) -> Vec<String> {
    key.values.iter().map(|value| value.trim_matches('"').to_string()).collect()
}

/// A value in the unit of the axis: shares in percent.
pub fn shown(value: f64, unit: Unit) -> f64 {
    if unit == Unit::Share { value * 100.0 } else { value }
}
