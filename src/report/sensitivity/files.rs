//! The files of a sensitivity analysis: a table, a summary for programs and charts.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{Sensitivity, Swing};
use crate::office::Plan;
use crate::report::column::{Cell, Column, Kind, SCOPES, is_number, rounded};
use crate::report::language::within;
use crate::report::layout::Layout;
use crate::report::package::Contents;
use crate::report::schema::{SummaryOf, closed};
use crate::report::sensitivity::advice;
use crate::report::sensitivity::page;
use crate::report::sensitivity::picture::pictures;
use crate::report::{Manifest, ReportError, json_file, with_one_table, with_page};
use crate::scenario::{Input, Language, Reason};
use crate::statistics::{Estimate, SobolIndex, SobolInterval};

const COLUMNS: [Column; 24] = [
    Column::new("rank", Kind::Count, "The place of the input, from 1: what matters most first"),
    Column::new("input", Kind::Text, "The key of the input"),
    Column::new("least", Kind::Text, "The least value that it may have, as in the scenario"),
    Column::new("base", Kind::Text, "Its value in the scenario; of several keys each"),
    Column::new("greatest", Kind::Text, "The greatest value that it may have, as in the scenario"),
    Column::new("unit", Kind::Text, "The unit of the figure that the inputs matter to"),
    Column::estimate("at_least", "The figure where the input is the least"),
    Column::estimate("at_base", "The figure in the scenario as it is"),
    Column::estimate("at_greatest", "The figure where the input is the greatest"),
    Column::estimate("change_at_least", "The figure at the least less that at the base"),
    Column::estimate("change_at_least_low", "The lower end of the interval of that"),
    Column::estimate("change_at_least_high", "The upper end of the interval of that"),
    Column::estimate("change_at_greatest", "The figure at the greatest less that at the base"),
    Column::estimate("change_at_greatest_low", "The lower end of the interval of that"),
    Column::estimate("change_at_greatest_high", "The upper end of the interval of that"),
    Column::estimate("swing", "How far the figure moves between least and greatest"),
    Column::estimate("swing_low", "The lower end of the interval of the swing"),
    Column::estimate("swing_high", "The upper end of the interval of the swing"),
    share("alone", "The share of the variance that the input explains alone"),
    share("alone_low", "The lower end of the interval of that share"),
    share("alone_high", "The upper end of the interval of that share"),
    share("in_all", "The share of the variance in which the input takes part"),
    share("in_all_low", "The lower end of the interval of that share"),
    share("in_all_high", "The upper end of the interval of that share"),
];

const fn share(name: &'static str, meaning: &'static str) -> Column {
    Column::new(name, Kind::Number, meaning)
        .in_unit("share")
        .or_empty("shares were not asked for or cannot be told")
}

/// What `sensitivity` found.
#[derive(Debug, JsonSchema, Serialize)]
struct Summary<'found> {
    /// The version of the program.
    antrean: &'static str,
    sensitivity: SensitivitySummary<'found>,
}

/// What was asked, and what is to be measured next.
#[derive(Debug, JsonSchema, Serialize)]
struct SensitivitySummary<'found> {
    /// The name of the scenario's file without the ending.
    scenario: &'found str,
    title: &'found str,
    /// Of each point that was played.
    replications: u32,
    seed: u64,
    /// The name of the measure that the inputs matter to.
    measure: &'static str,
    /// The kind of what the figure is of.
    #[schemars(extend("enum" = SCOPES))]
    scope: &'static str,
    /// The origin, channel, lane, kiosk or stage; `all` for everybody.
    of: &'found str,
    /// Of the figure and its changes; a share is from 0 to 1.
    unit: &'static str,
    /// Of all intervals but those of shares at once.
    level: f64,
    /// The figure in the scenario as it is.
    base: Interval,
    /// Of each of both matrices; none where shares were not asked for.
    rows: Option<usize>,
    /// Which input to measure next, in words.
    advice: String,
}

/// What `sensitivity` found, the inputs, and what was left out.
#[derive(Debug, JsonSchema, Serialize)]
struct Whole<'found> {
    #[serde(flatten)]
    summary: Summary<'found>,
    /// What matters most first.
    inputs: Vec<InputSummary<'found>>,
    /// Inputs of which nothing was tried.
    left_out: Vec<LeftOutSummary<'found>>,
}

