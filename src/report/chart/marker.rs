//! The looks that tell series apart without colour: the shape of a point and the dash of a line.

use std::f64::consts::TAU;

use crate::report::chart::canvas::Canvas;
use crate::report::chart::geometry::Point;
use crate::report::chart::palette::{Colour, WHITE};
use crate::report::chart::pen::{Dash, Pen};

const RADIUS: f64 = 5.0;
const EDGE: f64 = 1.5;
const CAP: f64 = 5.0;
/// Half the width of an arm of the cross, as a share of its radius.
const ARM: f64 = 0.38;

/// The shape of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    Circle,
    Triangle,
    Square,
    Diamond,
    Cross,
    Nabla,
}

/// How one of several series is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Series {
    pub colour: Colour,
    pub marker: Marker,
    pub dash: Dash,
}

const MARKERS: [Marker; 6] = [
    Marker::Circle,
    Marker::Triangle,
    Marker::Square,
    Marker::Diamond,
    Marker::Cross,
    Marker::Nabla,
];
const DASHES: [Dash; 6] = [
    Dash::SOLID,
    Dash { length: 9.0, space: 4.0 },
    Dash { length: 3.0, space: 3.0 },
    Dash { length: 16.0, space: 4.0 },
    Dash { length: 6.0, space: 6.0 },
    Dash { length: 2.4, space: 4.2 },
];

impl Series {
    /// The looks of the series at `index`.
    pub fn at(index: usize) -> Self {
        Series {
            colour: Colour::of_series(index),
            marker: MARKERS[index % MARKERS.len()],
            dash: DASHES[index % DASHES.len()],
        }
    }

    /// A pen for the line of this series.
    pub fn pen(&self, width: f64) -> Pen {
        Pen::solid(self.colour, width).dashed(self.dash)
    }
}

impl Marker {
    /// Draws the shape filled.
    pub fn draw(self, canvas: &mut Canvas, at: Point, colour: Colour) {
        self.fill(canvas, at, (RADIUS, colour));
    }

    /// Draws the shape with a white edge that keeps it off the lines beneath.
    pub fn draw_edged(self, canvas: &mut Canvas, at: Point, colour: Colour) {
        self.fill(canvas, at, (RADIUS + EDGE, WHITE));
        self.draw(canvas, at, colour);
    }

    /// Draws the outline of the shape only.
    pub fn draw_hollow(self, canvas: &mut Canvas, at: Point, colour: Colour) {
        self.fill(canvas, at, (RADIUS, colour));
        self.fill(canvas, at, (RADIUS - EDGE * 1.2, WHITE));
    }

    fn fill(self, canvas: &mut Canvas, at: Point, (radius, colour): (f64, Colour)) {
        match self {
            Marker::Circle => canvas.disc(at, radius, colour),
            Marker::Triangle => canvas.fill(&polygon(at, 3, (1.25 * radius, 0.75)), colour),
            Marker::Nabla => canvas.fill(&polygon(at, 3, (1.25 * radius, 0.25)), colour),
            Marker::Square => canvas.fill(&polygon(at, 4, (1.27 * radius, 0.125)), colour),
            Marker::Diamond => canvas.fill(&polygon(at, 4, (1.3 * radius, 0.0)), colour),
            Marker::Cross => canvas.fill(&cross(at, radius), colour),
        }
    }
}

/// Draws an interval with caps at its ends; one without width is left to its point.
pub fn draw_whisker(canvas: &mut Canvas, from: Point, to: Point, colour: Colour) {
    if from == to {
        return;
    }
    let pen = Pen::solid(colour, 2.0);
    canvas.line(&[from, to], pen);
    for end in [from, to] {
        canvas.line(&[end.shifted(0.0, -CAP), end.shifted(0.0, CAP)], pen);
    }
}

/// A regular polygon; the first corner lies `turn` of a full turn clockwise from the right.
fn polygon(at: Point, corners: usize, (radius, turn): (f64, f64)) -> Vec<Point> {
    let corner = |index: usize| {
        let angle = TAU * (turn + index as f64 / corners as f64);
        at.shifted(radius * angle.cos(), radius * angle.sin())
    };
    (0..corners).map(corner).collect()
}

fn cross(at: Point, radius: f64) -> Vec<Point> {
    let arm = ARM * radius;
    let quarter = [(arm, -radius), (arm, -arm), (radius, -arm)];
    let turned = |turns: usize| {
        quarter.map(|corner| (0..turns).fold(corner, |(across, down), _| (-down, across)))
    };
    (0..4).flat_map(turned).map(|(across, down)| at.shifted(across, down)).collect()
}

#[cfg(test)]
mod tests {
    use super::Series;

    #[test]
    fn six_series_differ_in_colour_shape_and_dash() {
        for (left, right) in (0..6).flat_map(|left| (0..left).map(move |right| (left, right))) {
            let (left, right) = (Series::at(left), Series::at(right));
            assert_ne!(left.colour, right.colour);
            assert_ne!(left.marker, right.marker);
            assert_ne!(left.dash, right.dash);
        }
    }
}
