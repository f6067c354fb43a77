//! The files of a sweep: every figure at every point, for spreadsheets and for programs.

use std::collections::{BTreeMap, BTreeSet};

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{PointFigure, Sweep, SweepPoint};
use crate::office::{Figure, Plan};
use crate::report::column::{Cell, Column, Kind, SCOPES, is_number};
use crate::report::language::within;
use crate::report::layout::Layout;
use crate::report::package::Contents;
use crate::report::schema::{SummaryOf, closed};
use crate::report::summary_file::{
    About, EstimateSummary, TargetSummary, about, estimated, target,
};
use crate::report::sweep::page;
use crate::report::sweep::pictures::pictures;
use crate::report::sweep::terminal::short;
use crate::report::{Manifest, ReportError, json_file, with_one_table, with_page};
use crate::report::{targets, wording};
use crate::scenario::{Language, Lever};

const COLUMNS: [Column; 8] = [
    Column::new("measure", Kind::Text, "The name of the measure; the catalogue says what it is"),
    Column::new("scope", Kind::OneOf(SCOPES), "The kind of what the figure is of"),
    Column::new("of", Kind::Text, "The origin, channel, lane, kiosk or stage; all for everybody"),
    Column::new("unit", Kind::Text, "The unit of the values of the row"),
    Column::estimate("mean", "The figure at the point"),
    Column::estimate("low", "The lower end of its interval"),
    Column::estimate("high", "The upper end of its interval"),
    Column::new("replications", Kind::Count, "How many replications have a value"),
];
const OF_TARGETS: [Column; 2] = [
    Column::new("target", Kind::Text, "What is to be reached or not passed; of several each")
        .or_empty(NO_TARGET),
    Column::new(
        "verdict",
        Kind::Text,
        "Whether it is: met, missed or not decided; of several each",
    )
    .or_empty(NO_TARGET),
];
const NO_TARGET: &str = "the point has no target for the figure";
const OF_BASE: [Column; 4] = [
    Column::estimate("less_base", "The figure at the point less that of the scenario as it stands"),
    Column::estimate("less_base_low", "The lower end of the interval of that"),
    Column::estimate("less_base_high", "The upper end of the interval of that"),
    Column::new("less_base_verdict", Kind::Text, "The same in words")
        .or_empty("the scenario as it stands has no such figure"),
];

/// What `sweep` found.
#[derive(Debug, JsonSchema, Serialize)]
struct Summary<'sweep> {
    /// The version of the program.
    antrean: &'static str,
    /// The confidence level of the intervals.
    level: f64,
    title: &'sweep str,
    /// How the points were laid.
    #[schemars(extend("enum" = ["grid", "latin-hypercube", "sobol"]))]
    design: &'static str,
    /// In the order of the command.
    keys: Vec<KeySummary<'sweep>>,
    points: Vec<PointSummary<'sweep>>,
}

/// A key that was varied.
#[derive(Debug, JsonSchema, Serialize)]
struct KeySummary<'sweep> {
    key: &'sweep str,
    values: &'sweep [String],
}

/// A point and what was found there.
#[derive(Debug, JsonSchema, Serialize)]
struct PointSummary<'sweep> {
    /// By key, the value as it was written.
    values: BTreeMap<&'sweep str, &'sweep str>,
    /// How often it was played.
    replications: u32,
    /// Those that were asked for.
    figures: Vec<FigureSummary<'sweep>>,
    /// Absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetSummary<'sweep>>,
}

/// A figure at a point.
#[derive(Debug, JsonSchema, Serialize)]
struct FigureSummary<'sweep> {
    #[serde(flatten)]
    of: About<'sweep>,
    #[serde(flatten)]
    estimate: EstimateSummary,
    /// The figure less that of the scenario as it stands; absent where that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    less_base: Option<EstimateSummary>,
}

/// All files but the manifest; charts and summary hold the chosen figures, the table all of them.
///
/// # Errors
/// If one cannot be made.
pub fn files(
    (sweep, chosen): (&Sweep, &[Figure]),
    base: &Plan,
    repeated: (&Manifest, String),
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let data = within(Language::English, || data_files(sweep, chosen))?;
    let pictures = pictures(sweep, chosen)?;
    let content = page::content((sweep, chosen), base, &pictures);
    with_page(data, (content, pictures), repeated)
}

/// The files for machines.
fn data_files(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let layout = layout(sweep);
    let table = layout.csv(rows(sweep));
    let contents = Contents::of(SummaryOf::Sweep, vec![layout])
        .with_measures(figures(sweep).map(|of| of.figure.measure));
    with_one_table(summary(sweep, chosen)?, table, &contents)
}

/// What `summary.json` may hold.
pub fn schema() -> Schema {
    closed::<Summary<'static>>()
}

fn summary(sweep: &Sweep, chosen: &[Figure]) -> Result<Vec<u8>, ReportError> {
    let summary = Summary {
        antrean: env!("CARGO_PKG_VERSION"),
        level: sweep.level.value(),
        title: &sweep.title,
        design: sweep.design.name(),
        keys: sweep.keys.iter().map(key).collect(),
        points: sweep.points.iter().map(|of| point(sweep, of, chosen)).collect(),
    };
    json_file(&summary)
}

