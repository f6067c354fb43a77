//! How series settle after the start of a long run: their daily means, smoothed for the eye, and
//! where the warm-up ends.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::days::DayAxis;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::label::{Flags, leader, spread};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::{CLOSED, Colour, INK};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError, finite};
use crate::report::language::{short_date, word};
use crate::time::Date;

const NAME_HEIGHT: f64 = 24.0;
const PANEL_HEIGHT: f64 = 150.0;
const PANEL_GAP: f64 = 18.0;
const FOOT_HEIGHT: f64 = 22.0;
const LEADER: f64 = 18.0;
const LABEL_GAP: f64 = 26.0;
const TINT: f64 = 0.45;
/// A pointer cannot tell narrower places apart.
const NARROWEST_HINT: f64 = 6.0;
/// What the two lines are called.
const NAMES: [&str; 2] = ["mean of the day", "moving average"];

/// Series of one run from its first day, each on a scale of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct SettlingChart {
    pub heading: Heading,
    /// The first day that is played.
    pub first_day: Date,
    /// Days that are shown.
    pub days: usize,
    /// The first measured day; those before it are shaded.
    pub start: Date,
    pub panels: Vec<SettlingPanel>,
}

/// One series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettlingPanel {
    /// What it counts, with its unit.
    pub label: String,
    /// What is found of it.
    pub finding: String,
    /// The mean over the replications, by day.
    pub daily: Vec<(Date, f64)>,
    /// The same, smoothed.
    pub smooth: Vec<(Date, f64)>,
    /// From when on it is settled.
    pub since: Option<Date>,
}

/// Where everything stands.
struct Plan {
    days: DayAxis,
    columns: Range,
    flags: Flags,
    top: f64,
}

impl SettlingChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not finite.
    pub fn render(&self) -> Result<Chart, ChartError> {
        for panel in &self.panels {
            let mut values = panel.daily.iter().chain(&panel.smooth);
            values.try_for_each(|(_, value)| finite(*value, &panel.label).map(|_| ()))?;
        }
        let mut page = Page::new(&self.heading);
        if self.panels.iter().all(|panel| panel.daily.is_empty()) {
            return page.finish_without_data();
        }
        let plan = Plan::of(self, page.top);
        plan.draw(self, &mut page.canvas);
        page.top = plan.draw_foot(self, &mut page.canvas);
        page.finish()
    }
}

impl SettlingPanel {
    fn axis(&self, rows: Range) -> Axis {
        let values = self.daily.iter().chain(&self.smooth).map(|(_, value)| *value);
        Axis::vertical(Range::with_zero(values), rows)
    }
}

impl Plan {
    fn of(chart: &SettlingChart, top: f64) -> Self {
        let rows = Range::new(PANEL_HEIGHT, 0.0);
        let labels = chart.panels.iter().map(|panel| axes::label_room(&panel.axis(rows)));
        let labels = labels.fold(0.0, f64::max);
        let room = Lettering::small().widest(NAMES.map(word)) + LABEL_GAP;
        let columns = Range::new(MARGIN + labels, PAGE_WIDTH - MARGIN - room);
        let days = DayAxis::new(chart.first_day, chart.days, columns);
        let start = days.start_of(chart.start).map(|x| (x, word("measured from here").to_string()));
        let flags = Flags::new(start, Range::new(MARGIN, PAGE_WIDTH - MARGIN));
        Plan { days, columns, flags, top }
    }

    fn draw(&self, chart: &SettlingChart, canvas: &mut Canvas) {
        for (index, panel) in chart.panels.iter().enumerate() {
            let area = self.area(index);
            if let Some(right) = self.days.start_of(chart.start) {
                canvas.rectangle(Area { right, ..area }, CLOSED);
            }
            let axis = panel.axis(Range::new(area.bottom, area.top));
            axes::beside(canvas, &axis, self.columns);
            self.draw_lines(canvas, panel, (&axis, index));
        }
        let (first, last) = (self.area(0), self.area(chart.panels.len() - 1));
        self.flags.draw(canvas, first.top - NAME_HEIGHT, last.bottom);
        for (index, panel) in chart.panels.iter().enumerate() {
            self.draw_name(canvas, panel, index);
        }
    }

