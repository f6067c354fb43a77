//! The tools of the others: where they are, and what is to be typed where they are missing.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::Portion;
use crate::played::Played;

/// Why there is nothing to compare, in words for the one who asked.
#[derive(Clone, Debug)]
pub struct Failure(pub String);

/// Programs that play.
#[derive(Clone, Debug)]
pub struct Tools {
    ours: PathBuf,
    python: PathBuf,
    nexosim: PathBuf,
}

/// A model in one of the tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    OfficeAntrean,
    OfficeNexosim,
    OfficeSimpy,
    OfficeCiw,
    LineAntrean,
    LineSimpy,
}

impl Tools {
    /// Looks for Python with its packages, and builds the peer in Rust.
    ///
    /// # Errors
    /// If one is missing; the message says what to type.
    pub fn find(python: Option<&Path>) -> Result<Tools, Failure> {
        let ours = std::env::current_exe().map_err(|error| Failure(error.to_string()))?;
        let python = python.map_or_else(usual_python, Path::to_path_buf);
        check_python(&python)?;
        Ok(Tools { ours, python, nexosim: build_nexosim()? })
    }

    /// Lets a tool play so much.
    ///
    /// # Errors
    /// If it cannot be started, fails, or prints something else than its line.
    pub fn play(&self, model: Model, portion: Portion) -> Result<Played, Failure> {
        let mut command = self.command(model);
        for (option, number) in [
            ("--replications", portion.replications),
            ("--seed", portion.seed),
            ("--scale", portion.scale),
        ] {
            command.arg(option).arg(number.to_string());
        }
        let output = output(&mut command)?;
        let line = String::from_utf8_lossy(&output.stdout);
        serde_json::from_str(&line)
            .map_err(|error| Failure(format!("{command:?} printed no result: {error}\n{line}")))
    }

    fn command(&self, model: Model) -> Command {
        let ours = |play: &str| {
            let mut command = Command::new(&self.ours);
            command.arg(play);
            command
        };
        let script = |name: &str| {
            let mut command = Command::new(&self.python);
            // Compiled files would lie about in the folder of the scripts.
            command.arg("-B").arg(folder().join(name));
            command
        };
        match model {
            Model::OfficeAntrean => ours("office"),
            Model::LineAntrean => ours("line"),
            Model::OfficeNexosim => Command::new(&self.nexosim),
            Model::OfficeSimpy => script("office_simpy.py"),
            Model::OfficeCiw => script("office_ciw.py"),
            Model::LineSimpy => script("line_simpy.py"),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers")
}

fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers")
}

/// The Python made for the peers, or else the one of the system.
fn usual_python() -> PathBuf {
    let own = built().join("python/bin/python");
    if own.exists() { own } else { PathBuf::from("python3") }
}

fn check_python(python: &Path) -> Result<(), Failure> {
    let advice = "Python 3.11 or newer with the packages of benches/peers/requirements.txt is \
        needed:\n\n    python3 -m venv target/peers/python\n    \
        target/peers/python/bin/pip install -r benches/peers/requirements.txt\n";
    let output = Command::new(python).args(["-c", "import ciw, simpy, tomllib"]).output();
    let reason = match output {
        Ok(output) if output.status.success() => return Ok(()),
        Ok(output) => last_line(&output.stderr),
        Err(error) => error.to_string(),
    };
    Err(Failure(format!("{} will not do ({reason}). {advice}", python.display())))
}

/// Builds the peer in Rust, a project of its own, and returns where it is.
fn build_nexosim() -> Result<PathBuf, Failure> {
    let target = built().join("nexosim");
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--release", "--locked", "--quiet", "--manifest-path"]);
    command.arg(folder().join("nexosim/Cargo.toml")).arg("--target-dir").arg(&target);
    output(&mut command)?;
    Ok(target.join("release").join(format!("office-nexosim{}", std::env::consts::EXE_SUFFIX)))
}

/// Waits for the end of a command, which must be a good one.
fn output(command: &mut Command) -> Result<Output, Failure> {
    let output = command.output();
    let output = output.map_err(|error| Failure(format!("cannot start {command:?}: {error}")))?;
    match output.status.success() {
        true => Ok(output),
        false => Err(Failure(format!(
            "{command:?} failed ({}):\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ))),
    }
}

fn last_line(text: &[u8]) -> String {
    String::from_utf8_lossy(text).trim().lines().last().unwrap_or("no reason given").to_string()
}
