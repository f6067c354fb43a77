//! The statistics layer held against golden values: textbook examples and figures computed
//! independently.

use std::sync::LazyLock;

use antrean::statistics::{
    Level, Moments, Observation, clopper_pearson, estimate, order_statistic_interval,
    paired_difference, quantile_type1, quantile_type7, wilson,
};
use serde_json::Value;

static GOLDEN: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("reference/stat_vectors.json")).expect("valid JSON")
});

fn rows(name: &str) -> &'static [Value] {
    GOLDEN[name].as_array().expect("a list of cases")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list of numbers").iter().map(number).collect()
}

fn count(value: &Value) -> Option<usize> {
    value.as_u64().map(|count| count as usize)
}

fn level(alpha: &Value) -> Level {
    Level::new(1.0 - number(alpha)).expect("a level")
}

/// The stored values are rounded to ten decimal places.
#[track_caller]
fn assert_close(actual: f64, expected: &Value) {
    assert_within(actual, number(expected), 1e-9);
}

#[track_caller]
fn assert_within(actual: f64, expected: f64, tolerance: f64) {
    let scale = expected.abs().max(1.0);
    assert!((actual - expected).abs() <= tolerance * scale, "{actual} is not {expected}");
}

#[track_caller]
fn assert_maybe(actual: Option<f64>, expected: &Value) {
    assert_eq!(actual.is_some(), expected.is_number(), "{actual:?} is not {expected}");
    if let Some(actual) = actual {
        assert_close(actual, expected);
    }
}

fn plain(values: &[f64]) -> Vec<Observation> {
    values.iter().copied().map(Observation::value).collect()
}

fn ratios() -> Vec<Observation> {
    let case = &GOLDEN["ratio_estimator"];
    let (numerators, denominators) = (numbers(&case["numerators"]), numbers(&case["denominators"]));
    let pairs = numerators.into_iter().zip(denominators);
    pairs.map(|(numerator, denominator)| Observation { numerator, denominator }).collect()
}

#[test]
fn t_quantiles() {
    let table = &GOLDEN["t_quantiles"];
    for (degrees_of_freedom, row) in table["rows"].as_object().expect("rows") {
        let degrees_of_freedom = degrees_of_freedom.parse().expect("a whole number");
        for (probability, expected) in numbers(&table["p"]).into_iter().zip(numbers(row)) {
            let level = Level::new(2.0 * probability - 1.0).expect("a level");
            assert_within(level.student_t(degrees_of_freedom), expected, 1e-9);
        }
    }
}

#[test]
fn t_intervals() {
    for case in rows("t_ci") {
        let estimate = estimate(&plain(&numbers(&case["data"])), level(&case["alpha"]));
        let expected = &case["expect"];
        assert_eq!(Some(estimate.replications), count(&expected["n"]));
        assert_maybe(estimate.mean, &expected["mean"]);
        assert_maybe(
            estimate.standard_deviation.map(|spread| spread * spread),
            &expected["variance"],
        );
        assert_maybe(estimate.half_width, &expected["half_width"]);
        if expected["lo"].is_number() {
            assert_maybe(estimate.low(), &expected["lo"]);
            assert_maybe(estimate.high(), &expected["hi"]);
        }
    }
}

#[test]
fn moments_of_shards() {
    let case = &GOLDEN["moments_merge"];
    let data = numbers(&case["data"]);
    let shard = |bounds: &Value| -> Moments {
        let (from, until) =
            (count(&bounds[0]).expect("a start"), count(&bounds[1]).expect("an end"));
        data[from..until].iter().copied().collect()
    };
    let merged: Moments = case["shards"].as_array().expect("shards").iter().map(shard).sum();
    let whole: Moments = data.iter().copied().collect();
    let expected = &case["expect"];
    for moments in [merged, whole] {
        assert_eq!(Some(moments.count()), expected["n"].as_u64());
        assert_maybe(moments.mean(), &expected["mean"]);
        assert_maybe(moments.variance(), &expected["variance"]);
        assert_maybe(moments.skewness(), &expected["skewness_g1"]);
        assert_maybe(moments.kurtosis(), &expected["kurtosis_g2"]);
        assert_maybe(moments.min(), &expected["min"]);
        assert_maybe(moments.max(), &expected["max"]);
    }
}

