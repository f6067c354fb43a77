//! Targets in words: what was to be reached, what was found, and whether it is.

use crate::experiment::{Judgement, ScenarioResult};
use crate::office::{Figure, Unit};
use crate::report::language::{decimals, say, word};
use crate::report::wording;
use crate::scenario::Bound;

/// One row for each target of a scenario: what is to be reached, the interval found, and the
/// verdict.
pub fn rows(result: &ScenarioResult) -> Vec<[String; 3]> {
    let row = |of: &Judgement| {
        let figure = &result.figures[of.figure].figure;
        let found = wording::interval(&of.estimate, figure.measure.unit);
        let found = found.unwrap_or_else(|| wording::not_available().to_string());
        [wanted(figure, of.target.bound), found, word(of.verdict.name()).to_string()]
    };
    result.targets.iter().map(row).collect()
}

/// "ready within the promise: at least 95 %".
pub fn wanted(figure: &Figure, bound: Bound) -> String {
    format!("{}: {}", wording::title(figure), bound_in_words(bound, figure.measure.unit))
}

/// "at least 95 %".
pub fn bound_in_words(bound: Bound, unit: Unit) -> String {
    let value = stated(bound.value(), unit);
    match bound {
        Bound::AtLeast(_) => say("at least {value}", &[("value", &value)]),
        Bound::AtMost(_) => say("at most {value}", &[("value", &value)]),
    }
}

/// A value that somebody stated, without digits that it did not have.
fn stated(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share => format!("{} %", decimals(wording::plain(value * 100.0))),
        Unit::Rupiah => wording::value(value, unit),
        unit => format!("{} {}", decimals(wording::plain(value)), wording::short(unit)),
    }
}

#[cfg(test)]
mod tests {
    use super::bound_in_words;
    use crate::office::Unit;
    use crate::scenario::Bound;

    #[test]
    fn a_bound_is_told_as_it_was_stated() {
        assert_eq!(bound_in_words(Bound::AtLeast(0.29), Unit::Share), "at least 29 %");
        assert_eq!(bound_in_words(Bound::AtLeast(0.955), Unit::Share), "at least 95.5 %");
        assert_eq!(bound_in_words(Bound::AtMost(5.0), Unit::WorkingDays), "at most 5 working days");
        assert_eq!(bound_in_words(Bound::AtMost(140_000.0), Unit::Rupiah), "at most Rp 140,000");
    }
}
