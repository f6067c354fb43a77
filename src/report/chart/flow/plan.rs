//! Where a stream runs, where its parts leave it, and what is written beside them.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::cleaning::isolated;
use crate::report::chart::flow::bend::bend;
use crate::report::chart::flow::{FlowFacet, FlowPart, FlowStep};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::number::{percent, written};
use crate::report::chart::page::{MARGIN, set_lines};
use crate::report::chart::palette::{BLUE, Colour};
use crate::report::chart::scale::Range;
use crate::report::language::say;

const NAME_HEIGHT: f64 = 26.0;
const HEAD: f64 = 40.0;
/// The height of the largest stream.
const TRUNK: f64 = 120.0;
/// The inner radius of the first bend.
const RADIUS: f64 = 8.0;
const DROP: f64 = 22.0;
/// Fewer people than this many pixels of width would not be seen.
const NARROWEST: f64 = 0.8;
const LIST_GAP: f64 = 8.0;
const COLUMN_GAP: f64 = 12.0;
/// How far left of its step a list begins at most.
const LIST_REACH: f64 = 40.0;
const SWATCH: f64 = 10.0;
const SWATCH_GAP: f64 = 6.0;
const LINES: usize = 2;
const FACET_GAP: f64 = 22.0;
/// How strong the colours of the parts in which a stream begins are.
const STRENGTHS: [f64; 4] = [1.0, 0.7, 0.5, 0.35];

/// A stream with its places.
pub struct Plan<'a> {
    facet: &'a FlowFacet,
    /// Pixels a person.
    scale: f64,
    pitch: f64,
    remaining: Vec<f64>,
}

