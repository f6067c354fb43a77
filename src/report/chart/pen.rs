//! The pens that lines are drawn with.

use crate::report::chart::palette::Colour;

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    pub colour: Colour,
    pub width: f64,
    pub dash: Dash,
}

/// The lengths of a dash and of the space after it; no space makes a solid line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dash {
    pub length: f64,
    pub space: f64,
}

impl Dash {
    /// An unbroken line.
    pub const SOLID: Dash = Dash { length: 1.0, space: 0.0 };
}

impl Pen {
    /// A solid pen.
    pub const fn solid(colour: Colour, width: f64) -> Self {
        Pen { colour, width, dash: Dash::SOLID }
    }

    /// A dashed pen.
    pub const fn dashed(self, dash: Dash) -> Self {
        Pen { dash, ..self }
    }
}
