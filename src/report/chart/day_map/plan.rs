//! Where the cells of a map of days stand, and how they are filled.

use std::ops::Range as Span;

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::day_map::{DayMapChart, DayMapFacet, DayUse};
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::key;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::number::{percent, written};
use crate::report::chart::page::MARGIN;
use crate::report::chart::palette::{Colour, GREY};
use crate::report::chart::pen::Pen;
use crate::report::chart::scale::Range;
use crate::report::language::{month, say, short_date, weekday, word};
use crate::time::{Date, Weekday, dates_from, shifted};

const DAYS: usize = 7;
/// Weeks of a strip, unless that makes too many strips.
const YEAR: usize = 53;
const MOST_STRIPS: usize = 12;
const LARGEST_CELL: f64 = 17.0;
/// Cells smaller than this have no names of weekdays beside them.
const SMALLEST_NAMED: f64 = 9.0;
/// Cells smaller than this cannot be told apart by a pointer.
const SMALLEST_TOLD: f64 = 6.0;
/// People are told to the tenth.
const TENTH: f64 = 0.1;
const INSET: f64 = 0.8;
const ROW: f64 = 22.0;
const GAP: f64 = 10.0;
const STRIP_GAP: f64 = 12.0;
const KEY: (f64, f64) = (180.0, 14.0);
const KEY_STEPS: usize = 30;
const SWATCH: f64 = 14.0;
/// Letters of the names of weekdays.
const SHORT: usize = 3;

/// A map of days with its places.
pub struct Plan<'a> {
    chart: &'a DayMapChart,
    /// Days of the first week before the first day.
    before: usize,
    weeks: usize,
    /// Weekdays that are shown: all from Monday to the last on which there is anything.
    rows: usize,
    cell: f64,
    left: f64,
    shares: Range,
}

impl<'a> Plan<'a> {
    /// The plan of a map that has values.
    pub fn of(chart: &'a DayMapChart) -> Plan<'a> {
        let before = place_of(chart.first_day);
        let days = chart.facets.iter().map(|facet| facet.days.len()).max().unwrap_or(0);
        let all = (before + days).div_ceil(DAYS);
        let weeks = (all * chart.facets.len()).div_ceil(MOST_STRIPS).max(YEAR).min(all.max(1));
        let names: Vec<String> = NAMED.map(short).to_vec();
        let left = MARGIN + Lettering::small().widest(names.iter().map(String::as_str)) + GAP;
        let cell = ((PAGE_WIDTH - MARGIN - left) / weeks as f64).min(LARGEST_CELL);
        Plan { chart, before, weeks, rows: rows(chart, before), cell, left, shares: reached(chart) }
    }

    /// Draws the strips of a facet and returns where they end.
    pub fn draw_facet(&self, canvas: &mut Canvas, facet: &DayMapFacet, top: f64) -> f64 {
        let heading = Lettering::heading();
        let name = heading.shorten(&facet.label, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + ROW / 2.0), &name, heading);
        let mut top = top + ROW;
        let pitch = self.weeks * DAYS;
        for first in (0..self.before + facet.days.len()).step_by(pitch) {
            self.draw_strip(canvas, (facet, first..first + pitch), top + ROW);
            top += ROW + self.rows as f64 * self.cell + STRIP_GAP;
        }
        top
    }

    /// Draws the cells of some days, counted from the Monday before the first day.
    fn draw_strip(
        &self,
        canvas: &mut Canvas,
        (facet, cells): (&DayMapFacet, Span<usize>),
        top: f64,
    ) {
        self.draw_weekdays(canvas, top);
        let monday = shifted(self.chart.first_day, -(self.before as i64));
        let dates = dates_from(monday).enumerate().skip(cells.start).take(cells.len());
        let mut free = MARGIN;
        for (place, date) in dates {
            let Some(day) = place.checked_sub(self.before) else { continue };
            if facet.days.len() <= day {
                break;
            }
            let week = ((place - cells.start) / DAYS) as f64;
            let at =
                Point::new(self.left + week * self.cell, top + (place % DAYS) as f64 * self.cell);
            self.draw_day(canvas, (facet, day, date), at);
            if date.day() == 1 || day == 0 {
                free = draw_month(canvas, date, Point::new(at.x.max(free), top - ROW / 2.0), at.x);
            }
        }
    }

    fn draw_day(
        &self,
        canvas: &mut Canvas,
        (facet, day, date): (&DayMapFacet, usize, Date),
        at: Point,
    ) {
        let inset = INSET.min(self.cell / 8.0);
        let area = Area {
            left: at.x + inset,
            top: at.y + inset,
            right: at.x + self.cell - inset,
            bottom: at.y + self.cell - inset,
        };
        match facet.days[day] {
            Some(of) => {
                canvas.rectangle(area, self.colour(of.share()));
                if SMALLEST_TOLD <= self.cell {
                    let told = format!("{}, {}: {}", facet.label, short_date(date), told(of));
                    canvas.hint_in(area, told);
                }
            }
            None if place_of(date) < self.rows && facet.is_closed(date) => outline(canvas, &area),
            None => {}
        }
    }

    fn colour(&self, share: f64) -> Colour {
        Colour::of_share((share - self.shares.low) / self.shares.span())
    }

