//! Experiments: replications in parallel, what they say together, and how scenarios differ.

mod compare;
mod result;
mod runs;
mod series;
mod size;

pub use compare::{Comparison, FigureDifference, compare};
pub use result::{FigureResult, OutcomeShares, ScenarioResult};
pub use runs::{RunError, Settings, Watch, play};
pub use series::{Band, SERIES, Series, SeriesResult};
pub use size::{Size, size};
