//! The hours of a story at kiosk and office: for each stay, what its lines and desks took.

use crate::report::chart::axes;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::key::{self, Entry};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::MARGIN;
use crate::report::chart::palette::{BLUE, CLOSED, GREY, INK, RULE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::story::{StoryLane, StoryStep, StoryVisit};
use crate::report::language::word;

const ROW: f64 = 22.0;
const TITLE_HEIGHT: f64 = 26.0;
const VISIT_GAP: f64 = 8.0;
const LABEL_WIDTH: f64 = 190.0;
const NOTE_WIDTH: f64 = 400.0;
const GAP: f64 = 12.0;
const BAR: f64 = 12.0;
/// A line that takes no time is a stroke.
const NARROWEST: f64 = 2.0;
const WAITS: &str = "waits in line";
const SERVED: &str = "is served";
const UNIT: &str = "minutes since the arrival";

/// Draws the stays of all lanes from `top` on and returns where they end.
pub fn draw_visits(canvas: &mut Canvas, lanes: &[StoryLane], top: f64) -> f64 {
    let mut top = key::draw(canvas, top, &entries(lanes));
    let columns = Range::new(MARGIN + LABEL_WIDTH + GAP, PAGE_WIDTH - MARGIN - NOTE_WIDTH - GAP);
    let steps = lanes.iter().flat_map(|lane| &lane.visits).flat_map(|visit| &visit.steps);
    let across = Axis::horizontal(Range::with_zero(steps.map(StoryStep::end)), columns);
    for lane in lanes {
        for visit in &lane.visits {
            top = draw_visit(canvas, (lane, visit), &across, top);
        }
        if !lane.left_out.is_empty() {
            let text = format!("{}: {}", lane.label, lane.left_out);
            let text = Lettering::small().shorten(&text, PAGE_WIDTH - 2.0 * MARGIN);
            canvas.text(Point::new(MARGIN, top + ROW / 2.0), &text, Lettering::small());
            top += ROW + VISIT_GAP;
        }
    }
    axes::below(canvas, &across, Range::new(top, top), word(UNIT))
}

fn entries(lanes: &[StoryLane]) -> Vec<Entry> {
    let steps = || lanes.iter().flat_map(|lane| &lane.visits).flat_map(|visit| &visit.steps);
    let waits = steps().any(|step| step.waits.0 < step.waits.1);
    let waits = waits.then(|| Entry {
        text: word(WAITS),
        length: 2.0 * BAR,
        draw: |canvas, at| draw_wait(canvas, Range::new(at.x, at.x + 2.0 * BAR), at.y),
    });
    let served = steps().any(|step| step.served.is_some());
    let served = served.then(|| Entry {
        text: word(SERVED),
        length: 2.0 * BAR,
        draw: |canvas, at| draw_service(canvas, Range::new(at.x, at.x + 2.0 * BAR), at.y),
    });
    waits.into_iter().chain(served).collect()
}

fn draw_visit(
    canvas: &mut Canvas,
    (lane, visit): (&StoryLane, &StoryVisit),
    across: &Axis,
    top: f64,
) -> f64 {
    let title = format!("{}: {}", lane.label, visit.title);
    let title = Lettering::heading().shorten(&title, PAGE_WIDTH - 2.0 * MARGIN);
    canvas.text(Point::new(MARGIN, top + TITLE_HEIGHT / 2.0), &title, Lettering::heading());
    let first = top + TITLE_HEIGHT;
    let bottom = first + visit.steps.len() as f64 * ROW;
    for tick in &across.ticks {
        let x = across.scale.at(tick.value);
        canvas.line(&[Point::new(x, first), Point::new(x, bottom)], Pen::solid(CLOSED, 1.0));
    }
    for (place, step) in visit.steps.iter().enumerate() {
        draw_step(canvas, step, across, first + (place as f64 + 0.5) * ROW);
    }
    bottom + VISIT_GAP
}

fn draw_step(canvas: &mut Canvas, step: &StoryStep, across: &Axis, middle: f64) {
    let (label, small) = (Lettering::label(), Lettering::small());
    let columns = across.scale.pixels();
    let name = label.shorten(&step.label, LABEL_WIDTH);
    canvas.text(Point::new(columns.low - GAP, middle), &name, label.ending());
    let at = |minutes: f64| across.scale.at(minutes);
    let (joins, begins) = (at(step.waits.0), at(step.waits.1));
    if joins < begins {
        draw_wait(canvas, Range::new(joins, begins), middle);
    }
    if let Some(ends) = step.served {
        draw_service(canvas, Range::new(begins, at(ends).max(begins + NARROWEST)), middle);
    }
    let note = small.shorten(&step.note, NOTE_WIDTH);
    canvas.text(Point::new(columns.high + GAP, middle), &note, small.coloured(INK));
    let half = ROW / 2.0;
    let (left, right) = (joins, at(step.end()).max(joins + NARROWEST));
    let area = Area { left, right, top: middle - half, bottom: middle + half };
    canvas.hint_in(area, format!("{}: {}", step.label, step.note));
}

/// A thin grey line between two ends: nothing happens.
fn draw_wait(canvas: &mut Canvas, columns: Range, middle: f64) {
    let half = BAR / 4.0;
    let area =
        Area { left: columns.low, right: columns.high, top: middle - half, bottom: middle + half };
    canvas.rectangle(area, RULE);
    let end = |x: f64| [Point::new(x, middle - BAR / 2.0), Point::new(x, middle + BAR / 2.0)];
    canvas.line(&end(columns.low), Pen::solid(GREY, 1.4));
}

fn draw_service(canvas: &mut Canvas, columns: Range, middle: f64) {
    let half = BAR / 2.0;
    let area =
        Area { left: columns.low, right: columns.high, top: middle - half, bottom: middle + half };
    canvas.rectangle(area, BLUE);
}
