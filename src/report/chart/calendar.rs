//! A value per day over a year or more: the median of the replications in two bands, by scenario.

mod facet;
mod plan;

use crate::report::chart::calendar::plan::Plan;
use crate::report::chart::canvas::PAGE_WIDTH;
use crate::report::chart::geometry::Point;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::{Chart, ChartError, finite};
use crate::time::Date;

const UNIT_HEIGHT: f64 = 22.0;

/// A value per day for each scenario, on shared axes.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarBandChart {
    pub heading: Heading,
    /// What the vertical axis counts, with its unit.
    pub unit: String,
    /// The day of the first value of every facet.
    pub first_day: Date,
    pub facets: Vec<CalendarFacet>,
    pub closures: Vec<Closure>,
    /// Days to point out, such as a cut-over.
    pub markers: Vec<(Date, String)>,
}

/// The values of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalendarFacet {
    pub label: String,
    /// One entry per calendar day; gaps of up to three days are drawn through, longer ones stay
    /// open.
    pub days: Vec<Option<Band>>,
}

/// Quantiles of a day's value over the replications.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    pub fifth: f64,
    pub lower_quartile: f64,
    pub median: f64,
    pub upper_quartile: f64,
    pub ninety_fifth: f64,
}

/// Days without service, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    pub first: Date,
    pub last: Date,
}

impl Closure {
    /// Dates in their order, those that follow each other together.
    pub fn of_dates(dates: impl Iterator<Item = Date>) -> Vec<Closure> {
        let mut closures: Vec<Closure> = Vec::new();
        for date in dates {
            match closures.last_mut() {
                Some(closure) if closure.last.tomorrow().ok() == Some(date) => closure.last = date,
                _ => closures.push(Closure { first: date, last: date }),
            }
        }
        closures
    }
}

impl CalendarBandChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.check()?;
        let mut page = Page::new(&self.heading);
        if self.bands().next().is_none() {
            return page.finish_without_data();
        }
        let unit = Lettering::small().shorten(&self.unit, PAGE_WIDTH - 2.0 * MARGIN);
        page.canvas.text(
            Point::new(MARGIN, page.top + UNIT_HEIGHT / 2.0),
            &unit,
            Lettering::small(),
        );
        page.top += UNIT_HEIGHT;
        let plan = Plan::of(self, page.top);
        plan.draw(self, &mut page.canvas);
        page.top = plan.draw_foot(self, &mut page.canvas);
        page.finish()
    }

    fn bands(&self) -> impl Iterator<Item = &Band> {
        self.facets.iter().flat_map(|facet| facet.days.iter().flatten())
    }

    fn check(&self) -> Result<(), ChartError> {
        self.facets.iter().try_for_each(|facet| {
            let mut values = facet.days.iter().flatten().flat_map(Band::values);
            values.try_for_each(|value| finite(value, &facet.label).map(|_| ()))
        })
    }

    fn day_count(&self) -> usize {
        self.facets.iter().map(|facet| facet.days.len()).max().unwrap_or(0)
    }

    fn facet_height(&self) -> f64 {
        match self.facets.len() {
            0 | 1 => 320.0,
            2 => 220.0,
            3 => 180.0,
            _ => 150.0,
        }
    }
}

impl Band {
    fn values(&self) -> [f64; 5] {
        [self.fifth, self.lower_quartile, self.median, self.upper_quartile, self.ninety_fifth]
    }
}