impl<'a> Plan<'a> {
    /// The plan of a stream among others, of which the largest has `most` people.
    pub fn of(facet: &'a FlowFacet, most: f64) -> Plan<'a> {
        let pitch = (PAGE_WIDTH - 2.0 * MARGIN) / (facet.steps.len() + 1) as f64;
        Plan { facet, scale: TRUNK.min(pitch / 2.0) / most, pitch, remaining: facet.remaining() }
    }

    /// Draws the stream from `top` on and returns where it ends.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let heading = Lettering::heading();
        let name = heading.shorten(&self.facet.label, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + NAME_HEIGHT / 2.0), &name, heading);
        let top = top + NAME_HEIGHT;
        let stream = top + HEAD;
        for place in 0..self.remaining.len() {
            self.draw_head(canvas, place, top);
            self.draw_section(canvas, place, stream);
        }
        self.draw_sources(canvas, stream);
        let floor = stream + self.height(0) + RADIUS + DROP;
        let mut end = self.list_sources(canvas, floor + LIST_GAP);
        for place in 0..self.facet.steps.len() {
            self.draw_exits(canvas, (place, stream), floor);
            end = end.max(self.list_exits(canvas, place, floor + LIST_GAP));
        }
        end + FACET_GAP
    }

    /// Where the section after so many steps begins.
    fn start(&self, place: usize) -> f64 {
        MARGIN + place as f64 * self.pitch
    }

    fn height(&self, place: usize) -> f64 {
        self.remaining[place] * self.scale
    }

    fn width(&self, part: &FlowPart) -> f64 {
        (part.people * self.scale).max(NARROWEST)
    }

    fn leaving(&self, step: &FlowStep) -> f64 {
        step.shown().map(|part| self.width(part)).sum()
    }

    /// Where those who do not pass a step begin to turn.
    fn turn(&self, step: usize) -> f64 {
        self.start(step + 1) - self.leaving(&self.facet.steps[step]) - RADIUS
    }

    fn draw_head(&self, canvas: &mut Canvas, place: usize, top: f64) {
        let name = match place {
            0 => &self.facet.start,
            place => &self.facet.steps[place - 1].label,
        };
        let at = Point::new(self.start(place), top + HEAD * 0.25);
        let (label, small) = (Lettering::label(), Lettering::small());
        let room = self.pitch - COLUMN_GAP;
        canvas.text(at, &label.shorten(name, room), label);
        let people = written(self.remaining[place], 1.0);
        let people = say("{number} people", &[("number", &people)]);
        let share = percent(self.remaining[place] / self.facet.people());
        let text = if place == 0 { people } else { format!("{share}, {people}") };
        canvas.text(at.shifted(0.0, HEAD * 0.42), &small.shorten(&text, room), small);
    }

    /// Draws those who go on after so many steps, and before them those who are about to leave.
    fn draw_section(&self, canvas: &mut Canvas, place: usize, top: f64) {
        let (left, right) = (self.start(place), self.start(place + 1));
        let bottom = top + self.height(place);
        match self.facet.steps.get(place) {
            None => canvas.rectangle(Area { left, top, right, bottom }, BLUE),
            Some(_) => {
                let turn = self.turn(place).max(left);
                canvas.rectangle(Area { left, top, right: turn, bottom }, BLUE);
                // One reaches under the other, so that no seams show.
                let bottom = top + self.height(place + 1);
                canvas.rectangle(Area { left, top, right: right + 1.0, bottom }, BLUE);
            }
        }
    }

    /// Draws the parts in which the stream begins over its first section, the first on top.
    fn draw_sources(&self, canvas: &mut Canvas, mut top: f64) {
        let right = if self.facet.steps.is_empty() { self.start(1) } else { self.turn(0) };
        let small = Lettering::small();
        for (part, colour) in self.sources() {
            let bottom = top + part.people * self.scale;
            let left = self.start(0);
            canvas.rectangle(Area { left, top, right, bottom }, colour);
            if self.has_room(part) {
                let text = self.words(part).join(" ");
                let text = small.shorten(&text, right - left - 2.0 * SWATCH_GAP);
                let at = Point::new(left + SWATCH_GAP, f64::midpoint(top, bottom));
                canvas.text(at, &text, small.coloured(colour.readable_ink()));
            }
            top = bottom;
        }
    }

    /// The parts in which the stream begins, with their colours.
    fn sources(&self) -> impl Iterator<Item = (&FlowPart, Colour)> {
        let parts = self.facet.sources.iter().filter(|part| 0.0 < part.people);
        let colour = |place: usize| BLUE.tint(STRENGTHS[place % STRENGTHS.len()]);
        parts.enumerate().map(move |(place, part)| (part, colour(place)))
    }

    /// Whether what a part is can be written on it.
    fn has_room(&self, part: &FlowPart) -> bool {
        Lettering::small().line_height() <= part.people * self.scale
    }

    /// What a part is, in pieces that are not to be parted.
    fn words(&self, part: &FlowPart) -> Vec<String> {
        let name = isolated(&Lettering::small().shorten(&part.label, self.pitch));
        let share = percent(part.people / self.facet.people());
        name.split(' ').map(str::to_owned).chain([share]).collect()
    }

    /// Draws how those who do not pass a step turn down, the first at the left.
    fn draw_exits(&self, canvas: &mut Canvas, (step, top): (usize, f64), floor: f64) {
        let centre = Point::new(self.turn(step), top + self.height(step) + RADIUS);
        let mut radius = RADIUS;
        for part in self.facet.steps[step].shown() {
            let outer = radius + self.width(part);
            let outline = bend(centre, (radius, outer), floor);
            canvas.fill(&outline, Colour::of_part(part.colour));
            radius = outer;
        }
    }

    /// Lists the parts in which the stream begins that have no room for words, and returns where
    /// that ends.
    fn list_sources(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let narrow = self.sources().filter(|(part, _)| !self.has_room(part));
        let right = if self.facet.steps.is_empty() { PAGE_WIDTH } else { self.list_start(0) };
        let columns = Range::new(MARGIN, right - COLUMN_GAP);
        narrow.fold(top, |top, part| self.list(canvas, part, (columns, top)))
    }

    /// Lists who does not pass a step, and returns where that ends.
    fn list_exits(&self, canvas: &mut Canvas, step: usize, top: f64) -> f64 {
        let right = match step + 1 < self.facet.steps.len() {
            true => self.list_start(step + 1) - COLUMN_GAP,
            false => PAGE_WIDTH - MARGIN,
        };
        let columns = Range::new(self.list_start(step), right);
        let parts = self.facet.steps[step].shown();
        let coloured = parts.map(|part| (part, Colour::of_part(part.colour)));
        coloured.fold(top, |top, part| self.list(canvas, part, (columns, top)))
    }

    /// Writes what a part is beside its colour, and returns where that ends.
    fn list(
        &self,
        canvas: &mut Canvas,
        (part, colour): (&FlowPart, Colour),
        (columns, top): (Range, f64),
    ) -> f64 {
        let small = Lettering::small();
        let text = columns.low + SWATCH + SWATCH_GAP;
        let words = self.words(part);
        let lines = small.wrap_pieces(words.iter().map(String::as_str), columns.high - text, LINES);
        let middle = top + small.line_height() / 2.0;
        let (above, below) = (middle - SWATCH / 2.0, middle + SWATCH / 2.0);
        let (left, right) = (columns.low, columns.low + SWATCH);
        canvas.rectangle(Area { left, top: above, right, bottom: below }, colour);
        set_lines(canvas, Point::new(text, top), &lines, small)
    }

    fn list_start(&self, step: usize) -> f64 {
        self.start(step + 1) - self.leaving(&self.facet.steps[step]).min(LIST_REACH)
    }
}
