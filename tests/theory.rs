//! Offices whose long run is known exactly, simulated through the scenarios in `scenarios/theory`.
//!
//! Each test prints how many standard errors a figure lies from theory (`--nocapture`). Of the
//! cases in `reference/theory.json` the language cannot express: patience in line (T16), rework at
//! the same desk (T21), outages within a day (T23), priorities (T27) and runs that end with a
//! number of customers (T34).

#[path = "theory/check.rs"]
mod check;
#[path = "theory/known.rs"]
mod known;
#[path = "support/playing.rs"]
mod playing;
#[path = "support/ready.rs"]
mod ready;

use check::{Exact, Grows, Size, Spread, case, exact, exact_at, long};
use known::{book, erlang_c, spread_of_use, theory};

/// Twenty runs, where the spread of a figure is estimated from them.
fn many(days: u32) -> Size {
    Size { days, replications: 20, grows: Grows::Days }
}

/// The wait before an only stage and how many have to wait, as a case of `theory.json` knows them.
fn waits(id: &str) -> Vec<Exact> {
    let known = theory(id);
    let spread = |key| known.spread(key);
    vec![
        exact_at("desk", "station_wait", known.value("mean_wait"), spread("mean_wait")),
        exact_at("desk", "station_delayed", known.value("P_wait_gt_0"), spread("P_wait_gt_0")),
    ]
}

fn single_desk() -> Vec<Exact> {
    let known = theory("T01");
    let over_30 = 0.8 * (-1.5_f64).exp();
    let mut exacts = waits("T01");
    exacts.extend([
        exact_at("desk", "station_use", known.value("rho"), spread_of_use(12.0, 32.0, 1.0)),
        // The spread of a tail grows towards its middle: that of 20 min bounds that of 30 min.
        exact("long_waits", over_30, known.spread("P_wait_gt_20")),
        // Histograms are within 0.8 %, the quantile strays by another 1.4 %.
        exact_at(
            "desk",
            "station_wait_p90",
            known.value("wait_quantile_0.9"),
            Spread::Within(0.08),
        ),
    ]);
    exacts
}

#[test]
fn one_desk_with_exponential_service() {
    case("mm1", &[], long(1000), single_desk()).agrees();
}

#[test]
fn one_desk_with_constant_service() {
    let mut exacts = waits("T05");
    exacts.push(exact_at("desk", "station_use", 0.8, spread_of_use(12.0, 16.0, 1.0)));
    case("md1", &[], long(750), exacts).agrees();
}

#[test]
fn one_desk_with_widely_scattered_service() {
    let service = "stage.desk.service={ lognormal = { mean = \"4 min\", cv = 1.5 } }";
    case("mm1", &[service], long(1000), waits("T06")).agrees();
}

#[test]
fn three_desks_with_exponential_service() {
    let (per_hour, service, desks) = (13.5, 12.0, 3.0);
    let load = per_hour * service / 60.0;
    let delayed = erlang_c(3, load);
    let wait = delayed * service / (desks - load);
    let second_moment = 2.0 * service * service;
    let exacts = vec![
        exact_at("desk", "station_wait", wait, Spread::Seen),
        exact_at("desk", "station_delayed", delayed, Spread::Seen),
        exact_at(
            "desk",
            "station_use",
            load / desks,
            spread_of_use(per_hour, second_moment, desks),
        ),
    ];
    case("mm3", &[], many(2000), exacts).agrees();
}

#[test]
fn three_desks_with_constant_service() {
    let settings = ["demand.per_hour=15", "stage.desk.service=\"10 min\""];
    case("mm3", &settings, long(600), waits("T11")).agrees();
}

#[test]
fn three_stages_one_after_the_other() {
    let known = theory("T19");
    let at = |stage, key| exact_at(stage, "station_wait", known.value(key), known.spread(key));
    let exacts = vec![
        at("photo", "photo_mean_wait"),
        at("fingerprints", "fingerprints_mean_wait"),
        at("interview", "interview_mean_wait"),
        exact("waiting", known.value("mean_total_wait"), known.spread("mean_total_wait")),
    ];
    case("tandem", &[], long(750), exacts).agrees();
}

/// Appointments every 5 min, day and night: D/M/1. The book of the start brings all customers.
#[test]
fn appointments_at_equal_distances() {
    let days = 60;
    let booked = format!("start.booked={:?}", vec![288; days as usize]);
    let settings = [
        "office.hours=always",
        "booking.daily_quota=288",
        "booking.slot=\"5 min\"",
        "stage.desk.desks=1",
        "stage.desk.service={ exponential = { mean = \"4 min\" } }",
        &booked,
    ];
    let size = Size { days, replications: 90, grows: Grows::Replications };
    case("office-day", &settings, size, waits("T12")).agrees();
}

