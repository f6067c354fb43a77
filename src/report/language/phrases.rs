//! Numbers with their nouns, and lists, as sentences have them.

use crate::report::language::{say, thousands, word};

/// What is counted: the text for one, and that for more, with its `{number}`.
pub type Noun = (&'static str, &'static str);

/// A number with its noun: "1 desk", "2 desks".
pub fn counted(number: u32, (one, more): Noun) -> String {
    match number {
        1 => word(one).to_string(),
        number => say(more, &[("number", &thousands(f64::from(number)))]),
    }
}

/// "a, b and c".
pub fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => say("{first} and {second}", &[("first", first), ("second", second)]),
        [rest @ .., last] => {
            say("{several} and {last}", &[("several", &rest.join(", ")), ("last", last)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{counted, list};
    use crate::report::language::within;
    use crate::scenario::Language;

    #[test]
    fn numbers_have_their_noun_and_lists_their_last() {
        let told = || {
            let days = ("1 working day", "{number} working days");
            let words = ["a", "b", "c"].map(str::to_string);
            [counted(1, days), counted(1_200, days), list(&words[..2]), list(&words)]
        };
        assert_eq!(told(), ["1 working day", "1,200 working days", "a and b", "a, b and c"]);
        let indonesian = within(Language::Indonesian, told);
        assert_eq!(indonesian, ["1 hari kerja", "1.200 hari kerja", "a dan b", "a, b, dan c"]);
        assert_eq!((list(&[]), list(&["a".to_string()])), (String::new(), "a".to_string()));
    }
}
