//! `antrean verify`: the program held against exact theory.

use std::path::{Path, PathBuf};

use crate::cli::arguments::{Format, VerifyRequest};
use crate::cli::language;
use crate::cli::load::{Loaded, load_from};
use crate::cli::machine::{threads, width};
use crate::cli::progress::Progress;
use crate::cli::results::{
    check_names, default_folder, end_of, file_name, manifest, place, typed, write,
};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{Settings, Verification, size, verify as verified};
use crate::office::Plan;
use crate::report::{Destination, Manifest, verification};
use crate::scenario::reading::{Shelf, nearest, word_list};
use crate::scenario::{THEORY, theory_files};
use crate::statistics::Level;

/// Plays cases whose results theory knows and reports whether it agrees.
pub fn verify(request: &VerifyRequest) -> End {
    let shelf = if request.scenarios.is_empty() { THEORY } else { Shelf::Disk };
    let files = match chosen(request) {
        Ok(files) => files,
        Err(message) => return refuse(&message),
    };
    let Some(mut loaded) = load_from(shelf, &files, &request.settings) else {
        return End::Refused;
    };
    for of in &mut loaded {
        let run = &mut of.scenario.run;
        run.set_replications(request.replications.unwrap_or(run.replications));
        run.seed = request.playing.seed.unwrap_or(run.seed);
    }
    let checked = check_names(&loaded, |_, _| false).and_then(|()| check_cases(&loaded));
    if let Err(message) = checked {
        return refuse(&message);
    }
    let manifest = manifest("Verify", command(request, typed), Level::NINETY_FIVE, &loaded);
    let path = request.output.clone().unwrap_or_else(|| folder(request, &loaded));
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    if let Some(message) = request.manner.refusal(&size(&plans)) {
        return refuse(&message);
    }
    let existing = request.manner.existing();
    match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => play_and_write(request, plans, manifest, (&destination, &path)),
        Err(error) => end_of(&error),
    }
}

/// The files asked for: all of the program or those named, and of them the cases picked.
fn chosen(request: &VerifyRequest) -> Result<Vec<PathBuf>, String> {
    let mut files = match request.scenarios.is_empty() {
        true => theory_files(),
        false => request.scenarios.clone(),
    };
    let stems: Vec<String> = files.iter().map(|path| stem(path)).collect();
    let names = || stems.iter().map(String::as_str);
    if let Some(wrong) = request.cases.iter().find(|case| !stems.contains(case)) {
        let near = nearest(wrong, names());
        let hint = match near {
            Some(near) => format!("did you mean {near:?}?"),
            None => format!("the cases are {}", word_list(names())),
        };
        return Err(format!("there is no case {wrong:?}; {hint}"));
    }
    files.retain(|path| request.cases.is_empty() || request.cases.contains(&stem(path)));
    Ok(files)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A case needs something to be held against, and a spread to judge by.
fn check_cases(loaded: &[Loaded]) -> Result<(), String> {
    for Loaded { scenario, .. } in loaded {
        if scenario.references.known.is_empty() {
            return Err(format!(
                "{} says nothing that theory knows: state `[[known]]` with `measure`, `value` and \
                 `source`, once for each figure",
                scenario.name
            ));
        }
        if scenario.run.replications < 2 {
            return Err(format!(
                "{} has one replication, which shows no spread: use two or more",
                scenario.name
            ));
        }
    }
    Ok(())
}

fn folder(request: &VerifyRequest, loaded: &[Loaded]) -> PathBuf {
    let names = loaded.iter().map(|of| of.scenario.name.as_str());
    match request.scenarios.is_empty() && request.cases.is_empty() {
        true => default_folder("verify"),
        false => default_folder(&format!("verify-{}", names.collect::<Vec<_>>().join("-and-"))),
    }
}

/// The command as a person would type it to get the same results; `place` is how one names a file.
fn command(request: &VerifyRequest, place: fn(&Path) -> String) -> String {
    let mut words = vec!["antrean verify".to_string()];
    words.extend(request.scenarios.iter().map(|path| place(path)));
    words.extend(request.cases.iter().map(|case| format!("--case {case:?}")));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.replications.map(|number| format!("--replications {number}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    words.extend(language::words());
    words.join(" ")
}

fn play_and_write(
    request: &VerifyRequest,
    plans: Vec<Plan>,
    manifest: Manifest,
    (destination, path): (&Destination, &Path),
) -> End {
    let progress = Progress::new(size(&plans).replications as u64, request.manner.quietness());
    let settings =
        Settings { threads: threads(request.playing.threads), level: Level::NINETY_FIVE };
    let found = verified(plans, settings, &progress);
    progress.finish();
    let found = match found {
        Ok(found) => found,
        Err(error) => return fail(&error.to_string()),
    };
    let again = command(request, file_name);
    let files = verification::files(&found, (&manifest, again));
    if let Err(end) = write(files, manifest, destination) {
        return end;
    }
    match shown(request, &found, path) {
        End::Done if found.holds() => End::Done,
        End::Done if request.manner.quiet => fail(&verification::verdict(&found)),
        End::Done => End::Failed,
        end => end,
    }
}

fn shown(request: &VerifyRequest, found: &Verification, path: &Path) -> End {
    match request.format {
        _ if request.manner.quiet => End::Done,
        Format::Table => {
            let place = place(path);
            show(&(verification::table(found, width()) + &place))
        }
        Format::Json => match verification::json(found) {
            Ok(json) => show(&String::from_utf8_lossy(&json)),
            Err(error) => fail(&error.to_string()),
        },
    }
}
