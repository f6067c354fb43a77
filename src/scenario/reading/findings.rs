//! Everything found wrong while a scenario is read.

use crate::scenario::reading::diagnostic::{Diagnostic, Severity};
use crate::scenario::reading::figure_name::FigureName;
use crate::scenario::reading::keys;
use crate::scenario::reading::leaf::Fault;
use crate::scenario::reading::render::{self, Colour};
use crate::scenario::reading::source::Sources;
use crate::scenario::reading::tree::Node;

/// The mistakes and doubts about a scenario so far, with the texts they point into.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    pub sources: Sources,
    /// Figures that the scenario names, for the office to check.
    pub figures: Vec<FigureName>,
    diagnostics: Vec<Diagnostic>,
}

impl Findings {
    /// Takes note of a diagnostic.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes note that a value is not what its key wants, and adds what the key means.
    pub fn refuse(&mut self, node: &Node, fault: Fault) {
        let message = match node.path.written.as_str() {
            "" => format!("this {}", fault.message),
            path => format!("`{path}` {}", fault.message),
        };
        let meaning = keys::find(&node.path.catalogue).map(|key| key.explained());
        self.note(
            Diagnostic::error(message)
                .at(node.place)
                .label(node.value.described())
                .helps(fault.help.into_iter().chain(meaning)),
        );
    }

    /// Whether anything keeps the scenario from running.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All diagnostics without repetitions, in the order of the files and the lines in them.
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        sorted.sort();
        sorted.dedup();
        sorted
    }

    /// The diagnostics as text with source lines and carets.
    pub fn render(&self, colour: Colour) -> String {
        render::render(&self.sources, &self.diagnostics(), colour)
    }
}
