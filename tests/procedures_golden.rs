//! Procedures of experiments held against golden values: stopping, warm-up, many comparisons,
//! selection of the best, sensitivity.

use std::f64::consts::PI;
use std::sync::LazyLock;

use antrean::random::Streams;
use antrean::statistics::multiplicity::{benjamini_hochberg, bonferroni, hochberg, holm};
use antrean::statistics::ranking::{
    Aim, KimNelson, Selection, kim_nelson_eta, nsgs, ocba_shares, rinott_constant, rinott_sizes,
};
use antrean::statistics::warm_up::{
    across_replications, batch_means, mean_squared_errors, moving_average, mser5,
};
use antrean::statistics::{
    Evaluations, Level, LookAhead, Moments, Observation, Precision, SaltelliDesign, Sequential,
    StoppingRule,
};
use serde_json::Value;

static GOLDEN: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("reference/stat_vectors.json")).expect("valid JSON")
});

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(number).collect()
}

fn count(value: &Value) -> usize {
    value.as_u64().expect("a whole number") as usize
}

fn level(value: f64) -> Level {
    Level::new(value).expect("a level")
}

#[track_caller]
fn assert_near(actual: f64, expected: &Value, tolerance: f64) {
    let expected = number(expected);
    let scale = expected.abs().max(1.0);
    assert!((actual - expected).abs() <= tolerance * scale, "{actual} is not {expected}");
}

#[track_caller]
fn assert_all_near(actual: &[f64], expected: &Value) {
    assert_eq!(actual.len(), list(expected).len());
    for (actual, expected) in actual.iter().zip(list(expected)) {
        assert_near(*actual, expected, 1e-9);
    }
}

/// Replicates until it is over, or the data are.
fn replicated(goal: Precision, rule: StoppingRule) -> Sequential {
    let mut sequential = Sequential::new(vec![goal], rule);
    for value in numbers(&GOLDEN["sequential"]["data"]) {
        sequential.add(&[Observation::value(value)]);
    }
    sequential
}

#[test]
fn stopping_at_a_relative_precision() {
    for case in list(&GOLDEN["sequential"]["law"]["cases"]) {
        let rule = StoppingRule {
            level: level(1.0 - number(&case["alpha"])),
            minimum: count(&case["n0"]),
            maximum: 60,
            look_ahead: LookAhead::None,
        };
        let sequential = replicated(Precision::Relative(number(&case["gamma"])), rule);
        let expected = &case["expect"];
        assert_eq!(sequential.stopped_at(), expected[0].as_u64().map(|at| at as usize), "{case}");
        assert!(sequential.is_over());
        if !expected.is_null() {
            let estimate = sequential.estimates().next().expect("one figure");
            assert_near(estimate.mean.expect("values"), &expected[1], 1e-9);
            assert_near(estimate.half_width.expect("values"), &expected[2], 1e-9);
        }
    }
}

#[test]
fn stopping_with_a_look_ahead() {
    for case in list(&GOLDEN["sequential"]["hoad"]["cases"]) {
        let rule = StoppingRule {
            level: level(1.0 - number(&case["alpha"])),
            minimum: 3,
            maximum: 60,
            look_ahead: LookAhead::Hoad,
        };
        // A share `d` of the estimated mean is `d / (1 - d)` of the true one.
        let share = number(&case["d"]);
        let sequential = replicated(Precision::Relative(share / (1.0 - share)), rule);
        let expected = &case["expect"];
        let of = |key: &str| expected[key].as_u64().map(|number| number as usize);
        assert_eq!(sequential.stopped_at(), of("n_recommended"), "{case}");
        let played = sequential.stopped_at().map(|_| sequential.replications());
        assert_eq!(played, of("n_run"), "{case}");
    }
}

#[test]
fn warm_up_after_mser5() {
    let cases = list(&GOLDEN["mser5"]).iter().chain([&GOLDEN["mser5_artefact"]]);
    for case in cases {
        let series = numbers(&case["data"]);
        let batches = batch_means(&series, 5);
        assert_eq!(batches.len(), count(&case["k"]));
        assert_all_near(&batches, &case["batch_means"]);
        assert_all_near(&mean_squared_errors(&batches), &case["mser"]);
        let found = mser5(&series);
        assert_eq!(found.is_some(), case["accepted"].as_bool().expect("yes or no"), "{case}");
        if let Some(warm_up) = found {
            assert_eq!(warm_up.values, count(&case["truncate_observations"]));
            assert_eq!(warm_up.values, 5 * count(&case["d_star_excluding_last_5_batches"]));
            assert_near(warm_up.mean, &case["mean_after"], 1e-9);
        }
    }
}

