//! One scenario's lane of a story: its days as spans, what happens as marks with their names above.

use crate::report::chart::axes;
use crate::report::chart::calendar::Closure;
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::days::DayAxis;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::label::Flags;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::MARGIN;
use crate::report::chart::palette::{CLOSED, GREY, RULE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::Range;
use crate::report::chart::story::looks::{BAR, StoryMark, StoryPhase, draw_due};
use crate::report::chart::story::{StoryEvent, StoryLane, StorySpan};
use crate::report::language::say;

const NAME_HEIGHT: f64 = 24.0;
const NAME_WIDTH: f64 = 420.0;
const NAME_GAP: f64 = 14.0;
const TRIP_HEIGHT: f64 = 20.0;
const LANE_GAP: f64 = 16.0;
const FOOT_HEIGHT: f64 = 22.0;
const PADDING: f64 = 8.0;
/// Shaded days that are narrower cannot be seen.
const NARROWEST_CLOSURE: f64 = 2.5;
/// A stay of some minutes is still to be seen.
const NARROWEST_SPAN: f64 = 3.0;
/// Names of what happens within so many pixels stand behind each other.
const CLOSE: f64 = 7.0;
/// As wide as such names become together.
const WIDEST_NAMES: f64 = 320.0;
/// Of marks closer than this the last is drawn: it would cover the others.
const NARROWEST_MARK: f64 = 3.0;
/// What happens more often in the same words is named once.
const MOST_ALIKE: usize = 2;
/// Flags of a lane; of more, the first and the last ones stay.
const MOST_FLAGS: usize = 12;

/// Where the parts of a lane stand.
pub struct LanePlan<'of> {
    lane: &'of StoryLane,
    days: &'of DayAxis,
    flags: Flags,
    top: f64,
    /// Where the spans begin.
    bar: f64,
}

