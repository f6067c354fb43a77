//! The catalogues of translations, as their files have them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use polib::message::MessageView;

/// A text and its translation.
pub struct Entry {
    pub file: String,
    pub text: String,
    pub translation: String,
}

/// All that the catalogues have.
pub fn entries() -> Vec<Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/language");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the catalogues are there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "po"))
        .collect();
    paths.sort();
    paths.iter().flat_map(|path| entries_of(path)).collect()
}

/// A test of its own counts, since a reader of catalogues keeps the last of two alike.
fn entries_of(path: &Path) -> Vec<Entry> {
    let file = path.file_name().expect("a file").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("readable");
    let catalogue = polib::po_file::parse(path).expect("a catalogue");
    let stated = text.lines().filter(|line| line.starts_with("msgid ")).count();
    assert_eq!(stated, catalogue.count() + 1, "{file} has a text twice");
    let entry = |message: &dyn MessageView| Entry {
        file: file.clone(),
        text: message.msgid().to_string(),
        translation: message.msgstr().expect("no plural").to_string(),
    };
    catalogue.messages().map(entry).collect()
}

/// The `{names}` of a text.
pub fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}
