//! Figures and differences in a planner's words.

use crate::experiment::Reading;
use crate::office::{Better, Figure, Scope, Unit};
use crate::report::language::{self, decimals, say, thousands, word};
use crate::statistics::{Estimate, Level, Verdict};

/// What is shown in place of the interval of a share that was never seen.
pub const NONE_SEEN: &str = "none seen";
/// What is shown where there is no figure.
pub fn not_available() -> &'static str {
    word("n/a")
}
const MOST_DECIMALS: i32 = 5;
/// Amounts below this are told as such.
const LEAST: f64 = 1e-5;

/// A value with its unit: "93.1 %", "4.2 days", "Rp 140,000".
pub fn value(amount: f64, unit: Unit) -> String {
    let number = number(amount, unit);
    match unit {
        Unit::Share => format!("{number} %"),
        Unit::Rupiah => format!("Rp {number}"),
        unit => format!("{number} {}", short(unit)),
    }
}

/// A number in a unit, without it; shares in percent.
pub fn number(amount: f64, unit: Unit) -> String {
    match unit {
        Unit::Share => fixed(amount * 100.0, usual_decimals(unit)),
        Unit::Rupiah => thousands(amount.round()),
        Unit::People | Unit::Passports if 100.0 <= amount.abs() => thousands(amount.round()),
        unit => fixed(amount, usual_decimals(unit)),
    }
}

fn usual_decimals(unit: Unit) -> usize {
    match unit {
        Unit::Rupiah => 0,
        Unit::WorkingDays | Unit::Days | Unit::Tries | Unit::Trips | Unit::Outages => 2,
        Unit::Share | Unit::People | Unit::Passports | Unit::Minutes | Unit::Hours => 1,
    }
}

/// The unit as it stands behind a number.
pub fn short(unit: Unit) -> &'static str {
    match unit {
        Unit::Minutes => word("min"),
        Unit::Hours => word("h"),
        Unit::Share => "%",
        Unit::Rupiah => "Rp",
        unit => word(unit.name()),
    }
}

/// The interval of an estimate; a share that was never seen has none.
pub fn interval(estimate: &Estimate, unit: Unit) -> Option<String> {
    let (low, high) = estimate.low().zip(estimate.high())?;
    match unit {
        Unit::Share if low == 0.0 && high == 0.0 => Some(word(NONE_SEEN).to_string()),
        unit => Some(from_to(&number(low, unit), &number(high, unit))),
    }
}

/// The interval of a distance, with up to two more decimals where its ends would look the same.
pub fn fine_interval(estimate: &Estimate, unit: Unit) -> Option<String> {
    let ends = [estimate.low()?, estimate.high()?];
    let scale = if unit == Unit::Share { 100.0 } else { 1.0 };
    let finer = |more: usize| ends.map(|end| fixed(end * scale, usual_decimals(unit) + more));
    match (1..=2).map(finer).find(|[low, high]| low != high) {
        Some([low, high]) if number(ends[0], unit) == number(ends[1], unit) => {
            Some(from_to(&low, &high))
        }
        _ => interval(estimate, unit),
    }
}

fn from_to(low: &str, high: &str) -> String {
    say("{low} to {high}", &[("low", &low), ("high", &high)])
}

/// An amount with its unit, to as many decimals as it takes to tell it from nothing; of shares in
/// points.
pub fn amount(amount: f64, unit: Unit) -> String {
    range((amount, amount), unit)
}

/// A number to nine significant digits, so that 0.29 x 100 is 29.
pub fn plain(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value)
}

/// A level in percent, without the sign: "95".
pub fn percent_of(level: Level) -> String {
    decimals(plain(level.value() * 100.0))
}

/// "95 % interval".
pub fn interval_at(level: Level) -> String {
    say("{percent} % interval", &[("percent", &percent_of(level))])
}

/// A distance that somebody stated, without digits that it did not have: "0.5 points", "2 min".
pub fn stated_distance(distance: f64, unit: Unit) -> String {
    match unit {
        Unit::Share => {
            let amount = decimals(plain(distance * 100.0));
            let text = if amount == "1" { "{amounts} point" } else { "{amounts} points" };
            say(text, &[("amounts", &amount)])
        }
        Unit::Rupiah => value(distance, unit),
        unit => format!("{} {}", decimals(plain(distance)), short(unit)),
    }
}

