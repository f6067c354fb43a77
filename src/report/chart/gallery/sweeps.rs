//! Charts of sweeps: what a planner tries, and what is hard to draw.

use crate::report::chart::gallery::hostile::{long, names};
use crate::report::chart::{
    Chart, ChartError, Heading, HeatAxis, HeatCell, HeatMap, Joining, Places, ResponseChart,
    ResponseCurve, ResponsePanel, ResponsePoint,
};

/// Realistic ones, then hostile ones.
pub fn charts() -> Vec<Chart> {
    let responses = [quotas(), desks(), releases(), scattered(64), scattered(2_000), crowded()];
    let extremes = [single(), many_values(), flat()];
    let heats = [heat(9, 6), heat(40, 30), heat(200, 200), heat(1, 1), hostile_heat()];
    let responses = responses.iter().chain(&extremes).map(ResponseChart::render);
    let charts = responses.chain(heats.iter().map(HeatMap::render));
    charts.map(|chart| chart.expect("a chart")).collect()
}

fn heading(stem: &str, title: &str) -> Heading {
    let subtitle = "Karimun with the queue app: 9 points, 100 replications of each; 95 % intervals, \
                    one at a time, not adjusted";
    Heading { stem: stem.to_owned(), title: title.to_owned(), subtitle: subtitle.to_owned() }
}

fn point(place: f64, value: f64, half: f64) -> ResponsePoint {
    ResponsePoint { place, value: Some(value), ends: Some((value - half, value + half)) }
}

/// The share in time when the quota grows beyond production.
fn in_time(quota: f64, production: f64) -> f64 {
    100.0 / (1.0 + ((quota - production) / 4.0).exp())
}

fn curve(label: &str, production: f64) -> ResponseCurve {
    let quotas = (0..9).map(|step| 40.0 + 5.0 * f64::from(step));
    let points = quotas.map(|quota| point(quota, in_time(quota, production), 1.5));
    ResponseCurve { label: label.to_owned(), joining: Joining::Line, points: points.collect() }
}

fn panel(title: &str, curves: Vec<ResponseCurve>) -> ResponsePanel {
    ResponsePanel {
        title: title.to_owned(),
        across: "booking.daily_quota".to_owned(),
        places: Places::Numbers,
        curves,
        bounds: vec![(95.0, "at least 95 %".to_owned())],
    }
}

fn quotas() -> ResponseChart {
    let mut waits = panel("from wish to appointment (days)", vec![curve("", 50.0)]);
    waits.bounds.clear();
    ResponseChart {
        heading: heading("sweep-quotas", "The target is met with a quota from 40 to 60"),
        panels: vec![panel("ready within the promise (%)", vec![curve("", 70.0)]), waits],
    }
}

/// A curve for each of a few values of a second key; one has a gap.
fn desks() -> ResponseChart {
    let mut curves: Vec<ResponseCurve> = (2..8)
        .map(|desks| curve(&format!("desks {desks}"), 44.0 + 4.0 * f64::from(desks)))
        .collect();
    curves[2].points[4].value = None;
    ResponseChart {
        heading: heading("sweep-desks", "The target is met at 21 of 54 points"),
        panels: vec![panel("ready within the promise (%)", curves)],
    }
}

fn releases() -> ResponseChart {
    let names = ["rolling", "{ weekly = \"fri 14:00\" }", "{ monthly = 1 }"];
    let points = [5.8, 4.1, 9.3].into_iter().zip(0..);
    let points = points.map(|(wait, place)| point(f64::from(place), wait, 0.4)).collect();
    let curve = ResponseCurve { points, joining: Joining::Apart, ..ResponseCurve::default() };
    ResponseChart {
        heading: heading("sweep-releases", "People wait longest with one opening a month"),
        panels: vec![ResponsePanel {
            places: Places::Names(names.map(str::to_owned).to_vec()),
            across: "booking.release".to_owned(),
            bounds: vec![(7.0, "at most 7 days".to_owned())],
            ..panel("from wish to appointment (days)", vec![curve])
        }],
    }
}

/// Points of a design against each of three keys.
fn scattered(count: u32) -> ResponseChart {
    let against = |key: u32| {
        let points = (0..count).map(|index| {
            let share = f64::from(index * (7 + key) % count) / f64::from(count);
            point(share, in_time(40.0 + 40.0 * f64::from(index) / f64::from(count), 60.0), 3.0)
        });
        let curve = ResponseCurve {
            joining: Joining::Apart,
            points: points.collect(),
            ..ResponseCurve::default()
        };
        ResponsePanel {
            across: format!("booking.key_{key}"),
            ..panel("ready within the promise (%)", vec![curve])
        }
    };
    ResponseChart {
        heading: heading(&format!("sweep-scattered-{count}"), "The target is met at half"),
        panels: (0..3).map(against).collect(),
    }
}

