//! Scenarios that differ by the value of one key.

use std::path::Path;

use crate::cli::load::load_point;
use crate::experiment::Ladder;
use crate::scenario::{Lever, Scenario};

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
    let today = scenarios.iter().position(|scenario| scenario.is_played_like(today));
    Some(Ladder { scenarios, today })
}
