//! What each of several inputs does to a figure: two bars from a common line for each input.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::{Heading, MARGIN, Page, set_lines_around};
use crate::report::chart::palette::{BLUE, Colour, DEEP_VERMILLION, INK};
use crate::report::chart::pen::Pen;
use crate::report::chart::row;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError};

const NOTE_WIDTH: f64 = 190.0;
const END_WIDTH: f64 = 110.0;
const COLUMN_GAP: f64 = 18.0;
const CAPTION_HEIGHT: f64 = 24.0;
const LANE: f64 = 19.0;
const BAR: f64 = 13.0;
const CAP: f64 = 4.0;
const END_GAP: f64 = 8.0;
const ROW_PADDING: f64 = 14.0;
const COLOURS: [Colour; 2] = [BLUE, DEEP_VERMILLION];
const TINT: f64 = 0.35;

/// Inputs and what they do, the one that does most first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TornadoChart {
    pub heading: Heading,
    pub unit: String,
    /// What the common line is, such as "83.7 % as it stands".
    pub line: String,
    pub rows: Vec<TornadoRow>,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    pub label: String,
    pub lanes: [TornadoLane; 2],
    /// The finding in words, such as "3.1 to 3.4 points".
    pub note: String,
}

/// One bar, from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoLane {
    /// What stands at its end, such as the value of the input.
    pub end: String,
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl TornadoChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number, or the drawing fails.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.rows.iter().try_for_each(TornadoRow::check)?;
        let mut page = Page::new(&self.heading);
        if self.rows.is_empty() {
            return page.finish_without_data();
        }
        let columns = Columns::of(self);
        let top = page.top + CAPTION_HEIGHT;
        let bottom = top + self.rows.iter().map(TornadoRow::height).sum::<f64>();
        let axis = Axis::horizontal(self.range().opened().padded(0.03), columns.plot);
        let end = axes::below(&mut page.canvas, &axis, Range::new(top, bottom), &self.unit);
        let zero = Point::new(axis.scale.at(0.0), top);
        let canvas = &mut page.canvas;
        self.draw_caption(canvas, zero.shifted(0.0, -CAPTION_HEIGHT / 2.0));
        let mut middle = top;
        for row in &self.rows {
            middle += row.height() / 2.0;
            columns.draw_row(canvas, middle, row);
            row.draw(canvas, middle, &axis);
            middle += row.height() / 2.0;
        }
        canvas.line(&[zero, Point::new(zero.x, bottom)], Pen::solid(INK, 2.0));
        page.top = end;
        page.finish()
    }

    fn range(&self) -> Range {
        let lanes = self.rows.iter().flat_map(|row| &row.lanes);
        Range::with_zero(lanes.flat_map(|lane| [lane.low, lane.value, lane.high]))
    }

    fn draw_caption(&self, canvas: &mut Canvas, zero: Point) {
        let small = Lettering::small().coloured(INK);
        let text = small.shorten(&self.line, PAGE_WIDTH - 2.0 * MARGIN);
        let half = small.width(&text) / 2.0;
        let x = zero.x.clamp(MARGIN + half, PAGE_WIDTH - MARGIN - half);
        canvas.text(Point::new(x, zero.y), &text, small.centred());
    }
}

impl TornadoRow {
    fn check(&self) -> Result<(), ChartError> {
        let values = self.lanes.iter().flat_map(|lane| [lane.low, lane.value, lane.high]);
        row::check(values, &self.label)
    }

    fn label_lines(&self) -> Vec<String> {
        row::label_lines(&self.label)
    }

    fn note_lines(&self) -> Vec<String> {
        row::note_lines(&self.note, NOTE_WIDTH)
    }

    fn height(&self) -> f64 {
        let text = row::text_height(&self.label, (&self.note, NOTE_WIDTH));
        text.max(2.0 * LANE) + ROW_PADDING
    }

    fn draw(&self, canvas: &mut Canvas, middle: f64, axis: &Axis) {
        let places = [middle - LANE / 2.0, middle + LANE / 2.0];
        for ((lane, place), colour) in self.lanes.iter().zip(places).zip(COLOURS) {
            lane.draw(canvas, (place, axis), colour);
        }
    }
}

impl TornadoLane {
    fn draw(&self, canvas: &mut Canvas, (middle, axis): (f64, &Axis), colour: Colour) {
        let at = |value: f64| Point::new(axis.scale.at(value), middle);
        let [zero, value, low, high] = [0.0, self.value, self.low, self.high].map(at);
        let (top, bottom) = (middle - BAR / 2.0, middle + BAR / 2.0);
        let bar = Area { left: zero.x.min(value.x), top, right: zero.x.max(value.x), bottom };
        canvas.rectangle(bar, colour.tint(TINT));
        canvas.hint_in(bar, told(&self.end, self.value, Some((self.low, self.high))));
        canvas.line(
            &[Point::new(value.x, top), Point::new(value.x, bottom)],
            Pen::solid(colour, 2.0),
        );
        if low.x < high.x {
            canvas.line(&[low, high], Pen::solid(colour, 1.5));
            for end in [low, high] {
                let ends = [end.shifted(0.0, -CAP), end.shifted(0.0, CAP)];
                canvas.line(&ends, Pen::solid(colour, 1.5));
            }
        }
        let small = Lettering::small().coloured(colour);
        let text = small.shorten(&self.end, END_WIDTH);
        if self.value < 0.0 {
            let left = low.x.min(value.x);
            canvas.text(Point::new(left - END_GAP, middle), &text, small.ending());
        } else {
            let right = high.x.max(value.x);
            canvas.text(Point::new(right + END_GAP, middle), &text, small);
        }
    }
}

/// Where labels, plot and note stand.
struct Columns {
    plot: Range,
    note: f64,
}

impl Columns {
    fn of(chart: &TornadoChart) -> Self {
        let lines = |of: fn(&TornadoRow) -> Vec<String>| {
            let lines: Vec<String> = chart.rows.iter().flat_map(of).collect();
            Lettering::label().widest(lines.iter().map(String::as_str))
        };
        let ends = |is_left: fn(f64) -> bool| {
            let lanes = chart.rows.iter().flat_map(|row| &row.lanes);
            let texts: Vec<String> = lanes
                .filter(|lane| is_left(lane.value))
                .map(|lane| Lettering::small().shorten(&lane.end, END_WIDTH))
                .collect();
            END_GAP + Lettering::small().widest(texts.iter().map(String::as_str))
        };
        let note = PAGE_WIDTH - MARGIN - lines(TornadoRow::note_lines);
        let left = MARGIN + lines(TornadoRow::label_lines) + COLUMN_GAP;
        let plot = Range::new(
            left + ends(|value| value < 0.0),
            note - COLUMN_GAP - ends(|value| 0.0 <= value),
        );
        Columns { plot, note }
    }

    fn draw_row(&self, canvas: &mut Canvas, middle: f64, row: &TornadoRow) {
        let at = |x| Point::new(x, middle);
        set_lines_around(canvas, at(MARGIN), &row.label_lines(), Lettering::label());
        set_lines_around(canvas, at(self.note), &row.note_lines(), Lettering::label());
    }
}
