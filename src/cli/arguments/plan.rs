//! What a plan can be asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum, value_parser};

use crate::cli::arguments::{Manner, Playing};
use crate::scenario::{Lever, Prefer};

/// A scenario whose targets are to be reached, and what may be turned.
#[derive(Args, Debug)]
pub struct PlanRequest {
    /// Scenario file with the targets
    #[arg(value_name = "SCENARIO")]
    pub scenario: PathBuf,
    /// Key to turn and its values, as in booking.daily_quota=20..120; twice for the best pairs
    /// [default: plan.lever]
    #[arg(long = "lever", value_name = "KEY=VALUES", value_parser = lever)]
    pub levers: Vec<Lever>,
    /// Which value that reaches the targets is wanted, once for each lever [default: plan.prefer]
    #[arg(long, value_name = "WHICH", value_enum)]
    pub prefer: Vec<PreferChoice>,
    /// Propose a daily quota for each week of the run, by the working days it has
    #[arg(long, value_name = "TIME", value_enum)]
    pub by: Option<ByChoice>,
    /// Change a key of the scenario, as in production.per_week=320
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Probability that all verdicts are right [default: plan.confidence, or 0.95]
    #[arg(long, value_name = "SHARE", value_parser = confidence)]
    pub confidence: Option<f64>,
    /// Replications of each value at most [default: plan.at_most_replications, or 1000]
    #[arg(long, value_name = "NUMBER", value_parser = value_parser!(u32).range(2..=1_000_000))]
    pub at_most: Option<u32>,
    #[command(flatten)]
    pub playing: Playing,
    /// Folder for the results [default: output/plan- and the name of the scenario]
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub manner: Manner,
}

/// Which value is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PreferChoice {
    Largest,
    Smallest,
}

/// For what times a quota is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ByChoice {
    Week,
}

impl From<PreferChoice> for Prefer {
    fn from(choice: PreferChoice) -> Prefer {
        match choice {
            PreferChoice::Largest => Prefer::Largest,
            PreferChoice::Smallest => Prefer::Smallest,
        }
    }
}

fn lever(text: &str) -> Result<Lever, String> {
    text.parse()
}

fn confidence(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok();
    let fine = number.filter(|number| 0.5 < *number && *number < 1.0);
    fine.ok_or_else(|| "write a share between 0.5 and 1, such as 0.95".to_string())
}
