//! Figures that a scenario names. Which there are, the office knows, which checks the names.

use crate::scenario::reading::source::Place;

/// A figure as a planner names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureName {
    pub measure: Name,
    /// The stage, kiosk, origin, channel or lane that it is of; `None` is all.
    pub of: Option<Name>,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub place: Place,
}
