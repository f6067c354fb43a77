//! Verdicts on differences, told apart by word, shape and colour.

use crate::report::chart::canvas::Canvas;
use crate::report::chart::geometry::Point;
use crate::report::chart::marker::Marker;
use crate::report::chart::palette::{BLUE, Colour, DEEP_VERMILLION, GREY, INK};
use crate::report::language::word;

/// What a difference means to those it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Favour {
    Better,
    Worse,
    /// The interval leaves the direction open.
    Unclear,
    /// There is a difference, but neither direction is the better one.
    Neither,
}

impl Favour {
    /// All of them.
    pub(super) const ALL: [Favour; 4] =
        [Favour::Better, Favour::Worse, Favour::Unclear, Favour::Neither];

    /// The verdict in one word.
    pub fn word(self) -> &'static str {
        match self {
            Favour::Better => word("better"),
            Favour::Worse => word("worse"),
            Favour::Unclear => word("unclear"),
            Favour::Neither => word("differs"),
        }
    }

    /// The colour of point, interval and word.
    pub(super) fn colour(self) -> Colour {
        match self {
            Favour::Better => BLUE,
            Favour::Worse => DEEP_VERMILLION,
            Favour::Unclear => GREY,
            Favour::Neither => INK,
        }
    }

    /// Draws the point.
    pub(super) fn draw(self, canvas: &mut Canvas, at: Point) {
        match self {
            Favour::Better => Marker::Circle.draw(canvas, at, self.colour()),
            Favour::Worse => Marker::Triangle.draw(canvas, at, self.colour()),
            Favour::Unclear => Marker::Circle.draw_hollow(canvas, at, self.colour()),
            Favour::Neither => Marker::Diamond.draw(canvas, at, self.colour()),
        }
    }
}
