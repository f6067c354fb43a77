//! The scenario: what a planner writes in TOML, read into the structs that the model plays.
//!
//! Every section reads itself by a [`reading::Reader`], which notes each mistake and goes on; what
//! concerns several sections is checked at the end. Once a [`Scenario`] exists nothing about it can
//! fail.

mod attendance;
mod boats;
mod booking;
mod branch;
mod broker;
mod check;
mod cut_over;
mod demand;
mod holidays;
mod input;
mod input_range;
mod intake;
mod known;
mod lane;
mod language;
mod law;
mod lever;
mod line;
mod opening;
mod outage;
mod outreach;
mod payment;
mod period;
mod planning;
mod production;
mod quota;
mod ranged_key;
pub mod reading;
mod recorded;
mod replications;
mod run;
mod shipped;
mod sources;
mod stage;
mod starting;
mod target;
mod trip;
mod visit;
mod window;

pub use attendance::{Attendance, Cancelling, NoShow, Prepayment, Reschedule};
pub use boats::{Cancelled, Crossing, Passage};
pub use booking::{Booking, Earliest, Families, Preference, Release};
pub use branch::{Branch, Choice, Offices};
pub use broker::{Broker, Safeguards};
pub use cut_over::CutOver;
pub use demand::{Demand, Origin};
pub use input::{Input, LeftOut, Reason, StatedValue};
pub use input_range::InputRange;
pub use intake::{App, Channel, Channels, Intake, Persistence, Site, SiteId};
pub use known::Known;
pub use lane::{Lane, LaneId};
pub use language::Language;
pub use lever::Lever;
pub use line::LineRules;
pub use opening::{AtClosing, Opening};
pub use outage::{
    AppOutage, Interrupted, Outage, OutageClock, Overtime, ProductionOutage, Spells, SystemState,
};
pub use outreach::Outreach;
pub use payment::Payment;
pub use period::{AppState, Period};
pub use planning::{Planning, Prefer};
pub use production::{Collection, Production, Runs};
pub use ranged_key::RangedKey;
pub use recorded::{Group, Recorded};
pub use replications::{PrecisionGoal, UntilPrecise};
pub use run::Run;
pub use shipped::{THEORY, theory_files};
pub use sources::Source;
pub use stage::{Afterwards, SentBack, Stage, StageId};
pub use starting::StartingState;
pub use target::{Bound, Target};
pub use trip::{Carrier, Trip};
pub use visit::Visit;
pub use window::Window;

use std::ops::RangeInclusive;
use std::path::Path;

use crate::scenario::branch::{Head, MOST_OFFICES};
use crate::scenario::broker::MOST_BROKERS;
use crate::scenario::cut_over::MOST_CUT_OVERS;
use crate::scenario::intake::read_walk_in;
use crate::scenario::lane::MOST_LANES;
use crate::scenario::outreach::{Base, MOST_TEAMS};
use crate::scenario::period::{MOST_PERIODS, Setting};
use crate::scenario::reading::{
    Findings, KeyPath, Node, Reader, Shelf, read_scenario, read_table, read_text, without_hidden,
};
use crate::scenario::stage::Surroundings;
use crate::time::{Date, WeeklyHours};

/// Bytes of a scenario's name at most, so that names of files can be made of it.
const LONGEST_NAME: usize = 100;
/// Stages, kiosk sites and origins at most: more than any office has, as many as the model can
/// number.
const MOST_STAGES: usize = 100;
const MOST_SITES: usize = 1_000;
const MOST_ORIGINS: usize = 1_000;

/// One scenario, complete and consistent.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Short name, from the file's name.
    pub name: String,
    pub title: String,
    /// A short title, for charts and tables that show several scenarios.
    pub label: String,
    pub run: Run,
    pub opening: Opening,
    pub demand: Demand,
    pub intake: Intake,
    /// The appointment book; without one only walk-ins are served.
    pub booking: Option<Booking>,
    pub visit: Visit,
    /// Making passports; without it a visit ends in an issued passport.
    pub production: Option<Production>,
    pub start: StartingState,
    pub references: References,
}

/// What figures rest on, and how they are told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct References {
    /// What people read of them is in this language, if it is stated.
    pub language: Option<Language>,
    /// Where inputs come from.
    pub sources: Vec<Source>,
    /// What theory knows of results.
    pub known: Vec<Known>,
    /// What results are to reach.
    pub targets: Vec<Target>,
    /// What to turn until they are reached.
    pub planning: Planning,
    /// Every key that the files and settings state, sections among them, in their order.
    pub stated: Vec<KeyPath>,
    /// The values of those that have a single one.
    pub values: Vec<StatedValue>,
}

