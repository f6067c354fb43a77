//! Poisson arrivals see time averages: who comes finds the desk busy as often as it is busy.

use std::path::Path;

use antrean::office::{Plan, Simulator, figures};
use antrean::scenario::{Scenario, THEORY};

use crate::ready::ready;

/// Standard deviations that once in 370 and once in 1,000 times are exceeded by chance.
const DOUBTFUL: f64 = 3.0;
const WRONG: f64 = 3.3;

fn plan(seed: u64) -> Plan {
    let seed = format!("run.seed={seed}");
    ready(Scenario::load_from(THEORY, Path::new("mm1.toml"), &[seed]))
}

/// The mean difference between two shares over replications, in its standard deviations.
fn standardized_difference(plan: &Plan, replications: u64) -> f64 {
    let figures: Vec<_> = figures(plan)
        .into_iter()
        .filter(|figure| ["station_delayed", "station_use"].contains(&figure.measure.name))
        .collect();
    let mut simulator = Simulator::new(plan);
    let differences: Vec<f64> = (0..replications)
        .map(|number| {
            let run = simulator.replicate(number, &figures).expect("outcomes add up");
            let [delayed, used] = [0, 1].map(|index| run.observations[index].ratio());
            delayed.expect("people came") - used.expect("it was open")
        })
        .collect();
    let count = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / count;
    let squares: f64 = differences.iter().map(|value| (value - mean) * (value - mean)).sum();
    mean / (squares / (count - 1.0) / count).sqrt()
}

#[test]
fn who_comes_finds_the_desk_busy_as_often_as_it_is() {
    let first = standardized_difference(&plan(1), 30).abs();
    if DOUBTFUL < first {
        let again = standardized_difference(&plan(2), 300).abs();
        assert!(again <= WRONG, "{first} and again {again} standard deviations");
    }
}

/// The counterpart: appointments find an idle desk more often than it is idle.
#[test]
fn who_comes_by_appointment_does_not() {
    let plan = ready(Scenario::load_from(THEORY, Path::new("appointments-dm1.toml"), &[]));
    assert!(DOUBTFUL < standardized_difference(&plan, 30).abs());
}
