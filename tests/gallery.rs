//! The gallery is what the program writes: its data, charts and reports, byte by byte.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::program::program;

/// Texts of a folder of results by name, but for the manifest, which has a clock.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for part in ["", "charts"] {
        for entry in fs::read_dir(folder.join(part)).expect("a folder of results") {
            let path = entry.expect("readable").path();
            let name = path.strip_prefix(folder).expect("inside").display().to_string();
            let is_text = !path.is_dir() && !name.ends_with(".png") && name != "manifest.toml";
            if is_text {
                texts.insert(name, fs::read_to_string(&path).expect("a text"));
            }
        }
    }
    texts
}

/// Runs a command with results in a folder of its own, and holds them against the gallery.
fn is_what_is_written(words: &[String], name: &str) {
    let place = tempfile::tempdir().expect("a folder");
    // A page may name the folder in the command that repeats it.
    let results = place.path().join(name);
    let mut command = Command::from_std(program());
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(words);
    command.arg("--output").arg(&results).assert().success();
    let kept = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("output").join(name));
    let written = texts(&results);
    let names = |of: &BTreeMap<String, String>| of.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&kept), names(&written), "run .ci/gallery and commit {name}");
    for (file, text) in &kept {
        assert!(*text == written[file], "{name}/{file} is not what the program writes now");
    }
    let pictures = fs::read_dir(results.join("charts")).expect("charts").count();
    let there = Path::new(env!("CARGO_MANIFEST_DIR")).join("output").join(name).join("charts");
    assert_eq!(fs::read_dir(there).expect("charts").count(), pictures, "{name}");
}

/// The command of `.ci/gallery` that begins so, which writes the gallery anew.
fn command_of(begins: &str) -> Vec<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/gallery");
    let script = fs::read_to_string(script).expect("the script").replace("\\\n    ", "");
    let commands = script.lines().filter_map(|line| line.split_once(" -- "));
    let mut commands = commands.filter_map(|(_, words)| words.split_once(" --force"));
    let (words, _) = commands.find(|(words, _)| words.starts_with(begins)).expect("a command");
    // Results go to a folder of the test.
    words.split(" --output").next().unwrap_or(words).split(' ').map(str::to_string).collect()
}

#[test]
fn the_comparison_is_what_the_program_writes() {
    is_what_is_written(&command_of("compare "), "karimun-kiosk-vs-karimun-app");
}

#[test]
fn the_story_is_what_the_program_writes() {
    is_what_is_written(&command_of("trace "), "story");
}

#[test]
fn the_plan_is_what_the_program_writes() {
    is_what_is_written(&command_of("plan "), "plan-karimun-app");
}
