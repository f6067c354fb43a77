//! Figures that are bought with each other, and what is hard to draw.

use crate::report::chart::gallery::hostile::{self, names};
use crate::report::chart::{Chart, ChartError, Heading, TradeOff, TradeOffChart, TradeOffPoint};

/// Charts of trade-offs, sound and hostile.
pub fn charts() -> Vec<Chart> {
    let realistic = chart("trade-off", quotas());
    let many = chart("trade-off-of-many", (0..2_000).map(scattered).collect());
    let single = chart("trade-off-of-one", vec![point("60", (1.0, 1.0), TradeOff::Frontier)]);
    let named = names().into_iter().map(|name| point(&name, (1e12, -1e12), TradeOff::Frontier));
    let hostile = TradeOffChart {
        heading: hostile::heading("trade-off"),
        across: hostile::long(),
        up: hostile::long(),
        points: named.collect(),
    };
    let charts = [realistic, many, single, hostile];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

fn point(label: &str, (across, up): (f64, f64), standing: TradeOff) -> TradeOffPoint {
    TradeOffPoint { label: label.to_owned(), across, up, standing }
}

/// With a larger quota people wait less for an appointment and longer for their passport.
fn quotas() -> Vec<TradeOffPoint> {
    let quota = |step: i32| {
        let (quota, in_time) = (40 + 5 * step, 99.0 - 0.6 * f64::from(step * step));
        let wait = if step == 3 { 9.5 } else { 14.0 / (1.0 + f64::from(step)) + 1.0 };
        let standing = if step == 3 { TradeOff::Beaten } else { TradeOff::Frontier };
        point(&quota.to_string(), (in_time, wait), standing)
    };
    (0..9).map(quota).collect()
}

fn scattered(place: u32) -> TradeOffPoint {
    let (across, up) = (f64::from(place * 37 % 101), f64::from(place * 53 % 97));
    let standing = if up < 3.0 { TradeOff::Frontier } else { TradeOff::Beaten };
    point(&format!("{place}, 3"), (across, up), standing)
}

fn chart(stem: &str, points: Vec<TradeOffPoint>) -> TradeOffChart {
    TradeOffChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "ready within the promise has its price in the wait for an appointment"
                .to_owned(),
            subtitle: "Karimun with the queue app: 9 points, 100 replications of each".to_owned(),
        },
        across: "ready within the promise (%); more is better".to_owned(),
        up: "from wish to appointment (days); less is better".to_owned(),
        points,
    }
}

#[test]
fn trade_offs_without_a_number_are_refused() {
    let broken = vec![point("", (f64::NAN, 0.0), TradeOff::Beaten)];
    assert!(matches!(chart("", broken).render(), Err(ChartError::NotFinite(_))));
    assert!(chart("", Vec::new()).render().expect("a chart").svg.contains("no data"));
}
