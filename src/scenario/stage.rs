//! `[[stage]]`: desks that serve one line, and what follows.

use crate::random::Law;
use crate::scenario::lane::{Lane, read_lane_services};
use crate::scenario::law::doubt_long;
use crate::scenario::line::LineRules;
use crate::scenario::outage::{Interrupted, Outage};
use crate::scenario::reading::{Count, DateRange, DateRanges, Limit, Reader, Share, nearest};
use crate::time::{Span, WeeklyHours};

/// A stage of the visit, by its place in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StageId(pub u16);

/// One stage: desks that serve one line, first come first served within a priority.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub name: String,
    /// Desks; `None` is one for everybody.
    pub desks: Option<u32>,
    pub service: Law,
    /// The service of lanes that have one of their own, by lane; may be empty.
    pub lane_service: Vec<Option<Law>>,
    /// People whom a desk serves at the same time.
    pub at_once: u32,
    pub line: LineRules,
    pub outage: Option<Outage>,
    pub afterwards: Afterwards,
    pub hours: WeeklyHours,
    /// Dates on which it is closed all day.
    pub closed: Vec<DateRange>,
}

/// What may follow a service instead of the next stage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Afterwards {
    /// Share sent home, their papers being incomplete.
    pub sent_home: f64,
    /// Share refused.
    pub refused: f64,
    pub sent_back: Option<SentBack>,
}

/// Who must go through the same or an earlier stage again, at the end of its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SentBack {
    pub share: f64,
    pub to: StageId,
}

const MOST_DESKS: u32 = 100_000;
/// More desks that fail one by one than any office has.
const MOST_FAILING_DESKS: u32 = 1_000;
const MOST_AT_ONCE: u32 = 10_000;
/// A mean service longer than this is probably in the wrong unit.
const LONG_SERVICE: Span = Span::from_hours(8);

/// What a stage may refer to.
#[derive(Clone, Debug)]
pub struct Surroundings<'a> {
    pub office: &'a WeeklyHours,
    pub lanes: &'a [Lane],
    /// Names of the stages before it.
    pub earlier: Vec<String>,
}

impl Stage {
    /// Reads a `[[stage]]`, open by default when the office is.
    pub fn read(reader: &mut Reader<'_>, around: &mut Surroundings<'_>) -> Option<Stage> {
        let name = reader.required::<String>("name");
        around.earlier.push(name.clone().unwrap_or_default());
        let desks = reader.required::<Limit<1, MOST_DESKS>>("desks");
        let service = reader.required::<Law>("service");
        let services = |reader: &mut Reader<'_>| Some(read_lane_services(reader, around.lanes));
        let lane_service = reader.section("lane_service", services).unwrap_or_default();
        let at_once = reader.optional::<Count<1, MOST_AT_ONCE>>("at_once").map_or(1, Count::value);
        let line = LineRules::read(reader);
        let outage = reader.optional::<Outage>("outage");
        if let (Some(outage), Some(service)) = (&outage, &service) {
            doubt_endless(reader, outage, service);
        }
        let afterwards = Afterwards::read(reader, &around.earlier);
        let hours = reader.or("hours", around.office.clone());
        let closed = reader.optional::<DateRanges>("closed").map_or(Vec::new(), |dates| dates.0);
        if let Some(law) = &service {
            doubt_long(reader, "service", law, LONG_SERVICE);
        }
        let desks = desks?.value();
        if outage.is_some() && desks.is_none_or(|desks| MOST_FAILING_DESKS < desks) {
            let help = "each fails by itself: state how many there are, or take out `outage`";
            let message = format!("must be at most {MOST_FAILING_DESKS} where desks fail");
            reader.refuse("desks", &message, help);
        }
        Some(Stage {
            name: name?,
            desks,
            service: service?,
            lane_service,
            at_once,
            line,
            outage,
            afterwards,
            hours,
            closed,
        })
    }
}

/// Notes a doubt where every service meets an outage and starts again.
fn doubt_endless(reader: &mut Reader<'_>, outage: &Outage, service: &Law) {
    if outage.interrupted == Interrupted::StartsAgain && outage.every.mean() < service.mean() {
        let message = "hardly a service ends: the desk fails before, and the service starts again";
        reader.doubtful("outage", message, "make `every` longer, or let services resume");
    }
}

impl Afterwards {
    /// Reads what may follow the service; `stages` are the names of the stage and those before it.
    fn read(reader: &mut Reader<'_>, stages: &[String]) -> Afterwards {
        let sent_home = reader.optional::<Share>("sent_home").map_or(0.0, Share::value);
        let refused = reader.optional::<Share>("refused").map_or(0.0, Share::value);
        let sent_back = SentBack::read(reader, stages);
        Afterwards { sent_home, refused, sent_back }
    }
}

impl SentBack {
    /// Reads `sent_back`: a share, or a table that names one of `stages`, by default the
    /// last.
    fn read(reader: &mut Reader<'_>, stages: &[String]) -> Option<SentBack> {
        let last = stages.len().checked_sub(1)?;
        let sent_back = |share, place: usize| SentBack { share, to: StageId(place as u16) };
        if reader.node("sent_back")?.table().is_none() {
            return share_below_1(reader, "sent_back").map(|share| sent_back(share, last));
        }
        reader.section("sent_back", |reader| {
            let share = share_below_1(reader, "share");
            let name = reader.optional::<String>("to");
            let place = name.map_or(Some(last), |name| find_stage(reader, stages, &name));
            Some(sent_back(share?, place?))
        })
    }
}

fn share_below_1(reader: &mut Reader<'_>, key: &'static str) -> Option<f64> {
    let share = reader.required::<Share>(key).map(Share::value);
    if share.is_some_and(|share| 1.0 <= share) {
        reader.refuse(key, "must be a share below 1", "of 1 nobody would ever get on");
    }
    share
}

fn find_stage(reader: &mut Reader<'_>, stages: &[String], name: &str) -> Option<usize> {
    let found = stages.iter().position(|stage| stage == name);
    if found.is_none() {
        let help = match nearest(name, stages.iter().map(String::as_str)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("there are {}", stages.join(", ")),
        };
        reader.refuse("to", "must name this stage or one before it", &help);
    }
    found
}
