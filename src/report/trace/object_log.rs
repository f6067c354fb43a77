//! The log in OCEL 2.0 JSON: events with all objects that take part, and how objects belong
//! together. Its published schema has all values as texts; their types are declared.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::office::{Happening, StationKind, Step};
use crate::report::ReportError;
use crate::report::trace::log::{DETAILS, Log, LogEvent, zoned};

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ObjectLog {
    object_types: Vec<Type>,
    event_types: Vec<Type>,
    objects: Vec<Object>,
    events: Vec<Event>,
}

/// A type of objects or events.
#[derive(Debug, Serialize)]
struct Type {
    name: String,
    attributes: Vec<AttributeType>,
}

#[derive(Debug, Serialize)]
struct AttributeType {
    name: &'static str,
    r#type: &'static str,
}

#[derive(Debug, Serialize)]
struct Object {
    id: String,
    r#type: &'static str,
    attributes: Vec<ObjectAttribute>,
    relationships: Vec<Relationship>,
}

/// A value that holds from a time on.
#[derive(Debug, Serialize)]
struct ObjectAttribute {
    name: &'static str,
    time: String,
    value: String,
}

#[derive(Debug, Serialize)]
struct Event {
    id: String,
    r#type: String,
    time: String,
    attributes: Vec<EventAttribute>,
    relationships: Vec<Relationship>,
}

#[derive(Debug, Serialize)]
struct EventAttribute {
    name: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Relationship {
    object_id: String,
    qualifier: &'static str,
}

/// Object types and their attributes.
const OBJECTS: [(&str, &[(&str, &str)]); 6] = [
    (
        "applicant",
        &[("origin", "string"), ("channel", "string"), ("lane", "string"), ("outcome", "string")],
    ),
    ("family", &[("people", "integer")]),
    ("slot", &[("begins", "time")]),
    ("kiosk", &[]),
    ("stage", &[]),
    ("passport", &[("working_days_to_ready", "integer")]),
];

/// The objects of a log, by their identity.
struct Objects<'log> {
    log: &'log Log<'log>,
    known: BTreeMap<String, Object>,
    /// By identity of those who hold one, the slot of their appointment.
    slots: BTreeMap<u64, String>,
}

/// The text of the log.
///
/// # Errors
/// If it cannot be serialised.
pub fn write(log: &Log<'_>) -> Result<Vec<u8>, ReportError> {
    let mut objects = Objects { log, known: stations(log), slots: BTreeMap::new() };
    let mut types: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    let mut events = Vec::new();
    for (happening, event) in log.events() {
        let names = types.entry(event.activity.clone()).or_default();
        names.extend(event.details.iter().map(|(name, _)| *name));
        objects.note(happening, &event);
        let relationships = objects.taking_part(happening, &event);
        events.push(told(event, relationships));
    }
    let all = ObjectLog {
        object_types: OBJECTS.map(|(name, attributes)| object_type(name, attributes)).into(),
        event_types: types.into_iter().map(|(name, names)| event_type(name, &names)).collect(),
        objects: objects.known.into_values().collect(),
        events,
    };
    let mut text = serde_json::to_vec(&all)?;
    text.push(b'\n');
    Ok(text)
}

