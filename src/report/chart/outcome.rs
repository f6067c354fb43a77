//! What became of everyone: bars of 100 per cent, parted by outcome, for scenarios and channels.

mod plan;

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::outcome::plan::Plan;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::Colour;
use crate::report::chart::scale::Range;
use crate::report::chart::{Chart, ChartError, finite};

const LABEL_WIDTH: f64 = 220.0;
const GAP: f64 = 14.0;
const KEY_HEIGHT: f64 = 24.0;
const SWATCH: f64 = 14.0;

/// Shares of outcomes as bars that add up to the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeChart {
    pub heading: Heading,
    /// What the bars are shares of, such as "share of wishes".
    pub unit: String,
    /// The names of the outcomes in the order of the segments, at most `MOST_OUTCOMES`.
    pub outcomes: Vec<String>,
    pub rows: Vec<OutcomeRow>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeRow {
    /// Heads this row and those after it that have the same; may be empty.
    pub scenario: String,
    /// The name of the row below that heading.
    pub channel: String,
    /// How much falls to each outcome, in any unit: the bar shows its shares of the sum.
    pub amounts: Vec<f64>,
}

impl OutcomeChart {
    /// The most outcomes whose colours can be told apart.
    pub const MOST_OUTCOMES: usize = Colour::MOST_PARTS;

    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.check()?;
        let mut page = Page::new(&self.heading);
        if self.rows.iter().all(|row| row.total() <= 0.0) {
            return page.finish_without_data();
        }
        self.draw_key(&mut page);
        let plan = Plan::of(self);
        let rows = Range::new(page.top, plan.bottom(self, page.top));
        page.top = axes::below(&mut page.canvas, &plan.axis, rows, &self.unit);
        plan.draw_rows(self, &mut page.canvas, rows.low);
        page.finish()
    }

    fn check(&self) -> Result<(), ChartError> {
        if Self::MOST_OUTCOMES < self.outcomes.len() {
            return Err(self.ragged("outcomes", (Self::MOST_OUTCOMES, self.outcomes.len())));
        }
        self.rows.iter().try_for_each(|row| self.check_row(row))
    }

    fn check_row(&self, row: &OutcomeRow) -> Result<(), ChartError> {
        if row.amounts.len() != self.outcomes.len() {
            return Err(self.ragged(&row.channel, (self.outcomes.len(), row.amounts.len())));
        }
        row.amounts.iter().try_for_each(|amount| {
            let fine = 0.0 <= finite(*amount, &row.channel)?;
            fine.then_some(()).ok_or_else(|| ChartError::OutOfRange(row.channel.clone()))
        })
    }

    fn ragged(&self, place: &str, (expected, found): (usize, usize)) -> ChartError {
        ChartError::Ragged { place: place.to_owned(), expected, found }
    }

    /// The names beside swatches in the order of the segments, in as many lines as they need.
    fn draw_key(&self, page: &mut Page) {
        let mut left = MARGIN;
        for (index, name) in self.outcomes.iter().enumerate() {
            if !self.occurs(index) {
                continue;
            }
            let name = Lettering::label().shorten(name, LABEL_WIDTH);
            let width = SWATCH + 6.0 + Lettering::label().width(&name);
            if PAGE_WIDTH - MARGIN < left + width {
                left = MARGIN;
                page.top += KEY_HEIGHT;
            }
            let at = Point::new(left, page.top + KEY_HEIGHT / 2.0);
            draw_swatch(&mut page.canvas, at, Colour::of_part(index));
            page.canvas.text(at.shifted(SWATCH + 6.0, 0.0), &name, Lettering::label());
            left += width + GAP;
        }
        page.top += KEY_HEIGHT + GAP / 2.0;
    }

    fn occurs(&self, outcome: usize) -> bool {
        self.rows.iter().any(|row| 0.0 < row.amounts[outcome])
    }

    fn heads(&self, index: usize) -> bool {
        let scenario = &self.rows[index].scenario;
        !scenario.is_empty() && (index == 0 || self.rows[index - 1].scenario != *scenario)
    }
}

impl OutcomeRow {
    fn name(&self) -> String {
        Lettering::label().shorten(&self.channel, LABEL_WIDTH)
    }

    fn total(&self) -> f64 {
        self.amounts.iter().sum()
    }

    /// The outcomes that occur, from left to right.
    fn segments(&self) -> Vec<Segment> {
        let total = self.total();
        let mut start = 0.0;
        let mut segments = Vec::new();
        for (outcome, amount) in self.amounts.iter().enumerate().filter(|part| 0.0 < *part.1) {
            let share = amount / total;
            segments.push(Segment { outcome, start, share });
            start += share;
        }
        segments
    }
}

/// A part of a bar.
struct Segment {
    outcome: usize,
    start: f64,
    share: f64,
}

fn draw_swatch(canvas: &mut Canvas, at: Point, colour: Colour) {
    let half = SWATCH / 2.0;
    let area = Area { left: at.x, top: at.y - half, right: at.x + SWATCH, bottom: at.y + half };
    canvas.rectangle(area, colour);
}
