//! The folder of results: it appears whole or not at all, and what is there is not lost.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use thiserror::Error;

use crate::report::manifest::Manifest;

const MANIFEST: &str = "manifest.toml";

/// What may happen to results that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// They stay, unless they are of the very same inputs.
    Keep,
    /// They are replaced.
    Replace,
}

/// Why results cannot go to a folder.
#[derive(Debug, Error)]
pub enum FolderError {
    #[error("{path} exists and is not a folder")]
    NotAFolder { path: PathBuf },
    #[error("{path} holds other files, which a run does not replace; choose another --output")]
    Foreign { path: PathBuf },
    #[error("{path} holds the results of another run; use --force to replace them, or --output")]
    OtherRun { path: PathBuf },
    #[error("another run is writing to {path}")]
    Busy { path: PathBuf },
    #[error("cannot write {path}: {source}")]
    Write { path: PathBuf, source: io::Error },
}

/// A folder that is reserved for the results of a run.
#[derive(Debug)]
pub struct Destination {
    path: PathBuf,
    parent: PathBuf,
    lock: PathBuf,
    /// Held until the destination is dropped; the system frees it if the program dies.
    _held: File,
}

impl FolderError {
    /// Whether the request was wrong, as opposed to the machine failing.
    pub fn is_usage(&self) -> bool {
        !matches!(self, FolderError::Write { .. })
    }
}

impl Destination {
    /// Reserves a folder for a run with these inputs, before anything is simulated.
    ///
    /// # Errors
    /// If the path is no folder, holds other results, is being written to, or cannot be written.
    pub fn reserve(
        path: &Path,
        inputs: &str,
        existing: Existing,
    ) -> Result<Destination, FolderError> {
        check(path, inputs, existing)?;
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new(".")).to_path_buf();
        fs::create_dir_all(&parent).map_err(|source| failed(&parent, source))?;
        let name = path.file_name().map_or_else(|| "results".into(), |name| name.to_string_lossy());
        let lock = parent.join(format!(".{name}.lock"));
        let held = File::create(&lock).map_err(|source| failed(&lock, source))?;
        match held.try_lock() {
            Ok(()) => Ok(Destination { path: path.to_path_buf(), parent, lock, _held: held }),
            Err(TryLockError::WouldBlock) => Err(FolderError::Busy { path: path.to_path_buf() }),
            Err(TryLockError::Error(source)) => Err(failed(&lock, source)),
        }
    }

    /// Writes all files beside the folder, then puts them in its place at once.
    ///
    /// # Errors
    /// If anything cannot be written; then nothing has changed.
    pub fn write(&self, files: &[(String, Vec<u8>)]) -> Result<(), FolderError> {
        let new = tempfile::Builder::new().prefix(".antrean-").tempdir_in(&self.parent);
        let new = new.map_err(|source| failed(&self.parent, source))?;
        for (name, contents) in files {
            write_file(&new.path().join(name), contents)
                .map_err(|source| failed(&self.path.join(name), source))?;
        }
        open_to_readers(new.path()).map_err(|source| failed(&self.path, source))?;
        self.put_in_place(new).map_err(|source| failed(&self.path, source))
    }

    fn put_in_place(&self, new: TempDir) -> io::Result<()> {
        let old = tempfile::Builder::new().prefix(".antrean-old-").tempdir_in(&self.parent)?;
        let target = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let replaced = target.exists();
        if replaced {
            fs::rename(&target, old.path().join("results"))?;
        }
        match fs::rename(new.path(), &target) {
            Ok(()) => {
                // The folder has moved: nothing is left for the guard to remove.
                let _moved = new.keep();
                Ok(())
            }
            Err(error) if replaced => {
                fs::rename(old.path().join("results"), &target)?;
                Err(error)
            }
            Err(error) => Err(error),
        }
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // A lock file that stays behind does no harm.
        let _ = fs::remove_file(&self.lock);
    }
}

fn check(path: &Path, inputs: &str, existing: Existing) -> Result<(), FolderError> {
    let path_buf = || path.to_path_buf();
    match fs::metadata(path) {
        Err(_) => return Ok(()),
        Ok(found) if !found.is_dir() => return Err(FolderError::NotAFolder { path: path_buf() }),
        Ok(_) => {}
    }
    if fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none()) {
        return Ok(());
    }
    let manifest = fs::read_to_string(path.join(MANIFEST)).ok();
    match manifest.and_then(|text| toml::from_str::<Manifest>(&text).ok()) {
        None => Err(FolderError::Foreign { path: path_buf() }),
        Some(manifest) if existing == Existing::Keep && manifest.inputs != inputs => {
            Err(FolderError::OtherRun { path: path_buf() })
        }
        Some(_) => Ok(()),
    }
}

fn write_file(path: &Path, contents: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, contents)
}

/// Temporary folders are private; results are for everybody who may read the place they are in.
#[cfg(unix)]
fn open_to_readers(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_readers(_: &Path) -> io::Result<()> {
    Ok(())
}

fn failed(path: &Path, source: io::Error) -> FolderError {
    FolderError::Write { path: path.to_path_buf(), source }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Destination, Existing, FolderError};
    use crate::report::manifest::Manifest;

    fn manifest(inputs: &str) -> Vec<u8> {
        let manifest = Manifest {
            antrean: "0".to_string(),
            command: String::new(),
            written: String::new(),
            inputs: inputs.to_string(),
            results: String::new(),
            replications: vec![1],
            seeds: vec![1],
            level: 0.95,
            scenarios: Vec::new(),
        };
        manifest.text().expect("a manifest is TOML")
    }

    #[test]
    fn the_same_run_replaces_itself_and_another_needs_force() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("results");
        let write = |inputs: &str, existing| {
            Destination::reserve(&path, inputs, existing)?
                .write(&[("manifest.toml".to_string(), manifest(inputs))])
        };
        write("a", Existing::Keep).expect("a new folder");
        write("a", Existing::Keep).expect("the same run");
        let other = write("b", Existing::Keep);
        assert!(matches!(other, Err(FolderError::OtherRun { .. })), "{other:?}");
        write("b", Existing::Replace).expect("forced");
        let left = fs::read_dir(place.path()).expect("there").count();
        assert_eq!(left, 1, "nothing but the results is left");
    }

    #[test]
    fn files_of_others_are_never_replaced() {
        let place = tempfile::tempdir().expect("a folder");
        fs::write(place.path().join("letter.txt"), "dear").expect("written");
        let other = Destination::reserve(place.path(), "a", Existing::Replace);
        assert!(matches!(other, Err(FolderError::Foreign { .. })));
        let file = Destination::reserve(&place.path().join("letter.txt"), "a", Existing::Replace);
        assert!(matches!(file, Err(FolderError::NotAFolder { .. })));
    }

    #[test]
    fn two_runs_do_not_write_to_one_folder() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("results");
        let first = Destination::reserve(&path, "a", Existing::Keep).expect("free");
        let second = Destination::reserve(&path, "a", Existing::Keep);
        assert!(matches!(second, Err(FolderError::Busy { .. })));
        drop(first);
        assert!(Destination::reserve(&path, "a", Existing::Keep).is_ok());
    }
}
