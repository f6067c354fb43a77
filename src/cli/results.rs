//! The folder of results: its name, its manifest, and how writing it ends.

use std::path::{Path, PathBuf};

use crate::cli::load::Loaded;
use crate::cli::{End, fail, refuse};
use crate::report::language::say;
use crate::report::{
    Destination, FolderError, Manifest, ReportError, ScenarioText, fingerprint, results_hash,
};
use crate::statistics::Level;
use crate::time::now_utc;

const OUTPUT: &str = "output";
/// Bytes of the name of a folder at most, with room for what a file system allows.
const LONGEST_NAME: usize = 210;

/// The folder of results of this name, where none was asked for.
pub fn default_folder(name: &str) -> PathBuf {
    Path::new(OUTPUT).join(&name[..name.floor_char_boundary(LONGEST_NAME)])
}

/// The manifest of a command before it has results; `kind` is what sort of results there will be,
/// with all that they depend on beside the scenarios, seeds and level.
pub fn manifest(kind: &str, command: String, level: Level, loaded: &[Loaded]) -> Manifest {
    let scenarios: Vec<ScenarioText> = loaded.iter().map(|of| of.text.clone()).collect();
    let mut manifest = Manifest {
        antrean: env!("CARGO_PKG_VERSION").to_string(),
        command,
        written: String::new(),
        inputs: String::new(),
        results: String::new(),
        replications: loaded.iter().map(|of| of.scenario.run.replications).collect(),
        seeds: loaded.iter().map(|of| of.scenario.run.seed).collect(),
        level: level.value(),
        scenarios,
    };
    let precise = |of: &Loaded| of.scenario.run.precision.is_some();
    let precise = loaded.iter().any(precise).then(|| "until precise".to_string());
    manifest.inputs = inputs(kind, &manifest, precise);
    manifest
}

/// A hash of everything that the results depend on.
fn inputs(kind: &str, manifest: &Manifest, also: impl IntoIterator<Item = String>) -> String {
    let mut texts = vec![
        format!("{kind} {}", manifest.antrean),
        format!("{:?} {:?} {}", manifest.replications, manifest.seeds, manifest.level),
    ];
    for scenario in &manifest.scenarios {
        texts.push(scenario.name.clone());
        texts.extend(scenario.sources.iter().map(|source| source.text.clone()));
    }
    texts.extend(also);
    fingerprint(texts.iter().map(|text| text.as_bytes()))
}

/// A hash of everything that each replication depends on.
pub fn whose(manifest: &Manifest) -> String {
    let sources = manifest.scenarios.iter().flat_map(|scenario| &scenario.sources);
    let texts = sources.map(|source| source.text.clone());
    let first = format!("{} {:?}", manifest.antrean, manifest.seeds);
    let texts: Vec<String> = std::iter::once(first).chain(texts).collect();
    fingerprint(texts.iter().map(|text| text.as_bytes()))
}

/// Where the results are, in a line of its own.
pub fn place(path: &Path) -> String {
    let place = say("Charts, report and data are in {path}", &[("path", &path.display())]);
    format!("\n{place}\n")
}

/// Writes files and their manifest to the folder.
pub fn write(
    files: Result<Vec<(String, Vec<u8>)>, ReportError>,
    manifest: Manifest,
    destination: &Destination,
) -> Result<(), End> {
    let mut files = files.map_err(|error| fail(&error.to_string()))?;
    let manifest = Manifest { results: results_hash(&files), written: now_utc(), ..manifest };
    let text = manifest.text().map_err(|error| fail(&error.to_string()))?;
    files.push(("manifest.toml".to_string(), text));
    destination.write(&files).map_err(|error| end_of(&error))
}

/// How a command ends whose folder cannot be written.
pub fn end_of(error: &FolderError) -> End {
    match error.is_usage() {
        true => refuse(&error.to_string()),
        false => fail(&error.to_string()),
    }
}

/// Columns of results go by the names of the scenarios: no two may be the same, but for those that
/// `may_repeat`.
pub fn check_names(
    loaded: &[Loaded],
    may_repeat: impl Fn(&Loaded, &Loaded) -> bool,
) -> Result<(), String> {
    for (index, of) in loaded.iter().enumerate() {
        let same = |other: &&Loaded| other.scenario.name == of.scenario.name;
        let twin = loaded[..index].iter().find(same);
        if let Some(twin) = twin.filter(|twin| !may_repeat(twin, of)) {
            let name = &of.scenario.name;
            let files = [twin, of].map(file_of).join(" and ");
            return Err(format!(
                "two scenarios are called {name} ({files}): rename one of the files"
            ));
        }
    }
    Ok(())
}

/// The file that a scenario was read from; what it extends comes after it.
fn file_of(loaded: &Loaded) -> &str {
    loaded.text.sources.first().map_or("", |source| source.name.as_str())
}

/// A file as one names it in its own folder.
pub fn file_name(path: &Path) -> String {
    typed(path.file_name().map_or(path, Path::new))
}

/// A path as a person would type it: in quotes where it would fall apart otherwise.
pub fn typed(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |character: char| character.is_alphanumeric() || "/._-\\:".contains(character);
    if text.chars().all(plain) { text } else { format!("{text:?}") }
}
