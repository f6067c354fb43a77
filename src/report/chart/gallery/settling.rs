//! Warm-ups that are long enough, too short, endless, and hard to draw.

use crate::report::chart::gallery::hostile::{self, names};
use crate::report::chart::{Chart, Heading, SettlingChart, SettlingPanel};
use crate::time::{Date, date, dates_from, shifted};

/// Charts of warm-ups, sound and hostile.
pub fn charts() -> Vec<Chart> {
    let charts = [year(), few_days(), hostile(), single_point(), nothing()];
    charts.iter().map(|chart| chart.render().expect("a chart")).collect()
}

fn first_day() -> Date {
    date(2018, 11, 6)
}

fn days(count: usize, value: impl Fn(f64) -> f64) -> Vec<(Date, f64)> {
    dates_from(first_day())
        .take(count)
        .enumerate()
        .map(|(day, at)| (at, value(day as f64)))
        .collect()
}

fn panel(label: &str, finding: &str, (count, level): (usize, f64)) -> SettlingPanel {
    let rise = move |day: f64| level * (1.0 - (-day / 12.0).exp());
    SettlingPanel {
        label: label.to_owned(),
        finding: finding.to_owned(),
        daily: days(count, |day| rise(day) + 0.06 * level * (day * 1.7).sin()),
        smooth: days(count.saturating_sub(10), rise),
        since: Some(shifted(first_day(), 40)).filter(|_| finding.starts_with("settled")),
    }
}

fn chart(stem: &str, days: usize, panels: Vec<SettlingPanel>) -> SettlingChart {
    SettlingChart {
        heading: Heading {
            stem: stem.to_owned(),
            title: "queue app: the warm-up is long enough".to_owned(),
            subtitle: "means over 100 replications, from the first day played; warm-up shaded"
                .to_owned(),
        },
        first_day: first_day(),
        days,
        start: shifted(first_day(), days as i64 / 7),
        panels,
    }
}

fn year() -> SettlingChart {
    let none = "no steady state found: a trend, or seasons";
    let panels = vec![
        panel("people in the book, people", "settled by 16 Dec 2018", (421, 240.0)),
        panel("lead time of the appointments booked that day, working days", none, (421, 3.2)),
        panel("production backlog, passports", "settled by 16 Dec 2018", (421, 1_450_000.0)),
    ];
    chart("warm-up", 421, panels)
}

fn few_days() -> SettlingChart {
    let finding = "too few days or replications to say";
    chart("warm-up-of-days", 9, vec![panel("people in the book, people", finding, (9, 0.02))])
}

fn hostile() -> SettlingChart {
    let panels = names().map(|name| panel(&name, &name, (2_000, 1e12))).to_vec();
    SettlingChart { heading: hostile::heading("warm-up-hostile"), ..chart("", 2_000, panels) }
}

fn single_point() -> SettlingChart {
    let panels = vec![panel("backlog", "settled at once", (1, -3.0)), SettlingPanel::default()];
    chart("warm-up-of-a-day", 1, panels)
}

fn nothing() -> SettlingChart {
    chart("warm-up-of-nothing", 0, Vec::new())
}
