//! A table under its heading: the form in which terminal and page share what a study found.

use comfy_table::{CellAlignment, Table, presets};

/// A table with a heading: the first cell of its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub header: Vec<String>,
    /// As many cells each as the header has.
    pub rows: Vec<Vec<String>>,
    /// What the reader must know, if anything.
    pub note: &'static str,
}

impl Section {
    /// A section without rows.
    pub fn new(header: &[&str]) -> Section {
        let header = header.iter().map(|cell| cell.to_string()).collect();
        Section { header, rows: Vec::new(), note: "" }
    }

    /// The section as text in at most `width` columns, with an empty line before it; nothing if it
    /// has no rows.
    pub fn text(&self, width: u16) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_width(width).set_header(&self.header);
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        table.add_rows(&self.rows);
        let note = if self.note.is_empty() { "" } else { "\n" };
        format!("\n{}\n{}{note}", table.trim_fmt(), self.note)
    }
}
