//! Where labels stand so that they do not cover each other: spread at a margin, in rows above a
//! plot.

use std::cmp::Ordering;

use crate::report::chart::canvas::Canvas;
use crate::report::chart::geometry::Point;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::palette::{GREY, INK, RULE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::Range;

const INDENT: f64 = 5.0;
const GAP: f64 = 14.0;
/// Keeps what hangs below the lowest row off the plot.
const LIFT: f64 = 4.0;
const WIDEST: f64 = 340.0;

/// Vertical lines with their labels in rows above the plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flags(Vec<Flag>);

#[derive(Clone, Debug, PartialEq)]
struct Flag {
    x: f64,
    span: Range,
    row: usize,
    label: String,
}

/// The heights nearest to those wanted that are `gap` apart and, as far as they fit, in `room`.
pub fn spread(wanted: &[f64], gap: f64, room: Range) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|left, right| wanted[*left].total_cmp(&wanted[*right]));
    let mut heights = wanted.to_vec();
    let mut free = room.low;
    for index in &order {
        heights[*index] = heights[*index].max(free);
        free = heights[*index] + gap;
    }
    let mut free = room.high;
    for index in order.iter().rev() {
        heights[*index] = heights[*index].min(free);
        free = heights[*index] - gap;
    }
    heights
}

/// Draws a thin line from a label to what it names.
pub fn leader(canvas: &mut Canvas, from: Point, to: Point) {
    canvas.line(&[from, to], Pen::solid(RULE, 0.8));
}

impl Flags {
    /// Flags for lines at pixels, each in the lowest row in which nothing crosses it.
    pub fn new(lines: impl IntoIterator<Item = (f64, String)>, room: Range) -> Self {
        let mut flags: Vec<Flag> =
            lines.into_iter().map(|(x, label)| Flag::new(x, &label, room)).collect();
        flags.sort_by(|left, right| right.x.total_cmp(&left.x));
        for index in 0..flags.len() {
            flags[index].row = lowest_row(&flags[index], &flags[..index]);
        }
        Flags(flags)
    }

    /// The height of the rows.
    pub fn height(&self) -> f64 {
        let rows = self.0.iter().map(|flag| flag.row + 1).max().unwrap_or(0);
        rows as f64 * Lettering::small().line_height() + LIFT
    }

    /// Draws the labels above `base` and the lines from them down to `bottom`.
    pub fn draw(&self, canvas: &mut Canvas, base: f64, bottom: f64) {
        for flag in &self.0 {
            let top = Point::new(flag.x, flag.middle(base) - Lettering::small().size / 2.0);
            canvas.line(&[top, Point::new(flag.x, bottom)], Pen::solid(GREY, 1.0));
        }
        for flag in &self.0 {
            flag.draw_label(canvas, base);
        }
    }
}

impl Flag {
    /// A flag right of its line, or left of it where the room ends.
    fn new(x: f64, label: &str, room: Range) -> Self {
        let label = Lettering::small().shorten(label, WIDEST);
        let width = Lettering::small().width(&label);
        let fits = x + INDENT + width <= room.high;
        let left = if fits { x + INDENT } else { x - INDENT - width };
        Flag { x, span: Range::new(left, left + width), row: 0, label }
    }

    fn middle(&self, base: f64) -> f64 {
        base - LIFT - (self.row as f64 + 0.5) * Lettering::small().line_height()
    }

    fn draw_label(&self, canvas: &mut Canvas, base: f64) {
        let at = Point::new(self.span.low, self.middle(base));
        canvas.text_over(at, &self.label, Lettering::small().coloured(INK));
    }

    fn covers(&self, x: f64) -> bool {
        self.span.low - INDENT < x && x < self.span.high + INDENT
    }

    fn touches(&self, other: &Flag) -> bool {
        self.span.low < other.span.high + GAP && other.span.low < self.span.high + GAP
    }
}

/// The lowest row for a flag among those placed already, above all of them if need be.
fn lowest_row(flag: &Flag, placed: &[Flag]) -> usize {
    let is_free = |row: &usize| {
        placed.iter().all(|other| match other.row.cmp(row) {
            Ordering::Less => !other.covers(flag.x),
            Ordering::Equal => !other.touches(flag),
            Ordering::Greater => !flag.covers(other.x),
        })
    };
    let above = placed.iter().map(|other| other.row + 1).max().unwrap_or(0);
    (0..above).find(is_free).unwrap_or(above)
}

#[cfg(test)]
mod tests {
    use super::{Flags, spread};
    use crate::report::chart::scale::Range;

    #[test]
    fn labels_that_have_room_stay() {
        assert_eq!(spread(&[50.0, 10.0], 10.0, Range::new(0.0, 100.0)), [50.0, 10.0]);
    }

    #[test]
    fn labels_that_collide_move_apart_inside_the_room() {
        let heights = spread(&[99.0, 98.0, 97.0], 10.0, Range::new(0.0, 100.0));
        assert_eq!(heights, [100.0, 90.0, 80.0]);
    }

    #[test]
    fn a_flag_that_would_be_crossed_goes_above() {
        let lines = [(10.0, "cut-over".to_owned()), (20.0, "second".to_owned())];
        let flags = Flags::new(lines, Range::new(0.0, 500.0));
        let rows: Vec<(f64, usize)> = flags.0.iter().map(|flag| (flag.x, flag.row)).collect();
        assert_eq!(rows, [(20.0, 0), (10.0, 1)]);
    }

    #[test]
    fn a_flag_without_room_at_its_right_turns_left() {
        let flags = Flags::new([(498.0, "cut-over".to_owned())], Range::new(0.0, 500.0));
        assert!(flags.0[0].span.high < 498.0);
    }
}
