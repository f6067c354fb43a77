//! The means of scenarios that were chosen among, the best first, with what became of each.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::{Marker, draw_whisker};
use crate::report::chart::page::{Heading, MARGIN, Page, set_lines_around};
use crate::report::chart::palette::{BLUE, CLOSED, Colour, DEEP_VERMILLION, GREY, INK};
use crate::report::chart::row::{self, LABEL_WIDTH};
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError, finite};

const NOTE_WIDTH: f64 = 210.0;
const COLUMN_GAP: f64 = 18.0;
const CAPTION_HEIGHT: f64 = 24.0;
const ROW_PADDING: f64 = 12.0;

/// Scenarios that were chosen among.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelectionChart {
    pub heading: Heading,
    pub unit: String,
    /// What does not matter to the planner, and in words.
    pub indifference: Option<(Zone, String)>,
    /// In the order in which they are shown.
    pub rows: Vec<SelectionRow>,
}

/// A stretch of the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Zone {
    pub low: f64,
    pub high: f64,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectionRow {
    pub label: String,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    pub fate: Fate,
    /// What became of it, such as "screened out after 20 replications".
    pub note: String,
}

/// What became of a scenario, told apart by shape and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Selected,
    /// Not shown to be worse by more than does not matter.
    AsGood,
    Worse,
    Open,
}

impl Fate {
    fn colour(self) -> Colour {
        match self {
            Fate::Selected => BLUE,
            Fate::AsGood => INK,
            Fate::Worse => DEEP_VERMILLION,
            Fate::Open => GREY,
        }
    }

    fn draw(self, canvas: &mut Canvas, at: Point) {
        match self {
            Fate::Selected => Marker::Circle.draw(canvas, at, self.colour()),
            Fate::AsGood => Marker::Diamond.draw(canvas, at, self.colour()),
            Fate::Worse => Marker::Triangle.draw(canvas, at, self.colour()),
            Fate::Open => Marker::Circle.draw_hollow(canvas, at, self.colour()),
        }
    }
}

impl SelectionChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number, or the drawing fails.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.rows.iter().try_for_each(SelectionRow::check)?;
        for end in self.indifference.iter().flat_map(|(zone, _)| [zone.low, zone.high]) {
            finite(end, "indifference")?;
        }
        let mut page = Page::new(&self.heading);
        if self.rows.is_empty() {
            return page.finish_without_data();
        }
        let lines = |of: fn(&SelectionRow) -> Vec<String>| -> Vec<String> {
            self.rows.iter().flat_map(of).collect()
        };
        let note = PAGE_WIDTH - MARGIN - widest(&lines(SelectionRow::note_lines));
        let left = MARGIN + widest(&lines(SelectionRow::label_lines)) + COLUMN_GAP;
        let plot = Range::new(left, note - COLUMN_GAP);
        let rows = Range::new(page.top + CAPTION_HEIGHT, page.top + CAPTION_HEIGHT + self.height());
        let axis = Axis::horizontal(self.range().opened().padded(0.05), plot);
        self.draw_zone(&mut page.canvas, &axis, rows);
        page.top = axes::below(&mut page.canvas, &axis, rows, &self.unit);
        let mut middle = rows.low;
        for row in &self.rows {
            middle += row.height() / 2.0;
            row.draw(&mut page.canvas, middle, (&axis, note));
            middle += row.height() / 2.0;
        }
        page.finish()
    }

    fn height(&self) -> f64 {
        self.rows.iter().map(SelectionRow::height).sum()
    }

    fn range(&self) -> Range {
        let zone = self.indifference.iter().flat_map(|(zone, _)| [zone.low, zone.high]);
        let rows = self.rows.iter().flat_map(|row| [row.low, row.mean, row.high]);
        let (low, high) = zone
            .chain(rows)
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        Range::new(low, high)
    }

    fn draw_zone(&self, canvas: &mut Canvas, axis: &Axis, rows: Range) {
        let Some((zone, caption)) = &self.indifference else { return };
        let (left, right) = (axis.scale.at(zone.low), axis.scale.at(zone.high));
        canvas.rectangle(Area { left, top: rows.low, right, bottom: rows.high }, CLOSED);
        let small = Lettering::small();
        let text = small.shorten(caption, PAGE_WIDTH - 2.0 * MARGIN);
        let half = small.width(&text) / 2.0;
        let middle = f64::midpoint(left, right).clamp(MARGIN + half, PAGE_WIDTH - MARGIN - half);
        let at = Point::new(middle, rows.low - CAPTION_HEIGHT / 2.0);
        canvas.text(at, &text, small.centred());
    }
}

impl SelectionRow {
    fn check(&self) -> Result<(), ChartError> {
        row::check([self.low, self.mean, self.high], &self.label)
    }

    fn label_lines(&self) -> Vec<String> {
        row::label_lines(&self.label)
    }

    fn note_lines(&self) -> Vec<String> {
        row::note_lines(&self.note, NOTE_WIDTH)
    }

    fn height(&self) -> f64 {
        row::text_height(&self.label, (&self.note, NOTE_WIDTH)) + ROW_PADDING
    }

    fn draw(&self, canvas: &mut Canvas, middle: f64, (axis, note): (&Axis, f64)) {
        let label = match self.fate {
            Fate::Selected => Lettering::heading(),
            _ => Lettering::label(),
        };
        let at = |x| Point::new(x, middle);
        let name: Vec<String> =
            self.label_lines().iter().map(|line| label.shorten(line, LABEL_WIDTH)).collect();
        set_lines_around(canvas, at(MARGIN), &name, label);
        let spot = |value| at(axis.scale.at(value));
        draw_whisker(canvas, spot(self.low), spot(self.high), self.fate.colour());
        self.fate.draw(canvas, spot(self.mean));
        canvas.hint(spot(self.mean), told(&self.label, self.mean, Some((self.low, self.high))));
        let coloured = Lettering::label().coloured(self.fate.colour());
        set_lines_around(canvas, at(note), &self.note_lines(), coloured);
    }
}

fn widest(lines: &[String]) -> f64 {
    Lettering::heading().widest(lines.iter().map(String::as_str))
}
