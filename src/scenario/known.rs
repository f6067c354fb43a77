//! `[[known]]`: figures of a scenario that theory gives exactly, to hold the simulation against.

use crate::scenario::reading::{Reader, Share};

/// An exact figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Name of the measure.
    pub measure: String,
    /// The stage, kiosk, origin, channel or lane that it is of; `None` is all.
    pub of: Option<String>,
    /// In the unit of the measure.
    pub value: f64,
    /// Share of the value by which the figure may differ by its construction.
    pub tolerance: f64,
    /// Formula and author.
    pub source: String,
}

impl Known {
    /// Reads a `[[known]]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Known> {
        let figure = reader.figure_name();
        let value = reader.required::<f64>("value");
        let tolerance = reader.optional::<Share>("tolerance").map_or(0.0, Share::value);
        let source = reader.required::<String>("source");
        let figure = figure?;
        Some(Known {
            measure: figure.measure.text,
            of: figure.of.map(|of| of.text),
            value: value?,
            tolerance,
            source: source?,
        })
    }

    /// What the figure is of, in words.
    pub fn of(&self) -> &str {
        self.of.as_deref().unwrap_or("all")
    }
}
