//! Numbers, lengths of time and what is counted, as sentences have them.

use crate::report::language::{Noun, fixed, say, thousands, word, written};
use crate::time::Span;

/// Calendar days.
pub const DAYS: Noun = ("1 day", "{number} days");
/// Days on which the office is open.
pub const WORKING_DAYS: Noun = ("1 working day", "{number} working days");
/// Calendar weeks.
pub const WEEKS: Noun = ("1 week", "{number} weeks");
/// Calendar months.
pub const MONTHS: Noun = ("1 month", "{number} months");
/// Appointments that the book offers.
pub const PLACES: Noun = ("1 place", "{number} places");
/// Desks of a stage.
pub const DESKS: Noun = ("1 desk", "{number} desks");
/// Machines of a kiosk.
pub const MACHINES: Noun = ("1 machine", "{number} machines");
/// How often something is done.
pub const TIMES: Noun = ("1 time", "{number} times");
/// Plays of the whole period.
pub const REPLICATIONS: Noun = ("1 replication", "{number} replications");

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
    if amount.is_finite() { fixed(amount, 2) } else { endless(amount).to_string() }
}

/// What grows without end, and what comes of dividing by it, in words.
fn endless(amount: f64) -> &'static str {
    if amount.is_nan() { word("not to be told") } else { word("ever more") }
}

/// A share as percent.
pub fn percent(share: f64) -> String {
    if share.is_infinite() {
        return word("beyond all bounds").to_string();
    }
    if share.is_nan() {
        return endless(share).to_string();
    }
    let digits = if (share * 100.0 - (share * 100.0).round()).abs() < 0.05 { 0 } else { 1 };
    format!("{} %", fixed(share * 100.0, digits))
}

/// A length of time in its natural unit.
pub fn length(span: Span) -> String {
    let (minutes, hours, days) = (span.minutes(), span.hours(), span.days());
    let (text, amount) = match minutes {
        minutes if minutes < 1.0 => ("{number} s", minutes * 60.0),
        minutes if minutes < 120.0 => ("{number} min", minutes),
        _ if hours < 48.0 => ("{number} h", hours),
        _ => (DAYS.1, days),
    };
    say(text, &[("number", &number(amount))])
}

fn shortened(text: String) -> String {
    written(match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    })
}

#[cfg(test)]
mod tests {
    use super::{hundredth, length, number, percent};
    use crate::report::language::within;
    use crate::scenario::Language;
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
    }

    #[test]
    fn numbers_are_those_of_the_language() {
        let told = || [number(61.94), percent(0.018), length(Span::from_minutes(150))];
        assert_eq!(within(Language::Indonesian, told), ["61,9", "1,8 %", "2,5 jam"]);
    }
}
