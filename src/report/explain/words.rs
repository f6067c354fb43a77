//! Numbers, lengths of time and lists as sentences have them.

use crate::report::language::thousands;
use crate::time::Span;

/// A number of people or passports a day, to as many places as matter.
pub fn number(amount: f64) -> String {
    match amount {
        amount if !amount.is_finite() => endless(amount).to_string(),
        amount if 999.5 <= amount => thousands(amount.round()),
        amount if 0.05 <= amount => shortened(format!("{amount:.1}")),
        amount => shortened(format!("{amount:.3}")),
    }
}

/// A number to the hundredth.
pub fn hundredth(amount: f64) -> String {
    if amount.is_finite() { format!("{amount:.2}") } else { endless(amount).to_string() }
}

/// What grows without end, and what comes of dividing by it, in words.
fn endless(amount: f64) -> &'static str {
    if amount.is_nan() { "not to be told" } else { "ever more" }
}

/// A share as percent.
pub fn percent(share: f64) -> String {
    if share.is_infinite() {
        return "beyond all bounds".to_string();
    }
    if share.is_nan() {
        return endless(share).to_string();
    }
    let digits = if (share * 100.0 - (share * 100.0).round()).abs() < 0.05 { 0 } else { 1 };
    format!("{:.*} %", digits, share * 100.0)
}

/// A length of time in its natural unit.
pub fn length(span: Span) -> String {
    let (minutes, hours, days) = (span.minutes(), span.hours(), span.days());
    match minutes {
        minutes if minutes < 1.0 => format!("{} s", number(minutes * 60.0)),
        minutes if minutes < 120.0 => format!("{} min", number(minutes)),
        _ if hours < 48.0 => format!("{} h", number(hours)),
        _ => format!("{} days", number(days)),
    }
}

/// A number with its noun: "1 desk", "2 desks".
pub fn count(number: u32, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(f64::from(number)))
}

/// "a, b and c".
pub fn list(words: &[String]) -> String {
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

fn shortened(text: String) -> String {
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{count, hundredth, length, list, number, percent};
    use crate::time::Span;

    #[test]
    fn numbers_are_short() {
        assert_eq!([61.94, 4.0, 14_820.4, 0.012].map(number), ["61.9", "4", "14,820", "0.012"]);
        assert_eq!([0.12, 0.018, 1.036].map(percent), ["12 %", "1.8 %", "103.6 %"]);
        assert_eq!([f64::INFINITY, f64::NAN].map(number), ["ever more", "not to be told"]);
        assert_eq!([1.163, f64::INFINITY].map(hundredth), ["1.16", "ever more"]);
        assert_eq!(percent(f64::NAN), "not to be told");
        assert_eq!(length(Span::from_minutes(12)), "12 min");
        assert_eq!(length(Span::from_days(2)), "2 days");
        assert_eq!(count(1, "desk") + &count(2, " desk"), "1 desk2  desks");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}
