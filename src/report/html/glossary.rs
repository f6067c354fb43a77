//! The words that a reader may not know, marked where they stand and explained at the end.

use std::sync::OnceLock;

use crate::report::language::{spoken, word};
use crate::scenario::Language;

/// A word as it is searched for, in small letters, and what it means.
pub struct Term {
    /// The longer of two that begin alike comes first.
    pub forms: Vec<&'static str>,
    pub meaning: &'static str,
}

/// A word and what it means, in English.
struct Entry {
    forms: &'static [&'static str],
    meaning: &'static str,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Plain(String),
    /// What is typed, which planners' texts have between backticks.
    Code(String),
    /// A word of the glossary as it is written here, and its meaning.
    Term(String, &'static str),
}

/// The glossary, by letters of English.
const ENTRIES: [Entry; 18] = [
    Entry {
        forms: &["backlog"],
        meaning: "Files that wait for production because its capacity was used up.",
    },
    Entry {
        forms: &["common random numbers", "the same applicants"],
        meaning: "Both scenarios are played with the same people and the same luck, so that they \
                  differ by what was changed and not by chance.",
    },
    Entry {
        forms: &["erlangs", "erlang"],
        meaning: "Work that arrives in an hour, in hours: how many desks it would keep busy.",
    },
    Entry {
        forms: &["fingerprint of the inputs", "fingerprint of the results"],
        meaning: "A number computed from a text or from results: another one means that something \
                  is different.",
    },
    Entry {
        forms: &["gave up"],
        meaning: "People who found the book full and did not try again, or lost patience.",
    },
    Entry {
        forms: &["intervals", "interval"],
        meaning: "The range in which the true mean of the simulated office lies, with the stated \
                  confidence. It speaks of chance, not of wrong inputs.",
    },
    Entry {
        forms: &["lead time"],
        meaning: "Days from the booking to the day of the appointment; the day after is 1.",
    },
    Entry { forms: &["median"], meaning: "Half of the people have less, half have more." },
    Entry {
        forms: &["percentage points"],
        meaning: "The difference of two percentages: from 40 % to 45 % are 5 points.",
    },
    Entry {
        forms: &["promise", "promised"],
        meaning: "Working days from the interview in which the office says that a passport will \
                  be ready; the day after is 1.",
    },
    Entry { forms: &["quota"], meaning: "Appointments that the office offers on a day." },
    Entry {
        forms: &["replications", "replication"],
        meaning: "One play of the whole period, with luck of its own. Many together show what is \
                  chance.",
    },
    Entry {
        forms: &["seed"],
        meaning: "The number from which all luck is drawn: the same seed gives the same results.",
    },
    Entry {
        forms: &["shut out"],
        meaning: "People who cannot use the app and found nobody to help.",
    },
    Entry {
        forms: &["third next available", "third available"],
        meaning: "Working days to the third free place of the book, seen in the morning: a usual \
                  measure of access.",
    },
    Entry {
        forms: &["turned away"],
        meaning: "People who found no appointment as often as they tried.",
    },
    Entry { forms: &["under way"], meaning: "People whose story had not ended when the run did." },
    Entry {
        forms: &["working days", "working day"],
        meaning: "Days on which the office is open: no weekends, no holidays.",
    },
];

/// The glossary in the language spoken, by letters.
pub fn terms() -> &'static [Term] {
    static KNOWN: [OnceLock<Vec<Term>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    KNOWN[spoken() as usize].get_or_init(|| {
        let mut terms: Vec<Term> = ENTRIES.iter().map(Entry::told).collect();
        terms.sort_by_key(|term| term.forms[0]);
        terms
    })
}

impl Entry {
    fn told(&self) -> Term {
        let mut forms: Vec<&str> = self.forms.iter().map(|form| word(form)).collect();
        // Other languages have one form where English has two.
        forms.dedup();
        Term { forms, meaning: word(self.meaning) }
    }
}

/// A text cut where words of the glossary, and what is typed, begin and end.
pub fn pieces(text: &str) -> Vec<Piece> {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        // One backtick has no partner: all of them are letters like others.
        return in_words(text);
    }
    let typed = |(index, part): (usize, &&str)| match index.is_multiple_of(2) {
        true => in_words(part),
        false => vec![Piece::Code(part.to_string())],
    };
    parts.iter().enumerate().flat_map(typed).collect()
}

fn in_words(text: &str) -> Vec<Piece> {
    let small = text.to_ascii_lowercase();
    let (mut pieces, mut from, mut at) = (Vec::new(), 0, 0);
    while at < text.len() {
        let begins = !small[..at].ends_with(|before| before == '.' || is_of_a_word(before));
        let found = Some(&small[at..]).filter(|_| begins).and_then(term_at);
        match found {
            Some((length, meaning)) => {
                push_plain(&mut pieces, &text[from..at]);
                pieces.push(Piece::Term(text[at..at + length].to_string(), meaning));
                at += length;
                from = at;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    push_plain(&mut pieces, &text[from..]);
    pieces
}

fn push_plain(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Plain(text.to_string()));
    }
}

/// Whether a letter is part of a word or of a key such as `booking.daily_quota`.
fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a word or key goes on with this text.
fn goes_on(rest: &str) -> bool {
    rest.strip_prefix('.').unwrap_or(rest).starts_with(is_of_a_word)
}

/// The length of the term that a text in small letters begins with, and its meaning.
fn term_at(text: &str) -> Option<(usize, &'static str)> {
    let whole = |form: &&&str| {
        let rest = text.strip_prefix(**form);
        rest.is_some_and(|rest| !goes_on(rest))
    };
    let of = |term: &Term| Some((term.forms.iter().find(whole)?.len(), term.meaning));
    terms().iter().find_map(of)
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces, terms};
    use crate::report::language::within;
    use crate::scenario::Language;

    #[test]
    fn terms_are_found_as_whole_words() {
        let found = pieces("Lead time, in replications; a quotation éseed, a.quota_b.seed.c");
        let terms: Vec<&str> = found
            .iter()
            .filter_map(|piece| match piece {
                Piece::Term(word, _) => Some(word.as_str()),
                Piece::Plain(_) | Piece::Code(_) => None,
            })
            .collect();
        assert_eq!(terms, ["Lead time", "replications"]);
    }

    #[test]
    fn terms_are_those_of_the_language() {
        let found = within(Language::Indonesian, || pieces("Tunggakan dan lead time"));
        let term = |piece: &Piece| matches!(piece, Piece::Term(word, _) if word == "Tunggakan");
        assert!(term(&found[0]) && found.len() == 2, "{found:?}");
    }

    #[test]
    fn no_letter_is_lost() {
        for text in ["", "quota", "İ quota 🛂 lead time", "points and percentage points", "a ` b"]
        {
            let written: String = pieces(text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Term(word, _) | Piece::Plain(word) | Piece::Code(word) => word,
                })
                .collect();
            assert_eq!(written, text);
        }
    }

    #[test]
    fn the_glossary_is_in_order() {
        for language in Language::ALL {
            within(language, || assert!(terms().is_sorted_by_key(|term| term.forms[0])));
        }
    }
}
