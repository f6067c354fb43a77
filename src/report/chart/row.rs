//! Rows of figures: a label at the left and a note at the right of a plot, both in lines.

use crate::report::chart::lettering::Lettering;
use crate::report::chart::{ChartError, finite};

/// The room of a label.
pub const LABEL_WIDTH: f64 = 260.0;
const LABEL_LINES: usize = 2;
/// What is said beside a row takes more words in some languages than in others.
const NOTE_LINES: usize = 3;

/// A label in the lines that it takes.
pub fn label_lines(label: &str) -> Vec<String> {
    Lettering::label().wrap(label, LABEL_WIDTH, LABEL_LINES)
}

/// A note in the lines that it takes within a width.
pub fn note_lines(note: &str, width: f64) -> Vec<String> {
    Lettering::label().wrap(note, width, NOTE_LINES)
}

/// The height of a label and a note beside each other.
pub fn text_height(label: &str, (note, width): (&str, f64)) -> f64 {
    let lines = label_lines(label).len().max(note_lines(note, width).len()).max(1);
    lines as f64 * Lettering::label().line_height()
}

/// Refuses a row with a value that is no number.
///
/// # Errors
/// Names the row of the value.
pub fn check(values: impl IntoIterator<Item = f64>, label: &str) -> Result<(), ChartError> {
    values.into_iter().try_for_each(|value| finite(value, label).map(|_| ()))
}
