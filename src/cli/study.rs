//! `antrean run` and `antrean compare`: play scenarios, print what was found, write the results.

use std::path::{Path, PathBuf};

use crate::cli::arguments::Request;
use crate::cli::limit::too_large;
use crate::cli::load::{Loaded, load};
use crate::cli::machine::{threads, width};
use crate::cli::progress::{Progress, Quiet};
use crate::cli::results::{check_names, default_folder, end_of, manifest, typed, write};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{self, ScenarioResult, Settings, play, size};
use crate::office::Plan;
use crate::report::{Destination, Existing, Manifest, Study, files, summary};
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
    let Some(mut loaded) = load(&request.scenarios, &request.settings) else {
        return End::Refused;
    };
    for of in &mut loaded {
        let run = &mut of.scenario.run;
        run.replications = request.replications.unwrap_or(run.replications);
        run.seed = request.playing.seed.unwrap_or(run.seed);
    }
    let itself = |twin: &Loaded, of: &Loaded| kind == Kind::Compare && twin.text == of.text;
    if let Err(message) = check_names(&loaded, itself).and_then(|()| check_pairs(&loaded, kind)) {
        return refuse(&message);
    }
    let command = command(kind, request);
    let manifest = manifest(&format!("{kind:?}"), command, request.level, &loaded);
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    let size = size(&plans);
    if let Some(message) = too_large(&size).filter(|_| !request.manner.no_limit) {
        return refuse(&message);
    }
    let path = request.output.clone().unwrap_or_else(|| folder(&plans, kind));
    let existing = if request.manner.force { Existing::Replace } else { Existing::Keep };
    match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => play_and_write(request, (kind, plans), manifest, (&destination, &path)),
        Err(error) => end_of(&error),
    }
}

fn play_and_write(
    request: &Request,
    (kind, plans): (Kind, Vec<Plan>),
    manifest: Manifest,
    (destination, path): (&Destination, &Path),
) -> End {
    let quiet = if request.manner.quiet { Quiet::Yes } else { Quiet::No };
    let progress = Progress::new(size(&plans).replications as u64, quiet);
    let settings = Settings { threads: threads(request.playing.threads), level: request.level };
    let results = play(plans, settings, &progress);
    progress.finish();
    let results = match results {
        Ok(results) => results,
        Err(error) => return fail(&error.to_string()),
    };
    let comparisons = match kind {
        Kind::Run => Vec::new(),
        Kind::Compare => experiment::compare(&results, request.level),
    };
    let study = Study { results, comparisons, level: request.level };
    match write(files(&study), manifest, destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => end(&study),
        Ok(()) => {
            let place = format!("\nCharts and data are in {}\n", path.display());
            match show(&(summary(&study, width()) + &place)) {
                End::Done => end(&study),
                other => other,
            }
        }
    }
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
    let mut words = vec!["antrean".to_string(), format!("{kind:?}").to_lowercase()];
    words.extend(request.scenarios.iter().map(|path| typed(path)));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.replications.map(|number| format!("--replications {number}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    let level = Some(request.level.value()).filter(|_| request.level != Level::NINETY_FIVE);
    words.extend(level.map(|level| format!("--level {level}")));
    words.join(" ")
}

fn folder(plans: &[Plan], kind: Kind) -> PathBuf {
    let names: Vec<&str> = plans.iter().map(|plan| plan.scenario.name.as_str()).collect();
    let between = if kind == Kind::Compare { "-vs-" } else { "-and-" };
    default_folder(&names.join(between))
}
