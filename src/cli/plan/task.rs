//! What a plan is to turn, from the command line and the scenario, and the scenarios of all values.

use std::collections::BTreeSet;

use crate::cli::arguments::PlanRequest;
use crate::cli::lever::ladder;
use crate::cli::note;
use crate::experiment::Ladder;
use crate::office::Plan;
use crate::report::planning::Role;
use crate::scenario::{Lever, Planning, Prefer, Scenario};
use crate::statistics::Level;

const AT_MOST: u32 = 1000;
/// Values of the reverse question at most.
const MOST_REVERSE: u32 = 1_000;
/// Pairs of two levers' values at most: each is a scenario of its own.
const MOST_PAIRS: usize = 5_000;
const QUOTA: &str = "booking.daily_quota";
const PRODUCTION: &str = "production.per_week";

/// What is to be turned, and how sure the answer is to be.
#[derive(Clone, Debug)]
pub struct Task {
    pub levers: Vec<Lever>,
    pub prefer: Vec<Prefer>,
    pub confidence: Level,
    pub at_most: u32,
}

/// A lever with the scenarios of its values, and what it is turned for.
pub struct Turned {
    pub lever: Lever,
    pub ladder: Ladder,
    pub prefer: Prefer,
    pub role: Role,
}

/// What the command line says, and the scenario where it does not.
///
/// # Errors
/// In words, where there is nothing to turn or nothing to reach, or too much.
pub fn task(request: &PlanRequest, scenario: &Scenario) -> Result<Task, String> {
    let Planning { levers, prefer, confidence, at_most_replications } =
        &scenario.references.planning;
    let levers = if request.levers.is_empty() { levers } else { &request.levers };
    let asked: Vec<Prefer> = request.prefer.iter().map(|choice| Prefer::from(*choice)).collect();
    let prefer = if asked.is_empty() && request.levers.is_empty() { prefer } else { &asked };
    let name = &scenario.name;
    let values: usize = levers.iter().map(|lever| lever.values.len()).product();
    match levers.len() {
        0 => {
            let example = "--lever booking.daily_quota=20..120";
            return Err(format!("{name} says nothing to turn: give `{example}`, or a `[plan]`"));
        }
        1 | 2 if values <= MOST_PAIRS => {}
        1 | 2 => {
            return Err(format!("{values} values are too many: at most {MOST_PAIRS} are tried"));
        }
        many => return Err(format!("{many} levers are too many: plan with one or two at a time")),
    }
    if levers.len() < prefer.len() {
        return Err("there are more `--prefer` than levers: write one for each".to_string());
    }
    if scenario.references.targets.is_empty() {
        let target = "a `[[target]]` with `measure` and `at_least` or `at_most`";
        return Err(format!("{name} says nothing to reach: add {target}"));
    }
    if request.by.is_some() && levers.iter().any(|lever| lever.key != QUOTA) {
        return Err(format!("`--by week` proposes quotas: its lever is `{QUOTA}`"));
    }
    let confidence = request.confidence.or(*confidence);
    let confidence = confidence.map_or(Ok(Level::NINETY_FIVE), Level::new);
    let confidence = confidence.map_err(|error| error.to_string())?;
    let which = |place: usize| prefer.get(place).copied().unwrap_or(Prefer::Largest);
    Ok(Task {
        prefer: (0..levers.len()).map(which).collect(),
        levers: levers.clone(),
        confidence,
        at_most: request.at_most.or(*at_most_replications).unwrap_or(AT_MOST),
    })
}

