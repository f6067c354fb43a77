//! Scenarios that differ by the value of one key.

use std::path::Path;

use crate::cli::load::load_point;
use crate::experiment::Ladder;
use crate::scenario::{Lever, References, Scenario};

/// The scenarios of a lever's values, with what is the same for all of them; nothing if one cannot
/// be, which is shown.
pub fn ladder(
    path: &Path,
    (settings, seed): (&[String], Option<u64>),
    (lever, today): (&Lever, &Scenario),
) -> Option<Ladder> {
    let mut scenarios = Vec::with_capacity(lever.values.len());
    for value in 0..lever.values.len() {
        let mut settings = settings.to_vec();
        settings.push(lever.setting(value));
        let mut scenario = load_point(path, &settings)?.scenario;
        scenario.run.seed = seed.unwrap_or(scenario.run.seed);
        scenarios.push(scenario);
    }
    let today = scenarios.iter().position(|scenario| is_same(scenario, today));
    Some(Ladder { scenarios, today })
}

/// Whether two scenarios are played alike, whatever keys they state.
fn is_same(left: &Scenario, right: &Scenario) -> bool {
    let played = |of: &Scenario| Scenario { references: References::default(), ..of.clone() };
    played(left) == played(right)
}
