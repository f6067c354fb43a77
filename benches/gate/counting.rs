//! Instructions under callgrind: the gate starts itself once for each case.

use std::hint::black_box;
use std::io::ErrorKind;
use std::process::{Command, ExitCode};

use antrean::office::{Simulator, figures};

use crate::hold::{HOLDS, HeldList};
use crate::limits::{Limits, Row};
use crate::line::Customers;
use crate::shipped::plan;

/// Tells the gate to play one case, to be counted from outside.
pub const OPTION: &str = "--play";
const CUSTOMERS: u64 = 20_000;
/// What callgrind writes before the number.
const COLLECTED: &str = "Collected :";

/// What is counted: prepared uncounted, then played. Playing returns how many of it there were.
struct Case {
    name: &'static str,
    of: &'static str,
    prepare: fn() -> Box<dyn FnMut() -> u64>,
}

const CASES: [Case; 6] = [
    Case { name: "event list, 1,000 pending", of: "instructions an event", prepare: hold },
    Case { name: "M/M/1 through the engine", of: "instructions a customer", prepare: line },
    Case {
        name: "a year at Karimun, app",
        of: "instructions an event",
        prepare: || office("karimun-app.toml"),
    },
    Case {
        name: "a year at Karimun, kiosks",
        of: "instructions an event",
        prepare: || office("karimun-kiosk.toml"),
    },
    Case {
        name: "office x1",
        of: "instructions an event",
        prepare: || office("benchmark/office.toml"),
    },
    Case {
        name: "office x10",
        of: "instructions an event",
        prepare: || office("benchmark/office-10.toml"),
    },
];

fn hold() -> Box<dyn FnMut() -> u64> {
    let mut list = HeldList::new(1_000);
    let mut play = move || {
        black_box(list.hold());
        HOLDS
    };
    Box::new(move || counted(&mut play))
}

fn line() -> Box<dyn FnMut() -> u64> {
    let customers = Customers::new(CUSTOMERS, 1);
    let mut play = move || {
        black_box(customers.wait_by_events());
        CUSTOMERS
    };
    Box::new(move || counted(&mut play))
}

fn office(name: &'static str) -> Box<dyn FnMut() -> u64> {
    Box::new(move || {
        let plan = plan(name, &[]);
        let figures = figures(&plan);
        let mut simulator = Simulator::new(&plan);
        counted(&mut || simulator.replicate(0, &figures).expect("the books balance").events)
    })
}

/// Callgrind counts what happens in here.
#[inline(never)]
fn counted(play: &mut dyn FnMut() -> u64) -> u64 {
    black_box(play())
}

/// Plays a case and prints how many of its kind it had.
pub fn play(name: &str) -> ExitCode {
    let Some(case) = CASES.iter().find(|case| case.name == name) else {
        return ExitCode::FAILURE;
    };
    println!("{}", (case.prepare)()());
    ExitCode::SUCCESS
}

/// Counts all cases.
///
/// # Errors
/// Where there is no valgrind, or it does not say what is expected of it: the reason.
pub fn count_all(limits: &Limits) -> Result<Vec<Row>, String> {
    CASES.iter().map(|case| case.count(limits)).collect()
}

impl Case {
    fn count(&self, limits: &Limits) -> Result<Row, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg("--toggle-collect=*counting*counted*")
            .arg(program)
            .args([OPTION, self.name])
            .output();
        let output = output.map_err(|error| match error.kind() {
            ErrorKind::NotFound => "there is no valgrind".to_string(),
            _ => error.to_string(),
        })?;
        let number = |text: &str| text.trim().replace(',', "").parse::<f64>().ok();
        let said = String::from_utf8_lossy(&output.stderr);
        let collected = said.lines().find_map(|line| number(line.split_once(COLLECTED)?.1));
        let count = number(&String::from_utf8_lossy(&output.stdout));
        let counts = collected.zip(count).filter(|(collected, _)| 0.0 < *collected);
        let (collected, count) = counts.ok_or_else(|| format!("callgrind said: {said}"))?;
        let recorded = limits.instructions(self.name);
        Ok(Row { name: self.name, of: self.of, measured: collected / count, recorded })
    }
}
