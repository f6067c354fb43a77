//! Numbers as people of a language write them: 1,234.5 or 1.234,5.

use crate::report::language::{say, spoken};
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

/// What a number of this size is called, from the largest on.
const SCALES: [(f64, &str); 3] =
    [(1e12, "{number} trillion"), (1e9, "{number} billion"), (1e6, "{number} million")];

/// A large number to two digits, in words from a million on: "1.9 million", "350,000".
pub fn about(amount: f64) -> String {
    let digits = amount.abs().max(1.0).log10().floor() as i32;
    let step = 10f64.powi((digits - 1).max(0));
    let amount = (amount / step).round() * step;
    match SCALES.into_iter().find(|(scale, _)| *scale <= amount.abs()) {
        None => thousands(amount),
        Some((scale, text)) => {
            let number = amount / scale;
            let is_whole = (number - number.round()).abs() < 0.05;
            let number = if is_whole { thousands(number) } else { fixed(number, 1) };
            say(text, &[("number", &number)])
        }
    }
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
    use super::{about, in_language, thousands};
    use crate::report::language::within;
    use crate::scenario::Language;

    #[test]
    fn separators_are_those_of_the_language() {
        assert_eq!(in_language(Language::Indonesian, "1,234.5"), "1.234,5");
        assert_eq!(in_language(Language::English, "1,234.5"), "1,234.5");
        assert_eq!(thousands(-1_234_567.0), "-1,234,567");
    }

    #[test]
    fn large_numbers_are_told_in_words() {
        let told = || [0.0, 87.0, 12_345.0, 1_912_345.0, 9.96e6, 4.2e8, 2e11, 3.4e15].map(about);
        assert_eq!(
            told(),
            [
                "0",
                "87",
                "12,000",
                "1.9 million",
                "10 million",
                "420 million",
                "200 billion",
                "3,400 trillion"
            ]
        );
        let indonesian = within(Language::Indonesian, told);
        assert_eq!(indonesian[2..5], ["12.000", "1,9 juta", "10 juta"]);
        assert_eq!(indonesian[6..], ["200 miliar", "3.400 triliun"]);
    }
}
