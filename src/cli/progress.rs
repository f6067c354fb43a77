//! The progress bar: replications done and the time left, where a terminal is there.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::experiment::Watch;
use crate::report::language::say;

/// What the bar shows.
fn template() -> String {
    let done = say(
        "{done} of {all} replications, {left} left",
        &[("done", &"{pos}"), ("all", &"{len}"), ("left", &"{eta}")],
    );
    format!("{{bar:40}} {done}")
}

/// A bar on the standard error, or nothing.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for so many replications, shown if the standard error is a terminal and `quiet` is not
    /// asked for.
    pub fn new(replications: u64, quiet: Quiet) -> Progress {
        let target = match quiet {
            Quiet::No if std::io::stderr().is_terminal() => ProgressDrawTarget::stderr(),
            _ => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(Some(replications), target);
        let style = ProgressStyle::with_template(&template());
        Progress { bar: style.map_or(bar.clone(), |style| bar.with_style(style)) }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Whether anything but errors is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet {
    Yes,
    No,
}

impl Watch for Progress {
    fn done(&self) {
        self.bar.inc(1);
    }

    fn more(&self, replications: u64) {
        self.bar.inc_length(replications);
    }
}
