//! The office of the benchmark in nexosim: a model for the desk that books, one for each stage and
//! one for production, joined by ports.

mod figures;
mod office;
mod parameters;

use cpu_time::ProcessTime;
use nexosim::simulation::SimulationError;

use crate::figures::Figures;
use crate::parameters::Parameters;

const VERSION: &str = "1.0.0";

fn main() -> Result<(), SimulationError> {
    let number = |name: &str| option(name).unwrap_or(1);
    let parameters = Parameters::read(number("--scale"));
    let (mut seconds, mut played) = (Vec::new(), Vec::new());
    for seed in (0..number("--replications")).map(|index| number("--seed") + index) {
        let begun = ProcessTime::now();
        played.push(office::play(&parameters, seed)?);
        seconds.push(begun.elapsed().as_secs_f64());
    }
    println!("{}", report(&parameters, &seconds, &played));
    Ok(())
}

/// The whole number behind a name on the command line.
fn option(name: &str) -> Option<u64> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    let value = arguments.nth(1)?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} must be a whole number, not {value}")))
}

fn report(parameters: &Parameters, seconds: &[f64], played: &[Figures]) -> serde_json::Value {
    let names = played.first().map(|first| first.means(parameters)).unwrap_or_default();
    let values = |name: &String| {
        let of = |figures: &Figures| figures.means(parameters)[name];
        (name.clone(), played.iter().map(of).collect::<Vec<f64>>().into())
    };
    let figures: serde_json::Map<_, _> = names.keys().map(values).collect();
    serde_json::json!({
        "tool": "nexosim",
        "version": VERSION,
        "seconds": seconds,
        "events": played.iter().map(Figures::events).collect::<Vec<u64>>(),
        "figures": figures,
        "peak_bytes": peak_bytes(),
    })
}

/// The most memory of this process so far, where the system tells.
fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