/// What the level of intervals promises, as a sentence.
pub fn promise(level: Level, reading: Reading) -> String {
    match reading {
        Reading::OneByOne => {
            word("Intervals are for one figure at a time, not adjusted for reading many.")
                .to_string()
        }
        Reading::Together(intervals) => say(
            "All {intervals} intervals of figures and differences hold at once with a confidence \
             of {percent} % (Bonferroni).",
            &[("intervals", &thousands(intervals as f64)), ("percent", &percent_of(level))],
        ),
    }
}

/// A verdict in words: "shorter by 1.4 to 1.9 days".
pub fn verdict(verdict: &Verdict, unit: Unit) -> String {
    told(verdict, unit, directions(unit))
}

/// How a distance changes, in words: "wider by 1.4 to 1.9 days".
pub fn widening(verdict: &Verdict, unit: Unit) -> String {
    told(verdict, unit, ("narrower", "wider"))
}

fn told(verdict: &Verdict, unit: Unit, (less, more): (&'static str, &'static str)) -> String {
    let by = |way: &'static str, by| {
        say("{way} by {amounts}", &[("way", &word(way)), ("amounts", &range(by, unit))])
    };
    match *verdict {
        Verdict::Lower { by: amounts } => by(less, amounts),
        Verdict::Higher { by: amounts } => by(more, amounts),
        Verdict::NoDifference { at_most } => say(
            "no difference found, smaller than {amount}",
            &[("amount", &range((at_most, at_most), unit))],
        ),
        Verdict::Identical => word("exactly the same").to_string(),
        Verdict::Undecided => word("not decided: needs two replications").to_string(),
    }
}

/// Two amounts of a difference with their unit: "3.1 to 3.4 points".
pub fn between(amounts: (f64, f64), unit: Unit) -> String {
    range(amounts, unit)
}

/// Two amounts with their unit, to as many decimals as it takes to tell the larger from nothing.
fn range((least, most): (f64, f64), unit: Unit) -> String {
    let (low, high) = (fine(least, most, unit), fine(most, most, unit));
    let amounts = match (low == high, high.contains(|digit| ('1'..='9').contains(&digit))) {
        (_, false) => {
            say("less than {amount}", &[("amount", &fixed(LEAST, MOST_DECIMALS as usize))])
        }
        (true, true) => high,
        (false, true) => from_to(&low, &high),
    };
    match unit {
        Unit::Rupiah => format!("Rp {amounts}"),
        Unit::Share => say("{amounts} points", &[("amounts", &amounts)]),
        unit => format!("{amounts} {}", short(unit)),
    }
}

/// A number with more decimals where the largest beside it would round to less than two digits.
fn fine(amount: f64, largest: f64, unit: Unit) -> String {
    let scale = if unit == Unit::Share { 100.0 } else { 1.0 };
    let (amount, largest) = (amount * scale, largest.abs() * scale);
    let usual = usual_decimals(unit);
    let needed = 1_i32.saturating_sub(largest.log10().floor() as i32);
    let needed = needed.clamp(0, MOST_DECIMALS) as usize;
    match unit {
        _ if largest <= 0.0 || needed <= usual || 1.0 <= largest => number(amount / scale, unit),
        _ => fixed(amount, needed),
    }
}

/// Words for less and more of a unit.
fn directions(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::WorkingDays | Unit::Days | Unit::Minutes | Unit::Hours => ("shorter", "longer"),
        Unit::Share => ("lower", "higher"),
        Unit::People | Unit::Passports | Unit::Tries | Unit::Trips | Unit::Outages => {
            ("fewer", "more")
        }
        Unit::Rupiah => ("cheaper", "dearer"),
    }
}

/// Whether a difference is for the better, in a word; empty where neither is.
pub fn favour(verdict: &Verdict, better: Better) -> &'static str {
    match (verdict, better) {
        (Verdict::Lower { .. }, Better::Less) | (Verdict::Higher { .. }, Better::More) => "better",
        (Verdict::Lower { .. }, Better::More) | (Verdict::Higher { .. }, Better::Less) => "worse",
        _ => "",
    }
}

