//! The summary for the terminal: findings first, then the figures that matter.

use crate::experiment::{Comparison, FigureDifference, Reading, ScenarioResult};
use crate::office::{Figure, Scope, Unit};
use crate::report::language::{date, fixed, say, thousands, word};
use crate::report::section::Section;
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
    passport.";

/// What the intervals of gaps are.
const GAPS: &str = "Worst and best are chosen over all replications; as they are chosen by looking, \
    the interval of a gap holds for all pairs of such groups at once. One that reaches 0 does not \
    tell the two apart.";

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
    text += &of_targets(word("Targets"), result).text(width);
    text += &of_precision(precision::rows(result)).text(width);
    for section in figures(study, place) {
        text += &section.text(width);
    }
    text += &access(word("Access"), result).text(width);
    text += &gaps(result).text(width);
    text += &under_way(result);
    text += &warm_up(result);
    text += &outlying::text(study, place);
    format!("{text}\n{}\n", wording::promise(study.level, study.reading))
}

/// The figures that matter of one scenario, with their intervals.
pub fn figures(study: &Study, place: usize) -> Vec<Section> {
    let result = &study.results[place];
    let stations = stations::shown(&[result]);
    let section = |(heading, measures): (&'static str, &[&str])| {
        let mut section = Section::new(&[word(heading), word("estimate"), &interval_name(study)]);
        for figure in chosen(measures, result.figures.iter().map(|of| &of.figure), &stations) {
            let Some(of) = result.figures.iter().find(|of| of.figure.matches(figure)) else {
                continue;
            };
            let unit = figure.measure.unit;
            let Some(mean) = of.estimate.mean else { continue };
            let interval = shown(wording::interval(&of.estimate, unit));
            let row = vec![wording::title(figure), wording::value(mean, unit), interval];
            section.rows.push(row);
        }
        section
    };
    SECTIONS.into_iter().map(section).collect()
}

/// "95 % interval".
pub fn interval_name(study: &Study) -> String {
    match study.reading {
        Reading::OneByOne => wording::interval_at(study.level),
        Reading::Together(_) => say(
            "simultaneous {percent} % interval",
            &[("percent", &wording::percent_of(study.level))],
        ),
    }
}

/// A warning where the warm-up was too short.
fn warm_up(result: &ScenarioResult) -> String {
    settling::warning(result).map_or(String::new(), |warning| format!("\n{warning}\n"))
}

/// A warning where the run was too short to see how the stories end.
fn under_way(result: &ScenarioResult) -> String {
    cut_short(result).map_or(String::new(), |warning| format!("\n{warning}\n"))
}

/// What to say where many people were still under way at the end.
pub fn cut_short(result: &ScenarioResult) -> Option<String> {
    let share = result.overall("under_way").and_then(|of| of.estimate.mean)?;
    (MUCH_UNDER_WAY < share).then(|| {
        say(
            "{share} of the people were still under way when the run ended: times and shares of \
             passports leave them out. A longer `run.follow_up` shows how they fared.",
            &[("share", &wording::value(share, Unit::Share))],
        )
    })
}

fn of_comparison(study: &Study, of: &Comparison, width: u16) -> String {
    let (base, other) = (&study.results[of.base], &study.results[of.other]);
    let titles = (&base.plan.scenario.title, &other.plan.scenario.title);
    let heading = say("{other} compared with {base}", &[("other", titles.1), ("base", titles.0)]);
    let mut text = format!("{heading}\n{}\n", played(other));
    for finding in findings(of) {
        text += &format!("  {finding}\n");
    }
    for result in [base, other] {
        let heading = of_scenario_named("Targets", result);
        text += &of_targets(&heading, result).text(width);
    }
    text += &of_precision(precision::rows_of_comparison(study, of)).text(width);
    for section in differences(study, of) {
        text += &section.text(width);
    }
    for result in [base, other] {
        let heading = of_scenario_named("Access", result);
        text += &access(&heading, result).text(width);
    }
    text += &gap_changes(study, of).text(width);
    text += &under_way(other);
    text += &[base, other].map(warm_up).concat();
    text += &[of.base, of.other].map(|place| outlying::text(study, place)).concat();
    format!("{text}\n{}\n", pairing(study, of))
}

fn of_scenario_named(heading: &'static str, result: &ScenarioResult) -> String {
    format!("{}, {}", word(heading), result.plan.scenario.label)
}

