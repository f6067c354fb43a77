//! The chart of two figures of a sweep against each other.

use crate::experiment::{Sweep, SweepPoint};
use crate::office::{Better, Figure};
use crate::report::chart::{ChartError, TradeOff, TradeOffChart, TradeOffPoint};
use crate::report::language::say;
use crate::report::pictures::Picture;
use crate::report::sweep::pictures::{heading, names, shown};
use crate::report::wording;

/// Fewer points than this have nothing to weigh up.
const FEWEST: usize = 3;

/// The first two of the chosen figures that have a better side against each other; none where there
/// are no two.
pub fn trade_off(sweep: &Sweep, chosen: &[Figure]) -> Result<Option<Picture>, ChartError> {
    let mut sided = chosen.iter().filter(|of| of.measure.better != Better::Neither);
    let (Some(one), Some(other)) = (sided.next(), sided.next()) else { return Ok(None) };
    let mean = |point: &SweepPoint, figure: &Figure| point.figure(figure)?.estimate.mean;
    let known = sweep
        .points
        .iter()
        .filter_map(|point| Some((point, [mean(point, one)?, mean(point, other)?])));
    let known: Vec<(&SweepPoint, [f64; 2])> = known.collect();
    if known.len() < FEWEST {
        return Ok(None);
    }
    let sides = [one, other].map(|figure| figure.measure.better);
    let units = [one, other].map(|figure| figure.measure.unit);
    let point = |(point, values): &(&SweepPoint, [f64; 2])| TradeOffPoint {
        label: label(sweep, point),
        across: shown(values[0], units[0]),
        up: shown(values[1], units[1]),
        standing: match known.iter().any(|(_, rival)| beats(rival, values, sides)) {
            true => TradeOff::Beaten,
            false => TradeOff::Frontier,
        },
    };
    let points: Vec<TradeOffPoint> = known.iter().map(point).collect();
    let chart = TradeOffChart {
        heading: heading(sweep, "trade-off".to_string(), title(&points, [one, other])),
        across: axis(one),
        up: axis(other),
        points,
    };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}

/// Whether one point is at least as good in both figures and better in one.
fn beats(rival: &[f64; 2], of: &[f64; 2], sides: [Better; 2]) -> bool {
    // How far the rival is ahead.
    let ahead = [0, 1].map(|place| match sides[place] {
        Better::Less => of[place] - rival[place],
        Better::More | Better::Neither => rival[place] - of[place],
    });
    ahead.iter().all(|by| 0.0 <= *by) && ahead.iter().any(|by| 0.0 < *by)
}

/// The values of the levers at a point, in the order of their keys.
fn label(sweep: &Sweep, point: &SweepPoint) -> String {
    let values = sweep.keys.iter().zip(&point.values);
    let values = values.map(|(key, value)| names(key).swap_remove(*value));
    values.collect::<Vec<String>>().join(", ")
}

fn title(points: &[TradeOffPoint], figures: [&Figure; 2]) -> String {
    let [one, other] = figures.map(wording::title);
    let best: Vec<&TradeOffPoint> =
        points.iter().filter(|of| of.standing == TradeOff::Frontier).collect();
    match best.as_slice() {
        [best] => say(
            "Best at {point}: both {one} and {other}",
            &[("point", &best.label), ("one", &one), ("other", &other)],
        ),
        best => say(
            "{best} of {all} points are beaten by no other in {one} and {other}",
            &[("one", &one), ("other", &other), ("best", &best.len()), ("all", &points.len())],
        ),
    }
}

/// A figure with its unit and its better side.
fn axis(figure: &Figure) -> String {
    let (title, unit) = (wording::title(figure), wording::short(figure.measure.unit));
    let text = match figure.measure.better {
        Better::Less => "{figure} ({unit}); less is better",
        Better::More | Better::Neither => "{figure} ({unit}); more is better",
    };
    say(text, &[("figure", &title), ("unit", &unit)])
}

#[cfg(test)]
mod tests {
    use super::beats;
    use crate::office::Better;

    #[test]
    fn a_point_beats_another_where_it_is_better_in_one_and_not_worse_in_the_other() {
        let sides = [Better::More, Better::Less];
        assert!(beats(&[0.9, 3.0], &[0.8, 3.0], sides));
        assert!(!beats(&[0.9, 3.0], &[0.9, 3.0], sides));
        assert!(!beats(&[0.9, 4.0], &[0.8, 3.0], sides));
    }
}
