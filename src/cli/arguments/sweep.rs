//! What a sweep can be asked for.

use std::path::PathBuf;

use clap::{Args, value_parser};

use crate::cli::arguments::{Manner, Playing, level};
use crate::statistics::Level;

/// A scenario, the keys that take other values, and how it is played.
#[derive(Args, Debug)]
pub struct SweepRequest {
    /// Scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// A key and its values, as in booking.daily_quota=40..80:5 or 'booking.release=[rolling,
    /// { weekly = "fri 14:00" }]'; of several keys every combination is played
    #[arg(long, required = true, value_name = "KEY=VALUES")]
    pub vary: Vec<String>,
    /// Instead of every combination so many spread over the values: latin-hypercube or sobol
    #[arg(long, num_args = 2, value_names = ["DESIGN", "POINTS"])]
    pub design: Vec<String>,
    /// A measure to print and to chart; may be repeated [default: those of the targets, else
    /// passports, wait, promise and use of the quota]
    #[arg(long = "measure", value_name = "NAME")]
    pub measures: Vec<String>,
    /// Tell how each point differs from the scenario as it stands, too
    #[arg(long)]
    pub against_base: bool,
    /// Change a key of every point, as in booking.daily_quota=55 or stage.interview.desks=4
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Replications of each point, instead of run.replications
    #[arg(long, short = 'n', value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub replications: Option<u32>,
    #[command(flatten)]
    pub playing: Playing,
    /// Confidence level of the intervals
    #[arg(long, value_name = "SHARE", default_value = "0.95", value_parser = level)]
    pub level: Level,
    /// Folder for the results [default: output/sweep- and the name of the scenario]
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub manner: Manner,
}
