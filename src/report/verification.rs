//! The report of a verification: table, sentence and files.

mod files;
mod page;
mod picture;
mod terminal;

pub use files::{files, json, schema};
pub use terminal::{table, verdict};
