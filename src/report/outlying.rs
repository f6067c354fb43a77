//! Replications that stand out, in words, and how to look into them.

use crate::experiment::{Outlying, outlying};
use crate::report::language::{fixed, say, thousands, word};
use crate::report::{Study, wording};

/// Replications that are told of a scenario at most.
const TOLD: usize = 3;

/// The replications of a scenario that stand out, with the command that tells what happened in
/// each; nothing where none does.
pub fn text(study: &Study, place: usize) -> String {
    let result = &study.results[place];
    let found = outlying(result);
    if found.is_empty() {
        return String::new();
    }
    let label = &result.plan.scenario.label;
    let sentence = say(
        "{label}: {number} of {all} replications stand out, beyond {bound} robust standard \
         deviations from the median; they count like the others.",
        &[
            ("label", label),
            ("number", &thousands(found.len() as f64)),
            ("all", &thousands(f64::from(result.plan.scenario.run.replications))),
            ("bound", &fixed(3.5, 1)),
        ],
    );
    let mut text = format!("\n{sentence}\n");
    for of in found.iter().take(TOLD) {
        text += &format!("  {}\n", told(of));
        let trace =
            study.traces.get(place).map(|trace| format!("{trace} -r {}", of.replication + 1));
        text += &trace.map_or(String::new(), |trace| format!("    {trace}\n"));
    }
    text
}

/// "replication 37: wait in line 41.2 min, 6.1 above the median of 12.3 min; and 2 other figures".
fn told(of: &Outlying) -> String {
    let unit = of.figure.measure.unit;
    let others = match of.others {
        0 => String::new(),
        1 => word("; and another figure").to_string(),
        others => say("; and {number} other figures", &[("number", &others)]),
    };
    let sentence = match of.deviations < 0.0 {
        true => "replication {number}: {title} {value}, {deviations} below the median of {median}",
        false => "replication {number}: {title} {value}, {deviations} above the median of {median}",
    };
    let told = say(
        sentence,
        &[
            ("number", &(of.replication + 1)),
            ("title", &wording::title(&of.figure)),
            ("value", &wording::value(of.value, unit)),
            ("deviations", &fixed(of.deviations.abs(), 1)),
            ("median", &wording::value(of.median, unit)),
        ],
    );
    told + &others
}
