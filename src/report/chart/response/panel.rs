//! One figure of a response chart: its axes, bands, curves, dots and what stands at their ends.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH, told};
use crate::report::chart::geometry::Point;
use crate::report::chart::label::{leader, spread};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::Series;
use crate::report::chart::number::plain;
use crate::report::chart::page::MARGIN;
use crate::report::chart::palette::{Colour, GREY, INK};
use crate::report::chart::pen::{Dash, Pen};
use crate::report::chart::response::{
    Joining, Places, ResponseCurve, ResponsePanel, ResponsePoint,
};
use crate::report::chart::scale::{Axis, Range, Scale};

const TITLE_HEIGHT: f64 = 34.0;
const ROW: f64 = 20.0;
const PANEL_GAP: f64 = 20.0;
/// Keeps the outermost dots off the edges of the plot.
const INSET: f64 = 12.0;
const LEADER: f64 = 16.0;
const LABEL_WIDTH: f64 = 250.0;
const BAND_TINT: f64 = 0.22;
/// More points than this on a curve are not marked one by one.
const MOST_MARKED: usize = 60;
/// More dots than this hide each other and are drawn smaller, and without their intervals.
const MOST_LARGE_DOTS: usize = 150;
const SMALL_DOT: f64 = 2.2;
const NARROWEST_NAME: f64 = 62.0;
/// The part of the room of a name that its points take, and how far from each other they stand.
const NAME_FILLED: f64 = 0.7;
const FURTHEST: f64 = 24.0;
const BOUND: Dash = Dash { length: 7.0, space: 4.0 };

/// What all panels share: heights and the room at both sides.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    height: f64,
    plot: Range,
}

/// The scales of one panel.
struct Frame<'a> {
    panel: &'a ResponsePanel,
    down: Axis,
    across: Scale,
    plot: Range,
    rows: Range,
}

impl Layout {
    /// The layout of some panels.
    pub fn of(panels: &[&ResponsePanel]) -> Layout {
        let height = match panels.len() {
            1 => 320.0,
            2 => 230.0,
            3 | 4 => 180.0,
            _ => 150.0,
        };
        let rooms = panels.iter().map(|panel| axes::label_room(&down(panel, 0.0, height)));
        let left = MARGIN + rooms.fold(0.0, f64::max);
        let labels = panels.iter().flat_map(|panel| labels(panel)).map(|(label, _)| label);
        let labels: Vec<String> = labels.collect();
        let widest = Lettering::small().widest(labels.iter().map(String::as_str));
        let room = if labels.is_empty() { 0.0 } else { widest + LEADER + 6.0 };
        Layout { height, plot: Range::new(left, PAGE_WIDTH - MARGIN - room) }
    }

    /// Draws a panel from `top` on and returns where it ends.
    pub fn draw(&self, canvas: &mut Canvas, panel: &ResponsePanel, top: f64) -> f64 {
        let heading = Lettering::heading();
        let title = heading.shorten(&panel.title, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + ROW / 2.0), &title, heading);
        let rows = Range::new(top + TITLE_HEIGHT, top + TITLE_HEIGHT + self.height);
        let down = down(panel, rows.low, rows.high);
        let inner = Range::new(self.plot.low + INSET, self.plot.high - INSET);
        axes::beside(canvas, &down, self.plot);
        let (across, bottom) = match &panel.places {
            Places::Numbers => numbers(canvas, panel, (inner, rows)),
            Places::Names(names) => named(canvas, (names, &panel.across), (inner, rows)),
        };
        let frame = Frame { panel, down, across, plot: self.plot, rows };
        frame.draw_bounds(canvas);
        for (index, curve) in panel.curves.iter().enumerate() {
            canvas.belong_to(Some(curve.label.as_str()).filter(|label| !label.is_empty()));
            frame.draw_curve(canvas, curve, index);
        }
        canvas.belong_to(None);
        frame.draw_labels(canvas);
        bottom + PANEL_GAP
    }
}

/// Draws an axis of numbers, and returns its scale and where it ends.
fn numbers(
    canvas: &mut Canvas,
    panel: &ResponsePanel,
    (inner, rows): (Range, Range),
) -> (Scale, f64) {
    let places = panel.points().map(|point| point.place);
    let values = least(places).unwrap_or(Range::new(0.0, 1.0));
    // A single value stands in the middle.
    let values = match values.opened() == values {
        true => values,
        false => Range::new(values.low - 1.0, values.low + 1.0),
    };
    let axis = Axis::horizontal(values, inner);
    let bottom = axes::below(canvas, &axis, rows, &panel.across);
    (axis.scale, bottom)
}

