//! The translations, as translators keep them.

use std::collections::HashMap;
use std::sync::OnceLock;

use polib::message::MessageView;
use polib::po_file::parse_from_reader;

/// The catalogues of Bahasa Indonesia, by what their texts are part of.
const INDONESIAN: [&str; 6] = [
    include_str!("names.po"),
    include_str!("terminal.po"),
    include_str!("charts.po"),
    include_str!("page.po"),
    include_str!("commands.po"),
    include_str!("explain.po"),
];

/// A text in Bahasa Indonesia, if a catalogue has it.
pub fn indonesian(text: &str) -> Option<&'static str> {
    static TEXTS: OnceLock<HashMap<String, String>> = OnceLock::new();
    let texts = TEXTS.get_or_init(|| INDONESIAN.iter().flat_map(|file| texts(file)).collect());
    texts.get(text).map(String::as_str)
}

fn texts(file: &str) -> Vec<(String, String)> {
    let catalogue = parse_from_reader(file.as_bytes()).expect("a test reads every catalogue");
    let texts = catalogue.messages().filter(|message| message.is_translated());
    let pair = |text: &dyn MessageView| {
        let translation = text.msgstr().expect("these texts have no plural").to_string();
        (text.msgid().to_string(), translation)
    };
    texts.map(pair).collect()
}
