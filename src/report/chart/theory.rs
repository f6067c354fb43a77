//! How far simulated figures lie from exact ones: a dot with its interval for each, by case.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::Marker;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::palette::{BLUE, Colour, DEEP_VERMILLION, GREY, GRID, INK, WHITE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range, Scale, Tick};
use crate::report::chart::{Chart, ChartError, finite};
use crate::report::language::decimals;

const COLUMNS: usize = 2;
const COLUMN_GAP: f64 = 36.0;
const PLOT_WIDTH: f64 = 190.0;
const LABEL_GAP: f64 = 12.0;
const INDENT: f64 = 10.0;
const ROW: f64 = 17.0;
const GROUP_GAP: f64 = 9.0;
/// Standard errors at the ends of the axis; what lies beyond stands there as an arrow.
const FURTHEST: f64 = 5.0;
const DOT: f64 = 3.2;
const RING: f64 = 1.3;
const ARROW: f64 = 6.0;
const BAND_STRENGTH: f64 = 0.1;

/// Figures of cases that theory knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TheoryChart {
    pub heading: Heading,
    /// What the axis counts.
    pub unit: String,
    /// Standard errors within which figures agree.
    pub bound: f64,
    pub groups: Vec<TheoryGroup>,
}

/// The figures of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TheoryGroup {
    pub title: String,
    pub rows: Vec<TheoryRow>,
}

/// One figure, in standard errors.
#[derive(Clone, Debug, PartialEq)]
pub struct TheoryRow {
    pub label: String,
    pub deviation: f64,
    /// From the dot to either end of its interval.
    pub half_width: f64,
    pub standing: Standing,
}

/// How a figure stands to theory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Agrees,
    /// After it was played once more.
    AgreesOnRetest,
    Differs,
}

impl TheoryChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        finite(self.bound, "bound")?;
        self.groups.iter().flat_map(|group| &group.rows).try_for_each(TheoryRow::check)?;
        let mut page = Page::new(&self.heading);
        if self.groups.iter().all(|group| group.rows.is_empty()) {
            return page.finish_without_data();
        }
        let columns = columns(&self.groups);
        let height = columns.iter().map(|groups| height(groups)).fold(0.0, f64::max);
        let (top, mut end) = (page.top, page.top);
        for (index, groups) in columns.iter().enumerate() {
            let column = Column::at(index, (top, top + height));
            end = self.draw_axis(&mut page.canvas, &column);
            column.draw_groups(&mut page.canvas, groups);
        }
        page.top = end;
        page.finish()
    }

    fn draw_axis(&self, canvas: &mut Canvas, column: &Column) -> f64 {
        let (top, bottom) = (column.rows.low, column.rows.high);
        let at = |value: f64| column.scale.at(value);
        let band = Area { left: at(-self.bound), top, right: at(self.bound), bottom };
        canvas.rectangle(band, BLUE.tint(BAND_STRENGTH));
        let axis = Axis { scale: column.scale, ticks: ticks(self.bound) };
        let end = axes::below(canvas, &axis, column.rows, &self.unit);
        canvas.line(&[Point::new(at(0.0), top), Point::new(at(0.0), bottom)], Pen::solid(INK, 1.2));
        end
    }
}

fn ticks(bound: f64) -> Vec<Tick> {
    let label = |value: f64| match value {
        value if value < 0.0 => format!("−{}", decimals(-value)),
        value => decimals(value),
    };
    [-bound, 0.0, bound].map(|value| Tick { value, label: label(value) }).to_vec()
}

/// The groups in columns of about the same height, in their order.
fn columns(groups: &[TheoryGroup]) -> Vec<&[TheoryGroup]> {
    let enough = height(groups) / COLUMNS as f64;
    let mut columns = Vec::new();
    let mut rest = groups;
    while !rest.is_empty() {
        let fits = |count: &usize| columns.len() + 1 < COLUMNS && enough <= height(&rest[..*count]);
        let count = (1..rest.len()).find(fits).unwrap_or(rest.len());
        let (column, others) = rest.split_at(count);
        columns.push(column);
        rest = others;
    }
    columns
}

fn height(groups: &[TheoryGroup]) -> f64 {
    groups.iter().map(TheoryGroup::height).sum()
}

