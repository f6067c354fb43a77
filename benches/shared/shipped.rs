//! The scenarios that are shipped, ready to be played.

use std::path::Path;

use antrean::office::Plan;
use antrean::scenario::Scenario;

/// The plan of a shipped scenario, changed by settings.
pub fn plan(name: &str, settings: &[&str]) -> Plan {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    let settings: Vec<String> = settings.iter().map(|setting| setting.to_string()).collect();
    let (scenario, _) = Scenario::load(&file, &settings);
    Plan::new(scenario.expect("the shipped scenarios are sound"))
}
