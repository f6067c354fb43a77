//! `antrean run` and `antrean compare`: play scenarios, print what was found, write the results.

use std::path::{Path, PathBuf};

use crate::cli::arguments::Request;
use crate::cli::language;
use crate::cli::load::{Loaded, load};
use crate::cli::machine::{threads, width};
use crate::cli::progress::Progress;
use crate::cli::results::{
    check_names, default_folder, end_of, file_name, manifest, place, typed, whose, write,
};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{
    self, Grouping, Kept, Reading, RunError, ScenarioResult, Settings, intervals,
    intervals_compared, play_on, size,
};
use crate::office::{Plan, Replication};
use crate::report::language::{say, thousands};
use crate::report::{
    Destination, Existing, Manifest, NO_PARQUET, Study, files, kept, summary, with_parquet,
};
use crate::scenario::Run;
use crate::statistics::Level;

/// Which command it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Run,
    Compare,
}

/// Plays scenarios and reports their figures.
pub fn run(request: &Request) -> End {
    study(request, Kind::Run)
}

/// Plays the same applicants through scenarios and reports how they differ.
pub fn compare(request: &Request) -> End {
    if request.scenarios.len() < 2 {
        return refuse("a comparison needs two scenarios: the base, then what it is compared with");
    }
    study(request, Kind::Compare)
}

fn study(request: &Request, kind: Kind) -> End {
    if let Some(message) = NO_PARQUET.filter(|_| request.parquet) {
        return refuse(message);
    }
    let Some(mut loaded) = load(&request.scenarios, &request.settings) else {
        return End::Refused;
    };
    for of in &mut loaded {
        let run = &mut of.scenario.run;
        if let Some(number) = request.replications {
            run.set_replications(number);
        }
        run.seed = request.playing.seed.unwrap_or(run.seed);
    }
    let itself = |twin: &Loaded, of: &Loaded| kind == Kind::Compare && twin.text == of.text;
    if let Err(message) = check_names(&loaded, itself).and_then(|()| check_pairs(&loaded, kind)) {
        return refuse(&message);
    }
    let promise = if request.simultaneous { " simultaneous" } else { "" };
    let manifest =
        manifest(&format!("{kind:?}{promise}"), command(kind, request), request.level, &loaded);
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    let size = size(&plans);
    if let Some(message) = request.manner.refusal(&size) {
        return refuse(&message);
    }
    let path = request.output.clone().unwrap_or_else(|| folder(&plans, kind));
    let kept = request.keep.then(|| kept(request, &manifest, (&plans, &path)));
    let adds = kept.as_ref().is_some_and(|kept| !kept.earlier.is_empty());
    let existing = if request.manner.force || adds { Existing::Replace } else { Existing::Keep };
    match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => {
            let found = Found { manifest, destination, path, kept };
            play_and_write(request, (kind, plans), found)
        }
        Err(error) => end_of(&error),
    }
}

/// Where the results go, and what is there to begin with.
struct Found {
    manifest: Manifest,
    destination: Destination,
    path: PathBuf,
    /// Replications to begin with and to keep, where they are to be kept.
    kept: Option<Kept>,
}

/// The replications that are there of the same scenarios: with fewer wanted, or forced, none.
fn kept(request: &Request, manifest: &Manifest, (plans, path): (&[Plan], &Path)) -> Kept {
    let fits = |runs: &Vec<Vec<Replication>>| {
        let wanted = plans.iter().map(|plan| plan.scenario.run.replications as usize);
        runs.iter().zip(wanted).all(|(runs, wanted)| runs.len() <= wanted)
    };
    let earlier = kept::read(path, &whose(manifest), plans.len())
        .filter(|runs| !request.manner.force && fits(runs));
    Kept { earlier: earlier.unwrap_or_default(), packed: Vec::new() }
}

