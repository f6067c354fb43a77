//! What `antrean schema` can be asked for.

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::report::SummaryOf;

/// Of which summary the schema is.
#[derive(Args, Debug)]
pub struct SchemaRequest {
    /// The command that wrote summary.json; best stands for compare --best
    #[arg(value_name = "COMMAND", value_enum)]
    pub of: SummaryOf,
}

impl ValueEnum for SummaryOf {
    fn value_variants<'a>() -> &'a [Self] {
        &SummaryOf::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.command()))
    }
}
