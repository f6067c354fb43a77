//! The files of a verification: every figure for spreadsheets and for programs.

use serde::Serialize;

use crate::experiment::{
    Agreement, Case, Check, Finding, SUSPICIOUS, TIMES_MORE, Verification, WRONG,
};
use crate::report::language::within;
use crate::report::tables::{digits, finished, rounded, text};
use crate::report::verification::picture::picture;
use crate::report::{ReportError, chart_files, json_file};
use crate::scenario::Language;

const COLUMNS: [&str; 18] = [
    "case",
    "measure",
    "scope",
    "of",
    "unit",
    "theory",
    "tolerance",
    "source",
    "simulated",
    "low",
    "high",
    "replications",
    "z",
    "retest_simulated",
    "retest_low",
    "retest_high",
    "retest_z",
    "verdict",
];

/// The whole of `summary.json`.
#[derive(Debug, Serialize)]
struct Summary<'found> {
    antrean: &'static str,
    level: f64,
    rule: Rule,
    figures: usize,
    hold: usize,
    cases: Vec<CaseSummary<'found>>,
}

/// When a figure fails: beyond `suspicious` standard errors, and again beyond `wrong` with
/// `times_more` replications.
#[derive(Debug, Serialize)]
struct Rule {
    suspicious: f64,
    wrong: f64,
    times_more: u32,
}

#[derive(Debug, Serialize)]
struct CaseSummary<'found> {
    name: &'found str,
    title: &'found str,
    replications: u32,
    seed: u64,
    retested: bool,
    figures: Vec<CheckSummary<'found>>,
}

#[derive(Debug, Serialize)]
struct CheckSummary<'found> {
    measure: &'static str,
    title: &'static str,
    scope: &'static str,
    of: &'found str,
    unit: &'static str,
    theory: f64,
    tolerance: f64,
    source: &'found str,
    first: FindingSummary,
    retest: Option<FindingSummary>,
    verdict: &'static str,
}

#[derive(Debug, Serialize)]
struct FindingSummary {
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    replications: usize,
    /// Null where the simulation says nothing, or never varies and is another.
    z: Option<f64>,
}

/// All files but the manifest.
///
/// # Errors
/// If one cannot be made.
pub fn files(found: &Verification) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = within(Language::English, || data_files(found))?;
    files.extend(chart_files([picture(found)?])?);
    Ok(files)
}

/// The files for machines.
fn data_files(found: &Verification) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    Ok(vec![
        ("summary.json".to_string(), json(found)?),
        ("verification.csv".to_string(), rows(found)?),
    ])
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

/// `verification.csv`: one row for each figure.
fn rows(found: &Verification) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for case in &found.cases {
        for of in &case.checks {
            table.write_record(row(case, of))?;
        }
    }
    finished(table)
}

fn row(case: &Case, of: &Check) -> Vec<String> {
    let about = check(of);
    let shown = |value: Option<f64>| value.map_or(String::new(), digits);
    let retest =
        |value: fn(&FindingSummary) -> Option<f64>| shown(about.retest.as_ref().and_then(value));
    vec![
        text(&case.scenario.name),
        about.measure.to_string(),
        about.scope.to_string(),
        text(about.of),
        about.unit.to_string(),
        about.theory.to_string(),
        about.tolerance.to_string(),
        text(about.source),
        shown(about.first.mean),
        shown(about.first.low),
        shown(about.first.high),
        about.first.replications.to_string(),
        shown(about.first.z),
        retest(|retest| retest.mean),
        retest(|retest| retest.low),
        retest(|retest| retest.high),
        retest(|retest| retest.z),
        about.verdict.to_string(),
    ]
}
