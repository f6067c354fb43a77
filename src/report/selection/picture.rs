//! The chart of a selection.

use std::collections::BTreeSet;

use crate::experiment::{Candidate, Selected, Standing};
use crate::office::Unit;
use crate::report::chart::{ChartError, Fate, Heading, SelectionChart, SelectionRow, Zone};
use crate::report::language::{fixed, say, word};
use crate::report::pictures::Picture;
use crate::report::selection::{Naming, by_label, by_name, direction, fate, ranking, verdict};
use crate::report::wording;

/// More rows than this are a list that nobody reads; the table has them all.
const MOST_ROWS: usize = 40;

/// The means of all candidates, the best first.
///
/// # Errors
/// If it cannot be drawn.
pub fn picture(found: &Selected) -> Result<Picture, ChartError> {
    let unit = found.figure.measure.unit;
    let scale = if unit == Unit::Share { 100.0 } else { 1.0 };
    let labels: BTreeSet<&str> =
        found.candidates.iter().map(|of| of.scenario.label.as_str()).collect();
    // Rows, notes and title call a scenario the same.
    let naming: Naming<'_> =
        if labels.len() == found.candidates.len() { by_label } else { by_name };
    let rows = ranking(found).into_iter().filter_map(|place| {
        let row = row(found, (place, naming), scale)?;
        Some(SelectionRow { label: naming(&found.candidates[place]).to_string(), ..row })
    });
    let least = found.selecting.selection.indifference;
    let leader = found.leader.and_then(|place| found.candidates[place].estimate.mean);
    let zone = |mean: f64| Zone { low: (mean - least) * scale, high: (mean + least) * scale };
    let caption =
        say("within {amount} of the first", &[("amount", &wording::stated_distance(least, unit))]);
    let title = verdict(found, naming);
    let heading = Heading { stem: "selection".to_string(), title, subtitle: basis(found) };
    let chart = SelectionChart {
        heading,
        unit: format!("{}, {}", wording::title(&found.figure), unit_name(unit)),
        indifference: leader.map(|mean| (zone(mean), caption)),
        rows: rows.take(MOST_ROWS).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => word("percent"),
        unit => word(unit.name()),
    }
}

fn basis(found: &Selected) -> String {
    let level = found.selecting.selection.level.value() * 100.0;
    let more = match found.candidates.len() {
        count if MOST_ROWS < count => {
            say("; the best {shown} of {all}", &[("shown", &MOST_ROWS), ("all", &count)])
        }
        _ => String::new(),
    };
    let ahead =
        wording::stated_distance(found.selecting.selection.indifference, found.figure.measure.unit);
    say(
        "{direction}; correct with a probability of at least {level} % if the best is ahead by \
         {ahead} or more; the intervals hold together{more}",
        &[
            ("direction", &direction(found)),
            ("level", &fixed(level, 0)),
            ("ahead", &ahead),
            ("more", &more),
        ],
    )
}

fn row<'found>(
    found: &'found Selected,
    (place, naming): (usize, Naming<'found>),
    scale: f64,
) -> Option<SelectionRow> {
    let of: &Candidate = &found.candidates[place];
    let mean = of.estimate.mean?;
    let kind = match of.standing {
        Standing::Selected => Fate::Selected,
        Standing::NotDecided => Fate::Open,
        _ if found.may_be_as_good(place) => Fate::AsGood,
        _ => Fate::Worse,
    };
    let fate = fate(found, place, naming);
    let note = match kind {
        Fate::AsGood => say("{fate}, may be as good", &[("fate", &fate)]),
        _ => fate,
    };
    Some(SelectionRow {
        label: String::new(),
        mean: mean * scale,
        low: of.estimate.low().unwrap_or(mean) * scale,
        high: of.estimate.high().unwrap_or(mean) * scale,
        fate: kind,
        note,
    })
}
