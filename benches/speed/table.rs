//! The table at the end, in words.

use comfy_table::{CellAlignment, Table, presets};

use crate::bench::Subject;
use crate::words::{median, memory, thousands, three_digits, time};

/// What was found of a subject.
#[derive(Clone, Debug)]
pub struct Row {
    pub subject: Subject,
    /// Of each run, or of each average over several.
    pub seconds: Vec<f64>,
    /// Bytes of heap at most, what was there before the run included.
    pub peak: u64,
}

impl Row {
    /// Nothing found yet.
    pub fn new(subject: Subject) -> Row {
        Row { subject, seconds: Vec::new(), peak: 0 }
    }

    fn typical(&self) -> f64 {
        median(&self.seconds)
    }
}

/// All rows, and what the columns mean.
pub fn table(rows: &[Row]) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["measured", "a run", "for each", "in a run", "most memory", "of its twin"]);
    table.add_rows(rows.iter().map(|row| cells(row, rows)));
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let table = table.trim_fmt();
    format!(
        "\n{table}\n\nTimes are medians, of the processor, but of a clock on the wall for threads. \
         Memory is what the\nprogram holds on the heap at most. The twin is the same work done \
         plainly, or on one thread, in the\nsame run: its time is 100 %.\n"
    )
}

fn cells(row: &Row, rows: &[Row]) -> [String; 6] {
    let Subject { name, of, count, twin, .. } = &row.subject;
    let twin = rows.iter().find(|other| Some(&other.subject.name) == twin.as_ref());
    let share = twin.map(|twin| 100.0 * row.typical() / twin.typical());
    let plural = if *count == 1 { "" } else { "s" };
    [
        name.clone(),
        time(row.typical()),
        format!("{} a {of}", time(row.typical() / *count as f64)).replace(" a e", " an e"),
        format!("{} {of}{plural}", thousands(*count)),
        memory(row.peak),
        share.map_or(String::new(), |share| format!("{} %", three_digits(share))),
    ]
}
