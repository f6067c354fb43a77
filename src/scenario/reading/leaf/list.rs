//! Lists of any length and of a fixed one.

use crate::scenario::reading::findings::Findings;
use crate::scenario::reading::leaf::{Fault, Read};
use crate::scenario::reading::tree::{Node, Value};

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            findings.refuse(node, Fault::new("must be a list").help("write it in square brackets"));
            return None;
        };
        let read: Vec<Option<T>> = nodes.iter().map(|node| T::read(node, findings)).collect();
        read.into_iter().collect()
    }
}

impl<T: Read, const LENGTH: usize> Read for [T; LENGTH] {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let entries = Vec::<T>::read(node, findings)?;
        let fault = || Fault::new(format!("must be a list of {LENGTH}"));
        entries.try_into().map_err(|_| findings.refuse(node, fault())).ok()
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::{Colour, Read, read_text};

    fn complaints<T: Read>(text: &str) -> String {
        let (node, mut findings) = read_text("office.toml", text);
        let root = node.expect("sound");
        let list = root.table().and_then(|root| root.get("factors")).expect("there");
        assert!(T::read(list, &mut findings).is_none());
        findings.render(Colour::Plain)
    }

    #[test]
    fn every_wrong_entry_is_named_by_its_number() {
        let rendered = complaints::<Vec<f64>>("factors = [1.0, \"x\", 2, true]\n");
        assert!(rendered.contains("`factors[2]` must be a number"), "{rendered}");
        assert!(rendered.contains("`factors[4]` must be a number"), "{rendered}");
    }

    #[test]
    fn a_list_of_fixed_length_says_which() {
        let rendered = complaints::<[f64; 12]>("factors = [1.0, 2.0]\n");
        assert!(rendered.contains("`factors` must be a list of 12"), "{rendered}");
        assert!(rendered.contains("a list of 2"), "{rendered}");
        let rendered = complaints::<[f64; 12]>("factors = 3\n");
        assert!(rendered.contains("`factors` must be a list\n"), "{rendered}");
    }
}
