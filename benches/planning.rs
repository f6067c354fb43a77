//! How often a plan finds the exact answer: 100 plans with seeds of their own.
//!
//! Run by `cargo bench --bench planning`; takes about half a minute. It fails if fewer than 95 are
//! right.

#[path = "../tests/support/weekly_office.rs"]
mod weekly_office;

use std::process::ExitCode;
use std::thread::available_parallelism;

const PLANS: u64 = 100;
const PROMISED: usize = 95;

fn main() -> ExitCode {
    let threads = available_parallelism().map_or(1, |threads| threads.get());
    let exact = weekly_office::exact();
    for quota in [exact, exact + 1] {
        println!("quota {quota}: mean backlog {:?}", weekly_office::mean_backlog(quota));
    }
    let (mut right, mut replications, mut values) = (0, 0, 0);
    for seed in 1..=PLANS {
        let planned = weekly_office::planned(seed, 40, threads);
        right += usize::from(weekly_office::found(&planned) == Some(exact));
        replications += planned.tried.iter().map(|tried| tried.replications).sum::<u64>();
        values += planned.tried.len();
    }
    let (replications, values) = (replications / PLANS, values as f64 / PLANS as f64);
    println!(
        "{right} of {PLANS} plans found {exact}; {values:.1} values and {replications} replications each"
    );
    if PROMISED <= right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
