//! Figures in words, with the unit that suits their size.

const UNITS: [(f64, &str); 4] = [(1.0, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns")];
const BYTES_PER_KIBIBYTE: f64 = 1024.0;
const BYTES_PER_MEBIBYTE: f64 = 1024.0 * 1024.0;

/// Seconds in the largest unit of which there is at least one, to three digits.
pub fn time(seconds: f64) -> String {
    let fits = |(unit, _): &&(f64, &str)| *unit <= seconds;
    let (unit, name) = UNITS.iter().find(fits).unwrap_or(&UNITS[3]);
    format!("{} {name}", three_digits(seconds / unit))
}

/// A number to three digits, or to whole ones where it has more.
pub fn three_digits(number: f64) -> String {
    let places = match number {
        number if number < 9.995 => 2,
        number if number < 99.95 => 1,
        _ => 0,
    };
    match places {
        0 => thousands(number.round() as u64),
        _ => format!("{number:.places$}"),
    }
}

/// A whole number with a comma after every three digits.
pub fn thousands(number: u64) -> String {
    match number {
        0..=999 => number.to_string(),
        _ => format!("{},{:03}", thousands(number / 1000), number % 1000),
    }
}

/// Bytes in KiB or MiB.
pub fn memory(bytes: u64) -> String {
    let bytes = bytes as f64;
    match bytes {
        bytes if bytes < BYTES_PER_MEBIBYTE => {
            format!("{} KiB", three_digits(bytes / BYTES_PER_KIBIBYTE))
        }
        _ => format!("{} MiB", three_digits(bytes / BYTES_PER_MEBIBYTE)),
    }
}

/// The middle of several values; of an even number of them the higher of the two.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
