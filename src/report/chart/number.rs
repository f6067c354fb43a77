//! Numbers as they are written on charts.

use crate::report::language;

const HUNDREDTH: f64 = 0.01;
/// From here on numbers are written with an exponent.
const LARGEST_PLAIN: f64 = 1e9;
/// Digits after the first of a number with an exponent.
const MOST_DIGITS: i32 = 2;
const SMALLEST_PLAIN_STEP: f64 = 1e-5;
/// Keeps a power of ten from falling into the decade below.
const ROUNDING: f64 = 1e-9;

/// A share as a percentage that never rounds something to nothing or almost all to all.
pub fn percent(share: f64) -> String {
    let percentage = 100.0 * share;
    match percentage {
        p if p <= 0.0 || (100.0..=100.0).contains(&p) => format!("{p:.0} %"),
        p if p < 0.05 => language::written("<0.1 %"),
        p if p < 0.95 => format!("{} %", language::fixed(p, 1)),
        p if (99.95..100.0).contains(&p) => language::written(">99.9 %"),
        p if (99.5..100.0).contains(&p) => format!("{} %", language::fixed(p, 1)),
        p => format!("{} %", written(p, 1.0)),
    }
}

/// A value to the hundredth; a whole one without decimals.
pub fn plain(value: f64) -> String {
    written(value, if value.fract().abs() <= 0.0 { 1.0 } else { HUNDREDTH })
}

/// The value with just the digits the step needs.
pub fn written(value: f64, step: f64) -> String {
    let plain = value.abs() < LARGEST_PLAIN && SMALLEST_PLAIN_STEP <= step;
    let digits = match value.abs() {
        0.0 => "0".to_owned(),
        size if plain => grouped(size, decimals(step)),
        size => scientific(size, exponent(size) - exponent(step)),
    };
    if value < 0.0 { format!("−{digits}") } else { digits }
}

fn scientific(size: f64, digits: i32) -> String {
    let digits = digits.clamp(0, MOST_DIGITS) as usize;
    language::written(&format!("{size:.digits$e}").replace(".0e", "e"))
}

fn decimals(step: f64) -> usize {
    (-exponent(step)).max(0) as usize
}

/// A number with commas between its thousands.
fn grouped(value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if 0 < index && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    language::written(&(grouped + rest))
}

/// The power of ten of the first digit.
pub fn exponent(value: f64) -> i32 {
    (value.log10() + ROUNDING).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::{percent, written};

    #[test]
    fn numbers_have_the_digits_their_step_needs() {
        assert_eq!(written(-12_500.0, 500.0), "−12,500");
        assert_eq!(written(0.3, 0.05), "0.30");
        assert_eq!(written(1.5e12, 1e11), "1.5e12");
        assert_eq!(written(1e12, 1e11), "1e12");
        assert_eq!(written(0.0, 1e-9), "0");
    }

    #[test]
    fn a_percentage_says_all_or_nothing_only_where_it_is() {
        let shares = [0.0, 0.0001, 0.004, 0.62, 0.997, 0.99999, 1.0, 1.12];
        let written = ["0 %", "<0.1 %", "0.4 %", "62 %", "99.7 %", ">99.9 %", "100 %", "112 %"];
        assert_eq!(shares.map(percent), written);
    }
}
