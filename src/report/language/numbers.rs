//! Numbers as people of a language write them: 1,234.5 or 1.234,5.

use crate::report::language::spoken;
use crate::scenario::Language;

/// A number that is written in English, as the language spoken has it.
pub fn written(english: &str) -> String {
    in_language(spoken(), english)
}

/// A number with so many decimals, without separators between thousands.
pub fn fixed(amount: f64, decimals: usize) -> String {
    written(&format!("{amount:.decimals$}"))
}

/// A number to as many decimals as it has.
pub fn decimals(amount: f64) -> String {
    written(&amount.to_string())
}

/// A whole number with separators between thousands.
pub fn thousands(amount: f64) -> String {
    let digits = format!("{:.0}", amount.abs());
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if 0 < index && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if amount < 0.0 { "-" } else { "" };
    written(&format!("{sign}{grouped}"))
}

fn in_language(language: Language, english: &str) -> String {
    let swap = |letter| match letter {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    match language {
        Language::English => english.to_string(),
        Language::Indonesian => english.chars().map(swap).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_language, thousands};
    use crate::scenario::Language;

    #[test]
    fn separators_are_those_of_the_language() {
        assert_eq!(in_language(Language::Indonesian, "1,234.5"), "1.234,5");
        assert_eq!(in_language(Language::English, "1,234.5"), "1,234.5");
        assert_eq!(thousands(-1_234_567.0), "-1,234,567");
    }
}
