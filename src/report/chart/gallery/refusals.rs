//! What charts say when there is nothing to draw, and what they refuse to draw.

use crate::report::chart::gallery::hostile::{
    access_panel, band, calendar, curve, difference_row, distribution, empty_charts,
};
use crate::report::chart::{
    AccessChart, ChartError, DifferenceChart, DifferencePanel, OutcomeChart, OutcomeRow,
    UtilisationChart, UtilisationRow,
};

#[test]
fn charts_without_data_say_so() {
    assert!(empty_charts().iter().all(|chart| chart.svg.contains("no data")));
}

#[test]
fn what_is_not_a_number_is_refused() {
    for value in [f64::NAN, f64::INFINITY, -1e300] {
        let rows = vec![difference_row("wait".to_owned(), (value, 0.0))];
        let differences = DifferenceChart {
            panels: vec![DifferencePanel { unit: String::new(), rows }],
            ..DifferenceChart::default()
        };
        let access = AccessChart {
            panels: vec![access_panel("travel", &[(value, 0.0)])],
            ..AccessChart::default()
        };
        let refusals = [
            differences.render(),
            access.render(),
            calendar("", vec![vec![band(value)]]).render(),
            distribution("", vec![curve("wait".to_owned(), &[(value, 0.5)])]).render(),
        ];
        assert!(refusals.iter().all(|refusal| matches!(refusal, Err(ChartError::NotFinite(_)))));
    }
}

#[test]
fn shares_and_amounts_out_of_range_are_refused() {
    let curves = vec![curve("wait".to_owned(), &[(1.0, 1.5)])];
    let outcomes = OutcomeChart {
        outcomes: vec!["issued".to_owned()],
        rows: vec![OutcomeRow { amounts: vec![-1.0], ..OutcomeRow::default() }],
        ..OutcomeChart::default()
    };
    let refusals = [distribution("", curves).render(), outcomes.render()];
    assert!(refusals.iter().all(|refusal| matches!(refusal, Err(ChartError::OutOfRange(_)))));
}

#[test]
fn rows_of_the_wrong_length_are_refused() {
    let outcomes = OutcomeChart {
        rows: vec![OutcomeRow { amounts: vec![1.0], ..OutcomeRow::default() }],
        ..OutcomeChart::default()
    };
    let stations = UtilisationChart {
        rows: vec![UtilisationRow { station: String::new(), estimates: vec![None] }],
        ..UtilisationChart::default()
    };
    let refusals = [outcomes.render(), stations.render()];
    assert!(refusals.iter().all(|refusal| matches!(refusal, Err(ChartError::Ragged { .. }))));
}
