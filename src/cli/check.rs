//! `antrean check`: every mistake in scenario files.

use crate::cli::arguments::CheckRequest;
use crate::cli::load::load;
use crate::cli::{End, show};
use crate::report::language::say;

/// Checks every file and says which are sound.
pub fn check(request: &CheckRequest) -> End {
    let mut end = End::Done;
    for path in &request.scenarios {
        match load(std::slice::from_ref(path), &request.settings) {
            None => end = End::Refused,
            Some(_) => {
                let shown =
                    show(&(say("{file}: no mistakes", &[("file", &path.display())]) + "\n"));
                end = if shown == End::Done { end } else { shown };
            }
        }
    }
    end
}
