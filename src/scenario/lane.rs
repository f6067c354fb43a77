//! `[[lane]]`: kinds of applicants that the desks call in different order or serve differently.

use crate::random::Law;
use crate::scenario::reading::{Count, Reader, Share, nearest};

/// Lanes at most: more than any office has, as many as an applicant can carry.
pub const MOST_LANES: usize = 50;
const LAST_PRIORITY: u32 = 100;

/// A kind of applicants.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub name: String,
    /// Share of all families.
    pub share: f64,
    /// Who is called first where several wait: 1 before 2 before 3.
    pub priority: u32,
}

/// A lane, by its place in the scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneId(pub u8);

impl Lane {
    /// The one lane of a scenario that names none.
    pub fn everybody() -> Lane {
        Lane { name: "everybody".to_string(), share: 1.0, priority: 1 }
    }

    /// Reads a `[[lane]]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Lane> {
        let name = reader.required::<String>("name");
        let share = reader.required::<Share>("share").map(Share::value);
        let priority = reader.optional::<Count<1, LAST_PRIORITY>>("priority");
        Some(Lane { name: name?, share: share?, priority: priority.map_or(1, Count::value) })
    }
}

/// Reads `lane_service` of a stage: a law for each lane that it names.
pub fn read_lane_services(reader: &mut Reader<'_>, lanes: &[Lane]) -> Vec<Option<Law>> {
    let mut services = vec![None; lanes.len()];
    for entry in reader.entries() {
        let law = reader.read::<Law>(&entry.node);
        match lanes.iter().position(|lane| lane.name == entry.key) {
            Some(lane) => services[lane] = law,
            None => {
                let message = format!("`{}` is no lane", entry.key);
                reader.wrong(&entry.key, &message, &help(&entry.key, lanes));
            }
        }
    }
    services
}

fn help(wrong: &str, lanes: &[Lane]) -> String {
    let names: Vec<&str> = lanes.iter().map(|lane| lane.name.as_str()).collect();
    match (names.as_slice(), nearest(wrong, names.iter().copied())) {
        ([], _) => "no `[[lane]]` is stated".to_string(),
        (_, Some(near)) => format!("did you mean `{near}`?"),
        (names, None) => format!("there are {}", names.join(", ")),
    }
}
