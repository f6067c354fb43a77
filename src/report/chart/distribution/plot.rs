//! One panel of a distribution chart: steps, markers, the shares reached and the names beside them.

use std::cmp::Reverse;

use crate::report::chart::axes;
use crate::report::chart::canvas::Canvas;
use crate::report::chart::distribution::{
    DistributionCurve, DistributionPanel, GAP, LABEL_WIDTH, Promise, SWATCH,
};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::marker::Series;
use crate::report::chart::number::{percent, written};
use crate::report::chart::palette::{INK, WHITE};
use crate::report::chart::scale::{Axis, Range};

const LINE_WIDTH: f64 = 2.2;
/// Pixels between steps that say what they are.
const NARROWEST_HINT: f64 = 6.0;
/// Shares at which a curve carries its marker.
const MARKED: [f64; 4] = [0.2, 0.4, 0.6, 0.8];

/// A panel's axes and the place of its plot.
pub struct Plot {
    across: Axis,
    up: Axis,
    area: Area,
}

impl Plot {
    /// A plot in `area` with shares up and durations across.
    pub fn new(across: Axis, area: Area) -> Self {
        Plot { across, up: Axis::of_whole(Range::new(area.bottom, area.top)), area }
    }

    /// Draws both axes and returns where the lower one ends.
    pub fn draw_frame(&self, canvas: &mut Canvas, unit: &str) -> f64 {
        let end =
            axes::below(canvas, &self.across, Range::new(self.area.top, self.area.bottom), unit);
        axes::beside(canvas, &self.up, Range::new(self.area.left, self.area.right));
        end
    }

    /// Draws the curves and names them.
    pub fn draw_curves(&self, canvas: &mut Canvas, panel: &DistributionPanel) {
        // The first scenario is drawn last, above the others.
        let mut drawn = panel.ranked();
        drawn.sort_by_key(|(index, _)| Reverse(*index));
        for (index, curve) in &drawn {
            canvas.belong_to(Some(&curve.label));
            canvas.line(&self.outline(curve), Series::at(*index).pen(LINE_WIDTH));
        }
        for (index, curve) in &drawn {
            canvas.belong_to(Some(&curve.label));
            self.draw_markers(canvas, curve, Series::at(*index));
            self.draw_hints(canvas, curve);
        }
        for (_, curve) in &drawn {
            canvas.belong_to(Some(&curve.label));
            self.draw_reached(canvas, curve, panel.promise.as_ref());
        }
        canvas.belong_to(None);
        self.draw_labels(canvas, panel);
    }

    /// The steps as a line from the left edge of the plot to its right edge.
    fn outline(&self, curve: &DistributionCurve) -> Vec<Point> {
        let mut height = self.up.scale.at(0.0);
        let mut points = vec![Point::new(self.area.left, height)];
        for step in curve.sorted() {
            let x = self.across.scale.at(step.days);
            points.push(Point::new(x, height));
            height = self.up.scale.at(step.share);
            points.push(Point::new(x, height));
        }
        points.push(Point::new(self.area.right, height));
        points
    }

    fn draw_markers(&self, canvas: &mut Canvas, curve: &DistributionCurve, series: Series) {
        for share in MARKED {
            if let Some(days) = curve.days_at(share) {
                let at = Point::new(self.across.scale.at(days), self.up.scale.at(share));
                series.marker.draw_edged(canvas, at, series.colour);
            }
        }
    }

    /// Says of each step how many have at most so many days, where a pointer can tell them apart.
    fn draw_hints(&self, canvas: &mut Canvas, curve: &DistributionCurve) {
        let mut last = f64::NEG_INFINITY;
        for step in curve.sorted() {
            let at = Point::new(self.across.scale.at(step.days), self.up.scale.at(step.share));
            if last + NARROWEST_HINT <= at.x {
                last = at.x;
                let (days, share) = (written(step.days, 1.0), percent(step.share));
                canvas.hint(at, format!("{}: {days}, {share}", curve.label));
            }
        }
    }

    fn draw_reached(
        &self,
        canvas: &mut Canvas,
        curve: &DistributionCurve,
        promise: Option<&Promise>,
    ) {
        if let Some(promise) = promise {
            let share = curve.share_at(promise.days);
            let at = Point::new(self.across.scale.at(promise.days), self.up.scale.at(share));
            canvas.disc(at, 4.0, INK);
            canvas.disc(at, 2.2, WHITE);
        }
    }

    fn draw_labels(&self, canvas: &mut Canvas, panel: &DistributionPanel) {
        let pitch = panel.label_pitch();
        for (place, (index, curve)) in panel.ranked().into_iter().enumerate() {
            let middle = self.area.top + (place as f64 + 0.5) * pitch;
            let at = Point::new(self.area.right + GAP, middle);
            draw_label(canvas, at, Series::at(index), [&curve.label, &panel.reached(curve)]);
        }
    }
}

/// A piece of the line with its marker, the name and the note below it.
fn draw_label(canvas: &mut Canvas, at: Point, series: Series, [name, note]: [&str; 2]) {
    let lettering = Lettering::heading();
    let name = lettering.shorten(name, LABEL_WIDTH);
    let height = lettering.line_height();
    let middle = if note.is_empty() { at } else { at.shifted(0.0, -height / 2.0) };
    canvas.line(&[middle, middle.shifted(SWATCH, 0.0)], series.pen(LINE_WIDTH));
    series.marker.draw_edged(canvas, middle.shifted(SWATCH / 2.0, 0.0), series.colour);
    canvas.text(middle.shifted(SWATCH + GAP, 0.0), &name, lettering);
    canvas.text(middle.shifted(SWATCH + GAP, height), note, Lettering::small());
}
