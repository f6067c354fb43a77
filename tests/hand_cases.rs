//! Paper-and-pencil cases, `H01` to `H21` of `reference/hand-cases.json`, through scenario texts.
//!
//! People of the stated start come at known times, so that a day can be worked out by hand. They
//! are not counted as applicants, but they show in the daily columns and at the stations. The file
//! lists every second case; the others are guessed from their neighbours. `H08` and `H09`, outages
//! in the middle of a service, stand in `hand_cases_lines`.

#[path = "hand_cases/book.rs"]
mod book;
#[path = "hand_cases/desks.rs"]
mod desks;
#[path = "hand_cases/files.rs"]
mod files;
#[path = "hand_cases/periods.rs"]
mod periods;
#[path = "support/ready.rs"]
mod ready;

use antrean::office::{Daily, Figure, Plan, Replication, Simulator, figures};
use antrean::scenario::Scenario;
use antrean::statistics::Observation;
use ready::ready;

/// A scenario and one replication of it, to be read by hand.
struct Sheet {
    figures: Vec<Figure>,
    run: Replication,
}

impl Sheet {
    /// The first replication.
    #[track_caller]
    fn of(text: &str) -> Sheet {
        let plan = planned(text);
        Sheet::number(0, &mut Simulator::new(&plan), &plan)
    }

    /// The first replication on whose first day exactly so many people ask.
    #[track_caller]
    fn with_requests(text: &str, people: u32) -> Sheet {
        Sheet::where_it_holds(text, |sheet| sheet.column(Daily::Wishes)[0] == people)
    }

    /// The first replication in which something that is not rare holds.
    #[track_caller]
    fn where_it_holds(text: &str, condition: impl Fn(&Sheet) -> bool) -> Sheet {
        let plan = planned(text);
        let mut simulator = Simulator::new(&plan);
        let mut sheets = (0..2_000).map(|number| Sheet::number(number, &mut simulator, &plan));
        sheets.find(condition).expect("it holds in one run of thirty or so")
    }

    fn number(number: u64, simulator: &mut Simulator<'_>, plan: &Plan) -> Sheet {
        let figures = figures(plan);
        let run = simulator.replicate(number, &figures).expect("applicants and outcomes add up");
        Sheet { figures, run }
    }

    /// A column of the measured days.
    fn column(&self, column: Daily) -> Vec<u32> {
        self.run.days.iter().map(|record| record[column as usize]).collect()
    }

    /// The observation of a measure, for all or for the only station.
    fn read(&self, measure: &str) -> Observation {
        let index = self.figures.iter().position(|figure| figure.measure.name == measure);
        self.run.observations[index.expect("the measure exists")]
    }

    /// The observation of a measure for the people of an origin.
    fn of_origin(&self, measure: &str, origin: &str) -> Observation {
        let wanted = |of: &Figure| of.measure.name == measure && of.scope.name() == origin;
        let index = self.figures.iter().position(wanted);
        self.run.observations[index.expect("the measure exists")]
    }

    /// A span in a figure with the spans given in milliseconds, in minutes.
    fn minutes(&self, measure: &str) -> (f64, f64) {
        let Observation { numerator, denominator } = self.read(measure);
        (numerator / 60_000.0, denominator / 60_000.0)
    }

    /// All waits at the only station in minutes, and how many people were served.
    fn waits(&self) -> (f64, f64) {
        let Observation { numerator, denominator } = self.read("station_wait");
        (numerator, denominator)
    }
}

#[track_caller]
fn planned(text: &str) -> Plan {
    ready(Scenario::parse("by hand", text))
}

/// An office without wishes that opens on Monday, 5 January 2026, for those who are booked.
fn monday(hours: &str, office: &str, rest: &str) -> String {
    format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "1 day", replications = 1 }}
        office = {{ hours = {{ mon-fri = "{hours}" }}, {office} }}
        demand = {{ per_day = 0 }}
        {rest}
        "#
    )
}

#[test]
fn h01_a_desk_just_saturated() {
    let text = monday(
        "08:00-08:20",
        "",
        r#"
        booking = { daily_quota = 4, window = "5 working days", slot = "5 min" }
        start = { booked = [4] }
        stage = [{ name = "desk", desks = 1, service = "5 min" }]
        "#,
    );
    let sheet = Sheet::of(&text);
    assert_eq!(sheet.waits(), (0.0, 4.0), "who comes as another leaves does not wait");
    assert_eq!(sheet.read("station_delayed").numerator, 0.0);
    assert_eq!(sheet.minutes("station_use"), (20.0, 20.0));
    assert_eq!(sheet.minutes("station_overtime").0, 0.0);
}

#[test]
fn h03_five_at_once_before_two_desks() {
    let text = monday(
        "08:00-08:30",
        "",
        r#"
        booking = { daily_quota = 5, window = "5 working days", slot = "30 min" }
        start = { booked = [5] }
        stage = [{ name = "desk", desks = 2, service = "10 min" }]
        "#,
    );
    let sheet = Sheet::of(&text);
    assert_eq!(sheet.waits(), (40.0, 5.0), "0, 0, 10, 10 and 20 min");
    assert_eq!(sheet.read("station_delayed").numerator, 3.0);
    assert_eq!(sheet.minutes("station_use"), (50.0, 60.0));
    assert_eq!(sheet.minutes("station_overtime").0, 0.0, "all is done at 08:30");
    assert_eq!(sheet.column(Daily::Completed), [5]);
}

