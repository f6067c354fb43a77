//! Rules for files as text: how long they are, how wide, how they open, and what they must not say.

use crate::source::{Offence, Source};

const MOST_LINES: usize = 400;
const MOST_LINES_OF_MAIN: usize = 20;
const MOST_COLUMNS: usize = 100;
const MARKS: [&str; 3] = ["TODO", "FIXME", "XXX"];
const MACHINE_FOLDERS: [&str; 4] = ["/work/", "/tmp/", "/root/", "/home/"];

/// All offences of a file as text.
pub fn offences(source: &Source) -> Vec<Offence> {
    [shape(source), columns(source), marks(source)].concat()
}

fn shape(source: &Source) -> Vec<Offence> {
    let lines = source.text.lines().count();
    let most = if source.path == "src/main.rs" { MOST_LINES_OF_MAIN } else { MOST_LINES };
    let silent = !source.text.starts_with("//!");
    let advice = [
        (most < lines).then(|| format!("{lines} lines, at most {most}; split it by subject")),
        silent.then(|| "open with one sentence, `//!`, on what the file is for".to_string()),
        source.path.ends_with("/mod.rs").then(|| "no `mod.rs`: `name.rs` and `name/`".to_string()),
    ];
    advice.into_iter().flatten().map(|advice| source.offence(1, advice)).collect()
}

/// Lines that are too wide, but for links and strings, which cannot be broken.
fn columns(source: &Source) -> Vec<Offence> {
    let too_wide = |line: &str, code: &str| {
        MOST_COLUMNS < line.chars().count() && !line.contains("://") && !ends_in_string(line, code)
    };
    let blanked = source.lines_without_strings();
    let lines = source.text.lines().zip(&blanked).zip(1..);
    lines
        .filter(|((line, code), _)| too_wide(line, code))
        .map(|(_, number)| source.offence(number, format!("wider than {MOST_COLUMNS} columns")))
        .collect()
}

/// Whether a string reaches beyond the last column; `code` is the line with strings blanked out.
fn ends_in_string(line: &str, code: &str) -> bool {
    let beyond = line.chars().zip(code.chars()).skip(MOST_COLUMNS);
    beyond.into_iter().any(|(is, blanked)| is != blanked) && !code.contains("//")
}

fn marks(source: &Source) -> Vec<Offence> {
    let offence = |(line, number): (&String, usize)| {
        let mark = MARKS.iter().find(|mark| words(line).any(|word| word == **mark))?;
        Some(source.offence(number, format!("`{mark}` is for later; do it now or leave it out")))
    };
    source.lines_without_strings().iter().zip(1..).filter_map(offence).collect()
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !character.is_alphanumeric() && character != '_')
}

/// Lines of any text file that name a folder of the machine it was written on.
pub fn machine_paths(path: &str, text: &str) -> Vec<Offence> {
    let offence = |(line, number): (&str, usize)| {
        let folder = MACHINE_FOLDERS.iter().find(|folder| names_folder(line, folder))?;
        let advice = format!("`{folder}` is a folder of one machine; write a path from here");
        Some(Offence { path: path.to_string(), line: number, advice })
    };
    text.lines().zip(1..).filter_map(offence).collect()
}

/// Whether a path from the root begins with `folder`; `output/tmp/` does not.
fn names_folder(line: &str, folder: &str) -> bool {
    let inner = |character: char| character.is_alphanumeric() || "_-.}*~".contains(character);
    line.match_indices(folder).any(|(start, _)| !line[..start].ends_with(inner))
}

#[cfg(test)]
mod tests {
    use super::{MACHINE_FOLDERS, MARKS, machine_paths, offences};
    use crate::source::Source;

    fn count(path: &str, text: &str) -> usize {
        offences(&Source::new(path, text)).len()
    }

    #[test]
    fn files_open_with_a_sentence() {
        assert_eq!(count("src/time.rs", "//! Time."), 0);
        assert_eq!(count("src/time.rs", "use std::fmt;\n"), 1);
    }

    #[test]
    fn long_files_are_offences() {
        let file = |lines| "//! A line.\n".repeat(lines);
        assert_eq!((count("src/time.rs", &file(400)), count("src/time.rs", &file(401))), (0, 1));
        assert_eq!((count("src/main.rs", &file(20)), count("src/main.rs", &file(21))), (0, 1));
    }

    #[test]
    fn modules_are_named_files() {
        assert_eq!(count("src/time/mod.rs", "//! Time."), 1);
    }

    #[test]
    fn wide_lines_are_offences_unless_they_cannot_be_broken() {
        let wide = "w".repeat(100);
        assert_eq!(count("src/time.rs", &format!("//! Wide: {wide}")), 1);
        assert_eq!(count("src/time.rs", &format!("//! A.\n// {wide}")), 1);
        assert_eq!(count("src/time.rs", &format!("//! A.\nfn {wide}() {{}}")), 1);
        assert_eq!(count("src/time.rs", &format!("//! See https://{wide}")), 0);
        assert_eq!(count("src/time.rs", &format!("//! A.\nconst A: &str = \"{wide}\";")), 0);
        assert_eq!(count("src/time.rs", &format!("//! A.\nconst A: &str = \"\"; // {wide}")), 1);
    }

    #[test]
    fn work_for_later_is_an_offence_in_code_and_comments() {
        for mark in MARKS {
            assert_eq!(count("src/time.rs", &format!("//! A.\n// {mark}: b")), 1);
            assert_eq!(count("src/time.rs", &format!("//! A.\n/// {mark}(b)\nfn a() {{}}")), 1);
            assert_eq!(count("src/time.rs", &format!("//! A.\nconst A: &str = \"{mark}\";")), 0);
        }
    }

    #[test]
    fn machine_folders_are_offences() {
        for folder in MACHINE_FOLDERS {
            assert_eq!(machine_paths("README.md", &format!("a\nin `{folder}b`")).len(), 1);
            assert_eq!(machine_paths("README.md", &format!("in output{folder}b")).len(), 0);
        }
    }
}
