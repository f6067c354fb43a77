//! Texts that are something other than a scenario.

use std::ops::Range;

use crate::scenario::reading::lines::lines;

/// The conflict markers that git left, by line.
pub fn conflicts(text: &str) -> Vec<Range<usize>> {
    lines(text).filter(|line| text[line.clone()].starts_with("<<<<<<< ")).collect()
}

/// What the whole text looks like if not TOML, and where that shows.
pub fn not_toml(text: &str) -> Option<(Range<usize>, String)> {
    let first = lines(text).find(|line| !text[line.clone()].trim().is_empty())?;
    let start = text[first.start..].trim_start();
    let format = match start.chars().next()? {
        '{' => Some("JSON"),
        '[' if start[1..].trim_start().starts_with(['{', '[']) && !start.starts_with("[[") => {
            Some("JSON")
        }
        '<' if !start.starts_with("<<<<<<<") => Some("XML or HTML"),
        _ if start.starts_with("---") => Some("YAML"),
        _ => looks_like_a_table(&text[first.clone()]).then_some("a CSV table"),
    };
    format.map(|format| (first, format!("this looks like {format}; a scenario is TOML")))
}

fn looks_like_a_table(line: &str) -> bool {
    !line.contains(['=', '[', '#', ':']) && line.contains([',', ';', '\t'])
}
