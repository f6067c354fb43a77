//! Books by hand: blocks of requests over holidays and the end of the window, families at the edge
//! of a day, and the instant of a weekly release.

use antrean::office::Daily;

use crate::{Sheet, rush};

#[test]
fn h16_a_rush_on_friday() {
    let sheet = rush("2026-06-12", "[0, 0, 0, 0, 7, 0, 0]");
    assert_eq!(sheet.column(Daily::Due), [0, 0, 0, 60, 60, 30, 0], "Monday, Tuesday, Wednesday");
    assert_eq!(sheet.read("lead_time_calendar_days").ratio(), Some(3.8), "(180 + 240 + 150) / 150");
    assert_eq!(sheet.read("lead_time_working_days").ratio(), Some(1.8));
}

/// 35 people ask on Monday for 6 places on each of the next five working days; Tuesday is a
/// holiday.
fn over_a_holiday(rest: &str, more: &str) -> Sheet {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-06-15, length = "10 days" }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 5, weekday_factors = [7, 0, 0, 0, 0, 0, 0] }}
        persistence = {{ at_most_tries = 1 }}
        booking = {{ daily_quota = 6, window = "5 working days"{more} }}
        {rest}
        "#
    );
    Sheet::with_requests(&text, 35)
}

#[test]
fn h18_a_block_over_a_holiday_and_beyond_the_window() {
    let sheet = over_a_holiday("calendar = { holidays = \"indonesia\" }", "");
    assert_eq!(sheet.column(Daily::Due)[..9], [0, 0, 6, 6, 6, 0, 0, 6, 6], "16 June is closed");
    assert_eq!((sheet.column(Daily::Booked)[0], sheet.column(Daily::RefusedByBook)[0]), (30, 5));
    assert_eq!(sheet.column(Daily::LeadWorkingDays)[0], 6 * (1 + 2 + 3 + 4 + 5));
    assert_eq!(sheet.column(Daily::Quota)[..3], [6, 0, 6]);
}

#[test]
fn a_block_beyond_the_window_without_a_holiday() {
    let sheet = over_a_holiday("", "");
    assert_eq!(sheet.column(Daily::Due)[..8], [0, 6, 6, 6, 6, 0, 0, 6]);
    assert_eq!((sheet.column(Daily::Booked)[0], sheet.column(Daily::RefusedByBook)[0]), (30, 5));
}

#[test]
fn an_overbooked_day_has_more_places_than_its_quota() {
    let sheet = over_a_holiday("", ", overbooking = 0.2");
    assert_eq!(sheet.column(Daily::Due)[..8], [0, 7, 7, 7, 7, 0, 0, 7], "1.2 x 6, rounded");
    assert_eq!(sheet.column(Daily::Quota)[1], 6, "what it means to serve");
    assert_eq!((sheet.column(Daily::Booked)[0], sheet.column(Daily::RefusedByBook)[0]), (35, 0));
}

/// Five couples ask on Monday for places on days of five.
fn couples(families: &str) -> Sheet {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "7 days" }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 1.43, weekday_factors = [7, 0, 0, 0, 0, 0, 0], family_sizes = [0, 1] }}
        booking = {{ daily_quota = 5, window = "5 working days", families = "{families}" }}
        "#
    );
    Sheet::where_it_holds(&text, |sheet| sheet.column(Daily::Wishes)[0] == 10)
}

#[test]
fn families_that_stay_together_leave_the_last_place_of_a_day() {
    assert_eq!(couples("same day").column(Daily::Due), [0, 4, 4, 2, 0, 0, 0]);
    assert_eq!(couples("may split").column(Daily::Due), [0, 5, 5, 0, 0, 0, 0]);
}

/// Every Friday at 14:00 the next Monday opens. People wish on Tuesdays, find nothing, and ask
/// again a while after the next release.
fn asked_after_release(reaction: &str) -> Sheet {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "21 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 10, weekday_factors = [0, 7, 0, 0, 0, 0, 0] }}
        app = {{ reaction = "{reaction}" }}
        persistence = {{ try_again = 1 }}
        booking = {{ daily_quota = 1000, window = "1 working day", release = {{ weekly = "fri 14:00" }} }}
        "#
    );
    Sheet::of(&text)
}

const TUESDAYS: [usize; 2] = [1, 8];
const FRIDAYS: [usize; 3] = [4, 11, 18];

#[test]
fn a_request_at_the_instant_of_release_is_served() {
    let sheet = asked_after_release("0 min");
    let (wishes, booked) = (sheet.column(Daily::Wishes), sheet.column(Daily::Booked));
    assert!(0 < wishes[TUESDAYS[0]]);
    assert_eq!(TUESDAYS.map(|day| wishes[day]), [FRIDAYS[0], FRIDAYS[1]].map(|day| booked[day]));
    assert_eq!(sheet.column(Daily::LeadWorkingDays), booked, "for the next working day, Monday");
    assert_eq!(sheet.column(Daily::Due)[7], wishes[TUESDAYS[0]]);
}

#[test]
fn a_request_a_millisecond_before_the_release_finds_last_weeks_days() {
    let sheet = asked_after_release("604799999 ms");
    assert_eq!(sheet.column(Daily::Booked), [0; 21]);
    let (wishes, refused) = (sheet.column(Daily::Wishes), sheet.column(Daily::RefusedByBook));
    assert_eq!(FRIDAYS.map(|day| refused[day])[..2], [0, wishes[TUESDAYS[0]]], "at 13:59:59.999");
    assert_eq!(refused[FRIDAYS[2]], wishes[TUESDAYS[0]] + wishes[TUESDAYS[1]]);
}

#[test]
fn a_request_a_week_after_the_release_is_one_at_the_next() {
    let sheet = asked_after_release("604800000 ms");
    let (wishes, booked) = (sheet.column(Daily::Wishes), sheet.column(Daily::Booked));
    let expected = [0, wishes[TUESDAYS[0]], wishes[TUESDAYS[1]]];
    assert_eq!(FRIDAYS.map(|day| booked[day]), expected);
}
