//! A folder of its own to run the program in, and what came of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::program::program;

/// A sound scenario, small enough to be played in a blink.
pub const SOUND: &str = r#"title = "A small office"
channel = "app"

[run]
start = 2026-01-05
length = "2 weeks"
replications = 2

[office]
hours = { mon-fri = "08:00-12:00, 13:00-16:00" }

[demand]
per_day = 12

[booking]
daily_quota = 25
window = "10 working days"

[[stage]]
name = "interview"
desks = 1
service = { lognormal = { mean = "12 min", cv = 0.5 } }

[production]
per_week = 120
processing = "3 working days"
"#;

/// Nobody waits longer for a refusal.
const PATIENCE: Duration = Duration::from_secs(30);

/// The sound scenario with one of its parts replaced.
pub fn sound_but(part: &str, by: &str) -> String {
    assert_eq!(SOUND.matches(part).count(), 1, "{part:?} is there once");
    SOUND.replacen(part, by, 1)
}

/// A temporary folder.
pub struct Place {
    folder: TempDir,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Place {
    /// An empty folder.
    pub fn new() -> Place {
        Place { folder: TempDir::new().expect("a folder") }
    }

    /// A folder with a scenario `a.toml`.
    pub fn with(scenario: &str) -> Place {
        let place = Place::new();
        place.write("a.toml", scenario);
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).expect("written");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The program, to be run in this folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::from_std(program());
        command.current_dir(self.folder.path()).args(arguments).timeout(PATIENCE);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(&mut self.command(arguments))
    }

    /// Everything beneath the folder, with the length of each file.
    pub fn everything(&self) -> Vec<(PathBuf, u64)> {
        let mut found = Vec::new();
        list(self.folder.path(), &mut found);
        found.sort();
        found
    }

    /// The names in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("a folder").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into()).collect();
        names.sort();
        names
    }
}

impl Ended {
    /// Runs a command to its end, which is never a panic.
    pub fn of(command: &mut Command) -> Ended {
        let output = command.output().expect("the program starts");
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        assert!(!stderr.contains("panicked"), "{stderr}");
        Ended { status: output.status.code(), stdout, stderr }
    }

    /// Asserts the exit status and what was said on either stream, parts apart by ` | `.
    #[track_caller]
    pub fn expect(&self, status: i32, says: &str) {
        self.check(status, says).unwrap_or_else(|complaint| panic!("{complaint}"));
    }

    /// Whether the status and what was said are as they should be.
    pub fn check(&self, status: i32, says: &str) -> Result<(), String> {
        let said = format!("{}{}", self.stdout, self.stderr);
        let unsaid = says.split(" | ").find(|part| !said.contains(part));
        match (self.status == Some(status), unsaid) {
            (true, None) => Ok(()),
            (false, _) => Err(format!("status {:?}, not {status}:\n{said}", self.status)),
            (_, Some(part)) => Err(format!("does not say {part:?}:\n{said}")),
        }
    }
}

fn list(folder: &Path, found: &mut Vec<(PathBuf, u64)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let about = entry.metadata().expect("there");
        match about.is_dir() {
            true => {
                found.push((entry.path(), 0));
                list(&entry.path(), found);
            }
            false => found.push((entry.path(), about.len())),
        }
    }
}

/// Asserts that no case has a complaint, and shows all that have.
#[track_caller]
pub fn no_complaints(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{} cases:\n\n{}", complaints.len(), complaints.join("\n\n"));
}
