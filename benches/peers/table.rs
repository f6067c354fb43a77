//! The tables of the contest.

use antrean::statistics::Moments;
use comfy_table::{CellAlignment, Table, presets};

use crate::agreement::Distance;
use crate::played::Played;
use crate::words::{memory, three_digits, time};

/// Speed at the office.
pub fn office(played: &[Played]) -> String {
    speed(played, "one replication", "an event", |of| of.mean_events())
}

/// Speed at the line: each customer has two events.
pub fn one_line(played: &[Played]) -> String {
    speed(played, "M/M/1 at load 0.9", "a customer", |of| of.mean_events() / 2.0)
}

fn speed(played: &[Played], title: &str, each: &str, in_a_run: impl Fn(&Played) -> f64) -> String {
    let ours = &played[0];
    let rows = played.iter().map(|of| {
        let seconds = of.typical_seconds();
        let each = seconds / in_a_run(of);
        let times = each / (ours.typical_seconds() / in_a_run(ours));
        [
            format!("{} {}", of.tool, of.version),
            time(seconds),
            three_digits(times),
            time(each),
            of.peak_bytes.map_or("n/a".to_string(), memory),
        ]
    });
    let header = [title, "time", "times antrean", each, "most memory"];
    text(&header.map(str::to_string), rows.map(|row| row.to_vec()).collect())
}

/// What each tool says of each figure, and how many standard errors that is from ours.
pub fn agreement(played: &[Played]) -> String {
    let ours = &played[0];
    let tools = played.iter().map(|of| format!("{} ({})", of.tool, of.seconds.len()));
    let header: Vec<String> =
        std::iter::once("mean (replications)".to_string()).chain(tools).collect();
    let row = |(name, left): (&String, &Vec<f64>)| {
        let cells = played.iter().enumerate().map(|(index, of)| match of.figures.get(name) {
            None => "missing !".to_string(),
            Some(values) if index == 0 => mean(values),
            Some(values) => against(left, values),
        });
        std::iter::once(name.clone()).chain(cells).collect()
    };
    text(&header, ours.figures.iter().map(row).collect())
}

fn against(ours: &[f64], theirs: &[f64]) -> String {
    let distance = Distance::new(ours, theirs);
    let mark = if distance.agrees() { "" } else { " !" };
    format!("{} z {:+.1}{mark}", mean(theirs), distance.errors)
}

fn mean(values: &[f64]) -> String {
    let mean = values.iter().copied().collect::<Moments>().mean();
    mean.map_or("n/a".to_string(), |mean| format!("{mean:.4}"))
}

fn text(header: &[String], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(header);
    table.add_rows(rows);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.trim_fmt()
}
