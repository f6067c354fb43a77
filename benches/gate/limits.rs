//! What is recorded of speed, and how far from it a measurement may lie.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, Table, presets};
use serde::Deserialize;

/// A regression beyond this fails.
const TOLERANCE: f64 = 1.10;
/// Better than this part of what is recorded, the record no longer protects what was won.
const OUTDATED: f64 = 0.90;
const RECORDED: &str = include_str!("limits.toml");

/// What is recorded, by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Time as a share of the twin's.
    times: BTreeMap<String, f64>,
    /// Instructions for each.
    instructions: BTreeMap<String, f64>,
}

/// One measurement beside what is recorded of it.
#[derive(Debug)]
pub struct Row {
    pub name: &'static str,
    pub of: &'static str,
    pub measured: f64,
    pub recorded: f64,
}

impl Limits {
    /// The recorded limits.
    pub fn read() -> Limits {
        toml::from_str(RECORDED).expect("gate/limits.toml is sound")
    }

    /// The recorded share of a twin's time.
    pub fn time(&self, name: &str) -> f64 {
        *self.times.get(name).unwrap_or_else(|| panic!("limits.toml has no time of {name}"))
    }

    /// The recorded instructions for each.
    pub fn instructions(&self, name: &str) -> f64 {
        let found = self.instructions.get(name);
        *found.unwrap_or_else(|| panic!("limits.toml has no instructions of {name}"))
    }
}

impl Row {
    /// Whether the measurement is at most a tenth beyond what is recorded.
    pub fn holds(&self) -> bool {
        self.measured <= self.recorded * TOLERANCE
    }

    fn verdict(&self) -> &'static str {
        match self.measured / self.recorded {
            ratio if ratio < OUTDATED => "better: record it",
            _ if self.holds() => "holds",
            _ => "TOO SLOW",
        }
    }
}

/// All measurements as a table.
pub fn table(rows: &[Row]) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["measured", "of what", "now", "recorded", ""]);
    table.add_rows(rows.iter().map(|row| {
        let (now, recorded) = (digits(row.measured), digits(row.recorded));
        [row.name, row.of, &now, &recorded, row.verdict()].map(str::to_string)
    }));
    for column in table.column_iter_mut().skip(2).take(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let table = table.trim_fmt();
    format!("{table}\n")
}

/// A share with two places, a number of instructions with none.
fn digits(value: f64) -> String {
    let places = if value < 10.0 { 2 } else { 0 };
    format!("{value:.places$}")
}
