//! The files of a sensitivity analysis: a table, a summary for programs and charts.

use serde::Serialize;

use crate::experiment::{Sensitivity, Swing};
use crate::report::language::within;
use crate::report::sensitivity::advice;
use crate::report::sensitivity::picture::pictures;
use crate::report::tables::{digits, finished, rounded, text};
use crate::report::{ReportError, chart_files, json_file};
use crate::scenario::{Input, Language, Reason};
use crate::statistics::{Estimate, SobolIndex, SobolInterval};

const COLUMNS: [&str; 24] = [
    "rank",
    "input",
    "least",
    "base",
    "greatest",
    "unit",
    "at_least",
    "at_base",
    "at_greatest",
    "change_at_least",
    "change_at_least_low",
    "change_at_least_high",
    "change_at_greatest",
    "change_at_greatest_low",
    "change_at_greatest_high",
    "swing",
    "swing_low",
    "swing_high",
    "alone",
    "alone_low",
    "alone_high",
    "in_all",
    "in_all_low",
    "in_all_high",
];

#[derive(Debug, Serialize)]
struct Summary<'found> {
    antrean: &'static str,
    sensitivity: SensitivitySummary<'found>,
}

#[derive(Debug, Serialize)]
struct SensitivitySummary<'found> {
    scenario: &'found str,
    title: &'found str,
    replications: u32,
    seed: u64,
    measure: &'static str,
    scope: &'static str,
    of: &'found str,
    unit: &'static str,
    /// Of all intervals but those of shares at once.
    level: f64,
    base: Interval,
    /// Of each of both matrices; none where shares were not asked for.
    rows: Option<usize>,
    advice: String,
}

/// The inputs and what was left out: the other half of the summary.
#[derive(Debug, Serialize)]
struct Whole<'found> {
    #[serde(flatten)]
    summary: Summary<'found>,
    inputs: Vec<InputSummary<'found>>,
    left_out: Vec<LeftOutSummary<'found>>,
}

#[derive(Debug, Serialize)]
struct InputSummary<'found> {
    key: &'found str,
    keys: &'found [String],
    least: String,
    base: &'found [String],
    greatest: String,
    change_at_least: Interval,
    change_at_greatest: Interval,
    swing: Option<Interval>,
    alone: Option<Interval>,
    in_all: Option<Interval>,
}

#[derive(Debug, Serialize)]
struct LeftOutSummary<'found> {
    key: &'found str,
    reason: &'static str,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Interval {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    replications: usize,
}

impl Interval {
    fn of(estimate: &Estimate) -> Interval {
        Interval {
            value: estimate.mean.map(rounded),
            low: estimate.low().map(rounded),
            high: estimate.high().map(rounded),
            replications: estimate.replications,
        }
    }

    fn of_share(value: f64, (low, high): (f64, f64), replications: u32) -> Interval {
        let [value, low, high] = [value, low, high].map(|share| Some(rounded(share)));
        Interval { value, low, high, replications: replications as usize }
    }

    fn cells(of: Option<Interval>) -> [String; 3] {
        let shown = |value: Option<f64>| value.map_or(String::new(), digits);
        of.map_or([None; 3], |of| [of.value, of.low, of.high]).map(shown)
    }
}

/// The files of an analysis but its manifest.
///
/// # Errors
/// If a table or a chart cannot be made.
pub fn files(found: &Sensitivity) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = within(Language::English, || data_files(found))?;
    files.extend(chart_files(pictures(found)?)?);
    Ok(files)
}

/// The files for machines.
fn data_files(found: &Sensitivity) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    Ok(vec![
        ("summary.json".to_string(), json_file(&whole(found))?),
        ("sensitivity.csv".to_string(), table(found)?),
    ])
}

fn table(found: &Sensitivity) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    let shown = |value: Option<f64>| value.map_or(String::new(), digits);
    for (rank, place) in found.ranking().into_iter().enumerate() {
        let (input, swing) = (&found.inputs[place], &found.one_at_a_time.swings[place]);
        let [alone, in_all] = shares(found, place);
        let head = [
            (rank + 1).to_string(),
            text(&input.key),
            text(&input.range.least()),
            text(&input.stated.join("; ")),
            text(&input.range.greatest()),
            found.figure.measure.unit.name().to_string(),
            shown(swing.means[0]),
            shown(found.one_at_a_time.base.mean),
            shown(swing.means[1]),
        ];
        let changes = swing.changes.iter().map(|change| Some(Interval::of(change)));
        let swing = swing.swing.as_ref().map(Interval::of);
        let intervals = changes.chain([swing, alone, in_all]).flat_map(Interval::cells);
        table.write_record(head.into_iter().chain(intervals))?;
    }
    finished(table)
}

fn shares(found: &Sensitivity, place: usize) -> [Option<Interval>; 2] {
    let indices = found.shares.as_ref().and_then(|shares| shares.indices.as_ref());
    let of = indices.and_then(|indices| indices.get(place));
    let interval = |(index, ends): &(SobolIndex, SobolInterval)| {
        let replications = found.scenario.run.replications;
        [
            Interval::of_share(index.first_order, ends.first_order, replications),
            Interval::of_share(index.total, ends.total, replications),
        ]
    };
    of.map_or([None; 2], |of| interval(of).map(Some))
}

fn whole(found: &Sensitivity) -> Whole<'_> {
    let (scenario, figure) = (&found.scenario, &found.figure);
    let sensitivity = SensitivitySummary {
        scenario: &scenario.name,
        title: &scenario.title,
        replications: scenario.run.replications,
        seed: scenario.run.seed,
        measure: figure.measure.name,
        scope: figure.scope.kind(),
        of: figure.scope.name(),
        unit: figure.measure.unit.name(),
        level: found.level.value(),
        base: Interval::of(&found.one_at_a_time.base),
        rows: found.shares.as_ref().map(|shares| shares.rows),
        advice: advice(found),
    };
    let input = |place: usize| {
        let swing = &found.one_at_a_time.swings[place];
        input(&found.inputs[place], swing, shares(found, place))
    };
    let left_out = found.left_out.iter().map(|of| LeftOutSummary {
        key: &of.key,
        reason: match of.reason {
            Reason::NoRange => "no range",
            Reason::NotOneNumber => "not one number",
        },
    });
    Whole {
        summary: Summary { antrean: env!("CARGO_PKG_VERSION"), sensitivity },
        inputs: found.ranking().into_iter().map(input).collect(),
        left_out: left_out.collect(),
    }
}

fn input<'found>(
    input: &'found Input,
    swing: &Swing,
    [alone, in_all]: [Option<Interval>; 2],
) -> InputSummary<'found> {
    InputSummary {
        key: &input.key,
        keys: &input.paths,
        least: input.range.least(),
        base: &input.stated,
        greatest: input.range.greatest(),
        change_at_least: Interval::of(&swing.changes[0]),
        change_at_greatest: Interval::of(&swing.changes[1]),
        swing: swing.swing.as_ref().map(Interval::of),
        alone,
        in_all,
    }
}
