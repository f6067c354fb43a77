//! The program `antrean`.

use std::process::ExitCode;

fn main() -> ExitCode {
    antrean::cli::main()
}