impl Scenario {
    /// Loads a scenario file with all it extends, changed by `key=value` settings. There is a
    /// scenario unless the findings have errors.
    pub fn load(path: &Path, settings: &[String]) -> (Option<Scenario>, Findings) {
        Scenario::load_from(Shelf::Disk, path, settings)
    }

    /// The same for files of any shelf.
    pub fn load_from(
        shelf: Shelf,
        path: &Path,
        settings: &[String],
    ) -> (Option<Scenario>, Findings) {
        let (node, findings) = read_scenario(shelf, path, settings);
        let name = name_of(path);
        Scenario::from_tree(node, findings, name)
    }

    /// Reads a scenario from a text that extends nothing, for tests and examples.
    pub fn parse(name: &str, text: &str) -> (Option<Scenario>, Findings) {
        let (node, findings) = read_text(name, text);
        Scenario::from_tree(node, findings, name.to_string())
    }

    /// Whether another scenario is played in the same way, whatever it is called and rests on.
    pub fn is_played_like(&self, other: &Scenario) -> bool {
        played(self) == played(other)
    }

    fn from_tree(
        node: Option<Node>,
        mut findings: Findings,
        name: String,
    ) -> (Option<Scenario>, Findings) {
        let scenario = node.and_then(|node| {
            let read = read_table(&node, &mut findings, |reader| Scenario::read(reader, name));
            let (mut scenario, heads) = read.filter(|_| !findings.has_errors())?;
            scenario.references.stated = node.paths();
            scenario.references.values = StatedValue::all(&node);
            let branch = |head: &Head| head.branch(&node, &mut findings);
            scenario.intake.offices.branches = heads.iter().filter_map(branch).collect();
            Some(scenario)
        });
        (scenario.filter(|_| !findings.has_errors()), findings)
    }

    /// Reads a scenario but for its branches, and what these say.
    fn read(reader: &mut Reader<'_>, name: String) -> Option<(Scenario, Vec<Head>)> {
        let title = reader.or("title", name.clone());
        let label = reader.or("label", title.clone());
        reader.node("extends");
        let run = reader.required_section("run", Run::read);
        let opening = reader.required_section("office", Opening::read);
        let hours = opening.as_ref().map_or(WeeklyHours::always(), |office| office.hours.clone());
        let opening = read_calendar(reader, opening, run.as_ref());
        let played = run.as_ref().map(|run| run.first_date()..=run.last_played_date());
        let intake = read_intake(reader, &hours, played.as_ref());
        let booking = reader.section("booking", |reader| Booking::read(reader, &hours));
        let lanes = reader.list_of_tables("lane", Lane::read);
        let visit = read_visit(reader, &hours, &lanes);
        let heads = reader.list_of_tables("branch", Head::read);
        reader.at_most("branch", heads.len(), MOST_OFFICES);
        let mut demand = read_demand(reader, intake.as_ref(), (lanes, &heads));
        if let (Some(demand), Some(run)) = (&mut demand, &run) {
            demand.record(reader, run.first_date()..=run.last_played_date());
        }
        let base = Base {
            origins: demand.as_ref().map_or(&[], |demand| &demand.origins),
            stages: &visit.stages,
            played: played.as_ref(),
        };
        let outreach = reader.list_of_tables("outreach", |reader| Outreach::read(reader, &base));
        reader.at_most("outreach", outreach.len(), MOST_TEAMS);
        let demand = demand.map(|demand| Demand { outreach, ..demand });
        let production = read_production(reader);
        let setting = read_periods(reader, opening, (booking.as_ref(), run.as_ref()));
        let start = reader.section("start", |reader| StartingState::read(reader, setting.as_ref()));
        let opening = setting.map(|setting| setting.opening);
        let references = References {
            language: reader.optional("language"),
            sources: reader.section("sources", Source::read_all).unwrap_or_default(),
            known: reader.list_of_tables("known", Known::read),
            targets: reader.list_of_tables("target", Target::read),
            planning: reader.section("plan", Planning::read).unwrap_or_default(),
            stated: Vec::new(),
            values: Vec::new(),
        };
        let scenario = Scenario {
            name,
            title,
            label,
            run: run?,
            opening: opening?,
            demand: demand?,
            intake: intake?,
            booking,
            visit,
            production,
            start: start.unwrap_or_default(),
            references,
        };
        scenario.check(reader);
        scenario.check_offices(reader, heads.len());
        Some((scenario, heads))
    }
}

/// All of a scenario but its names and what its figures rest on.
fn played<'a>(of: &'a Scenario) -> impl PartialEq + use<'a> {
    let Scenario { name: _, title: _, label: _, references: _, run, opening, demand, .. } = of;
    let Scenario { intake, booking, visit, production, start, .. } = of;
    (run, opening, demand, intake, booking, visit, production, start)
}

