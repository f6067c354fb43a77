//! The chart of access: how far the worst-served group of people is behind the best-served.

use crate::experiment::{GroupGap, ScenarioResult};
use crate::office::{Better, Unit};
use crate::report::chart::{AccessChart, AccessLane, AccessPanel, AccessRow, ChartError};
use crate::report::language::{say, word};
use crate::report::pictures::{Picture, heading, unit_of_shares, with_intervals};
use crate::report::{Study, served, wording};

/// Measures whose gap makes a headline, the most telling first.
const HEADLINES: [&str; 5] =
    ["shut_out", "travel_per_passport", "fares_per_passport", "issued", "gave_up"];

/// The chart; none where no group is served worse than another.
pub fn access(study: &Study) -> Result<Option<Picture>, ChartError> {
    let panels = panels(study);
    if panels.is_empty() {
        return Ok(None);
    }
    let subtitle = say(
        "{intervals}, which hold for all pairs of groups at once; what is the same for all has no \
         line",
        &[("intervals", &with_intervals(study))],
    );
    let chart = AccessChart { heading: heading("access", title(study), subtitle), panels };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}

/// The most telling gap of each scenario.
fn title(study: &Study) -> String {
    let of = |result: &ScenarioResult| {
        let label = &result.plan.scenario.label;
        match most_telling(result) {
            None => say("{label}: no group is told apart from another", &[("label", label)]),
            Some(gap) => against(label, gap),
        }
    };
    study.results.iter().map(of).collect::<Vec<_>>().join("; ")
}

fn against(label: &str, of: &GroupGap) -> String {
    let [worst, best] = of.means.map(|mean| wording::value(mean, of.measure.unit));
    say(
        "{label}: {measure} {worst} for {worse} against {best} for {better}",
        &[
            ("label", &label),
            ("measure", &word(of.measure.title)),
            ("worst", &worst),
            ("worse", &wording::place(&of.worst)),
            ("best", &best),
            ("better", &wording::place(&of.best)),
        ],
    )
}

/// The widest sure gap of the first measure that has one.
fn most_telling(result: &ScenarioResult) -> Option<&GroupGap> {
    let mean = |gap: &&GroupGap| gap.gap.mean.unwrap_or(0.0);
    let of = |name: &&str| {
        let sure = result.gaps.iter().filter(|gap| gap.measure.name == *name && gap.is_sure());
        sure.max_by(|one, other| mean(one).total_cmp(&mean(other)))
    };
    HEADLINES.iter().find_map(of)
}

/// One panel for each unit, in the order in which the units come up.
fn panels(study: &Study) -> Vec<AccessPanel> {
    let mut panels: Vec<AccessPanel> = Vec::new();
    for (of, result) in gaps(study) {
        let Some(lane) = lane(of, result) else { continue };
        let unit = unit_of_shares(of.measure.unit);
        let panel = match panels.iter().position(|panel| panel.unit == unit) {
            Some(place) => place,
            None => {
                panels.push(AccessPanel { unit: unit.to_string(), rows: Vec::new() });
                panels.len() - 1
            }
        };
        let (rows, label) = (&mut panels[panel].rows, served::title(of));
        match rows.iter_mut().find(|row| row.label == label) {
            Some(row) => row.lanes.push(lane),
            None => rows.push(AccessRow { label, lanes: vec![lane] }),
        }
    }
    panels
}

/// The gaps that are drawn, by measure and then by scenario.
fn gaps(study: &Study) -> Vec<(&GroupGap, &ScenarioResult)> {
    let all =
        || study.results.iter().flat_map(|result| result.gaps.iter().map(move |gap| (gap, result)));
    let mut titles: Vec<String> = Vec::new();
    for title in all().map(|(gap, _)| served::title(gap)) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let of =
        |title: String| all().filter(move |(gap, _)| gap.is_seen() && served::title(gap) == title);
    titles.into_iter().flat_map(of).collect()
}

/// None where there is no interval.
fn lane(of: &GroupGap, result: &ScenarioResult) -> Option<AccessLane> {
    let scale = if of.measure.unit == Unit::Share { 100.0 } else { 1.0 };
    let [worst, best] = of.means.map(|mean| mean * scale);
    let side = match of.measure.better {
        Better::More => -scale,
        Better::Less | Better::Neither => scale,
    };
    Some(AccessLane {
        scenario: result.plan.scenario.label.clone(),
        worst,
        best,
        reach: [best + side * of.gap.low()?, best + side * of.gap.high()?],
        notes: [
            served::sides(of).join(", "),
            say("gap {distance}", &[("distance", &served::distance(of))]),
        ],
    })
}
