//! `antrean schema`: what the summary of a command may hold.

use crate::cli::arguments::SchemaRequest;
use crate::cli::{End, fail, show};
use crate::report::schema as schema_of;

/// Prints the JSON Schema of the `summary.json` of a command.
pub fn schema(request: &SchemaRequest) -> End {
    match schema_of(request.of) {
        Ok(schema) => show(&String::from_utf8_lossy(&schema)),
        Err(error) => fail(&error.to_string()),
    }
}
