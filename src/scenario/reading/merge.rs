//! Laying a file over those it extends.
//!
//! Sections and entries of lists with names merge key by key, since a scenario states differences
//! only. All else is replaced as a whole, and so is what stands in braces: half a law with half of
//! another is no law.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::reading::diagnostic::Diagnostic;
use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::nearest::nearest;
use crate::scenario::reading::recorded;
use crate::scenario::reading::tree::{Node, Table, Value};
use crate::scenario::reading::words;

/// How a value is laid over the value of the same key.
type Lay = fn(Option<Node>, Node, &mut Findings) -> Node;

/// What a file says of itself alone: with other inputs, other figures are exact.
const NOT_HANDED_DOWN: [&str; 1] = ["known"];

/// Lays each file over those before it; nothing if there are none.
pub fn merge(layers: Vec<Node>, findings: &mut Findings) -> Option<Node> {
    layers.into_iter().fold(None, |base, over| {
        let base = base.map(handed_down).map(|base| recorded::superseded(base, &over));
        Some(lay_table(base, over, lay_section, findings))
    })
}

fn handed_down(mut base: Node) -> Node {
    if let Value::Table(table) = &mut base.value {
        table.entries.retain(|entry| !NOT_HANDED_DOWN.contains(&entry.key.as_str()));
    }
    base
}

fn lay_section(base: Option<Node>, over: Node, findings: &mut Findings) -> Node {
    match &over.value {
        Value::Table(_) if !in_braces(&over, findings) => {
            lay_table(base, over, lay_value, findings)
        }
        _ => lay_value(base, over, findings),
    }
}

/// Whether a table is written as `key = { ... }`: a choice, not a section.
fn in_braces(table: &Node, findings: &Findings) -> bool {
    let text = findings.sources.text(table.place.source);
    text.as_bytes().get(table.place.start) == Some(&b'{')
}

fn lay_value(base: Option<Node>, over: Node, findings: &mut Findings) -> Node {
    match over.value {
        Value::List(entries) if all_named(&entries) => {
            let value = Value::List(lay_list(base, entries, findings));
            Node { value, ..over }
        }
        _ => over,
    }
}

/// Lays a table over another key by key.
fn lay_table(base: Option<Node>, over: Node, lay: Lay, findings: &mut Findings) -> Node {
    let Value::Table(changes) = over.value else { return over };
    let mut table = match base.map(|base| base.value) {
        Some(Value::Table(table)) => table,
        _ => Table::default(),
    };
    let places = places(table.entries.iter().map(|entry| entry.key.as_str()));
    for mut entry in changes.entries {
        match places.get(&entry.key) {
            Some(index) => {
                let base = table.entries[*index].node.clone();
                entry.node = lay(Some(base), entry.node, findings);
                table.entries[*index] = entry;
            }
            None => {
                entry.node = lay(None, entry.node, findings);
                table.entries.push(entry);
            }
        }
    }
    Node { value: Value::Table(table), ..over }
}

/// Lays entries over those of the same name; new ones come last, and `remove = true` takes one out.
fn lay_list(base: Option<Node>, changes: Vec<Node>, findings: &mut Findings) -> Vec<Node> {
    let base = match base.map(|base| base.value) {
        Some(Value::List(entries)) if all_named(&entries) => entries,
        _ => Vec::new(),
    };
    let places = places(base.iter().map(|entry| entry.name().unwrap_or("")));
    let mut entries: Vec<Option<Node>> = base.into_iter().map(Some).collect();
    let mut changed = BTreeSet::new();
    for change in changes {
        let name = change.name().unwrap_or("").to_string();
        match places.get(&name).filter(|_| changed.insert(name.clone())) {
            Some(index) if removes(&change) => entries[*index] = None,
            Some(index) => {
                let base = entries[*index].take();
                entries[*index] = Some(lay_table(base, change, lay_value, findings));
            }
            None if removes(&change) => findings.note(nothing_to_remove(&change, places.keys())),
            None => entries.push(Some(lay_table(None, change, lay_value, findings))),
        }
    }
    entries.into_iter().flatten().collect()
}

/// Where each key or name stands first.
fn places<'a>(
    names: impl DoubleEndedIterator<Item = &'a str> + ExactSizeIterator,
) -> BTreeMap<String, usize> {
    names.enumerate().rev().map(|(index, name)| (name.to_string(), index)).collect()
}

fn all_named(entries: &[Node]) -> bool {
    !entries.is_empty() && entries.iter().all(|entry| entry.name().is_some())
}

fn removes(entry: &Node) -> bool {
    let remove = entry.table().and_then(|table| table.get("remove"));
    remove.is_some_and(|node| node.value == Value::Boolean(true))
}

