//! From what a scenario file says to a plan, for the tests that play scenarios.

use antrean::office::Plan;
use antrean::scenario::Scenario;
use antrean::scenario::reading::{Colour, Findings};

/// The plan of a scenario that must be free of errors.
#[track_caller]
pub fn ready((scenario, findings): (Option<Scenario>, Findings)) -> Plan {
    match scenario {
        Some(scenario) => Plan::new(scenario),
        None => panic!("the scenario has mistakes:\n{}", findings.render(Colour::Plain)),
    }
}
