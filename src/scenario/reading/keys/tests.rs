//! The catalogue of keys, held to its own rules.

use crate::scenario::reading::keys::{KEYS, find};

#[test]
fn a_key_knows_its_table_and_name() {
    let desks = find("stage[].desks").expect("in the catalogue");
    assert_eq!((desks.table(), desks.name()), ("stage[]", "desks"));
    let title = find("title").expect("in the catalogue");
    assert_eq!((title.table(), title.name()), ("", "title"));
}

#[test]
fn every_path_is_there_once_and_every_example_starts_with_its_key() {
    for key in KEYS {
        assert_eq!(KEYS.iter().filter(|other| other.path == key.path).count(), 1, "{}", key.path);
        let header = key.example.starts_with('[');
        assert!(header || key.example.starts_with(key.name()), "{}", key.example);
    }
}
