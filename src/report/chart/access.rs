//! Who is served best and worst: two points on a line for each measure, with the gap between them.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::Point;
use crate::report::chart::key::{self, Entry};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::{Marker, draw_whisker};
use crate::report::chart::page::{Heading, MARGIN, Page, set_lines_around};
use crate::report::chart::palette::{BLUE, Colour, DEEP_VERMILLION, GREY, RULE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError, finite};
use crate::report::language::word;

const LABEL_WIDTH: f64 = 210.0;
const SCENARIO_WIDTH: f64 = 110.0;
const NOTE_WIDTH: f64 = 360.0;
const LINES: usize = 2;
const GAP: f64 = 16.0;
const LANE_PADDING: f64 = 6.0;
const ROW_GAP: f64 = 10.0;
const PANEL_GAP: f64 = 22.0;
/// The key's whisker stands for one as long as this.
const WHISKER: f64 = 30.0;

/// The worst- and the best-served group, measure by measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessChart {
    pub heading: Heading,
    pub panels: Vec<AccessPanel>,
}

/// Measures in one unit on one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessPanel {
    pub unit: String,
    pub rows: Vec<AccessRow>,
}

/// One measure among groups of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessRow {
    pub label: String,
    pub lanes: Vec<AccessLane>,
}

/// A measure in one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessLane {
    pub scenario: String,
    pub worst: f64,
    pub best: f64,
    /// The ends of the interval of the gap, laid off from the best.
    pub reach: [f64; 2],
    /// Two notes, such as names and values, and the gap.
    pub notes: [String; 2],
}

impl AccessChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.rows().try_for_each(AccessRow::check)?;
        let mut page = Page::new(&self.heading);
        if self.rows().all(|row| row.lanes.is_empty()) {
            return page.finish_without_data();
        }
        page.top = key::draw(&mut page.canvas, page.top, &key());
        let columns = Columns::of(self);
        for panel in self.panels.iter().filter(|panel| panel.values().next().is_some()) {
            page.top = columns.draw_panel(&mut page.canvas, panel, page.top) + PANEL_GAP;
        }
        page.top -= PANEL_GAP;
        page.finish()
    }

    fn rows(&self) -> impl Iterator<Item = &AccessRow> {
        self.panels.iter().flat_map(|panel| &panel.rows)
    }

    fn lanes(&self) -> impl Iterator<Item = &AccessLane> {
        self.rows().flat_map(|row| &row.lanes)
    }
}

impl AccessPanel {
    fn values(&self) -> impl Iterator<Item = f64> {
        self.rows.iter().flat_map(|row| &row.lanes).flat_map(AccessLane::values)
    }
}

impl AccessRow {
    fn check(&self) -> Result<(), ChartError> {
        let mut values = self.lanes.iter().flat_map(AccessLane::values);
        values.try_for_each(|value| finite(value, &self.label).map(|_| ()))
    }

    fn label_lines(&self) -> Vec<String> {
        Lettering::heading().wrap(&self.label, LABEL_WIDTH, LINES)
    }

    fn height(&self) -> f64 {
        self.lanes.iter().map(AccessLane::height).sum::<f64>() + ROW_GAP
    }
}

impl AccessLane {
    /// Whether the interval tells worst from best: it lies on the side of the worst.
    fn is_sure(&self) -> bool {
        0.0 < (self.reach[0] - self.best) * (self.worst - self.best)
    }

    fn values(&self) -> [f64; 4] {
        [self.worst, self.best, self.reach[0], self.reach[1]]
    }

    /// The height of the lane; a note that is longer than its room takes another line.
    fn height(&self) -> f64 {
        let lines = self.note_lines().len().max(LINES);
        lines as f64 * Lettering::label().line_height() + LANE_PADDING
    }

    fn note_lines(&self) -> Vec<String> {
        let lines = |note: &String| Lettering::label().wrap(note, NOTE_WIDTH, LINES);
        self.notes.iter().flat_map(lines).collect()
    }

    fn name(&self) -> String {
        Lettering::label().shorten(&self.scenario, SCENARIO_WIDTH)
    }

