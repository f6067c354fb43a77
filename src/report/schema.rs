//! The JSON Schema of each kind of `summary.json`, taken from what is serialised.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};

use crate::report::{ReportError, json_file};
use crate::report::{planning, selection, sensitivity, summary_file, sweep, verification};

/// What wrote a `summary.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryOf {
    Run,
    Compare,
    Best,
    Sweep,
    Plan,
    Sensitivity,
    Verify,
}

impl SummaryOf {
    /// All kinds, in the order in which `antrean schema` lists them.
    pub const ALL: [SummaryOf; 7] = [
        SummaryOf::Run,
        SummaryOf::Compare,
        SummaryOf::Best,
        SummaryOf::Sweep,
        SummaryOf::Plan,
        SummaryOf::Sensitivity,
        SummaryOf::Verify,
    ];

    /// The name that `antrean schema` knows it by.
    pub fn command(self) -> &'static str {
        match self {
            SummaryOf::Run => "run",
            SummaryOf::Compare => "compare",
            SummaryOf::Best => "best",
            SummaryOf::Sweep => "sweep",
            SummaryOf::Plan => "plan",
            SummaryOf::Sensitivity => "sensitivity",
            SummaryOf::Verify => "verify",
        }
    }
}

/// The schema, as the text of a file.
///
/// # Errors
/// If it cannot be serialised.
pub fn schema(of: SummaryOf) -> Result<Vec<u8>, ReportError> {
    let mut schema = match of {
        SummaryOf::Run | SummaryOf::Compare => summary_file::schema(),
        SummaryOf::Best => selection::schema(),
        SummaryOf::Sweep => sweep::schema(),
        SummaryOf::Plan => planning::schema(),
        SummaryOf::Sensitivity => sensitivity::schema(),
        SummaryOf::Verify => verification::schema(),
    };
    let command = of.command();
    let version = env!("CARGO_PKG_VERSION");
    let title = format!("summary.json of antrean {version}, written by `{command}`");
    schema.insert("title".to_string(), title.into());
    json_file(&schema)
}

/// The schema of what is serialised, in which nothing may stand that is not described.
pub fn closed<Summary: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(close));
    settings.into_generator().into_root_schema_for::<Summary>()
}

fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_string(), false.into());
    }
}
