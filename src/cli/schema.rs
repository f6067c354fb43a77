//! `antrean schema`: what the summary of a command may hold.

use crate::cli::arguments::SchemaRequest;
use crate::cli::{End, fail, refuse, show};
use crate::report::schema as schema_of;
use crate::scenario::Language;

/// Prints the JSON Schema of the `summary.json` of a command.
pub fn schema(request: &SchemaRequest, asked: Option<Language>) -> End {
    if let Some(language) = asked {
        let words = format!("--language {}", language.code());
        return refuse(&format!(
            "schema has no language: a JSON Schema is for programs, in English; leave out {words}"
        ));
    }
    match schema_of(request.of) {
        Ok(schema) => show(&String::from_utf8_lossy(&schema)),
        Err(error) => fail(&error.to_string()),
    }
}
