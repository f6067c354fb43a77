//! Holidays that ship with the program: national holidays and joint leave of Indonesia.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::scenario::reading::{Findings, Node, Read, choice};
use crate::time::Date;

const INDONESIA: &str = include_str!("holidays/indonesia-2017-2027.csv");
const FIRST_YEAR: i16 = 2017;
const LAST_YEAR: i16 = 2027;

/// Which country's holidays close the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holidays {
    None,
    Indonesia,
}

/// A row of a shipped table of holidays.
#[derive(Debug, Deserialize)]
struct Holiday {
    date: Date,
}

impl Read for Holidays {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &[("indonesia", Holidays::Indonesia), ("none", Holidays::None)])
    }
}

/// The holidays of a country.
///
/// # Errors
/// Where the run between `first` and `last` leaves the years that are known.
pub fn holidays(of: Holidays, first: Date, last: Date) -> Result<BTreeSet<Date>, String> {
    if of == Holidays::None {
        return Ok(BTreeSet::new());
    }
    if first.year() < FIRST_YEAR || LAST_YEAR < last.year() {
        return Err(format!(
            "Indonesia's holidays are known from {FIRST_YEAR} to {LAST_YEAR}, the run with its warm-up \
             and follow-up goes from {first} to {last}"
        ));
    }
    let mut table = csv::Reader::from_reader(INDONESIA.as_bytes());
    let rows: Result<Vec<Holiday>, csv::Error> = table.deserialize().collect();
    let rows = rows.map_err(|error| format!("the shipped table of holidays is broken: {error}"))?;
    Ok(rows.into_iter().map(|holiday| holiday.date).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Holidays, holidays};

    #[test]
    fn indonesia_in_2019_has_246_open_days() {
        let dates = holidays(Holidays::Indonesia, date(2019, 1, 1), date(2019, 12, 31));
        let closed = dates.expect("2019 is known");
        let days = date(2019, 1, 1).series(jiff::Span::new().days(1)).take(365);
        let open = |day: &jiff::civil::Date| {
            day.weekday().to_monday_zero_offset() < 5 && !closed.contains(day)
        };
        assert_eq!(days.filter(open).count(), 246);
    }

    #[test]
    fn years_beyond_the_table_are_refused() {
        let beyond = holidays(Holidays::Indonesia, date(2027, 6, 1), date(2028, 5, 31));
        assert!(beyond.is_err_and(|message| message.contains("2017 to 2027")));
        assert_eq!(holidays(Holidays::None, date(1999, 1, 1), date(1999, 2, 1)), Ok([].into()));
    }
}