impl Objects<'_> {
    /// Brings objects into being, or up to date, by what an event says of them.
    fn note(&mut self, happening: &Happening, event: &LogEvent<'_>) {
        let time = zoned(&event.time);
        match happening.step {
            Step::Wish => self.note_family(happening, &time),
            Step::Books { appointed, .. } => {
                let begins = zoned(&self.log.stamp(appointed));
                let id = slot_id(&begins);
                let holders = happening.identities().map(|identity| (identity, id.clone()));
                self.slots.extend(holders);
                if !self.known.contains_key(&id) {
                    self.object(&id, "slot").add("begins", &time, begins);
                }
            }
            Step::FileReceived | Step::Ready { .. } => {
                let applicant = self.log.register.applicant(happening.identity);
                let passport = self.object(&passport_id(&applicant), "passport");
                passport.belongs_to(applicant, "is for");
                for (name, value) in &event.details {
                    passport.add(name, &time, value.clone());
                }
            }
            Step::Ends(outcome) => {
                for identity in happening.identities() {
                    let id = self.log.register.applicant(identity);
                    self.object(&id, "applicant").add("outcome", &time, outcome.title().into());
                }
            }
            _ => {}
        }
    }

    fn note_family(&mut self, happening: &Happening, time: &str) {
        let log = self.log;
        let demand = &log.plan.scenario.demand;
        let family = log.register.family(happening.identity);
        self.object(&family, "family").add("people", time, happening.people.to_string());
        for identity in happening.identities() {
            let applicant = self.object(&log.register.applicant(identity), "applicant");
            let origin = &demand.origins[usize::from(happening.origin)].name;
            applicant.add("origin", time, origin.clone());
            applicant.add("channel", time, happening.channel.name().to_string());
            let lane = &demand.lanes[usize::from(happening.lane.0)].name;
            applicant.add("lane", time, lane.clone());
            applicant.belongs_to(family.clone(), "belongs to");
        }
    }

    fn object(&mut self, id: &str, kind: &'static str) -> &mut Object {
        self.known.entry(id.to_string()).or_insert_with(|| Object::new(id, kind))
    }

    /// All objects that take part in an event, and as what.
    fn taking_part(&mut self, happening: &Happening, event: &LogEvent<'_>) -> Vec<Relationship> {
        let register = &self.log.register;
        let applicants = happening.identities().map(|identity| register.applicant(identity));
        let mut parts: Vec<(String, &'static str)> =
            applicants.map(|applicant| (applicant, "applicant")).collect();
        parts.push((register.family(happening.identity), "family"));
        if !event.kiosk.is_empty() {
            parts.push((format!("kiosk {}", event.kiosk), "place"));
        }
        if !event.stage.is_empty() {
            parts.push((format!("stage {}", event.stage), "place"));
        }
        match happening.step {
            Step::Books { .. } => {
                let slot = self.slots.get(&happening.identity);
                parts.extend(slot.map(|slot| (slot.clone(), "appointment")));
            }
            Step::ArrivesAtOffice
            | Step::MissesAppointment
            | Step::LosesPlace
            | Step::Cancels
            | Step::Reschedules => {
                let slots = happening.identities().filter_map(|of| self.slots.remove(&of));
                parts.extend(slots.take(1).map(|slot| (slot, "appointment")));
            }
            Step::FileReceived | Step::Ready { .. } | Step::Collects => {
                let applicant = register.applicant(happening.identity);
                parts.push((passport_id(&applicant), "passport"));
            }
            _ => {}
        }
        let part = |(object_id, qualifier)| Relationship { object_id, qualifier };
        parts.into_iter().map(part).collect()
    }
}

impl Object {
    fn new(id: &str, kind: &'static str) -> Object {
        let (attributes, relationships) = (Vec::new(), Vec::new());
        Object { id: id.to_string(), r#type: kind, attributes, relationships }
    }

    fn add(&mut self, name: &'static str, time: &str, value: String) {
        self.attributes.push(ObjectAttribute { name, time: time.to_string(), value });
    }

    fn belongs_to(&mut self, object_id: String, qualifier: &'static str) {
        if self.relationships.is_empty() {
            self.relationships.push(Relationship { object_id, qualifier });
        }
    }
}

fn told(event: LogEvent<'_>, relationships: Vec<Relationship>) -> Event {
    let value = |(name, value): (&'static str, String)| {
        let is_time = DETAILS.iter().any(|of| (of.0, of.1) == (name, "time"));
        EventAttribute { name, value: if is_time { zoned(&value) } else { value } }
    };
    Event {
        id: event.id,
        r#type: event.activity,
        time: zoned(&event.time),
        attributes: event.details.into_iter().map(value).collect(),
        relationships,
    }
}

/// Kiosks and stages are there from the beginning.
fn stations(log: &Log<'_>) -> BTreeMap<String, Object> {
    let object = |(kind, name): (&'static str, &str)| {
        let id = format!("{kind} {name}");
        (id.clone(), Object::new(&id, kind))
    };
    let stations = log.plan.stations.iter().map(|station| match station.kind {
        StationKind::Kiosk(_) => ("kiosk", station.name.as_str()),
        StationKind::Stage(_) => ("stage", station.name.as_str()),
    });
    stations.map(object).collect()
}

fn slot_id(begins: &str) -> String {
    format!("slot {}", begins.get(..16).unwrap_or(begins))
}

fn passport_id(applicant: &str) -> String {
    format!("passport {applicant}")
}

fn object_type(name: &str, attributes: &[(&'static str, &'static str)]) -> Type {
    let attribute = |&(name, r#type): &(&'static str, &'static str)| AttributeType { name, r#type };
    Type { name: name.to_string(), attributes: attributes.iter().map(attribute).collect() }
}

fn event_type(name: String, names: &BTreeSet<&'static str>) -> Type {
    let known = DETAILS.iter().filter(|(name, ..)| names.contains(name));
    let attribute = |&(name, r#type, _): &(&'static str, _, _)| AttributeType { name, r#type };
    Type { name, attributes: known.map(attribute).collect() }
}
