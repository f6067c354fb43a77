//! The scenarios inside the program, so that it can prove itself wherever it is installed.

use std::path::PathBuf;

use include_dir::{Dir, include_dir};

use crate::scenario::reading::Shelf;

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/scenarios/theory");

/// The scenarios whose results theory knows.
pub const THEORY: Shelf = Shelf::Program(&FOLDER);

/// The files of [`THEORY`], in the order of their names.
pub fn theory_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = FOLDER.files().map(|file| file.path().to_path_buf()).collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{FOLDER, THEORY, theory_files};

    /// A new file is not noticed by the compiler: then touch this one.
    #[test]
    fn the_program_has_the_files_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/theory");
        let mut names: Vec<_> = fs::read_dir(&folder)
            .expect("there")
            .flatten()
            .map(|entry| entry.file_name())
            .collect();
        names.sort();
        assert_eq!(theory_files(), names.iter().map(Path::new).collect::<Vec<_>>());
        for file in FOLDER.files() {
            let on_disk = fs::read_to_string(folder.join(file.path())).expect("a text");
            assert_eq!(THEORY.read(file.path()), Ok(on_disk));
        }
    }
}
