//! The sheet every chart is drawn on: the finding, what it rests on, and the foot.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::Point;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::{Chart, ChartError};
use crate::report::language::word;

/// The white border of the sheet.
pub const MARGIN: f64 = 24.0;

const MOST_LINES: usize = 3;
const LEADING: f64 = 3.0;
const HEAD_GAP: f64 = 14.0;
const EMPTY_HEIGHT: f64 = 80.0;

/// What stands above a chart, and the stem of the file it goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The name of the chart's files without their ending.
    pub stem: String,
    /// The finding.
    pub title: String,
    /// What it rests on: replications, level of the intervals, assumptions.
    pub subtitle: String,
}

/// A sheet in the making.
#[derive(Debug)]
pub struct Page {
    pub canvas: Canvas,
    /// Where the next thing can begin.
    pub top: f64,
    heading: Heading,
}

impl Page {
    /// A sheet with its heading set.
    pub fn new(heading: &Heading) -> Self {
        let mut page = Page { canvas: Canvas::default(), top: MARGIN, heading: heading.clone() };
        page.paragraph(&heading.title, Lettering::title());
        page.top += LEADING;
        page.paragraph(&heading.subtitle, Lettering::subtitle());
        page.top += HEAD_GAP;
        page
    }

    /// The chart that ends here.
    pub fn finish(self) -> Result<Chart, ChartError> {
        let spoken =
            Lettering::title().shorten(&self.heading.title, MOST_LINES as f64 * PAGE_WIDTH);
        let svg = self.canvas.svg((self.top + MARGIN).ceil(), &spoken)?;
        Ok(Chart { stem: self.heading.stem, title: self.heading.title, svg })
    }

    /// The chart of nothing, which says so.
    pub fn finish_without_data(mut self) -> Result<Chart, ChartError> {
        let middle = Point::new(PAGE_WIDTH / 2.0, self.top + EMPTY_HEIGHT / 2.0);
        self.canvas.text(middle, word("no data"), Lettering::label().centred());
        self.top += EMPTY_HEIGHT;
        self.finish()
    }

    /// Sets text over the width of the sheet, in as many lines as it needs.
    fn paragraph(&mut self, text: &str, lettering: Lettering) {
        let lines = lettering.wrap(text, PAGE_WIDTH - 2.0 * MARGIN, MOST_LINES);
        self.top = set_lines(&mut self.canvas, Point::new(MARGIN, self.top), &lines, lettering);
    }
}

/// Sets lines from `at` downwards and returns where they end.
pub fn set_lines(canvas: &mut Canvas, at: Point, lines: &[String], lettering: Lettering) -> f64 {
    let height = lettering.line_height();
    for (index, line) in lines.iter().enumerate() {
        canvas.text(at.shifted(0.0, (index as f64 + 0.5) * height), line, lettering);
    }
    at.y + lines.len() as f64 * height
}

/// Sets lines so that they are centred on the height of `at`.
pub fn set_lines_around(canvas: &mut Canvas, at: Point, lines: &[String], lettering: Lettering) {
    let above = lines.len() as f64 * lettering.line_height() / 2.0;
    set_lines(canvas, at.shifted(0.0, -above), lines, lettering);
}