#[test]
fn paired_differences() {
    let case = &GOLDEN["paired_t"];
    let (minuend, subtrahend) = (plain(&numbers(&case["x"])), plain(&numbers(&case["y"])));
    let paired = paired_difference(&subtrahend, &minuend, level(&case["alpha"]));
    let expected = &case["expect"];
    assert_maybe(paired.difference.mean, &expected["mean"]);
    let spread = paired.difference.standard_deviation.expect("five pairs");
    assert_close(spread * spread / 5.0, &expected["var_of_mean"]);
    assert_maybe(paired.difference.low(), &expected["lo"]);
    assert_maybe(paired.difference.high(), &expected["hi"]);
    // The Welch interval names the variance of either side; the mean of five has a fifth of it.
    let sides = number(&case["welch"]["s1"]) + number(&case["welch"]["s2"]);
    let ratio = paired.variance_ratio.expect("spread");
    assert_within(ratio, sides / (5.0 * number(&expected["var_of_mean"])), 1e-9);
}

#[test]
fn ratio_estimates() {
    let expected = &GOLDEN["ratio_estimator"]["expect"];
    let interval = estimate(&ratios(), Level::NINETY_FIVE);
    assert_maybe(interval.mean, &expected["ratio"]);
    let error = interval.standard_deviation.expect("eight replications") / f64::sqrt(8.0);
    assert_close(error, &expected["delta_se"]);
    assert_maybe(interval.low(), &expected["delta_ci95"][0]);
    assert_maybe(interval.high(), &expected["delta_ci95"][1]);
}

#[test]
fn order_statistic_intervals() {
    for case in GOLDEN["quantile_order_stat_ci"]["rows"].as_array().expect("rows") {
        let size = count(&case["n"]).expect("a size");
        let interval = order_statistic_interval(size, number(&case["p"]), level(&case["alpha"]));
        assert_eq!(interval.lower, count(&case["l"]), "{case}");
        assert_eq!(interval.upper, count(&case["u"]), "{case}");
        assert_within(interval.coverage, number(&case["coverage"]), 6e-9);
    }
}

#[test]
fn the_least_sample_with_two_bounds() {
    let table = &GOLDEN["quantile_order_stat_ci"];
    for case in table["minimum_n_for_two_sided_95"].as_array().expect("rows") {
        let size = count(&case["n"]).expect("a size");
        let bounded = |size| {
            let interval = order_statistic_interval(size, number(&case["p"]), Level::NINETY_FIVE);
            interval.lower.is_some() && interval.upper.is_some()
        };
        assert!(bounded(size) && !bounded(size - 1), "{case}");
    }
}

#[test]
fn quantile_conventions() {
    let case = &GOLDEN["sample_quantile_conventions"];
    let mut sorted = numbers(&case["data"]);
    sorted.sort_by(f64::total_cmp);
    for (probability, expected) in case["type7"].as_object().expect("quantiles") {
        let probability = probability.parse().expect("a number");
        assert_maybe(quantile_type7(&sorted, probability), expected);
        let expected = &case["inverse_cdf_type1"][probability.to_string()];
        assert_maybe(quantile_type1(&sorted, probability), expected);
    }
}

#[test]
fn proportion_intervals() {
    for case in rows("proportion_ci") {
        let (successes, trials) = (case["x"].as_u64(), case["n"].as_u64());
        let (successes, trials) = (successes.expect("successes"), trials.expect("trials"));
        let intervals = [
            (wilson(successes, trials, level(&case["alpha"])), &case["wilson"]),
            (clopper_pearson(successes, trials, level(&case["alpha"])), &case["clopper_pearson"]),
        ];
        for (interval, expected) in intervals {
            let (low, high) = interval.expect("trials");
            assert_close(low, &expected[0]);
            assert_close(high, &expected[1]);
        }
    }
}
