//! How long things take: the cumulative share over days, as steps, with the promise that was made.

mod plot;

use crate::report::chart::canvas::{Canvas, PAGE_WIDTH};
use crate::report::chart::distribution::plot::Plot;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::label::Flags;
use crate::report::chart::lettering::Lettering;
use crate::report::chart::number::percent;
use crate::report::chart::page::{Heading, MARGIN, Page};
use crate::report::chart::scale::{Axis, Range};
use crate::report::chart::{Chart, ChartError, finite};
use crate::report::language::say;

const PLOT_HEIGHT: f64 = 250.0;
const PANEL_GAP: f64 = 26.0;
const MEASURE_HEIGHT: f64 = 20.0;
const LABEL_WIDTH: f64 = 210.0;
const LABEL_PADDING: f64 = 5.0;
const SWATCH: f64 = 34.0;
const GAP: f64 = 10.0;

/// Cumulative shares over days, in one panel per duration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DistributionChart {
    pub heading: Heading,
    pub panels: Vec<DistributionPanel>,
}

/// One duration in all scenarios.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DistributionPanel {
    /// What the vertical axis counts, such as "share of applicants".
    pub measure: String,
    /// What the horizontal axis counts, with its unit.
    pub unit: String,
    pub promise: Option<Promise>,
    pub curves: Vec<DistributionCurve>,
}

/// The duration that was promised.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    pub days: f64,
    pub label: String,
}

/// One scenario: the share reached from each duration on, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DistributionCurve {
    pub label: String,
    pub steps: Vec<Step>,
}

/// From `days` on, `share` (0 to 1) of all is done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub days: f64,
    pub share: f64,
}

impl DistributionChart {
    /// Draws the chart.
    pub fn render(&self) -> Result<Chart, ChartError> {
        self.panels.iter().try_for_each(DistributionPanel::check)?;
        let mut page = Page::new(&self.heading);
        let filled: Vec<&DistributionPanel> =
            self.panels.iter().filter(|panel| panel.has_data()).collect();
        if filled.is_empty() {
            return page.finish_without_data();
        }
        let plot = Range::new(MARGIN + share_room(), label_left(&filled) - SWATCH - 2.0 * GAP);
        for panel in &filled {
            page.top = panel.draw(&mut page.canvas, plot, page.top) + PANEL_GAP;
        }
        page.top -= PANEL_GAP;
        page.finish()
    }
}

impl DistributionPanel {
    fn check(&self) -> Result<(), ChartError> {
        if let Some(promise) = &self.promise {
            finite(promise.days, &promise.label)?;
        }
        self.curves.iter().try_for_each(DistributionCurve::check)
    }

    fn has_data(&self) -> bool {
        self.curves.iter().any(|curve| !curve.steps.is_empty())
    }

    fn draw(&self, canvas: &mut Canvas, columns: Range, top: f64) -> f64 {
        let small = Lettering::small();
        let measure = small.shorten(&self.measure, PAGE_WIDTH - 2.0 * MARGIN);
        canvas.text(Point::new(MARGIN, top + MEASURE_HEIGHT / 2.0), &measure, small);
        let across = Axis::of_days(self.range(), columns);
        let flags = self.flags(&across);
        let top = top + MEASURE_HEIGHT + flags.height().max(GAP);
        let bottom = top + PLOT_HEIGHT.max(self.curves.len() as f64 * self.label_pitch());
        let area = Area { left: columns.low, top, right: columns.high, bottom };
        let plot = Plot::new(across, area);
        let end = plot.draw_frame(canvas, &self.unit);
        flags.draw(canvas, area.top, area.bottom);
        plot.draw_curves(canvas, self);
        end
    }

    fn range(&self) -> Range {
        let promised = self.promise.iter().map(|promise| promise.days);
        let reached = self.curves.iter().flat_map(|curve| &curve.steps).map(|step| step.days);
        let range = Range::with_zero(promised.chain(reached)).opened();
        Range::new(range.low, range.high + 0.03 * range.span())
    }

    fn flags(&self, across: &Axis) -> Flags {
        let promised = self.promise.iter();
        let lines = promised.map(|promise| (across.scale.at(promise.days), promise.label.clone()));
        Flags::new(lines, Range::new(MARGIN, PAGE_WIDTH - MARGIN))
    }

    /// The curves that have steps, from the highest to the lowest.
    fn ranked(&self) -> Vec<(usize, &DistributionCurve)> {
        let curves = self.curves.iter().enumerate();
        let mut ranked: Vec<_> = curves.filter(|(_, curve)| !curve.steps.is_empty()).collect();
        ranked.sort_by(|left, right| self.rank(left.1).total_cmp(&self.rank(right.1)));
        ranked
    }

    fn rank(&self, curve: &DistributionCurve) -> f64 {
        match &self.promise {
            Some(promise) => -curve.share_at(promise.days),
            None => curve.days_at(0.5).unwrap_or(f64::MAX),
        }
    }

    /// The distance between two names beside the plot; a promise adds a line to each.
    fn label_pitch(&self) -> f64 {
        let lines = 1.0 + self.promise.iter().count() as f64;
        lines * Lettering::label().line_height() + LABEL_PADDING
    }

    /// What a curve reaches, in words.
    fn reached(&self, curve: &DistributionCurve) -> String {
        match &self.promise {
            Some(promise) => say(
                "{share} within the promise",
                &[("share", &percent(curve.share_at(promise.days)))],
            ),
            None => String::new(),
        }
    }
}

impl DistributionCurve {
    fn check(&self) -> Result<(), ChartError> {
        self.steps.iter().try_for_each(|step| {
            finite(step.days, &self.label)?;
            let within = (0.0..=1.0 + 1e-9).contains(&finite(step.share, &self.label)?);
            within.then_some(()).ok_or_else(|| ChartError::OutOfRange(self.label.clone()))
        })
    }

    fn sorted(&self) -> Vec<Step> {
        let mut steps = self.steps.clone();
        steps.sort_by(|left, right| {
            left.days.total_cmp(&right.days).then(left.share.total_cmp(&right.share))
        });
        steps
    }

    fn share_at(&self, days: f64) -> f64 {
        let reached = self.steps.iter().filter(|step| step.days <= days);
        reached.map(|step| step.share).fold(0.0, f64::max)
    }

    /// The first duration by which `share` is reached.
    fn days_at(&self, share: f64) -> Option<f64> {
        self.sorted().into_iter().find(|step| share <= step.share).map(|step| step.days)
    }
}

fn share_room() -> f64 {
    Lettering::small().width("100 %") + GAP
}

/// Where the names right of the plots begin.
fn label_left(panels: &[&DistributionPanel]) -> f64 {
    let curves =
        || panels.iter().flat_map(|panel| panel.curves.iter().map(move |curve| (panel, curve)));
    let notes = curves().map(|(panel, curve)| Lettering::small().width(&panel.reached(curve)));
    let names = curves().map(|(_, curve)| {
        let name = Lettering::heading().shorten(&curve.label, LABEL_WIDTH);
        Lettering::heading().width(&name)
    });
    PAGE_WIDTH - MARGIN - names.chain(notes).fold(0.0, f64::max)
}
