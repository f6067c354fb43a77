//! What can be asked about the inputs of a scenario.

use std::path::PathBuf;

use clap::{Args, value_parser};

use crate::cli::arguments::{Manner, Playing, level};
use crate::scenario::RangedKey;
use crate::statistics::Level;

/// A scenario, a measure, and over which inputs it is held.
#[derive(Args, Debug)]
pub struct SensitivityRequest {
    /// Scenario file
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    #[command(flatten)]
    pub figure: FigureRequest,
    /// Vary a key over a range too, or over another than [sources] states, as in
    /// booking.no_show=0.05..0.3 or stage.interview.service="7..15 min"
    #[arg(long = "input", value_name = "KEY=LOW..HIGH", value_parser = ranged)]
    pub inputs: Vec<RangedKey>,
    /// Also vary all inputs at once, in so many rows, best a power of 2 such as 64, and tell which
    /// share of the variation each has
    #[arg(long, value_name = "ROWS", value_parser = value_parser!(u32).range(2..=65_536))]
    pub sobol: Option<u32>,
    /// Change a key of the scenario, as in booking.daily_quota=55
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Replications of each scenario, instead of run.replications
    #[arg(long, short = 'n', value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u32).range(2..=1_000_000))]
    pub replications: Option<u32>,
    #[command(flatten)]
    pub playing: Playing,
    /// Confidence level of the intervals
    #[arg(long, value_name = "SHARE", default_value = "0.95", value_parser = level)]
    pub level: Level,
    /// Folder for the results [default: output/sensitivity- and the names of scenario and measure]
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub manner: Manner,
}

/// The figure that is looked at.
#[derive(Args, Debug)]
pub struct FigureRequest {
    /// The measure that is looked at, as in measures.csv
    #[arg(long, value_name = "NAME")]
    pub measure: String,
    /// The stage, kiosk, origin, channel or other group that it is of [default: all]
    #[arg(long, value_name = "NAME")]
    pub of: Option<String>,
}

fn ranged(text: &str) -> Result<RangedKey, String> {
    text.parse()
}