/// An input and how it moves the figure.
#[derive(Debug, JsonSchema, Serialize)]
struct InputSummary<'found> {
    /// As it stands under `[sources]`.
    key: &'found str,
    /// The keys of the scenario that it stands for.
    keys: &'found [String],
    /// The least value that it may have.
    least: String,
    /// The value of each key in the scenario.
    base: &'found [String],
    /// The greatest value that it may have.
    greatest: String,
    /// The figure at the least less that at the base.
    change_at_least: Interval,
    /// The figure at the greatest less that at the base.
    change_at_greatest: Interval,
    /// How far the figure moves between least and greatest.
    swing: Option<Interval>,
    /// The share of the variance that it explains alone; null where shares were not asked for.
    alone: Option<Interval>,
    /// The share of the variance in which it takes part; null where shares were not asked for.
    in_all: Option<Interval>,
}

/// An input of which nothing was tried, and why.
#[derive(Debug, JsonSchema, Serialize)]
struct LeftOutSummary<'found> {
    key: &'found str,
    #[schemars(extend("enum" = ["no range", "not one number"]))]
    reason: &'static str,
}

/// A value with its interval, null where there is none.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
struct Interval {
    value: Option<f64>,
    /// The lower end of the interval.
    low: Option<f64>,
    /// The upper end of the interval.
    high: Option<f64>,
    /// How many replications have a value.
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

    fn cells<'text>(of: Option<Interval>) -> [Cell<'text>; 3] {
        of.map_or([None; 3], |of| [of.value, of.low, of.high]).map(Cell::from)
    }
}

/// The files of an analysis but its manifest.
///
/// # Errors
/// If a table or a chart cannot be made.
pub fn files(
    found: &Sensitivity,
    repeated: (&Manifest, String),
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let data = within(Language::English, || data_files(found))?;
    let (plan, pictures) = (Plan::new(found.scenario.clone()), pictures(found)?);
    let content = page::content(found, &plan, &pictures);
    with_page(data, (content, pictures), repeated)
}

/// The files for machines.
fn data_files(found: &Sensitivity) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let layout = layout(found);
    let table = layout.csv(rows(found));
    let contents = Contents::of(SummaryOf::Sensitivity, vec![layout]);
    with_one_table(json_file(&whole(found))?, table, &contents)
}

/// What `summary.json` may hold.
pub fn schema() -> Schema {
    closed::<Whole<'static>>()
}

/// The table: where all values of inputs are numbers they are so to programs.
fn layout(found: &Sensitivity) -> Layout {
    let mut columns = COLUMNS;
    for column in &mut columns {
        let are_numbers = match column.name.as_ref() {
            "least" => found.inputs.iter().all(|input| is_number(&input.range.least())),
            "base" => found.inputs.iter().all(|input| is_number(&input.stated.join("; "))),
            "greatest" => found.inputs.iter().all(|input| is_number(&input.range.greatest())),
            _ => false,
        };
        if are_numbers {
            column.kind = Kind::Number;
        }
    }
    Layout::new("sensitivity", "Each input and what it moves", columns).with_key(&["rank"])
}

fn rows(found: &Sensitivity) -> impl Iterator<Item = Vec<Cell<'_>>> {
    found.ranking().into_iter().zip(1_u32..).map(|(place, rank)| {
        let (input, swing) = (&found.inputs[place], &found.one_at_a_time.swings[place]);
        let [alone, in_all] = shares(found, place);
        let stated = |value: String| Cell::Stated(value.into());
        let head = [
            rank.into(),
            input.key.as_str().into(),
            stated(input.range.least()),
            stated(input.stated.join("; ")),
            stated(input.range.greatest()),
            found.figure.measure.unit.name().into(),
            swing.means[0].into(),
            found.one_at_a_time.base.mean.into(),
            swing.means[1].into(),
        ];
        let changes = swing.changes.iter().map(|change| Some(Interval::of(change)));
        let swing = swing.swing.as_ref().map(Interval::of);
        let intervals = changes.chain([swing, alone, in_all]).flat_map(Interval::cells);
        head.into_iter().chain(intervals).collect()
    })
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