fn play_and_write(request: &Request, (kind, plans): (Kind, Vec<Plan>), found: Found) -> End {
    let Found { manifest, destination, path, mut kept } = found;
    let there: usize = kept.iter().flat_map(|kept| &kept.earlier).map(Vec::len).sum();
    let progress = Progress::new(
        (size(&plans).replications as u64) - there as u64,
        request.manner.quietness(),
    );
    let (grouping, intervals) = match kind {
        Kind::Run => (Grouping::Apart, intervals(&plans)),
        Kind::Compare => (Grouping::Together, intervals_compared(&plans)),
    };
    let reading =
        if request.simultaneous { Reading::Together(intervals) } else { Reading::OneByOne };
    let level = reading.level_of_each(request.level);
    let settings = Settings { threads: threads(request.playing.threads), level };
    let results = play_on(plans, grouping, kept.as_mut(), (settings, &progress));
    progress.finish();
    let results = match results {
        Ok(results) => results,
        Err(error @ RunError::OtherProgram) => {
            return refuse(&format!("{error}: use --force to play all anew, or --output"));
        }
        Err(error) => return fail(&error.to_string()),
    };
    let comparisons = match kind {
        Kind::Run => Vec::new(),
        Kind::Compare => experiment::compare(&results, level),
    };
    let traces = request.scenarios.iter().map(|path| trace(request, path)).collect();
    let study = Study { results, comparisons, level: request.level, reading, traces };
    let played = study.results.iter().map(|result| result.plan.scenario.run.replications);
    let manifest = Manifest { replications: played.collect(), ..manifest };
    let mut files = files(&study, &manifest, words(kind, request, file_name));
    if request.parquet {
        files = files.and_then(|files| with_parquet(files, &study));
    }
    if let (Ok(files), Some(kept)) = (&mut files, kept) {
        files.push((kept::FILE.to_string(), kept::file(&whose(&manifest), &kept.packed)));
    }
    match write(files, manifest, &destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => end(&study),
        Ok(()) => {
            let added = match there {
                0 => String::new(),
                there => {
                    let there = thousands(there as f64);
                    let told = say(
                        "{number} of the replications were there already",
                        &[("number", &there)],
                    );
                    format!("{told}\n")
                }
            };
            match show(&(summary(&study, width()) + &place(&path) + &added)) {
                End::Done => end(&study),
                other => other,
            }
        }
    }
}

/// The command that tells what happened in a replication of a scenario, but for its number.
fn trace(request: &Request, scenario: &Path) -> String {
    let mut words = vec!["antrean trace".to_string(), typed(scenario)];
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    words.join(" ")
}

/// How a study ends that went well.
fn end(study: &Study) -> End {
    let misses = study.results.iter().any(ScenarioResult::misses_a_target);
    if misses { End::Missed } else { End::Done }
}

/// A comparison is of the same applicants: they need the same dates, seed and replications.
pub fn check_pairs(loaded: &[Loaded], kind: Kind) -> Result<(), String> {
    let Some((base, others)) = loaded.split_first().filter(|_| kind == Kind::Compare) else {
        return Ok(());
    };
    let of = |run: &Run| {
        let dates = format!("from {} to {}", run.start, run.last_date());
        format!("{dates}, seed {}, {} replications", run.seed, run.replications)
    };
    let base_run = of(&base.scenario.run);
    let differs = |other: &&Loaded| other.scenario.run.precision != base.scenario.run.precision;
    if let Some(other) = others.iter().find(differs) {
        return Err(format!(
            "only runs of the same precision can be compared: `run.replications` of {} is not \
             that of {}",
            other.scenario.name, base.scenario.name
        ));
    }
    match others.iter().find(|other| of(&other.scenario.run) != base_run) {
        None => Ok(()),
        Some(other) => Err(format!(
            "only runs of the same dates, seed and replications can be compared: {} is {base_run}; \
             {} is {}",
            base.scenario.name,
            other.scenario.name,
            of(&other.scenario.run)
        )),
    }
}

/// The command as a person would type it to get the same results.
pub fn command(kind: Kind, request: &Request) -> String {
    let kept = if request.keep { " --keep" } else { "" };
    let parquet = if request.parquet { " --parquet" } else { "" };
    words(kind, request, typed) + kept + parquet
}

/// The command as far as results depend on it; `place` is how one names a file.
pub fn words(kind: Kind, request: &Request, place: fn(&Path) -> String) -> String {
    let mut words = vec!["antrean".to_string(), format!("{kind:?}").to_lowercase()];
    words.extend(request.scenarios.iter().map(|path| place(path)));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.replications.map(|number| format!("--replications {number}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    let level = Some(request.level.value()).filter(|_| request.level != Level::NINETY_FIVE);
    words.extend(level.map(|level| format!("--level {level}")));
    words.extend(request.simultaneous.then(|| "--simultaneous".to_string()));
    words.extend(language::words());
    words.join(" ")
}

fn folder(plans: &[Plan], kind: Kind) -> PathBuf {
    let names: Vec<&str> = plans.iter().map(|plan| plan.scenario.name.as_str()).collect();
    let between = if kind == Kind::Compare { "-vs-" } else { "-and-" };
    default_folder(&names.join(between))
}
