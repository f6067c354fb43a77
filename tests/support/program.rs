//! The program as the tests run it.

use std::process::Command;

/// The program, told to speak English by a locale that every machine has.
pub fn program() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("antrean"));
    command.env("LC_ALL", "C");
    command
}
