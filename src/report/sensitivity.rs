//! The report of a sensitivity analysis: which input matters most, and which to measure next.

mod files;
mod page;
mod picture;
mod terminal;

pub use files::{files, schema};
pub use terminal::summary;

use crate::experiment::{Sensitivity, Swing};
use crate::office::Unit;
use crate::report::language::{fixed, say, word};
use crate::report::wording;
use crate::statistics::Verdict;

/// How the swing of an input reads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Size {
    /// Exactly none: it is not used.
    Nothing,
    /// The interval reaches 0.
    NotSeen,
    /// From the least to the greatest amount, in the unit of the figure.
    Between(f64, f64),
    /// Too few replications, or nothing to say.
    Unknown,
}

fn size(swing: &Swing) -> Size {
    match swing.swing.as_ref().map(Verdict::of) {
        Some(Verdict::Identical) => Size::Nothing,
        Some(Verdict::Higher { by: (low, high) } | Verdict::Lower { by: (low, high) }) => {
            Size::Between(low, high)
        }
        Some(Verdict::NoDifference { .. }) => Size::NotSeen,
        Some(Verdict::Undecided) | None => Size::Unknown,
    }
}

/// The swing of an input in words: "3.1 to 3.4 points".
fn size_in_words(swing: &Swing, unit: Unit) -> String {
    match size(swing) {
        Size::Nothing => word("nothing").to_string(),
        Size::NotSeen => word("not seen").to_string(),
        Size::Between(low, high) => wording::between((low, high), unit),
        Size::Unknown => wording::not_available().to_string(),
    }
}

/// Which input to measure next, and why.
fn advice(found: &Sensitivity) -> String {
    let title = wording::title(&found.figure);
    let unit = found.figure.measure.unit;
    let ranking = found.ranking();
    let swing = |rank: usize| ranking.get(rank).map(|place| &found.one_at_a_time.swings[*place]);
    let input = |rank: usize| &found.inputs[ranking[rank]];
    let Some(Size::Between(low, high)) = swing(0).map(size) else {
        return match swing(0).map(size) {
            Some(Size::Nothing) => {
                say("None of these inputs changes \"{title}\" at all", &[("title", &title)])
            }
            _ => say(
                "No input is seen to change \"{title}\": play more replications",
                &[("title", &title)],
            ),
        };
    };
    let first = input(0);
    let (from, to) = (first.range.least(), first.range.greatest());
    let change = wording::between((low, high), unit);
    let told = say(
        "Measure {key} next: over its range, {from} to {to}, \"{title}\" changes by {change}",
        &[
            ("key", &first.key),
            ("from", &from),
            ("to", &to),
            ("title", &title),
            ("change", &change),
        ],
    );
    let mean = |swing: &Swing| swing.swing.as_ref().and_then(|swing| swing.mean);
    match swing(1).map(|second| (size(second), mean(second))) {
        None => told,
        Some((Size::Between(_, most), _)) if low <= most => {
            say("{told}; {key} does about as much", &[("told", &told), ("key", &input(1).key)])
        }
        Some((Size::Between(..), Some(second))) => {
            let times = swing(0).and_then(mean).unwrap_or(0.0) / second;
            say(
                "{told}, {times} times as much as over that of {key}",
                &[("told", &told), ("times", &fixed(times, 1)), ("key", &input(1).key)],
            )
        }
        Some(_) => say("{told}; no other input is seen to change it", &[("told", &told)]),
    }
}

/// The name of a share of the variation, in percent.
fn percent(share: f64) -> String {
    wording::value(share, Unit::Share)
}
