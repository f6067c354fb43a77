//! The language that people are told in: texts, numbers and dates of terminal, charts and pages.
//!
//! Code has its texts in English; [`say`] and [`word`] give them in the language spoken, from the
//! catalogues in `src/report/language/*.po` (the format of GNU gettext, which translators' tools
//! open). Machine files are made [`within`] English.

mod catalogue;
mod dates;
mod numbers;
mod phrases;
mod times;

pub use dates::{date, day_and_month, month, read_short_date, short_date, short_weekday, weekday};
pub use numbers::{about, decimals, fixed, thousands, written};
pub use phrases::{Noun, counted, list};
pub use times::{full_hour, hour_of_day, time_of_day};

use std::cell::Cell;
use std::fmt::Display;
use std::sync::OnceLock;

use crate::scenario::Language;

/// What chose a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    ByScenario,
    /// By who typed the command, or by the locale of the machine.
    BesideScenarios,
}

/// The language of this process; until one is chosen it is English.
static SPOKEN: OnceLock<(Language, Chosen)> = OnceLock::new();

/// Chooses the language of this process, as locales do. The first choice stays.
pub fn speak(language: Language, by: Chosen) {
    SPOKEN.get_or_init(|| (language, by));
}

/// The language of this process and what chose it, once one is chosen.
pub fn chosen() -> Option<(Language, Chosen)> {
    SPOKEN.get().copied()
}

thread_local! {
    /// The language of what this thread makes just now, where it is not that of the process.
    static WITHIN: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Speaks another language within `work`, on this thread.
pub fn within<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let before = WITHIN.replace(Some(language));
    let made = work();
    WITHIN.set(before);
    made
}

/// The language spoken.
pub fn spoken() -> Language {
    let of_process = chosen().map(|(language, _)| language);
    WITHIN.get().or(of_process).unwrap_or(Language::English)
}

/// A text in the language spoken; one that the catalogue does not have stays as it is.
pub fn word(text: &'static str) -> &'static str {
    in_language(spoken(), text)
}

/// A text in the language spoken, with its `{names}` filled in.
pub fn say(text: &'static str, parts: &[(&str, &dyn Display)]) -> String {
    filled(word(text), parts)
}

/// A text that begins with a capital letter, as sentences do.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn in_language(language: Language, text: &'static str) -> &'static str {
    match language {
        Language::English => text,
        Language::Indonesian => catalogue::indonesian(text).unwrap_or(text),
    }
}

/// A text with its `{names}` filled in; what is filled in is not looked into.
fn filled(text: &str, parts: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        filled += before;
        let named = behind.split_once('}').and_then(|(name, after)| {
            let part = parts.iter().find(|(known, _)| *known == name)?;
            Some((part.1.to_string(), after))
        });
        match named {
            Some((part, after)) => {
                filled += &part;
                rest = after;
            }
            None => {
                filled.push('{');
                rest = behind;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::{filled, in_language, within, word};
    use crate::scenario::Language;

    #[test]
    fn names_are_filled_in_once() {
        let hostile = "{b}";
        assert_eq!(filled("{a} and {b}", &[("b", &1), ("a", &hostile)]), "{b} and 1");
        assert_eq!(filled("{unknown} {", &[("a", &1)]), "{unknown} {");
    }

    #[test]
    fn texts_are_translated_or_stay() {
        assert_eq!(in_language(Language::Indonesian, "better"), "lebih baik");
        assert_eq!(in_language(Language::English, "better"), "better");
        assert_eq!(in_language(Language::Indonesian, "no such text"), "no such text");
    }

    #[test]
    fn another_language_is_spoken_within_only() {
        let inner = within(Language::Indonesian, || {
            let machine = within(Language::English, || word("better"));
            [machine, word("better")]
        });
        assert_eq!(inner, ["better", "lebih baik"]);
        assert_eq!(word("better"), "better");
    }
}
