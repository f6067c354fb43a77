//! The table of a sweep for the terminal: a row for each point.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use crate::experiment::{Sweep, SweepPoint, TargetVerdict};
use crate::office::Figure;
use crate::report::language::{counted, say, thousands, word};
use crate::report::sweep::finding::headline;
use crate::report::{targets, wording};

/// More points than this are for the file and the charts.
const MOST_ROWS: usize = 60;

/// What a point shows of a figure.
pub type Cell = fn(&SweepPoint, &Figure) -> String;

/// The points with the chosen figures, in at most `width` columns.
pub fn table(sweep: &Sweep, chosen: &[Figure], width: u16) -> String {
    let mut text = format!("{}\n{}\n", sweep.title, played(sweep));
    text += &format!("  {}\n", headline(sweep, chosen));
    text += &section(sweep, width, (chosen, cell));
    if has_base(sweep) {
        text += &format!("\n{}\n", word(DIFFERENCES));
        text += &section(sweep, width, (chosen, difference));
    }
    if let Some(more) = sweep.points.len().checked_sub(MOST_ROWS).filter(|more| 0 < *more) {
        let more = thousands(more as f64);
        text +=
            &format!("{}\n", say("... and {more} more points in sweep.csv", &[("more", &more)]));
    }
    text + "\n" + &notes(sweep).join("\n") + "\n"
}

/// "9 points, 100 replications of each".
pub fn played(sweep: &Sweep) -> String {
    let points = counted(sweep.points.len() as u32, ("1 point", "{number} points"));
    let replications = sweep.points.iter().map(|point| point.replications);
    let least = replications.clone().min().unwrap_or(0);
    let most = replications.max().unwrap_or(0);
    let sentence = match (least, most) {
        (1, 1) => "{points}, 1 replication of each, which has no interval",
        _ if least == most => "{points}, {most} replications of each",
        _ => "{points}, {least} to {most} replications of each",
    };
    let [least, most] = [least, most].map(|number| thousands(f64::from(number)));
    say(sentence, &[("points", &points), ("least", &least), ("most", &most)])
}

/// What the intervals are; nothing where one replication leaves none.
pub fn intervals(sweep: &Sweep) -> Option<String> {
    let has_any = sweep.points.iter().any(|point| 1 < point.replications);
    has_any.then(|| say("{percent} % intervals", &[("percent", &wording::percent_of(sweep.level))]))
}

fn section(sweep: &Sweep, width: u16, (chosen, cell): (&[Figure], Cell)) -> String {
    let (header, rows) = rows(sweep, (chosen, cell));
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(header);
    table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
    for column in table.column_iter_mut().skip(sweep.keys.len()) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.add_rows(rows.into_iter().take(MOST_ROWS));
    format!("\n{}\n", table.trim_fmt())
}

/// All points: a header, and a row for each.
pub fn rows(sweep: &Sweep, (chosen, cell): (&[Figure], Cell)) -> (Vec<String>, Vec<Vec<String>>) {
    let keys = sweep.keys.iter().map(|key| key.key.clone());
    let header = keys.chain(chosen.iter().map(|figure| heading(sweep, figure)));
    let row = |point: &SweepPoint| {
        let keys = sweep.keys.iter().zip(&point.values);
        let keys = keys.map(|(key, value)| key.values[*value].clone());
        keys.chain(chosen.iter().map(|figure| cell(point, figure))).collect()
    };
    (header.collect(), sweep.points.iter().map(row).collect())
}

/// A figure and what is to be reached of it.
fn heading(sweep: &Sweep, figure: &Figure) -> String {
    let bounds = bounds(sweep, figure).into_iter().map(|(_, label)| label);
    std::iter::once(wording::title(figure)).chain(bounds).collect::<Vec<String>>().join(", ")
}

/// The targets on a figure that are the same at all points: the value and the words for it.
pub fn bounds(sweep: &Sweep, figure: &Figure) -> Vec<(f64, String)> {
    let of = |point: &SweepPoint| {
        let bounds = point.judgements(figure).map(|of| of.target.bound);
        bounds
            .map(|bound| (bound.value(), targets::bound_in_words(bound, figure.measure.unit)))
            .collect::<Vec<(f64, String)>>()
    };
    let mut all = sweep.points.iter().map(of);
    let first = all.next().unwrap_or_default();
    if all.all(|other| other == first) { first } else { Vec::new() }
}

/// The mean of a figure, its interval and its verdicts.
pub fn cell(point: &SweepPoint, figure: &Figure) -> String {
    let Some(of) = point.figure(figure) else { return wording::not_available().to_string() };
    let unit = figure.measure.unit;
    let Some(mean) = of.estimate.mean else { return wording::not_available().to_string() };
    let interval = wording::interval(&of.estimate, unit);
    let interval = interval.map_or(String::new(), |interval| format!(" ({interval})"));
    let verdicts = point.judgements(figure).map(|of| format!(", {}", word(short(of.verdict))));
    wording::value(mean, unit) + &interval + &verdicts.collect::<String>()
}

/// A verdict in a word or two.
pub fn short(verdict: TargetVerdict) -> &'static str {
    match verdict {
        TargetVerdict::NotDecided => "not decided",
        decided => decided.name(),
    }
}

/// How a figure differs from that of the scenario as it stands.
pub fn difference(point: &SweepPoint, figure: &Figure) -> String {
    let verdict = point.figure(figure).and_then(|of| of.verdict());
    let Some(verdict) = verdict else { return wording::not_available().to_string() };
    wording::verdict(&verdict, figure.measure.unit)
}

/// Heads the differences.
pub const DIFFERENCES: &str = "Differences from the scenario as it stands, on the same applicants";

/// Whether the points are held against the scenario as it stands.
pub fn has_base(sweep: &Sweep) -> bool {
    sweep.points.iter().flat_map(|of| &of.figures).any(|of| of.difference.is_some())
}

/// What holds for all points.
pub fn notes(sweep: &Sweep) -> Vec<String> {
    let same = "Every point has the same applicants with the same luck, unless a key changes who \
                they are.";
    let intervals = intervals(sweep).map(|intervals| {
        say(
            "The {intervals} are for one figure at one point at a time, not adjusted for reading \
             many.",
            &[("intervals", &intervals)],
        )
    });
    let has_targets = sweep.points.iter().any(|point| !point.targets.is_empty());
    let judged = "Targets are judged at each point by itself, with the confidence they state.";
    let targets = has_targets.then(|| word(judged).to_string());
    std::iter::once(word(same).to_string()).chain(intervals).chain(targets).collect()
}
