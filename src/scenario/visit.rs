//! `[visit]` and `[[stage]]`: the day at the office.

use crate::random::Law;
use crate::scenario::law::{SignedLaw, doubt_long};
use crate::scenario::reading::{Limit, Reader, Share};
use crate::time::{Span, WeeklyHours};

/// The day at the office: punctuality, then the stages in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Arrival minus appointed time; may be negative.
    pub punctuality: Law,
    /// Share of those sent home who ask for an appointment again.
    pub comes_back: f64,
    pub stages: Vec<Stage>,
}

/// A stage of the visit, by its place in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StageId(pub u16);

/// One stage: desks that serve one line, first come first served.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub name: String,
    /// Desks; `None` is one for everybody.
    pub desks: Option<u32>,
    pub service: Law,
    /// Share sent home after the service, their papers being incomplete.
    pub sent_home: f64,
    /// Share refused after the service.
    pub refused: f64,
    pub hours: WeeklyHours,
}

const MOST_DESKS: u32 = 100_000;
/// A mean service longer than this is probably in the wrong unit.
const LONG_SERVICE: Span = Span::from_hours(8);

impl Default for Visit {
    fn default() -> Self {
        Visit { punctuality: Law::Constant(Span::ZERO), comes_back: 0.0, stages: Vec::new() }
    }
}

impl Visit {
    /// Reads `[visit]`; the stages come later.
    pub fn read(reader: &mut Reader<'_>) -> Option<Visit> {
        let punctuality = reader.optional::<SignedLaw>("punctuality");
        let comes_back = reader.optional::<Share>("comes_back").map_or(0.0, Share::value);
        let default = Visit::default();
        let punctuality = punctuality.map_or(default.punctuality, |SignedLaw(law)| law);
        Some(Visit { punctuality, comes_back, stages: Vec::new() })
    }
}

impl Stage {
    /// Reads a `[[stage]]`, open by default when the office is.
    pub fn read(reader: &mut Reader<'_>, office: &WeeklyHours) -> Option<Stage> {
        let name = reader.required::<String>("name");
        let desks = reader.required::<Limit<1, MOST_DESKS>>("desks");
        let service = reader.required::<Law>("service");
        let sent_home = reader.optional::<Share>("sent_home").map_or(0.0, Share::value);
        let refused = reader.optional::<Share>("refused").map_or(0.0, Share::value);
        let hours = reader.or("hours", office.clone());
        if let Some(law) = &service {
            doubt_long(reader, "service", law, LONG_SERVICE);
        }
        Some(Stage {
            name: name?,
            desks: desks?.value(),
            service: service?,
            sent_home,
            refused,
            hours,
        })
    }
}