#[test]
fn a_day_of_appointments() {
    for (show, minutes) in [(1.0, 15.0), (0.8, 15.0), (1.0, 12.0)] {
        let known = book("F2", &[("show_prob", show), ("mean_service_min", minutes)]);
        let settings = [
            format!("booking.no_show={:.1}", 1.0 - show),
            format!("stage.desk.service={{ exponential = {{ mean = \"{minutes} min\" }} }}"),
        ];
        let size = Size { days: 1, replications: 10_000, grows: Grows::Replications };
        let exacts = vec![
            exact_at("desk", "station_wait", known.value("mean_wait"), Spread::Seen),
            exact_at("desk", "station_delayed", known.value("p_wait"), Spread::Seen),
        ];
        case("office-day", &settings.each_ref().map(String::as_str), size, exacts).agrees();
    }
}

/// Lead, use of the quota, third appointment and losses of a book of 60 a day and 5 days.
fn book_of_60(requests: f64) -> Vec<Exact> {
    let known = book("A", &[("lam", requests), ("W", 5.0)]);
    let of = |measure, key| exact(measure, known.value(key), known.spread(key));
    let third = known.value("mean_third_next_available_lead_start_of_day");
    vec![
        of("lead_time_working_days", "mean_lead_working_days"),
        of("quota_booked", "quota_utilisation"),
        // A mean lead is a sum of tails that rise together: its spread bounds that of each.
        exact(
            "booked_within_target",
            known.value("share_lead_le_1"),
            known.spread("mean_lead_working_days"),
        ),
        exact("third_available", third, Spread::Seen),
    ]
}

const TARGET: &str = "booking.target=\"1 working day\"";

#[test]
fn a_book_with_57_requests_for_60_places() {
    let mut exacts = book_of_60(57.0);
    exacts.push(exact("turned_away", 0.0, Spread::PerDay(0.0)));
    case("book-57", &[TARGET], long(2500), exacts).agrees();
}

#[test]
fn a_book_with_59_requests_for_60_places() {
    let mut exacts = book_of_60(59.0);
    let known = book("A", &[("lam", 59.0), ("W", 5.0)]);
    exacts.push(exact("turned_away", known.value("loss_fraction"), known.spread("loss_fraction")));
    case("book-59", &[TARGET, "run.warm_up=\"400 days\""], many(2000), exacts).agrees();
}

/// The book is full to the end of its window: the lead shows the window, the losses the quota.
#[test]
fn a_book_with_63_requests_for_60_places() {
    let mut exacts = book_of_60(63.0);
    exacts.retain(|exact| exact.measure.starts_with("lead_time"));
    let known = book("A", &[("lam", 63.0), ("W", 5.0)]);
    let third = known.value("mean_third_next_available_lead_start_of_day");
    exacts.extend([
        exact("turned_away", known.value("loss_fraction"), known.spread("loss_fraction")),
        exact("third_available", third, Spread::Seen),
    ]);
    case("book-57", &["demand.per_day=63"], long(1000), exacts).agrees();
}

/// Requests that may use a place of the same day are served one day sooner.
#[test]
fn a_book_that_serves_the_same_day() {
    let known = theory("T35");
    let delay = |key| match known.spread(key) {
        Spread::PerCustomer(of_days) => Spread::PerDay(of_days),
        other => other,
    };
    let exacts = vec![
        exact("lead_time_calendar_days", known.value("mean_delay_days"), delay("mean_delay_days")),
        exact("booked_within_target", known.value("P_same_day"), delay("P_same_day")),
    ];
    let settings = [
        "booking.earliest=\"same day\"",
        "booking.window=\"20 working days\"",
        "booking.target=\"0 working days\"",
        // Before the first slot, so that every place of the day is still to come.
        "demand.hour_weights=[1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
    ];
    case("book-57", &settings, long(2500), exacts).agrees();
}

#[test]
fn a_book_whose_requests_come_in_waves_or_families() {
    let wave = "demand.counts={ negative_binomial = { variance_to_mean = 2 } }";
    let families = "demand.family_sizes=[0.55, 0.2, 0.12, 0.08, 0.05]";
    let (waves, split) = (vec![wave], vec![families, "booking.families=\"may split\""]);
    let dispersions = [(2.0, waves), (2.63829787, split)];
    for (dispersion, mut settings) in dispersions {
        let known = book("B", &[("mean", 57.0), ("index_of_dispersion", dispersion)]);
        let of = |measure, key| exact(measure, known.value(key), known.spread(key));
        let exacts = vec![
            of("lead_time_working_days", "mean_lead_working_days"),
            of("quota_booked", "quota_utilisation"),
        ];
        settings.push("booking.window=\"10 working days\"");
        case("book-57", &settings, long(2500), exacts).agrees();
    }
}