/// Draws names side by side, as many as have room, and returns their scale and where they end.
fn named(
    canvas: &mut Canvas,
    (names, across): (&[String], &str),
    (inner, rows): (Range, Range),
) -> (Scale, f64) {
    let count = names.len().max(1) as f64;
    let scale = Scale::new(Range::new(-0.5, count - 0.5), inner);
    let slot = inner.span() / count;
    let every = (NARROWEST_NAME / slot).ceil().max(1.0);
    let small = Lettering::small();
    for (index, name) in names.iter().enumerate().step_by(every as usize) {
        let name = small.shorten(name, slot * every - 10.0);
        axes::tick_label(canvas, Point::new(scale.at(index as f64), rows.high), &name);
    }
    let title = small.shorten(across, inner.span());
    let middle = f64::midpoint(inner.low, inner.high);
    canvas.text(Point::new(middle, rows.high + ROW * 1.7), &title, small.centred());
    (scale, rows.high + 2.0 * ROW)
}

impl Frame<'_> {
    fn at(&self, place: f64, value: f64) -> Point {
        Point::new(self.across.at(place), self.down.scale.at(value))
    }

    fn draw_bounds(&self, canvas: &mut Canvas) {
        for (value, _) in &self.panel.bounds {
            let y = self.down.scale.at(*value);
            let ends = [Point::new(self.plot.low, y), Point::new(self.plot.high, y)];
            canvas.line(&ends, Pen::solid(INK, 1.4).dashed(BOUND));
        }
    }

    /// How far aside a curve stands so that several do not hide each other above one name.
    fn aside(&self, index: usize) -> f64 {
        let curves = self.panel.curves.len() as f64;
        match self.panel.places {
            Places::Numbers => 0.0,
            Places::Names(_) => {
                let slot = self.across.at(1.0) - self.across.at(0.0);
                (index as f64 - (curves - 1.0) / 2.0) * (NAME_FILLED * slot / curves).min(FURTHEST)
            }
        }
    }

    fn draw_curve(&self, canvas: &mut Canvas, curve: &ResponseCurve, index: usize) {
        let aside = self.aside(index);
        let looks = Series::at(index);
        let joined = curve.joining == Joining::Line;
        let alone = self.panel.curves.len() == 1;
        for run in runs(&curve.points).iter().filter(|_| joined) {
            if alone {
                self.draw_band(canvas, run, looks.colour);
            }
            let line: Vec<Point> =
                run.iter().map(|(place, value, _)| self.at(*place, *value)).collect();
            canvas.line(&line, looks.pen(2.0));
        }
        let known = curve.points.iter().filter(|point| point.value.is_some()).count();
        for point in &curve.points {
            let Some(value) = point.value else { continue };
            let at = self.at(point.place, value).shifted(aside, 0.0);
            canvas.hint(at, self.told(curve, point, value));
            if known <= MOST_LARGE_DOTS && !(joined && alone && 1 < known) {
                self.draw_interval(canvas, (point, aside), looks.colour);
            }
            match joined {
                true if known <= MOST_MARKED => looks.marker.draw_edged(canvas, at, looks.colour),
                true => {}
                false if known <= MOST_LARGE_DOTS => looks.marker.draw(canvas, at, looks.colour),
                false => canvas.disc(at, SMALL_DOT, looks.colour),
            }
        }
    }

    /// A point in words: where it is, and what was found there.
    fn told(&self, curve: &ResponseCurve, point: &ResponsePoint, value: f64) -> String {
        let place = match &self.panel.places {
            Places::Names(names) => names.get(point.place as usize).cloned().unwrap_or_default(),
            Places::Numbers => plain(point.place),
        };
        let name = match curve.label.as_str() {
            "" => place,
            label => format!("{label}, {place}"),
        };
        told(&name, value, point.ends)
    }

    fn draw_band(&self, canvas: &mut Canvas, run: &[Known], colour: Colour) {
        let edge = |end: fn(&(f64, f64)) -> f64| {
            let points = run.iter().filter_map(move |(place, _, ends)| {
                ends.as_ref().map(|ends| self.at(*place, end(ends)))
            });
            points.collect::<Vec<Point>>()
        };
        let (low, high) = (edge(|ends| ends.0), edge(|ends| ends.1));
        let outline: Vec<Point> = low.into_iter().chain(high.into_iter().rev()).collect();
        if 2 < outline.len() {
            canvas.fill(&outline, colour.tint(BAND_TINT));
        }
    }

    fn draw_interval(
        &self,
        canvas: &mut Canvas,
        (point, aside): (&ResponsePoint, f64),
        colour: Colour,
    ) {
        if let Some((low, high)) = point.ends {
            let ends = [low, high].map(|end| self.at(point.place, end).shifted(aside, 0.0));
            canvas.line(&ends, Pen::solid(colour, 1.6));
        }
    }

    /// What curves and bounds are, right of the plot, with leaders to where they end.
    fn draw_labels(&self, canvas: &mut Canvas) {
        let labels = labels(self.panel);
        let ends: Vec<Point> = labels.iter().map(|(_, end)| self.end(*end)).collect();
        let wanted: Vec<f64> = ends.iter().map(|end| end.y).collect();
        let small = Lettering::small();
        let places = spread(&wanted, small.line_height(), self.rows);
        for ((label, end), (from, y)) in labels.iter().zip(ends.iter().zip(places)) {
            let colour = match end {
                End::Curve(_, index) => Series::at(*index).colour,
                End::Bound(_) => GREY,
            };
            let to = Point::new(self.plot.high + LEADER, y);
            leader(canvas, *from, to);
            let ink = if colour == GREY { GREY } else { INK };
            canvas.text(to.shifted(4.0, 0.0), label, small.coloured(ink));
        }
    }

    fn end(&self, end: End) -> Point {
        match end {
            End::Bound(value) => Point::new(self.plot.high, self.down.scale.at(value)),
            End::Curve((place, value), index) => {
                self.at(place, value).shifted(8.0 + self.aside(index), 0.0)
            }
        }
    }
}

