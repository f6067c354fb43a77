//! Paired differences with their intervals: one panel per unit, one row per measure.

mod favour;

pub use favour::Favour;

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::Point;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::draw_whisker;
use crate::report::chart::page::{Heading, MARGIN, Page, set_lines_around};
use crate::report::chart::palette::INK;
use crate::report::chart::pen::Pen;
use crate::report::chart::row;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError};

const NOTE_WIDTH: f64 = 200.0;
const COLUMN_GAP: f64 = 18.0;
const WORD_GAP: f64 = 10.0;
const CAPTION_HEIGHT: f64 = 24.0;
const PANEL_GAP: f64 = 26.0;
const ROW_PADDING: f64 = 12.0;
const ARROW: f64 = 12.0;
const CAPTION_GAP: f64 = 8.0;
const ARROW_HEAD: f64 = 4.0;

/// Differences between two scenarios, each with the interval it lies in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DifferenceChart {
    pub heading: Heading,
    /// What lies left of zero, such as "less with APP".
    pub less: String,
    /// What lies right of zero, such as "more with APP".
    pub more: String,
    pub panels: Vec<DifferencePanel>,
}

/// Differences in one unit on one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DifferencePanel {
    pub unit: String,
    pub rows: Vec<DifferenceRow>,
}

/// The difference in one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferenceRow {
    pub label: String,
    pub difference: f64,
    pub low: f64,
    pub high: f64,
    pub favour: Favour,
    /// The finding in words, such as "shorter by 1.4 to 1.9 days".
    pub note: String,
}

impl DifferenceChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.rows().try_for_each(DifferenceRow::check)?;
        let mut page = Page::new(&self.heading);
        if self.rows().next().is_none() {
            return page.finish_without_data();
        }
        let columns = Columns::of(self);
        for panel in self.panels.iter().filter(|panel| !panel.rows.is_empty()) {
            let bottom = self.draw_panel(&mut page, &columns, panel);
            page.top = bottom + PANEL_GAP;
        }
        page.top -= PANEL_GAP;
        page.finish()
    }

    fn rows(&self) -> impl Iterator<Item = &DifferenceRow> {
        self.panels.iter().flat_map(|panel| &panel.rows)
    }

    fn draw_panel(&self, page: &mut Page, columns: &Columns, panel: &DifferencePanel) -> f64 {
        let canvas = &mut page.canvas;
        let top = page.top + CAPTION_HEIGHT;
        let bottom = panel.rows.iter().fold(top, |end, row| end + row.height());
        let axis = Axis::horizontal(panel.range().opened().padded(0.05), columns.plot);
        let end = axes::below(canvas, &axis, Range::new(top, bottom), &panel.unit);
        let zero = Point::new(axis.scale.at(0.0), top);
        canvas.line(&[zero, Point::new(zero.x, bottom)], Pen::solid(INK, 2.0));
        self.draw_captions(canvas, zero.shifted(0.0, -CAPTION_HEIGHT / 2.0));
        let mut middle = top;
        for row in &panel.rows {
            middle += row.height() / 2.0;
            columns.draw_row(canvas, middle, row);
            row.draw(canvas, middle, &axis);
            middle += row.height() / 2.0;
        }
        end
    }

    fn draw_captions(&self, canvas: &mut Canvas, zero: Point) {
        let small = Lettering::small().coloured(INK);
        let reach = ARROW + 2.0 * CAPTION_GAP;
        let less = small.shorten(&self.less, zero.x - reach - MARGIN);
        let more = small.shorten(&self.more, PAGE_WIDTH - MARGIN - zero.x - reach);
        canvas.text(zero.shifted(-reach, 0.0), &less, small.ending());
        canvas.text(zero.shifted(reach, 0.0), &more, small);
        for (side, caption) in [(-1.0, &less), (1.0, &more)] {
            if !caption.is_empty() {
                draw_arrow(canvas, zero.shifted(side * CAPTION_GAP, 0.0), side * ARROW);
            }
        }
    }
}

impl DifferencePanel {
    fn range(&self) -> Range {
        Range::with_zero(self.rows.iter().flat_map(|row| [row.low, row.difference, row.high]))
    }
}

impl DifferenceRow {
    fn check(&self) -> Result<(), ChartError> {
        row::check([self.low, self.difference, self.high], &self.label)
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

    fn draw(&self, canvas: &mut Canvas, middle: f64, axis: &Axis) {
        let at = |value| Point::new(axis.scale.at(value), middle);
        draw_whisker(canvas, at(self.low), at(self.high), self.favour.colour());
        self.favour.draw(canvas, at(self.difference));
        let ends = (self.low, self.high);
        canvas.hint(at(self.difference), told(&self.label, self.difference, Some(ends)));
    }
}

/// Where labels, plot, verdict and note stand, the same in all panels.
struct Columns {
    plot: Range,
    word: f64,
    note: f64,
}

impl Columns {
    fn of(chart: &DifferenceChart) -> Self {
        let labels: Vec<String> = chart.rows().flat_map(DifferenceRow::label_lines).collect();
        let notes: Vec<String> = chart.rows().flat_map(DifferenceRow::note_lines).collect();
        let words = Favour::ALL.map(Favour::word);
        let note = PAGE_WIDTH - MARGIN - widest(&notes);
        let word = note - WORD_GAP - Lettering::heading().widest(words);
        let plot = Range::new(MARGIN + widest(&labels) + COLUMN_GAP, word - COLUMN_GAP);
        Columns { plot, word, note }
    }

    fn draw_row(&self, canvas: &mut Canvas, middle: f64, row: &DifferenceRow) {
        let label = Lettering::label();
        let at = |x| Point::new(x, middle);
        set_lines_around(canvas, at(MARGIN), &row.label_lines(), label);
        let word = Lettering::heading().coloured(row.favour.colour());
        canvas.text(at(self.word), row.favour.word(), word);
        set_lines_around(canvas, at(self.note), &row.note_lines(), label);
    }
}

fn widest(lines: &[String]) -> f64 {
    Lettering::label().widest(lines.iter().map(String::as_str))
}

fn draw_arrow(canvas: &mut Canvas, from: Point, length: f64) {
    let tip = from.shifted(length, 0.0);
    let base = from.shifted(length * 0.45, 0.0);
    canvas.line(&[from, base], Pen::solid(INK, 1.2));
    canvas.fill(&[tip, base.shifted(0.0, -ARROW_HEAD), base.shifted(0.0, ARROW_HEAD)], INK);
}
