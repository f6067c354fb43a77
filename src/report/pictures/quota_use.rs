//! The chart of quotas: how many of each day's appointments somebody came for.

use crate::experiment::{ScenarioResult, SeriesResult};
use crate::report::Study;
use crate::report::chart::{ChartError, DayMapChart, DayMapFacet, DayUse};
use crate::report::language::{say, word};
use crate::report::pictures::by_day::closures;
use crate::report::pictures::{Picture, basis, heading, means};

/// The chart; none where no scenario has a quota.
pub fn quota_use(study: &Study) -> Result<Option<Picture>, ChartError> {
    let Some(first) = study.results.first() else { return Ok(None) };
    let facets: Vec<DayMapFacet> = study.results.iter().map(facet).collect();
    if facets.iter().all(|facet| facet.days.iter().all(Option::is_none)) {
        return Ok(None);
    }
    let title = say(
        "Appointments that people came for: {means}",
        &[("means", &means(study, "quota_attended"))],
    );
    let subtitle = say(
        "{basis}; a cell for each day, the mean of all replications",
        &[("basis", &basis(study))],
    );
    let chart = DayMapChart {
        heading: heading("quota-use", title, subtitle),
        unit: word("share of the day's appointments that people came for").to_string(),
        first_day: first.plan.scenario.run.start,
        facets,
    };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}

fn facet(result: &ScenarioResult) -> DayMapFacet {
    let series = ["quota", "due", "attended", "walk_ins"].map(|name| result.series(name));
    let days = match series {
        [Some(quota), Some(due), Some(came), Some(walk_ins)] => {
            (0..quota.days.len()).map(|day| day_use([quota, due, came, walk_ins], day)).collect()
        }
        _ => Vec::new(),
    };
    let label = result.plan.scenario.label.clone();
    DayMapFacet { label, days, closures: closures(result) }
}

/// None on days on which nothing is offered.
fn day_use(series: [&SeriesResult; 4], day: usize) -> Option<DayUse> {
    let mean = |of: &SeriesResult| of.days.get(day)?.1.as_ref().map(|band| band.mean);
    let [offered, booked, came, walk_ins] = series.map(mean);
    let offered = offered.filter(|offered| 0.0 < *offered)?;
    // Who comes without an appointment takes none.
    let attended = (came? - walk_ins?).max(0.0);
    Some(DayUse { offered, booked: booked?, attended })
}
