//! What the marks of a chart mean, in a line above it.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::Point;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::MARGIN;

const HEIGHT: f64 = 28.0;
const WORD_GAP: f64 = 12.0;
const GAP: f64 = 16.0;

/// A mark and what it means.
pub struct Entry {
    pub text: &'static str,
    /// From the left end of the mark to its right end; 0 for a dot.
    pub length: f64,
    /// Draws the mark from its left end on.
    pub draw: fn(&mut Canvas, Point),
}

/// Draws a key from `top` on, in as many lines as it takes, and returns where it ends.
pub fn draw(canvas: &mut Canvas, top: f64, entries: &[Entry]) -> f64 {
    let small = Lettering::small();
    let mut at = Point::new(MARGIN, top + HEIGHT / 2.0);
    for entry in entries {
        let width = 2.0 * WORD_GAP + entry.length + small.width(entry.text);
        if MARGIN < at.x && PAGE_WIDTH - MARGIN < at.x + width {
            at = Point::new(MARGIN, at.y + HEIGHT);
        }
        (entry.draw)(canvas, at.shifted(WORD_GAP, 0.0));
        canvas.text(at.shifted(2.0 * WORD_GAP + entry.length, 0.0), entry.text, small);
        at = at.shifted(width + GAP, 0.0);
    }
    at.y + HEIGHT / 2.0
}
