//! The files of a plan: every value that was tried, for spreadsheets and for programs.

use std::collections::BTreeSet;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::experiment::{Answer as Verdict, PlannedTarget, Tried};
use crate::office::Plan;
use crate::report::column::{Cell, Column, Kind, SCOPES, is_number};
use crate::report::language::within;
use crate::report::layout::Layout;
use crate::report::package::Contents;
use crate::report::planning::calendar::{QuotaCalendar, calendar};
use crate::report::planning::picture::pictures;
use crate::report::planning::words::sentences;
use crate::report::planning::{Answer, Planned, Role, page};
use crate::report::schema::{SummaryOf, closed};
use crate::report::{Manifest, ReportError, SUMMARY, json_file, with_page};
use crate::scenario::{Bound, Language};
use crate::statistics::Estimate;

const COLUMNS: [Column; 18] = [
    Column::new(
        "question",
        Kind::OneOf(QUESTIONS),
        "What was asked: by the user, from the other \
        side, of short weeks, or with a second key",
    ),
    Column::new("key", Kind::Text, "The key whose values were tried"),
    Column::new("value", Kind::Text, "The value that was tried, as in the scenario"),
    Column::new("second_key", Kind::Text, "The key that had a value of its own meanwhile")
        .or_empty("there was none"),
    Column::new("second_value", Kind::Text, "The value of that key").or_empty("there was none"),
    Column::new("own", Kind::YesNo, "Whether the value is the scenario's own"),
    Column::new("chosen", Kind::YesNo, "Whether the value is the answer"),
    Column::new("replications", Kind::Count, "How often the value was played"),
    Column::new("measure", Kind::Text, "The measure of the target; the catalogue says what it is"),
    Column::new("scope", Kind::OneOf(SCOPES), "The kind of what the target is of"),
    Column::new("of", Kind::Text, "The origin, channel, lane, kiosk or stage; all for everybody"),
    Column::new("unit", Kind::Text, "The unit of the values of the row"),
    Column::new("bound", Kind::OneOf(BOUNDS), "Whether the target is to be reached or not passed"),
    Column::new("bound_value", Kind::Number, "The value to be reached or not passed").by_row(),
    Column::estimate("mean", "The measure at the value"),
    Column::estimate("low", "The lower end of its interval"),
    Column::estimate("high", "The upper end of its interval"),
    Column::new("verdict", Kind::OneOf(VERDICTS), "Whether the value keeps the target"),
];
const QUESTIONS: &[&str] = &["asked", "reverse", "week", "pair"];
const BOUNDS: &[&str] = &["at least", "at most"];
const VERDICTS: &[&str] = &["holds", "fails", "not decided"];

const CALENDAR: [Column; 4] = [
    Column::new("monday", Kind::Date, "The Monday of the week"),
    Column::new("working_days", Kind::Count, "The working days of the week within the run")
        .in_unit("working days"),
    Column::new("daily_quota", Kind::Count, "The quota of each of its days").in_unit("people"),
    Column::new("places", Kind::Count, "The quota of the week").in_unit("people"),
];

/// What `plan` found.
#[derive(Debug, JsonSchema, Serialize)]
struct Summary<'plan> {
    /// The version of the program.
    antrean: &'static str,
    /// The name of the scenario's file without the ending.
    scenario: &'plan str,
    title: &'plan str,
    seed: u64,
    /// Of all verdicts together.
    confidence: f64,
    /// Of each value.
    at_most_replications: u32,
    /// Whether any value that was asked about keeps all targets.
    met: bool,
    /// The answer in words.
    sentences: Vec<String>,
    answers: Vec<AnswerSummary<'plan>>,
}

/// What was found along one key.
#[derive(Debug, JsonSchema, Serialize)]
struct AnswerSummary<'plan> {
    /// What was asked: by the user, from the other side, of short weeks, or with a second key.
    #[schemars(extend("enum" = QUESTIONS))]
    question: &'static str,
    /// The key whose values were tried.
    key: &'plan str,
    /// Which of the values that keep all targets is wanted.
    #[schemars(extend("enum" = ["largest", "smallest"]))]
    prefer: &'static str,
    /// Absent where no second key had a value of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<Pair<'plan>>,
    /// The scenario's own value, if it is among those tried.
    own: Option<&'plan str>,
    /// The value found; null where none keeps all targets.
    chosen: Option<&'plan str>,
    /// Whether the values that keep the targets lie together.
    monotone: bool,
    values_tried: usize,
    /// Of all values tried.
    replications: u64,
}

/// A second key and its value.
#[derive(Debug, JsonSchema, Serialize)]
struct Pair<'plan> {
    key: &'plan str,
    value: &'plan str,
}

/// All files but the manifest.
///
/// # Errors
/// If one cannot be made.
pub fn files(
    planned: &Planned,
    repeated: (&Manifest, String),
) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let data = within(Language::English, || data_files(planned))?;
    let (plan, pictures) = (Plan::new(planned.scenario.clone()), pictures(planned)?);
    let content = page::content(planned, &plan, &pictures);
    with_page(data, (content, pictures), repeated)
}

