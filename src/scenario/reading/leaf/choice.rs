//! One of a few words, or a table with one of a few names.

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::leaf::Fault;
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::tree::{Entry, Node, Table, Value};
use crate::scenario::reading::words;

/// How a variant reads what is written behind its name.
pub type ReadVariant<T> = fn(&Node, &mut Findings) -> Option<T>;

/// A value that is either a word, such as `"rolling"`, or a table with one name, such as `{ weekly
/// = "fri 14:00" }`.
#[derive(Clone, Copy, Debug)]
pub struct OneOf<'a, T> {
    pub words: &'a [(&'static str, T)],
    pub variants: &'a [(&'static str, ReadVariant<T>)],
}

/// Reads one of a few words.
pub fn choice<T: Clone>(
    node: &Node,
    findings: &mut Findings,
    words: &[(&'static str, T)],
) -> Option<T> {
    OneOf { words, variants: &[] }.read(node, findings)
}

/// Reads a table with exactly one of a few names, such as `{ exponential = { mean = "5 min" } }`.
pub fn variant<T: Clone>(
    node: &Node,
    findings: &mut Findings,
    variants: &[(&'static str, ReadVariant<T>)],
) -> Option<T> {
    OneOf { words: &[], variants }.read(node, findings)
}

impl<T: Clone> OneOf<'_, T> {
    /// Reads the word or the variant, or notes what would be right.
    pub fn read(&self, node: &Node, findings: &mut Findings) -> Option<T> {
        match &node.value {
            Value::Text(word) => self.word(word, node, findings),
            Value::Table(table) if !self.variants.is_empty() => self.table(table, node, findings),
            _ => {
                findings.refuse(node, self.fault());
                None
            }
        }
    }

    fn word(&self, word: &str, node: &Node, findings: &mut Findings) -> Option<T> {
        let found = self.words.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            findings.refuse(node, self.fault().guess(self.near(word)));
        }
        found.map(|(_, value)| value.clone())
    }

    fn table(&self, table: &Table, node: &Node, findings: &mut Findings) -> Option<T> {
        let [entry] = table.entries.as_slice() else {
            findings.refuse(node, self.fault());
            return None;
        };
        match self.variants.iter().find(|(name, _)| *name == entry.key) {
            Some((_, read)) => read(&entry.node, findings),
            None => {
                findings.note(self.unknown(entry, node));
                None
            }
        }
    }

    fn unknown(&self, entry: &Entry, node: &Node) -> Diagnostic {
        let fault = self.fault().guess(self.near(&entry.key));
        Diagnostic::error(format!("`{}` {}", node.path.written, fault.message))
            .at(entry.place)
            .label("no such name")
            .helps(fault.help)
    }

    fn near(&self, wrong: &str) -> Option<String> {
        let words = self.words.iter().map(|(name, _)| format!("\"{name}\""));
        let tables = self.variants.iter().map(|(name, _)| format!("{{ {name} = ... }}"));
        let written: Vec<String> = words.chain(tables).collect();
        let names = self.words.iter().map(|(name, _)| *name);
        let names: Vec<&str> = names.chain(self.variants.iter().map(|(name, _)| *name)).collect();
        let near = nearest(wrong, names.iter().copied())?;
        names.iter().position(|name| *name == near).map(|index| written[index].clone())
    }

    fn fault(&self) -> Fault {
        let words = self.words.iter().map(|(name, _)| format!("\"{name}\""));
        let names: Vec<&str> = self.variants.iter().map(|(name, _)| *name).collect();
        let table = format!("a table with exactly one of {}", words::all(names.iter().copied()));
        let tables = (!names.is_empty()).then_some(table);
        let allowed: Vec<String> = words.chain(tables).collect();
        Fault::new(format!("must be {}", allowed.join(" or ")))
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::{Colour, OneOf, Positive, Read, choice, read_text, variant};

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Law {
        Fixed,
        Exponential(f64),
        Gamma(f64),
    }

    fn read(value: &str, one_of: OneOf<'_, Law>) -> Result<Law, String> {
        let (node, mut findings) = read_text("a.toml", &format!("law = {value}\n"));
        let root = node.ok_or("not TOML")?;
        let law = root.table().and_then(|root| root.get("law")).ok_or("not there")?;
        let read = match (one_of.words, one_of.variants) {
            (words, []) => choice(law, &mut findings, words),
            ([], variants) => variant(law, &mut findings, variants),
            _ => one_of.read(law, &mut findings),
        };
        read.ok_or_else(|| findings.render(Colour::Plain))
    }

    fn law(value: &str) -> Result<Law, String> {
        read(value, OneOf { words: &[], variants: VARIANTS })
    }

    const VARIANTS: &[(&str, crate::scenario::reading::ReadVariant<Law>)] = &[
        ("exponential", |node, findings| {
            Positive::read(node, findings).map(|mean| Law::Exponential(mean.value()))
        }),
        ("gamma", |node, findings| f64::read(node, findings).map(Law::Gamma)),
    ];

    #[track_caller]
    fn complains(result: Result<Law, String>, of: &[&str]) {
        let complaint = result.expect_err("wrong");
        for message in of {
            assert!(complaint.contains(message), "no {message:?} in:\n{complaint}");
        }
    }

    #[test]
    fn a_law_is_a_table_with_one_name() {
        assert_eq!(law("{ exponential = 4.5 }"), Ok(Law::Exponential(4.5)));
        assert_eq!(law("{ gamma = 1 }"), Ok(Law::Gamma(1.0)));
        complains(law("{ exponential = -4.5 }"), &["`law.exponential` must be a number above 0"]);
        complains(
            law("{ exponental = 4.5 }"),
            &[
                "a.toml:1:9",
                "exactly one of `exponential` and `gamma`",
                "did you mean `{ exponential = ... }`?",
            ],
        );
        complains(law("{ exponential = 4.5, gamma = 1 }"), &["exactly one of"]);
        complains(law("{}"), &["exactly one of"]);
        complains(law("\"exponential\""), &["exactly one of", "did you mean `{ exponential"]);
        complains(law("12"), &["`law` must be a table with exactly one of"]);
    }

    #[test]
    fn a_choice_is_one_of_a_few_words() {
        let words = |value: &str| {
            read(
                value,
                OneOf { words: &[("fixed", Law::Fixed), ("none", Law::Gamma(0.0))], variants: &[] },
            )
        };
        assert_eq!(words("\"fixed\""), Ok(Law::Fixed));
        complains(
            words("\"fixd\""),
            &["must be \"fixed\" or \"none\"", "did you mean `\"fixed\"`?"],
        );
        complains(words("3"), &["must be \"fixed\" or \"none\"", "the number 3"]);
        complains(words("{ fixed = 1 }"), &["must be \"fixed\""]);
    }

    #[test]
    fn words_and_tables_may_be_mixed() {
        let both = |value: &str| {
            read(value, OneOf { words: &[("fixed", Law::Fixed)], variants: VARIANTS })
        };
        assert_eq!(both("\"fixed\""), Ok(Law::Fixed));
        assert_eq!(both("{ gamma = 2 }"), Ok(Law::Gamma(2.0)));
        complains(both("3"), &["must be \"fixed\" or a table with exactly one of"]);
    }
}
