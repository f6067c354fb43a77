//! `antrean run` and `antrean compare`: play scenarios, print what was found, write the results.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use crate::cli::arguments::Request;
use crate::cli::load::{Loaded, load};
use crate::cli::progress::{Progress, Quiet};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{self, Settings, Size, play, size};
use crate::office::Plan;
use crate::report::{
    Destination, Existing, FolderError, Manifest, ScenarioText, Study, files, fingerprint, summary,
};
use crate::scenario::Run;
use crate::statistics::Level;
use crate::time::now_utc;

const OUTPUT: &str = "output";
/// More events than this are probably a slip in a unit: some hours of work.
const MOST_EVENTS: f64 = 2e11;
/// More memory than this, in bytes, is refused.
const MOST_MEMORY: f64 = 8e9;
/// Bytes of the name of a folder at most, with room for what a file system allows.
const LONGEST_NAME: usize = 210;
const WIDEST: u16 = 130;
const NARROWEST: u16 = 60;

/// Which command it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
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
        run.seed = request.seed.unwrap_or(run.seed);
    }
    if let Err(message) = check_names(&loaded, kind).and_then(|()| check_pairs(&loaded, kind)) {
        return refuse(&message);
    }
    let manifest = manifest(request, kind, &loaded);
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    let size = size(&plans);
    if let Some(message) = too_large(&size).filter(|_| !request.no_limit) {
        return refuse(&message);
    }
    let path = request.output.clone().unwrap_or_else(|| default_folder(&plans, kind));
    let existing = if request.force { Existing::Replace } else { Existing::Keep };
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
    let quiet = if request.quiet { Quiet::Yes } else { Quiet::No };
    let progress = Progress::new(size(&plans).replications as u64, quiet);
    let settings = Settings { threads: threads(request), level: request.level };
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
    match write(&study, manifest, destination) {
        Err(end) => end,
        Ok(()) if request.quiet => End::Done,
        Ok(()) => {
            let place = format!("\nCharts and data are in {}\n", path.display());
            show(&(summary(&study, width()) + &place))
        }
    }
}

fn write(study: &Study, manifest: Manifest, destination: &Destination) -> Result<(), End> {
    let mut files = files(study).map_err(|error| fail(&error.to_string()))?;
    let data = files.iter().filter(|(name, _)| !name.starts_with("charts/"));
    let results = fingerprint(data.map(|(_, contents)| contents.as_slice()));
    let manifest = Manifest { results, written: now_utc(), ..manifest };
    let text = manifest.text().map_err(|error| fail(&error.to_string()))?;
    files.push(("manifest.toml".to_string(), text));
    destination.write(&files).map_err(|error| end_of(&error))
}

fn end_of(error: &FolderError) -> End {
    match error.is_usage() {
        true => refuse(&error.to_string()),
        false => fail(&error.to_string()),
    }
}

/// Columns of results go by the names of the scenarios: no two may be the same, unless a scenario
/// is compared with itself.
fn check_names(loaded: &[Loaded], kind: Kind) -> Result<(), String> {
    for (index, of) in loaded.iter().enumerate() {
        let same = |other: &&Loaded| other.scenario.name == of.scenario.name;
        let twin = loaded[..index].iter().find(same);
        let itself = |twin: &Loaded| kind == Kind::Compare && twin.text == of.text;
        if twin.is_some_and(|twin| !itself(twin)) {
            let name = &of.scenario.name;
            let files = [twin, Some(of)].into_iter().flatten().map(file_of);
            let files = files.collect::<Vec<&str>>().join(" and ");
            return Err(format!(
                "two scenarios are called {name} ({files}): rename one of the files"
            ));
        }
    }
    Ok(())
}

/// A comparison is of the same applicants: they need the same dates, seed and replications.
fn check_pairs(loaded: &[Loaded], kind: Kind) -> Result<(), String> {
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

/// The file that a scenario was read from; what it extends comes after it.
fn file_of(loaded: &Loaded) -> &str {
    loaded.text.sources.first().map_or("", |source| source.name.as_str())
}

fn manifest(request: &Request, kind: Kind, loaded: &[Loaded]) -> Manifest {
    let scenarios: Vec<ScenarioText> = loaded.iter().map(|of| of.text.clone()).collect();
    let mut manifest = Manifest {
        antrean: env!("CARGO_PKG_VERSION").to_string(),
        command: command(kind, request),
        written: String::new(),
        inputs: String::new(),
        results: String::new(),
        replications: loaded.iter().map(|of| of.scenario.run.replications).collect(),
        seeds: loaded.iter().map(|of| of.scenario.run.seed).collect(),
        level: request.level.value(),
        scenarios,
    };
    manifest.inputs = inputs(kind, &manifest);
    manifest
}

/// A hash of everything that the results depend on.
fn inputs(kind: Kind, manifest: &Manifest) -> String {
    let mut texts = vec![
        format!("{kind:?} {}", manifest.antrean),
        format!("{:?} {:?} {}", manifest.replications, manifest.seeds, manifest.level),
    ];
    for scenario in &manifest.scenarios {
        texts.push(scenario.name.clone());
        texts.extend(scenario.sources.iter().map(|source| source.text.clone()));
    }
    fingerprint(texts.iter().map(|text| text.as_bytes()))
}

/// The command as a person would type it to get the same results.
fn command(kind: Kind, request: &Request) -> String {
    let mut words = vec!["antrean".to_string(), format!("{kind:?}").to_lowercase()];
    words.extend(request.scenarios.iter().map(|path| path.display().to_string()));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.replications.map(|number| format!("--replications {number}")));
    words.extend(request.seed.map(|number| format!("--seed {number}")));
    let level = Some(request.level.value()).filter(|_| request.level != Level::NINETY_FIVE);
    words.extend(level.map(|level| format!("--level {level}")));
    words.join(" ")
}

/// Why an experiment is refused before it runs, with its estimated size.
fn too_large(size: &Size) -> Option<String> {
    (MOST_EVENTS < size.events || MOST_MEMORY < size.memory).then(|| {
        format!(
            "this is about {:.1e} applicants, {:.1e} events and {:.1e} bytes of memory in {} replications; \
             check `demand` and the replications, or play it all the same with --no-limit",
            size.applicants, size.events, size.memory, size.replications
        )
    })
}

fn default_folder(plans: &[Plan], kind: Kind) -> PathBuf {
    let names: Vec<&str> = plans.iter().map(|plan| plan.scenario.name.as_str()).collect();
    let between = if kind == Kind::Compare { "-vs-" } else { "-and-" };
    let name = names.join(between);
    Path::new(OUTPUT).join(&name[..name.floor_char_boundary(LONGEST_NAME)])
}

fn threads(request: &Request) -> usize {
    let cores = available_parallelism().map_or(1, NonZero::get);
    request.threads.map_or(cores, usize::from)
}

/// Columns of the terminal, within reason.
fn width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
}