/// The files for machines.
fn data_files(planned: &Planned) -> Result<Vec<(String, Vec<u8>)>, ReportError> {
    let mut tables = vec![layout(planned)];
    let mut files = vec![(SUMMARY.to_string(), json(planned)?), tables[0].csv(rows(planned))];
    if let Some(calendar) = calendar(planned) {
        let layout = Layout::new("quota-calendar", "The quota of each week", CALENDAR);
        files.push(layout.csv(calendar_rows(&calendar)));
        tables.push(layout.with_key(&["monday"]));
    }
    let targets = planned.answers.iter().flat_map(|answer| &answer.result.targets);
    let contents = Contents::of(SummaryOf::Plan, tables);
    files.push(contents.with_measures(targets.map(|of| of.figure.measure)).file()?);
    Ok(files)
}

/// What `summary.json` may hold.
pub fn schema() -> Schema {
    closed::<Summary<'static>>()
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

/// The table: where all values are numbers they are so to programs.
fn layout(planned: &Planned) -> Layout {
    let values = planned.answers.iter().flat_map(|answer| &answer.lever.values);
    let seconds = planned.answers.iter().map(|answer| second(answer).1);
    let are_numbers = values.map(String::as_str).all(is_number);
    let second_are_numbers = seconds.filter(|second| !second.is_empty()).all(is_number);
    let mut columns = COLUMNS;
    for column in &mut columns {
        match column.name.as_ref() {
            "value" if are_numbers => column.kind = Kind::Number,
            "second_value" if second_are_numbers => column.kind = Kind::Number,
            _ => {}
        }
    }
    let layout = Layout::new("plan", "Every value that was tried, with each target", columns);
    let key = ["question", "key", "value", "second_value", "measure", "scope", "of", "bound"];
    let is_pair = |answer: &Answer| matches!(answer.role, Role::Pair { .. });
    let has_pairs = planned.answers.iter().any(is_pair);
    let key: Vec<&str> =
        key.into_iter().filter(|name| has_pairs || *name != "second_value").collect();
    if has_equal_rows(planned) { layout } else { layout.with_key(&key) }
}

/// Whether the row does not say of which weeks it is, or several targets are about the same.
fn has_equal_rows(planned: &Planned) -> bool {
    let is_week = |answer: &Answer| matches!(answer.role, Role::Week { .. });
    let about = |of: &PlannedTarget| {
        let (measure, scope) = (of.figure.measure.name, of.figure.scope.clone());
        (measure, scope, side(of.target.bound))
    };
    let repeats = |answer: &Answer| {
        let targets = &answer.result.targets;
        targets.iter().map(about).collect::<BTreeSet<_>>().len() < targets.len()
    };
    planned.answers.iter().any(|answer| is_week(answer) || repeats(answer))
}

/// One row for each value that was tried and each target.
fn rows(planned: &Planned) -> impl Iterator<Item = [Cell<'_>; 18]> {
    planned.answers.iter().flat_map(|answer| {
        answer.result.tried.iter().flat_map(move |tried| {
            let found = answer.result.targets.iter().zip(&tried.found);
            found.map(move |of| row(answer, tried, of))
        })
    })
}

fn row<'plan>(
    answer: &'plan Answer,
    tried: &'plan Tried,
    (target, (verdict, estimate)): (&'plan PlannedTarget, &'plan (Verdict, Estimate)),
) -> [Cell<'plan>; 18] {
    let (second_key, second_value) = second(answer);
    let there = |text: &'plan str| Some(text).filter(|text| !text.is_empty());
    let measure = target.figure.measure;
    [
        question(answer).into(),
        answer.lever.key.as_str().into(),
        Cell::Stated(answer.value(tried).into()),
        there(second_key).into(),
        there(second_value).map_or(Cell::Nothing, |value| Cell::Stated(value.into())),
        Cell::yes(Some(tried.value) == answer.today),
        Cell::yes(Some(tried.value) == answer.result.chosen),
        tried.replications.into(),
        measure.name.into(),
        target.figure.scope.kind().into(),
        target.figure.scope.name().into(),
        measure.unit.name().into(),
        side(target.target.bound).into(),
        target.target.bound.value().into(),
        estimate.mean.into(),
        estimate.low().into(),
        estimate.high().into(),
        verdict_name(*verdict).into(),
    ]
}

fn side(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast(_) => "at least",
        Bound::AtMost(_) => "at most",
    }
}

/// One row for each week.
fn calendar_rows(calendar: &QuotaCalendar) -> impl Iterator<Item = [Cell<'_>; 4]> {
    calendar.weeks.iter().map(|week| {
        let places = week.working_days * week.quota;
        [week.monday.into(), week.working_days.into(), week.quota.into(), places.into()]
    })
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::NotDecided => "not decided",
    }
}
