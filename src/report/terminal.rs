//! The summary for the terminal: findings first, then the figures that matter.

use comfy_table::{CellAlignment, Table, presets};

use crate::experiment::{Comparison, FigureDifference, Reading, ScenarioResult};
use crate::office::{Figure, Scope, Unit};
use crate::report::served;
use crate::report::stations::{self, is_same};
use crate::report::{Study, outlying, precision, settling, targets, wording};

/// The figures of the summary, under their headings.
const SECTIONS: [(&str, &[&str]); 8] = [
    (
        "Who gets a passport",
        &[
            "wishes",
            "issued",
            "turned_away",
            "gave_up",
            "shut_out",
            "did_not_show_up",
            "never_paid",
            "sent_home",
            "refused",
            "under_way",
        ],
    ),
    (
        "The appointment",
        &[
            "wish_to_appointment",
            "lead_time_working_days",
            "lead_time_working_days_p90",
            "third_available",
            "booked_within_target",
            "tries_per_booking",
            "missed_appointments",
            "quota_booked",
            "quota_attended",
        ],
    ),
    (
        "The day at the office",
        &["waiting", "waiting_p90", "long_waits", "in_office", "station_use", "station_wait"],
    ),
    (
        "The passport",
        &[
            "interview_to_ready",
            "ready_within_promise",
            "backlog",
            "wish_to_passport",
            "wish_to_passport_median",
            "wish_to_passport_p90",
        ],
    ),
    (
        "Outages",
        &[
            "app_down",
            "came_instead",
            "missed_boats",
            "outages",
            "days_to_recover",
            "not_recovered",
            "backlog_highest",
        ],
    ),
    (
        "What it costs people",
        &["trips_per_passport", "travel_per_passport", "boat_per_passport", "fares_per_passport"],
    ),
    ("Places given back", &["lapsed", "cancelled", "rescheduled", "fees_lost"]),
    ("What brokers take", &["captured", "wasted", "bought", "paid_to_brokers"]),
];

/// The figures that the findings of a comparison speak of.
const FINDINGS: [&str; 6] = [
    "issued",
    "shut_out",
    "wish_to_appointment",
    "ready_within_promise",
    "trips_per_passport",
    "travel_per_passport",
];

/// What the columns of the table of access are.
const ACCESS: &str = "Shares are of the people; trips, hours, hours by boat and rupiah are for each \
    passport.\n";

/// What the intervals of gaps are.
const GAPS: &str = "Worst and best are chosen over all replications; as they are chosen by looking, \
    the interval of a gap holds for all pairs of such groups at once. One that reaches 0 does not \
    tell the two apart.\n";

/// A share of people under way at the end that is too large to pass over.
const MUCH_UNDER_WAY: f64 = 0.005;

/// The summary of a study in at most `width` columns.
pub fn summary(study: &Study, width: u16) -> String {
    let tables = match study.comparisons.as_slice() {
        [] => (0..study.results.len()).map(|place| of_scenario(study, place, width)).collect(),
        comparisons => {
            comparisons.iter().map(|of| of_comparison(study, of, width)).collect::<Vec<_>>()
        }
    };
    tables.join("\n")
}

fn of_scenario(study: &Study, place: usize, width: u16) -> String {
    let result = &study.results[place];
    let mut text = format!("{}\n{}\n", result.plan.scenario.title, played(result));
    text += &of_targets(width, "Targets", result);
    text += &of_precision(width, "Precision", precision::rows(result));
    let stations = stations::shown(&[result]);
    for (heading, measures) in SECTIONS {
        let mut table = table(width, &[heading, "estimate", &interval_name(study)]);
        for figure in chosen(measures, result.figures.iter().map(|of| &of.figure), &stations) {
            let Some(of) = result.figures.iter().find(|of| of.figure.matches(figure)) else {
                continue;
            };
            let unit = figure.measure.unit;
            if of.estimate.mean.is_none() {
                continue;
            }
            let mean = of.estimate.mean.map(|mean| wording::value(mean, unit));
            let interval = wording::interval(&of.estimate, unit);
            table.add_row([&wording::title(figure), &shown(mean), &shown(interval)]);
        }
        text += &section(&table);
    }
    text += &access(width, "Access", result);
    text += &gaps(width, &["Who is served worst", "worst", "best", "gap"], served::rows(result));
    text += &under_way(result);
    text += &warm_up(result);
    text += &outlying::text(study, place);
    format!("{text}\n{}\n", wording::promise(study.level, study.reading))
}

