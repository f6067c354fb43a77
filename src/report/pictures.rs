//! The charts of a study: which there are, and what their titles say.

mod access;
mod busy_hours;
mod by_day;
mod flow;
mod quota_use;
mod replications;

use crate::experiment::{
    Comparison, FigureDifference, FigureResult, OutcomeShares, Reading, ScenarioResult,
};
use crate::office::{Outcome, Scope, Unit};
use crate::report::chart::{
    self, Chart, ChartError, DataTable, DifferenceChart, DifferencePanel, DifferenceRow,
    DistributionChart, DistributionCurve, DistributionPanel, Favour, Heading, OutcomeChart,
    OutcomeRow, Promise, Step, UtilisationChart, UtilisationRow,
};
use crate::report::language::{fixed, say, short_date, word};
use crate::report::pictures::access::access;
use crate::report::pictures::busy_hours::busy_hours;
use crate::report::pictures::by_day::{backlog, channels, lead_time};
use crate::report::pictures::flow::flow;
use crate::report::pictures::quota_use::quota_use;
use crate::report::pictures::replications::replications;
use crate::report::stations::{self, is_same, uses};
use crate::report::{Study, settling, wording};
use crate::statistics::{DayHistogram, Verdict};

/// The figures of the chart of differences, in their order.
const DIFFERENCES: [&str; 17] = [
    "wish_to_appointment",
    "lead_time_calendar_days",
    "wish_to_passport",
    "issued",
    "shut_out",
    "turned_away",
    "gave_up",
    "did_not_show_up",
    "quota_booked",
    "quota_attended",
    "booked_within_target",
    "ready_within_promise",
    "tries_per_booking",
    "waiting",
    "travel_per_passport",
    "trips_per_passport",
    "fares_per_passport",
];

/// However many outcomes there are, all can be drawn.
const _: () = assert!(Outcome::ALL.len() <= OutcomeChart::MOST_OUTCOMES);

/// Figures whose difference makes a headline, the most telling first.
const HEADLINES: [&str; 5] =
    ["issued", "wish_to_appointment", "shut_out", "travel_per_passport", "ready_within_promise"];

/// A chart, and its data for those who would rather read them.
#[derive(Debug)]
pub struct Picture {
    pub chart: Chart,
    pub data: DataTable,
}

/// All charts of a study, the most telling first.
///
/// # Errors
/// If one cannot be drawn.
pub fn pictures(study: &Study) -> Result<Vec<Picture>, ChartError> {
    let mut charts = Vec::new();
    for comparison in &study.comparisons {
        charts.push(differences(study, comparison)?);
    }
    for place in 0..study.results.len() {
        charts.extend(channels(study, place)?);
    }
    charts.push(lead_time(study)?);
    charts.extend(quota_use(study)?);
    charts.push(backlog(study)?);
    charts.push(days_to_passport(study)?);
    charts.push(outcomes(study)?);
    charts.push(flow(study)?);
    charts.push(use_of_stations(study)?);
    charts.extend(busy_hours(study)?);
    charts.extend(access(study)?);
    charts.extend(replications(study)?);
    charts.extend(settling::charts(study)?);
    Ok(charts)
}

fn heading(stem: &str, title: String, subtitle: String) -> Heading {
    Heading { stem: stem.to_string(), title, subtitle }
}

/// What every chart rests on: dates, replications, level.
fn basis(study: &Study) -> String {
    let Some(result) = study.results.first() else { return String::new() };
    let run = &result.plan.scenario.run;
    let (first, last) = (short_date(run.start), short_date(run.last_date()));
    let numbers = study.results.iter().map(|of| of.plan.scenario.run.replications);
    let (least, most) = (numbers.clone().min(), numbers.max());
    let number = match least.zip(most) {
        Some((least, most)) if least < most => {
            say("{low} to {high}", &[("low", &least), ("high", &most)])
        }
        _ => run.replications.to_string(),
    };
    say(
        "{first} to {last}, {number} replications",
        &[("first", &first), ("last", &last), ("number", &number)],
    )
}

fn with_intervals(study: &Study) -> String {
    say(
        "{basis}, {level} % intervals",
        &[("basis", &basis(study)), ("level", &fixed(study.level.value() * 100.0, 0))],
    )
}

/// Whether the intervals are meant to be read one by one.
fn adjusted(study: &Study) -> &'static str {
    match study.reading {
        Reading::OneByOne => word("not adjusted for reading many"),
        Reading::Together(_) => word("all hold at once"),
    }
}

