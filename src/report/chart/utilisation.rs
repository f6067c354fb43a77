//! How busy stations are: the share of open time in use, by station and scenario.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::Point;
use crate::report::chart::label::Flags;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::{Series, draw_whisker};
use crate::report::chart::number::percent;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::RULE;
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError, finite};
use crate::report::language::{say, word};

const STATION_WIDTH: f64 = 220.0;
const SCENARIO_WIDTH: f64 = 180.0;
const GAP: f64 = 16.0;
const LANE: f64 = 22.0;
const STATION_GAP: f64 = 10.0;
const FULL: &str = "full";

/// The share of open time in use, as points with intervals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UtilisationChart {
    pub heading: Heading,
    /// What the axis counts, such as "share of open time in use".
    pub unit: String,
    pub scenarios: Vec<String>,
    pub rows: Vec<UtilisationRow>,
}

/// One station.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UtilisationRow {
    pub station: String,
    /// One for each scenario, `None` where it has no such station.
    pub estimates: Vec<Option<Estimate>>,
}

/// A share with the interval it lies in; 1 is full.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

impl UtilisationChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.rows.iter().try_for_each(|row| self.check(row))?;
        let mut page = Page::new(&self.heading);
        if self.estimates().next().is_none() {
            return page.finish_without_data();
        }
        let columns = Columns::of(self);
        let full = columns.axis.scale.at(1.0);
        let flags =
            Flags::new([(full, word(FULL).to_owned())], Range::new(MARGIN, PAGE_WIDTH - MARGIN));
        let top = page.top + flags.height();
        let bottom = self.rows.iter().fold(top, |end, row| end + row.height());
        page.top =
            axes::below(&mut page.canvas, &columns.axis, Range::new(top, bottom), &self.unit);
        flags.draw(&mut page.canvas, top, bottom);
        self.draw_rows(&mut page.canvas, &columns, top);
        page.finish()
    }

    fn estimates(&self) -> impl Iterator<Item = &Estimate> {
        self.rows.iter().flat_map(|row| row.estimates.iter().flatten())
    }

    fn check(&self, row: &UtilisationRow) -> Result<(), ChartError> {
        let (expected, found) = (self.scenarios.len(), row.estimates.len());
        if expected != found {
            return Err(ChartError::Ragged { place: row.station.clone(), expected, found });
        }
        row.estimates.iter().flatten().try_for_each(|estimate| estimate.check(&row.station))
    }

    fn draw_rows(&self, canvas: &mut Canvas, columns: &Columns, mut top: f64) {
        for row in &self.rows {
            columns.draw_station(canvas, row, top);
            for (lane, (index, estimate)) in row.lanes().enumerate() {
                let middle = top + STATION_GAP / 2.0 + (lane as f64 + 0.5) * LANE;
                columns.draw_scenario(canvas, &self.scenarios[index], middle);
                canvas.belong_to(Some(&self.scenarios[index]));
                columns.draw_estimate(canvas, (estimate, Series::at(index)), middle);
                canvas.belong_to(None);
            }
            top += row.height();
        }
    }
}

impl UtilisationRow {
    /// The estimates there are, with the index of their scenario.
    fn lanes(&self) -> impl Iterator<Item = (usize, Estimate)> {
        self.estimates
            .iter()
            .enumerate()
            .filter_map(|(index, estimate)| Some((index, (*estimate)?)))
    }

    fn height(&self) -> f64 {
        self.lanes().count().max(1) as f64 * LANE + STATION_GAP
    }
}

impl Estimate {
    fn check(&self, station: &str) -> Result<(), ChartError> {
        [self.low, self.share, self.high].into_iter().try_for_each(|value| {
            let fine = 0.0 <= finite(value, station)?;
            fine.then_some(()).ok_or_else(|| ChartError::OutOfRange(station.to_owned()))
        })
    }
}

/// Where stations, scenarios and points stand.
struct Columns {
    scenario: f64,
    axis: Axis,
}

impl Columns {
    fn of(chart: &UtilisationChart) -> Self {
        let stations = chart.rows.iter().map(|row| &row.station);
        let scenario = MARGIN + widest(stations, Lettering::heading(), STATION_WIDTH) + GAP;
        let plot =
            scenario + widest(chart.scenarios.iter(), Lettering::label(), SCENARIO_WIDTH) + GAP;
        let reached = Range::with_zero(chart.estimates().flat_map(|one| [one.share, one.high]));
        let values: Vec<String> = chart.estimates().map(|one| percent(one.share)).collect();
        let value = Lettering::label().widest(values.iter().map(String::as_str));
        let right = PAGE_WIDTH - MARGIN - value - GAP;
        let axis = Axis::of_shares(reached.high.max(1.0), Range::new(plot, right));
        Columns { scenario, axis }
    }

    fn draw_station(&self, canvas: &mut Canvas, row: &UtilisationRow, top: f64) {
        let heading = Lettering::heading();
        let name = heading.shorten(&row.station, STATION_WIDTH);
        let rule = [Point::new(MARGIN, top), Point::new(PAGE_WIDTH - MARGIN, top)];
        canvas.line(&rule, Pen::solid(RULE, 0.5));
        let middle = top + (STATION_GAP + LANE) / 2.0;
        canvas.text(Point::new(MARGIN, middle), &name, heading);
        if row.lanes().next().is_none() {
            canvas.text(Point::new(self.scenario, middle), word("no data"), Lettering::small());
        }
    }

    fn draw_scenario(&self, canvas: &mut Canvas, scenario: &str, middle: f64) {
        let label = Lettering::label();
        let name = label.shorten(scenario, SCENARIO_WIDTH);
        canvas.text(Point::new(self.scenario, middle), &name, label);
    }

    fn draw_estimate(
        &self,
        canvas: &mut Canvas,
        (estimate, series): (Estimate, Series),
        middle: f64,
    ) {
        let at = |share| Point::new(self.axis.scale.at(share), middle);
        draw_whisker(canvas, at(estimate.low), at(estimate.high), series.colour);
        series.marker.draw(canvas, at(estimate.share), series.colour);
        let [low, high] = [estimate.low, estimate.high].map(percent);
        let interval = say("{low} to {high}", &[("low", &low), ("high", &high)]);
        let hint = format!("{} ({interval})", percent(estimate.share));
        canvas.hint(at(estimate.share), hint);
        let value = Point::new(PAGE_WIDTH - MARGIN, middle);
        canvas.text(value, &percent(estimate.share), Lettering::label().ending());
    }
}

fn widest<'a>(names: impl Iterator<Item = &'a String>, lettering: Lettering, width: f64) -> f64 {
    let names: Vec<String> = names.map(|name| lettering.shorten(name, width)).collect();
    lettering.widest(names.iter().map(String::as_str))
}
