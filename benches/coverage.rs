//! Coverage: how many of a thousand intervals hold the truth, each from an experiment of its own.
//!
//! Run by `cargo bench --bench coverage`; takes minutes. It fails if intervals for a mean cover
//! otherwise than those of a correct t interval, known from 60,000 experiments of another program.

use std::process::ExitCode;

use antrean::experiment::{self, Settings};
use antrean::office::Plan;
use antrean::scenario::Scenario;
use antrean::scenario::reading::Colour;
use antrean::statistics::{Estimate, Level, Moments, Observation, estimate, paired_difference};
use serde_json::Value;

#[path = "coverage/offices.rs"]
mod offices;
#[path = "coverage/transient.rs"]
mod transient;

use transient::mean_wait;

/// Experiments, each with a seed of its own.
const EXPERIMENTS: u64 = 1_000;
/// Replications of an experiment; smaller ones are its beginnings.
const SIZES: [usize; 4] = [5, 10, 20, 40];
const MOST: u32 = 40;
/// Replications from which the truth is taken where no theory knows it.
const LONG: u32 = 40_000;
const LONG_SEED: u64 = 1 << 40;
/// Standard normal deviates beyond which lies one in a thousand.
const ONE_IN_A_THOUSAND: f64 = 3.29;

fn plan(text: &str) -> Plan {
    match Scenario::parse("coverage", text) {
        (Some(scenario), _) => Plan::new(scenario),
        (None, findings) => panic!("{}", findings.render(Colour::Plain)),
    }
}

/// What each replication of plans shows of a measure, and what the program makes of the first.
fn observe(
    plans: &[Plan],
    measure: &str,
    (seed, replications): (u64, u32),
) -> Vec<Vec<Observation>> {
    let sized = plans.iter().cloned().map(|mut plan| {
        (plan.scenario.run.seed, plan.scenario.run.replications) = (seed, replications);
        plan
    });
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let settings = Settings { threads, level: Level::NINETY_FIVE };
    let results = experiment::play(sized.collect(), settings, &());
    let figures = results.expect("applicants and outcomes add up");
    let of = |result: &experiment::ScenarioResult| {
        let figure = result.overall(measure).expect("the measure exists");
        assert_eq!(figure.estimate, estimate(&figure.observations, Level::NINETY_FIVE));
        figure.observations.clone()
    };
    figures.iter().map(of).collect()
}

/// Observations of every experiment: by experiment, plan and replication.
fn experiments(plans: &[Plan], measure: &str) -> Vec<Vec<Vec<Observation>>> {
    (1..=EXPERIMENTS).map(|seed| observe(plans, measure, (seed, MOST))).collect()
}

/// The share of intervals that hold the truth, and their mean half-width as a share of it.
fn coverage(intervals: &[Estimate], truth: f64) -> (f64, f64) {
    let holds = |of: &&Estimate| {
        let ends = of.low().zip(of.high());
        ends.is_some_and(|(low, high)| low <= truth && truth <= high)
    };
    let covered = intervals.iter().filter(holds).count() as f64 / intervals.len() as f64;
    let widths: Moments = intervals.iter().filter_map(|of| of.half_width).collect();
    (covered, widths.mean().unwrap_or(f64::NAN) / truth.abs())
}

/// Prints a row for each size of experiment.
fn report(
    what: &str,
    truth: f64,
    intervals: impl Fn(usize) -> Vec<Estimate>,
    mut remark: impl FnMut(usize, f64) -> String,
) {
    for size in SIZES {
        let (covered, width) = coverage(&intervals(size), truth);
        let remark = remark(size, covered);
        println!("| {what} | {size} | {covered:.3} | {:.0} % | {remark} |", 100.0 * width);
    }
}

/// The coverage of a correct t interval at a size, and its standard error.
fn reference(size: usize) -> (f64, f64) {
    let text = include_str!("../tests/reference/coverage_reference.json");
    let known: Value = serde_json::from_str(text).expect("valid JSON");
    let rows = known["mm1_d25_fixed_sample"]["rows"].as_array().expect("rows").clone();
    let wanted = |row: &&Value| row["n"] == size && row["level"] == 0.95;
    let row = rows.iter().find(wanted).expect("the size is in the file");
    (row["coverage"].as_f64().expect("a share"), row["se"].as_f64().expect("an error"))
}

/// The mean wait of the first 25 people; tells at how many sizes it covers otherwise than it
/// should.
fn of_a_mean(waits: &[Vec<Vec<Observation>>]) -> usize {
    let mut strays = 0;
    let intervals =
        |size: usize| waits.iter().map(|of| estimate(&of[0][..size], Level::NINETY_FIVE)).collect();
    report("a mean", mean_wait(25, 0.9), intervals, |size, covered| {
        let (expected, error) = reference(size);
        let variance = expected * (1.0 - expected) / EXPERIMENTS as f64 + error * error;
        let band = ONE_IN_A_THOUSAND * variance.sqrt();
        let difference = covered - expected;
        let within = difference.abs() <= band;
        strays += usize::from(!within);
        let verdict = if within { "within" } else { "NOT within" };
        format!("a correct one {expected:.3}: {difference:+.3}, {verdict} {band:.3}")
    });
    strays
}

