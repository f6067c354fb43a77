//! One replication beside the other: a dot each, with a box, and the mean with its interval.

mod swarm;

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::key::{self, Entry};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::{Marker, draw_whisker};
use crate::report::chart::page::{Heading, MARGIN, Page, set_lines_around};
use crate::report::chart::palette::{BLUE, DEEP_VERMILLION, INK};
use crate::report::chart::pen::Pen;
use crate::report::chart::replications::swarm::swarm;
use crate::report::chart::row;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError};
use crate::report::language::word;

const SCENARIO_WIDTH: f64 = 150.0;
const NOTE_WIDTH: f64 = 240.0;
const NOTE_LINES: usize = 3;
const GAP: f64 = 16.0;
const TITLE_HEIGHT: f64 = 26.0;
const PANEL_GAP: f64 = 14.0;
const LANE: f64 = 62.0;
/// From the middle of a lane up to that of its dots, and down to its mean.
const ABOVE: f64 = 8.0;
const BELOW: f64 = 19.0;
const HALF_BOX: f64 = 15.0;
const DOT: f64 = 2.4;
const BOX_TINT: f64 = 0.18;
const DOT_TINT: f64 = 0.75;
/// The key's whisker and box stand for one as long as this.
const SAMPLE: f64 = 30.0;
const HALF_SAMPLE: f64 = 8.0;

/// The replications of some figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationsChart {
    pub heading: Heading,
    pub panels: Vec<ReplicationsPanel>,
}

/// One figure on an axis of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationsPanel {
    /// The figure, with its unit.
    pub title: String,
    pub lanes: Vec<ReplicationsLane>,
}

/// One figure in one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationsLane {
    pub scenario: String,
    /// The values that are dots, in ascending order.
    pub dots: Vec<f64>,
    /// The values that stand out.
    pub outlying: Vec<f64>,
    /// Lower quartile, median, upper quartile.
    pub quartiles: [f64; 3],
    pub mean: f64,
    /// The ends of the interval of the mean; both the mean where there is none.
    pub ends: [f64; 2],
    pub note: String,
}

impl ReplicationsChart {
    /// Draws the chart.
    ///
    /// # Errors
    /// If a value is not a finite number.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.lanes().try_for_each(|lane| row::check(lane.values(), &lane.scenario))?;
        let mut page = Page::new(&self.heading);
        if self.lanes().next().is_none() {
            return page.finish_without_data();
        }
        page.top = key::draw(&mut page.canvas, page.top, &key(self));
        let columns = Columns::of(self);
        for panel in self.panels.iter().filter(|panel| !panel.lanes.is_empty()) {
            page.top = columns.draw_panel(&mut page.canvas, panel, page.top) + PANEL_GAP;
        }
        page.top -= PANEL_GAP;
        page.finish()
    }

    fn lanes(&self) -> impl Iterator<Item = &ReplicationsLane> {
        self.panels.iter().flat_map(|panel| &panel.lanes)
    }
}

impl ReplicationsLane {
    fn values(&self) -> impl Iterator<Item = f64> {
        let single = self.quartiles.into_iter().chain(self.ends).chain([self.mean]);
        self.dots.iter().chain(&self.outlying).copied().chain(single)
    }

    fn name(&self) -> String {
        Lettering::label().shorten(&self.scenario, SCENARIO_WIDTH)
    }

    fn note_lines(&self) -> Vec<String> {
        Lettering::small().wrap(&self.note, NOTE_WIDTH, NOTE_LINES)
    }

    fn draw(&self, canvas: &mut Canvas, middle: f64, axis: &Axis) {
        let upper = middle - ABOVE;
        let at = |value: f64| Point::new(axis.scale.at(value), upper);
        draw_box(canvas, self.quartiles.map(at), HALF_BOX);
        let across: Vec<f64> = self.dots.iter().map(|value| axis.scale.at(*value)).collect();
        for (x, down) in swarm(&across, (2.0 * DOT, HALF_BOX)) {
            canvas.disc(Point::new(x, upper + down), DOT, BLUE.tint(DOT_TINT));
        }
        for value in &self.outlying {
            Marker::Triangle.draw_hollow(canvas, at(*value), DEEP_VERMILLION);
        }
        let below = |value: f64| Point::new(axis.scale.at(value), middle + BELOW);
        draw_whisker(canvas, below(self.ends[0]), below(self.ends[1]), INK);
        Marker::Diamond.draw(canvas, below(self.mean), INK);
        let ends = Some((self.ends[0], self.ends[1])).filter(|ends| ends.0 < ends.1);
        canvas.hint(below(self.mean), told(&self.scenario, self.mean, ends));
        for value in &self.outlying {
            canvas.hint(at(*value), told(&self.scenario, *value, None));
        }
    }
}

