//! Words and phrases of code that have no place here, or not everywhere.

use crate::source::{Offence, Place, Source, Token};

/// Where a phrase is an offence.
#[derive(Clone, Copy)]
enum Scope {
    Everywhere,
    /// In code that is not for tests only.
    Program,
    /// In the program, but for `cli` and `main.rs`, which talk to people.
    Core,
    /// In the layers whose results must not depend on the order of a hash.
    Model,
}

const MODEL: [&str; 3] = ["office", "engine", "experiment"];

const PRINT: &str = "prints; only `cli` does: return what is to be said";
const HASH: &str = "has no order of its own; take a `BTreeMap`, a `BTreeSet` or a `Vec`";
const LATER: &str = "is for later; do it now or leave it out";
const LINT: &str = "silences a lint; write the code so that it has nothing to say";

/// Phrases, as tokens with blanks between them, where they are offences, and why.
const PHRASES: [(&str, Scope, &str); 19] = [
    ("unsafe", Scope::Everywhere, "has no place here"),
    ("super :: *", Scope::Everywhere, "hides what is used; name the imports"),
    ("# [ allow (", Scope::Everywhere, LINT),
    ("# ! [ allow (", Scope::Everywhere, LINT),
    ("# [ expect (", Scope::Everywhere, LINT),
    ("# ! [ expect (", Scope::Everywhere, LINT),
    ("todo !", Scope::Everywhere, LATER),
    ("unimplemented !", Scope::Everywhere, LATER),
    ("dbg !", Scope::Everywhere, "is for a debugging session; remove it"),
    (". unwrap ( )", Scope::Program, "says nothing when it fails; use `?` or `.expect(\"why\")`"),
    ("print !", Scope::Core, PRINT),
    ("println !", Scope::Core, PRINT),
    ("eprint !", Scope::Core, PRINT),
    ("eprintln !", Scope::Core, PRINT),
    ("stdout (", Scope::Core, PRINT),
    ("stderr (", Scope::Core, PRINT),
    ("macro_rules !", Scope::Program, "makes structure hard to see; write a function"),
    ("HashMap", Scope::Model, HASH),
    ("HashSet", Scope::Model, HASH),
];

/// All phrases of a file that should not be there.
pub fn offences(source: &Source) -> Vec<Offence> {
    let find = |(phrase, scope, advice): &(&str, Scope, &str)| {
        let lines = occurrences(&source.tokens, phrase);
        let lines = lines.into_iter().filter(|line| scope.covers(source, *line));
        lines.map(|line| source.offence(line, format!("`{phrase}` {advice}"))).collect::<Vec<_>>()
    };
    PHRASES.iter().flat_map(find).collect()
}

impl Scope {
    fn covers(self, source: &Source, line: usize) -> bool {
        let is_program = !source.in_tests(line);
        match self {
            Scope::Everywhere => true,
            Scope::Program => is_program,
            Scope::Core => is_program && !talks(source),
            Scope::Model => {
                matches!(source.place(), Place::Layer(layer) if MODEL.contains(&layer))
            }
        }
    }
}

fn talks(source: &Source) -> bool {
    source.path == "src/main.rs" || source.place() == Place::Layer("cli")
}

fn occurrences(tokens: &[Token], phrase: &str) -> Vec<usize> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let matches = |window: &&[Token]| window.iter().zip(&words).all(|(is, word)| is.text == *word);
    tokens.windows(words.len()).filter(matches).map(|window| window[0].line).collect()
}

#[cfg(test)]
mod tests {
    use super::{PHRASES, offences};
    use crate::source::{Offence, Source};

    fn found(path: &str, text: &str) -> Vec<Offence> {
        offences(&Source::new(path, text))
    }

    #[test]
    fn every_phrase_can_be_an_offence() {
        let text =
            "#![allow(a)] #![expect(b)] #[allow(c)] use super::*; #[expect(d)] use std::a::HashMap;
            macro_rules! e { () => {} }
            fn f(set: HashSet<u8>) { unsafe { g() } todo!(); unimplemented!(); dbg!(h); i.unwrap();
            print!(); println!(); eprint!(); eprintln!(); stdout(); stderr() }";
        let offences = found("src/office.rs", text);
        assert_eq!(offences.len(), PHRASES.len(), "{offences:?}");
    }

    #[test]
    fn only_cli_and_main_print() {
        let text = "fn a() { println!(\"b\") }";
        assert_eq!(found("src/cli/run.rs", text), []);
        assert_eq!(found("src/main.rs", text), []);
        assert_eq!(found("src/report.rs", text).len(), 1);
        assert_eq!(found("src/lib.rs", text).len(), 1);
    }

    #[test]
    fn tests_may_unwrap_and_reports_may_hash() {
        assert_eq!(found("src/time.rs", "#[cfg(test)] mod tests { fn a() { b.unwrap() } }"), []);
        assert_eq!(found("src/time.rs", "fn a() { b.unwrap() }").len(), 1);
        assert_eq!(found("src/report.rs", "use std::collections::HashMap;"), []);
    }

    #[test]
    fn strings_and_comments_are_not_code() {
        assert_eq!(found("src/time.rs", "// unsafe\nconst A: &str = \"unsafe\";"), []);
    }
}
