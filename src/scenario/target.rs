//! `[[target]]`: what a figure is to reach, or not to pass.

use crate::scenario::reading::{Positive, Reader, Share};

/// A bound on a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Name of the measure.
    pub measure: String,
    /// The stage, kiosk, origin, channel, lane or other group that it is of; `None` is all.
    pub of: Option<String>,
    pub bound: Bound,
    /// How sure the verdict is to be, between 0.5 and 1.
    pub confidence: f64,
    /// So close to the bound either verdict will do for a plan, in the unit of the figure; `None`
    /// is as the unit suggests.
    pub tolerance: Option<f64>,
}

/// On which side of a value, in the unit of the figure, it is to lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

const CONFIDENCE: f64 = 0.95;

impl Target {
    /// Reads a `[[target]]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Target> {
        let figure = reader.figure_name();
        let at_least = reader.optional::<f64>("at_least");
        let at_most = reader.optional::<f64>("at_most");
        let confidence = reader.optional::<Share>("confidence").map_or(CONFIDENCE, Share::value);
        if !(0.5 < confidence && confidence < 1.0) {
            let help = "for example 0.95";
            reader.refuse("confidence", "must be between 0.5 and 1", help);
        }
        let tolerance = reader.optional::<Positive>("tolerance").map(Positive::value);
        let given = |key: &'static str, reader: &mut Reader<'_>| reader.node(key).is_some();
        let bound = match (at_least, at_most) {
            (Some(value), None) => Bound::AtLeast(value),
            (None, Some(value)) => Bound::AtMost(value),
            _ if given("at_least", reader) ^ given("at_most", reader) => return None,
            (Some(_), Some(_)) => {
                let help = "write two targets";
                reader.wrong("at_most", "a target has `at_least` or `at_most`, not both", help);
                return None;
            }
            _ => {
                let help = "for example `at_least = 0.95`";
                reader.wrong("measure", "a target needs `at_least` or `at_most`", help);
                return None;
            }
        };
        let figure = figure?;
        Some(Target {
            measure: figure.measure.text,
            of: figure.of.map(|of| of.text),
            bound,
            confidence,
            tolerance,
        })
    }
}

impl Bound {
    /// The value, in the unit of the figure.
    pub fn value(self) -> f64 {
        match self {
            Bound::AtLeast(value) | Bound::AtMost(value) => value,
        }
    }

    /// Whether a value is on the right side; the bound itself is.
    pub fn holds(self, value: f64) -> bool {
        match self {
            Bound::AtLeast(least) => least <= value,
            Bound::AtMost(most) => value <= most,
        }
    }
}
