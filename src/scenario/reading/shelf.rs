//! Where scenario files are read from.

use std::fs;
use std::path::{Component, Path, PathBuf};

use include_dir::Dir;

use crate::scenario::reading::file;
use crate::scenario::reading::leaf::Fault;

/// A place with scenario files.
#[derive(Clone, Copy, Debug)]
pub enum Shelf {
    /// The disk of the machine.
    Disk,
    /// A folder inside the program.
    Program(&'static Dir<'static>),
}

impl Shelf {
    /// The text of a file.
    ///
    /// # Errors
    /// Says why it cannot be read, to be read after its name.
    pub fn read(self, path: &Path) -> Result<String, Fault> {
        match self {
            Shelf::Disk => file::read(path),
            Shelf::Program(folder) => {
                let text = folder.get_file(self.real(path)).and_then(|file| file.contents_utf8());
                text.map(str::to_string).ok_or_else(|| Fault::new("is not in the program"))
            }
        }
    }

    /// A path without links and dots, or as it is where there is no such file.
    pub fn real(self, path: &Path) -> PathBuf {
        match self {
            Shelf::Disk => fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()),
            Shelf::Program(_) => {
                path.components().filter(|part| *part != Component::CurDir).collect()
            }
        }
    }
}
