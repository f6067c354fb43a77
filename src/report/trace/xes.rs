//! The log in XES, the standard of IEEE 1849: a trace for each applicant, in the order of wishes.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use crate::office::{Happening, Step};
use crate::report::ReportError;
use crate::report::trace::log::{DETAILS, Log, LogEvent, zoned};

/// Extensions of the standard: name, prefix and address.
const EXTENSIONS: [(&str, &str, &str); 3] = [
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
];

/// An attribute: its type, key and value.
type Attribute<'value> = (&'static str, &'static str, &'value str);

type Xml = Writer<Vec<u8>>;

/// One applicant and what happens to it.
struct Trace<'run> {
    identity: u64,
    events: Vec<(&'run Happening, LogEvent<'run>)>,
}

/// The text of the log.
///
/// # Errors
/// If it cannot be written.
pub fn write(log: &Log<'_>) -> Result<Vec<u8>, ReportError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let head = [("xes.version", "1849-2023"), ("xes.features", "")];
    let head = xml.create_element("log").with_attributes(head);
    let head = head.with_attribute(("xmlns", "http://www.xes-standard.org/"));
    head.write_inner_content(|xml| {
        write_head(xml, &log.plan.scenario.name)?;
        traces(log).iter().try_for_each(|trace| write_trace(log, trace, xml))
    })?;
    let mut text = xml.into_inner();
    text.push(b'\n');
    Ok(text)
}

fn write_head(xml: &mut Xml, name: &str) -> io::Result<()> {
    for (name, prefix, uri) in EXTENSIONS {
        let extension = [("name", name), ("prefix", prefix), ("uri", uri)];
        xml.create_element("extension").with_attributes(extension).write_empty()?;
    }
    let globals = |scope: &'static str, attributes: &'static [Attribute<'static>]| {
        move |xml: &mut Xml| -> io::Result<()> {
            let global = xml.create_element("global").with_attribute(("scope", scope));
            global.write_inner_content(|xml| write_all(xml, attributes))?;
            Ok(())
        }
    };
    globals("trace", &[("string", "concept:name", "")])(xml)?;
    globals(
        "event",
        &[
            ("string", "concept:name", ""),
            ("date", "time:timestamp", "1970-01-01T00:00:00.000Z"),
            ("string", "lifecycle:transition", "complete"),
        ],
    )(xml)?;
    let classifier = [("name", "Activity"), ("keys", "concept:name")];
    xml.create_element("classifier").with_attributes(classifier).write_empty()?;
    write_all(xml, &[("string", "concept:name", name), ("string", "lifecycle:model", "standard")])
}

/// What happens to each applicant, in the order of wishes.
fn traces<'run>(log: &Log<'run>) -> Vec<Trace<'run>> {
    let mut places: BTreeMap<u64, usize> = BTreeMap::new();
    let mut traces: Vec<Trace<'run>> = Vec::new();
    for (happening, event) in log.events() {
        for identity in happening.identities() {
            let place = *places.entry(identity).or_insert_with(|| {
                traces.push(Trace { identity, events: Vec::new() });
                traces.len() - 1
            });
            traces[place].events.push((happening, event.clone()));
        }
    }
    traces
}

fn write_trace(log: &Log<'_>, trace: &Trace<'_>, xml: &mut Xml) -> io::Result<()> {
    let Some((first, _)) = trace.events.first() else { return Ok(()) };
    let demand = &log.plan.scenario.demand;
    let name = log.register.applicant(trace.identity);
    let family = log.register.family(trace.identity);
    let outcome = trace.events.iter().rev().find_map(|(happening, _)| match happening.step {
        Step::Ends(outcome) => Some(outcome.title()),
        _ => None,
    });
    xml.create_element("trace").write_inner_content(|xml| {
        let attributes = [
            ("string", "concept:name", name.as_str()),
            ("string", "family", family.as_str()),
            ("string", "origin", demand.origins[usize::from(first.origin)].name.as_str()),
            ("string", "channel", first.channel.name()),
            ("string", "lane", demand.lanes[usize::from(first.lane.0)].name.as_str()),
            ("string", "outcome", outcome.unwrap_or_default()),
        ];
        write_all(xml, &attributes)?;
        trace.events.iter().try_for_each(|(_, event)| write_event(event, xml))
    })?;
    Ok(())
}

fn write_event(event: &LogEvent<'_>, xml: &mut Xml) -> io::Result<()> {
    let time = zoned(&event.time);
    xml.create_element("event").write_inner_content(|xml| {
        let attributes = [
            ("string", "concept:name", event.activity.as_str()),
            ("date", "time:timestamp", time.as_str()),
            ("string", "lifecycle:transition", event.transition),
            ("string", "event", event.id.as_str()),
        ];
        write_all(xml, &attributes)?;
        let places = [("string", "kiosk", event.kiosk), ("string", "stage", event.stage)];
        let places = places.into_iter().filter(|(.., name)| !name.is_empty());
        places.into_iter().try_for_each(|place| write_one(xml, place))?;
        event.details.iter().try_for_each(|(name, value)| write_detail(xml, name, value))
    })?;
    Ok(())
}

fn write_detail(xml: &mut Xml, name: &'static str, value: &str) -> io::Result<()> {
    let kind = DETAILS.iter().find(|(of, ..)| *of == name).map_or("string", |(.., kind)| kind);
    match kind {
        "date" => write_one(xml, (kind, name, &zoned(value))),
        _ => write_one(xml, (kind, name, value)),
    }
}

fn write_all(xml: &mut Xml, attributes: &[Attribute<'_>]) -> io::Result<()> {
    attributes.iter().try_for_each(|attribute| write_one(xml, *attribute))
}

fn write_one(xml: &mut Xml, (kind, key, value): Attribute<'_>) -> io::Result<()> {
    let element = xml.create_element(kind).with_attributes([("key", key), ("value", value)]);
    element.write_empty()?;
    Ok(())
}
