//! Use of quotas over years, days and decades, and what is hard to draw.

use crate::report::chart::gallery::hostile::{self, names};
use crate::report::chart::{Chart, ChartError, Closure, DayMapChart, DayMapFacet, DayUse, Heading};
use crate::time::{Date, Weekday, date, dates_from};

/// Charts of quotas, sound and hostile.
pub fn charts() -> Vec<Chart> {
    let realistic = chart("quota-use", vec![facet("kiosks", 365, 0.85), facet("app", 365, 0.7)]);
    let few = chart("quota-use-of-days", vec![facet("app", 3, 1.3)]);
    let decades = chart("quota-use-of-decades", vec![facet("app", 12_000, 0.9)]);
    let hostile = DayMapChart {
        heading: hostile::heading("quota-use"),
        unit: hostile::long(),
        ..chart("", names().map(|name| facet(&name, 900, 1e-12)).to_vec())
    };
    let charts = [realistic, few, decades, hostile];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

fn facet(label: &str, count: usize, share: f64) -> DayMapFacet {
    let day = |(place, day): (usize, Date)| {
        let is_open = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let wave = 1.0 + 0.15 * (place as f64 / 30.0).sin();
        let attended = 60.0 * share * wave;
        is_open.then_some(DayUse { offered: 60.0, booked: 1.1 * attended, attended })
    };
    let mut days: Vec<Option<DayUse>> =
        dates_from(date(2019, 1, 1)).take(count).enumerate().map(day).collect();
    let closures = vec![Closure { first: date(2019, 6, 3), last: date(2019, 6, 7) }];
    days.iter_mut().skip(153).take(5).for_each(|day| *day = None);
    DayMapFacet { label: label.to_owned(), days, closures }
}

fn chart(stem: &str, facets: Vec<DayMapFacet>) -> DayMapChart {
    DayMapChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "Appointments that people came for: 85.0 % (kiosks), 70.0 % (app)".to_owned(),
            subtitle: "a cell for each day, the mean of 100 replications".to_owned(),
        },
        unit: "share of the day's appointments that people came for".to_owned(),
        first_day: date(2019, 1, 1),
        facets,
    }
}

#[test]
fn quotas_that_cannot_be_are_refused() {
    let refusal = |offered: f64, attended: f64| {
        let days = vec![Some(DayUse { offered, booked: 1.0, attended })];
        chart("", vec![DayMapFacet { days, ..DayMapFacet::default() }]).render()
    };
    assert!(refusal(60.0, 50.0).is_ok());
    assert!(matches!(refusal(0.0, 50.0), Err(ChartError::OutOfRange(_))));
    assert!(matches!(refusal(60.0, f64::NAN), Err(ChartError::NotFinite(_))));
    let nothing = chart("", Vec::new()).render().expect("a chart");
    assert!(nothing.svg.contains("no data"));
}
