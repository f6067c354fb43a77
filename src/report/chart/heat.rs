//! A figure over two keys: one cell for each pair of values, darker where there is more.

mod plan;

use crate::report::chart::heat::plan::Plan;
use crate::report::chart::page::{Heading, Page};
use crate::report::chart::{Chart, ChartError, finite};

/// A figure over two keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatMap {
    pub heading: Heading,
    pub across: HeatAxis,
    /// From the bottom to the top.
    pub up: HeatAxis,
    /// By place up, then across; none where there is nothing to say.
    pub cells: Vec<Vec<Option<HeatCell>>>,
    /// Values to reach or not to pass, and what they are: lines part the cells beyond them.
    pub bounds: Vec<(f64, String)>,
}

/// What is varied along one side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatAxis {
    pub name: String,
    pub values: Vec<String>,
}

/// What one pair of values gives.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    pub value: f64,
    /// The value as it is written, without its unit.
    pub written: String,
}

impl HeatMap {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number, or rows are not as long as the axis across.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.check()?;
        let mut page = Page::new(&self.heading);
        if self.known().next().is_none() {
            return page.finish_without_data();
        }
        let plan = Plan::of(self, page.top);
        page.top = plan.draw(&mut page.canvas);
        page.finish()
    }

    fn known(&self) -> impl Iterator<Item = &HeatCell> {
        self.cells.iter().flatten().flatten()
    }

    fn check(&self) -> Result<(), ChartError> {
        let ragged = |place: &HeatAxis, expected, found| match expected == found {
            true => Ok(()),
            false => Err(ChartError::Ragged { place: place.name.clone(), expected, found }),
        };
        ragged(&self.up, self.up.values.len(), self.cells.len())?;
        for row in &self.cells {
            ragged(&self.across, self.across.values.len(), row.len())?;
        }
        let values = self.known().map(|cell| cell.value);
        let bounds = self.bounds.iter().map(|(value, _)| *value);
        values.chain(bounds).try_for_each(|value| finite(value, &self.heading.stem).map(|_| ()))
    }
}
