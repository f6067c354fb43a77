//! Measures of kiosks and stages: waits, use, and who leaves without service.

use crate::office::measure::extract::{duration_quantile, minutes_each, of_span, share};
use crate::office::measure::{Better, Measure, Read, Unit};

/// In the order in which files and tables show them.
pub static MEASURES: &[Measure] = &[
    Measure {
        name: "station_wait",
        title: "wait in line",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Station(|usage| minutes_each(usage.waited, usage.served)),
    },
    Measure {
        name: "station_wait_p90",
        title: "wait in line, 90 % have at most",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Station(|usage| duration_quantile(&usage.waits, 0.9)),
    },
    Measure {
        name: "station_wait_p95",
        title: "wait in line, 95 % have at most",
        unit: Unit::Minutes,
        better: Better::Less,
        read: Read::Station(|usage| duration_quantile(&usage.waits, 0.95)),
    },
    Measure {
        name: "station_delayed",
        title: "have to wait",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Station(|usage| {
            share(usage.delayed + usage.lost.left, usage.served + usage.lost.left)
        }),
    },
    Measure {
        name: "station_long_waits",
        title: "long waits in line",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Station(|usage| share(usage.long_waits, usage.served + usage.lost.left)),
    },
    Measure {
        name: "station_line",
        title: "people in line, on average",
        unit: Unit::People,
        better: Better::Less,
        read: Read::Station(|usage| of_span(usage.crowd.waiting, usage.hours)),
    },
    Measure {
        name: "station_people",
        title: "people in line and served, on average",
        unit: Unit::People,
        better: Better::Neither,
        read: Read::Station(|usage| of_span(usage.crowd.waiting + usage.crowd.served, usage.hours)),
    },
    Measure {
        name: "station_full",
        title: "found the waiting room full",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Losses(|usage| share(usage.lost.full, usage.came)),
    },
    Measure {
        name: "station_balked",
        title: "did not join the line",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Losses(|usage| share(usage.lost.balked, usage.came)),
    },
    Measure {
        name: "station_left",
        title: "left the line unserved",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Losses(|usage| share(usage.lost.left, usage.came)),
    },
    Measure {
        name: "station_left_wait",
        title: "wait of those who left the line",
        unit: Unit::Minutes,
        better: Better::Neither,
        read: Read::Losses(|usage| minutes_each(usage.lost.waited, usage.lost.left)),
    },
    Measure {
        name: "station_use",
        title: "use of open time",
        unit: Unit::Share,
        better: Better::Neither,
        read: Read::Station(|usage| of_span(usage.work.busy, usage.work.open)),
    },
    Measure {
        name: "station_overtime",
        title: "work beyond opening hours, of open time",
        unit: Unit::Share,
        better: Better::Less,
        read: Read::Station(|usage| of_span(usage.work.overtime, usage.work.open)),
    },
];
