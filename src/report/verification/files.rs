//! The files of a verification: every figure for spreadsheets and for programs.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{
    Agreement, Case, Check, Finding, SUSPICIOUS, TIMES_MORE, Verification, WRONG,
};
use crate::report::column::{Cell, Column, Kind, SCOPES, rounded};
use crate::report::language::within;
use crate::report::layout::Layout;
use crate::report::package::Contents;
use crate::report::schema::{SummaryOf, closed};
use crate::report::verification::page;
use crate::report::verification::picture::picture;
use crate::report::{Manifest, ReportError, json_file, with_one_table, with_page};
use crate::scenario::Language;

const COLUMNS: [Column; 18] = [
    Column::new("case", Kind::Text, "The scenario that theory is held against"),
    Column::new("measure", Kind::Text, "The name of the measure; the catalogue says what it is"),
    Column::new("scope", Kind::OneOf(SCOPES), "The kind of what the figure is of"),
    Column::new("of", Kind::Text, "The origin, channel, lane, kiosk or stage; all for everybody"),
    Column::new("unit", Kind::Text, "The unit of the values of the row"),
    Column::new("theory", Kind::Number, "What theory says").by_row(),
    Column::new("tolerance", Kind::Number, "How far theory itself may be off").by_row(),
    Column::new("source", Kind::Text, "The theory"),
    Column::estimate("simulated", "What the simulation says"),
    Column::estimate("low", "The lower end of its interval"),
    Column::estimate("high", "The upper end of its interval"),
    Column::new("replications", Kind::Count, "How many replications have a value"),
    z("z", "Standard errors by which the simulation strays from theory"),
    retested("retest_simulated", "What the simulation says in the second test"),
    retested("retest_low", "The lower end of its interval in the second test"),
    retested("retest_high", "The upper end of its interval in the second test"),
    z("retest_z", "Standard errors by which the second test strays from theory"),
    Column::new("verdict", Kind::OneOf(VERDICTS), "Whether the simulation agrees with theory"),
];
const VERDICTS: &[&str] = &["holds", "holds on retest", "fails"];

const fn z(name: &'static str, meaning: &'static str) -> Column {
    Column::new(name, Kind::Number, meaning)
        .in_unit("standard errors")
        .or_empty("there was no such test, or the simulation never varies")
}

const fn retested(name: &'static str, meaning: &'static str) -> Column {
    Column::estimate(name, meaning).or_empty("there was no second test")
}

/// What `verify` found.
#[derive(Debug, JsonSchema, Serialize)]
struct Summary<'found> {
    /// The version of the program.
    antrean: &'static str,
    /// The confidence level of the intervals.
    level: f64,
    rule: Rule,
    /// How many figures were held against theory.
    figures: usize,
    /// How many of them agree with it.
    hold: usize,
    cases: Vec<CaseSummary<'found>>,
}

/// When a figure fails: beyond `suspicious` standard errors, and again beyond `wrong` with
/// `times_more` replications.
#[derive(Debug, JsonSchema, Serialize)]
struct Rule {
    /// Standard errors beyond which a figure is tested a second time.
    suspicious: f64,
    /// Standard errors beyond which it fails then.
    wrong: f64,
    /// How many times as many replications the second test has.
    times_more: u32,
}

/// One office of which theory knows something.
#[derive(Debug, JsonSchema, Serialize)]
struct CaseSummary<'found> {
    /// The name of its file without the ending.
    name: &'found str,
    title: &'found str,
    /// Of the first test.
    replications: u32,
    seed: u64,
    /// Whether any of its figures was tested a second time.
    retested: bool,
    figures: Vec<CheckSummary<'found>>,
}

/// A figure that theory gives, and what the simulation says.
#[derive(Debug, JsonSchema, Serialize)]
struct CheckSummary<'found> {
    /// The name of the measure.
    measure: &'static str,
    /// The measure in words.
    title: &'static str,
    /// The kind of what the figure is of.
    #[schemars(extend("enum" = SCOPES))]
    scope: &'static str,
    /// The origin, channel, lane, kiosk or stage; `all` for everybody.
    of: &'found str,
    /// Of all values of the figure; a share is from 0 to 1.
    unit: &'static str,
    /// What theory says.
    theory: f64,
    /// How far theory itself may be off.
    tolerance: f64,
    /// The theory.
    source: &'found str,
    first: FindingSummary,
    /// Null where there was no second test.
    retest: Option<FindingSummary>,
    #[schemars(extend("enum" = VERDICTS))]
    verdict: &'static str,
}

