//! How busy something is by hour and weekday: a cell an hour, by scenario.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::number::percent;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::Colour;
use crate::report::chart::{Chart, ChartError, finite};
use crate::report::language::{full_hour, weekday};
use crate::time::Weekday;

const ROW: f64 = 24.0;
const CELL: f64 = 24.0;
const WIDEST_CELL: f64 = 90.0;
const INSET: f64 = 0.8;
const GAP: f64 = 10.0;
const FACET_GAP: f64 = 14.0;
/// The darkest cell stands for all of the time.
const FULL: f64 = 1.0;

/// Shares of time by hour and weekday.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeekMapChart {
    pub heading: Heading,
    /// What the cells say.
    pub unit: String,
    pub facets: Vec<WeekMapFacet>,
}

/// The week of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeekMapFacet {
    pub label: String,
    /// What is busy in it.
    pub station: String,
    /// By weekday from Monday on, and by hour from midnight on; none where it is closed.
    pub hours: [[Option<f64>; 24]; 7],
}

impl WeekMapChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a share is not a finite number, or is negative.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.facets.iter().try_for_each(WeekMapFacet::check)?;
        let mut page = Page::new(&self.heading);
        let filled: Vec<&WeekMapFacet> =
            self.facets.iter().filter(|facet| facet.open().next().is_some()).collect();
        if filled.is_empty() {
            return page.finish_without_data();
        }
        let columns = Columns::of(&filled);
        for facet in filled {
            page.top = columns.draw(&mut page.canvas, facet, page.top) + FACET_GAP;
        }
        let small = Lettering::small();
        let unit = small.shorten(&self.unit, PAGE_WIDTH - 2.0 * MARGIN);
        page.canvas.text(Point::new(MARGIN, page.top + ROW / 2.0), &unit, small);
        page.top += ROW;
        page.finish()
    }
}

impl WeekMapFacet {
    /// The hours that are open: weekday, hour and share.
    pub fn open(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        self.hours.iter().enumerate().flat_map(|(day, hours)| {
            let shares = hours.iter().enumerate();
            shares.filter_map(move |(hour, share)| Some((day, hour, (*share)?)))
        })
    }

    fn check(&self) -> Result<(), ChartError> {
        self.open().try_for_each(|(_, _, share)| {
            let fine = 0.0 <= finite(share, &self.label)?;
            fine.then_some(()).ok_or_else(|| ChartError::OutOfRange(self.label.clone()))
        })
    }

    fn title(&self) -> String {
        match self.station.as_str() {
            "" => self.label.clone(),
            station => format!("{}: {station}", self.label),
        }
    }
}

/// The hours that are shown, and where they stand.
struct Columns {
    first: usize,
    last: usize,
    left: f64,
    width: f64,
}

impl Columns {
    fn of(facets: &[&WeekMapFacet]) -> Columns {
        let hours = || facets.iter().flat_map(|facet| facet.open()).map(|(_, hour, _)| hour);
        let (first, last) = (hours().min().unwrap_or(0), hours().max().unwrap_or(0));
        let days: Vec<&str> = WEEK.into_iter().map(weekday).collect();
        let left = MARGIN + Lettering::small().widest(days.iter().copied()) + GAP;
        let count = (last - first + 1) as f64;
        let width = ((PAGE_WIDTH - MARGIN - left) / count).min(WIDEST_CELL);
        Columns { first, last, left, width }
    }

    fn at(&self, hour: usize) -> f64 {
        self.left + (hour - self.first) as f64 * self.width
    }

    /// Draws a week from `top` and returns where it ends.
    fn draw(&self, canvas: &mut Canvas, facet: &WeekMapFacet, top: f64) -> f64 {
        let (heading, small) = (Lettering::heading(), Lettering::small());
        let name = heading.shorten(&facet.title(), PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + ROW / 2.0), &name, heading);
        let top = top + ROW;
        let open: Vec<usize> =
            (0..WEEK.len()).filter(|day| facet.hours[*day].iter().any(Option::is_some)).collect();
        for (row, day) in open.iter().enumerate() {
            let middle = top + (row as f64 + 0.5) * CELL;
            let name = Point::new(self.left - GAP, middle);
            canvas.text(name, weekday(WEEK[*day]), small.ending());
            for (hour, share) in facet.hours[*day].iter().enumerate() {
                if let Some(share) = share {
                    let area = self.draw_cell(canvas, (hour, middle), *share);
                    let (from, until) = (full_hour(hour), full_hour(hour + 1));
                    let when = format!("{} {from}-{until}", weekday(WEEK[*day]));
                    canvas.hint_in(area, format!("{when}: {}", percent(*share)));
                }
            }
        }
        let bottom = top + open.len() as f64 * CELL;
        self.draw_hours(canvas, bottom + ROW / 2.0);
        bottom + ROW
    }

    /// Draws a cell and returns where it is.
    fn draw_cell(&self, canvas: &mut Canvas, (hour, middle): (usize, f64), share: f64) -> Area {
        let left = self.at(hour);
        let area = Area {
            left: left + INSET,
            top: middle - CELL / 2.0 + INSET,
            right: left + self.width - INSET,
            bottom: middle + CELL / 2.0 - INSET,
        };
        let colour = Colour::of_share(share.min(FULL));
        canvas.rectangle(area, colour);
        let (small, text) = (Lettering::small(), percent(share));
        if small.width(&text) + 2.0 * INSET <= self.width {
            let at = Point::new(left + self.width / 2.0, middle);
            canvas.text(at, &text, small.centred().coloured(colour.readable_ink()));
        }
        area
    }

    /// Names the full hours between the cells, as many as have room.
    fn draw_hours(&self, canvas: &mut Canvas, middle: f64) {
        let small = Lettering::small();
        let every = ((small.width("00:00") + GAP) / self.width).ceil().max(1.0) as usize;
        for hour in (self.first..=self.last + 1).step_by(every) {
            let text = full_hour(hour);
            let half = small.width(&text) / 2.0;
            let x = self.at(hour).min(PAGE_WIDTH - half);
            canvas.text(Point::new(x, middle), &text, small.centred());
        }
    }
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The name of a weekday, counted from Monday.
pub fn day_name(day: usize) -> &'static str {
    weekday(WEEK[day % WEEK.len()])
}
