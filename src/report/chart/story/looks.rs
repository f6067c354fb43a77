//! How the parts of a story look: each phase has a colour and a fill of its own, each mark a colour
//! and a shape.

use crate::report::chart::canvas::Canvas;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::key::Entry;
use crate::report::chart::marker::Marker;
use crate::report::chart::palette::{
    CLOSED, Colour, DEEP_VERMILLION, GREEN, GREY, INK, ORANGE, PURPLE, SKY, WHITE,
};
use crate::report::chart::pen::{Dash, Pen};
use crate::report::chart::story::StoryLane;
use crate::report::language::word;

/// The height of a span in pixels.
pub const BAR: f64 = 26.0;

const EDGE: f64 = 1.6;
const KEY_HALF: f64 = 7.0;
const KEY_LENGTH: f64 = 26.0;
const CLOSED_LABEL: &str = "closed";
const DUE_LABEL: &str = "the promised day";
const DUE_DASH: Dash = Dash { length: 5.0, space: 3.0 };

/// What an applicant waits for, or is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryPhase {
    /// Has no appointment yet, or no longer.
    Asks,
    /// Waits for the day of the appointment.
    Appointed,
    /// Is at a kiosk or at the office.
    Out,
    /// Has been served and not paid.
    Unpaid,
    InProduction,
    /// The passport waits to be fetched.
    Ready,
}

/// What sort of thing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryMark {
    /// A step towards the passport.
    Forward,
    /// A step back, or in vain.
    Setback,
    /// A way to a kiosk or to the office.
    Trip,
    /// The end of the story.
    End,
}

impl StoryPhase {
    const ALL: [StoryPhase; 6] = [
        StoryPhase::Asks,
        StoryPhase::Appointed,
        StoryPhase::Out,
        StoryPhase::Unpaid,
        StoryPhase::InProduction,
        StoryPhase::Ready,
    ];

    const fn text(self) -> &'static str {
        match self {
            StoryPhase::Asks => "without an appointment",
            StoryPhase::Appointed => "waits for the appointed day",
            StoryPhase::Out => "at a kiosk or the office",
            StoryPhase::Unpaid => "served and not paid yet",
            StoryPhase::InProduction => "passport in production",
            StoryPhase::Ready => "ready, waits to be fetched",
        }
    }

    /// Its name in the language spoken.
    pub fn name(self) -> &'static str {
        word(self.text())
    }

    const fn colour(self) -> Colour {
        match self {
            StoryPhase::Asks => ORANGE,
            StoryPhase::Appointed => SKY,
            StoryPhase::Out => INK,
            StoryPhase::Unpaid => GREY,
            StoryPhase::InProduction => PURPLE,
            StoryPhase::Ready => GREEN,
        }
    }

    /// Whether only its outline is drawn, so that neighbours differ without colour too.
    const fn is_hollow(self) -> bool {
        matches!(self, StoryPhase::Asks | StoryPhase::Unpaid | StoryPhase::Ready)
    }

    /// What can be read on it.
    pub fn ink(self) -> Colour {
        if self.is_hollow() { INK } else { self.colour().readable_ink() }
    }

    /// Draws a part of this phase.
    pub fn draw(self, canvas: &mut Canvas, area: Area) {
        canvas.rectangle(area, self.colour());
        let inner = Area {
            left: area.left + EDGE,
            top: area.top + EDGE,
            right: area.right - EDGE,
            bottom: area.bottom - EDGE,
        };
        if self.is_hollow() && inner.left < inner.right {
            canvas.rectangle(inner, WHITE);
        }
    }
}

impl StoryMark {
    const ALL: [StoryMark; 4] =
        [StoryMark::Forward, StoryMark::Setback, StoryMark::Trip, StoryMark::End];