/// Where a label leads to: the value of a bound, or the last point of a curve and its index.
#[derive(Clone, Copy, Debug)]
enum End {
    Bound(f64),
    Curve((f64, f64), usize),
}

/// A point with a value: place, value, interval.
type Known = (f64, f64, Option<(f64, f64)>);

fn labels(panel: &ResponsePanel) -> Vec<(String, End)> {
    let short = |label: &str| Lettering::small().shorten(label, LABEL_WIDTH);
    let curves = panel.curves.iter().enumerate().filter_map(|(index, curve)| {
        let last = curve.points.iter().rev().find_map(|point| Some((point.place, point.value?)))?;
        (!curve.label.is_empty()).then(|| (short(&curve.label), End::Curve(last, index)))
    });
    let bounds = panel.bounds.iter().map(|(value, label)| (short(label), End::Bound(*value)));
    curves.chain(bounds).collect()
}

/// The vertical axis between two heights, over all that is drawn.
fn down(panel: &ResponsePanel, top: f64, bottom: f64) -> Axis {
    let ends = panel.points().filter_map(|point| point.ends).flat_map(|(low, high)| [low, high]);
    let values = panel.points().filter_map(|point| point.value);
    let bounds = panel.bounds.iter().map(|(value, _)| *value);
    let range = least(values.chain(ends).chain(bounds)).unwrap_or(Range::new(0.0, 1.0));
    Axis::vertical(range, Range::new(bottom, top))
}

/// The least range that holds all values.
fn least(mut values: impl Iterator<Item = f64>) -> Option<Range> {
    let first = values.next()?;
    let wider = |range: Range, value: f64| Range::new(range.low.min(value), range.high.max(value));
    Some(values.fold(Range::new(first, first), wider))
}

/// The points with values, parted where there is none.
fn runs(points: &[ResponsePoint]) -> Vec<Vec<Known>> {
    let known = |point: &ResponsePoint| Some((point.place, point.value?, point.ends));
    let parts = points.split(|point| point.value.is_none());
    let runs = parts.map(|part| part.iter().filter_map(known).collect::<Vec<Known>>());
    runs.filter(|run| !run.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::report::chart::response::ResponsePoint;

    #[test]
    fn a_curve_is_parted_where_there_is_nothing() {
        let point = |place: f64| ResponsePoint {
            place,
            value: (place != 2.0).then_some(place),
            ends: None,
        };
        let points: Vec<ResponsePoint> = [0.0, 1.0, 2.0, 3.0].map(point).to_vec();
        assert_eq!(runs(&points).iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    }
}