#[test]
fn moving_averages() {
    let case = &GOLDEN["welch"];
    let replications: Vec<Vec<f64>> = list(&case["data"]).iter().map(numbers).collect();
    let means = across_replications(&replications);
    assert_all_near(&means, &case["column_means"]);
    assert_all_near(&moving_average(&means, count(&case["w"])), &case["moving"]);
}

#[test]
fn many_comparisons() {
    let case = &GOLDEN["multiplicity"];
    let p_values = numbers(&case["p"]);
    assert_all_near(&bonferroni(&p_values), &case["bonferroni"]);
    assert_all_near(&holm(&p_values), &case["holm"]);
    assert_all_near(&hochberg(&p_values), &case["hochberg"]);
    assert_all_near(&benjamini_hochberg(&p_values), &case["benjamini_hochberg"]);
    let mut backwards: Vec<f64> = p_values.iter().rev().copied().collect();
    backwards = holm(&backwards).into_iter().rev().collect();
    assert_eq!(backwards, holm(&p_values));
}

fn largest(confidence: f64, first_stage: &Value, indifference: &Value) -> Selection {
    Selection {
        aim: Aim::Largest,
        level: level(confidence),
        indifference: indifference.as_f64().unwrap_or(1.0),
        first_stage: count(first_stage),
    }
}

#[test]
fn constants_of_kim_and_nelson() {
    for row in list(&GOLDEN["kn_eta"]["common_or_crn"]) {
        let selection = largest(1.0 - number(&row["alpha"]), &row["n0"], &Value::Null);
        let eta = kim_nelson_eta(count(&row["k"]), &selection);
        assert_near(eta, &row["eta"], 1e-6);
        assert_near(2.0 * eta * (selection.first_stage as f64 - 1.0), &row["h2"], 1e-6);
    }
}

/// Plays the stored example to its end; the data have the sign of the aim.
fn selected_of_four(aim: Aim, sign: f64) -> KimNelson {
    let case = &GOLDEN["kn"];
    let data: Vec<Vec<f64>> = list(&case["data_first_120"]).iter().map(numbers).collect();
    let largest = largest(1.0 - number(&case["alpha"]), &case["n0"], &case["delta"]);
    let mut procedure = KimNelson::new(data.len(), Selection { aim, ..largest });
    while procedure.selected().is_none() {
        let place = procedure.replications();
        let of = |scenario: &usize| Observation::value(sign * data[*scenario][place]);
        let replication: Vec<_> = procedure.survivors().iter().map(of).collect();
        procedure.add(&replication);
        if procedure.replications() == count(&case["n0"]) {
            let most = procedure.most_replications();
            assert_eq!(most, Some(count(&case["expect"]["max_stage"])));
        }
    }
    procedure
}

#[test]
fn a_selection_is_traced() {
    let expected = &GOLDEN["kn"]["expect"];
    for (aim, sign) in [(Aim::Largest, 1.0), (Aim::Smallest, -1.0)] {
        let procedure = selected_of_four(aim, sign);
        let trace: Vec<(usize, Vec<usize>)> = procedure
            .screened_out()
            .iter()
            .map(|out| (out.replications, vec![out.scenario + 1]))
            .collect();
        let history = list(&expected["history"]).iter();
        let of = |step: &Value| {
            (count(&step["r"]), list(&step["eliminated"]).iter().map(count).collect())
        };
        assert_eq!(trace, history.map(of).collect::<Vec<(usize, Vec<usize>)>>());
        assert_eq!(procedure.selected(), Some(count(&expected["selected"]) - 1));
        assert_eq!(procedure.replications(), count(&expected["stopped_at"]));
        let dropped: usize = trace.iter().map(|(replications, _)| replications).sum();
        let total = dropped + procedure.replications();
        assert_eq!(total, count(&expected["total_observations"]));
    }
}

#[test]
fn constants_of_rinott() {
    let table: Value =
        serde_json::from_str(include_str!("reference/rinott_h.json")).expect("valid JSON");
    for row in list(&table["rows"]) {
        let selection = largest(number(&row["Pstar"]), &row["n0"], &Value::Null);
        for (scenarios, expected) in list(&row["k"]).iter().zip(list(&row["h"])) {
            assert_near(rinott_constant(count(scenarios), &selection), expected, 2e-6);
        }
    }
}

