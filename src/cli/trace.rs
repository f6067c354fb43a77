//! `antrean trace`: the event log of one replication, or the story of one applicant.

use std::fmt::Display;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::cli::arguments::{LogChoice, TraceRequest};
use crate::cli::language;
use crate::cli::limit::too_long;
use crate::cli::load::{Loaded, load};
use crate::cli::machine::width;
use crate::cli::results::{
    check_names, default_folder, end_of, file_name, manifest, place, typed, write,
};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{self, Traced, size};
use crate::office::{Plan, Step};
use crate::report::language::{say, thousands};
use crate::report::trace::{LogFormat, chosen, files, story, story_files};
use crate::report::{Destination, Manifest};
use crate::statistics::Level;
use crate::time::{Date, Day, Instant};

/// Writes the event log of one replication of each scenario, or tells one applicant's story.
pub fn trace(request: &TraceRequest) -> End {
    let Some(mut loaded) = load(&request.scenarios, &request.settings) else {
        return End::Refused;
    };
    for of in &mut loaded {
        of.scenario.run.set_replications(1);
        of.scenario.run.seed = request.seed.unwrap_or(of.scenario.run.seed);
    }
    let checked = check_names(&loaded, |_, _| false).and_then(|()| check_same(&loaded, request));
    if let Err(message) = checked {
        return refuse(&message);
    }
    let manifest = manifest(&kind(request), words(request, typed), Level::NINETY_FIVE, &loaded);
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    let windows = plans.iter().map(|plan| window(plan, request)).collect();
    let windows: Vec<Range<Day>> = match windows {
        Ok(windows) => windows,
        Err(message) => return refuse(&message),
    };
    let share =
        windows.iter().zip(&plans).map(|(told, plan)| share(told, plan)).fold(0.0, f64::max);
    let message = too_long(&size(&plans), share).filter(|_| !request.manner.no_limit);
    if let Some(message) = message {
        return refuse(&message);
    }
    let told = plans.into_iter().zip(windows).collect();
    match &request.applicant {
        Some(asked) => tell(request, (told, asked), manifest),
        None => log(request, told, manifest),
    }
}

/// Prints the story of one applicant, and writes its chart where a folder is asked for.
fn tell(
    request: &TraceRequest,
    (told, asked): (Vec<(Plan, Range<Day>)>, &str),
    manifest: Manifest,
) -> End {
    let traced = match play(request, told) {
        Ok(traced) => traced,
        Err(end) => return end,
    };
    let identity = match chosen(&traced, asked) {
        Ok(identity) => identity,
        Err(error) => return refuse(&error.to_string()),
    };
    let existing = request.manner.existing();
    let reserve = |path: &PathBuf| Destination::reserve(path, &manifest.inputs, existing);
    let destination = match request.output.as_ref().map(reserve).transpose() {
        Ok(destination) => destination,
        Err(error) => return end_of(&error),
    };
    let text = story(&traced, identity, width());
    let Some((destination, path)) = destination.zip(request.output.as_ref()) else {
        return show(&text);
    };
    let who = (identity, request.replication);
    let files = story_files(&traced, who, &manifest, words(request, file_name));
    match write(files, manifest, &destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => End::Done,
        Ok(()) => show(&(text + &place(path))),
    }
}

/// Writes the logs.
fn log(request: &TraceRequest, told: Vec<(Plan, Range<Day>)>, manifest: Manifest) -> End {
    let path = request.output.clone().unwrap_or_else(|| folder(&told));
    let existing = request.manner.existing();
    let destination = match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => destination,
        Err(error) => return end_of(&error),
    };
    let traced = match play(request, told) {
        Ok(traced) => traced,
        Err(end) => return end,
    };
    match write(files(&traced, &formats(request)), manifest, &destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => End::Done,
        Ok(()) => show(&said(&traced, &path)),
    }
}

fn play(request: &TraceRequest, told: Vec<(Plan, Range<Day>)>) -> Result<Vec<Traced>, End> {
    let trace = |(plan, days): (Plan, Range<Day>)| {
        let wishes: Range<Instant> = days.start.start()..days.end.start();
        experiment::trace(plan, request.replication - 1, wishes)
    };
    let traced: Result<Vec<Traced>, _> = told.into_iter().map(trace).collect();
    traced.map_err(|error| fail(&error.to_string()))
}

fn said(traced: &[Traced], path: &Path) -> String {
    let count = |of: &Traced| {
        let wishes = of.happenings.iter().filter(|happening| happening.step == Step::Wish);
        let applicants: u64 = wishes.map(|wish| u64::from(wish.people)).sum();
        let name = &of.plan.scenario.name;
        let events = thousands(of.happenings.len() as f64);
        let applicants = thousands(applicants as f64);
        let parts: [(&str, &dyn Display); 3] =
            [("name", name), ("events", &events), ("applicants", &applicants)];
        say("{name}: {events} events of {applicants} applicants", &parts) + "\n"
    };
    let counts: String = traced.iter().map(count).collect();
    let place = say("The log is in {path}", &[("path", &path.display())]);
    format!("{counts}\n{place}\n")
}

