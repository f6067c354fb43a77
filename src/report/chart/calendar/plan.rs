//! Where the facets of a calendar chart stand, and what they share: axes, closures and markers.

use crate::report::chart::axes;
use crate::report::chart::calendar::{Band, CalendarBandChart, CalendarFacet, Closure, facet};
use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::days::DayAxis;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::label::Flags;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::page::MARGIN;
use crate::report::chart::palette::CLOSED;
use crate::report::chart::scale::{Axis, Range};
use crate::report::language::word;

const NAME_HEIGHT: f64 = 24.0;
const FACET_GAP: f64 = 14.0;
const FOOT_HEIGHT: f64 = 22.0;
const LABEL_GAP: f64 = 26.0;
const SWATCH: f64 = 14.0;
const CLOSED_LABEL: &str = "closed";

/// Where everything stands.
pub struct Plan {
    days: DayAxis,
    columns: Range,
    values: Range,
    flags: Flags,
    facet_height: f64,
    top: f64,
}

impl Plan {
    /// The plan of a chart whose facets begin at `top`.
    pub fn of(chart: &CalendarBandChart, top: f64) -> Self {
        let values = Range::with_zero(chart.bands().flat_map(Band::values));
        let facet_height = chart.facet_height();
        let labels = axes::label_room(&Axis::vertical(values, Range::new(facet_height, 0.0)));
        let room = Lettering::small().widest(facet::NAMES.map(word)) + LABEL_GAP;
        let columns = Range::new(MARGIN + labels, PAGE_WIDTH - MARGIN - room);
        let days = DayAxis::new(chart.first_day, chart.day_count(), columns);
        let marked = chart
            .markers
            .iter()
            .filter_map(|(date, label)| days.start_of(*date).map(|x| (x, label.clone())));
        let flags = Flags::new(marked, Range::new(MARGIN, PAGE_WIDTH - MARGIN));
        Plan { days, columns, values, flags, facet_height, top }
    }

    /// Draws all facets.
    pub fn draw(&self, chart: &CalendarBandChart, canvas: &mut Canvas) {
        for (index, facet) in chart.facets.iter().enumerate() {
            self.draw_closures(chart, canvas, self.area(index));
            let axis = self.axis(index);
            axes::beside(canvas, &axis, self.columns);
            facet::draw(facet, canvas, (&self.days, &axis), index);
        }
        self.draw_reading(chart, canvas);
        let (first, last) = (self.area(0), self.area(chart.facets.len() - 1));
        self.flags.draw(canvas, first.top - NAME_HEIGHT, last.bottom);
        for (index, facet) in chart.facets.iter().enumerate() {
            self.draw_name(canvas, facet, index);
        }
    }

    /// Says once, beside the first facet with values, how the bands are read.
    fn draw_reading(&self, chart: &CalendarBandChart, canvas: &mut Canvas) {
        let filled = chart.facets.iter().position(|facet| facet.days.iter().any(Option::is_some));
        if let Some(index) = filled {
            facet::draw_reading(
                &chart.facets[index],
                canvas,
                (&self.days, &self.axis(index)),
                self.columns.high,
            );
        }
    }

    fn draw_closures(&self, chart: &CalendarBandChart, canvas: &mut Canvas, area: Area) {
        for closure in &chart.closures {
            if let Some(span) = self.span_of(*closure) {
                canvas.rectangle(Area { left: span.low, right: span.high, ..area }, CLOSED);
            }
        }
    }

    /// The pixels of the part of a closure that is on the axis.
    fn span_of(&self, closure: Closure) -> Option<Range> {
        let last = self.days.days_to(closure.last).saturating_add(1);
        let clamped = |day: i64| usize::try_from(day.max(0)).unwrap_or(0).min(self.days.count());
        let (low, high) = (clamped(self.days.days_to(closure.first)), clamped(last));
        (low < high).then(|| Range::new(self.days.start(low), self.days.start(high)))
    }

    fn draw_name(&self, canvas: &mut Canvas, facet: &CalendarFacet, index: usize) {
        let heading = Lettering::heading();
        let name = heading.shorten(&facet.label, self.columns.span());
        let top = self.area(index).top;
        canvas.text_over(Point::new(self.columns.low, top - NAME_HEIGHT / 2.0), &name, heading);
    }

    /// Draws the days below the last facet and returns where they end.
    pub fn draw_foot(&self, chart: &CalendarBandChart, canvas: &mut Canvas) -> f64 {
        let bottom = self.area(chart.facets.len() - 1).bottom;
        for tick in self.days.ticks() {
            axes::tick_label(canvas, Point::new(tick.x, bottom), &tick.label);
        }
        let end = bottom + FOOT_HEIGHT;
        let closed = chart.closures.iter().any(|closure| self.span_of(*closure).is_some());
        if closed { self.draw_closed_key(canvas, end) } else { end }
    }

    fn draw_closed_key(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let middle = top + FOOT_HEIGHT / 2.0;
        let left = self.columns.low;
        let half = SWATCH / 2.0;
        let swatch = Area { left, top: middle - half, right: left + SWATCH, bottom: middle + half };
        canvas.rectangle(swatch, CLOSED);
        canvas.text(
            Point::new(swatch.right + half, middle),
            word(CLOSED_LABEL),
            Lettering::small(),
        );
        top + FOOT_HEIGHT
    }

    fn axis(&self, index: usize) -> Axis {
        let area = self.area(index);
        Axis::vertical(self.values, Range::new(area.bottom, area.top))
    }

    fn area(&self, index: usize) -> Area {
        let pitch = self.facet_height + NAME_HEIGHT + FACET_GAP;
        let top = self.top + self.flags.height() + NAME_HEIGHT + index as f64 * pitch;
        let bottom = top + self.facet_height;
        Area { left: self.columns.low, top, right: self.columns.high, bottom }
    }
}
