//! Ways to the passport, and what is hard to draw.

use crate::report::chart::gallery::hostile::{self, names};
use crate::report::chart::{Chart, ChartError, FlowChart, FlowFacet, FlowPart, FlowStep, Heading};

/// Charts of ways, sound and hostile.
pub fn charts() -> Vec<Chart> {
    let realistic = chart("flow", vec![kiosks(), app()]);
    let all_lost = FlowFacet {
        steps: vec![step("got a place", &[("gave up", 0.0, 7), ("shut out", 14_000.0, 8)])],
        ..kiosks()
    };
    let lost = chart("flow-all-lost", vec![all_lost]);
    let hostile = FlowChart {
        heading: hostile::heading("flow"),
        facets: names().map(|name| hostile_facet(&name)).to_vec(),
    };
    let charts = [realistic, lost, hostile];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

fn part(label: &str, people: f64, colour: usize) -> FlowPart {
    FlowPart { label: label.to_owned(), people, colour }
}

fn step(label: &str, exits: &[(&str, f64, usize)]) -> FlowStep {
    let exits = exits.iter().map(|(label, people, colour)| part(label, *people, *colour));
    FlowStep { label: label.to_owned(), exits: exits.collect() }
}

fn kiosks() -> FlowFacet {
    FlowFacet {
        label: "kiosks".to_owned(),
        start: "want a passport".to_owned(),
        sources: vec![part("kiosk", 13_000.0, 0), part("walk-in", 1_000.0, 0)],
        steps: vec![
            step("got a place", &[("turned away (no slot)", 130.0, 6), ("gave up", 640.0, 7)]),
            step("came", &[("did not show up", 530.0, 5)]),
            step("interviewed", &[("sent home", 95.0, 4)]),
            step("have their passport", &[("refused", 210.0, 2), ("never collected", 26.0, 1)]),
        ],
    }
}

fn app() -> FlowFacet {
    let mut app = kiosks();
    app.label = "app".to_owned();
    app.sources[0].label = "app".to_owned();
    app.steps[0].exits.push(part("shut out", 860.0, 8));
    app
}

fn hostile_facet(name: &str) -> FlowFacet {
    let exits: Vec<(&str, f64, usize)> = (0..9).map(|place| (name, 1e9, place)).collect();
    FlowFacet {
        label: name.to_owned(),
        start: name.to_owned(),
        sources: (0..6).map(|_| part(name, 1e10, 0)).collect(),
        steps: (0..6).map(|_| step(name, &exits)).collect(),
    }
}

fn chart(stem: &str, facets: Vec<FlowFacet>) -> FlowChart {
    FlowChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "The largest loss on the way: gave up 4.6 % (kiosks), shut out 6.1 % (app)"
                .to_owned(),
            subtitle: "means of 100 replications; widths are people".to_owned(),
        },
        facets,
    }
}

#[test]
fn ways_that_cannot_be_are_refused() {
    let leaving = |people: f64| {
        let steps = vec![step("came", &[("did not", people, 0)])];
        chart("", vec![FlowFacet { steps, ..kiosks() }]).render()
    };
    assert!(leaving(14_000.0).is_ok());
    for people in [-1.0, 14_001.0] {
        assert!(matches!(leaving(people), Err(ChartError::OutOfRange(_))));
    }
    assert!(matches!(leaving(f64::NAN), Err(ChartError::NotFinite(_))));
    assert!(chart("", Vec::new()).render().expect("a chart").svg.contains("no data"));
}
