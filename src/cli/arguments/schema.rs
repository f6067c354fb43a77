//! What `antrean schema` can be asked for.

use clap::{Args, ValueEnum};

/// Of which summary the schema is.
#[derive(Args, Debug)]
pub struct SchemaRequest {
    /// The command that wrote summary.json; best stands for compare --best
    #[arg(value_name = "COMMAND", value_enum)]
    pub of: SummaryChoice,
}

/// Commands that write a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SummaryChoice {
    Run,
    Compare,
    Best,
    Sweep,
    Plan,
    Sensitivity,
    Verify,
}
