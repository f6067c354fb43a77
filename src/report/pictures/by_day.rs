//! Charts by day: a band for every scenario or channel over the calendar.

use crate::experiment::{Band, ScenarioResult};
use crate::report::Study;
use crate::report::chart::{self, CalendarBandChart, CalendarFacet, ChartError, Closure, Heading};
use crate::report::language::{say, word};
use crate::report::pictures::{Picture, basis, heading, means};
use crate::scenario::{Channel, CutOver};
use crate::time::{Date, Day};

/// Lead time by day.
pub fn lead_time(study: &Study) -> Result<Picture, ChartError> {
    let title = say(
        "Lead time from booking to appointment: {means}",
        &[("means", &means(study, "lead_time_working_days"))],
    );
    let unit = word("lead time of the appointments booked that day, working days");
    bands(study, heading("lead-time", title, basis(study)), ("lead_time", unit))
}

/// Production backlog by day.
pub fn backlog(study: &Study) -> Result<Picture, ChartError> {
    let means = means(study, "backlog");
    let title = say("Production backlog at the end of a day: {means}", &[("means", &means)]);
    let unit = word("passports that wait for capacity at the end of the day");
    bands(study, heading("backlog", title, basis(study)), ("backlog", unit))
}

fn bands(
    study: &Study,
    heading: Heading,
    (series, unit): (&str, &str),
) -> Result<Picture, ChartError> {
    let facet = |result: &ScenarioResult| CalendarFacet {
        label: result.plan.scenario.label.clone(),
        days: days_of(result, series),
    };
    let first = study.results.first();
    let chart = CalendarBandChart {
        heading,
        unit: unit.to_string(),
        first_day: first.map_or(Date::ZERO, |result| result.plan.scenario.run.start),
        facets: study.results.iter().map(facet).collect(),
        closures: first.map_or(Vec::new(), closures),
        markers: cut_overs(&study.results),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

/// The dates of all cut-overs.
fn cut_overs(results: &[ScenarioResult]) -> Vec<(Date, String)> {
    let marker = |cut_over: &CutOver| (cut_over.date, cut_over.name.clone());
    let intakes = results.iter().map(|result| &result.plan.scenario.intake);
    let mut markers: Vec<_> = intakes.flat_map(|of| of.cut_overs.iter().map(marker)).collect();
    markers.sort();
    markers.dedup();
    markers
}

/// The people who take each channel day by day, where these change.
pub fn channels(study: &Study, place: usize) -> Result<Option<Picture>, ChartError> {
    let result = &study.results[place];
    let scenario = &result.plan.scenario;
    if scenario.intake.cut_overs.is_empty() {
        return Ok(None);
    }
    let used = Channel::ALL.into_iter().filter(|channel| scenario.uses(*channel));
    let facet = |channel: Channel| CalendarFacet {
        label: word(channel.name()).to_string(),
        days: days_of(result, &format!("by_{}", channel.name().replace('-', "_"))),
    };
    let title = say("How people ask for an appointment: {label}", &[("label", &scenario.label)]);
    let stem = match study.results.len() {
        1 => "channels".to_string(),
        _ => format!("channels-{place}"),
    };
    let chart = CalendarBandChart {
        heading: heading(&stem, title, basis(study)),
        unit: word("people whose wish arises that day, by the channel they take").to_string(),
        first_day: scenario.run.start,
        facets: used.map(facet).collect(),
        closures: closures(result),
        markers: cut_overs(std::slice::from_ref(result)),
    };
    Ok(Some(Picture { data: chart.data(), chart: chart.render()? }))
}

fn days_of(result: &ScenarioResult, series: &str) -> Vec<Option<chart::Band>> {
    result.series(series).map_or(Vec::new(), |series| {
        series.days.iter().map(|(_, band)| band.as_ref().map(drawn)).collect()
    })
}

fn drawn(band: &Band) -> chart::Band {
    chart::Band {
        fifth: band.p05,
        lower_quartile: band.p25,
        median: band.median,
        upper_quartile: band.p75,
        ninety_fifth: band.p95,
    }
}

/// Closures on days on which the office would work: weekends are no news.
pub fn closures(result: &ScenarioResult) -> Vec<Closure> {
    let plan = &result.plan;
    let hours = &plan.scenario.opening.hours;
    let closed = |(day, _): &(Day, Date)| {
        let weekday = plan.calendar().weekday(*day);
        !plan.calendar().is_working(*day) && !hours.on(weekday).is_empty()
    };
    Closure::of_dates(plan.measured_dates().filter(closed).map(|(_, date)| date))
}
