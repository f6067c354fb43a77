//! Files by hand: promises over leap day and joint leave, and production in short weeks.

use antrean::office::Daily;

use crate::{Sheet, promise, promise_in};

/// The only day on which the only file became ready, and whether within the promise.
fn ready(sheet: &Sheet) -> (Vec<usize>, u32) {
    let produced = sheet.column(Daily::Produced);
    let days = (0..produced.len()).filter(|&day| 0 < produced[day]).collect();
    (days, sheet.column(Daily::ProducedWithinPromise).iter().sum())
}

#[test]
fn h14_a_promise_over_leap_day() {
    assert_eq!(ready(&promise("2028-02-28", "")), (vec![3], 1), "29 February, 1 and 2 March");
    assert_eq!(ready(&promise("2027-02-26", "")), (vec![5], 1), "Monday 1, 2 and 3 March");
    assert_eq!(ready(&promise("2028-02-28", "2028-02-29")), (vec![4], 1), "1, 2 and 3 March");
}

#[test]
fn h12_a_promise_over_joint_leave() {
    let indonesia = "holidays = \"indonesia\"";
    // Idul Adha and its joint leave, the weekend, Pancasila: Friday 29 May, 2 and 3 June.
    assert_eq!(ready(&promise_in(indonesia, "2026-05-26")), (vec![8], 1));
    assert_eq!(ready(&promise_in("holidays = \"none\"", "2026-05-26")), (vec![3], 1));
    // Joint leave on Thursday 24 and Christmas on Friday: 28, 29 and 30 December.
    assert_eq!(ready(&promise_in(indonesia, "2026-12-23")), (vec![7], 1));
}

#[test]
fn h20_daily_production_after_its_processing_time() {
    let sheet = Sheet::of(
        r#"
        channel = "app"
        run = { start = 2026-01-05, length = "8 days", replications = 1 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        demand = { per_day = 0 }
        booking = { daily_quota = 50, window = "5 working days" }
        start = { booked = [50] }
        production = { per_week = 100, processing = "3 working days", promise = "3 working days" }
        "#,
    );
    assert_eq!(sheet.column(Daily::Completed), [50, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(sheet.column(Daily::Produced), [0, 0, 0, 20, 20, 0, 0, 10]);
    assert_eq!(sheet.column(Daily::ProducedWithinPromise), [0, 0, 0, 20, 0, 0, 0, 0]);
    assert_eq!(sheet.column(Daily::Backlog), [0, 0, 0, 30, 10, 10, 10, 0]);
}

/// 250 files at the start, 100 a week; the second week lacks Wednesday, the third Thursday and
/// Friday.
fn short_weeks(runs: &str) -> Vec<u32> {
    let text = format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "26 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        calendar = {{ closed = [2026-01-14, "2026-01-22 to 2026-01-23"] }}
        demand = {{ per_day = 0 }}
        production = {{ per_week = 100, runs = "{runs}" }}
        start = {{ backlog = 250 }}
        "#
    );
    Sheet::of(&text).column(Daily::Produced)
}

#[test]
fn weekly_production_in_short_weeks() {
    let mut expected = vec![0; 26];
    (expected[4], expected[11], expected[16], expected[25]) = (100, 80, 60, 10);
    assert_eq!(short_weeks("weekly"), expected, "the third week's run is on Wednesday");
}

#[test]
fn daily_production_in_short_weeks() {
    let expected = [[20; 5].as_slice(), &[0, 0, 20, 20, 0, 20, 20, 0, 0, 20, 20, 20, 0]].concat();
    let produced = short_weeks("daily");
    assert_eq!(produced[..18], expected);
    assert_eq!(produced[18..], [0, 0, 0, 10, 0, 0, 0, 0], "the rest on Monday");
}

/// Files received on Wednesday, 31 December 2025 and before a run from Monday, 5 January 2026;
/// New Year is a holiday. Two days of processing, ten a day, three days promised.
#[test]
fn a_backlog_by_date_of_receipt() {
    let sheet = Sheet::of(
        r#"
        channel = "walk-in"
        run = { start = 2026-01-05, length = "8 days", replications = 1 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        calendar = { holidays = "indonesia" }
        demand = { per_day = 0 }
        production = { per_week = 50, processing = "2 working days", promise = "3 working days" }
        start = { backlog = { 2025-12-31 = 7, 2026-01-02 = 15, 2025-12-01 = 4 } }
        "#,
    );
    // Monday: 4 of the first of December and 6 of the 31st, whose second day it is. Tuesday: the
    // seventh, on its third day, and 9 of the second of January, on their second; 6 more the day
    // after.
    assert_eq!(sheet.column(Daily::Produced), [10, 10, 6, 0, 0, 0, 0, 0]);
    assert_eq!(sheet.column(Daily::ProducedWithinPromise), [6, 10, 6, 0, 0, 0, 0, 0]);
}