impl LanePlan<'_> {
    /// The plan of a lane that begins at `top`.
    pub fn of<'of>(lane: &'of StoryLane, days: &'of DayAxis, top: f64) -> LanePlan<'of> {
        let room = Range::new(MARGIN, PAGE_WIDTH - MARGIN);
        // The last comes first, so that of those at the same time the earlier stand above.
        let flags = Flags::new(named(lane, days).into_iter().rev(), room);
        let bar = top + NAME_HEIGHT + flags.height() + PADDING;
        LanePlan { lane, days, flags, top, bar }
    }

    /// Draws the lane and returns where it ends.
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        self.draw_name(canvas);
        let bottom = self.bar + BAR + TRIP_HEIGHT;
        let rows = Range::new(self.bar - PADDING, bottom);
        for closure in &self.lane.closures {
            self.draw_closure(canvas, *closure, rows);
        }
        let left = Point::new(self.days.scale.pixels().low, bottom);
        let right = Point::new(self.days.scale.pixels().high, bottom);
        canvas.line(&[left, right], Pen::solid(RULE, 1.0));
        self.flags.draw(canvas, self.bar - PADDING, self.bar);
        for span in &self.lane.spans {
            span.phase.draw(canvas, self.area(span));
        }
        for span in &self.lane.spans {
            self.name_span(canvas, span);
        }
        if let Some(x) = self.due() {
            draw_due(canvas, x, (rows.low, rows.high));
        }
        self.draw_marks(canvas);
        bottom + LANE_GAP
    }

    fn draw_name(&self, canvas: &mut Canvas) {
        let (heading, label) = (Lettering::heading(), Lettering::label());
        let name = heading.shorten(&self.lane.label, NAME_WIDTH);
        let at = Point::new(MARGIN, self.top + NAME_HEIGHT / 2.0);
        let left = at.x + heading.width(&name) + NAME_GAP;
        canvas.text(at, &name, heading);
        let note = label.coloured(GREY).shorten(&self.lane.note, PAGE_WIDTH - MARGIN - left);
        canvas.text(Point::new(left, at.y), &note, label.coloured(GREY));
    }

    fn draw_closure(&self, canvas: &mut Canvas, closure: Closure, rows: Range) {
        let at = |days: i64| self.days.start(self.days.count().min(days.max(0) as usize));
        let last = self.days.days_to(closure.last).saturating_add(1);
        let (left, right) = (at(self.days.days_to(closure.first)), at(last));
        if NARROWEST_CLOSURE <= right - left {
            let area = Area { left, right, top: rows.low, bottom: rows.high };
            canvas.rectangle(area, CLOSED);
        }
    }

    fn area(&self, span: &StorySpan) -> Area {
        let pixels = self.days.scale.pixels();
        let at = |days: f64| self.days.scale.at(days).clamp(pixels.low, pixels.high);
        let (left, right) = (at(span.from), at(span.until));
        let right = right.max(left + NARROWEST_SPAN);
        Area { left, right, top: self.bar, bottom: self.bar + BAR }
    }

    /// Names a span with its phase and length, as far as there is room between stays.
    fn name_span(&self, canvas: &mut Canvas, span: &StorySpan) {
        let whole = format!("{}, {}", span.phase.name(), span.length);
        canvas.hint_in(self.area(span), format!("{}: {whole}", self.lane.label));
        let small = Lettering::small().coloured(span.phase.ink()).centred();
        let room = self.widest_room(span);
        let fits = |text: &&String| small.width(text) + 2.0 * PADDING <= room.span();
        if let Some(text) = [&whole, &span.length].into_iter().find(fits) {
            let middle = Point::new(f64::midpoint(room.low, room.high), self.bar + BAR / 2.0);
            canvas.text(middle, text, small);
        }
    }

    /// The widest part of a span that neither a stay nor the promised day lies upon.
    fn widest_room(&self, span: &StorySpan) -> Range {
        let area = self.area(span);
        if span.phase == StoryPhase::Out {
            return Range::new(area.left, area.right);
        }
        let stays = self.lane.spans.iter().filter(|other| other.phase == StoryPhase::Out);
        let stays = stays.map(|stay| Range::new(self.area(stay).left, self.area(stay).right));
        let taken = stays.chain(self.due().map(|x| Range::new(x, x)));
        let mut taken: Vec<Range> = taken.chain([Range::new(area.right, area.right)]).collect();
        taken.sort_by(|one, other| one.low.total_cmp(&other.low));
        let (mut widest, mut left) = (Range::new(area.left, area.left), area.left);
        for part in taken {
            let room = Range::new(left, part.low.min(area.right));
            if widest.span() < room.span() {
                widest = room;
            }
            left = left.max(part.high);
        }
        widest
    }

    /// Marks stand at the upper edge of the spans, trips below them.
    fn draw_marks(&self, canvas: &mut Canvas) {
        let place = |of: &StoryEvent| {
            let (mark, _) = of.mark.as_ref()?;
            let y = match mark {
                StoryMark::Trip => self.bar + BAR + TRIP_HEIGHT / 2.0,
                _ => self.bar,
            };
            Some((*mark, Point::new(self.days.scale.at(of.at), y)))
        };
        for (index, event) in self.lane.events.iter().enumerate() {
            let Some((mark, at)) = place(event) else { continue };
            let mut later = self.lane.events[index + 1..].iter().filter_map(place);
            if !later.any(|(_, next)| next.y == at.y && next.x - at.x < NARROWEST_MARK) {
                mark.draw(canvas, at);
            }
            canvas.hint(at, format!("{}: {}: {}", self.lane.label, event.time, event.told));
        }
    }

    /// The pixel of the end of the promised day, if it is on the axis.
    fn due(&self) -> Option<f64> {
        let (date, _) = self.lane.due.as_ref()?;
        self.days.start_of(*date).map(|start| start + self.days.start(1) - self.days.start(0))
    }
}

