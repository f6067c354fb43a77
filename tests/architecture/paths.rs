//! The paths of a file, such as `crate::time::Day`, wherever they stand in the code.

use crate::source::{Source, Token};

/// A path; each leaf of a `use` group is a path of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
}

impl Path {
    /// The first segment.
    pub fn root(&self) -> &str {
        &self.segments[0]
    }

    /// How many `super` the path begins with, after `self` if there is one.
    pub fn steps_up(&self) -> usize {
        let inside = self.segments.iter().skip_while(|segment| *segment == "self");
        inside.take_while(|segment| *segment == "super").count()
    }
}

/// All paths of two or more segments, and the single names that a `use` brings in.
pub fn of(source: &Source) -> Vec<Path> {
    let mut reader = Reader { tokens: &source.tokens, position: 0, found: Vec::new() };
    while reader.position < source.tokens.len() {
        if reader.at_path() {
            reader.read(Vec::new());
        } else {
            reader.position += 1;
        }
    }
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token],
    position: usize,
    found: Vec<Path>,
}

impl Reader<'_> {
    fn at_path(&self) -> bool {
        let before = self.position.checked_sub(1).map_or("", |before| self.text(before));
        let imported = before == "use" && is_segment(self.here());
        imported || is_name(self.here()) && self.text(self.position + 1) == "::"
    }

    /// Reads one path from here on; after it, the reader stands behind its last segment.
    fn read(&mut self, mut segments: Vec<String>) {
        if self.here() == "{" {
            return self.read_group(&segments);
        }
        let line = self.tokens.get(self.position).map_or(0, |token| token.line);
        segments.push(self.here().to_string());
        self.position += 1;
        let continues = self.here() == "::" && is_segment(self.text(self.position + 1));
        if continues {
            self.position += 1;
            self.read(segments);
        } else {
            self.found.push(Path { segments, line });
        }
    }

    /// Reads `{a, b::c as d}`, each with the segments that stand before the group.
    fn read_group(&mut self, before: &[String]) {
        self.position += 1;
        while !matches!(self.here(), "}" | "") {
            if is_segment(self.here()) {
                self.read(before.to_vec());
            }
            while !matches!(self.here(), "," | "}" | "") {
                self.position += 1;
            }
            self.position += usize::from(self.here() == ",");
        }
        self.position += 1;
    }

    fn here(&self) -> &str {
        self.text(self.position)
    }

    fn text(&self, position: usize) -> &str {
        self.tokens.get(position).map_or("", |token| &token.text)
    }
}

fn is_segment(text: &str) -> bool {
    is_name(text) || text == "*" || text == "{"
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::source::Source;

    fn paths(text: &str) -> Vec<String> {
        of(&Source::new("src/office.rs", text)).iter().map(|path| path.segments.join(" ")).collect()
    }

    #[test]
    fn groups_are_taken_apart() {
        let text = "use crate::{a, b::{self, c as d}, e::*}; use x; use {y::z, v::w};";
        let leaves = ["crate a", "crate b self", "crate b c", "crate e *", "x", "y z", "v w"];
        assert_eq!(paths(text), leaves);
    }

    #[test]
    fn paths_are_found_in_types_expressions_attributes_and_macros() {
        let text = "#[derive(a::B)] struct C(d::E<f::G>); fn h() { i!(j::k(), [::l::m::<N>()]) }";
        assert_eq!(paths(text), ["a B", "d E", "f G", "j k", "l m"]);
    }

    #[test]
    fn steps_up_are_counted() {
        let found = of(&Source::new("src/office.rs", "use self::super::super::a; use b::c;"));
        assert_eq!((found[0].steps_up(), found[1].steps_up()), (2, 0));
    }
}
