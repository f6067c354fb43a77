//! Data that charts must survive: nothing, too much, too long, too large and plain wrong.

use crate::report::chart::{
    AccessChart, AccessLane, AccessPanel, AccessRow, Band, CalendarBandChart, CalendarFacet, Chart,
    Closure, DifferenceChart, DifferencePanel, DifferenceRow, DistributionChart, DistributionCurve,
    DistributionPanel, Estimate, Favour, Heading, OutcomeChart, OutcomeRow, Promise, Standing,
    Step, TheoryChart, TheoryGroup, TheoryRow, UtilisationChart, UtilisationRow,
};
use crate::time::date;

const MARKUP: &str = "<svg onload=\"alert(1)\"> & 'quotes' ]]>";
const RIGHT_TO_LEFT: &str = "مكتب الهجرة في كريمون \u{202e} קרימון";
const EMOJI: &str = "🛂🛃 passport 👩‍👩‍👧‍👦 zalgo Z\u{300}\u{301}\u{302}\u{303}\u{304}";

/// Charts of what is hard to draw.
pub fn charts() -> Vec<Chart> {
    [
        empty_charts(),
        difference_charts(),
        calendar_charts(),
        distribution_charts(),
        share_charts(),
        theory_charts(),
        access_charts(),
    ]
    .concat()
}

/// One figure, and many with names and values that are hard to place.
fn theory_charts() -> Vec<Chart> {
    let standings = [Standing::Agrees, Standing::AgreesOnRetest, Standing::Differs];
    let row = |(label, deviation): (String, f64)| {
        standings.map(|standing| TheoryRow {
            label: label.clone(),
            deviation,
            half_width: 2.0,
            standing,
        })
    };
    let values = [0.0, -4.9, 5.0, 1e6, -1e14];
    let group = |title: String| TheoryGroup {
        title,
        rows: names().into_iter().zip(values).flat_map(row).collect(),
    };
    let single = TheoryGroup { title: long(), rows: row((long(), 1.0))[..1].to_vec() };
    let chart = |stem: &str, groups: Vec<TheoryGroup>| {
        let unit = long();
        TheoryChart { heading: heading(stem), unit, bound: 3.0, groups }.render()
    };
    [chart("one-figure", vec![single]), chart("figures", names().map(group).to_vec())]
        .map(|chart| chart.expect("can be drawn"))
        .to_vec()
}

/// A text that no chart has room for.
pub fn long() -> String {
    "Kantor Imigrasi Kelas II Tanjung Balai Karimun ".repeat(213)
}

/// Names that are hard to set.
pub fn names() -> [String; 5] {
    [long(), "W".repeat(10_000), MARKUP.to_owned(), RIGHT_TO_LEFT.to_owned(), EMOJI.to_owned()]
}

/// A heading that is hard to set.
pub fn heading(stem: &str) -> Heading {
    Heading { stem: format!("hostile-{stem}"), title: long(), subtitle: names().concat() }
}

/// One of each kind without data.
pub fn empty_charts() -> Vec<Chart> {
    let plain =
        |stem: &str| Heading { title: MARKUP.to_owned(), subtitle: String::new(), ..heading(stem) };
    let differences = DifferenceChart { heading: plain("no-rows"), ..DifferenceChart::default() };
    let curves = DistributionChart {
        heading: plain("no-steps"),
        panels: vec![DistributionPanel {
            curves: vec![DistributionCurve::default()],
            ..DistributionPanel::default()
        }],
    };
    let outcomes = OutcomeChart {
        heading: plain("no-outcomes"),
        rows: vec![OutcomeRow::default()],
        ..OutcomeChart::default()
    };
    let stations =
        UtilisationChart { heading: plain("no-stations"), ..UtilisationChart::default() };
    let theory = TheoryChart { heading: plain("no-figures"), ..TheoryChart::default() };
    let groups = AccessChart {
        heading: plain("no-groups"),
        panels: vec![AccessPanel { rows: vec![AccessRow::default()], ..AccessPanel::default() }],
    };
    let days = calendar("no-days", vec![vec![None; 30]]);
    let nothing = calendar("no-facets", vec![]);
    [
        differences.render(),
        curves.render(),
        outcomes.render(),
        stations.render(),
        theory.render(),
        groups.render(),
        days.render(),
        nothing.render(),
    ]
    .map(|chart| chart.expect("a chart"))
    .to_vec()
}

/// A difference with half the width of its interval.
pub fn difference_row(label: String, (difference, half): (f64, f64)) -> DifferenceRow {
    let (low, high) = (difference - half, difference + half);
    DifferenceRow { note: label.clone(), label, difference, low, high, favour: Favour::Neither }
}

fn difference_chart(stem: &str, rows: Vec<DifferenceRow>) -> Chart {
    let panels = vec![DifferencePanel { unit: long(), rows }];
    let chart = DifferenceChart { heading: heading(stem), less: long(), more: long(), panels };
    chart.render().expect("a chart")
}

fn difference_charts() -> Vec<Chart> {
    let row = |value| difference_row("row".to_owned(), value);
    let many = (0..40).map(|index| row((f64::from(index), 3.0))).collect();
    let named = names().map(|name| difference_row(name, (-3.0, 1.0))).to_vec();
    vec![
        difference_chart("difference-names", named),
        difference_chart("difference-many", many),
        difference_chart("difference-one", vec![row((0.0, 0.0))]),
        difference_chart("difference-tiny", vec![row((1e-12, 1e-13))]),
        difference_chart("difference-giant", vec![row((1e12, 1e10)), row((-1.0, 0.5))]),
    ]
}

