//! Precision in words: how far intervals were to reach, and how far they do.

use crate::experiment::{Attained, Comparison, ScenarioResult};
use crate::office::Unit;
use crate::report::language::{decimals, say, word};
use crate::report::{Study, wording};
use crate::statistics::Precision;

/// What an interval is that decided when to stop.
pub const AFTER_STOPPING: &str = "An interval at which the replications stop holds the truth a \
    little less often than its level says.";

/// One row for each figure of a scenario that was to be precise: its name, how far its interval
/// reaches to either side, how far it was to reach, and whether that is reached.
pub fn rows(result: &ScenarioResult) -> Vec<[String; 4]> {
    result.precision.iter().map(|of| row(wording::title(&of.figure), of)).collect()
}

/// The same for the figures of both sides of a comparison, and for their differences.
pub fn rows_of_comparison(study: &Study, comparison: &Comparison) -> Vec<[String; 4]> {
    let side = |place: usize| {
        let result = &study.results[place];
        let label = result.plan.scenario.label.as_str();
        result.precision.iter().map(move |of| (label, of))
    };
    let differences = comparison.precision.iter().map(|of| (word("difference"), of));
    let all = side(comparison.base).chain(side(comparison.other)).chain(differences);
    all.map(|(side, of)| row(format!("{}, {side}", wording::title(&of.figure)), of)).collect()
}

fn row(title: String, of: &Attained) -> [String; 4] {
    let unit = of.figure.measure.unit;
    let found = of.estimate.half_width.map(|width| wording::amount(width, unit));
    let found = found.unwrap_or_else(|| wording::not_available().to_string());
    [title, found, wanted(of.within, unit), word(verdict(of)).to_string()]
}

/// "reached" or "not reached".
pub fn verdict(of: &Attained) -> &'static str {
    if of.is_reached() { "reached" } else { "not reached" }
}

fn wanted(within: Precision, unit: Unit) -> String {
    match within {
        Precision::Relative(share) => {
            say("{percent} % of the mean", &[("percent", &decimals(wording::plain(share * 100.0)))])
        }
        Precision::Absolute(width) => wording::stated_distance(width, unit),
    }
}

#[cfg(test)]
mod tests {
    use super::wanted;
    use crate::office::Unit;
    use crate::report::wording;
    use crate::statistics::Precision;

    #[test]
    fn an_interval_without_width_reaches_nowhere() {
        assert_eq!(wording::amount(0.0, Unit::Minutes), "less than 0.00001 min");
    }

    #[test]
    fn a_precision_is_told_as_it_was_stated() {
        assert_eq!(wanted(Precision::Relative(0.025), Unit::Minutes), "2.5 % of the mean");
        assert_eq!(wanted(Precision::Absolute(0.29), Unit::Share), "29 points");
        assert_eq!(wanted(Precision::Absolute(0.5), Unit::Minutes), "0.5 min");
        assert_eq!(wanted(Precision::Absolute(2_000.0), Unit::Rupiah), "Rp 2,000");
    }
}
