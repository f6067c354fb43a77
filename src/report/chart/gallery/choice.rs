//! Charts of choices and of inputs, with realistic and with hostile data.

use crate::report::chart::gallery::hostile::{heading, long, names};
use crate::report::chart::{
    Chart, ChartError, Fate, Heading, SelectionChart, SelectionRow, TornadoChart, TornadoLane,
    TornadoRow, Zone,
};

const FATES: [Fate; 4] = [Fate::Selected, Fate::AsGood, Fate::Worse, Fate::Open];

/// As of Karimun.
pub fn realistic() -> Vec<Chart> {
    vec![selection().render().expect("a chart"), tornado().render().expect("a chart")]
}

/// What is hard to draw.
pub fn hostile() -> Vec<Chart> {
    let charts = selections().into_iter().chain(tornadoes());
    charts.map(|chart| chart.expect("can be drawn")).collect()
}

fn fine(stem: &str, title: &str) -> Heading {
    let subtitle = "100 replications with the same applicants; all intervals hold at once, 95 %";
    Heading { stem: stem.to_owned(), title: title.to_owned(), subtitle: subtitle.to_owned() }
}

fn selection() -> SelectionChart {
    let row = |label: &str, (mean, half): (f64, f64), (fate, note): (Fate, &str)| SelectionRow {
        note: note.to_owned(),
        ..selection_row(label.to_owned(), (mean, half), fate)
    };
    SelectionChart {
        heading: fine("selection", "Best by passport issued: karimun-kiosk (88.1 %)"),
        unit: "passport issued, percent".to_owned(),
        indifference: Some((
            Zone { low: 87.6, high: 88.6 },
            "within 0.5 points of the first".to_owned(),
        )),
        rows: vec![
            row("kiosks", (88.1, 0.4), (Fate::Selected, "selected after 64 replications")),
            row("kiosks and app", (87.8, 0.4), (Fate::AsGood, "level after 64, may be as good")),
            row("M-Paspor", (85.3, 0.9), (Fate::Open, "still in after 64")),
            row("app", (83.7, 0.6), (Fate::Worse, "screened out after 10, behind karimun-kiosk")),
        ],
    }
}

fn selection_row(label: String, (mean, half): (f64, f64), fate: Fate) -> SelectionRow {
    let (low, high) = (mean - half, mean + half);
    SelectionRow { note: label.clone(), label, mean, low, high, fate }
}

fn selections() -> Vec<Result<Chart, ChartError>> {
    let chart = |stem: &str, zone: Option<Zone>, rows: Vec<SelectionRow>| {
        let indifference = zone.map(|zone| (zone, long()));
        SelectionChart { heading: heading(stem), unit: long(), indifference, rows }.render()
    };
    let of = |values: &[(f64, f64)]| -> Vec<SelectionRow> {
        let rows = names().into_iter().zip(values).zip(FATES.into_iter().cycle());
        rows.map(|((name, value), fate)| selection_row(name, *value, fate)).collect()
    };
    let many = (0..40).map(|number| {
        let fate = FATES[number % FATES.len()];
        selection_row(format!("scenario {number}"), (number as f64, 3.0), fate)
    });
    vec![
        chart("selection-none", None, Vec::new()),
        chart("selection-one", Some(Zone { low: -1.0, high: 1.0 }), of(&[(0.0, 0.0)])),
        chart("selection-same", None, of(&[(5.0, 0.0); 5])),
        chart("selection-tiny", Some(Zone { low: -1e6, high: 1e6 }), of(&[(1e-12, 1e-13); 3])),
        chart("selection-giant", Some(Zone::default()), of(&[(1e14, 1e12), (-1e14, 1.0)])),
        chart("selection-many", Some(Zone { low: 0.0, high: 0.5 }), many.collect()),
    ]
}

fn tornado() -> TornadoChart {
    let lane = |end: &str, value: f64, half: f64| lane(end.to_owned(), value, half);
    let row = |label: &str, lanes: [TornadoLane; 2], note: &str| TornadoRow {
        label: label.to_owned(),
        lanes,
        note: note.to_owned(),
    };
    let [low, high] = [("14,400", 1.9, 0.3), ("16,800", -3.4, 0.3)];
    TornadoChart {
        heading: fine("tornado", "Measure booking.no_show next: it moves issued passports most"),
        unit: "change of passports issued, percentage points".to_owned(),
        line: "83.7 % as it stands".to_owned(),
        rows: vec![
            row(
                "booking.no_show",
                [lane("0.05", 2.7, 0.2), lane("0.30", -6.6, 0.4)],
                "9.0 to 9.6 points",
            ),
            row(
                "demand.per_year",
                [low, high].map(|(end, value, half)| lane(end, value, half)),
                "5.0 to 5.6 points",
            ),
            row(
                "stage.photo and interview.service",
                [lane("7 min", -0.1, 0.2), lane("15 min", -0.8, 0.3)],
                "0.5 to 1.1 points",
            ),
            row("kiosk.machines", [lane("1", 0.0, 0.0), lane("4", 0.0, 0.0)], "nothing"),
        ],
    }
}

fn lane(end: String, value: f64, half: f64) -> TornadoLane {
    TornadoLane { end, value, low: value - half, high: value + half }
}

fn tornadoes() -> Vec<Result<Chart, ChartError>> {
    let chart = |stem: &str, rows: Vec<TornadoRow>| {
        TornadoChart { heading: heading(stem), unit: long(), line: long(), rows }.render()
    };
    let row = |label: String, values: [(f64, f64); 2]| TornadoRow {
        lanes: values.map(|(value, half)| lane(label.clone(), value, half)),
        note: label.clone(),
        label,
    };
    let of = |values: [(f64, f64); 2]| names().map(|name| row(name, values)).to_vec();
    let many = (0..40).map(|number| {
        let size = f64::from(40 - number);
        row(format!("input {number}"), [(size, 3.0), (-size, 3.0)])
    });
    vec![
        chart("tornado-none", Vec::new()),
        chart("tornado-nothing", of([(0.0, 0.0), (0.0, 0.0)])),
        chart("tornado-one-side", of([(3.0, 1.0), (4.0, 5.0)])),
        chart("tornado-left", of([(-3.0, 4.0), (-4.0, 1.0)])),
        chart("tornado-tiny", of([(1e-12, 1e-13), (-1e-12, 0.0)])),
        chart("tornado-giant", of([(1e14, 1e12), (-1e14, 1.0)])),
        chart("tornado-many", many.collect()),
    ]
}
