//! Two figures against each other: which points no other beats in both, and the line through them.

mod naming;

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::Point;
use crate::report::chart::key::{self, Entry};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::Marker;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::{BLUE, GREY, INK};
use crate::report::chart::pen::Pen;
use crate::report::chart::row;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::trade_off::naming::names;
use crate::report::chart::{Chart, ChartError};
use crate::report::language::word;

const HEIGHT: f64 = 420.0;
const ROW: f64 = 32.0;
/// Between the places on the line that names keep off.
const STRIDE: f64 = 6.0;
/// More beaten points than this hide each other and are drawn smaller.
const MOST_LARGE: usize = 150;
const SMALL_DOT: f64 = 2.2;
/// Keeps the outermost points off the edges of the plot.
const INSET: f64 = 16.0;

/// Points of a sweep by two figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TradeOffChart {
    pub heading: Heading,
    /// What the axes show, with unit and the better side.
    pub across: String,
    pub up: String,
    pub points: Vec<TradeOffPoint>,
}

/// One point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TradeOffPoint {
    /// The values of the levers.
    pub label: String,
    pub across: f64,
    pub up: f64,
    pub standing: TradeOff,
}

/// How a point stands among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TradeOff {
    /// None is at least as good in both figures and better in one.
    Frontier,
    #[default]
    Beaten,
}

impl TradeOff {
    /// What it means, in the language spoken.
    pub fn meaning(self) -> &'static str {
        match self {
            TradeOff::Frontier => word("no other point is better in both"),
            TradeOff::Beaten => word("another point is better in both"),
        }
    }
}

impl TradeOffChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.points.iter().try_for_each(|of| row::check([of.across, of.up], &of.label))?;
        let mut page = Page::new(&self.heading);
        if self.points.is_empty() {
            return page.finish_without_data();
        }
        page.top = key::draw(&mut page.canvas, page.top, &key());
        let small = Lettering::small();
        let title = small.shorten(&self.up, PAGE_WIDTH - 2.0 * MARGIN);
        page.canvas.text(Point::new(MARGIN, page.top + ROW / 2.0), &title, small);
        let rows = Range::new(page.top + ROW, page.top + ROW + HEIGHT);
        let up = Axis::vertical(self.reach(|of| of.up), Range::new(rows.high, rows.low));
        let left = MARGIN + axes::label_room(&up);
        let columns = Range::new(left, PAGE_WIDTH - MARGIN);
        let inner = Range::new(left + INSET, columns.high - INSET);
        let across = Axis::horizontal(self.reach(|of| of.across), inner);
        axes::beside(&mut page.canvas, &up, columns);
        page.top = axes::below(&mut page.canvas, &across, rows, &self.across);
        self.draw_points(&mut page.canvas, (&across, &up), (columns, rows));
        page.finish()
    }

    fn reach(&self, value: impl Fn(&TradeOffPoint) -> f64) -> Range {
        let values = || self.points.iter().map(&value);
        let low = values().fold(f64::INFINITY, f64::min);
        Range::new(low, values().fold(f64::NEG_INFINITY, f64::max)).opened().padded(0.03)
    }

    fn draw_points(&self, canvas: &mut Canvas, (across, up): (&Axis, &Axis), room: (Range, Range)) {
        let at = |of: &TradeOffPoint| Point::new(across.scale.at(of.across), up.scale.at(of.up));
        let (best, beaten): (Vec<&TradeOffPoint>, Vec<&TradeOffPoint>) =
            self.points.iter().partition(|of| of.standing == TradeOff::Frontier);
        let mut line: Vec<Point> = best.iter().map(|of| at(of)).collect();
        line.sort_by(|one, other| one.x.total_cmp(&other.x));
        canvas.line(&line, Pen::solid(BLUE, 1.8));
        beaten.iter().for_each(|of| match beaten.len() {
            0..=MOST_LARGE => Marker::Circle.draw_hollow(canvas, at(of), GREY),
            _ => canvas.disc(at(of), SMALL_DOT, GREY),
        });
        best.iter().for_each(|of| Marker::Square.draw_edged(canvas, at(of), BLUE));
        // Those that matter are named first, and others where that leaves room.
        let named = best.iter().chain(&beaten).map(|of| (at(of), of.label.as_str()));
        let named: Vec<(Point, &str)> = named.collect();
        for (place, name) in names(&named, &strides(&line), room) {
            canvas.text(place, &name, Lettering::small().coloured(INK));
        }
    }
}

/// Places along a line, one close to the other.
fn strides(line: &[Point]) -> Vec<Point> {
    let piece = |ends: &[Point]| {
        let (start, end) = (ends[0], ends[1]);
        let (across, down) = (end.x - start.x, end.y - start.y);
        let count = (across.hypot(down) / STRIDE).ceil().max(1.0) as usize;
        let at = move |place: usize| {
            let share = place as f64 / count as f64;
            start.shifted(share * across, share * down)
        };
        (0..count).map(at)
    };
    line.windows(2).flat_map(piece).collect()
}

/// What the marks mean.
fn key() -> [Entry; 2] {
    [
        Entry {
            text: TradeOff::Frontier.meaning(),
            length: 0.0,
            draw: |canvas, at| Marker::Square.draw(canvas, at, BLUE),
        },
        Entry {
            text: TradeOff::Beaten.meaning(),
            length: 0.0,
            draw: |canvas, at| Marker::Circle.draw_hollow(canvas, at, GREY),
        },
    ]
}