fn interval_name(study: &Study) -> String {
    let percent = study.level.value() * 100.0;
    match study.reading {
        Reading::OneByOne => format!("{percent} % interval"),
        Reading::Together(_) => format!("simultaneous {percent} % interval"),
    }
}

/// A warning where the warm-up was too short.
fn warm_up(result: &ScenarioResult) -> String {
    settling::warning(result).map_or(String::new(), |warning| format!("\n{warning}\n"))
}

/// A warning where the run was too short to see how the stories end.
fn under_way(result: &ScenarioResult) -> String {
    let share = result.overall("under_way").and_then(|of| of.estimate.mean);
    match share.filter(|share| MUCH_UNDER_WAY < *share) {
        None => String::new(),
        Some(share) => format!(
            "\n{} of the people were still under way when the run ended: times and shares of \
             passports leave them out. A longer `run.follow_up` shows how they fared.\n",
            wording::value(share, Unit::Share)
        ),
    }
}

fn of_comparison(study: &Study, of: &Comparison, width: u16) -> String {
    let (base, other) = (&study.results[of.base], &study.results[of.other]);
    let titles = (&base.plan.scenario.title, &other.plan.scenario.title);
    let mut text = format!("{} compared with {}\n{}\n", titles.1, titles.0, played(other));
    text += &findings(of);
    for result in [base, other] {
        let heading = format!("Targets, {}", result.plan.scenario.label);
        text += &of_targets(width, &heading, result);
    }
    text += &of_precision(width, "Precision", precision::rows_of_comparison(study, of));
    let stations = stations::shown(&[base, other]);
    let names = (base.plan.scenario.label.as_str(), other.plan.scenario.label.as_str());
    for (heading, measures) in SECTIONS {
        let last = format!("difference ({})", interval_name(study));
        let mut table = table(width, &[heading, names.0, names.1, &last]);
        for figure in chosen(measures, all_figures(base, other), &stations) {
            let difference = of.differences.iter().find(|of| of.figure.matches(figure));
            let known = |of: &&FigureDifference| of.paired.difference.mean.is_some();
            let difference = difference.filter(known).map_or(String::new(), in_words);
            let cells = [mean_of(base, figure), mean_of(other, figure), difference];
            if cells[..2] != [wording::NOT_AVAILABLE; 2] {
                table.add_row(std::iter::once(wording::title(figure)).chain(cells));
            }
        }
        text += &section(&table);
    }
    for (name, result) in [(names.0, base), (names.1, other)] {
        text += &access(width, &format!("Access, {name}"), result);
    }
    let header = ["Who is served worst", names.0, names.1, "change of the gap"];
    text += &gaps(width, &header, served::changes(&of.gaps));
    text += &under_way(other);
    text += &[base, other].map(warm_up).concat();
    text += &[of.base, of.other].map(|place| outlying::text(study, place)).concat();
    text + &pairing(study, of)
}

/// The figures of two results, those that both have once.
fn all_figures<'result>(
    base: &'result ScenarioResult,
    other: &'result ScenarioResult,
) -> impl Iterator<Item = &'result Figure> {
    let of_base = base.figures.iter().map(|of| &of.figure);
    let is_new = |of: &&Figure| !base.figures.iter().any(|known| known.figure.matches(of));
    of_base.chain(other.figures.iter().map(|of| &of.figure).filter(is_new))
}

/// The figures of some measures, for all and by the stations shown, as far as a result has them.
fn chosen<'result>(
    measures: &[&str],
    figures: impl Iterator<Item = &'result Figure>,
    stations: &[&Scope],
) -> Vec<&'result Figure> {
    let left_out = |scope: &Scope| match scope {
        Scope::Origin(..) | Scope::Channel(_) | Scope::Phone(_) => true,
        Scope::Kiosk(..) | Scope::Stage(..) => !stations.iter().any(|shown| is_same(shown, scope)),
        Scope::All | Scope::Lane(..) => false,
    };
    let mut chosen: Vec<(usize, &Figure)> = figures
        .filter(|figure| !left_out(&figure.scope))
        .filter_map(|figure| {
            let place = measures.iter().position(|name| *name == figure.measure.name)?;
            Some((place, figure))
        })
        .collect();
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, figure)| figure).collect()
}