/// Names that are long and many, curves and bounds that end at one place.
fn crowded() -> ResponseChart {
    let labels: Vec<String> = names().into_iter().cycle().take(40).collect();
    let points = || (0..40).map(|place| point(f64::from(place), 1e12, 1e3)).collect();
    let curve = |label: String| ResponseCurve { label, joining: Joining::Apart, points: points() };
    let panel = ResponsePanel {
        title: long(),
        across: long(),
        places: Places::Names(labels),
        curves: names().into_iter().map(curve).collect(),
        bounds: vec![(1e12, long()), (1e12, "at most".to_owned())],
    };
    let mut heading = heading("sweep-crowded", &long());
    heading.subtitle = long();
    ResponseChart { heading, panels: vec![panel; 6] }
}

fn single() -> ResponseChart {
    let curve = ResponseCurve { points: vec![point(60.0, 0.0, 0.0)], ..ResponseCurve::default() };
    ResponseChart {
        heading: heading("sweep-single", "The target is missed at every point"),
        panels: vec![panel("ready within the promise (%)", vec![curve])],
    }
}

fn many_values() -> ResponseChart {
    let points = (0..5_000).map(|step| point(f64::from(step), f64::from(step % 97) - 50.0, 9.0));
    let curve = ResponseCurve { points: points.collect(), ..ResponseCurve::default() };
    ResponseChart {
        heading: heading("sweep-many-values", "Nothing is to be seen here"),
        panels: vec![panel("noise (minutes)", vec![curve])],
    }
}

fn flat() -> ResponseChart {
    let points = (0..5).map(|step| point(f64::from(step) * 1e-9, -1e9, 0.0));
    let curve = ResponseCurve { points: points.collect(), ..ResponseCurve::default() };
    let mut panel = panel("fares (Rp)", vec![curve]);
    panel.bounds.clear();
    ResponseChart {
        heading: heading("sweep-flat", "Fares: Rp -1e9 at every point"),
        panels: vec![panel],
    }
}

fn heat(columns: usize, rows: usize) -> HeatMap {
    let values =
        |count: usize, step: usize| (0..count).map(move |index| (40 + step * index).to_string());
    let cell = |row: usize, column: usize| {
        let value = in_time(40.0 + 5.0 * column as f64, 44.0 + 4.0 * row as f64);
        // A corner has nothing to say.
        (4 <= row || column < 7).then(|| HeatCell { value, written: format!("{value:.1}") })
    };
    let row = |row| (0..columns).map(|column| cell(row, column)).collect();
    let title = "Ready within the promise meets its target at 28 of 54 points";
    HeatMap {
        heading: heading(&format!("heat-{columns}-{rows}"), title),
        across: HeatAxis {
            name: "booking.daily_quota".to_owned(),
            values: values(columns, 5).collect(),
        },
        up: HeatAxis { name: "production.per_week".to_owned(), values: values(rows, 20).collect() },
        cells: (0..rows).map(row).collect(),
        bounds: vec![(95.0, "at least 95 %".to_owned())],
    }
}

fn hostile_heat() -> HeatMap {
    let values = names();
    let cell = |index: usize| {
        Some(HeatCell { value: 1e14 - index as f64, written: "w".repeat(1 + 40 * index) })
    };
    let row = |row: usize| (0..values.len()).map(|column| cell(row + column)).collect();
    HeatMap {
        heading: Heading { stem: "heat-hostile".to_owned(), title: long(), subtitle: long() },
        across: HeatAxis { name: long(), values: values.to_vec() },
        up: HeatAxis { name: long(), values: values.to_vec() },
        cells: (0..values.len()).map(row).collect(),
        bounds: vec![(1e14 - 2.0, long()), (0.0, long())],
    }
}

#[test]
fn sweeps_without_data_say_so() {
    let empty = ResponseCurve {
        points: vec![ResponsePoint { place: 1.0, value: None, ends: None }],
        ..ResponseCurve::default()
    };
    let response =
        ResponseChart { panels: vec![panel("nothing", vec![empty])], ..ResponseChart::default() };
    for chart in [response.render(), ResponseChart::default().render(), HeatMap::default().render()]
    {
        assert!(chart.expect("a chart").svg.contains("no data"));
    }
}

#[test]
fn sweeps_that_are_not_numbers_are_refused() {
    for value in [f64::NAN, f64::INFINITY, -1e300] {
        let curve =
            ResponseCurve { points: vec![point(1.0, value, 0.0)], ..ResponseCurve::default() };
        let response =
            ResponseChart { panels: vec![panel("wait", vec![curve])], ..ResponseChart::default() };
        let mut map = heat(2, 2);
        map.cells[0][0] = Some(HeatCell { value, written: String::new() });
        for refusal in [response.render(), map.render()] {
            assert!(matches!(refusal, Err(ChartError::NotFinite(_))));
        }
    }
}

#[test]
fn sweeps_of_the_wrong_shape_are_refused() {
    let mut map = heat(3, 2);
    map.cells[1].pop();
    assert!(matches!(map.render(), Err(ChartError::Ragged { .. })));
    let mut releases = releases();
    releases.panels[0].places = Places::Names(vec!["rolling".to_owned()]);
    assert!(matches!(releases.render(), Err(ChartError::OutOfRange(_))));
}
