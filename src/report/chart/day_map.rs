//! How the quota of every day was used: a cell a day, weeks across, by scenario.

mod plan;

use crate::report::chart::calendar::Closure;
use crate::report::chart::day_map::plan::Plan;
use crate::report::chart::page::{Heading, Page};
use crate::report::chart::{Chart, ChartError, finite};
use crate::time::Date;

/// The use of quotas day by day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayMapChart {
    pub heading: Heading,
    /// What the colours are shares of.
    pub unit: String,
    /// The first day of every facet.
    pub first_day: Date,
    pub facets: Vec<DayMapFacet>,
}

/// The days of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayMapFacet {
    pub label: String,
    /// One entry per calendar day; none where nothing is offered.
    pub days: Vec<Option<DayUse>>,
    /// Days on which the office is closed though it works on such weekdays.
    pub closures: Vec<Closure>,
}

/// What became of a day's appointments, on average over the replications.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayUse {
    /// More than 0.
    pub offered: f64,
    pub booked: f64,
    pub attended: f64,
}

impl DayMapChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number, or an amount is out of range.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.facets.iter().try_for_each(DayMapFacet::check)?;
        let mut page = Page::new(&self.heading);
        if self.uses().next().is_none() {
            return page.finish_without_data();
        }
        let plan = Plan::of(self);
        for facet in self.facets.iter().filter(|facet| facet.uses().next().is_some()) {
            page.top = plan.draw_facet(&mut page.canvas, facet, page.top);
        }
        page.top = plan.draw_key(&mut page.canvas, page.top);
        page.finish()
    }

    fn uses(&self) -> impl Iterator<Item = &DayUse> {
        self.facets.iter().flat_map(DayMapFacet::uses)
    }
}

impl DayMapFacet {
    fn uses(&self) -> impl Iterator<Item = &DayUse> {
        self.days.iter().flatten()
    }

    fn check(&self) -> Result<(), ChartError> {
        self.uses().try_for_each(|of| {
            let amounts = [of.offered, of.booked, of.attended];
            amounts.into_iter().try_for_each(|amount| finite(amount, &self.label).map(|_| ()))?;
            let fine = 0.0 < of.offered && 0.0 <= of.booked && 0.0 <= of.attended;
            fine.then_some(()).ok_or_else(|| ChartError::OutOfRange(self.label.clone()))
        })
    }

    fn is_closed(&self, date: Date) -> bool {
        self.closures.iter().any(|closure| closure.first <= date && date <= closure.last)
    }
}

impl DayUse {
    /// The share of the appointments offered that somebody came for.
    pub fn share(&self) -> f64 {
        self.attended / self.offered
    }
}
