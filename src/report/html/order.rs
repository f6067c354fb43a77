//! What cells are sorted by: numbers and dates as every browser reads them.

use crate::report::language::{read_short_date, spoken};
use crate::scenario::Language;

/// What stands before a number.
const CURRENCY: &str = "Rp ";

/// What a cell is sorted by, where that is not its text as it stands: the number it begins with, or
/// its date as one number.
pub fn sorted_by(text: &str) -> Option<String> {
    let key = read_short_date(text).map(|date| date.to_string()).or_else(|| number(text))?;
    (key != text).then_some(key)
}

/// The number that a text begins with.
fn number(text: &str) -> Option<String> {
    let text = text.strip_prefix(CURRENCY).unwrap_or(text).trim_start_matches(['<', '>']);
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let is_part = |letter: char| letter.is_ascii_digit() || ".,".contains(letter);
    let (number, behind) = digits.split_at(digits.find(|of| !is_part(of)).unwrap_or(digits.len()));
    let ends = behind.chars().next().is_none_or(|next| next.is_whitespace());
    let (thousands, decimal) = match spoken() {
        // What a scenario states is told as it stands there, with a point in any language.
        Language::Indonesian if !has_stated_point(number) => ('.', ','),
        Language::Indonesian | Language::English => (',', '.'),
    };
    let plain: String = number.chars().filter(|letter| *letter != thousands).collect();
    let plain = plain.replace(decimal, ".");
    plain.parse::<f64>().ok().filter(|_| ends).map(|_| format!("{sign}{plain}"))
}

/// Whether the point of a number cannot stand between thousands.
fn has_stated_point(number: &str) -> bool {
    let whole = number.split(',').next().unwrap_or(number);
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or(whole);
    let mut others = groups.peekable();
    others.peek().is_some()
        && (first.starts_with('0') || 3 < first.len() || !others.all(|group| group.len() == 3))
}

#[cfg(test)]
mod tests {
    use super::sorted_by;
    use crate::report::language::within;
    use crate::scenario::Language;

    #[test]
    fn numbers_are_those_of_the_language() {
        assert_eq!(sorted_by("Rp 140,000").as_deref(), Some("140000"));
        assert_eq!(sorted_by("\u{2212}1,234.5 days").as_deref(), Some("-1234.5"));
        assert_eq!(sorted_by("12.5"), None);
        within(Language::Indonesian, || {
            assert_eq!(sorted_by("1.234,5 hari").as_deref(), Some("1234.5"));
            assert_eq!(sorted_by("1.234.567").as_deref(), Some("1234567"));
            assert_eq!(sorted_by("0.05"), None);
            assert_eq!(sorted_by("0.014"), None);
            assert_eq!(sorted_by("4.3 min").as_deref(), Some("4.3"));
            assert_eq!(sorted_by("3 Agu 2019").as_deref(), Some("20190803"));
        });
    }

    #[test]
    fn texts_and_versions_stay_as_they_are() {
        for text in ["shorter by 1.4 days", "2nd", "0.1.0", "", "-", "min 5"] {
            assert_eq!(sorted_by(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_sorted_by_year_first() {
        assert_eq!(sorted_by("3 Jun 2019").as_deref(), Some("20190603"));
    }
}
