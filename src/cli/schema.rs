//! `antrean schema`: what the summary of a command may hold.

use crate::cli::arguments::{SchemaRequest, SummaryChoice};
use crate::cli::{End, fail, show};
use crate::report::{SummaryOf, schema as schema_of};

/// Prints the JSON Schema of the `summary.json` of a command.
pub fn schema(request: &SchemaRequest) -> End {
    let of = match request.of {
        SummaryChoice::Run => SummaryOf::Run,
        SummaryChoice::Compare => SummaryOf::Compare,
        SummaryChoice::Best => SummaryOf::Best,
        SummaryChoice::Sweep => SummaryOf::Sweep,
        SummaryChoice::Plan => SummaryOf::Plan,
        SummaryChoice::Sensitivity => SummaryOf::Sensitivity,
        SummaryChoice::Verify => SummaryOf::Verify,
    };
    match schema_of(of) {
        Ok(schema) => show(&String::from_utf8_lossy(&schema)),
        Err(error) => fail(&error.to_string()),
    }
}