/// The name of a scenario: its file's, as far as a table and a file name can bear it.
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let harmless = |character: char| match character {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        character => character,
    };
    let name: String = without_hidden(&stem, '-').chars().map(harmless).collect();
    let name = name.trim_matches(|character: char| " .-".contains(character));
    match &name[..name.floor_char_boundary(LONGEST_NAME)] {
        "" => "scenario".to_string(),
        name => name.to_string(),
    }
}

fn read_calendar(
    reader: &mut Reader<'_>,
    opening: Option<Opening>,
    run: Option<&Run>,
) -> Option<Opening> {
    let mut opening = opening?;
    let dates = run.map(|run| (run.first_date(), run.last_played_date()));
    reader.section("calendar", |reader| {
        let (first, last) = dates.unwrap_or_default();
        opening.read_calendar(reader, first, last);
        Some(())
    });
    Some(opening)
}

/// Dates with rules of their own, which may change what the calendar and the book say.
fn read_periods<'a>(
    reader: &mut Reader<'_>,
    opening: Option<Opening>,
    (booking, run): (Option<&'a Booking>, Option<&Run>),
) -> Option<Setting<'a>> {
    let played = run.map(|run| run.first_date()..=run.last_played_date());
    let mut setting = Setting { opening: opening?, booking, played: played? };
    let read = reader.list_of_tables("period", |reader| Period::read(reader, &mut setting));
    reader.at_most("period", read.len(), MOST_PERIODS);
    Some(setting)
}

fn read_intake(
    reader: &mut Reader<'_>,
    hours: &WeeklyHours,
    played: Option<&RangeInclusive<Date>>,
) -> Option<Intake> {
    let channels = reader.required::<Channels>("channel");
    let cut_overs = reader.list_of_tables("cut_over", |reader| CutOver::read(reader, played));
    reader.at_most("cut_over", cut_overs.len(), MOST_CUT_OVERS);
    let app = reader.section("app", App::read).unwrap_or_default();
    let sites = reader.list_of_tables("kiosk", |reader| Site::read(reader, hours));
    reader.at_most("kiosk", sites.len(), MOST_SITES);
    let walk_in_cap = reader.section("walk_in", read_walk_in).flatten();
    let persistence = reader.section("persistence", Persistence::read).unwrap_or_default();
    let offices = reader.section("offices", Offices::read).unwrap_or_default();
    let brokers = reader.list_of_tables("broker", Broker::read);
    reader.at_most("broker", brokers.len(), MOST_BROKERS);
    let safeguards = reader.section("safeguards", Safeguards::read).unwrap_or_default();
    let channels = channels?;
    Some(Intake {
        channels,
        cut_overs,
        app,
        sites,
        walk_in_cap,
        persistence,
        brokers,
        safeguards,
        offices,
    })
}

/// The day at the office with its stages, which may name a lane or a stage before them.
fn read_visit(reader: &mut Reader<'_>, office: &WeeklyHours, lanes: &[Lane]) -> Visit {
    let mut visit = reader.section("visit", Visit::read).unwrap_or_default();
    let mut around = Surroundings { office, lanes, earlier: Vec::new() };
    visit.payment = reader.section("payment", Payment::read);
    visit.stages = reader.list_of_tables("stage", |reader| Stage::read(reader, &mut around));
    reader.at_most("stage", visit.stages.len(), MOST_STAGES);
    visit
}

fn read_demand(
    reader: &mut Reader<'_>,
    intake: Option<&Intake>,
    (lanes, heads): (Vec<Lane>, &[Head]),
) -> Option<Demand> {
    let sites = intake.map_or(&[][..], |intake| &intake.sites);
    let demand = reader.required_section("demand", Demand::read);
    let mut origins = reader.list_of_tables("origin", |reader| Origin::read(reader, sites, heads));
    reader.at_most("origin", origins.len(), MOST_ORIGINS);
    match origins.is_empty() {
        true => origins = branch::origins(heads),
        false => branch::check_people(reader, heads),
    }
    reader.at_most("lane", lanes.len(), MOST_LANES);
    let mut demand = demand?;
    demand.settle(reader, origins, lanes);
    Some(demand)
}

fn read_production(reader: &mut Reader<'_>) -> Option<Production> {
    let production = reader.section("production", Production::read);
    let collection = reader.section("collection", Collection::read);
    if collection.is_some() && production.is_none() && reader.node("production").is_none() {
        reader.wrong("collection", "there is nothing to collect", "add `[production]`");
    }
    production.map(|production| Production { collection, ..production })
}
