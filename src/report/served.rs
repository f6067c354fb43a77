//! Who is served how: what each group of people has, and the gaps between them, for the terminal.

use std::iter::once;

use crate::experiment::{FigureResult, GapChange, GroupGap, ScenarioResult};
use crate::office::{Measure, Scope, Unit};
use crate::report::language::{say, word};
use crate::report::stations::is_same;
use crate::report::wording;
use crate::statistics::Verdict;

/// The columns of the table of access: a measure, and what heads it.
const COLUMNS: [(&str, &str); 8] = [
    ("wishes", "people"),
    ("shut_out", "shut out"),
    ("helped", "helped"),
    ("gave_up", "gave up"),
    ("trips_per_passport", "trips"),
    ("travel_per_passport", "hours"),
    ("boat_per_passport", "by boat"),
    ("fares_per_passport", "rupiah"),
];
/// More groups of a kind than this are a list that nobody reads; the data have them all.
const MOST_GROUPS: usize = 12;
/// What stands where no group is worse off.
const SAME: &str = "the same for all";
/// What stands where the interval reaches 0.
const NOT_APART: &str = "not told apart";

/// The table of access of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Access {
    /// The names of the columns but the first.
    pub header: Vec<&'static str>,
    /// All, then each group: its name and a value for each column.
    pub rows: Vec<Vec<String>>,
}

/// What people of each origin, and with and without a phone, have of each thing that access is
/// about; none where there is only one group.
pub fn access(result: &ScenarioResult) -> Option<Access> {
    let groups = groups(result);
    if groups.is_empty() {
        return None;
    }
    let of = |name: &str, scope: &Scope| {
        let is_it =
            |of: &&FigureResult| of.figure.measure.name == name && is_same(&of.figure.scope, scope);
        result.figures.iter().find(is_it)
    };
    let columns = COLUMNS.iter().filter(|(name, _)| of(name, &Scope::All).is_some());
    let columns: Vec<(&str, &'static str)> = columns.copied().collect();
    let row = |scope: &Scope| {
        let shown = |(name, _): &(&str, &str)| of(name, scope).map_or(String::new(), cell);
        once(wording::place(scope)).chain(columns.iter().map(shown)).collect()
    };
    let rows = once(&Scope::All).chain(groups).map(row).collect();
    Some(Access { header: columns.iter().map(|(_, heading)| word(heading)).collect(), rows })
}

/// The origins and phones, kinds of one group left out; of many origins those that a gap names.
fn groups(result: &ScenarioResult) -> Vec<&Scope> {
    let is_wish = |of: &&FigureResult| of.figure.measure.name == "wishes";
    let of = |kind: &str| -> Vec<&Scope> {
        let scopes = result.figures.iter().filter(is_wish).map(|of| &of.figure.scope);
        scopes.filter(|scope| scope.kind() == kind).collect()
    };
    let named = |scope: &&Scope| {
        let seen = result.gaps.iter().filter(|gap| gap.is_seen());
        seen.flat_map(|gap| [&gap.worst, &gap.best]).any(|named| is_same(named, scope))
    };
    let (mut origins, phones) = (of("origin"), of("phone"));
    if MOST_GROUPS < origins.len() {
        origins.retain(named);
    }
    let divided = [origins, phones].into_iter().filter(|groups| 1 < groups.len());
    divided.flatten().collect()
}

fn cell(of: &FigureResult) -> String {
    match (of.estimate.mean, of.figure.measure.unit) {
        (None, _) => wording::not_available().to_string(),
        (Some(mean), Unit::Share) => wording::value(mean, Unit::Share),
        (Some(mean), unit) => wording::number(mean, unit),
    }
}

/// The rows of a scenario: who is worst, who is best, and the gap with its interval. What is the
/// same for all has no row.
pub fn rows(result: &ScenarioResult) -> Vec<[String; 4]> {
    let row = |of: &GroupGap| {
        let [worst, best] = sides(of);
        [title(of), worst, best, distance(of)]
    };
    result.gaps.iter().filter(|of| of.is_seen()).map(row).collect()
}

/// The rows of a comparison: worst and best in each scenario, and how the gap changes.
pub fn changes(gaps: &[GapChange]) -> Vec<[String; 4]> {
    let row = |of: &GapChange| [title(&of.base), pair(&of.base), pair(&of.other), change(of)];
    let is_told = |of: &&GapChange| of.base.is_seen() || of.other.is_seen();
    gaps.iter().filter(is_told).map(row).collect()
}

/// A change in words.
pub fn change(of: &GapChange) -> String {
    match of.verdict {
        Verdict::NoDifference { .. } => word("no change found").to_string(),
        verdict => wording::widening(&verdict, of.base.measure.unit),
    }
}

/// The measure, and among which groups.
pub fn title(of: &GroupGap) -> String {
    titled(of.measure, of.worst.kind())
}

fn titled(measure: &Measure, kind: &'static str) -> String {
    say("{title}, by {kind}", &[("title", &word(measure.title)), ("kind", &word(kind))])
}

/// Worst and best with what they have.
pub fn sides(of: &GroupGap) -> [String; 2] {
    let [worst, best] = of.means.map(|mean| wording::value(mean, of.measure.unit));
    [
        format!("{} {worst}", wording::place(&of.worst)),
        format!("{} {best}", wording::place(&of.best)),
    ]
}

fn pair(of: &GroupGap) -> String {
    match (of.is_seen(), of.is_sure()) {
        (false, _) => word(SAME).to_string(),
        (true, true) => sides(of).join(", "),
        (true, false) => word(NOT_APART).to_string(),
    }
}

/// The interval of a gap with its unit.
pub fn distance(of: &GroupGap) -> String {
    match (wording::fine_interval(&of.gap, of.measure.unit), of.measure.unit) {
        (None, _) => wording::not_available().to_string(),
        (Some(interval), Unit::Share) => say("{amounts} points", &[("amounts", &interval)]),
        (Some(interval), Unit::Rupiah) => format!("Rp {interval}"),
        (Some(interval), unit) => format!("{interval} {}", wording::short(unit)),
    }
}
