//! The command line: arguments in, text and exit status out. The only layer that prints.

mod arguments;
mod best;
mod check;
mod explain;
mod language;
mod lever;
mod limit;
mod load;
mod machine;
mod plan;
mod progress;
mod results;
mod schema;
mod sensitivity;
mod study;
mod sweep;
mod trace;
mod verify;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::cli::arguments::{Arguments, Command};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Done,
    /// The machine or the program failed, or theory does not agree.
    Failed,
    /// The request or a scenario was wrong.
    Refused,
    /// All went well, but a target is missed.
    Missed,
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            return match error.print() {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => exit(cannot_write(&error)),
                _ => ExitCode::from(error.exit_code() as u8),
            };
        }
    };
    language::ask(arguments.language);
    exit(match arguments.command {
        Command::Run(request) => study::run(&request),
        Command::Compare(request) => best::compare(&request),
        Command::Sweep(request) => sweep::sweep(&request),
        Command::Sensitivity(request) => sensitivity::sensitivity(&request),
        Command::Explain(request) => explain::explain(&request),
        Command::Check(request) => check::check(&request),
        Command::Plan(request) => plan::plan(&request),
        Command::Trace(request) => trace::trace(&request),
        Command::Schema(request) => schema::schema(&request, arguments.language),
        Command::Verify(request) => verify::verify(&request),
    })
}

fn exit(end: End) -> ExitCode {
    match end {
        End::Done => ExitCode::SUCCESS,
        End::Failed => ExitCode::from(1),
        End::Refused => ExitCode::from(2),
        End::Missed => ExitCode::from(3),
    }
}

/// Prints text to the standard output. A reader that left early is no failure.
fn show(text: &str) -> End {
    let mut output = anstream::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => End::Done,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => End::Done,
        Err(error) => cannot_write(&error),
    }
}

fn cannot_write(error: &io::Error) -> End {
    fail(&format!("cannot write the output: {error}"))
}

/// Prints text to the standard error, where nobody can be told of a failure.
fn note(text: &str) {
    let mut output = anstream::stderr().lock();
    let _: io::Result<()> = output.write_all(text.as_bytes());
}

fn fail(message: &str) -> End {
    note(&format!("error: {message}\n"));
    End::Failed
}

fn refuse(message: &str) -> End {
    note(&format!("error: {message}\n"));
    End::Refused
}
