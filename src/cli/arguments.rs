//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};

use crate::statistics::Level;

/// Simulates offices that hand out appointments against a quota and then produce something.
#[derive(Debug, Parser)]
#[command(name = "antrean", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play scenarios and report their figures
    Run(Request),
    /// Play the same applicants through several scenarios and report how they differ from the first
    Compare(Request),
    /// Report every mistake in scenario files, and write nothing
    Check(CheckRequest),
    /// Hold the program against exact queueing theory, or scenarios against what they say is known
    Verify(VerifyRequest),
}

/// Scenarios to play, and how.
#[derive(Args, Debug)]
pub struct Request {
    /// Scenario files; in a comparison the first is the base
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Change a key of every scenario, as in booking.daily_quota=55 or stage.interview.desks=4
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Replications of each scenario, instead of run.replications
    #[arg(long, short = 'n', value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub replications: Option<u32>,
    #[command(flatten)]
    pub playing: Playing,
    /// Confidence level of the intervals
    #[arg(long, value_name = "SHARE", default_value = "0.95", value_parser = level)]
    pub level: Level,
    /// Folder for the results [default: output/ and the names of the scenarios]
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub manner: Manner,
}

/// What every command that plays can be told.
#[derive(Args, Debug)]
pub struct Playing {
    /// Seed of all chance, instead of run.seed
    #[arg(long, value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u64).range(0..=i64::MAX as u64))]
    pub seed: Option<u64>,
    /// Threads; the results do not depend on it [default: one for each core]
    #[arg(long, value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// How every command that plays treats what is there, the terminal and the machine.
#[derive(Args, Debug)]
pub struct Manner {
    /// Replace results of another run in the folder
    #[arg(long)]
    pub force: bool,
    /// Print nothing but errors
    #[arg(long, short = 'q')]
    pub quiet: bool,
    /// Play however large the experiment is
    #[arg(long)]
    pub no_limit: bool,
}

/// Scenarios to check.
#[derive(Args, Debug)]
pub struct CheckRequest {
    /// Scenario files
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Change a key of every scenario, as in booking.daily_quota=55
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
}

/// Cases to verify, and how.
#[derive(Args, Debug)]
pub struct VerifyRequest {
    /// Scenario files that state [[known]] figures [default: the cases inside the program]
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Play only the case of this name; may be repeated
    #[arg(long = "case", value_name = "NAME")]
    pub cases: Vec<String>,
    /// Change a key of every case, as in stage.desk.desks=2
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Replications of each case, instead of run.replications
    #[arg(long, short = 'n', value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u32).range(2..=1_000_000))]
    pub replications: Option<u32>,
    #[command(flatten)]
    pub playing: Playing,
    /// Print a table for people, or the same for programs
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "table")]
    pub format: Format,
    /// Folder for the results [default: output/verify, and the names of chosen cases]
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub manner: Manner,
}

/// What a verification prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Json,
}

fn level(text: &str) -> Result<Level, String> {
    let number: f64 = text.parse().map_err(|_| "write a share such as 0.95".to_string())?;
    Level::new(number).map_err(|error| error.to_string())
}
