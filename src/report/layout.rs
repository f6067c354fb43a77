//! The layout of a table of results: its file, its columns and what tells its rows apart.

use crate::report::column::{Cell, Column};

/// What a table is, without its rows.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The name of its file without the ending.
    pub stem: String,
    pub title: &'static str,
    pub columns: Vec<Column>,
    /// The columns that no two rows share all of; none where some may.
    pub key: Vec<String>,
}

impl Layout {
    /// A table of these columns, in which rows may be alike.
    pub fn new(
        stem: impl Into<String>,
        title: &'static str,
        columns: impl IntoIterator<Item = Column>,
    ) -> Layout {
        let columns = columns.into_iter().collect();
        Layout { stem: stem.into(), title, columns, key: Vec::new() }
    }

    /// The same table, whose rows these columns tell apart.
    pub fn with_key(self, key: &[&str]) -> Layout {
        Layout { key: key.iter().map(|name| name.to_string()).collect(), ..self }
    }

    /// The name of the file in a format with this ending.
    pub fn file(&self, ending: &str) -> String {
        format!("{}.{ending}", self.stem)
    }

    /// The CSV file of the table and its name; a row has as many cells as there are columns.
    pub fn csv<'text, Row>(&self, rows: impl IntoIterator<Item = Row>) -> (String, Vec<u8>)
    where
        Row: AsRef<[Cell<'text>]>,
    {
        let mut text = String::new();
        let names = self.columns.iter().map(|column| Cell::from(column.name.as_ref()));
        write_line(&names.collect::<Vec<Cell<'_>>>(), &mut text);
        for row in rows {
            debug_assert_eq!(row.as_ref().len(), self.columns.len(), "{}", self.stem);
            write_line(row.as_ref(), &mut text);
        }
        (self.file("csv"), text.into_bytes())
    }
}

fn write_line(row: &[Cell<'_>], text: &mut String) {
    for (place, cell) in row.iter().enumerate() {
        if place != 0 {
            text.push(',');
        }
        cell.write(text);
    }
    text.push('\n');
}
