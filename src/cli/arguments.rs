//! What can be asked for on the command line.

mod best;
mod plan;
mod schema;
mod sensitivity;
mod sweep;

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};

use crate::cli::limit::too_large;
use crate::cli::progress::Quiet;
use crate::experiment::Size;
use crate::report::Existing;
use crate::scenario::Language;
use crate::statistics::Level;
use crate::time::Date;

pub use best::{BestRequest, CompareRequest};
pub use plan::{ByChoice, PlanRequest};
pub use schema::SchemaRequest;
pub use sensitivity::SensitivityRequest;
pub use sweep::SweepRequest;

/// Simulates offices that hand out appointments against a quota and then produce something.
#[derive(Debug, Parser)]
#[command(name = "antrean", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Language of terminal, charts and report [default: the scenario's, else the locale's]
    #[arg(long, global = true, value_name = "LANGUAGE", value_enum)]
    pub language: Option<Language>,
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &Language::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()))
    }
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play scenarios and report their figures
    Run(Request),
    /// Play the same applicants through several scenarios and report how they differ from the first
    Compare(CompareRequest),
    /// Find the value of a quota, or of anything else, that reaches the targets of a scenario
    Plan(PlanRequest),
    /// Play a scenario with other values of some keys and report how its figures answer
    Sweep(SweepRequest),
    /// Tell which uncertain input matters most for a measure
    Sensitivity(SensitivityRequest),
    /// Write the event log of one replication, or tell the story of one applicant
    Trace(TraceRequest),
    /// Say in plain words what scenarios mean and what looks wrong, without playing them
    Explain(ExplainRequest),
    /// Report every mistake in scenario files, and write nothing
    Check(CheckRequest),
    /// Print the JSON Schema of the summary.json that a command writes
    Schema(SchemaRequest),
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
    /// Widen the intervals so that all hold at once with that confidence
    #[arg(long)]
    pub simultaneous: bool,
    /// Keep the replications in the folder too, so that a later run with --keep and more of them
    /// adds to them
    #[arg(long)]
    pub keep: bool,
    /// Write measures.parquet and series.parquet too; needs a program built with that feature
    #[arg(long)]
    pub parquet: bool,
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

impl Manner {
    /// What may happen to results that are there already.
    pub fn existing(&self) -> Existing {
        if self.force { Existing::Replace } else { Existing::Keep }
    }

    /// Whether anything but errors is printed.
    pub fn quietness(&self) -> Quiet {
        if self.quiet { Quiet::Yes } else { Quiet::No }
    }

    /// Why an experiment of this size is not played, if it is not.
    pub fn refusal(&self, size: &Size) -> Option<String> {
        too_large(size).filter(|_| !self.no_limit)
    }
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

/// Scenarios to explain, and how.
#[derive(Args, Debug)]
pub struct ExplainRequest {
    /// Scenario files
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Change a key of every scenario, as in booking.daily_quota=55
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Print text for a terminal, or Markdown for a document
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub format: PageChoice,
}

/// What an explanation prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageChoice {
    Text,
    Markdown,
}

/// What is to be told of one replication, and how.
#[derive(Args, Debug)]
pub struct TraceRequest {
    /// Scenario files
    #[arg(required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Change a key of every scenario, as in booking.daily_quota=55
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Which replication, numbered from 1 as in measures.csv
    #[arg(long, short = 'r', value_name = "NUMBER", default_value = "1")]
    #[arg(value_parser = value_parser!(u64).range(1..=1_000_000))]
    pub replication: u64,
    /// Seed of all chance, instead of run.seed
    #[arg(long, value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u64).range(0..=i64::MAX as u64))]
    pub seed: Option<u64>,
    /// First day of the wishes that are told [default: the first measured day]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<Date>,
    /// Last day of the wishes that are told [default: the last measured day]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub until: Option<Date>,
    /// Tell the story of one applicant, by its name in the log; or longest-wait, parted (another
    /// outcome in another scenario) or an outcome such as gave-up. With --output its chart and page
    /// are written, too
    #[arg(long, value_name = "NAME", conflicts_with = "formats")]
    pub applicant: Option<String>,
    /// Formats of the log, with commas between
    #[arg(long = "format", value_name = "FORMAT", value_enum, value_delimiter = ',')]
    #[arg(default_value = "csv")]
    pub formats: Vec<LogChoice>,
    /// Folder for the log [default: output/trace- and the names of the scenarios], or for the chart
    /// and page of a story
    #[arg(long, short = 'o', value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub manner: Manner,
}

/// Formats of an event log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum LogChoice {
    Csv,
    Ocel,
    Xes,
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

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write year, month and day, such as 2019-03-14".to_string())
}

fn level(text: &str) -> Result<Level, String> {
    let number: f64 = text.parse().map_err(|_| "write a share such as 0.95".to_string())?;
    Level::new(number).map_err(|error| error.to_string())
}
