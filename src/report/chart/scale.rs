//! Number axes: from values to pixels, with ticks at round numbers that have room for their labels.

use crate::report::chart::lettering::Lettering;
use crate::report::chart::number::{exponent, percent, written};

/// The space between two labels of a horizontal axis.
const LABEL_GAP: f64 = 24.0;
/// The least distance between two ticks of a vertical axis.
const TICK_DISTANCE: f64 = 36.0;
const MOST_TICKS: f64 = 12.0;
/// A span narrower than this share of its values cannot be told from none.
const FINEST_SPAN: f64 = 1e-9;

/// A straight line from values to pixels.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    values: Range,
    pixels: Range,
}

/// Two ends; those of pixels may run downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

/// A scale with its ticks.
#[derive(Clone, Debug)]
pub struct Axis {
    pub scale: Scale,
    pub ticks: Vec<Tick>,
}

/// A round value and how it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub value: f64,
    pub label: String,
}

impl Range {
    /// The range from `low` to `high`.
    pub const fn new(low: f64, high: f64) -> Self {
        Range { low, high }
    }

    /// The least range that holds zero and all values.
    pub fn with_zero(values: impl IntoIterator<Item = f64>) -> Self {
        values.into_iter().fold(Range::new(0.0, 0.0), |range, value| {
            Range::new(range.low.min(value), range.high.max(value))
        })
    }

    /// The distance between the ends.
    pub fn span(self) -> f64 {
        self.high - self.low
    }

    /// This range, opened to one unit where its ends cannot be told apart.
    pub fn opened(self) -> Self {
        let size = self.low.abs().max(self.high.abs());
        let flat = self.span() <= size * FINEST_SPAN || self.span() < f64::MIN_POSITIVE;
        if flat { Range::new(self.low, self.high + 1.0) } else { self }
    }

    /// This range with a share of its span added at both ends.
    pub fn padded(self, share: f64) -> Self {
        Range::new(self.low - share * self.span(), self.high + share * self.span())
    }

    /// The least range of whole steps that holds this one.
    fn in_steps(self, step: f64) -> Self {
        Range::new((self.low / step).floor() * step, (self.high / step).ceil() * step)
    }
}

impl Scale {
    /// The scale that takes the ends of `values` to the ends of `pixels`.
    pub const fn new(values: Range, pixels: Range) -> Self {
        Scale { values, pixels }
    }

    /// The pixel of a value.
    pub fn at(&self, value: f64) -> f64 {
        self.pixels.low + (value - self.values.low) / self.values.span() * self.pixels.span()
    }

    /// The ends in pixels.
    pub fn pixels(&self) -> Range {
        self.pixels
    }
}

impl Axis {
    /// The same axis at other pixels.
    pub fn moved(self, pixels: Range) -> Self {
        Axis { scale: Scale { pixels, ..self.scale }, ..self }
    }

    /// An axis for exactly these values, with as many ticks as their labels leave room for.
    pub fn horizontal(values: Range, pixels: Range) -> Self {
        Axis::with_steps(0.0, values, pixels)
    }

    /// A horizontal axis of whole numbers: no ticks between them.
    pub fn of_days(values: Range, pixels: Range) -> Self {
        Axis::with_steps(1.0, values, pixels)
    }

    fn with_steps(least: f64, values: Range, pixels: Range) -> Self {
        let values = values.opened();
        let fits = |step: &f64| {
            let labels = ticks(values, *step);
            let widest = Lettering::small().widest(labels.iter().map(|tick| tick.label.as_str()));
            widest + LABEL_GAP <= step / values.span() * pixels.span()
        };
        let steps = round_steps((values.span() / MOST_TICKS).max(least));
        let step = steps.filter(|step| least <= *step).find(fits).unwrap_or(values.span());
        Axis { scale: Scale::new(values, pixels), ticks: ticks(values, step) }
    }

    /// An axis that opens the values to whole steps; `pixels` runs from the bottom to the top.
    pub fn vertical(values: Range, pixels: Range) -> Self {
        let values = values.opened();
        let least = values.span() * TICK_DISTANCE / pixels.span().abs();
        let step = round_steps(least).next().unwrap_or(values.span());
        let values = values.in_steps(step);
        Axis { scale: Scale::new(values, pixels), ticks: ticks(values, step) }
    }

    /// An axis for the whole, from 0 to 1, with ticks at its quarters.
    pub fn of_whole(pixels: Range) -> Self {
        let values = Range::new(0.0, 1.0);
        let ticks = [0.0, 0.25, 0.5, 0.75, 1.0];
        let ticks = ticks.map(|value| Tick { value, label: percent(value) }).to_vec();
        Axis { scale: Scale::new(values, pixels), ticks }
    }

    /// An axis for shares, from 0 to `high`, with ticks in per cent.
    pub fn of_shares(high: f64, pixels: Range) -> Self {
        let mut axis = Axis::horizontal(Range::new(0.0, 100.0 * high), pixels);
        axis.scale = Scale::new(Range::new(0.0, high), pixels);
        for tick in &mut axis.ticks {
            tick.value /= 100.0;
            tick.label.push_str(" %");
        }
        axis
    }
}

/// 1, 2 and 5 times the powers of ten, from the first that is not below `least`.
fn round_steps(least: f64) -> impl Iterator<Item = f64> {
    let first = exponent(least);
    let steps =
        (first..first + 8).flat_map(|power| [1.0, 2.0, 5.0].map(|d| d * power_of_ten(power)));
    steps.skip_while(move |step| *step < least * (1.0 - FINEST_SPAN))
}

fn ticks(values: Range, step: f64) -> Vec<Tick> {
    let slack = FINEST_SPAN * values.span() / step;
    let first = (values.low / step - slack).ceil() as i64;
    let last = (values.high / step + slack).floor() as i64;
    (first..=last).map(|count| tick(count as f64 * step, step)).collect()
}

fn tick(value: f64, step: f64) -> Tick {
    Tick { value, label: written(value, step) }
}

fn power_of_ten(power: i32) -> f64 {
    10.0_f64.powi(power)
}

#[cfg(test)]
mod tests {
    use super::{Axis, Range};

    const PIXELS: Range = Range::new(0.0, 500.0);

    fn labels(low: f64, high: f64) -> Vec<String> {
        let axis = Axis::horizontal(Range::new(low, high), PIXELS);
        axis.ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_and_labelled_with_the_digits_they_need() {
        assert_eq!(
            labels(-1.0, 1.0),
            ["−1.0", "−0.8", "−0.6", "−0.4", "−0.2", "0", "0.2", "0.4", "0.6", "0.8", "1.0"]
        );
        assert_eq!(labels(0.0, 12_000.0)[..3], ["0", "2,000", "4,000"]);
        assert_eq!(labels(0.0, 1e12)[..3], ["0", "2e11", "4e11"]);
    }

    #[test]
    fn an_axis_for_a_single_value_still_has_ticks() {
        for value in [0.0, 7.0, 1e12, -3.0, 1e-12] {
            assert!(!labels(value, value).is_empty(), "{value}");
        }
    }

    #[test]
    fn vertical_axes_end_on_ticks() {
        let axis = Axis::vertical(Range::new(0.0, 47.0), Range::new(200.0, 0.0));
        assert_eq!(axis.ticks.last().map(|tick| tick.label.as_str()), Some("50"));
    }
}
