//! `antrean trace` as a whole command: three formats that tell the same, read back by other
//! programs' rules, and the story of one applicant.

#[path = "trace/formats.rs"]
mod formats;
#[path = "faults/place.rs"]
mod place;
#[path = "support/program.rs"]
mod program;
#[path = "trace/read.rs"]
mod read;
#[path = "trace/stories.rs"]
mod stories;