fn played(result: &ScenarioResult) -> String {
    let run = &result.plan.scenario.run;
    let days = result.plan.working_days();
    let (first, last) = (run.start, run.last_date());
    let replications = run.replications;
    let seed = run.seed;
    format!("{first} to {last}, {days} working days, {replications} replications, seed {seed}")
}

fn findings(of: &Comparison) -> String {
    let mut text = String::new();
    for name in FINDINGS {
        let whole = |of: &&FigureDifference| {
            of.figure.measure.name == name && of.figure.scope == Scope::All
        };
        let known = |of: &&FigureDifference| of.paired.difference.mean.is_some();
        if let Some(difference) = of.differences.iter().find(whole).filter(known) {
            let title = difference.figure.measure.title;
            text += &format!("  {title}: {}\n", in_words(difference));
        }
    }
    text
}

fn in_words(of: &FigureDifference) -> String {
    let measure = of.figure.measure;
    let words = wording::verdict(&of.verdict, measure.unit);
    match wording::favour(&of.verdict, measure.better) {
        "" => words,
        favour => format!("{words}, {favour}"),
    }
}

fn mean_of(result: &ScenarioResult, figure: &Figure) -> String {
    let of = result.figures.iter().find(|of| of.figure.matches(figure));
    let mean = of.and_then(|of| of.estimate.mean);
    shown(mean.map(|mean| wording::value(mean, figure.measure.unit)))
}

fn shown(text: Option<String>) -> String {
    text.unwrap_or_else(|| wording::NOT_AVAILABLE.to_string())
}

/// What the intervals are, and how much the pairing saved, by the figure in the middle.
fn pairing(study: &Study, of: &Comparison) -> String {
    let mut ratios: Vec<f64> =
        of.differences.iter().filter_map(|of| of.paired.variance_ratio).collect();
    ratios.sort_by(f64::total_cmp);
    let saved = match ratios.get(ratios.len() / 2).filter(|ratio| 1.0 < **ratio) {
        None => String::new(),
        Some(ratio) => format!(
            "; for half of the figures, independent runs would have needed at least {ratio:.1} \
             times as many replications"
        ),
    };
    let promise = wording::promise(study.level, study.reading);
    format!("\nThe same applicants were played through both{saved}. {promise}\n")
}

fn table(width: u16, header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_width(width).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// What each group of people has.
fn access(width: u16, heading: &str, result: &ScenarioResult) -> String {
    let Some(access) = served::access(result) else { return String::new() };
    let header: Vec<&str> = std::iter::once(heading).chain(access.header).collect();
    let mut table = table(width, &header);
    table.add_rows(access.rows);
    section(&table) + ACCESS
}

/// What was to be reached, and whether it is.
fn of_targets(width: u16, heading: &str, result: &ScenarioResult) -> String {
    let mut table = table(width, &[heading, "found", "verdict"]);
    table.add_rows(targets::rows(result));
    section(&table)
}

/// What was to be precise, and whether it is.
fn of_precision(width: u16, heading: &str, rows: Vec<[String; 4]>) -> String {
    let mut table = table(width, &[heading, "to either side", "wanted", "verdict"]);
    table.add_rows(rows);
    match table.is_empty() {
        true => String::new(),
        false => section(&table) + precision::AFTER_STOPPING,
    }
}

/// The gaps between groups, and how sure they are.
fn gaps(width: u16, header: &[&str], rows: Vec<[String; 4]>) -> String {
    let mut table = table(width, header);
    table.add_rows(rows);
    match table.is_empty() {
        true => String::new(),
        false => section(&table) + GAPS,
    }
}

/// A table with an empty line before it; nothing if it has no rows.
fn section(table: &Table) -> String {
    match table.is_empty() {
        true => String::new(),
        false => format!("\n{}\n", table.trim_fmt()),
    }
}
