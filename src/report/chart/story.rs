//! One applicant's story: days from the wish to the end in a lane for each scenario, and the hours
//! at kiosk and office.

mod lane;
mod looks;
mod visits;

pub use looks::{StoryMark, StoryPhase};

use crate::report::chart::calendar::Closure;
use crate::report::chart::canvas::PAGE_WIDTH;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::scale::Range;
use crate::report::chart::story::lane::{LanePlan, draw_foot};
use crate::report::chart::story::visits::draw_visits;
use crate::report::chart::{Chart, ChartError, days::DayAxis, finite, key};
use crate::time::Date;

const KEY_GAP: f64 = 6.0;
const PANEL_GAP: f64 = 26.0;

/// What happens to one applicant in each of some scenarios, on shared axes.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryChart {
    pub heading: Heading,
    /// The day from which all times of the story are counted, in days.
    pub first_day: Date,
    /// How many days are shown.
    pub days: usize,
    pub lanes: Vec<StoryLane>,
}

/// The story in one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryLane {
    pub label: String,
    /// What it comes to.
    pub note: String,
    /// What the applicant waits for, in the order of time.
    pub spans: Vec<StorySpan>,
    /// All that happens, in the order of time.
    pub events: Vec<StoryEvent>,
    /// The day by whose end the passport is promised, and what is said of it.
    pub due: Option<(Date, String)>,
    pub closures: Vec<Closure>,
    /// The hours at kiosk and office.
    pub visits: Vec<StoryVisit>,
    /// What is said of visits that are not among them.
    pub left_out: String,
}

/// A part of the way, in days since the first.
#[derive(Clone, Debug, PartialEq)]
pub struct StorySpan {
    pub phase: StoryPhase,
    pub from: f64,
    pub until: f64,
    /// How long it is, in words.
    pub length: String,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryEvent {
    /// In days since the first.
    pub at: f64,
    /// When, in words.
    pub time: String,
    /// What, in a sentence.
    pub told: String,
    /// How it is marked, with its name in a word or two; most of what happens at a desk is not.
    pub mark: Option<(StoryMark, String)>,
}

/// A stay at a kiosk or the office.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryVisit {
    pub title: String,
    pub steps: Vec<StoryStep>,
}

/// One line of a stay, in minutes since the arrival.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryStep {
    pub label: String,
    /// From the arrival in the line to the beginning of the service, or to leaving the line.
    pub waits: (f64, f64),
    /// Until when it is served, if it is.
    pub served: Option<f64>,
    pub note: String,
}

impl StoryChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.lanes.iter().try_for_each(StoryLane::check)?;
        let mut page = Page::new(&self.heading);
        if self.lanes.iter().all(|lane| lane.events.is_empty()) {
            return page.finish_without_data();
        }
        let marks = looks::entries(&self.lanes);
        page.top = key::draw(&mut page.canvas, page.top, &marks) + KEY_GAP;
        let columns = Range::new(MARGIN, PAGE_WIDTH - MARGIN);
        let days = DayAxis::new(self.first_day, self.days, columns);
        for lane in &self.lanes {
            let plan = LanePlan::of(lane, &days, page.top);
            page.top = plan.draw(&mut page.canvas);
        }
        page.top = draw_foot(&mut page.canvas, &days, page.top);
        if self.lanes.iter().any(|lane| !lane.visits.is_empty()) {
            page.top = draw_visits(&mut page.canvas, &self.lanes, page.top + PANEL_GAP);
        }
        page.finish()
    }
}

impl StoryLane {
    fn check(&self) -> Result<(), ChartError> {
        let spans = self.spans.iter().flat_map(|span| [span.from, span.until]);
        let steps = self.visits.iter().flat_map(|visit| &visit.steps);
        let steps = steps.flat_map(|step| [step.waits.0, step.waits.1, step.end()]);
        let events = self.events.iter().map(|event| event.at);
        let mut values = spans.chain(steps).chain(events);
        values.try_for_each(|value| finite(value, &self.label).map(|_| ()))
    }
}

impl StoryStep {
    fn end(&self) -> f64 {
        self.served.unwrap_or(self.waits.1)
    }
}
