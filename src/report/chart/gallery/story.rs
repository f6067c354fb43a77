//! Charts of stories: as of Karimun, and what is hard to draw.

use crate::report::chart::gallery::hostile::{heading, long, names};
use crate::report::chart::{
    Chart, Closure, Heading, StoryChart, StoryEvent, StoryLane, StoryMark, StoryPhase, StorySpan,
    StoryStep, StoryVisit,
};
use crate::time::{date, shifted};

/// All of them.
pub fn charts() -> Vec<Chart> {
    let charts = [realistic(), nothing(), at_once(), a_year(), hostile()];
    charts.map(|chart| chart.render().expect("can be drawn")).to_vec()
}

fn event(at: f64, mark: StoryMark, name: &str) -> StoryEvent {
    let (time, told) = (format!("day {at}"), format!("It happens: {name}"));
    StoryEvent { at, time, told, mark: Some((mark, name.to_string())) }
}

fn span(phase: StoryPhase, (from, until): (f64, f64), length: &str) -> StorySpan {
    StorySpan { phase, from, until, length: length.to_string() }
}

fn step(label: &str, waits: (f64, f64), served: Option<f64>) -> StoryStep {
    StoryStep { label: label.to_string(), waits, served, note: "08:19 to 08:33".to_string() }
}

fn chart(heading: Heading, days: usize, lanes: Vec<StoryLane>) -> StoryChart {
    StoryChart { heading, first_day: date(2019, 7, 28), days, lanes }
}

fn kiosks() -> StoryLane {
    let closed = |day: i64| Closure {
        first: shifted(date(2019, 7, 28), day),
        last: shifted(date(2019, 7, 28), day + 1),
    };
    StoryLane {
        label: "kiosks".to_string(),
        note: "by kiosk: passport in hand after 15 days".to_string(),
        spans: vec![
            span(StoryPhase::Asks, (0.6, 1.6), "1.0 days"),
            span(StoryPhase::Appointed, (1.6, 9.3), "7.7 days"),
            span(StoryPhase::InProduction, (9.3, 14.0), "4.7 days"),
            span(StoryPhase::Ready, (14.0, 15.3), "1.3 days"),
            span(StoryPhase::Out, (9.3, 9.33), "45 min"),
        ],
        events: vec![
            event(0.6, StoryMark::Forward, "wants a passport"),
            event(1.6, StoryMark::Trip, "at the kiosk"),
            event(1.61, StoryMark::Forward, "books 6 Aug"),
            event(9.3, StoryMark::Trip, "at the office"),
            event(14.0, StoryMark::Forward, "passport ready"),
            event(15.3, StoryMark::Trip, "fetches the passport"),
        ],
        due: Some((date(2019, 8, 9), "promised for 9 Aug".to_string())),
        closures: vec![closed(-1), closed(6), closed(13)],
        visits: vec![StoryVisit {
            title: "Tue 6 Aug 2019: at the office, 08:16 to 08:36".to_string(),
            steps: vec![
                step("document check", (0.0, 12.0), Some(15.0)),
                step("photo and interview", (15.0, 15.0), Some(29.0)),
            ],
        }],
        left_out: String::new(),
    }
}

fn realistic() -> StoryChart {
    let gave_up = StoryLane {
        label: "app".to_string(),
        note: "by app: gave up after 4 days".to_string(),
        spans: vec![span(StoryPhase::Asks, (0.6, 4.2), "3.6 days")],
        events: vec![
            event(0.6, StoryMark::Forward, "wants a passport"),
            event(0.6, StoryMark::Setback, "book full"),
            event(4.2, StoryMark::End, "gives up"),
        ],
        ..StoryLane::default()
    };
    let heading = Heading {
        stem: "story".to_string(),
        title: "Passport in hand after 15 days (kiosks); gave up after 4 days (app)".to_string(),
        subtitle: "kundur-20190728-2.1: from Kundur, alone; replication 1, seed 2019".to_string(),
    };
    chart(heading, 16, vec![kiosks(), gave_up])
}

fn nothing() -> StoryChart {
    chart(heading("story-nothing"), 1, vec![StoryLane::default()])
}

fn at_once() -> StoryChart {
    let events = vec![
        event(0.5, StoryMark::Forward, "wants a passport"),
        event(0.5, StoryMark::End, "can neither use the app nor find help: shut out"),
    ];
    chart(heading("story-at-once"), 1, vec![StoryLane { events, ..StoryLane::default() }])
}

/// A year in vain, with a trip every other day.
fn a_year() -> StoryChart {
    let tries = (0..180).map(|number| 2.0 * f64::from(number));
    let tries = tries.flat_map(|at| {
        let other = format!("books after {at}");
        [
            event(at, StoryMark::Trip, "at the kiosk"),
            event(at + 0.1, StoryMark::Setback, "book full"),
            event(at + 0.2, StoryMark::Forward, &other),
        ]
    });
    let stays = (0..180).map(|number| 2.0 * f64::from(number));
    let stays = stays.map(|at| span(StoryPhase::Out, (at, at + 0.1), "2.4 h"));
    let lane = StoryLane {
        spans: [span(StoryPhase::Asks, (0.0, 360.0), "360.0 days")]
            .into_iter()
            .chain(stays)
            .collect(),
        events: tries.collect(),
        left_out: "174 earlier stays are not drawn".to_string(),
        visits: vec![kiosks().visits[0].clone(); 6],
        ..kiosks()
    };
    chart(heading("story-year"), 365, vec![lane.clone(), lane])
}

/// Names that cannot be set, times out of order, ends without beginnings.
fn hostile() -> StoryChart {
    let lane = |name: String| StoryLane {
        note: name.clone(),
        spans: vec![
            span(StoryPhase::Unpaid, (-3.0, 900.0), &name),
            span(StoryPhase::Asks, (1.0, 1.0), &name),
        ],
        events: vec![
            event(0.0, StoryMark::Setback, &name),
            event(0.0, StoryMark::End, &name),
            event(0.4, StoryMark::Trip, &long()),
        ],
        due: Some((date(9999, 12, 31), name.clone())),
        visits: vec![StoryVisit {
            title: name.clone(),
            steps: vec![
                StoryStep { note: name.clone(), ..step(&name, (0.0, 0.0), Some(1e6)) },
                step(&name, (0.0, 0.0), None),
            ],
        }],
        left_out: name.clone(),
        label: name,
        ..kiosks()
    };
    chart(heading("story"), 3, names().map(lane).to_vec())
}