/// Who does not come leaves a gap in the quota: the rest of a Poisson stream is a Poisson stream.
#[test]
fn a_book_with_no_shows() {
    let known = book("C1", &[("lam", 57.0), ("no_show_prob", 0.2)]);
    let attended = known.value("mean_attended_per_day");
    let share = known.value("attended_share_of_quota");
    let exacts = vec![exact("quota_attended", share, Spread::PerDay(attended.sqrt() / 60.0))];
    case("book-57", &["booking.no_show=0.2"], long(2000), exacts).agrees();
}

/// A week's 300 places are released on Friday; all requests come on the Saturday after it.
#[test]
fn a_book_released_once_a_week() {
    let known = book("R", &[("requests_per_week_poisson", 285.0)]);
    let known = [
        exact("turned_away", known.value("loss_fraction"), Spread::Seen),
        exact("quota_booked", known.value("slots_used_fraction"), Spread::Seen),
    ];
    let settings = [
        "office.hours={ mon-fri = \"08:00-16:00\" }",
        "booking.release={ weekly = \"fri 14:00\" }",
        "demand.per_day=40.714285714285715",
        "demand.weekday_factors=[0, 0, 0, 0, 0, 7, 0]",
    ];
    case("book-57", &settings, many(1400), known.into()).agrees();
}

#[test]
fn walk_ins_under_a_daily_cap() {
    for (per_day, cap) in [(3.0, 5), (5.0, 8)] {
        let known = book("P", &[("walkins_per_day_poisson", per_day)]);
        let settings = [
            format!("demand.per_hour={}", per_day / 24.0),
            format!("walk_in.daily_cap={cap}"),
            "persistence.at_most_tries=1".to_string(),
        ];
        let exacts = vec![exact("turned_away", known.value("turned_away_fraction"), Spread::Seen)];
        case("mm1", &settings.each_ref().map(String::as_str), many(2000), exacts).agrees();
    }
}

/// A file waits for the end of its week, 3 days on average, and 7 days for each week it is late.
#[test]
fn production_once_a_week() {
    let known = book("D1", &[("mean_input", 291.0)]);
    let ready = 3.0 + 7.0 * known.value("mean_weeks_late");
    let exacts = vec![
        exact("backlog_at_week_end", known.value("mean_backlog_week_end"), Spread::Seen),
        exact("interview_to_ready", ready, Spread::Seen),
    ];
    let settings = ["run.warm_up=\"210 days\"", "run.follow_up=\"28 days\""];
    case("weekly-production", &settings, many(2800), exacts).agrees();
}

/// As above; theory counts from the hour of arrival, which is half a day into its day on average.
#[test]
fn production_once_a_week_with_less_to_do() {
    let known = theory("T38");
    let key = "mean_wait_days_until_run";
    let exacts = vec![
        exact("interview_to_ready", known.value(key) - 0.5, known.spread(key)),
        exact("backlog_at_week_end", known.value("mean_left_after_run"), Spread::Seen),
    ];
    let settings = ["run.warm_up=\"210 days\"", "demand.per_day=40.714285714285715"];
    case("weekly-production", &settings, many(2800), exacts).agrees();
}

/// The checks are worth something only if they notice what is wrong.
#[test]
fn a_slower_desk_is_noticed() {
    let slower = "stage.desk.service={ exponential = { mean = \"4.2 min\" } }";
    let defect = case("mm1", &[slower], long(40), single_desk());
    defect.is_caught_by(&["station_wait", "station_delayed", "station_use", "station_wait_p90"]);
}

#[test]
fn another_law_of_the_same_mean_is_noticed() {
    let service = "stage.desk.service={ lognormal = { mean = \"4 min\", cv = 0.5 } }";
    case("md1", &[service], long(40), waits("T05")).is_caught_by(&["station_wait"]);
}

#[test]
fn a_quota_of_61_is_noticed() {
    let defect = case("book-57", &[TARGET, "booking.daily_quota=61"], long(500), book_of_60(57.0));
    defect.is_caught_by(&["lead_time_working_days", "quota_booked", "booked_within_target"]);
}

#[test]
fn half_a_period_lost_is_noticed() {
    let key = "mean_wait_days_until_run";
    let known = theory("T38");
    let exacts = vec![exact("interview_to_ready", known.value(key) - 3.5, known.spread(key))];
    let settings = ["run.warm_up=\"70 days\"", "demand.per_day=40.714285714285715"];
    case("weekly-production", &settings, many(70), exacts).is_caught_by(&["interview_to_ready"]);
}
