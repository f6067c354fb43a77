//! The chart of the hours of the week at the busiest counter.

use crate::experiment::{BusyHour, ScenarioResult, StationWeek};
use crate::office::{Plan, Unit};
use crate::report::chart::{ChartError, WeekMapChart, WeekMapFacet, day_name};
use crate::report::language::{hour_of_day, say, word};
use crate::report::pictures::{Picture, basis, heading};
use crate::report::{Study, wording};

/// The chart; none where there are no desks, or these never close.
pub fn busy_hours(study: &Study) -> Result<Option<Picture>, ChartError> {
    let facets: Vec<WeekMapFacet> = study.results.iter().filter_map(facet).collect();
    if facets.is_empty() {
        return Ok(None);
    }
    let peaks: Vec<String> = facets.iter().filter_map(peak).collect();
    let title = say("Busiest hours: {peaks}", &[("peaks", &peaks.join("; "))]);
    let subtitle = say(
        "{basis}; the busiest stage of each scenario, the mean of all replications",
        &[("basis", &basis(study))],
    );
    let chart = WeekMapChart {
        heading: heading("busy-hours", title, subtitle),
        unit: word("share of desk time in use, by weekday and hour").to_string(),
        facets,
    };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}

fn facet(result: &ScenarioResult) -> Option<WeekMapFacet> {
    let busiest = busiest(&result.weeks)?;
    let shares = |hours: &[Option<BusyHour>; 24]| hours.map(|hour| hour.map(|of| of.share));
    Some(WeekMapFacet {
        label: result.plan.scenario.label.clone(),
        station: station_name(&result.plan, busiest.station),
        hours: std::array::from_fn(|day| shares(&busiest.hours[day])),
    })
}

fn station_name(plan: &Plan, station: usize) -> String {
    plan.stations[station].name.clone()
}

/// The stage whose desks are in use for the largest share of their time.
fn busiest(weeks: &[StationWeek]) -> Option<&StationWeek> {
    let use_of = |week: &StationWeek| {
        let hours = || week.hours.iter().flatten().flatten();
        let open: f64 = hours().map(|hour| hour.open).sum();
        hours().map(|hour| hour.busy).sum::<f64>() / open
    };
    // Of several alike the first.
    weeks.iter().rev().max_by(|one, other| use_of(one).total_cmp(&use_of(other)))
}

/// "Monday 09:00-10:00 at interview 97 % (app)".
fn peak(facet: &WeekMapFacet) -> Option<String> {
    let hours: Vec<(usize, usize, f64)> = facet.open().collect();
    let (day, hour, share) =
        hours.into_iter().rev().max_by(|one, other| one.2.total_cmp(&other.2))?;
    Some(say(
        "{day} {hour} at {station} {share} ({label})",
        &[
            ("day", &day_name(day)),
            ("hour", &hour_of_day(hour)),
            ("station", &facet.station),
            ("share", &wording::value(share, Unit::Share)),
            ("label", &facet.label),
        ],
    ))
}
