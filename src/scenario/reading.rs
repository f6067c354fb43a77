//! Scenarios: what planners write in TOML, read with every mistake noted at its place.
//!
//! [`read_scenario`] turns a file, what it extends and the `--set` arguments into one tree of
//! [`Node`]s. Structs then read themselves from the tree: leaves by [`Leaf`], tables by
//! [`read_table`] and its [`Reader`]. Every mistake goes to [`Findings`], and reading goes on.

mod branch_table;
mod dated;
mod diagnostic;
mod extends;
mod figure_name;
mod file;
mod findings;
mod foreign;
mod hints;
mod keys;
mod leaf;
mod lines;
mod load;
mod merge;
mod missing;
mod mistyped;
mod nearest;
mod reader;
mod recorded;
mod render;
mod rows;
mod settings;
mod shelf;
mod source;
mod syntax;
mod tree;
mod unknown;
mod words;

pub use diagnostic::{Diagnostic, Severity};
pub use figure_name::{FigureName, Name};
pub use findings::Findings;
pub use keys::{KEYS, Key};
pub(crate) use leaf::number_in;
pub use leaf::{
    Count, DateRange, DateRanges, Fault, Leaf, Limit, NonNegative, OneOf, Positive, Read,
    ReadVariant, RunLength, Share, SignedSpan, WorkingDays, choice, variant, weekdays,
    without_hidden,
};
pub use load::{read_scenario, read_text};
pub use merge::merge;
pub use nearest::{meant_name, nearest};
pub use reader::{Reader, read_table};
pub use recorded::remove_sheet;
pub use render::Colour;
pub use rows::{Cell, Row, Rows};
pub use shelf::Shelf;
pub use source::{Place, SourceId, Sources};
pub use tree::{Entry, KeyPath, Node, Table, Value};
pub use words::all as word_list;