    fn draw_weekdays(&self, canvas: &mut Canvas, top: f64) {
        if self.cell < SMALLEST_NAMED {
            return;
        }
        for (place, day) in NAMED.into_iter().enumerate().filter(|(place, _)| 2 * place < self.rows)
        {
            let middle = top + (2.0 * place as f64 + 0.5) * self.cell;
            let at = Point::new(self.left - GAP, middle);
            canvas.text(at, &short(day), Lettering::small().ending());
        }
    }

    /// The scale from light to dark with its ends, and what an outline is.
    pub fn draw_key(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let small = Lettering::small();
        let middle = top + ROW / 2.0;
        let [low, high] = [self.shares.low, self.shares.high].map(percent);
        let mut left = self.left;
        canvas.text(Point::new(left, middle), &low, small);
        left += small.width(&low) + GAP;
        key::colours(canvas, Point::new(left, middle), KEY, KEY_STEPS);
        left += KEY.0 + GAP;
        canvas.text(Point::new(left, middle), &high, small);
        left += small.width(&high) + 2.0 * GAP;
        let closed = word("closed");
        let room = PAGE_WIDTH - MARGIN - left - SWATCH - 4.0 * GAP - small.width(closed);
        let unit = small.shorten(&self.chart.unit, room);
        canvas.text(Point::new(left, middle), &unit, small);
        if self.chart.facets.iter().any(|facet| !facet.closures.is_empty()) {
            left += small.width(&unit) + 3.0 * GAP;
            let half = SWATCH / 2.0;
            let (top, bottom) = (middle - half, middle + half);
            outline(canvas, &Area { left, top, right: left + SWATCH, bottom });
            canvas.text(Point::new(left + SWATCH + GAP / 2.0, middle), closed, small);
        }
        top + ROW
    }
}

/// What a day has, in words.
fn told(of: DayUse) -> String {
    let [offered, booked, attended] =
        [of.offered, of.booked, of.attended].map(|people| written(people, TENTH));
    say(
        "{share} (offered {offered}, booked {booked}, attended {attended})",
        &[
            ("share", &percent(of.share())),
            ("offered", &offered),
            ("booked", &booked),
            ("attended", &attended),
        ],
    )
}

/// The weekdays whose names stand beside their rows: every second.
const NAMED: [Weekday; 4] = [Weekday::Monday, Weekday::Wednesday, Weekday::Friday, Weekday::Sunday];

/// The last weekday with anything offered, counted from 1 for Monday.
fn rows(chart: &DayMapChart, before: usize) -> usize {
    let days = chart.facets.iter().flat_map(|facet| facet.days.iter().enumerate());
    let used = days.filter(|(_, of)| of.is_some()).map(|(day, _)| (before + day) % DAYS + 1);
    used.max().unwrap_or(DAYS)
}

fn short(day: Weekday) -> String {
    weekday(day).chars().take(SHORT).collect()
}

/// The place of a date in its week, 0 for Monday.
fn place_of(date: Date) -> usize {
    date.weekday().to_monday_zero_offset().unsigned_abs() as usize
}

fn outline(canvas: &mut Canvas, area: &Area) {
    let mut corners = area.corners();
    corners.push(corners[0]);
    canvas.line(&corners, Pen::solid(GREY, 0.8));
}

/// Names the month of a date where there is room, and returns where there is room again.
fn draw_month(canvas: &mut Canvas, date: Date, at: Point, wanted: f64) -> f64 {
    let (small, label) = (Lettering::small(), month(date));
    let end = at.x + small.width(&label);
    if wanted < at.x || PAGE_WIDTH - MARGIN < end {
        return at.x;
    }
    canvas.text(at, &label, small);
    end + GAP
}

/// From the last tenth below all shares to the whole, or to what is beyond it.
fn reached(chart: &DayMapChart) -> Range {
    let shares = || chart.uses().map(|of| of.share());
    let low = shares().fold(1.0, f64::min).min(0.95);
    Range::new((low * 10.0).floor() / 10.0, shares().fold(1.0, f64::max))
}

#[cfg(test)]
mod tests {
    use super::Plan;
    use crate::report::chart::{DayMapChart, DayMapFacet, DayUse, Heading};
    use crate::time::date;

    fn chart(days: usize, attended: f64) -> DayMapChart {
        let of = DayUse { offered: 60.0, booked: 50.0, attended };
        let days = vec![Some(of); days];
        DayMapChart {
            heading: Heading::default(),
            unit: String::new(),
            first_day: date(2019, 1, 1),
            facets: vec![DayMapFacet { days, ..DayMapFacet::default() }],
        }
    }

    #[test]
    fn a_week_begins_on_monday_and_a_strip_has_a_year() {
        let (year, long) = (chart(365, 40.0), chart(5_000, 40.0));
        let plan = Plan::of(&year);
        assert_eq!((plan.before, plan.weeks), (1, 53));
        // Twelve strips at most.
        assert_eq!(Plan::of(&long).weeks, 60);
    }

    #[test]
    fn shades_run_to_the_whole_or_beyond_it() {
        let ends = |attended: f64| {
            let chart = chart(3, attended);
            let shares = Plan::of(&chart).shares;
            (shares.low, shares.high)
        };
        assert_eq!(ends(40.0), (0.6, 1.0));
        assert_eq!(ends(66.0), (0.9, 1.1));
    }
}
