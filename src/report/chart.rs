//! Charts drawn as SVG from plain data; they know nothing of the simulation.

mod access;
mod axes;
mod calendar;
mod canvas;
mod cleaning;
mod data;
mod day_map;
mod days;
mod difference;
mod distribution;
mod flow;
mod font;
#[cfg(test)]
mod gallery;
mod geometry;
mod heat;
mod key;
mod label;
mod lettering;
mod lever;
mod marker;
mod number;
mod outcome;
mod page;
mod palette;
mod pen;
mod raster;
mod replications;
mod response;
mod row;
mod scale;
mod selection;
mod settling;
mod story;
mod theory;
mod tornado;
mod trade_off;
mod utilisation;
mod week_map;

pub use access::{AccessChart, AccessLane, AccessPanel, AccessRow};
pub use calendar::{Band, CalendarBandChart, CalendarFacet, Closure};
pub use cleaning::{clean, isolated};
pub use data::DataTable;
pub use day_map::{DayMapChart, DayMapFacet, DayUse};
pub use difference::{DifferenceChart, DifferencePanel, DifferenceRow, Favour};
pub use distribution::{DistributionChart, DistributionCurve, DistributionPanel, Promise, Step};
pub use flow::{FlowChart, FlowFacet, FlowPart, FlowStep};
pub use heat::{HeatAxis, HeatCell, HeatMap};
pub use lever::{LeverChart, LeverPanel, LeverPoint, LeverStanding};
pub use outcome::{OutcomeChart, OutcomeRow};
pub use page::Heading;
pub use raster::png;
pub use replications::{ReplicationsChart, ReplicationsLane, ReplicationsPanel};
pub use response::{Joining, Places, ResponseChart, ResponseCurve, ResponsePanel, ResponsePoint};
pub use selection::{Fate, SelectionChart, SelectionRow, Zone};
pub use settling::{SettlingChart, SettlingPanel};
pub use story::{
    StoryChart, StoryEvent, StoryLane, StoryMark, StoryPhase, StorySpan, StoryStep, StoryVisit,
};
pub use theory::{Standing, TheoryChart, TheoryGroup, TheoryRow};
pub use tornado::{TornadoChart, TornadoLane, TornadoRow};
pub use trade_off::{TradeOff, TradeOffChart, TradeOffPoint};
pub use utilisation::{Estimate, UtilisationChart, UtilisationRow};
pub use week_map::{WeekMapChart, WeekMapFacet, day_name};

use thiserror::Error;

/// A finished chart: the stem of its file name, its title and its drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub stem: String,
    pub title: String,
    pub svg: String,
}

/// Why a chart could not be drawn.
#[derive(Debug, Error)]
pub enum ChartError {
    #[error("the chart has a value that is not a finite number at `{0}`")]
    NotFinite(String),
    #[error("the chart has a value out of its range at `{0}`")]
    OutOfRange(String),
    #[error("the chart has {found} values instead of {expected} at `{place}`")]
    Ragged { place: String, expected: usize, found: usize },
    #[error("the chart could not be drawn: {0}")]
    Drawing(String),
    #[error("the chart could not be turned into a picture: {0}")]
    Picture(String),
}

/// Beyond this a chart has no digits left to tell values apart.
const LARGEST: f64 = 1e15;

/// Passes a finite value and refuses the others, naming the place they came from.
fn finite(value: f64, place: &str) -> Result<f64, ChartError> {
    let fine = value.is_finite() && value.abs() <= LARGEST;
    fine.then_some(value).ok_or_else(|| ChartError::NotFinite(place.to_owned()))
}
