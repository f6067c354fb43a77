//! Replications side by side, and what is hard to draw.

use crate::report::chart::gallery::hostile::{self, names};
use crate::report::chart::{
    Chart, ChartError, Heading, ReplicationsChart, ReplicationsLane, ReplicationsPanel,
};

/// Charts of replications, sound and hostile.
pub fn charts() -> Vec<Chart> {
    let issued = panel("passport issued (%)", vec![lane("kiosks", 88.0), lane("app", 83.6)]);
    let wait =
        panel("from wish to appointment (days)", vec![lane("kiosks", 8.1), lane("app", 4.0)]);
    let realistic = chart("replications", vec![issued, wait]);
    let named = |name: String| panel(&name, vec![hostile_lane(&name, 1e12), lane(&name, 0.0)]);
    let hostile = ReplicationsChart {
        heading: hostile::heading("replications"),
        panels: names().map(named).to_vec(),
    };
    let charts = [realistic, hostile];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

/// A bell of a hundred values around a mean, and one that stands out.
fn lane(scenario: &str, mean: f64) -> ReplicationsLane {
    let dot = |place: usize| {
        let share = (place as f64 + 0.5) / 100.0;
        mean + 0.3 * (share / (1.0 - share)).ln()
    };
    ReplicationsLane {
        scenario: scenario.to_owned(),
        dots: (0..100).map(dot).collect(),
        outlying: vec![mean + 2.4],
        quartiles: [mean - 0.33, mean, mean + 0.33],
        mean: mean + 0.02,
        ends: [mean - 0.05, mean + 0.09],
        note: "mean 83.7 % (83.6 to 83.8); replication 37 stands out".to_owned(),
    }
}

fn hostile_lane(name: &str, value: f64) -> ReplicationsLane {
    ReplicationsLane {
        scenario: name.to_owned(),
        dots: vec![value; 100],
        outlying: vec![value; 100],
        quartiles: [value; 3],
        mean: value,
        ends: [value; 2],
        note: name.to_owned(),
    }
}

fn panel(title: &str, lanes: Vec<ReplicationsLane>) -> ReplicationsPanel {
    ReplicationsPanel { title: title.to_owned(), lanes }
}

fn chart(stem: &str, panels: Vec<ReplicationsPanel>) -> ReplicationsChart {
    ReplicationsChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "What luck alone changes: passport issued 86.4 to 89.6 % (kiosks)".to_owned(),
            subtitle: "100 replications, 95 % intervals; a dot for each replication".to_owned(),
        },
        panels,
    }
}

#[test]
fn replications_without_a_number_are_refused() {
    let broken = panel("wait", vec![hostile_lane("", f64::NAN)]);
    assert!(matches!(chart("", vec![broken]).render(), Err(ChartError::NotFinite(_))));
    assert!(chart("", Vec::new()).render().expect("a chart").svg.contains("no data"));
}
