//! Wrong input of all kinds, as whole commands through the program.
//!
//! Most cases are a line of a table: what is wrong, how the scenario differs from a sound one, and
//! what the message must say. Names begin with the number of the fault in
//! `tests/reference/faults.json` where it has one.

#[path = "faults/access.rs"]
mod access;
#[path = "faults/charts.rs"]
mod charts;
#[path = "faults/command_line.rs"]
mod command_line;
#[path = "faults/files.rs"]
mod files;
#[path = "faults/folder.rs"]
mod folder;
#[path = "faults/lines.rs"]
mod lines;
#[path = "faults/names.rs"]
mod names;
#[path = "support/page.rs"]
mod page;
#[path = "faults/place.rs"]
mod place;
#[path = "support/program.rs"]
mod program;
#[path = "faults/results.rs"]
mod results;
#[path = "faults/scenario.rs"]
mod scenario;
#[path = "faults/terminal.rs"]
mod terminal;
