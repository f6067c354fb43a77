//! Data for analysts: each folder of results says what its files hold, and they hold it.

#[path = "data/commands.rs"]
mod commands;
#[path = "data/dictionary.rs"]
mod dictionary;
#[path = "data/hostile.rs"]
mod hostile;
#[path = "data/parquet.rs"]
mod parquet;
#[path = "faults/place.rs"]
mod place;
#[path = "support/program.rs"]
mod program;
#[path = "data/schema.rs"]
mod schema;