/// Three people due at 15:45, services of 10 min, closing at 16:00.
fn at_closing(rule: &str) -> Sheet {
    let rule = format!("at_closing = \"{rule}\"");
    Sheet::of(&monday(
        "15:45-16:00",
        &rule,
        r#"
        booking = { daily_quota = 3, window = "5 working days", slot = "15 min" }
        start = { booked = [3] }
        stage = [{ name = "desk", desks = 1, service = "10 min" }]
        "#,
    ))
}

#[test]
fn h05_start_only_what_can_finish() {
    let sheet = at_closing("start only what can finish");
    assert_eq!(sheet.column(Daily::Attended), [3]);
    assert_eq!(sheet.column(Daily::Completed), [1], "15:55 and 10 min is past closing");
    assert_eq!(sheet.waits(), (0.0, 1.0));
    assert_eq!(sheet.minutes("station_use"), (10.0, 15.0));
    assert_eq!(sheet.minutes("station_overtime").0, 0.0);
}

#[test]
fn h05_finish_the_service_begun() {
    let sheet = at_closing("finish the service begun");
    assert_eq!(sheet.column(Daily::Completed), [2], "the second is served until 16:05");
    assert_eq!(sheet.waits(), (10.0, 2.0));
    assert_eq!(sheet.minutes("station_use"), (15.0, 15.0));
    assert_eq!(sheet.minutes("station_overtime").0, 5.0);
}

#[test]
fn h05_serve_everyone_inside() {
    let sheet = at_closing("serve everyone inside");
    assert_eq!(sheet.column(Daily::Completed), [3], "the third is served until 16:15");
    assert_eq!(sheet.waits(), (30.0, 3.0));
    assert_eq!(sheet.minutes("station_use"), (15.0, 15.0));
    assert_eq!(sheet.minutes("station_overtime").0, 15.0);
}

#[test]
fn h07_a_lunch_break_does_not_interrupt_and_is_not_shifted() {
    let text = monday(
        "11:50-12:00, 13:00-14:00",
        "",
        r#"
        booking = { daily_quota = 2, window = "5 working days", slot = "10 min", last_slot = "12:00" }
        start = { booked = [2] }
        stage = [{ name = "desk", desks = 1, service = "20 min" }]
        "#,
    );
    let sheet = Sheet::of(&text);
    assert_eq!(sheet.waits(), (70.0, 2.0), "the second is called at 13:00");
    assert_eq!(sheet.minutes("station_use"), (30.0, 70.0));
    assert_eq!(sheet.minutes("station_overtime").0, 10.0, "the first takes until 12:10");
}

/// One file received on the first day, three working days processed and promised.
fn promise(start: &str, closed: &str) -> Sheet {
    promise_in(&format!("closed = [{closed}]"), start)
}

/// The same in a calendar.
fn promise_in(calendar: &str, start: &str) -> Sheet {
    Sheet::of(&format!(
        r#"
        channel = "app"
        run = {{ start = {start}, length = "10 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        calendar = {{ {calendar} }}
        demand = {{ per_day = 0 }}
        booking = {{ daily_quota = 1, window = "5 working days" }}
        start = {{ booked = [1] }}
        production = {{ per_week = "unlimited", processing = "3 working days", promise = "3 working days" }}
        "#
    ))
}

#[test]
fn h11_a_promise_over_a_long_weekend() {
    let sheet = promise("2026-04-02", "2026-04-03, 2026-04-06");
    let on_9_april = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0];
    assert_eq!(sheet.column(Daily::Produced), on_9_april);
    assert_eq!(sheet.column(Daily::ProducedWithinPromise), on_9_april);
}

#[test]
fn h13_a_promise_over_new_year() {
    let sheet = promise("2026-12-31", "2027-01-01");
    let on_6_january = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
    assert_eq!(sheet.column(Daily::Produced), on_6_january);
    assert_eq!(sheet.column(Daily::ProducedWithinPromise), on_6_january);
}

/// All requests come on one day of the week from a date on; 60 are served on each working day.
fn rush(start: &str, weekday_factors: &str) -> Sheet {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = {start}, length = "7 days", replications = 1 }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 21.4, weekday_factors = {weekday_factors} }}
        booking = {{ daily_quota = 60, window = "10 working days" }}
        "#
    );
    Sheet::with_requests(&text, 150)
}

#[test]
fn h15_a_rush_on_monday() {
    let sheet = rush("2026-06-08", "[7, 0, 0, 0, 0, 0, 0]");
    assert_eq!(sheet.column(Daily::Due), [0, 60, 60, 30, 0, 0, 0]);
    assert_eq!(sheet.read("lead_time_calendar_days").ratio(), Some(1.8));
    assert_eq!(sheet.read("lead_time_working_days").ratio(), Some(1.8));
    assert_eq!(sheet.read("lead_time_calendar_days_p90").ratio(), Some(3.0));
}