/// An applicant lives in several scenarios if these have the same first day and seed.
fn check_same(loaded: &[Loaded], request: &TraceRequest) -> Result<(), String> {
    let Some((base, others)) = loaded.split_first().filter(|_| request.applicant.is_some()) else {
        return Ok(());
    };
    let of = |loaded: &Loaded| {
        let run = &loaded.scenario.run;
        format!("starts on {} with seed {}", run.start, run.seed)
    };
    match others.iter().find(|other| of(other) != of(base)) {
        None => Ok(()),
        Some(other) => Err(format!(
            "the same applicant lives only in scenarios with the same start and seed: {} {}; {} {}",
            base.scenario.name,
            of(base),
            other.scenario.name,
            of(other)
        )),
    }
}

/// The days whose wishes are told: those asked for, or else the measured ones; for a story all that
/// are played.
fn window(plan: &Plan, request: &TraceRequest) -> Result<Range<Day>, String> {
    let all = plan.first..plan.end;
    let usual = if request.applicant.is_some() { all.clone() } else { plan.measured.clone() };
    let day = |option: &str, date: Date| {
        let found = plan.calendar().day(date).filter(|day| all.contains(day));
        found.ok_or_else(|| {
            let (first, last) = (plan.calendar().date(all.start), Day(all.end.0 - 1));
            let (name, last) = (&plan.scenario.name, plan.calendar().date(last));
            format!("--{option} {date} is not played: {name} is played from {first} to {last}")
        })
    };
    let from = request.from.map(|date| day("from", date)).transpose()?;
    let until = request.until.map(|date| day("until", date)).transpose()?;
    let days = from.unwrap_or(usual.start)..until.map_or(usual.end, Day::next);
    match days.is_empty() {
        false => Ok(days),
        true => {
            let first = plan.calendar().date(days.start);
            let last = plan.calendar().date(Day(days.end.0 - 1));
            Err(format!("--until {last} lies before --from {first}: no wish arises between them"))
        }
    }
}

/// The part of the days played whose wishes are told.
fn share(told: &Range<Day>, plan: &Plan) -> f64 {
    let days = |range: &Range<Day>| f64::from(range.end.0 - range.start.0);
    days(told) / days(&(plan.first..plan.end))
}

/// Each format once, in a fixed order.
fn formats(request: &TraceRequest) -> Vec<LogFormat> {
    let format = |choice: &LogChoice| match choice {
        LogChoice::Csv => LogFormat::Csv,
        LogChoice::Ocel => LogFormat::Ocel,
        LogChoice::Xes => LogFormat::Xes,
    };
    let mut formats: Vec<LogFormat> = request.formats.iter().map(format).collect();
    formats.sort_unstable();
    formats.dedup();
    formats
}

/// Everything but the scenarios that a log depends on.
fn kind(request: &TraceRequest) -> String {
    let (number, from, until) = (request.replication, request.from, request.until);
    match &request.applicant {
        Some(asked) => format!("Story {number} {from:?} {until:?} {asked:?}"),
        None => format!("Trace {number} {from:?} {until:?} {:?}", formats(request)),
    }
}

/// The command as a person would type it to get the same; `place` is how one names a file.
fn words(request: &TraceRequest, place: fn(&Path) -> String) -> String {
    let mut words = vec!["antrean trace".to_string()];
    words.extend(request.scenarios.iter().map(|path| place(path)));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.push(format!("--replication {}", request.replication));
    words.extend(request.seed.map(|number| format!("--seed {number}")));
    words.extend(request.from.map(|date| format!("--from {date}")));
    words.extend(request.until.map(|date| format!("--until {date}")));
    words.push(match &request.applicant {
        Some(asked) => {
            let folder = request.output.as_deref().map(|path| format!(" --output {}", place(path)));
            format!("--applicant {}{}", typed(Path::new(asked)), folder.unwrap_or_default())
        }
        None => {
            let formats = formats(request);
            let names = formats.iter().map(|format| format!("{format:?}").to_lowercase());
            format!("--format {}", names.collect::<Vec<String>>().join(","))
        }
    });
    words.extend(language::words());
    words.join(" ")
}

fn folder(told: &[(Plan, Range<Day>)]) -> PathBuf {
    let names: Vec<&str> = told.iter().map(|(plan, _)| plan.scenario.name.as_str()).collect();
    default_folder(&format!("trace-{}", names.join("-and-")))
}
