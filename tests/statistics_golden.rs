//! The statistics layer held against golden values: textbook examples and figures computed
//! independently.
//!
//! Of `ratio_estimator` the jackknife is left out, for the program has the delta method only. Of
//! `rng_kat.json` only the way from words to uniform numbers concerns this program: its generator
//! is SplitMix64, whose known answers stand beside it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use antrean::random::Streams;
use antrean::statistics::{
    DayHistogram, DurationHistogram, Level, Moments, Observation, PairedDifference,
    clopper_pearson, estimate, order_statistic_interval, paired_difference, quantile_type1,
    quantile_type7, wilson,
};
use rand::Rng;
use serde_json::Value;

/// Entries of `stat_vectors.json` that the tests below hold.
const HELD: [&str; 10] = [
    "t_quantiles",
    "t_ci",
    "moments_merge",
    "paired_t",
    "banks_four_designs",
    "proportion_ci",
    "proportion_note",
    "ratio_estimator",
    "quantile_order_stat_ci",
    "sample_quantile_conventions",
];

/// Entries that `tests/procedures_golden.rs` holds.
const HELD_THERE: [&str; 12] = [
    "mser5",
    "mser5_artefact",
    "mser5_rule",
    "welch",
    "sequential",
    "multiplicity",
    "rinott_two_stage",
    "nsgs",
    "kn",
    "kn_eta",
    "ocba",
    "sobol",
];

/// Entries on procedures that the program does not have: batches, control variates, other ways of
/// selecting the best. The last is read by `benches/coverage.rs`.
const WITHOUT_PROCEDURE: [&str; 6] = [
    "chi2_quantiles",
    "batch_means",
    "control_variate",
    "dudewicz_dalal_law_inventory",
    "gsp_eta",
    "coverage_acceptance_99.9pct",
];

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
fn every_entry_is_held_or_has_no_procedure_here() {
    let here_or_there = HELD.into_iter().chain(HELD_THERE);
    let known: BTreeSet<&str> = here_or_there.chain(WITHOUT_PROCEDURE).collect();
    let entries = GOLDEN.as_object().expect("a table").keys().map(String::as_str);
    assert_eq!(known, entries.collect());
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

/// Two cuts anywhere give three shards, some of them empty.
#[test]
fn moments_of_any_shards() {
    let data = numbers(&GOLDEN["moments_merge"]["data"]);
    let offset: Vec<f64> = data.iter().map(|value| value + 1e9).collect();
    for (data, tolerance) in [(data, 1e-12), (offset, 1e-6)] {
        let whole: Moments = data.iter().copied().collect();
        for (first, second) in (0..=data.len()).flat_map(|cut| (0..=cut).map(move |at| (at, cut))) {
            let shards = [&data[..first], &data[first..second], &data[second..]];
            let merged: Moments =
                shards.into_iter().map(|shard| shard.iter().copied().collect::<Moments>()).sum();
            let figures = |of: &Moments| [of.mean(), of.variance()].map(|of| of.expect("values"));
            for (merged, whole) in figures(&merged).into_iter().zip(figures(&whole)) {
                assert_within(merged, whole, tolerance);
            }
            assert_eq!((merged.min(), merged.max()), (whole.min(), whole.max()));
        }
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
    let each = estimate(&plain(&numbers(&expected["z"])), level(&case["alpha"]));
    assert_within(paired.difference.mean.expect("pairs"), each.mean.expect("pairs"), 1e-12);
    assert_within(spread, each.standard_deviation.expect("pairs"), 1e-12);
}

/// The variance of a difference is the sum of the variances less twice the covariance.
fn assert_pair(paired: &PairedDifference, variances: [f64; 2], of_difference: &Value) {
    let spread = paired.difference.standard_deviation.expect("ten pairs");
    assert_close(spread * spread, of_difference);
    let sum = variances[0] + variances[1];
    let covariance = 0.5 * (sum - number(of_difference));
    let correlation = covariance / (variances[0] * variances[1]).sqrt();
    assert_within(paired.correlation.expect("spread"), correlation, 1e-9);
    assert_within(paired.variance_ratio.expect("spread"), sum / number(of_difference), 1e-7);
}

#[test]
fn all_pairs_of_four_designs() {
    let case = &GOLDEN["banks_four_designs"];
    let rows = case["data"].as_array().expect("designs").iter();
    let designs: Vec<Vec<Observation>> = rows.map(|row| plain(&numbers(row))).collect();
    let variances = numbers(&case["expect"]["sample_variances"]);
    for (pair, of_difference) in case["expect"]["variance_of_differences"].as_object().expect("it")
    {
        let place = |name: &str| name.parse::<usize>().expect("a number") - 1;
        let (other, base) = pair.split_once('-').expect("a pair");
        let (other, base) = (place(other), place(base));
        let paired = paired_difference(&designs[base], &designs[other], Level::NINETY_FIVE);
        assert_pair(&paired, [variances[base], variances[other]], of_difference);
    }
    for (other, first) in [("1-2", 1), ("1-3", 2), ("1-4", 3)] {
        // Bonferroni over three intervals at 95 % in all.
        let level = Level::new(1.0 - 0.05 / 3.0).expect("a level");
        let expected = &case["expect"]["bonferroni_1_minus_j_95pct_overall"][other];
        let paired = paired_difference(&designs[first], &designs[0], level).difference;
        assert_maybe(paired.mean, &expected["mean"]);
        assert_maybe(paired.half_width, &expected["half"]);
    }
    for (design, expected) in designs.iter().zip(numbers(&case["expect"]["means"])) {
        let mean = estimate(design, Level::NINETY_FIVE).mean.expect("ten values");
        assert_within(mean, expected, 1e-9);
    }
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
    let own: Vec<f64> = ratios().iter().filter_map(Observation::ratio).collect();
    assert_maybe(estimate(&plain(&own), Level::NINETY_FIVE).mean, &expected["mean_of_ratios"]);
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
        assert_histograms(&sorted, probability, number(expected));
    }
}

/// Hundredths counted as whole days are exact; minutes counted as durations within half a bin.
#[track_caller]
fn assert_histograms(values: &[f64], probability: f64, expected: f64) {
    let (mut days, mut durations) = (DayHistogram::default(), DurationHistogram::default());
    for value in values {
        days.add((value * 100.0).round() as u32, 1);
        durations.record((value * 60_000.0).round() as i64);
    }
    assert_eq!(days.quantile(probability), Some((expected * 100.0).round() as u32));
    let quantile = durations.quantile(probability).expect("durations") as f64 / 60_000.0;
    assert!((quantile / expected - 1.0).abs() <= 0.004, "{quantile} is not {expected}");
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

#[test]
fn uniform_numbers() {
    let vectors: Value =
        serde_json::from_str(include_str!("reference/rng_kat.json")).expect("valid JSON");
    let mapped = |word: u64| (word >> 11) as f64 * f64::powi(2.0, -53);
    for example in vectors["uniform_mapping"]["examples"].as_array().expect("examples") {
        let word = example["x"].as_str().expect("a word").trim_start_matches("0x");
        let word = u64::from_str_radix(word, 16).expect("hexadecimal");
        assert_within(mapped(word), number(&example["u"]), 2e-16);
        assert!(mapped(word) < 1.0, "never 1");
    }
    for entity in 0..1_000 {
        let mut stream = Streams::new(2019, 0).stream(entity, 0);
        let word = stream.clone().next_u64();
        assert_eq!(stream.uniform(), mapped(word));
    }
}
