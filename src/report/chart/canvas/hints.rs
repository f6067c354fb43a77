//! What the pointer is told at marks of a chart, and groups of marks that can be switched off.

use crate::report::chart::canvas::{escaped, units};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::number::written;
use crate::report::language::say;

/// From a point to the edge of where it answers to the pointer.
const REACH: f64 = 9.0;
/// Values are told to the hundredth.
const HUNDREDTH: f64 = 0.01;

/// A text at a place.
#[derive(Debug)]
pub struct Hint {
    pub area: Area,
    pub text: String,
    pub series: Option<String>,
}

/// Where a point answers to the pointer.
pub fn around(at: Point) -> Area {
    let (left, right) = (at.x - REACH, at.x + REACH);
    Area { left, top: at.y - REACH, right, bottom: at.y + REACH }
}

/// A value and its interval, if there is one: "app: 83.7 (82.9 to 84.5)".
pub fn told(name: &str, value: f64, ends: Option<(f64, f64)>) -> String {
    let value = written(value, HUNDREDTH);
    let Some(ends) = ends else { return format!("{name}: {value}") };
    let (low, high) = (written(ends.0, HUNDREDTH), written(ends.1, HUNDREDTH));
    let interval = say("{low} to {high}", &[("low", &low), ("high", &high)]);
    format!("{name}: {value} ({interval})")
}

/// Marks of a series as a group.
pub fn grouped(drawn: &str, series: &str) -> String {
    format!("<g data-series=\"{}\">\n{drawn}</g>\n", quoted(series))
}

/// Hints lie above all marks and cannot be seen; browsers show their titles without any script.
pub fn written_all(hints: &[Hint]) -> String {
    if hints.is_empty() {
        return String::new();
    }
    let all: String = hints.iter().map(Hint::written).collect();
    format!("<g fill=\"none\" pointer-events=\"all\">\n{all}</g>\n")
}

impl Hint {
    fn written(&self) -> String {
        let Area { left, top, right, bottom } = self.area;
        let series = self
            .series
            .as_deref()
            .map_or(String::new(), |series| format!(" data-series=\"{}\"", quoted(series)));
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{series}><title>{}</title></rect>\n",
            units(left),
            units(top),
            units(right - left).max(1),
            units(bottom - top).max(1),
            escaped(&self.text)
        )
    }
}

fn quoted(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}
