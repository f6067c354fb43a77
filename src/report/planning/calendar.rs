//! A quota for each week, by the working days it has.

use std::collections::BTreeMap;

use crate::office::Plan;
use crate::report::planning::{Planned, Role};
use crate::time::{Date, shifted};

/// Quotas by week.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotaCalendar {
    /// By working days, the quota of a day, the longest weeks first.
    pub by_length: Vec<(u32, u32)>,
    pub weeks: Vec<QuotaWeek>,
}

/// One week of the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuotaWeek {
    pub monday: Date,
    /// Of the week within the run.
    pub working_days: u32,
    /// Places a day.
    pub quota: u32,
}

/// The quotas that a plan by week found; none where it was no such plan.
pub fn calendar(planned: &Planned) -> Option<QuotaCalendar> {
    let is_week = |role: &Role| matches!(role, Role::Week { .. });
    planned.answers.iter().find(|answer| is_week(&answer.role))?;
    let quota = |place: usize, answer: &super::Answer| answer.lever.values[place].parse().ok();
    let full = planned.answers.iter().find(|answer| answer.role == Role::Wanted)?;
    let full: u32 = quota(full.result.chosen?, full)?;
    let mut short: BTreeMap<u32, u32> = BTreeMap::new();
    for answer in &planned.answers {
        if let Role::Week { days } = answer.role {
            let own = answer.result.chosen.and_then(|chosen| quota(chosen, answer));
            short.insert(days, own.unwrap_or(full));
        }
    }
    let plan = Plan::new(planned.scenario.clone());
    let calendar = plan.calendar();
    let mut weeks: BTreeMap<Date, QuotaWeek> = BTreeMap::new();
    for (day, date) in plan.measured_dates() {
        let monday = shifted(date, -(calendar.weekday(day) as i64));
        let length = calendar.working_in_week(day);
        let quota = short.get(&length).copied().unwrap_or(full);
        let week = weeks.entry(monday).or_insert(QuotaWeek { monday, working_days: 0, quota });
        week.working_days += u32::from(calendar.is_working(day));
        if 0 < length {
            week.quota = quota;
        }
    }
    let longest = (1..=7).rev().find(|days| !short.contains_key(days) && has(&plan, *days));
    let short = short.into_iter().rev();
    let by_length = longest.map(|days| (days, full)).into_iter().chain(short).collect();
    Some(QuotaCalendar { by_length, weeks: weeks.into_values().collect() })
}

fn has(plan: &Plan, length: u32) -> bool {
    plan.measured_dates().any(|(day, _)| plan.calendar().working_in_week(day) == length)
}

impl QuotaCalendar {
    /// Places of all weeks together.
    pub fn places(&self) -> u32 {
        self.weeks.iter().map(|week| week.working_days * week.quota).sum()
    }

    /// Places if every week had the quota of the longest.
    pub fn places_alike(&self) -> u32 {
        let quota = self.by_length.first().map_or(0, |(_, quota)| *quota);
        self.weeks.iter().map(|week| week.working_days * quota).sum()
    }

    /// What to write into a scenario.
    pub fn keys(&self) -> String {
        let Some(((_, full), short)) = self.by_length.split_first() else { return String::new() };
        let one = |(days, quota): &(u32, u32)| format!("{days} = {quota}");
        let short: Vec<String> = short.iter().map(one).collect();
        format!("daily_quota = {full}, short_weeks = {{ {} }}", short.join(", "))
    }
}
