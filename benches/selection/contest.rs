//! Contests whose best scenario is known: how often a procedure finds it, and what it costs.
//!
//! Replications are normal with a standard deviation of 1. The first scenario is the best by the
//! indifference amount, all others are alike: the hardest case that the promise covers (the
//! slippage configuration).

use std::f64::consts::TAU;

use antrean::random::{Stream, Streams};
use antrean::statistics::ranking::{Aim, KimNelson, Selection, rinott_constant, rinott_sizes};
use antrean::statistics::{Level, Moments, Observation, SequentialTest, Side, Standard};
use serde_json::Value;

/// Contests, each with luck of its own.
pub const CONTESTS: u64 = 1_000;
/// The least number of right answers that chance leaves to a promise of 95 in 100.
pub const LEAST_RIGHT: usize = 926;
/// How far the mean number of replications may be from the known one, as a share of it.
pub const TOLERANCE: f64 = 0.05;
const FIRST_STAGE: usize = 10;

/// What contests showed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// How many of [`CONTESTS`] gave the right answer.
    pub right: usize,
    /// Replications of a contest on average, all scenarios together.
    pub replications: f64,
}

/// A contest of so many scenarios, any two of which are so correlated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contest {
    /// The scenarios.
    pub scenarios: usize,
    /// The correlation, from 0 to 1.
    pub correlation: f64,
}

/// The contests with a known outcome.
pub const CONTESTS_OF_KIM_NELSON: [Contest; 6] = [
    Contest { scenarios: 2, correlation: 0.0 },
    Contest { scenarios: 2, correlation: 0.6 },
    Contest { scenarios: 5, correlation: 0.0 },
    Contest { scenarios: 5, correlation: 0.6 },
    Contest { scenarios: 10, correlation: 0.0 },
    Contest { scenarios: 10, correlation: 0.6 },
];

/// The standard deviation over the root of the first stage.
fn indifference() -> f64 {
    (FIRST_STAGE as f64).sqrt().recip()
}

fn selection() -> Selection {
    Selection {
        aim: Aim::Largest,
        level: Level::NINETY_FIVE,
        indifference: indifference(),
        first_stage: FIRST_STAGE,
    }
}

/// A normal number (Box & Muller).
fn normal(stream: &mut Stream) -> f64 {
    let radius = (-2.0 * (1.0 - stream.uniform()).ln()).sqrt();
    radius * (TAU * stream.uniform()).cos()
}

/// The luck of a contest: replications of each scenario, one after the other.
struct Luck {
    shared: Stream,
    own: Vec<Stream>,
    correlation: f64,
}

impl Luck {
    fn new(contest: Contest, seed: u64) -> Self {
        let stream = |entity: usize| Streams::new(seed, 0).stream(entity as u64, 0);
        let own = (1..=contest.scenarios).map(stream).collect();
        Luck { shared: stream(0), own, correlation: contest.correlation }
    }

    fn replication(&mut self) -> Vec<f64> {
        let shared = self.correlation.sqrt() * normal(&mut self.shared);
        let share = (1.0 - self.correlation).sqrt();
        let values = self.own.iter_mut().map(|own| shared + share * normal(own));
        values.enumerate().map(|(scenario, value)| value + better(scenario)).collect()
    }
}

fn better(scenario: usize) -> f64 {
    if scenario == 0 { indifference() } else { 0.0 }
}

fn summed(contests: impl Iterator<Item = (bool, usize)>) -> Outcome {
    let mut moments = Moments::default();
    let mut right = 0;
    for (is_right, replications) in contests {
        right += usize::from(is_right);
        moments.add(replications as f64);
    }
    Outcome { right, replications: moments.mean().unwrap_or(0.0) }
}

impl Contest {
    /// The outcome of Kim & Nelson.
    pub fn kim_nelson(self) -> Outcome {
        summed((1..=CONTESTS).map(|seed| {
            let mut luck = Luck::new(self, seed);
            let mut procedure = KimNelson::new(self.scenarios, selection());
            let mut replications = 0;
            while procedure.selected().is_none() {
                let values = luck.replication();
                let of = |scenario: &usize| Observation::value(values[*scenario]);
                let replication: Vec<Observation> = procedure.survivors().iter().map(of).collect();
                replications += replication.len();
                procedure.add(&replication);
            }
            (procedure.selected() == Some(0), replications)
        }))
    }

    /// The outcome of Rinott.
    pub fn rinott(self) -> Outcome {
        let constant = rinott_constant(self.scenarios, &selection());
        summed((1..=CONTESTS).map(|seed| {
            let mut own = Luck::new(self, seed).own;
            let mut samples: Vec<Moments> = (0..self.scenarios)
                .map(|scenario| sample(&mut own[scenario], scenario, FIRST_STAGE))
                .collect();
            let variances = samples.iter().filter_map(Moments::variance).collect::<Vec<f64>>();
            let sizes = rinott_sizes(constant, &variances, &selection());
            for (scenario, (first, size)) in samples.iter_mut().zip(&sizes).enumerate() {
                first.merge(&sample(&mut own[scenario], scenario, size - FIRST_STAGE));
            }
            let means: Vec<f64> = samples.iter().filter_map(Moments::mean).collect();
            (Aim::Largest.best(&means) == Some(0), sizes.iter().sum())
        }))
    }
}

fn sample(own: &mut Stream, scenario: usize, size: usize) -> Moments {
    (0..size).map(|_| normal(own) + better(scenario)).collect()
}

/// The outcome of holding a mean against a standard from which it is so many indifference amounts
/// away.
pub fn against_a_standard(distance: f64) -> Outcome {
    let right = if distance < 0.0 { Side::Below } else { Side::Above };
    let standard = Standard {
        value: 20.0,
        indifference: indifference(),
        level: Level::NINETY_FIVE,
        first_stage: FIRST_STAGE,
    };
    summed((1..=CONTESTS).map(|seed| {
        let mut stream = Streams::new(seed, 0).stream(0, 0);
        let mut test = SequentialTest::new(standard);
        while test.side().is_none() {
            let value = standard.value + distance * standard.indifference + normal(&mut stream);
            test.add(Observation::value(value));
        }
        (test.side() == Some(right), test.replications())
    }))
}

/// What a correct implementation shows, where another program found out: the share of right answers
/// and the mean number of replications.
pub fn known(procedure: &str, contest: Contest) -> Option<(f64, f64)> {
    let text = include_str!("../../tests/reference/pcs_reference.json");
    let rows: Vec<Value> = serde_json::from_str(text).expect("valid JSON");
    let wanted = |row: &&Value| {
        row["proc"] == procedure
            && row["k"] == contest.scenarios
            && row.get("correlation").is_none_or(|known| *known == contest.correlation)
    };
    let row = rows.iter().find(wanted)?;
    Some((row["PCS"].as_f64()?, row["mean_total"].as_f64()?))
}

/// Whether an outcome keeps the promise, at the cost that is known if any is.
pub fn is_right(outcome: Outcome, known: Option<(f64, f64)>) -> bool {
    let off = known.map_or(0.0, |(_, cost)| (outcome.replications / cost - 1.0).abs());
    LEAST_RIGHT <= outcome.right && off <= TOLERANCE
}