/// Draws the dates below the last lane and returns where they end.
pub fn draw_foot(canvas: &mut Canvas, days: &DayAxis, top: f64) -> f64 {
    let top = top - LANE_GAP;
    for tick in days.ticks() {
        axes::tick_label(canvas, Point::new(tick.x, top), &tick.label);
    }
    top + FOOT_HEIGHT
}

/// The names of what happens in a lane with their pixels, those close to each other in one.
fn named(lane: &StoryLane, days: &DayAxis) -> Vec<(f64, String)> {
    let mut flags: Vec<(f64, String)> = Vec::new();
    for (x, name) in once_each(lane, days) {
        let joined = flags.last().map(|(_, before)| format!("{before}, {name}"));
        match (flags.last_mut(), joined) {
            (Some(last), Some(joined))
                if x - last.0 < CLOSE && Lettering::small().width(&joined) < WIDEST_NAMES =>
            {
                last.1 = joined;
            }
            _ => flags.push((x, name)),
        }
    }
    if MOST_FLAGS < flags.len() {
        flags.drain(MOST_FLAGS / 2..flags.len() - MOST_FLAGS / 2);
    }
    let due = lane.due.as_ref();
    let due = due.and_then(|(date, text)| Some((days.start_of(*date)?, text.clone())));
    let width = days.start(1) - days.start(0);
    flags.extend(due.map(|(start, text)| (start + width, text)));
    flags
}

/// What happens by name; what happens often in the same words only at first, with how often.
fn once_each(lane: &StoryLane, days: &DayAxis) -> Vec<(f64, String)> {
    let named: Vec<(f64, &str)> = lane
        .events
        .iter()
        .filter_map(|event| Some((event.at, event.mark.as_ref()?.1.as_str())))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    let mut flags = Vec::new();
    for (index, (at, name)) in named.iter().enumerate() {
        let alike = named.iter().filter(|(_, other)| other == name).count();
        let is_first = named[..index].iter().all(|(_, other)| other != name);
        let text = match alike {
            ..=MOST_ALIKE => name.to_string(),
            _ if is_first => say("{name} ({number} times)", &[("name", name), ("number", &alike)]),
            _ => continue,
        };
        flags.push((days.scale.at(*at), text));
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::report::chart::days::DayAxis;
    use crate::report::chart::scale::Range;
    use crate::report::chart::story::{StoryEvent, StoryLane, StoryMark};
    use crate::time::date;

    fn flags(events: &[(f64, &str)]) -> Vec<String> {
        let event = |(at, name): &(f64, &str)| StoryEvent {
            at: *at,
            time: String::new(),
            told: String::new(),
            mark: Some((StoryMark::Setback, name.to_string())),
        };
        let events = events.iter().map(event).collect();
        let lane = StoryLane { events, ..StoryLane::default() };
        let days = DayAxis::new(date(2019, 1, 1), 100, Range::new(0.0, 1000.0));
        named(&lane, &days).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn what_happens_often_is_named_once() {
        let often = flags(&[(0.0, "full"), (5.0, "full"), (9.0, "full"), (30.0, "books")]);
        assert_eq!(often, ["full (3 times)", "books"]);
        assert_eq!(flags(&[(0.0, "full"), (5.0, "full")]), ["full", "full"]);
    }

    #[test]
    fn what_happens_at_about_the_same_time_is_named_together() {
        assert_eq!(
            flags(&[(1.0, "wish"), (1.1, "books"), (9.0, "ready")]),
            ["wish, books", "ready"]
        );
    }

    #[test]
    fn of_a_long_story_the_beginning_and_the_end_are_named() {
        let names: Vec<String> = (0..50).map(|number| format!("event {number}")).collect();
        let events: Vec<(f64, &str)> =
            names.iter().zip(0..).map(|(name, at)| (2.0 * f64::from(at), name.as_str())).collect();
        let flags = flags(&events);
        assert_eq!(
            (flags.len(), flags[5].as_str(), flags[6].as_str()),
            (12, "event 5", "event 44")
        );
    }
}
