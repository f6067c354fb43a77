//! Dates with rules of their own by hand: quotas, hours, slots and output.

use antrean::office::Daily;

use crate::{Sheet, monday};

/// Three weeks from Monday, 5 January 2026; Wednesday the 14th is closed.
fn quotas(booking: &str, rest: &str) -> Vec<u32> {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "21 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        calendar = {{ closed = [2026-01-14] }}
        demand = {{ per_day = 0 }}
        booking = {{ window = "5 working days", {booking} }}
        {rest}
        "#
    );
    Sheet::of(&text).column(Daily::Quota)
}

#[test]
fn quotas_follow_the_weekday_the_week_and_the_date() {
    let short = "daily_quota = 6, short_weeks = { 4 = 8, 1-3 = 99 }";
    let plain = [6, 6, 6, 6, 6, 0, 0, 8, 8, 0, 8, 8, 0, 0, 6, 6, 6, 6, 6, 0, 0];
    assert_eq!(quotas(short, ""), plain);
    let later = "period = [{ name = \"few\", dates = [2026-01-06, \"2026-01-13 to 2026-01-20\"], \
                 daily_quota = 3 }, { name = \"none\", dates = 2026-01-20, daily_quota = 0 }]";
    let stated = [6, 3, 6, 6, 6, 0, 0, 8, 3, 0, 3, 3, 0, 0, 3, 0, 6, 6, 6, 0, 0];
    assert_eq!(quotas(short, later), stated, "the closed day stays closed");
}

#[test]
fn a_weekday_without_appointments_has_none_in_short_weeks() {
    let quota = quotas("daily_quota = { mon-thu = 6 }, short_weeks = { 4 = 8 }", "");
    assert_eq!(quota[7..14], [8, 8, 0, 8, 0, 0, 0]);
}

#[test]
fn an_extra_saturday_has_the_quota_of_monday_or_its_own() {
    let saturday = |more: &str| {
        let period = format!(
            "period = [{{ name = \"extra\", dates = 2026-01-10, \
             hours = {{ sat = \"08:00-12:00\" }}{more} }}]"
        );
        quotas("daily_quota = { mon = 7, tue-fri = 6 }", &period)[5]
    };
    assert_eq!(saturday(""), 7);
    assert_eq!(saturday(", daily_quota = 2"), 2);
    assert_eq!(saturday(", daily_quota = { sat = 3 }"), 3);
}

/// Minutes for which the only desk is open on Monday and Tuesday; on Tuesday other hours hold.
fn open_minutes(desk: &str) -> f64 {
    let text = format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "2 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-12:00, 13:00-16:00" }} }}
        period = [{{ name = "Ramadan", dates = "2026-01-06 to 2026-01-07", hours = {{ mon-fri = "08:00-14:00" }} }}]
        demand = {{ per_day = 0 }}
        stage = [{{ name = "desk", desks = 1, service = "5 min"{desk} }}]
        "#
    );
    Sheet::of(&text).minutes("station_use").1
}

#[test]
fn stages_follow_the_office_or_stay_within_it() {
    assert_eq!(open_minutes(""), 420.0 + 360.0, "as the office");
    assert_eq!(open_minutes(", hours = { mon-fri = \"10:00-16:00\" }"), 360.0 + 240.0);
    assert_eq!(open_minutes(", hours = { mon-fri = \"15:00-16:00\" }"), 60.0);
}

/// Six people are booked on a day of six places; each takes half an hour at the only desk.
fn waits(period: &str) -> (f64, f64) {
    let rest = format!(
        r#"
        booking = {{ daily_quota = 6, window = "5 working days", last_slot = "11:00" }}
        start = {{ booked = [6] }}
        stage = [{{ name = "desk", desks = 1, service = "30 min" }}]
        {period}
        "#
    );
    Sheet::of(&monday("08:00-16:00", "", &rest)).waits()
}

#[test]
fn slots_follow_the_hours_and_the_last_slot_of_the_date() {
    assert_eq!(waits(""), (3.0 * 30.0, 6.0), "two at 8, at 9 and at 10");
    let shorter =
        "period = [{ name = \"short\", dates = 2026-01-05, hours = { mon = \"09:00-11:00\" } }]";
    // Three at 9: 0, 30 and 60 minutes; three at 10: 30, 60 and 90.
    assert_eq!(waits(shorter), (270.0, 6.0));
    let last = "period = [{ name = \"early\", dates = 2026-01-05, last_slot = \"08:30\" }]";
    assert_eq!(waits(last), (30.0 * (1 + 2 + 3 + 4 + 5) as f64, 6.0), "all at 8");
}

/// What is made of 250 files on each day from Monday, 5 January 2026, of 100 a week.
fn produced(production: &str, period: &str) -> Vec<u32> {
    let text = format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "8 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 0 }}
        production = {{ {production} }}
        start = {{ backlog = 250 }}
        period = [{{ name = "p", {period} }}]
        "#
    );
    Sheet::of(&text).column(Daily::Produced)
}

#[test]
fn an_extra_saturday_adds_as_much_as_is_said() {
    let saturday = "dates = 2026-01-10, hours = { sat = \"08:00-12:00\" }";
    let with = |output: &str| produced("per_week = 100", &format!("{saturday}{output}"));
    assert_eq!(with(""), [20, 20, 20, 20, 20, 20, 0, 20]);
    assert_eq!(with(", output = 0.5"), [20, 20, 20, 20, 20, 10, 0, 20]);
    assert_eq!(with(", output = 0"), [20, 20, 20, 20, 20, 0, 0, 20]);
}

#[test]
fn a_lower_output_adds_up_from_day_to_day() {
    let dates = "dates = \"2026-01-05 to 2026-01-09\", output = 0.33";
    assert_eq!(produced("per_week = 100", dates), [7, 6, 7, 6, 7, 0, 0, 20], "33 of 100");
    let weekly = produced("per_week = 100, runs = \"weekly\"", dates);
    assert_eq!(weekly, [0, 0, 0, 0, 33, 0, 0, 0]);
    let nothing = "dates = \"2026-01-05 to 2026-01-06\", output = 0";
    assert_eq!(produced("per_week = \"unlimited\"", nothing)[..4], [0, 0, 250, 0]);
}

/// A hundred people ask on Friday the 9th, around the release of 14:00; ten can be booked a day,
/// also on Saturday the 10th and the 17th. Who is due, by day from Monday the 5th.
fn open_after_release(window: &str) -> Vec<u32> {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "15 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 15, weekday_factors = [0, 0, 0, 0, 7, 0, 0] }}
        persistence = {{ try_again = 1, at_most_tries = 2 }}
        booking = {{ daily_quota = 10, window = "{window}", release = {{ weekly = "fri 14:00" }} }}
        period = [{{ name = "extra", dates = [2026-01-10, 2026-01-17], hours = {{ sat = "08:00-12:00" }} }}]
        "#
    );
    Sheet::where_it_holds(&text, |sheet| 80 < sheet.column(Daily::Wishes)[4]).column(Daily::Due)
}

#[test]
fn a_week_of_the_calendar_gives_no_day_away_for_an_extra_one() {
    let (week, days) = (open_after_release("1 week"), open_after_release("5 working days"));
    assert_eq!(week[5..12], [10, 0, 10, 10, 10, 10, 10], "Saturday, and Monday to Friday");
    assert_eq!(days[5..12], [10, 0, 10, 10, 10, 10, 0], "Friday never opens");
}
