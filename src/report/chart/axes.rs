//! Axes as they are drawn: light gridlines, tick labels and units.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::Point;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::palette::{GRID, RULE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};

const ROW: f64 = 20.0;
const TICK_LENGTH: f64 = 4.0;
const LABEL_GAP: f64 = 8.0;

/// Draws a horizontal axis: gridlines through `rows`, labels and unit below; returns where it ends.
pub fn below(canvas: &mut Canvas, axis: &Axis, rows: Range, unit: &str) -> f64 {
    for tick in &axis.ticks {
        let x = axis.scale.at(tick.value);
        canvas.line(&[Point::new(x, rows.low), Point::new(x, rows.high)], Pen::solid(GRID, 1.0));
        tick_label(canvas, Point::new(x, rows.high), &tick.label);
    }
    let pixels = axis.scale.pixels();
    title(canvas, (pixels, rows.high + ROW), unit)
}

/// Draws the mark and the label of a tick on a horizontal axis.
pub fn tick_label(canvas: &mut Canvas, at: Point, label: &str) {
    canvas.line(&[at, at.shifted(0.0, TICK_LENGTH)], Pen::solid(RULE, 1.0));
    let half = Lettering::small().width(label) / 2.0;
    let x = at.x.clamp(half, PAGE_WIDTH - half);
    canvas.text(Point::new(x, at.y + ROW * 0.7), label, Lettering::small().centred());
}

/// Draws a vertical axis: gridlines through `columns` and labels at their left.
pub fn beside(canvas: &mut Canvas, axis: &Axis, columns: Range) {
    for tick in &axis.ticks {
        let left = Point::new(columns.low, axis.scale.at(tick.value));
        canvas.line(&[left, Point::new(columns.high, left.y)], Pen::solid(GRID, 1.0));
        canvas.text(left.shifted(-LABEL_GAP, 0.0), &tick.label, Lettering::small().ending());
    }
}

/// The room that the labels of a vertical axis take.
pub fn label_room(axis: &Axis) -> f64 {
    let labels = axis.ticks.iter().map(|tick| tick.label.as_str());
    Lettering::small().widest(labels) + LABEL_GAP
}

fn title(canvas: &mut Canvas, (pixels, top): (Range, f64), unit: &str) -> f64 {
    let text = Lettering::small().shorten(unit, pixels.span());
    let middle = f64::midpoint(pixels.low, pixels.high);
    canvas.text(Point::new(middle, top + ROW * 0.7), &text, Lettering::small().centred());
    if text.is_empty() { top } else { top + ROW }
}
