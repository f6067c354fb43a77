//! Targets along a lever: those of Karimun, and what is hard to place.

use crate::report::chart::{Chart, Heading, LeverChart, LeverPanel, LeverPoint, LeverStanding};

const LONG: &str = "a name that is so long that nobody would ever write it in full on a chart, and \
                    longer still";

fn point((value, mean): (f64, f64), half: f64, standing: LeverStanding) -> LeverPoint {
    LeverPoint { value, mean, low: mean - half, high: mean + half, standing }
}

fn chart(stem: &str, panels: Vec<LeverPanel>) -> LeverChart {
    LeverChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "The largest daily quota that reaches all targets is 64".to_owned(),
            subtitle: "the same applicants at every value tried".to_owned(),
        },
        unit: "daily quota".to_owned(),
        marks: vec![(64.0, "64: the answer".to_owned()), (60.0, "60: as it is".to_owned())],
        key: ["holds", "fails", "not decided"].map(str::to_owned),
        panels,
        ..LeverChart::default()
    }
}

/// A plan as it comes.
pub fn realistic() -> Vec<Chart> {
    let promise = LeverPanel {
        title: "ready within the promise, %".to_owned(),
        bound: Some((95.0, "at least 95 %".to_owned())),
        points: vec![
            point((20.0, 100.0), 0.0, LeverStanding::Holds),
            point((60.0, 99.3), 0.2, LeverStanding::Holds),
            point((64.0, 95.9), 0.8, LeverStanding::Holds),
            point((65.0, 93.8), 1.0, LeverStanding::Fails),
            point((70.0, 79.0), 3.0, LeverStanding::NotDecided),
            point((120.0, 55.6), 4.0, LeverStanding::Fails),
        ],
    };
    let gave_up = LeverPanel {
        title: "gave up, %".to_owned(),
        bound: Some((5.0, "at most 5 %".to_owned())),
        points: vec![
            point((20.0, 29.2), 0.4, LeverStanding::Fails),
            point((60.0, 4.1), 0.4, LeverStanding::Holds),
            point((120.0, 2.0), 0.1, LeverStanding::Holds),
        ],
    };
    vec![chart("lever", vec![promise, gave_up]).render().expect("a chart")]
}

/// Long names, one point, values that are words, and a bound far away.
pub fn hostile() -> Vec<Chart> {
    let one = LeverPanel {
        title: LONG.to_owned(),
        bound: Some((1e12, LONG.to_owned())),
        points: vec![point((0.0, -1e12), 0.0, LeverStanding::NotDecided)],
    };
    let mut names = chart(
        "lever-names",
        vec![LeverPanel {
            bound: None,
            points: (0..3)
                .map(|at| point((f64::from(at), 1.0), 0.0, LeverStanding::Holds))
                .collect(),
            title: String::new(),
        }],
    );
    names.names = vec!["rolling".to_owned(), LONG.to_owned(), "ردیف".to_owned()];
    names.marks = (0..3).map(|at| (f64::from(at), LONG.to_owned())).collect();
    names.key = [LONG, LONG, LONG].map(str::to_owned);
    let mut nothing = chart("lever-nothing", Vec::new());
    nothing.marks.clear();
    let charts = [chart("lever-one", vec![one]), names, nothing];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

#[test]
fn what_is_not_a_number_is_refused() {
    let broken = |value: f64| {
        let points = vec![point((value, 1.0), 0.0, LeverStanding::Holds)];
        chart("broken", vec![LeverPanel { points, ..LeverPanel::default() }]).render()
    };
    assert!(broken(1.0).is_ok());
    assert!(broken(f64::NAN).is_err() && broken(f64::INFINITY).is_err());
}
