//! The report of a sweep: what was found at its points, as a table, charts and files.

mod chosen;
mod files;
mod finding;
mod page;
mod pictures;
mod places;
mod terminal;
mod trade_off;

pub use chosen::{chosen, usual_measures};
pub use files::{files, schema};
pub use terminal::table;