/// The figures that matter of two scenarios, and how they differ.
pub fn differences(study: &Study, of: &Comparison) -> Vec<Section> {
    let (base, other) = (&study.results[of.base], &study.results[of.other]);
    let stations = stations::shown(&[base, other]);
    let last = say("difference ({interval})", &[("interval", &interval_name(study))]);
    let labels = [base, other].map(|result| result.plan.scenario.label.as_str());
    let section = |(heading, measures): (&'static str, &[&str])| {
        let mut section = Section::new(&[word(heading), labels[0], labels[1], &last]);
        for figure in chosen(measures, all_figures(base, other), &stations) {
            let difference = of.differences.iter().find(|of| of.figure.matches(figure));
            let known = |of: &&FigureDifference| of.paired.difference.mean.is_some();
            let difference = difference.filter(known).map_or(String::new(), in_words);
            let cells = [mean_of(base, figure), mean_of(other, figure), difference];
            if cells[..2] != [wording::not_available(); 2] {
                let title = std::iter::once(wording::title(figure));
                section.rows.push(title.chain(cells).collect());
            }
        }
        section
    };
    SECTIONS.into_iter().map(section).collect()
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

/// Dates, replications and seed of a result.
pub fn played(result: &ScenarioResult) -> String {
    let run = &result.plan.scenario.run;
    let days = result.plan.working_days();
    let (first, last) = (run.start, run.last_date());
    say(
        "{first} to {last}, {days} working days, {replications} replications, seed {seed}",
        &[
            ("first", &date(first)),
            ("last", &date(last)),
            ("days", &thousands(days as f64)),
            ("replications", &thousands(f64::from(run.replications))),
            ("seed", &run.seed),
        ],
    )
}

/// The differences that matter most, one in a sentence.
pub fn findings(of: &Comparison) -> Vec<String> {
    let finding = |name: &&str| {
        let whole = |of: &&FigureDifference| {
            of.figure.measure.name == *name && of.figure.scope == Scope::All
        };
        let known = |of: &&FigureDifference| of.paired.difference.mean.is_some();
        let difference = of.differences.iter().find(whole).filter(known)?;
        Some(format!("{}: {}", word(difference.figure.measure.title), in_words(difference)))
    };
    FINDINGS.iter().filter_map(finding).collect()
}

fn in_words(of: &FigureDifference) -> String {
    let measure = of.figure.measure;
    let words = wording::verdict(&of.verdict, measure.unit);
    match wording::favour(&of.verdict, measure.better) {
        "" => words,
        favour => format!("{words}, {}", word(favour)),
    }
}

fn mean_of(result: &ScenarioResult, figure: &Figure) -> String {
    let of = result.figures.iter().find(|of| of.figure.matches(figure));
    let mean = of.and_then(|of| of.estimate.mean);
    shown(mean.map(|mean| wording::value(mean, figure.measure.unit)))
}

fn shown(text: Option<String>) -> String {
    text.unwrap_or_else(|| wording::not_available().to_string())
}

/// What the intervals are, and how much the pairing saved, by the figure in the middle.
pub fn pairing(study: &Study, of: &Comparison) -> String {
    let mut ratios: Vec<f64> =
        of.differences.iter().filter_map(|of| of.paired.variance_ratio).collect();
    ratios.sort_by(f64::total_cmp);
    let saved = match ratios.get(ratios.len() / 2).filter(|ratio| 1.0 < **ratio) {
        None => String::new(),
        Some(ratio) => say(
            "; for half of the figures, independent runs would have needed at least {ratio} times \
             as many replications",
            &[("ratio", &fixed(*ratio, 1))],
        ),
    };
    let promise = wording::promise(study.level, study.reading);
    say(
        "The same applicants were played through both{saved}. {promise}",
        &[("saved", &saved), ("promise", &promise)],
    )
}

/// What each group of people has.
pub fn access(heading: &str, result: &ScenarioResult) -> Section {
    let Some(access) = served::access(result) else { return Section::default() };
    let header: Vec<&str> = std::iter::once(heading).chain(access.header).collect();
    Section { rows: access.rows, note: word(ACCESS), ..Section::new(&header) }
}

/// What was to be reached, and whether it is.
pub fn of_targets(heading: &str, result: &ScenarioResult) -> Section {
    let rows = targets::rows(result).into_iter().map(Vec::from).collect();
    Section { rows, ..Section::new(&[heading, word("found"), word("verdict")]) }
}

/// What was to be precise, and whether it is.
pub fn of_precision(rows: Vec<[String; 4]>) -> Section {
    let rows = rows.into_iter().map(Vec::from).collect();
    let header = ["Precision", "to either side", "wanted", "verdict"].map(word);
    Section { rows, note: word(precision::AFTER_STOPPING), ..Section::new(&header) }
}

/// The gaps between the groups of one scenario, and how sure they are.
pub fn gaps(result: &ScenarioResult) -> Section {
    let rows = served::rows(result).into_iter().map(Vec::from).collect();
    let header = ["Who is served worst", "worst", "best", "gap"].map(word);
    Section { rows, note: word(GAPS), ..Section::new(&header) }
}

/// How the gaps between groups change from one scenario to the other.
pub fn gap_changes(study: &Study, of: &Comparison) -> Section {
    let rows = served::changes(&of.gaps).into_iter().map(Vec::from).collect();
    let [base, other] =
        [of.base, of.other].map(|place| study.results[place].plan.scenario.label.as_str());
    let header = [word("Who is served worst"), base, other, word("change of the gap")];
    Section { rows, note: word(GAPS), ..Section::new(&header) }
}