/// What the simulation says.
#[derive(Debug, JsonSchema, Serialize)]
struct FindingSummary {
    /// Null where no replication has a value.
    mean: Option<f64>,
    /// The lower end of the interval.
    low: Option<f64>,
    /// The upper end of the interval.
    high: Option<f64>,
    /// How many replications have a value.
    replications: usize,
    /// Standard errors by which it strays from theory. Null where the simulation says nothing, or
    /// never varies and is another.
    z: Option<f64>,
}

/// All files but the manifest.
///
/// # Errors
/// If one cannot be made.
pub fn files(
    found: &Verification,
    repeated: (&Manifest, String),
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let data = within(Language::English, || data_files(found))?;
    let pictures = vec![picture(found)?];
    let content = page::content(found, &pictures);
    with_page(data, (content, pictures), repeated)
}

/// The files for machines.
fn data_files(found: &Verification) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let layout = Layout::new("verification", "Every figure that theory gives", COLUMNS)
        .with_key(&["case", "measure", "scope", "of"]);
    let table = layout.csv(rows(found));
    let contents = Contents::of(SummaryOf::Verify, vec![layout])
        .with_measures(found.checks().map(|check| check.figure.measure));
    with_one_table(json(found)?, table, &contents)
}

/// What `summary.json` may hold.
pub fn schema() -> Schema {
    closed::<Summary<'static>>()
}

/// The text of `summary.json`.
///
/// # Errors
/// If it cannot be serialised.
pub fn json(found: &Verification) -> Result<Vec<u8>, ReportError> {
    let holds = |check: &&Check| check.agreement() != Agreement::Fails;
    let summary = Summary {
        antrean: env!("CARGO_PKG_VERSION"),
        level: found.level.value(),
        rule: Rule { suspicious: SUSPICIOUS, wrong: WRONG, times_more: TIMES_MORE },
        figures: found.checks().count(),
        hold: found.checks().filter(holds).count(),
        cases: found.cases.iter().map(case).collect(),
    };
    json_file(&summary)
}

fn case(of: &Case) -> CaseSummary<'_> {
    CaseSummary {
        name: &of.scenario.name,
        title: &of.scenario.title,
        replications: of.scenario.run.replications,
        seed: of.scenario.run.seed,
        retested: of.strays(),
        figures: of.checks.iter().map(check).collect(),
    }
}

fn check(of: &Check) -> CheckSummary<'_> {
    let measure = of.figure.measure;
    CheckSummary {
        measure: measure.name,
        title: measure.title,
        scope: of.figure.scope.kind(),
        of: of.figure.scope.name(),
        unit: measure.unit.name(),
        theory: of.known.value,
        tolerance: of.known.tolerance,
        source: &of.known.source,
        first: finding(&of.first),
        retest: of.retest.as_ref().map(finding),
        verdict: of.agreement().name(),
    }
}

fn finding(of: &Finding) -> FindingSummary {
    FindingSummary {
        mean: of.estimate.mean.map(rounded),
        low: of.estimate.low().map(rounded),
        high: of.estimate.high().map(rounded),
        replications: of.estimate.replications,
        z: of.deviation.filter(|deviation| deviation.is_finite()).map(rounded),
    }
}

/// One row for each figure.
fn rows(found: &Verification) -> impl Iterator<Item = [Cell<'_>; 18]> {
    found.cases.iter().flat_map(|case| case.checks.iter().map(|of| row(case, of)))
}

fn row<'found>(case: &'found Case, of: &'found Check) -> [Cell<'found>; 18] {
    let about = check(of);
    let stated = |value: f64| Cell::Stated(value.to_string().into());
    let retest =
        |value: fn(&FindingSummary) -> Option<f64>| about.retest.as_ref().and_then(value).into();
    [
        case.scenario.name.as_str().into(),
        about.measure.into(),
        about.scope.into(),
        about.of.into(),
        about.unit.into(),
        stated(about.theory),
        stated(about.tolerance),
        about.source.into(),
        about.first.mean.into(),
        about.first.low.into(),
        about.first.high.into(),
        about.first.replications.into(),
        about.first.z.into(),
        retest(|retest| retest.mean),
        retest(|retest| retest.low),
        retest(|retest| retest.high),
        retest(|retest| retest.z),
        about.verdict.into(),
    ]
}
