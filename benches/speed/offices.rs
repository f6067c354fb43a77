//! Whole offices: a replicated year, the same office at four sizes, and many years on threads.

use antrean::experiment::{self, Settings};
use antrean::office::{Figure, Plan, Simulator, figures};
use antrean::statistics::Level;

use crate::bench::{Bench, Effort, Subject};
use crate::shipped::plan;

const YEARS: [(&str, &str); 2] = [
    ("karimun-app.toml", "a year at Karimun, app"),
    ("karimun-kiosk.toml", "a year at Karimun, kiosks"),
];
/// The offices of the benchmark that one run of takes less than a second, and those it does not.
const SMALL: [(&str, &str); 2] =
    [("benchmark/office.toml", "office x1"), ("benchmark/office-10.toml", "office x10")];
const LARGE: [(&str, &str, u64); 3] = [
    ("benchmark/office-100.toml", "office x100", 3),
    ("benchmark/office-1000.toml", "office x1000", 1),
    ("nation.toml", "a nation of 130 offices", 1),
];
const EVENT: &str = "event";
const THREADS: [(usize, &str); 2] =
    [(1, "1,000 years, app, one thread"), (2, "1,000 years, app, two threads")];
const ROUNDS: u64 = 3;

/// One replication of each shipped scenario of Karimun, all statistics on.
pub fn measure_years(bench: &mut Bench) {
    for (file, name) in YEARS {
        measure_office(bench, name, &plan(file, &[]));
    }
}

/// One replication of the office of the benchmark at its four sizes, and of a nation.
pub fn measure_sizes(bench: &mut Bench) {
    for (file, name) in SMALL {
        measure_office(bench, name, &plan(file, &[]));
    }
    for (file, name, times) in LARGE {
        let plan = plan(file, &[]);
        let figures = figures(&plan);
        let mut simulator = Simulator::new(&plan);
        let subject = Subject::new(name, EVENT, 0);
        bench.measure_in_turn(vec![subject], times, |_| replicate(&mut simulator, &figures));
    }
}

fn measure_office(bench: &mut Bench, name: &str, plan: &Plan) {
    let figures = figures(plan);
    let mut simulator = Simulator::new(plan);
    let subject = Subject::new(name, EVENT, replicate(&mut simulator, &figures));
    bench.measure(subject, Effort::Short, || replicate(&mut simulator, &figures));
}

/// Plays a replication, always the same, and returns how many events it has.
fn replicate(simulator: &mut Simulator, figures: &[Figure]) -> u64 {
    simulator.replicate(0, figures).expect("the books balance").events
}

/// A thousand replications on one thread and on two, in turn.
pub fn measure_threads(bench: &mut Bench) {
    let plan = plan(YEARS[0].0, &["run.replications=1000"]);
    let subject = |(_, name): (usize, &str)| {
        Subject::new(name, EVENT, 0).beside(THREADS[0].1).by_wall_clock()
    };
    bench.measure_in_turn(THREADS.map(subject).to_vec(), ROUNDS, |index| {
        let settings = Settings { threads: THREADS[index].0, level: Level::NINETY_FIVE };
        let results = experiment::play(vec![plan.clone()], settings, &());
        results.expect("the books balance").iter().map(|result| result.events).sum()
    });
}
