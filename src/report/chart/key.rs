//! What the marks of a chart mean, in a line above it.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::MARGIN;
use crate::report::chart::palette::Colour;

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

/// Draws the colours of all shares in so many steps, from left to right from `at` on, in a strip
/// as wide and as tall as its size, whose middle is `at`'s height.
pub fn colours(canvas: &mut Canvas, at: Point, (wide, tall): (f64, f64), steps: usize) {
    let (top, bottom, right) = (at.y - tall / 2.0, at.y + tall / 2.0, at.x + wide);
    for step in 0..steps {
        // Each reaches to the end, under those that follow, so that no seams show.
        let left = at.x + wide * step as f64 / steps as f64;
        let share = step as f64 / (steps - 1) as f64;
        canvas.rectangle(Area { left, top, right, bottom }, Colour::of_share(share));
    }
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
