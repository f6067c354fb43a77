//! Columns and cells of tables of results: what a column holds is told beside what writes it.

use std::borrow::Cow;
use std::fmt::Write;

use crate::time::Date;

/// What "yes" and "no" are to a program.
pub const YES_OR_NO: [&str; 2] = ["yes", "no"];
/// The kinds of what a figure is of, as tables name them.
pub const SCOPES: &[&str] = &["all", "origin", "channel", "lane", "phone", "kiosk", "stage"];

/// In what the numbers of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    /// All in this unit.
    Unit(&'static str),
    /// Each row in its own, which stands in its column `unit`.
    UnitOfRow,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or a sentence.
    Text,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A number with a point, if any fraction.
    Number,
    /// A whole number from 0 on.
    Count,
    /// A date such as 2019-03-14.
    Date,
    /// A date and a time by the clock of the office, such as 2019-03-14T09:30:00.000.
    Time,
    /// "yes" or "no".
    YesNo,
}

/// A column of a table: its entry in the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: Cow<'static, str>,
    pub kind: Kind,
    pub meaning: Cow<'static, str>,
    pub unit: Option<In>,
    /// Why a cell may be empty; none where no cell is.
    pub empty: Option<&'static str>,
}

impl Column {
    /// A column without unit in which no cell is empty.
    pub const fn new(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
        let (name, meaning) = (Cow::Borrowed(name), Cow::Borrowed(meaning));
        Column { name, kind, meaning, unit: None, empty: None }
    }

    /// A column of numbers in the unit that each row names, empty where nothing is known.
    pub const fn estimate(name: &'static str, meaning: &'static str) -> Column {
        Column::new(name, Kind::Number, meaning).by_row().or_empty("there is no value")
    }

    /// The same column in a unit.
    pub const fn in_unit(mut self, unit: &'static str) -> Column {
        self.unit = Some(In::Unit(unit));
        self
    }

    /// The same column in the unit that each row names.
    pub const fn by_row(mut self) -> Column {
        self.unit = Some(In::UnitOfRow);
        self
    }

    /// The same column, in which a cell may be empty, and why.
    pub const fn or_empty(mut self, why: &'static str) -> Column {
        self.empty = Some(why);
        self
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'text> {
    Nothing,
    /// Anything that people have named or that is said in words.
    Text(Cow<'text, str>),
    /// A value of a scenario as it was stated there: a number stays as it was written.
    Stated(Cow<'text, str>),
    /// Rounded to nine digits.
    Number(f64),
    Count(u64),
    Date(Date),
}

impl Cell<'_> {
    /// A cell that answers a question.
    pub fn yes(yes: impl Into<bool>) -> Cell<'static> {
        let [is, is_not] = YES_OR_NO;
        Cell::Text(Cow::Borrowed(if yes.into() { is } else { is_not }))
    }

    /// Adds the cell to a line of a CSV file.
    pub fn write(&self, line: &mut String) {
        let written = match self {
            Cell::Nothing => Ok(()),
            Cell::Stated(text) if is_number(text) => line.write_str(text),
            Cell::Text(text) | Cell::Stated(text) => {
                write_text(text, line);
                Ok(())
            }
            Cell::Number(value) => write!(line, "{}", rounded(*value)),
            Cell::Count(count) => write!(line, "{count}"),
            Cell::Date(date) => write!(line, "{date}"),
        };
        debug_assert!(written.is_ok(), "a text takes all that is written to it");
    }
}

impl<'text> From<&'text str> for Cell<'text> {
    fn from(text: &'text str) -> Cell<'text> {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(Cow::Owned(text))
    }
}

impl From<f64> for Cell<'_> {
    fn from(value: f64) -> Self {
        Cell::Number(value)
    }
}

impl From<u32> for Cell<'_> {
    fn from(count: u32) -> Self {
        Cell::Count(u64::from(count))
    }
}

impl From<u64> for Cell<'_> {
    fn from(count: u64) -> Self {
        Cell::Count(count)
    }
}

impl From<usize> for Cell<'_> {
    fn from(count: usize) -> Self {
        Cell::Count(count as u64)
    }
}

impl From<Date> for Cell<'_> {
    fn from(date: Date) -> Self {
        Cell::Date(date)
    }
}

impl<'text, T: Into<Cell<'text>>> From<Option<T>> for Cell<'text> {
    fn from(of: Option<T>) -> Cell<'text> {
        of.map_or(Cell::Nothing, Into::into)
    }
}

/// Whether a value as stated is a number to every program, and not a word for one such as `inf`.
pub fn is_number(text: &str) -> bool {
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || "+-.eE".contains(letter));
    plain && text.parse::<f64>().is_ok_and(f64::is_finite)
}

/// Adds a text to a line: behind an apostrophe where a spreadsheet would take it for a formula, and
/// in quotes where any of the separators that spreadsheets may split at stands in it.
fn write_text(text: &str, line: &mut String) {
    let mark = if is_taken_for_formula(text) { "'" } else { "" };
    match text.contains([',', ';', '\t', '"', '\r', '\n']) {
        true => line.extend(["\"", mark, &text.replace('"', "\"\""), "\""]),
        false => line.extend([mark, text]),
    }
}

/// Whether a spreadsheet may calculate with a text instead of showing it (OWASP, "CSV injection").
/// One that begins with an apostrophe gets another, so that taking one off gives every text back.
fn is_taken_for_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\''])
}

/// A number without trailing zeros, rounded.
pub fn digits(value: f64) -> String {
    rounded(value).to_string()
}

/// A number to nine significant digits: more would only be noise of the last bits.
pub fn rounded(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::{Cell, SCOPES, digits};
    use crate::office::Scope;
    use crate::scenario::Channel;

    fn written<'a>(cell: impl Into<Cell<'a>>) -> String {
        let mut line = String::new();
        cell.into().write(&mut line);
        line
    }

    #[test]
    fn no_name_is_a_formula() {
        assert_eq!(written("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        for name in ["+1", "-1", "@SUM(A1)", "＝1", "'tis"] {
            assert_eq!(written(name), format!("'{name}"));
        }
        assert_eq!(written("\tx"), "\"'\tx\"");
        assert_eq!(written("Moro"), "Moro");
        assert_eq!(written("a;=1"), "\"a;=1\"", "one cell, whatever a spreadsheet splits at");
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(written(-3.1), "-3.1");
        for value in ["-3.1", "+5", "1e-3", "0x", "inf", "1_000", "8 weeks"] {
            let stated = written(Cell::Stated(value.into()));
            assert_eq!(stated, value, "as it was stated");
        }
        assert_eq!(written(Cell::Stated("-x".into())), "'-x");
        assert_eq!(written(None::<f64>), "");
    }

    #[test]
    fn every_kind_of_scope_is_among_the_words_of_its_column() {
        let name = String::new;
        let scopes = [
            Scope::All,
            Scope::Origin(0, name()),
            Scope::Channel(Channel::App),
            Scope::Lane(0, name()),
            Scope::Kiosk(0, name()),
            Scope::Stage(0, name()),
        ];
        assert!(scopes.iter().all(|scope| SCOPES.contains(&scope.kind())));
    }

    #[test]
    fn numbers_have_nine_digits_at_most() {
        assert_eq!(digits(1.0 / 3.0), "0.333333333");
        assert_eq!(digits(60.0), "60");
        assert_eq!(digits(-0.0), "-0");
        assert_eq!(digits(123_456_789_012.0), "123456789000");
    }
}
