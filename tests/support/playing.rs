//! Plans played by the experiment layer, for the tests that read figures.

use antrean::experiment::{ScenarioResult, Settings, Watch, play};
use antrean::office::Plan;
use antrean::statistics::Level;

/// Watches nothing.
pub struct Nobody;

impl Watch for Nobody {
    fn done(&self) {}
}

/// The level of all intervals.
pub fn level() -> Level {
    Level::new(0.95).expect("95 % is a level")
}

/// The results of plans, in their order.
pub fn played(plans: Vec<Plan>) -> Vec<ScenarioResult> {
    let settings = Settings { threads: 2, level: level() };
    play(plans, settings, &Nobody).expect("applicants and outcomes add up")
}