/// The same people served faster: their waits, paired.
fn of_a_difference(waits: &[Vec<Vec<Observation>>]) {
    let truth = mean_wait(25, 0.8) - mean_wait(25, 0.9);
    let intervals = |size: usize| {
        let paired = |of: &Vec<Vec<Observation>>| {
            paired_difference(&of[0][..size], &of[1][..size], Level::NINETY_FIVE).difference
        };
        waits.iter().map(paired).collect()
    };
    report("a paired difference", truth, intervals, |_, _| nominal());
}

/// The truth, and what all experiments together say of it.
fn say_mean(what: &str, truth: f64, together: &Estimate) {
    let size = (together.replications as f64).sqrt();
    let error = together.standard_deviation.map_or(f64::NAN, |spread| spread / size);
    let mean = together.mean.unwrap_or(f64::NAN);
    let strays = (mean - truth) / error;
    println!("{what}: {truth:.6} in theory, {mean:.6} in all experiments ({strays:+.1} errors)");
}

/// One side of all experiments, or of those so many places on.
fn side(waits: &[Vec<Vec<Observation>>], plan: usize, shift: usize) -> Vec<Observation> {
    let experiments = waits.iter().cycle().skip(shift).take(waits.len());
    experiments.flat_map(|of| &of[plan]).copied().collect()
}

/// How many times fewer replications pairing needs than runs with seeds of their own.
fn gain(waits: &[Vec<Vec<Observation>>]) -> f64 {
    let variance = |shift| {
        let (base, other) = (side(waits, 0, 0), side(waits, 1, shift));
        let paired = paired_difference(&base, &other, Level::NINETY_FIVE);
        paired.difference.standard_deviation.expect("it varies").powi(2)
    };
    variance(1) / variance(0)
}

/// A figure whose truth only a very long experiment knows.
fn of_a_figure(what: &str, text: &str, measure: &str) -> Estimate {
    let plans = [plan(text)];
    let long = observe(&plans, measure, (LONG_SEED, LONG)).remove(0);
    let truth = estimate(&long, Level::NINETY_FIVE);
    let seen = experiments(&plans, measure);
    let intervals =
        |size: usize| seen.iter().map(|of| estimate(&of[0][..size], Level::NINETY_FIVE)).collect();
    report(what, truth.mean.expect("it speaks"), intervals, |_, _| nominal());
    truth
}

/// What an exact interval would show at the nominal level.
fn nominal() -> String {
    let text = include_str!("../tests/reference/stat_vectors.json");
    let known: Value = serde_json::from_str(text).expect("valid JSON");
    let rows = known["coverage_acceptance_99.9pct"].as_array().expect("rows").clone();
    let wanted = |row: &&Value| row["macro_replications"] == EXPERIMENTS && row["nominal"] == 0.95;
    let row = rows.iter().find(wanted).expect("the size is in the file");
    format!("an exact one {} to {}", row["accept_share_from"], row["accept_share_to"])
}

fn say_truth(what: &str, truth: &Estimate) {
    let error = truth.standard_deviation.zip(Some(f64::from(LONG).sqrt()));
    let error = error.map_or(f64::NAN, |(spread, root)| spread / root);
    println!("{what}: {:.5}, standard error {error:.5}", truth.mean.unwrap_or(f64::NAN));
}

fn main() -> ExitCode {
    println!("| interval for | replications | holds the truth | half-width | compare |");
    println!("|---|---|---|---|---|");
    let waits = experiments(&[plan(&offices::queue(54)), plan(&offices::queue(48))], "waiting");
    let strays = of_a_mean(&waits);
    of_a_difference(&waits);
    let p90 = of_a_figure("a 90th percentile", &offices::desk(), "waiting_p90");
    let share = of_a_figure("a three-day share", &offices::files(), "ready_within_promise");
    println!();
    let (slow, fast) = (side(&waits, 0, 0), side(&waits, 1, 0));
    let level = Level::NINETY_FIVE;
    say_mean("mean wait of the first 25, min", mean_wait(25, 0.9), &estimate(&slow, level));
    let difference = mean_wait(25, 0.8) - mean_wait(25, 0.9);
    let paired = paired_difference(&slow, &fast, level).difference;
    say_mean("its difference, min", difference, &paired);
    println!("pairing needs {:.1} times fewer replications", gain(&waits));
    say_truth("mean of the 90th percentiles of a day, min", &p90);
    println!("90th percentile of all days, min: {:.5}", offices::long_run_p90());
    say_truth("share ready within three working days", &share);
    match strays {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