/// A day on which all replications agree.
pub fn band(value: f64) -> Option<Band> {
    Some(Band {
        fifth: value,
        lower_quartile: value,
        median: value,
        upper_quartile: value,
        ninety_fifth: value,
    })
}

/// A calendar chart with hostile names, closures and markers.
pub fn calendar(stem: &str, days: Vec<Vec<Option<Band>>>) -> CalendarBandChart {
    let facets = names().into_iter().chain((0..).map(|index| index.to_string())).zip(days);
    CalendarBandChart {
        heading: heading(stem),
        unit: long(),
        first_day: date(2019, 6, 1),
        facets: facets.map(|(label, days)| CalendarFacet { label, days }).collect(),
        closures: vec![
            Closure { first: date(-9999, 1, 1), last: date(2019, 6, 2) },
            Closure { first: date(2019, 6, 7), last: date(2019, 6, 3) },
            Closure { first: date(2019, 6, 8), last: date(9999, 12, 31) },
        ],
        markers: names()
            .into_iter()
            .zip(1..)
            .map(|(name, day)| (date(2019, 6, day), name))
            .collect(),
    }
}

fn calendar_charts() -> Vec<Chart> {
    let scattered = (0..400).map(|day| if day % 9 == 0 { band(7.0) } else { None }).collect();
    let below = (0..30).map(|day| band(-f64::from(day) * 1e11)).collect();
    let charts = [
        calendar("calendar-one", vec![vec![band(3.0)]]),
        calendar("calendar-zero", vec![vec![band(0.0); 12]]),
        calendar("calendar-scattered", vec![scattered, vec![None; 3], vec![]]),
        calendar("calendar-below", vec![below]),
        calendar("calendar-many", vec![vec![band(1e12); 40]; 7]),
    ];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

/// A distribution chart with one panel.
pub fn distribution(stem: &str, curves: Vec<DistributionCurve>) -> DistributionChart {
    let promise = Some(Promise { days: 5.0, label: long() });
    let panel = DistributionPanel { measure: long(), unit: long(), promise, curves };
    DistributionChart { heading: heading(stem), panels: vec![panel] }
}

/// A curve through pairs of days and shares.
pub fn curve(label: String, steps: &[(f64, f64)]) -> DistributionCurve {
    let step = |(days, share): &(f64, f64)| Step { days: *days, share: *share };
    DistributionCurve { label, steps: steps.iter().map(step).collect() }
}

fn distribution_charts() -> Vec<Chart> {
    let same = names().map(|name| curve(name, &[(0.0, 0.0), (3.0, 1.0)])).to_vec();
    let point = vec![curve("one".to_owned(), &[(0.0, 1.0)]), curve("none".to_owned(), &[])];
    let wide = vec![curve("wide".to_owned(), &[(1e12, 0.5), (-1e12, 0.2)])];
    let charts = [
        distribution("distribution-same", same),
        distribution("distribution-point", point),
        distribution("distribution-wide", wide),
    ];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

fn share_charts() -> Vec<Chart> {
    let row = |amounts: Vec<f64>| OutcomeRow { scenario: long(), channel: long(), amounts };
    let outcomes = OutcomeChart {
        heading: heading("outcome"),
        unit: long(),
        outcomes: names().to_vec(),
        rows: vec![row(vec![1e12, 1.0, 1e-9, 2.0, 3.0]), row(vec![0.0; 5]), row(vec![1.0; 5])],
    };
    let estimate = |share| Some(Estimate { share, low: share, high: share });
    let stations = names().into_iter().zip([0.0, 1.0, 1e9, 0.5, 2.0]);
    let utilisation = UtilisationChart {
        heading: heading("utilisation"),
        unit: long(),
        scenarios: vec![long(), RIGHT_TO_LEFT.to_owned()],
        rows: stations
            .map(|(station, share)| UtilisationRow {
                station,
                estimates: vec![estimate(share), None],
            })
            .chain([UtilisationRow { station: "idle".to_owned(), estimates: vec![None, None] }])
            .collect(),
    };
    vec![outcomes.render().expect("a chart"), utilisation.render().expect("a chart")]
}

/// A panel of gaps with a name.
pub fn access_panel(name: &str, gaps: &[(f64, f64)]) -> AccessPanel {
    let lane = |(worst, best): &(f64, f64)| AccessLane {
        scenario: name.to_owned(),
        worst: *worst,
        best: *best,
        reach: [*best, 2.0 * worst - best],
        notes: [name.to_owned(), name.to_owned()],
    };
    let rows = vec![
        AccessRow { label: name.to_owned(), lanes: gaps.iter().map(lane).collect() },
        AccessRow::default(),
    ];
    AccessPanel { unit: name.to_owned(), rows }
}

fn access_charts() -> Vec<Chart> {
    let gaps = [[(0.0, 0.0); 5], [(1e12, -1.0); 5], [(1e-12, 0.0); 5], [(3.0, 4.0); 5]];
    let named = names().into_iter().zip(gaps).map(|(name, gaps)| access_panel(&name, &gaps));
    let chart = |stem: &str, panels: Vec<AccessPanel>| {
        AccessChart { heading: heading(stem), panels }.render().expect("a chart")
    };
    vec![
        chart("access-named", named.collect()),
        chart("access-one", vec![access_panel("", &[(0.0, 0.0)])]),
    ]
}
