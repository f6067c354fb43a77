//! Where the cells of a heat map stand, and how they are filled.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::heat::{HeatAxis, HeatCell, HeatMap};
use crate::report::chart::key;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::{MARGIN, set_lines};
use crate::report::chart::palette::{Colour, INK, RULE, WHITE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Range, Scale};
use crate::report::language::{say, word};

const ROW: f64 = 20.0;
const GAP: f64 = 10.0;
const NAME_HEIGHT: f64 = 24.0;
const WIDEST_NAMES: f64 = 240.0;
const TALLEST_CELL: f64 = 44.0;
const LOWEST_CELL: f64 = 4.0;
/// The cells together are no taller than this, as far as that leaves each its least.
const TALLEST: f64 = 640.0;
const WIDEST_CELL: f64 = 130.0;
/// Between two labels across.
const LABEL_GAP: f64 = 8.0;
const PADDING: f64 = 4.0;
const BOUND: f64 = 3.0;
const HALO: f64 = 6.0;
const KEY: (f64, f64) = (220.0, 14.0);
const KEY_STEPS: usize = 44;

/// A heat map with its places.
pub struct Plan<'a> {
    map: &'a HeatMap,
    values: Range,
    across: Scale,
    /// Pixels run upwards.
    up: Scale,
}

impl<'a> Plan<'a> {
    /// The plan of a map whose first line stands at `top`.
    pub fn of(map: &'a HeatMap, top: f64) -> Plan<'a> {
        let (columns, rows) = (map.across.values.len() as f64, map.up.values.len() as f64);
        let small = Lettering::small();
        let names: Vec<String> =
            map.up.values.iter().map(|name| small.shorten(name, WIDEST_NAMES)).collect();
        let left = MARGIN + small.widest(names.iter().map(String::as_str)) + GAP;
        let width = ((PAGE_WIDTH - MARGIN - left) / columns).min(WIDEST_CELL) * columns;
        let cell = (TALLEST / rows).clamp(LOWEST_CELL, TALLEST_CELL);
        let bottom = top + NAME_HEIGHT + cell * rows;
        Plan {
            map,
            values: reached(map),
            across: Scale::new(Range::new(0.0, columns), Range::new(left, left + width)),
            up: Scale::new(Range::new(0.0, rows), Range::new(bottom, bottom - cell * rows)),
        }
    }

    /// Draws everything and returns where it ends.
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let lettering = self.lettering();
        for (row, cells) in self.map.cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                self.draw_cell(canvas, (row, column), cell.as_ref());
                if let (Some(cell), Some(lettering)) = (cell, lettering) {
                    let ink = lettering.coloured(self.colour(cell.value).readable_ink());
                    canvas.text(middle(&self.area(row, column)), &cell.written, ink);
                }
            }
        }
        self.map.bounds.iter().for_each(|(bound, _)| self.draw_bound(canvas, *bound));
        self.draw_names_up(canvas);
        let bottom = self.draw_names_across(canvas);
        self.draw_key(canvas, bottom + GAP)
    }

    /// On whole pixels, so that no seams show between cells.
    fn area(&self, row: usize, column: usize) -> Area {
        let (row, column) = (row as f64, column as f64);
        Area {
            left: self.across.at(column).round(),
            right: self.across.at(column + 1.0).round(),
            top: self.up.at(row + 1.0).round(),
            bottom: self.up.at(row).round(),
        }
    }

    /// The values are written only where all of them fit.
    fn lettering(&self) -> Option<Lettering> {
        let cell = self.area(0, 0);
        let lettering = Lettering::small().centred();
        let widest = lettering.widest(self.map.known().map(|cell| cell.written.as_str()));
        let fits = widest + 2.0 * PADDING <= cell.right - cell.left
            && lettering.line_height() <= cell.bottom - cell.top;
        fits.then_some(lettering)
    }

    fn colour(&self, value: f64) -> Colour {
        let share = match self.values.span() {
            span if 0.0 < span => (value - self.values.low) / span,
            _ => 0.5,
        };
        Colour::of_share(share)
    }

    fn draw_cell(
        &self,
        canvas: &mut Canvas,
        (row, column): (usize, usize),
        cell: Option<&HeatCell>,
    ) {
        let area = self.area(row, column);
        match cell {
            Some(cell) => {
                canvas.rectangle(area, self.colour(cell.value));
                let [across, up] = [&self.map.across.values[column], &self.map.up.values[row]];
                canvas.hint_in(area, format!("{across}, {up}: {}", cell.written));
            }
            None => {
                canvas.rectangle(area, WHITE);
                let corners = area.corners();
                canvas.line(&[corners[0], corners[2]], Pen::solid(RULE, 1.0));
                canvas.line(&[corners[1], corners[3]], Pen::solid(RULE, 1.0));
            }
        }
    }

    /// A line wherever of two neighbours one is above the bound and the other is not.
    fn draw_bound(&self, canvas: &mut Canvas, bound: f64) {
        let above = |row: usize, column: usize| {
            let cell = self.map.cells.get(row)?.get(column)?.as_ref()?;
            Some(bound <= cell.value)
        };
        let parts = |one: Option<bool>, other: Option<bool>| {
            one.zip(other).is_some_and(|(one, other)| one != other)
        };
        let mut edges = Vec::new();
        for (row, cells) in self.map.cells.iter().enumerate() {
            for column in 0..cells.len() {
                let corners = self.area(row, column).corners();
                let is = above(row, column);
                let right = parts(is, above(row, column + 1)).then(|| [corners[1], corners[2]]);
                let up = parts(is, above(row + 1, column)).then(|| [corners[0], corners[1]]);
                edges.extend(right.into_iter().chain(up));
            }
        }
        // White at both sides keeps it off dark cells.
        for pen in [Pen::solid(WHITE, HALO), Pen::solid(INK, BOUND)] {
            edges.iter().for_each(|edge| canvas.line(edge, pen));
        }
    }

    fn draw_names_up(&self, canvas: &mut Canvas) {
        let HeatAxis { name, values } = &self.map.up;
        let small = Lettering::small();
        let top = self.up.at(values.len() as f64);
        let title = small.shorten(name, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top - NAME_HEIGHT / 2.0), &title, small);
        let height = self.up.at(0.0) - self.up.at(1.0);
        let every = (small.line_height() / height).ceil().max(1.0) as usize;
        for (index, value) in values.iter().enumerate().step_by(every) {
            let at = Point::new(self.across.at(0.0) - GAP, self.up.at(index as f64 + 0.5));
            canvas.text(at, &small.shorten(value, WIDEST_NAMES), small.ending());
        }
    }

    fn draw_names_across(&self, canvas: &mut Canvas) -> f64 {
        let HeatAxis { name, values } = &self.map.across;
        let small = Lettering::small();
        let width = self.across.at(1.0) - self.across.at(0.0);
        let widest = small.widest(values.iter().map(String::as_str)).min(WIDEST_CELL - LABEL_GAP);
        let every = ((widest + LABEL_GAP) / width).ceil().max(1.0);
        let bottom = self.up.at(0.0);
        for (index, value) in values.iter().enumerate().step_by(every as usize) {
            let value = small.shorten(value, every * width - LABEL_GAP);
            let half = small.width(&value) / 2.0;
            let x = self.across.at(index as f64 + 0.5).clamp(half, PAGE_WIDTH - half);
            canvas.text(Point::new(x, bottom + ROW * 0.6), &value, small.centred());
        }
        let title = small.shorten(name, PAGE_WIDTH - 2.0 * MARGIN);
        let half = small.width(&title) / 2.0;
        let pixels = self.across.pixels();
        let x = f64::midpoint(pixels.low, pixels.high);
        let x = x.clamp(MARGIN + half, PAGE_WIDTH - MARGIN - half);
        canvas.text(Point::new(x, bottom + ROW * 1.6), &title, small.centred());
        bottom + 2.0 * ROW
    }

    /// The scale from light to dark, and what the lines are.
    fn draw_key(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let small = Lettering::small();
        let ends = self.ends();
        let middle = top + ROW / 2.0;
        let left = MARGIN + small.width(&ends[0]) + GAP;
        canvas.text(Point::new(MARGIN, middle), &ends[0], small);
        key::colours(canvas, Point::new(left, middle), KEY, KEY_STEPS);
        canvas.text(Point::new(left + KEY.0 + GAP, middle), &ends[1], small);
        let lines: Vec<String> = self.remarks();
        set_lines(canvas, Point::new(MARGIN, top + ROW + PADDING), &lines, small)
    }

    fn ends(&self) -> [String; 2] {
        let by_value = |left: &&HeatCell, right: &&HeatCell| left.value.total_cmp(&right.value);
        let written = |cell: Option<&HeatCell>| {
            cell.map_or(String::new(), |cell| {
                Lettering::small().shorten(&cell.written, WIDEST_CELL)
            })
        };
        [written(self.map.known().min_by(by_value)), written(self.map.known().max_by(by_value))]
    }

    fn remarks(&self) -> Vec<String> {
        let bounds = self
            .map
            .bounds
            .iter()
            .map(|(_, label)| say("thick line: {bound}", &[("bound", label)]));
        let missing = self.map.cells.iter().flatten().any(Option::is_none);
        let missing =
            missing.then(|| word("crossed out: not there, or nothing to say").to_string());
        let lines = bounds.chain(missing);
        lines.map(|line| Lettering::small().shorten(&line, PAGE_WIDTH - 2.0 * MARGIN)).collect()
    }
}

fn middle(area: &Area) -> Point {
    Point::new(f64::midpoint(area.left, area.right), f64::midpoint(area.top, area.bottom))
}

fn reached(map: &HeatMap) -> Range {
    let values = map.known().map(|cell| cell.value);
    values.fold(Range::new(f64::MAX, f64::MIN), |range, value| {
        Range::new(range.low.min(value), range.high.max(value))
    })
}
