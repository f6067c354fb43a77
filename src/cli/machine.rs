//! What the machine offers: threads and the width of the terminal.

use std::num::NonZero;
use std::thread::available_parallelism;

const WIDEST: u16 = 130;
const NARROWEST: u16 = 60;

/// The threads asked for, or one for each core.
pub fn threads(asked: Option<u16>) -> usize {
    let cores = available_parallelism().map_or(1, NonZero::get);
    asked.map_or(cores, usize::from)
}

/// Columns of the terminal, within reason.
pub fn width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
}
