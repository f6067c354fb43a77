//! The files of the repository.

use std::fs;
use std::path::{Path, PathBuf};

use crate::source::Source;

const SOURCE_FOLDERS: [&str; 3] = ["src", "tests", "benches"];

/// Not ours to judge: what tools write, and tests, which may speak of any path.
const OUTSIDE: [&str; 4] = [".git", "target", "tests", "output"];

/// The one folder of results that is kept.
const GALLERY: &str = "output/karimun-kiosk-vs-karimun-app";

/// All Rust files, in the order of their paths.
pub fn sources() -> Vec<Source> {
    let files = SOURCE_FOLDERS.iter().flat_map(|folder| files_under(&top().join(folder)));
    let rust = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    rust.map(|path| Source::new(&name(&path), &read(&path))).collect()
}

/// The text of the manifest of the package.
pub fn manifest() -> String {
    read(&top().join("Cargo.toml"))
}

/// Paths and contents of all text files that the repository shows to others.
pub fn text_files() -> Vec<(String, String)> {
    let outside = |path: &PathBuf| OUTSIDE.iter().any(|folder| name(path) == *folder);
    let shown = children(&top()).into_iter().filter(|path| !outside(path));
    shown
        .chain([top().join(GALLERY)])
        .flat_map(|path| files_under(&path))
        .filter_map(|path| Some((name(&path), fs::read_to_string(&path).ok()?)))
        .collect()
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The path from the top of the repository, with `/` between its parts.
fn name(path: &Path) -> String {
    let path = path.strip_prefix(top()).unwrap_or(path);
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file itself, or all files in a folder and its folders; nothing where there is neither.
fn files_under(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() {
        children(path).iter().flat_map(|child| files_under(child)).collect()
    } else {
        path.is_file().then(|| path.to_path_buf()).into_iter().collect()
    }
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::{sources, text_files};

    #[test]
    fn the_files_are_found() {
        let sources = sources();
        for path in ["src/lib.rs", "src/main.rs", "tests/architecture/tree.rs"] {
            assert!(sources.iter().any(|source| source.path == path), "{path}");
        }
        let files = text_files();
        assert!(files.iter().any(|(path, _)| path == "Cargo.toml"));
        assert!(files.iter().all(|(path, _)| !path.starts_with("target/")));
    }
}
