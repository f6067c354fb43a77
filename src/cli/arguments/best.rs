//! What a comparison can be asked for: differences, or the best by one measure.

use clap::{Args, value_parser};

use crate::cli::arguments::{Request, level};
use crate::statistics::Level;

/// Scenarios to compare, and how.
#[derive(Args, Debug)]
pub struct CompareRequest {
    #[command(flatten)]
    pub request: Request,
    #[command(flatten)]
    pub best: BestRequest,
}

/// Choosing the best instead of telling all differences.
#[derive(Args, Debug)]
pub struct BestRequest {
    /// Choose the best scenario by this measure, with as few replications as it takes
    #[arg(long, value_name = "MEASURE")]
    #[arg(conflicts_with_all = ["replications", "simultaneous", "keep", "parquet"])]
    pub best: Option<String>,
    /// The stage, kiosk, origin, channel or other group that the measure is of [default: all]
    #[arg(long, value_name = "NAME", requires = "best")]
    pub of: Option<String>,
    /// The least difference that matters, in the unit of the measure, as in 0.5 or "2 min" or "1 %"
    #[arg(long, value_name = "AMOUNT", requires = "best")]
    pub indifference: Option<String>,
    /// Probability of choosing the best if it is ahead by that much [default: 0.95]
    #[arg(long, value_name = "SHARE", requires = "best", value_parser = confidence)]
    pub confidence: Option<Level>,
    /// Replications of each scenario at most, before the choice is left open [default: 1000]
    #[arg(long, value_name = "NUMBER", requires = "best")]
    #[arg(value_parser = value_parser!(u32).range(10..=1_000_000))]
    pub at_most: Option<u32>,
}

/// A coin chooses right in half of all cases.
fn confidence(text: &str) -> Result<Level, String> {
    let level = level(text)?;
    match 0.5 < level.value() {
        true => Ok(level),
        false => Err("write a share between 0.5 and 1, such as 0.95".to_string()),
    }
}
