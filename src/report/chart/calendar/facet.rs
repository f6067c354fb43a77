//! One scenario of a calendar chart: its runs of days as bands and a line.

use crate::report::chart::calendar::{Band, CalendarFacet};
use crate::report::chart::canvas::{Canvas, told};
use crate::report::chart::days::DayAxis;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::label::{leader, spread};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::palette::{Colour, INK};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};
use crate::report::language::{short_date, word};

/// What the outer band, the inner band and the line are called.
pub const NAMES: [&str; 3] = ["9 of 10", "half of replications", "median"];

/// A weekend and a holiday; a line broken at each of them would fall to dust.
const LONGEST_BRIDGE: usize = 3;
const OUTER_TINT: f64 = 0.25;
const INNER_TINT: f64 = 0.55;
const THINNEST: f64 = 1.2;
const THICKEST: f64 = 2.0;
const LEADER: f64 = 18.0;
/// A pointer cannot tell narrower places apart.
const NARROWEST_HINT: f64 = 4.0;

/// The two axes of a facet.
type Axes<'a> = (&'a DayAxis, &'a Axis);
/// Consecutive days with values, by index.
type Run = Vec<(usize, Band)>;

/// Draws bands and line in the colour of the facet's place.
pub fn draw(facet: &CalendarFacet, canvas: &mut Canvas, axes: Axes, index: usize) {
    let colour = Colour::of_series(index);
    for run in runs(&facet.days) {
        let edge = |value: fn(&Band) -> f64| edge(&run, axes, value);
        let outer = (edge(|band| band.fifth), edge(|band| band.ninety_fifth));
        let inner = (edge(|band| band.lower_quartile), edge(|band| band.upper_quartile));
        canvas.belong_to(Some(word(NAMES[0])));
        fill_between(canvas, outer, colour.tint(OUTER_TINT));
        canvas.belong_to(Some(word(NAMES[1])));
        fill_between(canvas, inner, colour.tint(INNER_TINT));
        canvas.belong_to(Some(word(NAMES[2])));
        canvas.line(&edge(|band| band.median), Pen::solid(colour, line_width(axes.0)));
        canvas.belong_to(None);
        draw_hints(facet, canvas, (axes, &run));
    }
}

/// Says the values of a day above and below its place, of as many days as a pointer can tell apart.
fn draw_hints(facet: &CalendarFacet, canvas: &mut Canvas, ((days, axis), run): (Axes, &Run)) {
    let width = days.start(1) - days.start(0);
    let every = (NARROWEST_HINT / width).ceil().max(1.0) as usize;
    let pixels = axis.scale.pixels();
    for (day, band) in run.iter().step_by(every) {
        let left = days.start(*day);
        let (top, bottom) = (pixels.high.min(pixels.low), pixels.high.max(pixels.low));
        let area = Area { left, top, right: left + width * every as f64, bottom };
        let date = short_date(days.date(*day));
        let name = format!("{}, {date}", facet.label);
        canvas.hint_in(area, told(&name, band.median, Some((band.fifth, band.ninety_fifth))));
    }
}

/// Writes what bands and line mean right of the plot, with leaders to the last day that has values.
pub fn draw_reading(facet: &CalendarFacet, canvas: &mut Canvas, axes: Axes, right: f64) {
    let last = facet.days.iter().enumerate().rev().find_map(|(day, band)| Some((day, (*band)?)));
    let Some((day, band)) = last else { return };
    let small = Lettering::small().coloured(INK);
    let values = [
        f64::midpoint(band.upper_quartile, band.ninety_fifth),
        f64::midpoint(band.median, band.upper_quartile),
        band.median,
    ];
    let heights = values.map(|value| axes.1.scale.at(value));
    let pixels = axes.1.scale.pixels();
    let places =
        spread(&ordered(heights), small.line_height(), Range::new(pixels.high, pixels.low));
    for ((name, height), place) in NAMES.iter().zip(heights).zip(places) {
        let from = Point::new(axes.0.start(day + 1), height);
        leader(canvas, from, Point::new(right + LEADER, place));
        canvas.text(Point::new(right + LEADER + 4.0, place), word(name), small);
    }
}

/// Keeps the labels in their order where the values they name coincide.
fn ordered(heights: [f64; 3]) -> [f64; 3] {
    let [outer, inner, line] = heights;
    [outer, inner.max(outer), line.max(inner)]
}

/// Thinner where days crowd, so that the line leaves the bands to be seen.
fn line_width(days: &DayAxis) -> f64 {
    (days.start(1) - days.start(0)).clamp(THINNEST, THICKEST)
}

fn fill_between(canvas: &mut Canvas, (lower, upper): (Vec<Point>, Vec<Point>), colour: Colour) {
    let outline: Vec<Point> = lower.into_iter().chain(upper.into_iter().rev()).collect();
    canvas.fill(&outline, colour);
}

/// A value along a run, from the morning of its first day to the evening of its last.
fn edge(run: &Run, axes: Axes, value: fn(&Band) -> f64) -> Vec<Point> {
    let at = |x, band: &Band| Point::new(x, axes.1.scale.at(value(band)));
    let morning = run.first().map(|(day, band)| at(axes.0.start(*day), band));
    let evening = run.last().map(|(day, band)| at(axes.0.start(*day + 1), band));
    let noons = run.iter().map(|(day, band)| at(axes.0.noon(*day), band));
    morning.into_iter().chain(noons).chain(evening).collect()
}

/// The days with values, parted where more than a few days have none.
fn runs(days: &[Option<Band>]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (day, band) in days.iter().enumerate().filter_map(|(day, band)| Some((day, (*band)?))) {
        let follows = |run: &&mut Run| {
            run.last().is_some_and(|(previous, _)| day - previous <= LONGEST_BRIDGE + 1)
        };
        match runs.last_mut().filter(follows) {
            Some(run) => run.push((day, band)),
            None => runs.push(vec![(day, band)]),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{Band, runs};

    #[test]
    fn a_long_weekend_is_bridged_and_a_week_is_not() {
        let band = Band {
            fifth: 1.0,
            lower_quartile: 2.0,
            median: 3.0,
            upper_quartile: 4.0,
            ninety_fifth: 5.0,
        };
        let day = |index: usize| (![1, 2, 3, 6, 7, 8, 9].contains(&index)).then_some(band);
        let lengths: Vec<usize> =
            runs(&(0..11).map(day).collect::<Vec<_>>()).iter().map(Vec::len).collect();
        assert_eq!(lengths, [3, 1]);
    }
}
