//! Where the rows of an outcome chart stand, and what is said inside a segment or beside the bar.

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::cleaning::isolated;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::Lettering;
use crate::report::chart::number::percent;
use crate::report::chart::outcome::{LABEL_WIDTH, OutcomeChart, OutcomeRow, Segment};
use crate::report::chart::page::{MARGIN, set_lines_around};
use crate::report::chart::palette::{Colour, WHITE};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::{Axis, Range};
use crate::report::language::word;

const NOTE_WIDTH: f64 = 215.0;
const NOTE_LINES: usize = 5;
const WIDEST_SHARE: &str = " >99.9 %,";
const GAP: f64 = 14.0;
const BAR_HEIGHT: f64 = 26.0;
const ROW_PADDING: f64 = 10.0;
const SCENARIO_HEIGHT: f64 = 26.0;
const TEXT_PADDING: f64 = 5.0;
const SEAM: f64 = 1.5;

/// Where labels, bars and notes stand.
pub struct Plan {
    pub axis: Axis,
    note: f64,
}

impl Plan {
    /// The plan that gives the bars all the width that names and notes leave.
    pub fn of(chart: &OutcomeChart) -> Self {
        let names: Vec<String> = chart.rows.iter().map(OutcomeRow::name).collect();
        let left = MARGIN + Lettering::label().widest(names.iter().map(String::as_str)) + GAP;
        let narrow = Plan::with_note(left, PAGE_WIDTH - MARGIN - NOTE_WIDTH);
        let notes: Vec<String> =
            chart.rows.iter().flat_map(|row| narrow.note_lines(chart, row)).collect();
        let width = Lettering::small().widest(notes.iter().map(String::as_str));
        Plan::with_note(left, PAGE_WIDTH - MARGIN - width.max(GAP))
    }

    fn with_note(left: f64, note: f64) -> Self {
        Plan { axis: Axis::of_whole(Range::new(left, note - GAP)), note }
    }

    /// Where rows that begin at `top` end.
    pub fn bottom(&self, chart: &OutcomeChart, top: f64) -> f64 {
        (0..chart.rows.len()).fold(top, |end, index| {
            end + heading_height(chart, index) + self.row_height(chart, index)
        })
    }

    /// Draws all rows from `top` on.
    pub fn draw_rows(&self, chart: &OutcomeChart, canvas: &mut Canvas, mut top: f64) {
        for (index, row) in chart.rows.iter().enumerate() {
            let heading = heading_height(chart, index);
            if 0.0 < heading {
                draw_scenario(canvas, &row.scenario, top + heading / 2.0);
            }
            let height = self.row_height(chart, index);
            self.draw_row(canvas, (chart, row), top + heading + height / 2.0);
            top += heading + height;
        }
    }

    fn draw_row(
        &self,
        canvas: &mut Canvas,
        (chart, row): (&OutcomeChart, &OutcomeRow),
        middle: f64,
    ) {
        canvas.text(Point::new(MARGIN, middle), &row.name(), Lettering::label());
        for segment in row.segments() {
            self.draw_bar(canvas, &segment, middle);
            let Range { low: left, high: right } = self.span(&segment);
            let (top, bottom) = (middle - BAR_HEIGHT / 2.0, middle + BAR_HEIGHT / 2.0);
            let outcome = &chart.outcomes[segment.outcome];
            let hint = format!("{outcome}: {}", percent(segment.share));
            canvas.hint_in(Area { left, top, right, bottom }, hint);
            self.draw_share(canvas, (chart, &segment), middle);
        }
        let note = Point::new(self.note, middle);
        set_lines_around(canvas, note, &self.note_lines(chart, row), Lettering::small());
    }

    fn draw_bar(&self, canvas: &mut Canvas, segment: &Segment, middle: f64) {
        let Range { low: left, high: right } = self.span(segment);
        let (top, bottom) = (middle - BAR_HEIGHT / 2.0, middle + BAR_HEIGHT / 2.0);
        canvas.rectangle(Area { left, top, right, bottom }, Colour::of_part(segment.outcome));
        if 2.0 * SEAM < right - left && 0.0 < segment.start {
            let seam = [Point::new(left, top), Point::new(left, bottom)];
            canvas.line(&seam, Pen::solid(WHITE, SEAM));
        }
    }

    fn draw_share(
        &self,
        canvas: &mut Canvas,
        (chart, segment): (&OutcomeChart, &Segment),
        middle: f64,
    ) {
        if let Some(text) = self.text_inside(chart, segment) {
            let span = self.span(segment);
            let ink = Colour::of_part(segment.outcome).readable_ink();
            let centre = Point::new(f64::midpoint(span.low, span.high), middle);
            canvas.text(centre, &text, Lettering::small().coloured(ink).centred());
        }
    }

    fn row_height(&self, chart: &OutcomeChart, index: usize) -> f64 {
        let lines = self.note_lines(chart, &chart.rows[index]).len() as f64;
        BAR_HEIGHT.max(lines * Lettering::small().line_height()) + ROW_PADDING
    }

    fn span(&self, segment: &Segment) -> Range {
        let end = (segment.start + segment.share).min(1.0);
        Range::new(self.axis.scale.at(segment.start), self.axis.scale.at(end))
    }

    /// Name and percentage, the percentage alone, or nothing, as the segment has room.
    fn text_inside(&self, chart: &OutcomeChart, segment: &Segment) -> Option<String> {
        let room = self.span(segment).span() - 2.0 * TEXT_PADDING;
        let name = Lettering::small().shorten(&chart.outcomes[segment.outcome], LABEL_WIDTH);
        let share = percent(segment.share);
        let fits = |text: &String| Lettering::small().width(text) <= room;
        [format!("{} {share}", isolated(&name)), share].into_iter().find(fits)
    }

    /// The outcomes for which the bar has no room.
    fn note_lines(&self, chart: &OutcomeChart, row: &OutcomeRow) -> Vec<String> {
        if row.total() <= 0.0 {
            return vec![word("no data").to_owned()];
        }
        let small = Lettering::small();
        let room = NOTE_WIDTH - small.width(WIDEST_SHARE);
        let segments = row.segments().into_iter();
        let unsaid = segments.filter(|segment| self.text_inside(chart, segment).is_none());
        let mut pieces: Vec<String> = unsaid
            .map(|segment| {
                let name = small.shorten(&chart.outcomes[segment.outcome], room);
                format!("{} {},", isolated(&name), percent(segment.share))
            })
            .collect();
        if let Some(last) = pieces.last_mut() {
            last.pop();
        }
        small.wrap_pieces(pieces.iter().map(String::as_str), NOTE_WIDTH, NOTE_LINES)
    }
}

fn heading_height(chart: &OutcomeChart, index: usize) -> f64 {
    if chart.heads(index) { SCENARIO_HEIGHT } else { 0.0 }
}

/// A heading, with gridlines kept out of it.
fn draw_scenario(canvas: &mut Canvas, scenario: &str, middle: f64) {
    let heading = Lettering::heading();
    let name = heading.shorten(scenario, PAGE_WIDTH - 2.0 * MARGIN);
    canvas.text_over(Point::new(MARGIN, middle), &name, heading);
}
