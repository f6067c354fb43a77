//! How figures answer to what is varied: one panel for each, as curves with bands or as dots.

mod panel;

use crate::report::chart::page::{Heading, Page};
use crate::report::chart::response::panel::Layout;
use crate::report::chart::{Chart, ChartError, finite};

/// Figures against what is varied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseChart {
    pub heading: Heading,
    pub panels: Vec<ResponsePanel>,
}

/// One figure against one key.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponsePanel {
    /// What is shown, with its unit.
    pub title: String,
    /// What is varied.
    pub across: String,
    pub places: Places,
    pub curves: Vec<ResponseCurve>,
    /// Values to reach or not to pass, in the unit of the panel, and what they are.
    pub bounds: Vec<(f64, String)>,
}

/// What the horizontal places of points are.
#[derive(Clone, Debug, PartialEq)]
pub enum Places {
    /// Numbers on an axis.
    Numbers,
    /// Names side by side, of which points give the place.
    Names(Vec<String>),
}

/// Points that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseCurve {
    /// Stands at its end; empty where there is only one.
    pub label: String,
    pub joining: Joining,
    /// From left to right.
    pub points: Vec<ResponsePoint>,
}

/// Whether a line leads from point to point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joining {
    #[default]
    Line,
    Apart,
}

/// A figure at a place; none where there is nothing to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponsePoint {
    pub place: f64,
    pub value: Option<f64>,
    /// The ends of the interval, in the unit of the panel.
    pub ends: Option<(f64, f64)>,
}

impl ResponseChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number, or a place has no name.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.panels.iter().try_for_each(ResponsePanel::check)?;
        let mut page = Page::new(&self.heading);
        let panels: Vec<&ResponsePanel> =
            self.panels.iter().filter(|panel| panel.has_values()).collect();
        if panels.is_empty() {
            return page.finish_without_data();
        }
        let layout = Layout::of(&panels);
        for panel in panels {
            page.top = layout.draw(&mut page.canvas, panel, page.top);
        }
        page.finish()
    }
}

impl ResponsePanel {
    fn points(&self) -> impl Iterator<Item = &ResponsePoint> {
        self.curves.iter().flat_map(|curve| &curve.points)
    }

    fn has_values(&self) -> bool {
        self.points().any(|point| point.value.is_some())
    }

    fn check(&self) -> Result<(), ChartError> {
        for point in self.points() {
            let ends = point.ends.into_iter().flat_map(|(low, high)| [low, high]);
            for value in ends.chain(point.value).chain([point.place]) {
                finite(value, &self.title)?;
            }
            if let Places::Names(names) = &self.places {
                let there = 0.0 <= point.place && point.place < names.len() as f64;
                if !there {
                    return Err(ChartError::OutOfRange(self.title.clone()));
                }
            }
        }
        self.bounds.iter().try_for_each(|(value, label)| finite(*value, label).map(|_| ()))
    }
}
