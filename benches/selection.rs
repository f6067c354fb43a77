//! Selection and stopping: how often procedures with a promise are right, and what it costs.
//!
//! Run by `cargo bench --bench selection`; takes seconds. It fails if one breaks its promise or
//! costs otherwise than what another program found for a correct one.

#[path = "selection/contest.rs"]
mod contest;
#[path = "selection/stopping.rs"]
mod stopping;

use std::process::ExitCode;

use contest::{CONTESTS, CONTESTS_OF_KIM_NELSON, Outcome, against_a_standard, is_right, known};

/// Prints a row; tells whether it is as it should be.
fn report(what: &str, outcome: Outcome, known: Option<(f64, f64)>) -> bool {
    let share = outcome.right as f64 / CONTESTS as f64;
    let reference = known
        .map_or("-".to_string(), |(share, replications)| format!("{share:.3}, {replications:.0}"));
    let holds = is_right(outcome, known);
    let verdict = if holds { "" } else { " NOT as it should be" };
    println!("| {what} | {share:.3} | {:.0} | {reference} |{verdict}", outcome.replications);
    holds
}

/// Prints how often intervals hold the truth after stopping; tells whether all is as it should be.
fn stopped() -> bool {
    println!();
    println!("| stops at | level | from | holds the truth | replications | a correct one |");
    println!("|---|---|---|---|---|---|");
    let (truth, cases) = stopping::known();
    let mut holds = true;
    for case in cases {
        let (coverage, replications) = case.played(truth);
        let verdict = if case.is_right((coverage, replications)) { "" } else { " NOT so" };
        holds &= verdict.is_empty();
        println!(
            "| {} | {} | {} | {coverage:.3} | {replications:.0} | {:.3}, {:.0} |{verdict}",
            case.precision, case.level, case.minimum, case.coverage, case.replications
        );
    }
    holds
}

fn main() -> ExitCode {
    println!("| procedure | right | replications | a correct one |");
    println!("|---|---|---|---|");
    let mut holds = true;
    for contest in CONTESTS_OF_KIM_NELSON {
        let (scenarios, correlation) = (contest.scenarios, contest.correlation);
        let what = format!("Kim & Nelson, {scenarios} scenarios, correlation {correlation}");
        holds &= report(&what, contest.kim_nelson(), known("KN", contest));
        if correlation == 0.0 {
            let what = format!("Rinott, {scenarios} scenarios");
            holds &= report(&what, contest.rinott(), known("Rinott", contest));
        }
    }
    for distance in [1.0, -1.0, 2.0] {
        let what = format!("a standard, {distance} indifference amounts away");
        holds &= report(&what, against_a_standard(distance), None);
    }
    holds &= stopped();
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
