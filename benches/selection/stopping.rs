//! Experiments that stop once they are precise enough: how often their interval still holds the
//! truth, and how long they take.
//!
//! The figure is the mean wait of the first 25 people before one desk (M/M/1 at load 0.9).

use antrean::random::{Stream, Streams};
use antrean::statistics::{
    Estimate, Level, LookAhead, Moments, Observation, Precision, Sequential, StoppingRule,
};
use serde_json::Value;

/// Experiments, each with luck of its own.
pub const EXPERIMENTS: u64 = 1_000;
const CUSTOMERS: usize = 25;
const LOAD: f64 = 0.9;
/// No experiment needs as many.
const FAR_OFF: usize = 100_000;
/// Standard normal deviates beyond which lies one in a thousand.
const ONE_IN_A_THOUSAND: f64 = 3.29;
/// How far the mean number of replications may be from the known one, as a share of it.
const TOLERANCE: f64 = 0.05;

/// A known case: Law's rule at a relative precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// The share of the true mean.
    pub precision: f64,
    /// The level of the interval.
    pub level: f64,
    /// The least number of replications.
    pub minimum: usize,
    /// The share of intervals of a correct program that hold the truth.
    pub coverage: f64,
    /// Its mean number of replications.
    pub replications: f64,
}

/// The mean wait, exactly, and the known cases.
pub fn known() -> (f64, Vec<Case>) {
    let text = include_str!("../../tests/reference/coverage_reference.json");
    let known: Value = serde_json::from_str(text).expect("valid JSON");
    let number = |value: &Value| value.as_f64().expect("a number");
    let case = |row: &Value| Case {
        precision: number(&row["gamma"]),
        level: number(&row["level"]),
        minimum: number(&row["n0"]) as usize,
        coverage: number(&row["ci_coverage"]),
        replications: number(&row["mean_n"]),
    };
    let rows = known["sequential_law_mm1_d25"].as_array().expect("rows");
    let mut cases: Vec<Case> = rows.iter().map(case).collect();
    // The fourth is a fifth of the estimated mean, which is a quarter of the true one.
    cases[3].precision = 0.25;
    (number(&known["mm1_d25_fixed_sample"]["true"]), cases)
}

impl Case {
    /// The share of experiments whose interval holds the truth, and their mean length.
    pub fn played(self, truth: f64) -> (f64, f64) {
        let rule = StoppingRule {
            level: Level::new(self.level).expect("a level"),
            minimum: self.minimum,
            maximum: FAR_OFF,
            look_ahead: LookAhead::None,
        };
        let mut lengths = Moments::default();
        let mut covered = 0;
        for seed in 1..=EXPERIMENTS {
            let mut sequential = Sequential::new(vec![Precision::Relative(self.precision)], rule);
            while !sequential.is_over() {
                let replication = sequential.replications() as u64;
                sequential.add(&[Observation::value(mean_wait(seed, replication))]);
            }
            lengths.add(sequential.replications() as f64);
            covered += usize::from(sequential.estimates().all(|of| holds(&of, truth)));
        }
        (covered as f64 / EXPERIMENTS as f64, lengths.mean().unwrap_or(0.0))
    }

    /// Whether both are what chance leaves to a correct program.
    pub fn is_right(self, (coverage, replications): (f64, f64)) -> bool {
        let variance = self.coverage * (1.0 - self.coverage) / EXPERIMENTS as f64;
        let band = ONE_IN_A_THOUSAND * variance.sqrt();
        let off = (replications / self.replications - 1.0).abs();
        (coverage - self.coverage).abs() <= band && off <= TOLERANCE
    }
}

fn holds(estimate: &Estimate, truth: f64) -> bool {
    let ends = estimate.low().zip(estimate.high());
    ends.is_some_and(|(low, high)| low <= truth && truth <= high)
}

/// The mean wait of a replication, in mean gaps between customers (Lindley 1952).
fn mean_wait(seed: u64, replication: u64) -> f64 {
    let mut stream = Streams::new(seed, replication).stream(0, 0);
    let exponential = |stream: &mut Stream| -(1.0 - stream.uniform()).ln();
    let (mut wait, mut sum) = (0.0, 0.0);
    for _ in 0..CUSTOMERS {
        sum += wait;
        wait = f64::max(0.0, wait + LOAD * exponential(&mut stream) - exponential(&mut stream));
    }
    sum / CUSTOMERS as f64
}