/// The title of a figure with what it is about: "wait in line, interview".
pub fn title(figure: &Figure) -> String {
    let title = word(figure.measure.title);
    match &figure.scope {
        Scope::All => title.to_string(),
        scope => format!("{title}, {}", place(scope)),
    }
}

/// What a figure is about: "kiosk Moro", "interview", "Kundur".
pub fn place(scope: &Scope) -> String {
    match scope {
        Scope::Kiosk(_, name) => say("kiosk {name}", &[("name", name)]),
        Scope::Channel(channel) => word(channel.name()).to_string(),
        Scope::Phone(phone) => word(phone.name()).to_string(),
        Scope::All => word("all").to_string(),
        scope => scope.name().to_string(),
    }
}

/// A number with so many decimals; nothing has no sign.
fn fixed(amount: f64, decimals: usize) -> String {
    let text = language::fixed(amount, decimals);
    let zero = text.chars().all(|letter| !('1'..='9').contains(&letter));
    if zero { text.trim_start_matches('-').to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{fine_interval, value, verdict, widening};
    use crate::office::Unit;
    use crate::statistics::{Estimate, Level, Verdict};

    #[test]
    fn values_carry_their_unit() {
        assert_eq!(value(0.9312, Unit::Share), "93.1 %");
        assert_eq!(value(140_000.4, Unit::Rupiah), "Rp 140,000");
        assert_eq!(value(1.904, Unit::WorkingDays), "1.90 working days");
        assert_eq!(value(-0.001, Unit::Days), "0.00 days");
    }

    #[test]
    fn verdicts_are_words() {
        let shorter = Verdict::Lower { by: (1.4, 1.9) };
        assert_eq!(verdict(&shorter, Unit::Days), "shorter by 1.40 to 1.90 days");
        let higher = Verdict::Higher { by: (0.02, 0.031) };
        assert_eq!(verdict(&higher, Unit::Share), "higher by 2.0 to 3.1 points");
        let none = Verdict::NoDifference { at_most: 0.2 };
        assert_eq!(verdict(&none, Unit::Days), "no difference found, smaller than 0.20 days");
        let cheaper = Verdict::Lower { by: (8_253.0, 8_688.0) };
        assert_eq!(verdict(&cheaper, Unit::Rupiah), "cheaper by Rp 8,253 to 8,688");
    }

    #[test]
    fn ends_that_would_look_the_same_have_more_decimals() {
        let interval = |mean: f64, half_width: f64, unit| {
            let [mean, half_width] = [mean, half_width].map(Some);
            let (standard_deviation, level) = (half_width, Level::NINETY_FIVE);
            let replications = 9;
            let estimate = Estimate { mean, half_width, standard_deviation, replications, level };
            fine_interval(&estimate, unit).expect("an interval")
        };
        assert_eq!(interval(5.3317, 0.0142, Unit::Hours), "5.32 to 5.35");
        assert_eq!(interval(5.3, 0.2, Unit::Hours), "5.1 to 5.5");
        assert_eq!(interval(0.2238, 0.0003, Unit::Share), "22.35 to 22.41");
        assert_eq!(interval(4.0, 0.0, Unit::Hours), "4.0 to 4.0");
        assert_eq!(interval(302_972.0, 568.0, Unit::Rupiah), "302,404 to 303,540");
    }

    #[test]
    fn distances_are_wider_or_narrower() {
        let wider = Verdict::Higher { by: (0.02, 0.031) };
        assert_eq!(widening(&wider, Unit::Share), "wider by 2.0 to 3.1 points");
        assert_eq!(widening(&Verdict::Identical, Unit::Hours), "exactly the same");
    }

    #[test]
    fn small_differences_are_not_rounded_away() {
        let longer = Verdict::Higher { by: (0.0017, 0.0021) };
        let words = verdict(&longer, Unit::WorkingDays);
        assert_eq!(words, "longer by 0.0017 to 0.0021 working days");
        let higher = Verdict::Higher { by: (0.0002, 0.0004) };
        assert_eq!(verdict(&higher, Unit::Share), "higher by 0.020 to 0.040 points");
    }
}