    fn draw_lines(
        &self,
        canvas: &mut Canvas,
        panel: &SettlingPanel,
        (axis, index): (&Axis, usize),
    ) {
        let colour = Colour::of_series(index);
        let line = |values: &[(Date, f64)]| -> Vec<Point> {
            let day = |date: Date| usize::try_from(self.days.days_to(date)).ok();
            let at = |(date, value): &(Date, f64)| {
                Some(Point::new(self.days.noon(day(*date)?), axis.scale.at(*value)))
            };
            values.iter().filter_map(at).collect()
        };
        let (daily, smooth) = (line(&panel.daily), line(&panel.smooth));
        canvas.belong_to(Some(word(NAMES[0])));
        canvas.line(&daily, Pen::solid(colour.tint(TINT), 1.0));
        canvas.belong_to(Some(word(NAMES[1])));
        canvas.line(&smooth, Pen::solid(colour, 2.4));
        canvas.belong_to(None);
        self.draw_hints(canvas, panel, self.area(index));
        if let Some(since) = panel.since.and_then(|date| self.days.start_of(date)) {
            let pixels = axis.scale.pixels();
            let ends = [Point::new(since, pixels.low), Point::new(since, pixels.high)];
            canvas.line(&ends, Pen::solid(colour, 1.4));
        }
        if index == 0 {
            self.draw_reading(canvas, [daily.last(), smooth.last()], axis);
        }
    }

    /// Says the means of a day above and below its place, of as many days as a pointer can tell
    /// apart.
    fn draw_hints(&self, canvas: &mut Canvas, panel: &SettlingPanel, area: Area) {
        let width = self.days.start(1) - self.days.start(0);
        let every = (NARROWEST_HINT / width).ceil().max(1.0) as usize;
        for (date, mean) in panel.daily.iter().step_by(every) {
            let Some(left) = self.days.start_of(*date) else { continue };
            let smooth = panel.smooth.iter().find(|(day, _)| day == date);
            let smooth = smooth.map_or(String::new(), |(_, mean)| {
                format!("; {}", told(word(NAMES[1]), *mean, None))
            });
            let daily = told(word(NAMES[0]), *mean, None);
            let right = left + width * every as f64;
            let text = format!("{}: {daily}{smooth}", short_date(*date));
            canvas.hint_in(Area { left, right, ..area }, text);
        }
    }

    /// Says once, beside the first panel, which line is which.
    fn draw_reading(&self, canvas: &mut Canvas, ends: [Option<&Point>; 2], axis: &Axis) {
        let named = NAMES.iter().zip(ends).filter_map(|(name, end)| Some((name, *end?)));
        let (names, ends): (Vec<&&str>, Vec<Point>) = named.unzip();
        let small = Lettering::small().coloured(INK);
        let heights: Vec<f64> = ends.iter().map(|end| end.y).collect();
        let pixels = axis.scale.pixels();
        let room = Range::new(pixels.high, pixels.low);
        let places = spread(&heights, small.line_height(), room);
        for ((name, end), place) in names.into_iter().zip(ends).zip(places) {
            let to = Point::new(self.columns.high + LEADER, place);
            leader(canvas, end, to);
            canvas.text(to.shifted(4.0, 0.0), word(name), small);
        }
    }

    fn draw_name(&self, canvas: &mut Canvas, panel: &SettlingPanel, index: usize) {
        let heading = Lettering::heading();
        let span = self.columns.span();
        let small = Lettering::small().coloured(INK);
        let finding = small.shorten(&panel.finding, span / 2.0);
        let room = span - small.width(&finding) - LABEL_GAP;
        let name = heading.shorten(&panel.label, room);
        let middle = self.area(index).top - NAME_HEIGHT / 2.0;
        canvas.text_over(Point::new(self.columns.low, middle), &name, heading);
        let left = self.columns.low + heading.width(&name) + LABEL_GAP / 2.0;
        canvas.text_over(Point::new(left, middle), &finding, small);
    }

    /// Draws the days below the last panel and returns where they end.
    fn draw_foot(&self, chart: &SettlingChart, canvas: &mut Canvas) -> f64 {
        let bottom = self.area(chart.panels.len() - 1).bottom;
        for tick in self.days.ticks() {
            axes::tick_label(canvas, Point::new(tick.x, bottom), &tick.label);
        }
        bottom + FOOT_HEIGHT
    }

    fn area(&self, index: usize) -> Area {
        let pitch = PANEL_HEIGHT + NAME_HEIGHT + PANEL_GAP;
        let top = self.top + self.flags.height() + NAME_HEIGHT + index as f64 * pitch;
        Area { left: self.columns.low, top, right: self.columns.high, bottom: top + PANEL_HEIGHT }
    }
}
