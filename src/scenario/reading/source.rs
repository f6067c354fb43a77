//! The texts a scenario is read from, and places in them.

use std::ops::Range;

/// Which of the [`Sources`] a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(usize);

/// A stretch of bytes in one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub source: SourceId,
    pub start: usize,
    pub end: usize,
}

/// The named texts of a scenario: its file, the files it extends, and one for each `--set`.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Vec<(String, String)>,
}

impl Place {
    /// The place of `span` in `source`.
    pub fn new(source: SourceId, span: Range<usize>) -> Self {
        Place { source, start: span.start, end: span.end.max(span.start) }
    }
}

impl Sources {
    /// Keeps a text under the name that messages show.
    pub fn add(&mut self, name: &str, text: String) -> SourceId {
        self.texts.push((name.escape_debug().to_string(), text));
        SourceId(self.texts.len() - 1)
    }

    /// The name of a source.
    pub fn name(&self, source: SourceId) -> &str {
        &self.texts[source.0].0
    }

    /// The text of a source.
    pub fn text(&self, source: SourceId) -> &str {
        &self.texts[source.0].1
    }

    /// Names and texts, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}
