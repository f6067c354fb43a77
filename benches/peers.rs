//! The same office in other tools, side by side: played in turn, held against each other, timed.
//!
//! `benches/peers/README.md` says what it needs.

#[path = "peers/agreement.rs"]
mod agreement;
#[path = "peers/contest.rs"]
mod contest;
#[path = "shared/line.rs"]
mod line;
#[path = "peers/ours.rs"]
mod ours;
#[path = "peers/played.rs"]
mod played;
#[path = "peers/table.rs"]
mod table;
#[path = "peers/tools.rs"]
mod tools;
#[path = "shared/words.rs"]
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{Args, Parser, Subcommand, value_parser};

use crate::contest::Contest;
use crate::tools::{Failure, Tools};

const DISAGREE: u8 = 1;
const WRONG_USAGE: u8 = 2;

/// Plays the office of the benchmark in antrean and in other tools, and compares results and speed.
#[derive(Debug, Parser)]
struct Arguments {
    /// Rounds; in each every tool plays in turn
    #[arg(long, default_value_t = 5, value_parser = value_parser!(u32).range(1..=1000))]
    rounds: u32,
    /// How many times as large the office is
    #[arg(long, default_value = "1", value_parser = scales())]
    scale: u64,
    /// Python with the packages of the peers [default: target/peers/python, or else python3]
    #[arg(long)]
    python: Option<PathBuf>,
    /// Said by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
    #[command(subcommand)]
    play: Option<Play>,
}

/// What this program plays when it is itself one of the tools; it prints a line of JSON.
#[derive(Debug, Subcommand)]
enum Play {
    /// The office of the benchmark
    Office(Portion),
    /// One line before one desk
    Line(Portion),
}

/// How much a tool plays at a time.
#[derive(Clone, Copy, Debug, Args)]
pub struct Portion {
    #[arg(long, default_value_t = 1)]
    replications: u64,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value = "1", value_parser = scales())]
    scale: u64,
}

/// The sizes of which there are scenarios.
fn scales() -> impl TypedValueParser<Value = u64> {
    PossibleValuesParser::new(["1", "10", "100", "1000"])
        .map(|text| text.parse::<u64>().unwrap_or(1))
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.play {
        Some(Play::Office(portion)) => println!("{}", ours::office(portion).json()),
        Some(Play::Line(portion)) => println!("{}", ours::line(portion).json()),
        None if arguments.bench => return compare(&arguments),
        None => println!("Peers are compared by: cargo bench --bench peers"),
    }
    ExitCode::SUCCESS
}

fn compare(arguments: &Arguments) -> ExitCode {
    let tools = Tools::find(arguments.python.as_deref());
    let contest = tools.and_then(|tools| Contest::hold(&tools, arguments.rounds, arguments.scale));
    match contest {
        Ok(contest) => {
            println!("{}", contest.report());
            if contest.agrees() { ExitCode::SUCCESS } else { ExitCode::from(DISAGREE) }
        }
        Err(Failure(message)) => {
            eprintln!("error: {message}");
            ExitCode::from(WRONG_USAGE)
        }
    }
}
