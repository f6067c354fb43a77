//! The table of a verification, and what it comes to in a sentence.

use comfy_table::{CellAlignment, ContentArrangement, Row, Table, presets};

use crate::experiment::{Agreement, Case, Check, SUSPICIOUS, TIMES_MORE, Verification, WRONG};
use crate::office::Unit;
use crate::report::wording;

/// Significant digits of figures: enough to see where the interval ends.
const DIGITS: i32 = 4;
/// Numbers smaller than this are written with an exponent.
const SMALLEST_PLAIN: f64 = 1e-4;

/// All figures by case in at most `width` columns, what they come to, and the rule.
pub fn table(found: &Verification, width: u16) -> String {
    let interval = format!("{:.0} % interval", found.level.value() * 100.0);
    let mut table = Table::new();
    let header = ["case and figure", "theory", "simulated", &interval, "z", "verdict"];
    table.load_style(presets::NOTHING).set_header(header);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    for column in table.column_iter_mut().skip(1).take(4) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    for case in &found.cases {
        table.add_rows(rows(case));
    }
    format!("{}\n\n{}\n{}\n", table.trim_fmt(), verdict(found), rule(found))
}

/// The rows of a case under its name and title.
fn rows(case: &Case) -> Vec<Row> {
    let heading = format!("{}: {}", case.scenario.name, case.scenario.title);
    let mut rows = vec![Row::from([heading])];
    rows.extend(case.checks.iter().map(|check| Row::from(cells(check))));
    rows
}

fn cells(check: &Check) -> [String; 6] {
    let finding = check.decisive();
    let estimate = &finding.estimate;
    let unit = check.figure.measure.unit;
    let shown = |value: Option<f64>| value.map_or(na(), |value| digits(value, unit));
    let interval = estimate.low().zip(estimate.high());
    [
        format!("  {}", wording::title(&check.figure)),
        format!("{} {}", digits(check.known.value, unit), wording::short(unit)),
        shown(estimate.mean),
        interval
            .map_or(na(), |(low, high)| format!("{} to {}", digits(low, unit), digits(high, unit))),
        finding.deviation.map_or(na(), |deviation| format!("{deviation:.2}")),
        check.agreement().name().to_string(),
    ]
}

fn na() -> String {
    wording::NOT_AVAILABLE.to_string()
}

/// A number in a unit, shares in percent, to some significant digits.
fn digits(value: f64, unit: Unit) -> String {
    let value = if unit == Unit::Share { value * 100.0 } else { value };
    match value.abs() {
        0.0 => "0".to_string(),
        size if size < SMALLEST_PLAIN => format!("{value:.1e}"),
        size => {
            let decimals = DIGITS - 1 - size.log10().floor() as i32;
            format!("{value:.*}", decimals.max(0) as usize)
        }
    }
}

/// What the figures come to: "All 86 figures of 31 cases hold."
pub fn verdict(found: &Verification) -> String {
    let failed = |check: &&Check| check.agreement() == Agreement::Fails;
    let (figures, cases) = (found.checks().count(), found.cases.len());
    let of = format!("{} of {}", counted(figures, "figure"), counted(cases, "case"));
    let failing: Vec<String> = found
        .cases
        .iter()
        .flat_map(|case| {
            let name = |check: &Check| format!("{}, {}", case.scenario.name, named(check));
            case.checks.iter().filter(failed).map(name).collect::<Vec<_>>()
        })
        .collect();
    match failing.len() {
        0 if figures == 1 => format!("The {of} holds."),
        0 => format!("All {of} hold."),
        1 => format!("1 of {of} fails: {}.", failing.join("; ")),
        fail => format!("{fail} of {of} fail: {}.", failing.join("; ")),
    }
}

fn named(check: &Check) -> String {
    match check.known.of.as_deref() {
        None => check.known.measure.clone(),
        Some(of) => format!("{} of {of}", check.known.measure),
    }
}

/// A number with its noun, in the plural where there is more than one.
pub fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// The rule by which figures fail, and how often it was applied.
fn rule(found: &Verification) -> String {
    let retested = found.cases.iter().filter(|case| case.strays()).count();
    let times = match retested {
        0 => "none was".to_string(),
        1 => "1 was".to_string(),
        number => format!("{number} were"),
    };
    format!(
        "z: standard errors between simulation and theory. A case with a figure beyond \
         {SUSPICIOUS} is played once more, with {TIMES_MORE} times\nthe replications and another \
         seed, and the figure fails if it lies beyond {WRONG} again: {times} played once more."
    )
}
