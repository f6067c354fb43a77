//! The warm-up in words and as a chart: whether the series have settled when the run is measured.

use crate::experiment::{SERIES_REPLICATIONS, ScenarioResult, Settled, Settling, SettlingSeries};
use crate::office::Unit;
use crate::report::chart::{ChartError, Heading, SettlingChart, SettlingPanel};
use crate::report::language::{say, short_date, word};
use crate::report::pictures::Picture;
use crate::report::{Study, wording};
use crate::time::Date;

/// A warning for each series that settles after the start of a run.
pub fn warning(result: &ScenarioResult) -> Option<String> {
    let settling = result.settling.as_ref()?;
    let late: Vec<String> = settling.late().map(|(of, date)| settles(of, date)).collect();
    (!late.is_empty()).then(|| {
        say(
            "The warm-up of {label} is too short by MSER-5: {late}, and {start} is the first \
             measured day. Nothing is left out; a longer `run.warm_up` shows whether it matters.",
            &[
                ("label", &result.plan.scenario.label),
                ("late", &late.join("; ")),
                ("start", &short_date(settling.start)),
            ],
        )
    })
}

fn settles(of: &SettlingSeries, date: Date) -> String {
    say(
        "{series} settles by {date}",
        &[("series", &word(of.series.title)), ("date", &short_date(date))],
    )
}

/// The charts of warm-ups: one for each scenario that has one.
///
/// # Errors
/// If one cannot be drawn.
pub fn charts(study: &Study) -> Result<Vec<Picture>, ChartError> {
    let places = study.results.iter().enumerate();
    let shown =
        places.filter_map(|(place, result)| Some((place, result, result.settling.as_ref()?)));
    shown.map(|(place, result, settling)| chart((study, place), result, settling)).collect()
}

fn chart(
    (study, place): (&Study, usize),
    result: &ScenarioResult,
    settling: &Settling,
) -> Result<Picture, ChartError> {
    let stem = match study.results.len() {
        1 => "warm-up".to_string(),
        _ => format!("warm-up-{place}"),
    };
    let scenario = &result.plan.scenario;
    let title = format!("{}: {}", scenario.label, finding(settling));
    let subtitle = say(
        "means over {number} replications, from the first day played, {first}; warm-up shaded; \
         settled: by MSER-5",
        &[
            ("number", &u64::from(scenario.run.replications).min(SERIES_REPLICATIONS)),
            ("first", &short_date(scenario.run.first_date())),
        ],
    );
    let chart = SettlingChart {
        heading: Heading { stem, title, subtitle },
        first_day: scenario.run.first_date(),
        days: (scenario.run.warm_up_days + scenario.run.days) as usize,
        start: settling.start,
        panels: settling.series.iter().map(panel).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

fn finding(settling: &Settling) -> String {
    let count = |wanted: fn(Settled) -> bool| {
        settling.series.iter().filter(|of| wanted(of.settled)).count()
    };
    let late = settling.late().count();
    let none = count(|settled| settled == Settled::NotFound);
    match (late, none) {
        _ if settling.series.is_empty() => word("nothing to settle").to_string(),
        _ if 0 < count(|settled| settled == Settled::TooFew) => {
            word("too few days or replications to tell whether the warm-up is long enough")
                .to_string()
        }
        (0, 0) => word("the warm-up is long enough").to_string(),
        (0, none) => say(
            "nothing says that the warm-up is too short, but {none} of {all} series reach no \
             steady state",
            &[("none", &none), ("all", &settling.series.len())],
        ),
        _ => word("the warm-up is too short").to_string(),
    }
}

fn panel(of: &SettlingSeries) -> SettlingPanel {
    let (since, finding) = match of.settled {
        Settled::Since(date) => {
            (Some(date), say("settled by {date}", &[("date", &short_date(date))]))
        }
        Settled::NotFound => (None, word("no steady state found: a trend, or seasons").to_string()),
        Settled::TooFew => (None, word("too few days or replications to say").to_string()),
    };
    let label = match of.series.unit {
        Unit::People => word(of.series.title).to_string(),
        unit => format!("{}, {}", word(of.series.title), wording::short(unit)),
    };
    SettlingPanel { label, finding, daily: of.days.clone(), smooth: of.smooth.clone(), since }
}
