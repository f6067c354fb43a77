//! One mistake or doubt about a scenario, as data.

use crate::scenario::reading::source::Place;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario cannot be run.
    Error,
    /// The scenario can be run, but may not mean what it says.
    Warning,
}

/// A message with its place in a source, what was found there, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    pub place: Option<Place>,
    pub severity: Severity,
    pub message: String,
    /// What was found, shown at the caret.
    pub label: String,
    /// What is allowed, or which name is near; one line each.
    pub help: Vec<String>,
    /// A second place, such as the first of two duplicates.
    pub also: Option<(Place, String)>,
}

impl Diagnostic {
    /// A mistake that keeps the scenario from running.
    pub fn error(message: impl Into<String>) -> Self {
        Diagnostic::new(Severity::Error, message.into())
    }

    /// A doubt that does not keep the scenario from running.
    pub fn warning(message: impl Into<String>) -> Self {
        Diagnostic::new(Severity::Warning, message.into())
    }

    fn new(severity: Severity, message: String) -> Self {
        let (label, help) = (String::new(), Vec::new());
        Diagnostic { place: None, severity, message, label, help, also: None }
    }

    /// Points to a place.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says what was found there.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a line on what would be right.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds several such lines.
    pub fn helps(mut self, help: impl IntoIterator<Item = String>) -> Self {
        self.help.extend(help);
        self
    }

    /// Points to a second place.
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also = Some((place, label.into()));
        self
    }
}
