//! An office whose largest quota is known exactly: a book that is always full, people who do not
//! come by chance, and one production run a week.

use antrean::experiment::{Ladder, PlanResult, PlanRules, Settings, find_value};
use antrean::scenario::{Prefer, Scenario};
use antrean::statistics::Level;

/// Share of those booked that do not come.
const NO_SHOW: f64 = 0.5;
/// Passports that one week makes.
const CAPACITY: usize = 66;
/// The mean backlog at the end of a week that is allowed.
pub const ALLOWED: f64 = 8.0;
/// Quotas that are tried.
pub const QUOTAS: std::ops::RangeInclusive<u32> = 16..=34;

/// Some weeks of the office with a quota, for a seed.
fn office(quota: u32, (seed, weeks): (u64, u32)) -> Scenario {
    let text = format!(
        r#"
        channel = "app"
        run = {{ start = 2026-01-05, length = "{weeks} weeks", warm_up = "16 weeks", replications = 1, seed = {seed} }}
        office = {{ hours = {{ mon-fri = "08:00-16:00" }} }}
        demand = {{ per_day = 50 }}
        booking = {{ daily_quota = {quota}, window = "1 working day", no_show = {NO_SHOW} }}
        persistence = {{ at_most_tries = 1 }}
        production = {{ per_week = {CAPACITY}, runs = "weekly", processing = "0 working days" }}
        target = [{{ measure = "backlog_at_week_end", at_most = {ALLOWED}, tolerance = 0.5 }}]
        "#
    );
    let (scenario, findings) = Scenario::parse("weekly", &text);
    let plain = antrean::scenario::reading::Colour::Plain;
    scenario.unwrap_or_else(|| panic!("{}", findings.render(plain)))
}

/// What a plan finds for a seed, in runs of so many weeks.
pub fn planned(seed: u64, weeks: u32, threads: usize) -> PlanResult {
    let ladder = Ladder {
        scenarios: QUOTAS.map(|quota| office(quota, (seed, weeks))).collect(),
        today: None,
    };
    let rules =
        PlanRules { confidence: Level::NINETY_FIVE, at_most: 2000, prefer: Prefer::Largest };
    let settings = Settings { threads, level: Level::NINETY_FIVE };
    find_value(&ladder, rules, (settings, &())).expect("applicants add up")
}

/// The quota that a plan finds.
pub fn found(planned: &PlanResult) -> Option<u32> {
    planned.chosen.map(|place| QUOTAS.start() + place as u32)
}

/// The largest quota whose exact mean backlog is allowed.
pub fn exact() -> u32 {
    let holds = |quota: &u32| mean_backlog(*quota).is_some_and(|mean| mean <= ALLOWED);
    QUOTAS.filter(holds).max().expect("some quota will do")
}

/// The stationary mean of `max(backlog + files - capacity, 0)` where the files of a week are
/// binomial (Lindley 1952, on whole numbers); none where they are more than the capacity.
pub fn mean_backlog(quota: u32) -> Option<f64> {
    const LARGEST: usize = 600;
    let booked = 5 * quota as usize;
    if CAPACITY as f64 <= booked as f64 * (1.0 - NO_SHOW) {
        return None;
    }
    let files = binomial(booked, 1.0 - NO_SHOW);
    let mut backlog = vec![0.0; LARGEST + 1];
    backlog[0] = 1.0;
    let mean = |of: &[f64]| of.iter().enumerate().map(|(files, p)| files as f64 * p).sum::<f64>();
    loop {
        let mut next = vec![0.0; LARGEST + 1];
        for (waiting, share) in backlog.iter().enumerate().filter(|(_, share)| 1e-18 < **share) {
            for (come, probability) in files.iter().enumerate() {
                let left = (waiting + come).saturating_sub(CAPACITY).min(LARGEST);
                next[left] += share * probability;
            }
        }
        let change = (mean(&next) - mean(&backlog)).abs();
        backlog = next;
        if change < 1e-9 {
            return Some(mean(&backlog));
        }
    }
}

fn binomial(trials: usize, probability: f64) -> Vec<f64> {
    let mut law = vec![1.0];
    for _ in 0..trials {
        let mut next = vec![0.0; law.len() + 1];
        for (successes, share) in law.iter().enumerate() {
            next[successes] += share * (1.0 - probability);
            next[successes + 1] += share * probability;
        }
        law = next;
    }
    law
}
