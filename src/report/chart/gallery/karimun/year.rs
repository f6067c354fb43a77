//! The year 2019 at Karimun: days to the first free appointment, closures and the cut-over.

use crate::report::chart::gallery::karimun::heading;
use crate::report::chart::{Band, CalendarBandChart, CalendarFacet, Closure};
use crate::time::{Date, Weekday, date, shifted};

fn first_day() -> Date {
    date(2019, 1, 1)
}

fn closures() -> Vec<Closure> {
    let closure = |first, last| Closure { first, last };
    vec![
        closure(date(2019, 2, 5), date(2019, 2, 5)),
        closure(date(2019, 3, 7), date(2019, 3, 7)),
        closure(date(2019, 4, 17), date(2019, 4, 19)),
        closure(date(2019, 5, 30), date(2019, 6, 9)),
        closure(date(2019, 12, 24), date(2019, 12, 25)),
    ]
}

fn facet(label: &str, count: usize, level: fn(f64) -> f64) -> CalendarFacet {
    let day = |index: usize| {
        let date = shifted(first_day(), index as i64);
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let closed = closures().iter().any(|one| one.first <= date && date <= one.last);
        let ripple = 1.2 * (index as f64 * 1.7).sin() + 0.8 * (index as f64 * 0.61).cos();
        let median = (level(index as f64) + ripple).max(0.0);
        let spread = 0.12 * median + 0.6;
        (!weekend && !closed).then_some(Band {
            fifth: (median - 2.2 * spread).max(0.0),
            lower_quartile: (median - spread).max(0.0),
            median,
            upper_quartile: median + spread,
            ninety_fifth: median + 2.6 * spread,
        })
    };
    CalendarFacet { label: label.to_owned(), days: (0..count).map(day).collect() }
}

fn kiosk(day: f64) -> f64 {
    if day < 160.0 { 4.0 + day * 0.12 } else { 30.0 * (-(day - 160.0) / 90.0).exp() + 4.0 }
}

fn app(day: f64) -> f64 {
    if day < 90.0 { 4.0 + day * 0.12 } else { 3.0 + 12.0 * (-(day - 90.0) / 20.0).exp() }
}

/// Both scenarios over so many days.
pub fn calendar(count: usize) -> CalendarBandChart {
    CalendarBandChart {
        heading: heading(
            &format!("calendar-{count}"),
            "With APP the wait for an appointment no longer doubles after Lebaran",
        ),
        unit: "calendar days to the first free appointment, by day of request".to_owned(),
        first_day: first_day(),
        facets: vec![facet("KIOSK", count, kiosk), facet("APP", count, app)],
        closures: closures(),
        markers: vec![
            (date(2019, 4, 1), "cut-over to the app, 1 Apr 2019".to_owned()),
            (date(2019, 6, 3), "Lebaran leave, 3–7 Jun 2019".to_owned()),
        ],
    }
}

/// One scenario over a year, without markers.
pub fn single_facet() -> CalendarBandChart {
    let mut chart = calendar(365);
    chart.facets.truncate(1);
    chart.markers.clear();
    chart.heading.stem = "calendar-single".to_owned();
    chart
}