fn differences(study: &Study, comparison: &Comparison) -> Result<Picture, ChartError> {
    let base = &study.results[comparison.base].plan.scenario;
    let other = &study.results[comparison.other].plan.scenario;
    let stem = match study.comparisons.len() {
        1 => "differences".to_string(),
        _ => format!("differences-{}", comparison.other),
    };
    let subtitle = say(
        "{other} minus {base}; the same applicants in both; {basis}; {adjusted}",
        &[
            ("other", &other.label),
            ("base", &base.label),
            ("basis", &with_intervals(study)),
            ("adjusted", &adjusted(study)),
        ],
    );
    let chart = DifferenceChart {
        heading: heading(&stem, headline(comparison, &other.label), subtitle),
        less: say("less with {label}", &[("label", &other.label)]),
        more: say("more with {label}", &[("label", &other.label)]),
        panels: panels(comparison),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

/// The first two differences that were found, in words.
fn headline(comparison: &Comparison, title: &str) -> String {
    match headlines(comparison).as_slice() {
        [] => say("{title}: no difference found", &[("title", &title)]),
        found => format!("{title}: {}", found.join("; ")),
    }
}

/// The most telling differences that were found, two at most, each in words.
pub fn headlines(comparison: &Comparison) -> Vec<String> {
    let found = |name: &&str| {
        let of = whole(comparison, name)?;
        let favour = wording::favour(&of.verdict, of.figure.measure.better);
        let words = wording::verdict(&of.verdict, of.figure.measure.unit);
        (!favour.is_empty()).then(|| format!("{} {words}", word(of.figure.measure.title)))
    };
    HEADLINES.iter().filter_map(found).take(2).collect()
}

fn whole<'of>(comparison: &'of Comparison, name: &str) -> Option<&'of FigureDifference> {
    let is_it =
        |of: &&FigureDifference| of.figure.measure.name == name && of.figure.scope == Scope::All;
    comparison.differences.iter().find(is_it)
}

/// One panel for each unit, in the order in which the units come up.
fn panels(comparison: &Comparison) -> Vec<DifferencePanel> {
    let mut panels: Vec<DifferencePanel> = Vec::new();
    for of in DIFFERENCES.iter().filter_map(|name| whole(comparison, name)) {
        let unit = unit_of_difference(of.figure.measure.unit);
        let Some(row) = row(of) else { continue };
        match panels.iter_mut().find(|panel| panel.unit == unit) {
            Some(panel) => panel.rows.push(row),
            None => panels.push(DifferencePanel { unit: unit.to_string(), rows: vec![row] }),
        }
    }
    panels
}

fn unit_of_shares(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => word("percent"),
        unit => word(unit.name()),
    }
}

fn unit_of_difference(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => word("percentage points"),
        unit => word(unit.name()),
    }
}

/// A row of the chart; what is exactly the same needs none.
fn row(of: &FigureDifference) -> Option<DifferenceRow> {
    if of.verdict == Verdict::Identical {
        return None;
    }
    let measure = of.figure.measure;
    let scale = if measure.unit == Unit::Share { 100.0 } else { 1.0 };
    let estimate = &of.paired.difference;
    Some(DifferenceRow {
        label: word(measure.title).to_string(),
        difference: estimate.mean? * scale,
        low: estimate.low()? * scale,
        high: estimate.high()? * scale,
        favour: favour(of),
        note: wording::verdict(&of.verdict, measure.unit),
    })
}

fn favour(of: &FigureDifference) -> Favour {
    match wording::favour(&of.verdict, of.figure.measure.better) {
        "better" => Favour::Better,
        "worse" => Favour::Worse,
        _ if matches!(of.verdict, Verdict::Lower { .. } | Verdict::Higher { .. }) => {
            Favour::Neither
        }
        _ => Favour::Unclear,
    }
}

/// The mean of a figure in every scenario: "3.21 days with the app, 2.90 days with kiosks".
fn means(study: &Study, measure: &str) -> String {
    let mean = |result: &ScenarioResult| {
        let of = result.overall(measure)?;
        let mean = wording::value(of.estimate.mean?, of.figure.measure.unit);
        Some(format!("{mean} ({})", result.plan.scenario.label))
    };
    let means: Vec<String> = study.results.iter().filter_map(mean).collect();
    if means.is_empty() { wording::not_available().to_string() } else { means.join(", ") }
}