    const fn text(self) -> &'static str {
        match self {
            StoryMark::Forward => "a step forward",
            StoryMark::Setback => "a setback",
            StoryMark::Trip => "a trip",
            StoryMark::End => "the end",
        }
    }

    /// Draws the mark.
    pub fn draw(self, canvas: &mut Canvas, at: Point) {
        let (marker, colour) = match self {
            StoryMark::Forward => (Marker::Circle, INK),
            StoryMark::Setback => (Marker::Cross, DEEP_VERMILLION),
            StoryMark::Trip => (Marker::Triangle, INK),
            StoryMark::End => (Marker::Diamond, INK),
        };
        marker.draw_edged(canvas, at, colour);
    }
}

/// Draws the line of a promised day.
pub fn draw_due(canvas: &mut Canvas, x: f64, (top, bottom): (f64, f64)) {
    let pen = Pen::solid(DEEP_VERMILLION, 2.0).dashed(DUE_DASH);
    canvas.line(&[Point::new(x, top), Point::new(x, bottom)], pen);
}

/// What the looks mean, as far as lanes have them.
pub fn entries(lanes: &[StoryLane]) -> Vec<Entry> {
    let phases = StoryPhase::ALL.into_iter().filter(|phase| {
        lanes.iter().any(|lane| lane.spans.iter().any(|span| span.phase == *phase))
    });
    let marks = StoryMark::ALL.into_iter().filter(|mark| {
        let is_it = |of: &(StoryMark, String)| of.0 == *mark;
        lanes.iter().any(|lane| lane.events.iter().any(|of| of.mark.as_ref().is_some_and(is_it)))
    });
    let days = [
        (CLOSED_LABEL, lanes.iter().any(|lane| !lane.closures.is_empty())),
        (DUE_LABEL, lanes.iter().any(|lane| lane.due.is_some())),
    ];
    let days = days.into_iter().filter(|(_, there)| *there).map(|(text, _)| of_days(text));
    phases.map(of_phase).chain(marks.map(of_mark)).chain(days).collect()
}

fn of_phase(phase: StoryPhase) -> Entry {
    let draw: fn(&mut Canvas, Point) = match phase {
        StoryPhase::Asks => |canvas, at| swatch(canvas, at, StoryPhase::Asks),
        StoryPhase::Appointed => |canvas, at| swatch(canvas, at, StoryPhase::Appointed),
        StoryPhase::Out => |canvas, at| swatch(canvas, at, StoryPhase::Out),
        StoryPhase::Unpaid => |canvas, at| swatch(canvas, at, StoryPhase::Unpaid),
        StoryPhase::InProduction => |canvas, at| swatch(canvas, at, StoryPhase::InProduction),
        StoryPhase::Ready => |canvas, at| swatch(canvas, at, StoryPhase::Ready),
    };
    Entry { text: phase.name(), length: KEY_LENGTH, draw }
}

fn of_mark(mark: StoryMark) -> Entry {
    let draw: fn(&mut Canvas, Point) = match mark {
        StoryMark::Forward => |canvas, at| StoryMark::Forward.draw(canvas, at),
        StoryMark::Setback => |canvas, at| StoryMark::Setback.draw(canvas, at),
        StoryMark::Trip => |canvas, at| StoryMark::Trip.draw(canvas, at),
        StoryMark::End => |canvas, at| StoryMark::End.draw(canvas, at),
    };
    Entry { text: word(mark.text()), length: 0.0, draw }
}

fn of_days(text: &'static str) -> Entry {
    match text {
        CLOSED_LABEL => Entry {
            text: word(text),
            length: 2.0 * KEY_HALF,
            draw: |canvas, at| canvas.rectangle(around(at, 2.0 * KEY_HALF), CLOSED),
        },
        _ => Entry {
            text: word(text),
            length: 0.0,
            draw: |canvas, at| draw_due(canvas, at.x, (at.y - KEY_HALF, at.y + KEY_HALF)),
        },
    }
}

fn swatch(canvas: &mut Canvas, at: Point, phase: StoryPhase) {
    phase.draw(canvas, around(at, KEY_LENGTH));
}

fn around(at: Point, length: f64) -> Area {
    let (top, bottom) = (at.y - KEY_HALF, at.y + KEY_HALF);
    Area { left: at.x, top, right: at.x + length, bottom }
}
