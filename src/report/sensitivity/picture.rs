//! The charts of a sensitivity analysis.

use crate::experiment::{Sensitivity, Shares};
use crate::office::Unit;
use crate::report::chart::{ChartError, Heading, TornadoChart, TornadoLane, TornadoRow};
use crate::report::language::{decimals, say, word};
use crate::report::pictures::Picture;
use crate::report::sensitivity::{advice, percent, size_in_words};
use crate::report::wording;
use crate::statistics::Estimate;

/// More rows than this are a list that nobody reads; the table has them all.
const MOST_ROWS: usize = 30;

/// The tornado of all inputs, and their shares of the variation.
///
/// # Errors
/// If one cannot be drawn.
pub fn pictures(found: &Sensitivity) -> Result<Vec<Picture>, ChartError> {
    let shares = found.shares.as_ref().map(|of| shares(found, of));
    std::iter::once(tornado(found)).chain(shares).collect()
}

fn basis(found: &Sensitivity) -> String {
    let scenario = &found.scenario;
    let more = match found.inputs.len() {
        count if MOST_ROWS < count => {
            say("; the first {shown} of {all} inputs", &[("shown", &MOST_ROWS), ("all", &count)])
        }
        _ => String::new(),
    };
    say(
        "{label}, {number} replications with the same applicants{more}",
        &[("label", &scenario.label), ("number", &scenario.run.replications), ("more", &more)],
    )
}

fn tornado(found: &Sensitivity) -> Result<Picture, ChartError> {
    let unit = found.figure.measure.unit;
    let scale = if unit == Unit::Share { 100.0 } else { 1.0 };
    let name = if unit == Unit::Share { "percentage points" } else { unit.name() };
    let title = wording::title(&found.figure);
    let row = |place: usize| {
        let (input, swing) = (&found.inputs[place], &found.one_at_a_time.swings[place]);
        let [least, greatest] = &swing.changes;
        TornadoRow {
            label: input.key.clone(),
            lanes: [
                lane(input.range.least(), least, scale),
                lane(input.range.greatest(), greatest, scale),
            ],
            note: size_in_words(swing, unit),
        }
    };
    let base = found.one_at_a_time.base.mean;
    let base = base.map_or(wording::not_available().to_string(), |mean| wording::value(mean, unit));
    let level = found.level.value() * 100.0;
    let chart = TornadoChart {
        heading: Heading {
            stem: "tornado".to_string(),
            title: advice(found),
            subtitle: say(
                "each input by itself; {basis}; {level} % intervals that hold at once; at the \
                 right the swing",
                &[("basis", &basis(found)), ("level", &decimals(level))],
            ),
        },
        unit: say("change of {figure}, {unit}", &[("figure", &title), ("unit", &word(name))]),
        line: say("{base} as it stands", &[("base", &base)]),
        rows: found.ranking().into_iter().take(MOST_ROWS).map(row).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

/// What is not known is drawn as nothing; the note says so.
fn lane(end: String, change: &Estimate, scale: f64) -> TornadoLane {
    let value = change.mean.unwrap_or(0.0);
    let (low, high) = (change.low().unwrap_or(value), change.high().unwrap_or(value));
    TornadoLane { end, value: value * scale, low: low * scale, high: high * scale }
}

fn shares(found: &Sensitivity, of: &Shares) -> Result<Picture, ChartError> {
    let indices = of.indices.as_deref().unwrap_or_default();
    let order = found.ranking().into_iter().filter(|place| *place < indices.len());
    let row = |place: usize| {
        let (index, ends) = &indices[place];
        let lane = |end: &'static str, value: f64, (low, high): (f64, f64)| TornadoLane {
            end: word(end).to_string(),
            value: value * 100.0,
            low: low * 100.0,
            high: high * 100.0,
        };
        TornadoRow {
            label: found.inputs[place].key.clone(),
            lanes: [
                lane("alone", index.first_order, ends.first_order),
                lane("in all", index.total, ends.total),
            ],
            note: say("{share} in all", &[("share", &percent(index.total))]),
        }
    };
    let title = wording::title(&found.figure);
    let most = indices.iter().enumerate();
    let most = most.max_by(|one, other| one.1.0.total.total_cmp(&other.1.0.total));
    let finding = match most {
        None => say("Nothing varies {figure}", &[("figure", &title)]),
        Some((place, (index, _))) => say(
            "{input} has a part in {share} of the variation of {figure}",
            &[
                ("input", &found.inputs[place].key),
                ("share", &percent(index.total)),
                ("figure", &title),
            ],
        ),
    };
    let chart = TornadoChart {
        heading: Heading {
            stem: "shares".to_string(),
            title: finding,
            subtitle: say(
                "all inputs at once over their ranges, {rows} rows; {basis}; {level} % bootstrap \
                 intervals over the rows, not adjusted for reading many",
                &[
                    ("rows", &of.rows),
                    ("basis", &basis(found)),
                    ("level", &decimals(found.level.value() * 100.0)),
                ],
            ),
        },
        unit: say("share of the variation of {figure}, percent", &[("figure", &title)]),
        line: String::new(),
        rows: order.take(MOST_ROWS).map(row).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}