    fn draw(&self, canvas: &mut Canvas, middle: f64, axis: &Axis) {
        let at = |value| Point::new(axis.scale.at(value), middle);
        canvas.line(&[at(self.best), at(self.worst)], Pen::solid(RULE, 3.0));
        let colour = self.colour();
        draw_whisker(canvas, at(self.reach[0]), at(self.reach[1]), colour);
        Marker::Circle.draw(canvas, at(self.best), BLUE);
        canvas.hint(at(self.best), told(word("best"), self.best, None));
        canvas.hint(at(self.worst), told(word("worst"), self.worst, None));
        match self.is_sure() {
            true => Marker::Triangle.draw(canvas, at(self.worst), colour),
            false => Marker::Triangle.draw_hollow(canvas, at(self.worst), colour),
        }
    }

    fn colour(&self) -> Colour {
        if self.is_sure() { DEEP_VERMILLION } else { GREY }
    }
}

/// Where labels, scenarios, plot and notes stand, the same in all panels.
struct Columns {
    scenario: f64,
    plot: Range,
    note: f64,
}

impl Columns {
    fn of(chart: &AccessChart) -> Self {
        let labels: Vec<String> = chart.rows().flat_map(AccessRow::label_lines).collect();
        let names: Vec<String> = chart.lanes().map(AccessLane::name).collect();
        let notes: Vec<String> = chart.lanes().flat_map(AccessLane::note_lines).collect();
        let scenario = MARGIN + widest(&labels, Lettering::heading()) + GAP;
        let note = PAGE_WIDTH - MARGIN - widest(&notes, Lettering::label());
        let plot = Range::new(scenario + widest(&names, Lettering::label()) + GAP, note - GAP);
        Columns { scenario, plot, note }
    }

    /// Draws a panel from `top` and returns where it ends.
    fn draw_panel(&self, canvas: &mut Canvas, panel: &AccessPanel, top: f64) -> f64 {
        let rows = || panel.rows.iter().filter(|row| !row.lanes.is_empty());
        let bottom = rows().fold(top, |end, row| end + row.height());
        let range = Range::with_zero(panel.values()).opened().padded(0.05);
        let axis = Axis::horizontal(range, self.plot);
        let end = axes::below(canvas, &axis, Range::new(top, bottom), &panel.unit);
        let mut top = top;
        for row in rows() {
            self.draw_row(canvas, (row, &axis), top);
            top += row.height();
        }
        end
    }

    fn draw_row(&self, canvas: &mut Canvas, (row, axis): (&AccessRow, &Axis), top: f64) {
        let rule = [Point::new(MARGIN, top), Point::new(PAGE_WIDTH - MARGIN, top)];
        canvas.line(&rule, Pen::solid(RULE, 0.5));
        let middle = Point::new(MARGIN, top + row.height() / 2.0);
        set_lines_around(canvas, middle, &row.label_lines(), Lettering::heading());
        let mut top = top + ROW_GAP / 2.0;
        for lane in &row.lanes {
            let middle = top + lane.height() / 2.0;
            top += lane.height();
            let at = |x| Point::new(x, middle);
            canvas.text(at(self.scenario), &lane.name(), Lettering::label());
            canvas.belong_to(Some(&lane.scenario));
            lane.draw(canvas, middle, axis);
            canvas.belong_to(None);
            set_lines_around(canvas, at(self.note), &lane.note_lines(), Lettering::label());
        }
    }
}

/// What the marks mean.
fn key() -> [Entry; 4] {
    [
        Entry {
            text: word("best-served group"),
            length: 0.0,
            draw: |canvas, at| Marker::Circle.draw(canvas, at, BLUE),
        },
        Entry {
            text: word("worst-served group"),
            length: 0.0,
            draw: |canvas, at| Marker::Triangle.draw(canvas, at, DEEP_VERMILLION),
        },
        Entry {
            text: word("not told apart from the best"),
            length: 0.0,
            draw: |canvas, at| Marker::Triangle.draw_hollow(canvas, at, GREY),
        },
        Entry {
            text: word("interval of the gap, laid off from the best"),
            length: WHISKER,
            draw: |canvas, at| {
                draw_whisker(canvas, at, at.shifted(WHISKER, 0.0), DEEP_VERMILLION);
            },
        },
    ]
}

fn widest(lines: &[String], lettering: Lettering) -> f64 {
    lettering.widest(lines.iter().map(String::as_str))
}