#[test]
fn sizes_of_two_stages() {
    let case = &GOLDEN["rinott_two_stage"];
    let selection = largest(number(&case["Pstar"]), &case["n0"], &case["delta"]);
    let constant = rinott_constant(count(&case["k"]), &selection);
    assert_near(constant, &case["h"], 1e-5);
    let sizes = rinott_sizes(constant, &numbers(&case["S2"]), &selection);
    assert_eq!(sizes, list(&case["N"]).iter().map(count).collect::<Vec<_>>());
}

/// A sample of so many values, an even number, with a given mean and variance.
fn sample(values: usize, mean: f64, variance: f64) -> Moments {
    let distance = (variance * (values as f64 - 1.0) / values as f64).sqrt();
    (0..values).map(|place| mean + [-distance, distance][place % 2]).collect()
}

#[test]
fn screening_before_the_second_stage() {
    let case = &GOLDEN["nsgs"];
    let error = number(&case["alpha0"]) + number(&case["alpha1"]);
    let selection = largest(1.0 - error, &case["n0"], &case["delta"]);
    let expected = &case["expect"];
    let survivors: Vec<usize> =
        list(&expected["survivors"]).iter().map(|one| count(one) - 1).collect();
    let sizes: Vec<usize> =
        survivors.iter().map(|one| count(&expected["N"][(one + 1).to_string()])).collect();
    for (aim, sign) in [(Aim::Largest, 1.0), (Aim::Smallest, -1.0)] {
        let figures = numbers(&case["means"]).into_iter().zip(numbers(&case["S2"]));
        let of = |(mean, variance)| sample(selection.first_stage, sign * mean, variance);
        let first_stage: Vec<Moments> = figures.map(of).collect();
        let screening = nsgs(&first_stage, &Selection { aim, ..selection });
        assert_eq!((&screening.survivors, &screening.sizes), (&survivors, &sizes));
    }
}

#[test]
fn shares_of_a_budget() {
    let case = &GOLDEN["ocba"];
    let selection =
        Selection { aim: Aim::Smallest, ..largest(0.95, &Value::from(20), &Value::from(0.5)) };
    let figures = numbers(&case["means"]).into_iter().zip(numbers(&case["sd"]));
    let so_far: Vec<Moments> =
        figures.map(|(mean, spread)| sample(20, mean, spread * spread)).collect();
    assert_all_near(&ocba_shares(&so_far, &selection).expect("it varies"), &case["fractions"]);
}

#[test]
fn indices_of_four_rows() {
    let case = &GOLDEN["sobol"]["arithmetic"];
    let evaluations = Evaluations {
        first: numbers(&case["fA"]),
        second: numbers(&case["fB"]),
        exchanged: list(&case["fAB"]).iter().map(numbers).collect(),
    };
    let indices = evaluations.indices().expect("it varies");
    let first_order: Vec<f64> = indices.iter().map(|index| index.first_order).collect();
    let total: Vec<f64> = indices.iter().map(|index| index.total).collect();
    assert_all_near(&first_order, &case["S"]);
    assert_all_near(&total, &case["ST"]);
}

/// Estimates the indices of a model and holds them against the exact ones.
#[track_caller]
fn assert_indices(case: &Value, tolerance: f64, model: impl Fn(&[f64]) -> f64) {
    let inputs = list(&case["S"]).len();
    let mut stream = Streams::new(2019, 0).stream(0, 0);
    let design = SaltelliDesign::new(1 << 13, inputs, || stream.uniform()).expect("few inputs");
    let at = |rows: &[Vec<f64>]| rows.iter().map(|row| model(row)).collect::<Vec<f64>>();
    let evaluations = Evaluations {
        first: at(&design.first),
        second: at(&design.second),
        exchanged: (0..inputs).map(|input| at(&design.exchanged(input))).collect(),
    };
    for (place, index) in evaluations.indices().expect("it varies").iter().enumerate() {
        assert_near(index.first_order, &case["S"][place], tolerance);
        assert_near(index.total, &case["ST"][place], tolerance);
    }
}

#[test]
fn indices_of_known_functions() {
    let case = &GOLDEN["sobol"]["ishigami"];
    let (a, b) = (number(&case["a"]), number(&case["b"]));
    assert_indices(case, 0.01, |row| {
        let [first, second, third] = [0, 1, 2].map(|input| PI * (2.0 * row[input] - 1.0));
        first.sin() + a * second.sin().powi(2) + b * third.powi(4) * first.sin()
    });
    let case = &GOLDEN["sobol"]["g_function"];
    let coefficients = numbers(&case["a"]);
    assert_indices(case, 0.01, |row| {
        let factor = |(place, a): (&f64, &f64)| ((4.0 * place - 2.0).abs() + a) / (1.0 + a);
        row.iter().zip(&coefficients).map(factor).product()
    });
}
