//! What becomes of people step by step: a stream that goes on, and what leaves it, by scenario.

mod bend;
mod plan;

use crate::report::chart::flow::plan::Plan;
use crate::report::chart::page::{Heading, Page};
use crate::report::chart::{Chart, ChartError, finite};

/// Streams of people; widths are their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowChart {
    pub heading: Heading,
    pub facets: Vec<FlowFacet>,
}

/// The stream of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowFacet {
    pub label: String,
    /// What all of them have in common.
    pub start: String,
    /// The parts in which the stream begins.
    pub sources: Vec<FlowPart>,
    pub steps: Vec<FlowStep>,
}

/// A step that some do not pass.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowStep {
    /// What those who pass it have done.
    pub label: String,
    /// Those who do not.
    pub exits: Vec<FlowPart>,
}

/// Some of the people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowPart {
    pub label: String,
    pub people: f64,
    /// The place of its colour among those of parts of a whole.
    pub colour: usize,
}

impl FlowChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a number of people is not finite or is negative, or more leave than are there.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.facets.iter().try_for_each(FlowFacet::check)?;
        let mut page = Page::new(&self.heading);
        let filled = || self.facets.iter().filter(|facet| 0.0 < facet.people());
        if filled().next().is_none() {
            return page.finish_without_data();
        }
        let most = filled().map(FlowFacet::people).fold(0.0, f64::max);
        for facet in filled() {
            page.top = Plan::of(facet, most).draw(&mut page.canvas, page.top);
        }
        page.finish()
    }
}

impl FlowFacet {
    /// All who are in the stream at its beginning.
    pub fn people(&self) -> f64 {
        self.sources.iter().map(|part| part.people).sum()
    }

    /// How many are in the stream at its beginning and after each step.
    pub fn remaining(&self) -> Vec<f64> {
        let mut rest = self.people();
        let after = self.steps.iter().map(|step| {
            rest = (rest - step.leaving()).max(0.0);
            rest
        });
        std::iter::once(self.people()).chain(after.collect::<Vec<f64>>()).collect()
    }

    fn check(&self) -> Result<(), ChartError> {
        let exits = self.steps.iter().flat_map(|step| &step.exits);
        exits.chain(&self.sources).try_for_each(|part| {
            let fine = 0.0 <= finite(part.people, &part.label)?;
            fine.then_some(()).ok_or_else(|| ChartError::OutOfRange(part.label.clone()))
        })?;
        let leaving: f64 = self.steps.iter().map(FlowStep::leaving).sum();
        let fits = leaving <= self.people() * (1.0 + ROUNDING);
        fits.then_some(()).ok_or_else(|| ChartError::OutOfRange(self.label.clone()))
    }
}

/// Shares that add up to the whole may miss it by this much.
const ROUNDING: f64 = 1e-9;

impl FlowStep {
    fn leaving(&self) -> f64 {
        self.exits.iter().map(|part| part.people).sum()
    }

    /// Those who leave, if any do.
    fn shown(&self) -> impl Iterator<Item = &FlowPart> {
        self.exits.iter().filter(|part| 0.0 < part.people)
    }
}
