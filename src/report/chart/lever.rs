//! Figures along the values of a lever, with their bounds and the value that was chosen.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::Point;
use crate::report::chart::label::Flags;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::Marker;
use crate::report::chart::number::plain;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::{BLUE, Colour, DEEP_VERMILLION, GREY, INK};
use crate::report::chart::pen::{Dash, Pen};
use crate::report::chart::scale::{Axis, Range, Tick};
use crate::report::chart::{Chart, ChartError, finite};

const PLOT_HEIGHT: f64 = 170.0;
const PANEL_GAP: f64 = 22.0;
const TITLE_HEIGHT: f64 = 22.0;
const BOUND_ROOM: f64 = 150.0;
const GAP: f64 = 8.0;
const CAP: f64 = 4.0;
const PADDING: f64 = 0.04;
const KEY_HEIGHT: f64 = 26.0;
const KEY_GAP: f64 = 26.0;

/// Figures along a lever, one panel each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeverChart {
    pub heading: Heading,
    /// What the horizontal axis counts.
    pub unit: String,
    /// Where values have no numbers: what stands at 0, 1, and so on.
    pub names: Vec<String>,
    /// Values with a line of their own, and what they are.
    pub marks: Vec<(f64, String)>,
    /// What it means that a figure holds, fails, or is not decided.
    pub key: [String; 3],
    pub panels: Vec<LeverPanel>,
}

/// One figure and its bound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeverPanel {
    /// The figure with its unit.
    pub title: String,
    /// Where it is to be, and "at least 95 %".
    pub bound: Option<(f64, String)>,
    pub points: Vec<LeverPoint>,
}

/// What was found at one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverPoint {
    pub value: f64,
    pub mean: f64,
    pub low: f64,
    pub high: f64,
    pub standing: LeverStanding,
}

/// How a figure stands to its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverStanding {
    Holds,
    Fails,
    NotDecided,
}

impl LeverChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.panels.iter().try_for_each(LeverPanel::check)?;
        self.marks.iter().try_for_each(|(value, label)| finite(*value, label).map(|_| ()))?;
        let mut page = Page::new(&self.heading);
        let points = || self.panels.iter().flat_map(|panel| &panel.points);
        if points().next().is_none() {
            return page.finish_without_data();
        }
        page.top = self.draw_key(&mut page.canvas, page.top);
        let axes: Vec<Axis> = self.panels.iter().map(LeverPanel::axis).collect();
        let labels = axes.iter().map(axes::label_room).fold(0.0, f64::max);
        let columns = Range::new(MARGIN + labels, PAGE_WIDTH - MARGIN - BOUND_ROOM);
        let across = self.across(columns);
        for (panel, axis) in self.panels.iter().zip(axes) {
            page.top = self.draw_panel(&mut page.canvas, (panel, axis), &across, page.top);
        }
        page.top -= PANEL_GAP;
        page.finish()
    }

    fn across(&self, columns: Range) -> Axis {
        let values = self.panels.iter().flat_map(|panel| &panel.points).map(|point| point.value);
        let values: Vec<f64> = values.chain(self.marks.iter().map(|(value, _)| *value)).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let range = Range::new(low, high).opened().padded(PADDING);
        let mut axis = Axis::horizontal(range, columns);
        if !self.names.is_empty() {
            let room = columns.span() / (range.span() + 1.0);
            let tick = |(place, name): (usize, &String)| Tick {
                value: place as f64,
                label: Lettering::small().shorten(name, room.max(30.0) - GAP),
            };
            axis.ticks = self.names.iter().enumerate().map(tick).collect();
            axis.ticks.retain(|tick| low <= tick.value && tick.value <= high);
        }
        axis
    }

    fn draw_panel(
        &self,
        canvas: &mut Canvas,
        (panel, axis): (&LeverPanel, Axis),
        across: &Axis,
        top: f64,
    ) -> f64 {
        let heading = Lettering::heading();
        let title = heading.shorten(&panel.title, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + TITLE_HEIGHT / 2.0), &title, heading);
        let room = Range::new(MARGIN, PAGE_WIDTH - MARGIN);
        let marks =
            self.marks.iter().map(|(value, label)| (across.scale.at(*value), label.clone()));
        let flags = Flags::new(marks, room);
        let top = top + TITLE_HEIGHT + flags.height();
        let bottom = top + PLOT_HEIGHT;
        let up = panel.scaled(axis, Range::new(bottom, top));
        let columns = across.scale.pixels();
        let end = axes::below(canvas, across, Range::new(top, bottom), &self.unit);
        axes::beside(canvas, &up, columns);
        flags.draw(canvas, top, bottom);
        panel.draw_bound(canvas, &up, columns);
        panel.points.iter().for_each(|point| point.draw(canvas, across, &up));
        end + PANEL_GAP
    }

    /// What the marks mean.
    fn draw_key(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let there = |standing: &LeverStanding| {
            self.panels.iter().flat_map(|panel| &panel.points).any(|of| of.standing == *standing)
        };
        let standings = [LeverStanding::Holds, LeverStanding::Fails, LeverStanding::NotDecided];
        let mut at = Point::new(MARGIN + GAP, top + KEY_HEIGHT / 3.0);
        for standing in standings.into_iter().filter(there) {
            standing.draw(canvas, at);
            let label = Lettering::small();
            let name = label.shorten(&self.key[standing as usize], PAGE_WIDTH / 4.0);
            canvas.text(at.shifted(GAP * 1.5, 0.0), &name, label);
            at = at.shifted(GAP * 1.5 + label.width(&name) + KEY_GAP, 0.0);
        }
        top + KEY_HEIGHT
    }
}

