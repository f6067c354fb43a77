//! Loading scenarios, with everything that is wrong with any of them shown at once.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use crate::cli::language::heed;
use crate::cli::note;
use crate::office::check_named_figures;
use crate::report::{ScenarioText, SourceText};
use crate::scenario::Scenario;
use crate::scenario::reading::{Colour, Findings, Shelf};

/// A scenario and the texts it was read from.
#[derive(Debug)]
pub struct Loaded {
    pub scenario: Scenario,
    pub text: ScenarioText,
}

/// Loads all files, or shows what is wrong with them; doubts are shown either way.
pub fn load(paths: &[PathBuf], settings: &[String]) -> Option<Vec<Loaded>> {
    load_from(Shelf::Disk, paths, settings)
}

/// The same for files of any shelf.
pub fn load_from(shelf: Shelf, paths: &[PathBuf], settings: &[String]) -> Option<Vec<Loaded>> {
    let loaded = paths.iter().map(|path| load_one(shelf, path, settings));
    // Every file is read before the first failure counts.
    let loaded: Vec<Option<Loaded>> = loaded.collect();
    let loaded: Option<Vec<Loaded>> = loaded.into_iter().collect();
    heed(loaded.as_deref().unwrap_or_default());
    loaded
}

/// A scenario that differs from another one by a setting, which has no doubts of its own.
pub fn load_point(path: &Path, settings: &[String]) -> Option<Loaded> {
    try_load(path, settings).map_err(|told| note(&told)).ok()
}

fn load_one(shelf: Shelf, path: &Path, settings: &[String]) -> Option<Loaded> {
    let (loaded, findings) = read(shelf, path, settings);
    note(&findings.render(colour()));
    loaded
}

/// Loads one file silently.
///
/// # Errors
/// If it cannot be played: all that is wrong with it, to be shown.
pub fn try_load(path: &Path, settings: &[String]) -> Result<Loaded, String> {
    let (loaded, findings) = read(Shelf::Disk, path, settings);
    loaded.ok_or_else(|| findings.render(colour()))
}

fn read(shelf: Shelf, path: &Path, settings: &[String]) -> (Option<Loaded>, Findings) {
    let (scenario, mut findings) = Scenario::load_from(shelf, path, settings);
    check_named_figures(scenario.as_ref(), &mut findings);
    let loaded = scenario.filter(|_| !findings.has_errors()).map(|scenario| {
        let text = ScenarioText { name: scenario.name.clone(), sources: texts(&findings) };
        Loaded { scenario, text }
    });
    (loaded, findings)
}

/// Colour for the standard error, unless it is no terminal.
pub fn colour() -> Colour {
    match std::io::stderr().is_terminal() {
        true => Colour::Coloured,
        false => Colour::Plain,
    }
}

fn texts(findings: &Findings) -> Vec<SourceText> {
    let text = |(name, text): (&str, &str)| SourceText { name: name.into(), text: text.into() };
    findings.sources.iter().map(text).collect()
}
