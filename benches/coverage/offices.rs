//! The offices whose figures are tried for coverage.

/// The first 25 people of a day before one desk, empty at first: one comes in a minute on average,
/// and a service takes so many seconds on average.
pub fn queue(seconds: u32) -> String {
    format!(
        r#"
        channel = "walk-in"
        run = {{ start = 2026-01-05, length = "1 day" }}
        office = {{ hours = "always" }}
        demand = {{ per_hour = 60 }}
        persistence = {{ at_most_tries = 1 }}
        walk_in = {{ daily_cap = 25 }}
        stage = [{{ name = "desk", desks = 1, service = {{ exponential = {{ mean = "{seconds} s" }} }} }}]
        "#
    )
}

/// One desk day and night at load 0.8, from the third day on, for one day.
pub fn desk() -> String {
    r#"
    channel = "walk-in"
    run = { start = 2026-01-05, length = "1 day", warm_up = "2 days", follow_up = "1 day" }
    office = { hours = "always" }
    demand = { per_hour = 12 }
    stage = [{ name = "desk", desks = 1, service = { exponential = { mean = "4 min" } } }]
    "#
    .to_string()
}

/// The wait of a single desk at load 0.8 with a mean service of 4 min that nine in ten do not
/// exceed, in the long run: the tail is `0.8 exp(-t / 20 min)`.
pub fn long_run_p90() -> f64 {
    20.0 * f64::ln(0.8 / 0.1)
}

/// A book that is nearly always full and whose people do not all come, before a production that now
/// and then falls short of them.
pub fn files() -> String {
    r#"
    channel = "app"
    run = { start = 2026-01-05, length = "12 weeks", warm_up = "4 weeks", follow_up = "4 weeks" }
    office = { hours = { mon-fri = "08:00-16:00" } }
    demand = { per_day = 16 }
    persistence = { at_most_tries = 1 }
    booking = { daily_quota = 20, window = "5 working days", no_show = 0.2 }
    production = { per_week = 81, processing = "3 working days", promise = "3 working days" }
    "#
    .to_string()
}