#[test]
fn h17_a_rush_before_the_weekend() {
    let sheet = rush("2026-06-11", "[0, 0, 0, 7, 0, 0, 0]");
    assert_eq!(sheet.column(Daily::Due), [0, 60, 0, 0, 60, 30, 0], "Friday, Monday, Tuesday");
    assert_eq!(sheet.read("lead_time_calendar_days").ratio(), Some(3.0));
    assert_eq!(sheet.read("lead_time_working_days").ratio(), Some(1.8));
}

#[test]
fn h19_weekly_production() {
    let sheet = Sheet::of(
        r#"
        channel = "walk-in"
        run = { start = 2026-01-05, length = "28 days", replications = 1 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        demand = { per_day = 0 }
        production = { per_week = 100, runs = "weekly" }
        start = { backlog = 250 }
        "#,
    );
    let produced = sheet.column(Daily::Produced);
    let fridays = [produced[4], produced[11], produced[18], produced[25]];
    assert_eq!(fridays, [100, 100, 50, 0]);
    assert_eq!(produced.iter().sum::<u32>(), 250, "nothing on other days");
    let runs_waited: u32 = (1..).zip(fridays).map(|(run, files)| run * files).sum();
    assert_eq!(f64::from(runs_waited) / 250.0, 1.8);
    let backlog = sheet.column(Daily::Backlog);
    assert_eq!([backlog[3], backlog[4], backlog[11], backlog[18]], [250, 150, 50, 0]);
}

/// The pattern of no-shows is one of chance, but what it frees is certain: nothing.
#[test]
fn h21_a_no_show_frees_nothing() {
    let sheet = Sheet::of(
        r#"
        channel = "app"
        run = { start = 2026-01-05, length = "3 days", replications = 1 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        demand = { per_day = 300 }
        persistence = { at_most_tries = 1 }
        booking = { daily_quota = 60, window = "1 working day", earliest = "same day", no_show = 0.25 }
        start = { booked = [60, 60] }
        "#,
    );
    assert_eq!(sheet.column(Daily::Due), [60, 60, 60]);
    let attended = sheet.column(Daily::Attended);
    assert!(attended.iter().all(|people| (30..60).contains(people)), "{attended:?}");
    let (booked, refused) = (sheet.column(Daily::Booked), sheet.column(Daily::RefusedByBook));
    assert_eq!(booked, [0, 60, 60], "on Monday both days are taken, though some do not come");
    assert_eq!(refused[0], sheet.column(Daily::Wishes)[0]);
}

/// One person a day, due at 08:00 and always 10 min early.
#[test]
fn who_comes_early_waits_for_the_doors_to_open_on_every_day() {
    let sheet = Sheet::of(
        r#"
        channel = "app"
        run = { start = 2026-01-05, length = "5 days", replications = 1 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        demand = { per_day = 100 }
        booking = { daily_quota = 1, window = "1 working day" }
        visit = { punctuality = "-10 min" }
        stage = [{ name = "desk", desks = 1, service = "5 min" }]
        "#,
    );
    assert_eq!(sheet.column(Daily::Attended), [0, 1, 1, 1, 1]);
    assert_eq!(sheet.waits(), (40.0, 4.0), "10 min each");
    assert_eq!(sheet.minutes("station_overtime").0, 0.0);
}

/// A book that has room today for all who ask.
#[test]
fn who_books_for_the_same_day_comes_on_the_same_day() {
    let sheet = Sheet::of(
        r#"
        channel = "app"
        run = { start = 2026-01-05, length = "5 days", replications = 1 }
        office = { hours = { mon-fri = "08:00-16:00" } }
        demand = { per_day = 20, hour_weights = [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
        booking = { daily_quota = 100, window = "5 working days", earliest = "same day" }
        "#,
    );
    let wishes = sheet.column(Daily::Wishes);
    assert_eq!(sheet.column(Daily::Booked), wishes);
    assert_eq!(sheet.column(Daily::LeadWorkingDays), [0; 5]);
    assert_eq!(sheet.column(Daily::Attended), wishes);
    assert_eq!(sheet.column(Daily::BookedAhead), [0; 5], "nobody is booked for days to come");
}

/// Open day and night, but not on Wednesday.
#[test]
fn nobody_is_served_on_a_closed_day_of_an_office_that_never_sleeps() {
    let sheet = Sheet::of(
        r#"
        channel = "walk-in"
        run = { start = 2026-01-05, length = "5 days", replications = 1 }
        office = { hours = "always" }
        calendar = { closed = [2026-01-07] }
        demand = { per_day = 100 }
        stage = [{ name = "desk", desks = 1, service = "1 min" }]
        "#,
    );
    let attended = sheet.column(Daily::Attended);
    assert_eq!(attended[2], 0, "{attended:?}");
    assert_eq!(sheet.minutes("station_use").1, 4.0 * 24.0 * 60.0, "four days of open time");
}