/// A box from quartile to quartile with a line at the median.
fn draw_box(canvas: &mut Canvas, [low, median, high]: [Point; 3], half: f64) {
    let (top, bottom) = (low.y - half, low.y + half);
    let area = Area { left: low.x, top, right: high.x.max(low.x + 1.0), bottom };
    canvas.rectangle(area, BLUE.tint(BOX_TINT));
    let ends = [Point::new(median.x, top), Point::new(median.x, bottom)];
    canvas.line(&ends, Pen::solid(BLUE, 2.0));
}

/// What the marks mean.
fn key(chart: &ReplicationsChart) -> Vec<Entry> {
    let outlying = Entry {
        text: word("stands out: beyond 3.5 robust standard deviations"),
        length: 0.0,
        draw: |canvas, at| Marker::Triangle.draw_hollow(canvas, at, DEEP_VERMILLION),
    };
    let entries = [
        Entry {
            text: word("a replication"),
            length: 0.0,
            draw: |canvas, at| canvas.disc(at, DOT, BLUE.tint(DOT_TINT)),
        },
        Entry {
            text: word("the middle half, with the median"),
            length: SAMPLE,
            draw: |canvas, at| {
                let points = [0.0, 0.5, 1.0].map(|share| at.shifted(share * SAMPLE, 0.0));
                draw_box(canvas, points, HALF_SAMPLE);
            },
        },
        Entry {
            text: word("the mean with its interval"),
            length: SAMPLE,
            draw: |canvas, at| {
                draw_whisker(canvas, at, at.shifted(SAMPLE, 0.0), INK);
                Marker::Diamond.draw(canvas, at.shifted(SAMPLE / 2.0, 0.0), INK);
            },
        },
    ];
    let stand_out = chart.lanes().any(|lane| !lane.outlying.is_empty());
    entries.into_iter().chain(stand_out.then_some(outlying)).collect()
}

/// Where scenarios, plot and notes stand, the same in all panels.
struct Columns {
    plot: Range,
    note: f64,
}

impl Columns {
    fn of(chart: &ReplicationsChart) -> Columns {
        let names: Vec<String> = chart.lanes().map(ReplicationsLane::name).collect();
        let notes: Vec<String> = chart.lanes().flat_map(ReplicationsLane::note_lines).collect();
        let widest = |lines: &[String], lettering: Lettering| {
            lettering.widest(lines.iter().map(String::as_str))
        };
        let note = PAGE_WIDTH - MARGIN - widest(&notes, Lettering::small());
        let plot = MARGIN + widest(&names, Lettering::label()) + GAP;
        Columns { plot: Range::new(plot, note - GAP), note }
    }

    /// Draws a panel from `top` and returns where it ends.
    fn draw_panel(&self, canvas: &mut Canvas, panel: &ReplicationsPanel, top: f64) -> f64 {
        let heading = Lettering::heading();
        let title = heading.shorten(&panel.title, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + TITLE_HEIGHT / 2.0), &title, heading);
        let top = top + TITLE_HEIGHT;
        let bottom = top + LANE * panel.lanes.len() as f64;
        let axis = Axis::horizontal(range(panel).padded(0.04), self.plot);
        let end = axes::below(canvas, &axis, Range::new(top, bottom), "");
        for (place, lane) in panel.lanes.iter().enumerate() {
            let middle = top + (place as f64 + 0.5) * LANE;
            let at = |x| Point::new(x, middle);
            canvas.text(at(MARGIN), &lane.name(), Lettering::label());
            set_lines_around(canvas, at(self.note), &lane.note_lines(), Lettering::small());
            canvas.belong_to(Some(&lane.scenario));
            lane.draw(canvas, middle, &axis);
            canvas.belong_to(None);
        }
        end
    }
}

fn range(panel: &ReplicationsPanel) -> Range {
    let values = || panel.lanes.iter().flat_map(ReplicationsLane::values);
    let low = values().fold(f64::INFINITY, f64::min);
    Range::new(low, values().fold(f64::NEG_INFINITY, f64::max)).opened()
}