fn key(of: &Lever) -> KeySummary<'_> {
    KeySummary { key: &of.key, values: &of.values }
}

fn point<'sweep>(
    sweep: &'sweep Sweep,
    of: &'sweep SweepPoint,
    chosen: &[Figure],
) -> PointSummary<'sweep> {
    let keys = sweep.keys.iter().zip(&of.values);
    PointSummary {
        values: keys.map(|(key, value)| (key.key.as_str(), key.values[*value].as_str())).collect(),
        replications: of.replications,
        figures: chosen.iter().filter_map(|figure| of.figure(figure)).map(figure).collect(),
        targets: of
            .targets
            .iter()
            .map(|judgement| target(&of.figures[judgement.figure].figure, judgement))
            .collect(),
    }
}

fn figure(of: &PointFigure) -> FigureSummary<'_> {
    FigureSummary {
        of: about(&of.figure),
        estimate: estimated(&of.estimate),
        less_base: of.difference.as_ref().map(|of| estimated(&of.difference)),
    }
}

/// The table: the keys, what was found, and where there are any, targets and the base.
fn layout(sweep: &Sweep) -> Layout {
    let keys = sweep.keys.iter().map(|key| {
        let kind = match key.values.iter().all(|value| is_number(value)) {
            true => Kind::Number,
            false => Kind::Text,
        };
        let column = Column::new("", kind, "The value of this key of the scenario");
        Column { name: key.key.clone().into(), ..column }
    });
    let of_targets = OF_TARGETS.into_iter().filter(|_| has_targets(sweep));
    let of_base = OF_BASE.into_iter().filter(|_| has_base(sweep));
    let columns = keys.chain(COLUMNS).chain(of_targets).chain(of_base);
    let layout = Layout::new("sweep", "Every figure at every point", columns);
    let keys = sweep.keys.iter().map(|key| key.key.as_str());
    let key: Vec<&str> = keys.chain(["measure", "scope", "of"]).collect();
    if has_equal_points(sweep) { layout } else { layout.with_key(&key) }
}

fn figures(sweep: &Sweep) -> impl Iterator<Item = &PointFigure> {
    sweep.points.iter().flat_map(|point| &point.figures)
}

fn has_targets(sweep: &Sweep) -> bool {
    sweep.points.iter().any(|point| !point.targets.is_empty())
}

fn has_base(sweep: &Sweep) -> bool {
    figures(sweep).any(|of| of.difference.is_some())
}

/// Whether a key has a value twice.
fn has_equal_points(sweep: &Sweep) -> bool {
    let repeats = |key: &Lever| {
        key.values.iter().map(|value| plain(value)).collect::<BTreeSet<_>>().len()
            < key.values.len()
    };
    sweep.keys.iter().any(repeats)
}

/// One row for each point and figure.
fn rows(sweep: &Sweep) -> impl Iterator<Item = Vec<Cell<'_>>> {
    let (has_targets, has_base) = (has_targets(sweep), has_base(sweep));
    sweep.points.iter().flat_map(move |point| {
        point.figures.iter().map(move |of| {
            let keys = sweep.keys.iter().zip(&point.values);
            let keys = keys.map(|(key, value)| Cell::Stated(plain(&key.values[*value]).into()));
            let judged = judged(point, &of.figure).into_iter().filter(|_| has_targets);
            let less_base = less_base(of).into_iter().filter(|_| has_base);
            keys.chain(estimate(of)).chain(judged).chain(less_base).collect()
        })
    })
}

/// A value of a key without the quotes of a text.
fn plain(value: &str) -> &str {
    if is_number(value) { value } else { value.trim_matches('"') }
}

fn estimate(of: &PointFigure) -> [Cell<'_>; 8] {
    let (measure, scope) = (of.figure.measure, &of.figure.scope);
    [
        measure.name.into(),
        scope.kind().into(),
        scope.name().into(),
        measure.unit.name().into(),
        of.estimate.mean.into(),
        of.estimate.low().into(),
        of.estimate.high().into(),
        of.estimate.replications.into(),
    ]
}

/// What is to be reached, and the verdict; of several targets one after the other.
fn judged<'sweep>(point: &'sweep SweepPoint, figure: &'sweep Figure) -> [Cell<'sweep>; 2] {
    let unit = figure.measure.unit;
    let (bounds, verdicts): (Vec<String>, Vec<&str>) = point
        .judgements(figure)
        .map(|of| (targets::bound_in_words(of.target.bound, unit), short(of.verdict)))
        .unzip();
    match bounds.is_empty() {
        true => [Cell::Nothing, Cell::Nothing],
        false => [bounds.join("; ").into(), verdicts.join("; ").into()],
    }
}

fn less_base(of: &PointFigure) -> [Cell<'static>; 4] {
    let difference = of.difference.as_ref().map(|of| of.difference);
    let verdict = of.verdict().map(|verdict| wording::verdict(&verdict, of.figure.measure.unit));
    [
        difference.and_then(|of| of.mean).into(),
        difference.and_then(|of| of.low()).into(),
        difference.and_then(|of| of.high()).into(),
        verdict.into(),
    ]
}