impl Task {
    /// The scenarios of all values; nothing if one of them cannot be, which is shown.
    pub fn turned(&self, request: &PlanRequest, scenario: &Scenario) -> Option<Vec<Turned>> {
        let seed = request.playing.seed;
        let turn = |lever: &Lever, prefer: Prefer, (also, role): (Option<String>, Role)| {
            let settings: Vec<String> = request.settings.iter().cloned().chain(also).collect();
            let how = (settings.as_slice(), seed);
            let ladder = ladder(&request.scenario, how, (lever, scenario))?;
            Some(Turned { lever: lever.clone(), ladder, prefer, role })
        };
        if let [first, second] = self.levers.as_slice() {
            let pair = |place: usize| {
                let role = Role::Pair {
                    key: second.key.clone(),
                    value: second.values[place].clone(),
                    prefer: self.prefer[1],
                };
                turn(first, self.prefer[0], (Some(second.setting(place)), role))
            };
            return (0..second.values.len()).map(pair).collect();
        }
        if request.by.is_some() {
            return self.week(request, scenario, &[]).map(|week| vec![week]);
        }
        let main = turn(&self.levers[0], self.prefer[0], (None, Role::Wanted))?;
        let mut turned = vec![main];
        if let Some((lever, prefer)) = reverse(&self.levers[0], scenario) {
            turned.push(turn(&lever, prefer, (None, Role::Reverse))?);
        }
        Some(turned)
    }
}

impl Task {
    /// The scenarios of all quotas of the next kind of weeks: of all weeks where none has one yet,
    /// then of those that are short, by their working days.
    pub fn week(
        &self,
        request: &PlanRequest,
        scenario: &Scenario,
        found: &[(u32, String)],
    ) -> Option<Turned> {
        let how = (request, scenario);
        let lever = &self.levers[0];
        let Some(((_, full), short)) = found.split_first() else {
            return self.weeks_of(how, (lever.clone(), Vec::new()), Role::Wanted);
        };
        let lengths = week_lengths(scenario);
        let days = lengths.into_iter().find(|days| found.iter().all(|(of, _)| of != days))?;
        let known: String =
            short.iter().map(|(days, quota)| format!("{days} = {quota}, ")).collect();
        let values = lever.values.iter().map(|quota| format!("{{ {known}{days} = {quota} }}"));
        let lever = Lever {
            key: "booking.short_weeks".to_string(),
            values: values.collect(),
            text: lever.text.clone(),
        };
        let also = vec![format!("{QUOTA}={full}")];
        self.weeks_of(how, (lever, also), Role::Week { days })
    }

    fn weeks_of(
        &self,
        (request, scenario): (&PlanRequest, &Scenario),
        (lever, also): (Lever, Vec<String>),
        role: Role,
    ) -> Option<Turned> {
        let settings: Vec<String> = request.settings.iter().cloned().chain(also).collect();
        let how = (settings.as_slice(), request.playing.seed);
        let ladder = ladder(&request.scenario, how, (&lever, scenario))?;
        // The values are told as the quotas that they are.
        let lever = Lever { values: self.levers[0].values.clone(), ..lever };
        Some(Turned { lever, ladder, prefer: self.prefer[0], role })
    }
}

/// How many working days weeks of the run have, the longest first.
pub fn week_lengths(scenario: &Scenario) -> Vec<u32> {
    let plan = Plan::new(scenario.clone());
    let days = plan.measured_dates().map(|(day, _)| plan.calendar().working_in_week(day));
    let lengths: BTreeSet<u32> = days.filter(|days| 0 < *days).collect();
    lengths.into_iter().rev().collect()
}

/// The question asked from the other side: the production that today's quota needs, or the quota
/// that today's production supports. Values around today's.
fn reverse(lever: &Lever, scenario: &Scenario) -> Option<(Lever, Prefer)> {
    let per_week = scenario.production.as_ref()?.per_week?;
    let quotas = scenario.booking.as_ref()?.daily_quota;
    let quota = quotas.into_iter().filter(|quota| 0 < *quota).max()?;
    let around = |key: &str, today: u32| {
        let (from, to) = (today / 2, today.saturating_mul(2));
        let step = (to - from).div_ceil(MOST_REVERSE).max(1);
        // Today's value is one of them.
        let from = today - (today - from) / step * step;
        format!("{key}={from}..{to}:{step}").parse::<Lever>()
    };
    let (lever, prefer) = match lever.key.as_str() {
        QUOTA => (around(PRODUCTION, per_week), Prefer::Smallest),
        PRODUCTION => (around(QUOTA, quota), Prefer::Largest),
        _ => return None,
    };
    lever.inspect_err(|message| note(&format!("{message}\n"))).ok().map(|lever| (lever, prefer))
}
