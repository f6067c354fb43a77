//! antrean as one of the tools: the office through its scenario file, and the line through its
//! engine.

use std::collections::BTreeMap;
use std::path::Path;

use antrean::office::{Figure, Plan, Simulator, figures};
use antrean::scenario::Scenario;
use cpu_time::ProcessTime;

use crate::Portion;
use crate::line::Customers;
use crate::played::Played;

/// As many as in `line_simpy.py`, so that the figures of both vary alike.
const CUSTOMERS: u64 = 100_000;
const SECONDS_PER_MILLISECOND: f64 = 1e-3;
/// What the peers call a figure, and its measure here.
const FIGURES: [(&str, &str); 3] =
    [("lost", "turned_away"), ("lead", "lead_time_calendar_days"), ("ready", "interview_to_ready")];
const WAIT: &str = "station_wait";

/// Plays the office, all statistics on, as `antrean run` does.
pub fn office(portion: &Portion) -> Played {
    let plan = plan(portion);
    let all = figures(&plan);
    let mut simulator = Simulator::new(&plan);
    let mut played = nothing(portion);
    for number in 0..portion.replications {
        let begun = ProcessTime::now();
        let replication = simulator.replicate(number, &all).expect("the books balance");
        played.seconds.push(begun.elapsed().as_secs_f64());
        played.events.push(replication.events);
        for (figure, observation) in all.iter().zip(&replication.observations) {
            if let Some((name, value)) = name(figure).zip(observation.ratio()) {
                played.figures.entry(name).or_default().push(value);
            }
        }
    }
    Played { peak_bytes: peak_bytes(), ..played }
}

fn plan(portion: &Portion) -> Plan {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/benchmark");
    let file = match portion.scale {
        1 => "office.toml".to_string(),
        scale => format!("office-{scale}.toml"),
    };
    let (scenario, _) = Scenario::load(&folder.join(file), &[format!("run.seed={}", portion.seed)]);
    Plan::new(scenario.expect("the shipped scenarios are sound"))
}

/// What the peers call a figure; none for those that only antrean has.
fn name(figure: &Figure) -> Option<String> {
    if figure.measure.name == WAIT {
        return Some(format!("wait, {}", figure.scope.name()));
    }
    let known = FIGURES.iter().find(|(_, measure)| figure.is_named(measure, None));
    known.map(|(name, _)| name.to_string())
}

/// Plays the line, and the same line anew for each replication.
pub fn line(portion: &Portion) -> Played {
    let mut played = nothing(portion);
    for seed in portion.seed..portion.seed + portion.replications {
        let begun = ProcessTime::now();
        let customers = Customers::new(CUSTOMERS, seed);
        let waited = customers.wait_by_events();
        played.seconds.push(begun.elapsed().as_secs_f64());
        assert_eq!(waited, customers.wait_by_hand(), "the same waits without an event list");
        played.events.push(2 * CUSTOMERS);
        let seconds = waited.milliseconds() as f64 * SECONDS_PER_MILLISECOND;
        played.figures.entry("wait".to_string()).or_default().push(seconds / CUSTOMERS as f64);
    }
    Played { peak_bytes: peak_bytes(), ..played }
}

fn nothing(portion: &Portion) -> Played {
    Played {
        tool: "antrean".to_string(),
        version: env!("CARGO_PKG_VERSION").to_string(),
        seconds: Vec::with_capacity(portion.replications as usize),
        events: Vec::new(),
        figures: BTreeMap::new(),
        peak_bytes: None,
    }
}

/// The most memory of this process so far, where the system tells.
fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
