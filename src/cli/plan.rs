//! `antrean plan`: the value of a lever that reaches all targets.

mod task;

use std::path::{Path, PathBuf};

use crate::cli::arguments::{ByChoice, PlanRequest};
use crate::cli::language;
use crate::cli::load::{Loaded, load};
use crate::cli::machine::{threads, width};
use crate::cli::plan::task::{Task, Turned, task, week_lengths};
use crate::cli::progress::Progress;
use crate::cli::results::{default_folder, end_of, file_name, manifest, place, typed, write};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{PlanRules, RunError, Settings, Size, Watch, find_value, size};
use crate::office::Plan;
use crate::report::planning::{self, Answer, Planned, Role};
use crate::report::{Destination, Manifest};
use crate::scenario::Scenario;
use crate::statistics::Level;

/// Finds the value of a lever that reaches the targets of a scenario.
pub fn plan(request: &PlanRequest) -> End {
    let paths = std::slice::from_ref(&request.scenario);
    let Some(mut loaded) = load(paths, &request.settings) else { return End::Refused };
    let Loaded { scenario, .. } = &mut loaded[0];
    scenario.run.seed = request.playing.seed.unwrap_or(scenario.run.seed);
    let scenario = scenario.clone();
    let task = match task(request, &scenario) {
        Ok(task) => task,
        Err(message) => return refuse(&message),
    };
    let Some(turned) = task.turned(request, &scenario) else { return End::Refused };
    let size = least_size(&scenario, &turned, &task);
    if let Some(message) = request.manner.refusal(&size) {
        return refuse(&message);
    }
    let command = command(request, &task, typed);
    let kind = format!("Plan {command}");
    let manifest = manifest(&kind, in_language(command), Level::NINETY_FIVE, &loaded);
    let path = request.output.clone().unwrap_or_else(|| folder(&scenario));
    let existing = request.manner.existing();
    match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => {
            let turned = (&task, turned);
            search_and_write((request, scenario), turned, manifest, (&destination, &path))
        }
        Err(error) => end_of(&error),
    }
}

/// What the ends of each lever take at least: as many replications as a first look has.
fn least_size(scenario: &Scenario, turned: &[Turned], task: &Task) -> Size {
    let mut scenario = scenario.clone();
    let looks = 2 * turned.len().max(1) as u32;
    scenario.run.replications = task.at_most.min(20).saturating_mul(looks);
    size(&[Plan::new(scenario)])
}

fn search_and_write(
    (request, scenario): (&PlanRequest, Scenario),
    (task, turned): (&Task, Vec<Turned>),
    manifest: Manifest,
    (destination, path): (&Destination, &Path),
) -> End {
    let progress = Progress::new(0, request.manner.quietness());
    let threads = threads(request.playing.threads);
    let settings = Settings { threads, level: Level::NINETY_FIVE };
    let how = (settings, &progress as &dyn Watch);
    let answers = match request.by {
        None => search(task, turned, how),
        Some(ByChoice::Week) => search_weeks((request, &scenario), (task, turned), how),
    };
    progress.finish();
    let answers = match answers {
        Ok(answers) => answers,
        Err(error) => return fail(&error.to_string()),
    };
    let planned =
        Planned { scenario, answers, confidence: task.confidence.value(), at_most: task.at_most };
    let command = in_language(command(request, task, file_name));
    let files = planning::files(&planned, (&manifest, command));
    match write(files, manifest, destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => end(&planned),
        Ok(()) => {
            let place = place(path);
            match show(&(planning::summary(&planned, width()) + &place)) {
                End::Done => end(&planned),
                other => other,
            }
        }
    }
}

/// A plan that cannot be met misses its targets.
fn end(planned: &Planned) -> End {
    if planned.is_met() { End::Done } else { End::Missed }
}

/// Searches along each lever; the error that the confidence leaves is shared among them.
fn search(
    task: &Task,
    turned: Vec<Turned>,
    (settings, watch): (Settings, &dyn Watch),
) -> Result<Vec<Answer>, RunError> {
    let confidence = task.confidence.of_each(turned.len());
    let mut answers = Vec::new();
    for Turned { lever, ladder, prefer, role } in turned {
        let rules = PlanRules { confidence, at_most: u64::from(task.at_most), prefer };
        let result = find_value(&ladder, rules, (settings, watch))?;
        answers.push(Answer { lever, prefer, role, today: ladder.today, result });
    }
    Ok(answers)
}

/// Searches the quota of all weeks, then those of short weeks, one kind after the other.
fn search_weeks(
    (request, scenario): (&PlanRequest, &Scenario),
    (task, turned): (&Task, Vec<Turned>),
    how: (Settings, &dyn Watch),
) -> Result<Vec<Answer>, RunError> {
    let lengths = week_lengths(scenario);
    let each = Task { confidence: task.confidence.of_each(lengths.len()), ..task.clone() };
    let mut answers = search(&each, turned, how)?;
    let longest = lengths.first().copied().unwrap_or(0);
    let mut found = Vec::new();
    while let Some(answer) = answers.last() {
        let days = if let Role::Week { days } = answer.role { days } else { longest };
        let own = found.first().map(|(_, quota): &(u32, String)| quota.clone());
        let chosen = answer.result.chosen.map(|chosen| answer.lever.values[chosen].clone());
        let Some(quota) = chosen.or(own) else { break };
        found.push((days, quota));
        let Some(next) = task.week(request, scenario, &found) else { break };
        answers.extend(search(&each, vec![next], how)?);
    }
    Ok(answers)
}

/// A command with the language that it is to speak, of which what is found does not depend.
fn in_language(command: String) -> String {
    std::iter::once(command).chain(language::words()).collect::<Vec<String>>().join(" ")
}

/// The command as a person would type it to get the same results; `place` is how one names a file.
fn command(request: &PlanRequest, task: &Task, place: fn(&Path) -> String) -> String {
    let mut words = vec!["antrean plan".to_string(), place(&request.scenario)];
    words.extend(request.levers.iter().map(|lever| format!("--lever {:?}", lever.text)));
    if !request.prefer.is_empty() {
        words.extend(task.prefer.iter().map(|prefer| format!("--prefer {}", prefer.name())));
    }
    words.extend(request.by.map(|_| "--by week".to_string()));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.confidence.map(|share| format!("--confidence {share}")));
    words.extend(request.at_most.map(|number| format!("--at-most {number}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    words.join(" ")
}

fn folder(scenario: &Scenario) -> PathBuf {
    default_folder(&format!("plan-{}", scenario.name))
}
