//! Replications that stand out, in words, and how to look into them.

use crate::experiment::{Outlying, outlying};
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
    let mut text = format!(
        "\n{label}: {} of {} replications stand out, beyond 3.5 robust standard deviations from \
         the median; they count like the others.\n",
        found.len(),
        result.plan.scenario.run.replications
    );
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
    let side = if of.deviations < 0.0 { "below" } else { "above" };
    let others = match of.others {
        0 => String::new(),
        1 => "; and another figure".to_string(),
        others => format!("; and {others} other figures"),
    };
    format!(
        "replication {}: {} {}, {:.1} {side} the median of {}{others}",
        of.replication + 1,
        wording::title(&of.figure),
        wording::value(of.value, unit),
        of.deviations.abs(),
        wording::value(of.median, unit),
    )
}
