//! The table of a verification, and what it comes to in a sentence.

use std::fmt::Display;

use comfy_table::{CellAlignment, ContentArrangement, Row, Table, presets};

use crate::experiment::{Agreement, Case, Check, SUSPICIOUS, TIMES_MORE, Verification, WRONG};
use crate::office::Unit;
use crate::report::language::{Noun, counted, decimals, fixed, say, word, written};
use crate::report::wording;

/// What counts figures, for one and for more.
const FIGURES: Noun = ("1 figure", "{number} figures");
/// What counts cases, for one and for more.
pub const CASES: Noun = ("1 case", "{number} cases");
/// Significant digits of figures: enough to see where the interval ends.
const DIGITS: i32 = 4;
/// Numbers smaller than this are written with an exponent.
const SMALLEST_PLAIN: f64 = 1e-4;

/// All figures by case in at most `width` columns, what they come to, and the rule.
pub fn table(found: &Verification, width: u16) -> String {
    let mut table = Table::new();
    let header = std::iter::once(word("case and figure").to_string()).chain(header(found));
    table.load_style(presets::NOTHING).set_header(header.collect::<Vec<String>>());
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    for column in table.column_iter_mut().skip(1).take(4) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    for case in &found.cases {
        table.add_rows(rows(case));
    }
    format!("{}\n\n{}\n{}\n", table.trim_fmt(), verdict(found), rule(found))
}

/// What is told of a figure, behind its name.
pub fn header(found: &Verification) -> [String; 5] {
    let interval = wording::interval_at(found.level);
    let [theory, simulated, agrees] = ["theory", "simulated", "verdict"].map(word);
    [theory, simulated, &interval, "z", agrees].map(str::to_string)
}

/// The rows of a case under its name and title.
fn rows(case: &Case) -> Vec<Row> {
    let heading = format!("{}: {}", case.scenario.name, case.scenario.title);
    let mut rows = vec![Row::from([heading])];
    rows.extend(case.checks.iter().map(|check| Row::from(indented(check))));
    rows
}

/// A figure: its name, theory, simulation, interval, standard errors and verdict.
pub fn cells(check: &Check) -> [String; 6] {
    let finding = check.decisive();
    let estimate = &finding.estimate;
    let unit = check.figure.measure.unit;
    let shown = |value: Option<f64>| value.map_or(na(), |value| digits(value, unit));
    let interval = estimate.low().zip(estimate.high());
    [
        wording::title(&check.figure),
        format!("{} {}", digits(check.known.value, unit), wording::short(unit)),
        shown(estimate.mean),
        interval.map_or(na(), |(low, high)| {
            let (low, high) = (digits(low, unit), digits(high, unit));
            say("{low} to {high}", &[("low", &low), ("high", &high)])
        }),
        finding.deviation.map_or(na(), |deviation| fixed(deviation, 2)),
        word(check.agreement().name()).to_string(),
    ]
}

/// The cells of a figure below the heading of its case.
fn indented(check: &Check) -> [String; 6] {
    let mut cells = cells(check);
    cells[0] = format!("  {}", cells[0]);
    cells
}

fn na() -> String {
    wording::not_available().to_string()
}

/// A number in a unit, shares in percent, to some significant digits.
fn digits(value: f64, unit: Unit) -> String {
    let value = if unit == Unit::Share { value * 100.0 } else { value };
    match value.abs() {
        0.0 => "0".to_string(),
        size if size < SMALLEST_PLAIN => written(&format!("{value:.1e}")),
        size => {
            let decimals = DIGITS - 1 - size.log10().floor() as i32;
            fixed(value, decimals.max(0) as usize)
        }
    }
}

/// What the figures come to: "All 86 figures of 31 cases hold."
pub fn verdict(found: &Verification) -> String {
    let failed = |check: &&Check| check.agreement() == Agreement::Fails;
    let (figures, cases) = (found.checks().count(), found.cases.len());
    let of = say(
        "{figures} of {cases}",
        &[("figures", &counted(figures as u32, FIGURES)), ("cases", &counted(cases as u32, CASES))],
    );
    let failing: Vec<String> = found
        .cases
        .iter()
        .flat_map(|case| {
            let name = |check: &Check| format!("{}, {}", case.scenario.name, named(check));
            case.checks.iter().filter(failed).map(name).collect::<Vec<_>>()
        })
        .collect();
    let sentence = match failing.len() {
        0 if figures == 1 => "The {of} holds.",
        0 => "All {of} hold.",
        1 => "1 of {of} fails: {names}.",
        _ => "{number} of {of} fail: {names}.",
    };
    let parts: [(&str, &dyn Display); 3] =
        [("of", &of), ("number", &failing.len()), ("names", &failing.join("; "))];
    say(sentence, &parts)
}

fn named(check: &Check) -> String {
    match check.known.of.as_deref() {
        None => check.known.measure.clone(),
        Some(of) => say("{measure} of {name}", &[("measure", &check.known.measure), ("name", &of)]),
    }
}

/// The rule by which figures fail, and how often it was applied.
pub fn rule(found: &Verification) -> String {
    let retested = found.cases.iter().filter(|case| case.strays()).count();
    let rule = say(
        "z: standard errors between simulation and theory. A case with a figure beyond \
         {suspicious} is played once more, with {times} times\nthe replications and another \
         seed, and the figure fails if it lies beyond {wrong} again:",
        &[
            ("suspicious", &decimals(SUSPICIOUS)),
            ("times", &TIMES_MORE),
            ("wrong", &decimals(WRONG)),
        ],
    );
    let times = match retested {
        0 => word("none was played once more.").to_string(),
        1 => word("1 was played once more.").to_string(),
        number => say("{number} were played once more.", &[("number", &number)]),
    };
    format!("{rule} {times}")
}