fn nothing_to_remove<'a>(entry: &Node, names: impl Iterator<Item = &'a String>) -> Diagnostic {
    let name = entry.name().unwrap_or("");
    let names: Vec<&str> = names.map(String::as_str).collect();
    let help = match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None if names.is_empty() => "no file that this one extends has such a list".to_string(),
        None => format!("there are {}", words::all(names)),
    };
    Diagnostic::error(format!("there is no {} to remove", words::shown(name)))
        .at(entry.name_place())
        .help(help)
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::Colour;
    use crate::scenario::reading::findings::Findings;
    use crate::scenario::reading::syntax;
    use crate::scenario::reading::tree::{Node, Value};

    fn merged(texts: &[&str]) -> (Node, Findings) {
        let mut findings = Findings::default();
        let layers =
            texts.iter().map(|text| syntax::parse("a.toml", text, &mut findings)).collect();
        let root = super::merge(layers, &mut findings).expect("one at least");
        (root, findings)
    }

    /// A tree in short: `{a=1 b=[{name=x}]}`.
    fn short(node: &Node) -> String {
        match &node.value {
            Value::Table(table) => {
                let entry = |entry: &crate::scenario::reading::Entry| {
                    format!("{}={}", entry.key, short(&entry.node))
                };
                format!("{{{}}}", table.entries.iter().map(entry).collect::<Vec<_>>().join(" "))
            }
            Value::List(nodes) => {
                format!("[{}]", nodes.iter().map(short).collect::<Vec<_>>().join(" "))
            }
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text.clone(),
            other => other.described(),
        }
    }

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        let (root, findings) = merged(texts);
        assert_eq!(findings.render(Colour::Plain), "");
        assert_eq!(short(&root), expected);
    }

    #[test]
    fn sections_merge_key_by_key() {
        check(&["t = 1\n[a]\nx = 1\ny = 2\n", "[a]\ny = 3\nz = 4\n"], "{t=1 a={x=1 y=3 z=4}}");
        check(&["a = { x = 1 }", "a.y = 2"], "{a={x=1 y=2}}");
        check(&["a.x = 1", "a.x = 2", "a.x = 3"], "{a={x=3}}");
    }

    #[test]
    fn what_is_deeper_is_replaced() {
        let base = "[a]\nlaw = { lognormal = { mean = 1, cv = 2 } }\nlist = [1, 2]\n";
        check(
            &[base, "a.law = { exponential = { mean = 3 } }"],
            "{a={law={exponential={mean=3}} list=[1 2]}}",
        );
        check(
            &[base, "[a.law.exponential]\nmean = 3"],
            "{a={law={exponential={mean=3}} list=[1 2]}}",
        );
        check(&[base, "a.list = [3]\na.law = 1"], "{a={law=1 list=[3]}}");
    }

    #[test]
    fn lists_with_names_merge_by_name() {
        let base = "[[s]]\nname = \"a\"\nx = 1\ny = 2\n[[s]]\nname = \"b\"\nx = 3\n";
        check(
            &[base, "[[s]]\nname = \"b\"\nx = 4\n[[s]]\nname = \"c\"\nx = 5\n"],
            "{s=[{name=a x=1 y=2} {name=b x=4} {name=c x=5}]}",
        );
        check(&[base, "[[s]]\nname = \"a\"\nremove = true\n"], "{s=[{name=b x=3}]}");
        check(&[base, "s = []"], "{s=[]}");
        check(&[base, "s = [{ x = 1 }]"], "{s=[{x=1}]}");
    }

    #[test]
    fn exact_figures_are_of_their_own_file_only() {
        let base = "x = 1\n[[known]]\nvalue = 1\n";
        check(&[base], "{x=1 known=[{value=1}]}");
        check(&[base, "x = 2"], "{x=2}");
        check(&[base, "x = 2\nknown = [{ value = 3 }]"], "{x=2 known=[{value=3}]}");
    }

    #[test]
    fn lists_of_a_section_merge_by_name_too() {
        let base = "[a]\no = [{ name = \"x\", n = 1 }, { name = \"y\", n = 2 }]\n";
        check(&[base, "[[a.o]]\nname = \"y\"\nn = 3\n"], "{a={o=[{name=x n=1} {name=y n=3}]}}");
    }

    #[test]
    fn two_of_one_name_in_one_file_stay_two() {
        let twice = "[[s]]\nname = \"a\"\nx = 1\n[[s]]\nname = \"a\"\nx = 2\n";
        check(&[twice], "{s=[{name=a x=1} {name=a x=2}]}");
        check(&["[[s]]\nname = \"a\"\n", twice], "{s=[{name=a x=1} {name=a x=2}]}");
    }

    #[test]
    fn only_what_is_there_can_be_removed() {
        let base = "[[s]]\nname = \"interview\"\n";
        let (_, findings) = merged(&[base, "[[s]]\nname = \"interveiw\"\nremove = true\n"]);
        let complaint = findings.render(Colour::Plain);
        assert!(complaint.contains("there is no \"interveiw\" to remove"), "{complaint}");
        assert!(complaint.contains("did you mean \"interview\"?"), "{complaint}");
        let (_, findings) = merged(&["[[s]]\nname = \"a\"\nremove = true\n"]);
        assert!(findings.has_errors());
    }

    #[test]
    fn every_value_keeps_the_file_it_was_written_in() {
        let (root, findings) = merged(&["[a]\nx = 1\n", "[a]\ny = 2\n"]);
        let section = root.table().and_then(|root| root.get("a")).and_then(Node::table).expect("a");
        let text = |key: &str| findings.sources.text(section.get(key).expect(key).place.source);
        assert_eq!((text("x"), text("y")), ("[a]\nx = 1\n", "[a]\ny = 2\n"));
    }
}
