//! The gate of speed: what is tuned must not lose more than a tenth of its lead.
//!
//! Times are shares of a plain twin's time in the same process, so that no machine is held to
//! another's seconds. Instructions are counted by callgrind, where valgrind is installed, for whole
//! offices have no twin. Both are held against `gate/limits.toml`.

#[path = "gate/counting.rs"]
mod counting;
#[path = "shared/hold.rs"]
mod hold;
#[path = "gate/limits.rs"]
mod limits;
#[path = "shared/line.rs"]
mod line;
#[path = "shared/shipped.rs"]
mod shipped;
#[path = "gate/timing.rs"]
mod timing;

use std::process::ExitCode;

use crate::limits::{Limits, Row, table};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [option, name] if option == counting::OPTION => counting::play(name),
        // Anything but `cargo bench` only wants to know that it starts.
        _ if !arguments.iter().any(|argument| argument == "--bench") => ExitCode::SUCCESS,
        _ => judge(&Limits::read()),
    }
}

/// Measures everything and says whether all holds.
fn judge(limits: &Limits) -> ExitCode {
    let mut rows: Vec<Row> = timing::CASES.iter().map(|case| case.measure(limits)).collect();
    match counting::count_all(limits) {
        Ok(counted) => rows.extend(counted),
        Err(why) => println!("no instructions counted: {why}"),
    }
    print!("{}", table(&rows));
    match rows.iter().all(Row::holds) {
        true => ExitCode::SUCCESS,
        false => {
            println!("too slow; if it must be, say so in benches/gate/limits.toml");
            ExitCode::FAILURE
        }
    }
}
