//! Logs read back from their files, each by its own rules.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::place::Place;

/// What happens to each applicant: activity and time, in the order of the log.
pub type Stories = BTreeMap<String, Vec<(String, String)>>;

/// The office of the tests of behaviour, in which everything happens.
pub const OFFICE: &str = include_str!("../behaviour/office.toml");

/// A folder with that office as `a.toml`.
pub fn place() -> Place {
    Place::with(OFFICE)
}

/// The rows of a table, each by the names of its columns.
pub fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    table.deserialize().map(|row| row.expect("a row by the header")).collect()
}

/// The stories of a table.
pub fn of_table(text: &str) -> Stories {
    let mut stories = Stories::new();
    for row in rows(text) {
        let story = stories.entry(row["applicant"].clone()).or_default();
        story.push((row["activity"].clone(), format!("{}Z", row["time"])));
    }
    stories
}

/// The stories of an object-centric log.
pub fn of_objects(log: &Value) -> Stories {
    let mut stories = Stories::new();
    for event in list(log, "events") {
        let happening = (text(event, "type"), text(event, "time"));
        for part in list(event, "relationships") {
            if part["qualifier"] == "applicant" {
                stories.entry(text(part, "objectId")).or_default().push(happening.clone());
            }
        }
    }
    stories
}

/// The stories of a log of traces, in which each trace has its name before its events.
pub fn of_traces(text: &str) -> Stories {
    let mut stories = Stories::new();
    let mut reader = Reader::from_str(text);
    let (mut trace, mut event, mut inside) = (String::new(), Vec::new(), false);
    loop {
        match reader.read_event().expect("XML") {
            Event::Eof => return stories,
            Event::Start(element) if element.name().as_ref() == "trace" => trace.clear(),
            Event::Start(element) if element.name().as_ref() == "event" => inside = true,
            Event::End(element) if element.name().as_ref() == "event" => {
                let happening = (std::mem::take(&mut event[0]), std::mem::take(&mut event[1]));
                stories.entry(trace.clone()).or_default().push(happening);
                (event, inside) = (Vec::new(), false);
            }
            Event::Empty(element) => match (attribute(&element, "key").as_deref(), inside) {
                (Some("concept:name"), false) => trace = value(&element),
                (Some("concept:name" | "time:timestamp"), true) => event.push(value(&element)),
                _ => {}
            },
            _ => {}
        }
    }
}

fn value(element: &BytesStart<'_>) -> String {
    attribute(element, "value").expect("a value")
}

fn attribute(element: &BytesStart<'_>, key: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|of| of.key.as_ref() == key)?;
    Some(unescape(&found.value).expect("known entities").into_owned())
}

/// A list of a JSON object.
pub fn list<'log>(of: &'log Value, name: &str) -> &'log Vec<Value> {
    of[name].as_array().unwrap_or_else(|| panic!("no list {name:?} in {of}"))
}

/// A text of a JSON object.
pub fn text(of: &Value, name: &str) -> String {
    of[name].as_str().unwrap_or_else(|| panic!("no text {name:?} in {of}")).to_string()
}
