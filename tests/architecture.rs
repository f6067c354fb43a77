//! Style is a test: the layers, the doors for outside packages and the habits of this house.
//!
//! Each test lists every offence with its file and line and says what to do. The rules stand as
//! tables at the head of their files in `tests/architecture`.

#[path = "architecture/doors.rs"]
mod doors;
#[path = "architecture/layers.rs"]
mod layers;
#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/shapes.rs"]
mod shapes;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/text.rs"]
mod text;
#[path = "architecture/tree.rs"]
mod tree;
#[path = "architecture/words.rs"]
mod words;

use source::{Offence, Source};

#[test]
fn each_layer_knows_only_those_below_it() {
    report(in_each_source(layers::offences));
}

#[test]
fn outside_packages_come_in_by_their_own_door() {
    report(in_each_source(doors::offences));
}

#[test]
fn every_dependency_has_a_door_and_a_user() {
    report(doors::manifest_offences(&tree::manifest(), &tree::sources()));
}

#[test]
fn nothing_is_here_that_should_not_be() {
    report(in_each_source(words::offences));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    report(in_each_source(text::offences));
}

#[test]
fn functions_and_types_have_a_handy_shape() {
    report(in_each_source(shapes::offences));
}

#[test]
fn most_functions_are_short() {
    report(shapes::length_offences(&tree::sources()));
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let files = tree::text_files();
    report(files.iter().flat_map(|(path, text)| text::machine_paths(path, text)).collect());
}

fn in_each_source(rule: fn(&Source) -> Vec<Offence>) -> Vec<Offence> {
    tree::sources().iter().flat_map(rule).collect()
}

fn report(offences: Vec<Offence>) {
    let list: String = offences.iter().map(|offence| format!("\n  {offence}")).collect();
    assert!(offences.is_empty(), "{} against the house rules:{list}\n", offences.len());
}