impl TheoryGroup {
    fn height(&self) -> f64 {
        (self.rows.len() + 1) as f64 * ROW + GROUP_GAP
    }
}

impl TheoryRow {
    fn check(&self) -> Result<(), ChartError> {
        finite(self.deviation, &self.label)?;
        finite(self.half_width, &self.label).map(|_| ())
    }
}

/// Labels at the left, a plot at their right.
struct Column {
    left: f64,
    scale: Scale,
    /// From top to bottom.
    rows: Range,
}

impl Column {
    fn at(index: usize, (top, bottom): (f64, f64)) -> Column {
        let gaps = (COLUMNS - 1) as f64 * COLUMN_GAP;
        let width = (PAGE_WIDTH - 2.0 * MARGIN - gaps) / COLUMNS as f64;
        let left = MARGIN + index as f64 * (width + COLUMN_GAP);
        let pixels = Range::new(left + width - PLOT_WIDTH, left + width);
        let scale = Scale::new(Range::new(-FURTHEST, FURTHEST), pixels);
        Column { left, scale, rows: Range::new(top, bottom) }
    }

    fn draw_groups(&self, canvas: &mut Canvas, groups: &[TheoryGroup]) {
        let mut middle = self.rows.low + ROW / 2.0;
        let room = self.scale.pixels().low - self.left - LABEL_GAP;
        for group in groups {
            let heading = Lettering { size: Lettering::small().size, ..Lettering::heading() };
            canvas.text(
                Point::new(self.left, middle),
                &heading.shorten(&group.title, room),
                heading,
            );
            for row in &group.rows {
                middle += ROW;
                let label = Lettering::small();
                let text = label.shorten(&row.label, room - INDENT);
                canvas.text(Point::new(self.left + INDENT, middle), &text, label);
                self.draw_row(canvas, middle, row);
            }
            middle += ROW + GROUP_GAP;
            self.draw_rule(canvas, middle - (ROW + GROUP_GAP) / 2.0);
        }
    }

    fn draw_rule(&self, canvas: &mut Canvas, height: f64) {
        if height + ROW < self.rows.high {
            let ends = [self.left, self.scale.pixels().low - LABEL_GAP];
            canvas.line(&ends.map(|x| Point::new(x, height)), Pen::solid(GRID, 1.0));
        }
    }

    fn draw_row(&self, canvas: &mut Canvas, middle: f64, row: &TheoryRow) {
        let at = |value: f64| Point::new(self.scale.at(value.clamp(-FURTHEST, FURTHEST)), middle);
        let colour = row.standing.colour();
        if FURTHEST <= row.deviation.abs() {
            return draw_arrow(canvas, (at(row.deviation), row.deviation.signum()), colour);
        }
        let ends = [row.deviation - row.half_width, row.deviation + row.half_width].map(at);
        canvas.line(&ends, Pen::solid(colour, 1.4));
        let interval = (row.deviation - row.half_width, row.deviation + row.half_width);
        canvas.hint(at(row.deviation), told(&row.label, row.deviation, Some(interval)));
        match row.standing {
            Standing::Agrees => canvas.disc(at(row.deviation), DOT, colour),
            Standing::AgreesOnRetest => draw_ring(canvas, at(row.deviation), colour),
            Standing::Differs => Marker::Triangle.draw(canvas, at(row.deviation), colour),
        }
    }
}

fn draw_ring(canvas: &mut Canvas, at: Point, colour: Colour) {
    canvas.disc(at, DOT + RING, colour);
    canvas.disc(at, DOT - RING / 2.0, WHITE);
}

/// Points off the plot, to where the figure lies.
fn draw_arrow(canvas: &mut Canvas, (tip, side): (Point, f64), colour: Colour) {
    let base = tip.shifted(-side * 2.0 * ARROW, 0.0);
    canvas.fill(&[tip, base.shifted(0.0, -ARROW), base.shifted(0.0, ARROW)], colour);
}

impl Standing {
    fn colour(self) -> Colour {
        match self {
            Standing::Agrees => BLUE,
            Standing::AgreesOnRetest => GREY,
            Standing::Differs => DEEP_VERMILLION,
        }
    }
}
