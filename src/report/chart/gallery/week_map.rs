//! Weeks at counters, and what is hard to draw.

use crate::report::chart::gallery::hostile::{self, names};
use crate::report::chart::{Chart, ChartError, Heading, WeekMapChart, WeekMapFacet};

/// Charts of weeks, sound and hostile.
pub fn charts() -> Vec<Chart> {
    let realistic = chart("busy-hours", vec![office("kiosks", 0.9), office("app", 0.6)]);
    let always = WeekMapFacet { hours: [[Some(1.07); 24]; 7], ..office("always", 0.0) };
    let night_and_day = chart("busy-hours-always", vec![always]);
    let hostile = WeekMapChart {
        heading: hostile::heading("busy-hours"),
        unit: hostile::long(),
        facets: names().map(|name| office(&name, 1e-6)).to_vec(),
    };
    let charts = [realistic, night_and_day, hostile];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

/// Open from 8 to 16 from Monday to Friday, with a break.
fn office(label: &str, peak: f64) -> WeekMapFacet {
    let is_open = |day: usize, hour: usize| day < 5 && (8..16).contains(&hour) && hour != 12;
    let share = |day: usize, hour: usize| {
        peak * (1.0 - 0.03 * day as f64) * (1.0 - 0.08 * (hour as f64 - 10.0).abs())
    };
    let hour = |day: usize, hour: usize| is_open(day, hour).then(|| share(day, hour));
    WeekMapFacet {
        label: label.to_owned(),
        station: "interview".to_owned(),
        hours: std::array::from_fn(|day| std::array::from_fn(|at| hour(day, at))),
    }
}

fn chart(stem: &str, facets: Vec<WeekMapFacet>) -> WeekMapChart {
    WeekMapChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "Busiest hours: Monday 10:00-11:00 at interview 90.0 % (kiosks)".to_owned(),
            subtitle: "the busiest stage of each scenario, the mean of 100 replications".to_owned(),
        },
        unit: "share of desk time in use, by weekday and hour".to_owned(),
        facets,
    }
}

#[test]
fn weeks_that_cannot_be_are_refused() {
    let of = |share: f64| {
        let facet = WeekMapFacet { hours: [[Some(share); 24]; 7], ..WeekMapFacet::default() };
        chart("", vec![facet]).render()
    };
    assert!(matches!(of(-0.1), Err(ChartError::OutOfRange(_))));
    assert!(matches!(of(f64::NAN), Err(ChartError::NotFinite(_))));
    let closed = chart("", vec![WeekMapFacet::default()]).render().expect("a chart");
    assert!(closed.svg.contains("no data"));
}