fn days_to_passport(study: &Study) -> Result<Picture, ChartError> {
    let promise = study.results.first().and_then(|result| result.plan.scenario.production.as_ref());
    let promise = promise.map(|production| Promise {
        days: f64::from(production.promise),
        label: say("promised: {days} working days", &[("days", &production.promise)]),
    });
    let title = say(
        "Ready within the promise: {means}",
        &[("means", &means(study, "ready_within_promise"))],
    );
    let chart = DistributionChart {
        heading: heading("days-to-passport", title, basis(study)),
        panels: vec![
            DistributionPanel {
                measure: word("from interview to ready").to_string(),
                unit: word("working days").to_string(),
                promise,
                curves: curves(study, |result| &result.durations.processing),
            },
            DistributionPanel {
                measure: word("from wish to passport").to_string(),
                unit: word("calendar days").to_string(),
                promise: None,
                curves: curves(study, |result| &result.durations.wish_to_ready),
            },
        ],
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

fn curves(
    study: &Study,
    distribution: impl Fn(&ScenarioResult) -> &DayHistogram,
) -> Vec<DistributionCurve> {
    let curve = |result: &ScenarioResult| DistributionCurve {
        label: result.plan.scenario.label.clone(),
        steps: steps(distribution(result)),
    };
    study.results.iter().map(curve).collect()
}

fn steps(distribution: &DayHistogram) -> Vec<Step> {
    let total = distribution.count() as f64;
    let mut sum = 0;
    let step = |(days, count): (u32, u64)| {
        sum += count;
        Step { days: f64::from(days), share: sum as f64 / total }
    };
    distribution.iter().map(step).collect()
}

fn outcomes(study: &Study) -> Result<Picture, ChartError> {
    let shown = shown_outcomes(study);
    let row = |result: &ScenarioResult, of: &OutcomeShares| OutcomeRow {
        scenario: result.plan.scenario.label.clone(),
        channel: word(of.channel.name()).to_string(),
        amounts: shown.iter().map(|outcome| of.shares[*outcome as usize].1).collect(),
    };
    let rows = study.results.iter();
    let rows = rows.flat_map(|result| result.outcomes.iter().map(move |of| row(result, of)));
    let title =
        say("Wishes that end with a passport: {means}", &[("means", &means(study, "issued"))]);
    let chart = OutcomeChart {
        heading: heading("outcomes", title, basis(study)),
        unit: word("share of the wishes that arose").to_string(),
        outcomes: shown.iter().map(|outcome| word(outcome.title()).to_string()).collect(),
        rows: rows.collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

/// The outcomes that are seen, in the order of their colours.
fn shown_outcomes(study: &Study) -> Vec<Outcome> {
    Outcome::ALL.into_iter().filter(|of| happens(study, *of)).collect()
}

fn happens(study: &Study, outcome: Outcome) -> bool {
    let shares = study.results.iter().flat_map(|result| &result.outcomes);
    shares.into_iter().any(|of| 0.0 < of.shares[outcome as usize].1)
}

fn use_of_stations(study: &Study) -> Result<Picture, ChartError> {
    let results: Vec<&ScenarioResult> = study.results.iter().collect();
    let stations = stations::shown(&results);
    let row = |scope: &Scope| UtilisationRow {
        station: wording::place(scope),
        estimates: study.results.iter().map(|result| use_of(result, scope)).collect(),
    };
    let chart = UtilisationChart {
        heading: heading("use-of-stations", busiest(study), with_intervals(study)),
        unit: word("share of open time in use").to_string(),
        scenarios: study.results.iter().map(|of| of.plan.scenario.label.clone()).collect(),
        rows: stations.into_iter().map(row).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

fn use_of(result: &ScenarioResult, scope: &Scope) -> Option<chart::Estimate> {
    let of = uses(result).find(|of| is_same(&of.figure.scope, scope))?;
    let share = of.estimate.mean?;
    // An interval of few replications may reach below what a share can be.
    let low = of.estimate.low().unwrap_or(share).max(0.0);
    let high = of.estimate.high().unwrap_or(share);
    Some(chart::Estimate { share, low, high })
}

fn busiest(study: &Study) -> String {
    let of = |result: &ScenarioResult| {
        let share = |of: &&FigureResult| of.estimate.mean.unwrap_or(0.0);
        let busiest = uses(result).max_by(|one, other| share(one).total_cmp(&share(other)))?;
        let share = wording::value(busiest.estimate.mean?, Unit::Share);
        let place = wording::place(&busiest.figure.scope);
        Some(format!("{place} {share} ({})", result.plan.scenario.label))
    };
    let places: Vec<String> = study.results.iter().filter_map(of).collect();
    say("Busiest: {places}", &[("places", &places.join(", "))])
}