impl LeverPanel {
    fn check(&self) -> Result<(), ChartError> {
        if let Some((bound, _)) = self.bound {
            finite(bound, &self.title)?;
        }
        self.points.iter().try_for_each(|of| {
            let numbers = [of.value, of.mean, of.low, of.high];
            numbers.into_iter().try_for_each(|value| finite(value, &self.title).map(|_| ()))
        })
    }

    /// An axis of the right values; where it stands comes later.
    fn axis(&self) -> Axis {
        let values = self.points.iter().flat_map(|point| [point.low, point.mean, point.high]);
        let bound = self.bound.iter().map(|(bound, _)| *bound);
        let values: Vec<f64> = values.chain(bound).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Axis::vertical(Range::new(low, high), Range::new(PLOT_HEIGHT, 0.0))
    }

    fn scaled(&self, axis: Axis, pixels: Range) -> Axis {
        let shift = pixels.high;
        let ends = axis.scale.pixels();
        axis.moved(Range::new(ends.low + shift, ends.high + shift))
    }

    fn draw_bound(&self, canvas: &mut Canvas, up: &Axis, columns: Range) {
        let Some((bound, label)) = &self.bound else { return };
        let y = up.scale.at(*bound);
        let dash = Dash { length: 6.0, space: 4.0 };
        let ends = [Point::new(columns.low, y), Point::new(columns.high, y)];
        canvas.line(&ends, Pen::solid(INK, 1.2).dashed(dash));
        let small = Lettering::small().coloured(INK);
        let text = small.shorten(label, BOUND_ROOM - GAP);
        canvas.text(ends[1].shifted(GAP, 0.0), &text, small);
    }
}

impl LeverPoint {
    fn draw(&self, canvas: &mut Canvas, across: &Axis, up: &Axis) {
        let x = across.scale.at(self.value);
        let ends = [self.low, self.high].map(|value| Point::new(x, up.scale.at(value)));
        let pen = Pen::solid(self.standing.colour(), 1.6);
        canvas.line(&ends, pen);
        for end in ends {
            canvas.line(&[end.shifted(-CAP, 0.0), end.shifted(CAP, 0.0)], pen);
        }
        let spot = Point::new(x, up.scale.at(self.mean));
        self.standing.draw(canvas, spot);
        canvas.hint(spot, told(&plain(self.value), self.mean, Some((self.low, self.high))));
    }
}

impl LeverStanding {
    fn colour(self) -> Colour {
        match self {
            LeverStanding::Holds => BLUE,
            LeverStanding::Fails => DEEP_VERMILLION,
            LeverStanding::NotDecided => GREY,
        }
    }

    fn draw(self, canvas: &mut Canvas, at: Point) {
        match self {
            LeverStanding::Holds => Marker::Circle.draw_edged(canvas, at, self.colour()),
            LeverStanding::Fails => Marker::Triangle.draw_edged(canvas, at, self.colour()),
            LeverStanding::NotDecided => Marker::Circle.draw_hollow(canvas, at, self.colour()),
        }
    }
}
