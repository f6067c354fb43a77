//! The files of a plan: every value that was tried, for spreadsheets and for programs.

use serde::Serialize;

use crate::experiment::{Answer as Verdict, PlannedTarget, Tried};
use crate::report::language::within;
use crate::report::planning::calendar::{QuotaCalendar, calendar};
use crate::report::planning::picture::pictures;
use crate::report::planning::words::sentences;
use crate::report::planning::{Answer, Planned, Role};
use crate::report::tables::{digits, finished, rounded, text};
use crate::report::{ReportError, chart_files, json_file};
use crate::scenario::{Bound, Language};
use crate::statistics::Estimate;

const COLUMNS: [&str; 18] = [
    "question",
    "key",
    "value",
    "second_key",
    "second_value",
    "own",
    "chosen",
    "replications",
    "measure",
    "scope",
    "of",
    "unit",
    "bound",
    "bound_value",
    "mean",
    "low",
    "high",
    "verdict",
];

/// The whole of `summary.json`.
#[derive(Debug, Serialize)]
struct Summary<'plan> {
    antrean: &'static str,
    scenario: &'plan str,
    title: &'plan str,
    seed: u64,
    confidence: f64,
    at_most_replications: u32,
    met: bool,
    sentences: Vec<String>,
    answers: Vec<AnswerSummary<'plan>>,
}

#[derive(Debug, Serialize)]
struct AnswerSummary<'plan> {
    question: &'static str,
    key: &'plan str,
    prefer: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<Pair<'plan>>,
    own: Option<&'plan str>,
    chosen: Option<&'plan str>,
    monotone: bool,
    values_tried: usize,
    replications: u64,
}

#[derive(Debug, Serialize)]
struct Pair<'plan> {
    key: &'plan str,
    value: &'plan str,
}

/// All files but the manifest.
///
/// # Errors
/// If one cannot be made.
pub fn files(planned: &Planned) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = within(Language::English, || data_files(planned))?;
    files.extend(chart_files(pictures(planned)?)?);
    Ok(files)
}

/// The files for machines.
fn data_files(planned: &Planned) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut files = vec![
        ("summary.json".to_string(), json(planned)?),
        ("plan.csv".to_string(), rows(planned)?),
    ];
    if let Some(calendar) = calendar(planned) {
        files.push(("quota-calendar.csv".to_string(), calendar_rows(&calendar)?));
    }
    Ok(files)
}

fn json(planned: &Planned) -> Result<Vec<u8>, ReportError> {
    let summary = Summary {
        antrean: env!("CARGO_PKG_VERSION"),
        scenario: &planned.scenario.name,
        title: &planned.scenario.title,
        seed: planned.scenario.run.seed,
        confidence: planned.confidence,
        at_most_replications: planned.at_most,
        met: planned.is_met(),
        sentences: sentences(planned),
        answers: planned.answers.iter().map(answer).collect(),
    };
    json_file(&summary)
}

fn answer(of: &Answer) -> AnswerSummary<'_> {
    let value = |place: usize| of.lever.values[place].as_str();
    let (key, second) = second(of);
    AnswerSummary {
        question: question(of),
        key: &of.lever.key,
        prefer: of.prefer.name(),
        with: (!key.is_empty()).then_some(Pair { key, value: second }),
        own: of.today.map(value),
        chosen: of.result.chosen.map(value),
        monotone: of.result.monotone,
        values_tried: of.result.tried.len(),
        replications: of.result.tried.iter().map(|tried| tried.replications).sum(),
    }
}

fn question(of: &Answer) -> &'static str {
    match of.role {
        Role::Wanted => "asked",
        Role::Reverse => "reverse",
        Role::Week { .. } => "week",
        Role::Pair { .. } => "pair",
    }
}

fn second(of: &Answer) -> (&str, &str) {
    match &of.role {
        Role::Pair { key, value, .. } => (key, value),
        Role::Wanted | Role::Reverse | Role::Week { .. } => ("", ""),
    }
}

/// `plan.csv`: one row for each value that was tried and each target.
fn rows(planned: &Planned) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for answer in &planned.answers {
        for tried in &answer.result.tried {
            for (target, found) in answer.result.targets.iter().zip(&tried.found) {
                table.write_record(row(answer, tried, (target, found)))?;
            }
        }
    }
    finished(table)
}

fn row(
    answer: &Answer,
    tried: &Tried,
    (target, (verdict, estimate)): (&PlannedTarget, &(Verdict, Estimate)),
) -> [String; 18] {
    let (second_key, second_value) = second(answer);
    let measure = target.figure.measure;
    let side = match target.target.bound {
        Bound::AtLeast(_) => "at least",
        Bound::AtMost(_) => "at most",
    };
    let number = |value: Option<f64>| value.map(rounded).map_or(String::new(), digits);
    [
        question(answer).to_string(),
        text(&answer.lever.key),
        text(answer.value(tried)),
        text(second_key),
        text(second_value),
        is(Some(tried.value) == answer.today),
        is(Some(tried.value) == answer.result.chosen),
        tried.replications.to_string(),
        measure.name.to_string(),
        target.figure.scope.kind().to_string(),
        text(target.figure.scope.name()),
        measure.unit.name().to_string(),
        side.to_string(),
        digits(target.target.bound.value()),
        number(estimate.mean),
        number(estimate.low()),
        number(estimate.high()),
        verdict_name(*verdict).to_string(),
    ]
}

/// `quota-calendar.csv`: one row for each week.
fn calendar_rows(calendar: &QuotaCalendar) -> Result<Vec<u8>, ReportError> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["monday", "working_days", "daily_quota", "places"])?;
    for week in &calendar.weeks {
        let numbers = [week.working_days, week.quota, week.working_days * week.quota];
        let row = std::iter::once(week.monday.to_string());
        table.write_record(row.chain(numbers.map(|number| number.to_string())))?;
    }
    finished(table)
}

fn is(yes: impl Into<bool>) -> String {
    if yes.into() { "yes" } else { "no" }.to_string()
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::NotDecided => "not decided",
    }
}
