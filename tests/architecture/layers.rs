//! The layers of the house: each knows only those below it.

use syn::Item;

use crate::paths::{self, Path};
use crate::source::{Offence, Place, Source};

/// The storeys, top to bottom; each knows all below it and the ground.
pub const STOREYS: [&str; 5] = ["cli", "report", "experiment", "office", "scenario"];

/// The ground: modules that know nothing of passports, each with those it may know.
const GROUND: [(&str, &[&str]); 5] = [
    ("engine", &["time"]),
    ("random", &["time"]),
    ("statistics", &[]),
    ("time", &["error"]),
    ("error", &[]),
];

/// All places where a file knows a layer that it must not know.
pub fn offences(source: &Source) -> Vec<Offence> {
    match source.place() {
        Place::Tests => Vec::new(),
        Place::Root => strangers(source),
        Place::Layer(layer) if is_layer(layer) => wrong_paths(source, layer),
        Place::Layer(layer) => vec![source.offence(1, stranger(layer))],
    }
}

/// Modules declared at the root that are no layers.
fn strangers(source: &Source) -> Vec<Offence> {
    let modules = source.syntax.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some(&module.ident),
        _ => None,
    });
    modules
        .filter(|name| !is_layer(&name.to_string()))
        .map(|name| source.offence(name.span().start().line, stranger(&name.to_string())))
        .collect()
}

fn stranger(module: &str) -> String {
    format!("`{module}` is no layer; put it into one, or give it a place in {}", file!())
}

fn wrong_paths(source: &Source, layer: &str) -> Vec<Offence> {
    let complaint = |path: &Path| {
        let advice = match path.segments.get(1) {
            Some(target) if path.root() == "crate" => about_target(layer, target),
            _ => about_steps(path, source.depth(path.line)),
        };
        advice.map(|advice| source.offence(path.line, advice))
    };
    paths::of(source).iter().filter_map(complaint).collect()
}

fn about_target(layer: &str, target: &str) -> Option<String> {
    if !is_layer(target) {
        Some(format!("`crate::{target}` hides a layer; name the layer it lives in"))
    } else if target == layer || known_by(layer).contains(&target) {
        None
    } else {
        Some(format!(
            "`{layer}` must not know `{target}`; turn it round or move what is shared down"
        ))
    }
}

fn about_steps(path: &Path, depth: usize) -> Option<String> {
    let leaves = depth <= path.steps_up();
    leaves.then(|| "`super` leaves the layer; write `crate::` and the layer meant".to_string())
}

fn is_layer(name: &str) -> bool {
    STOREYS.contains(&name) || GROUND.iter().any(|(ground, _)| *ground == name)
}

fn known_by(layer: &str) -> Vec<&'static str> {
    match GROUND.iter().find(|(ground, _)| *ground == layer) {
        Some((_, known)) => known.to_vec(),
        None => {
            let above = STOREYS.iter().take_while(|storey| **storey != layer).count();
            let ground = GROUND.iter().map(|(ground, _)| *ground);
            STOREYS.into_iter().skip(above + 1).chain(ground).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::offences;
    use crate::source::Source;

    const NOWHERE: [usize; 0] = [];

    fn lines(path: &str, text: &str) -> Vec<usize> {
        offences(&Source::new(path, text)).iter().map(|offence| offence.line).collect()
    }

    #[test]
    fn looking_up_is_an_offence_and_looking_down_is_not() {
        let text = "use crate::{\n    time::Day,\n    office::{Book, Office},\n};";
        assert_eq!(lines("src/scenario/parse.rs", text), [3, 3]);
        assert_eq!(lines("src/experiment.rs", text), NOWHERE);
    }

    #[test]
    fn inline_paths_count_also_in_tests_and_macros() {
        let text = "fn a() {\n    vec![crate::cli::B];\n}\n#[cfg(test)]\nmod t {\n    type C = crate::cli::D;\n}";
        assert_eq!(lines("src/report.rs", text), [2, 6]);
    }

    #[test]
    fn the_ground_knows_little_of_itself() {
        assert_eq!(lines("src/engine.rs", "use crate::time::Day;"), NOWHERE);
        assert_eq!(lines("src/engine.rs", "use crate::random::Stream;"), [1]);
        assert_eq!(lines("src/statistics/tally.rs", "use crate::time::Day;"), [1]);
        assert_eq!(lines("src/time/clock.rs", "use crate::error::Error;"), NOWHERE);
        assert_eq!(lines("src/error.rs", "use crate::time::Day;"), [1]);
    }

    #[test]
    fn super_must_not_leave_the_layer() {
        assert_eq!(lines("src/office.rs", "use super::cli;"), [1]);
        assert_eq!(lines("src/office/book.rs", "use super::Office;"), NOWHERE);
        assert_eq!(lines("src/office/book.rs", "use super::super::cli;"), [1]);
        let inline = "mod tests {\n    use super::Book;\n    use super::super::super::cli;\n}";
        assert_eq!(lines("src/office/book.rs", inline), [3]);
    }

    #[test]
    fn names_without_their_layer_are_offences() {
        assert_eq!(lines("src/office.rs", "use crate::Day;"), [1]);
        assert_eq!(lines("src/office.rs", "use crate::*;"), [1]);
    }

    #[test]
    fn new_top_level_modules_are_offences() {
        assert_eq!(lines("src/common.rs", ""), [1]);
        assert_eq!(lines("src/common/text.rs", ""), [1]);
        assert_eq!(lines("src/lib.rs", "pub mod time;\nmod common { }"), [2]);
    }
}
