//! What a page is made of: parts under headings, each a row of blocks. Everything is escaped.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::report::chart::clean;
use crate::report::html::glossary::{Piece, pieces};
use crate::report::html::order::sorted_by;
use crate::report::language::word;
use crate::report::section::Section;

/// Characters of a cell that stands on one line.
const LONGEST_LINE: usize = 24;

/// A part of the page, with a heading of its own and a place in the contents.
#[derive(Debug)]
pub struct Part {
    /// What links point to: unique in the page.
    pub id: &'static str,
    pub heading: &'static str,
    pub blocks: Vec<Block>,
}

/// A line or table of a part.
#[derive(Debug, Template)]
#[template(ext = "html")]
pub enum Block {
    /// A heading below that of the part.
    #[template(source = "<h3>{{ self.0 }}</h3>\n", ext = "html")]
    Heading(Prose),
    #[template(source = "<p>{{ self.0 }}</p>\n", ext = "html")]
    Text(Prose),
    /// What is to be read if nothing else is.
    #[template(source = "<p class=\"lead\">{{ self.0 }}</p>\n", ext = "html")]
    Lead(Prose),
    /// What explains a table.
    #[template(source = "<p class=\"note\">{{ self.0 }}</p>\n", ext = "html")]
    Note(Prose),
    #[template(
        source = "<ul>{% for point in self.0.iter() %}<li>{{ point }}</li>{% endfor %}</ul>\n",
        ext = "html"
    )]
    Points(Vec<Prose>),
    /// Words and what they mean.
    #[template(
        source = "<dl>{% for (word, meaning) in self.0 %}<dt>{{ word }}</dt><dd>{{ meaning }}</dd>\
                  {% endfor %}</dl>\n",
        ext = "html"
    )]
    Terms(Vec<(String, String)>),
    /// What is to be typed; lines end between its words only.
    #[template(
        source = "<pre tabindex=\"0\">{% for word in self.0.split(' ') %}\
                  {% if !loop.first %} {% endif %}<code>{{ word }}</code>{% endfor %}</pre>\n",
        ext = "html"
    )]
    Command(String),
    #[template(source = "{{ self.0 }}", ext = "html")]
    Table(Sheet),
    /// A drawing that is sound SVG, with its data on demand.
    #[template(
        source = "<figure><div class=\"chart\" role=\"group\" aria-label=\"{{ name }}\" \
                  tabindex=\"0\">{{ svg|safe }}</div></figure>\n\
                  <details><summary>{{ summary }}</summary>\n{{ data }}\
                  </details>\n",
        ext = "html"
    )]
    Chart { name: String, svg: String, summary: String, data: Sheet },
    /// What is shown on demand.
    #[template(
        source = "<details><summary>{{ summary }}</summary>\n{{ sheet }}</details>\n",
        ext = "html"
    )]
    Fold { summary: String, sheet: Sheet },
}

/// A table in a box of its own, which scrolls where the window is narrow.
#[derive(Debug, Template)]
#[template(
    source = "<div class=\"scroll\" role=\"group\" aria-label=\"{{ caption }}\" tabindex=\"0\">\
              <table class=\"{{ cells.name() }}\">\n<thead><tr>{% for cell in header %}\
              <th scope=\"col\">{{ cell }}</th>{% endfor %}</tr></thead>\n<tbody>\n\
              {% for row in rows %}<tr>{% for cell in row %}\
              {% if loop.first %}<th scope=\"row\"{{ cell.sorting()|safe }}>{{ cell }}</th>\
              {% else if cell.is_long() %}<td class=\"long\"{{ cell.sorting()|safe }}>{{ cell }}</td>\
              {% else %}<td{{ cell.sorting()|safe }}>{{ cell }}</td>{% endif %}{% endfor %}</tr>\n\
              {% endfor %}\
              </tbody></table></div>\n",
    ext = "html"
)]
pub struct Sheet {
    /// What screen readers call it.
    pub caption: String,
    pub header: Vec<Prose>,
    pub rows: Vec<Vec<Prose>>,
    pub cells: Cells,
}

/// What the cells of a table hold, but for its first column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Short ones, set to the right.
    Figures,
    Sentences,
}

/// A text in which the words of the glossary are marked.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(
    source = "{% for piece in pieces %}{% match piece %}{% when Piece::Plain(text) %}{{ text }}\
              {% when Piece::Code(text) %}<code>{{ text }}</code>\
              {% when Piece::Term(word, meaning) %}<abbr title=\"{{ meaning }}\">{{ word }}</abbr>\
              {% endmatch %}{% endfor %}",
    ext = "html"
)]
pub struct Prose {
    pieces: Vec<Piece>,
}

impl From<Prose> for Block {
    fn from(text: Prose) -> Block {
        Block::Text(text)
    }
}

// What these templates write is escaped already.
impl HtmlSafe for Block {}
impl HtmlSafe for Sheet {}
impl HtmlSafe for Prose {}

impl Part {
    /// A part without blocks; its heading is translated.
    pub fn new(id: &'static str, heading: &'static str) -> Part {
        Part { id, heading: word(heading), blocks: Vec::new() }
    }

    /// Adds the table of a section under its heading, with what its rows are of; one without rows
    /// leaves no trace.
    pub fn add_section(&mut self, section: Section, of: &str) {
        let Some(name) = section.header.first().filter(|_| !section.rows.is_empty()).cloned()
        else {
            return;
        };
        let header = [of.to_string()].into_iter().chain(section.header.into_iter().skip(1));
        let sheet = Sheet::new(&name, Cells::Figures, (header.collect(), section.rows));
        self.blocks.push(Block::Heading(Prose::of(&name)));
        self.blocks.push(Block::Table(sheet));
        if !section.note.is_empty() {
            self.blocks.push(Block::Note(Prose::of(section.note)));
        }
    }
}

impl Part {
    /// Adds a table of figures under a heading; one without rows leaves no trace.
    pub fn add_table(&mut self, heading: &str, (header, rows): (Vec<String>, Vec<Vec<String>>)) {
        if !rows.is_empty() {
            let sheet = Sheet::new(heading, Cells::Figures, (header, rows));
            self.blocks.push(Block::Heading(Prose::of(heading)));
            self.blocks.push(Block::Table(sheet));
        }
    }

    /// Adds a table of sentences that is shown on demand.
    pub fn add_sentences(&mut self, name: &str, table: (Vec<String>, Vec<Vec<String>>)) {
        let sheet = Sheet::new(name, Cells::Sentences, table);
        self.blocks.push(Block::Fold { summary: name.to_string(), sheet });
    }

    /// Adds what explains a table.
    pub fn add_note(&mut self, note: &str) {
        self.blocks.push(Block::Note(Prose::of(note)));
    }
}

impl Sheet {
    /// A table of texts: its header, and rows of as many cells.
    pub fn new(
        caption: &str,
        cells: Cells,
        (header, rows): (Vec<String>, Vec<Vec<String>>),
    ) -> Sheet {
        let row = |row: Vec<String>| {
            let first = row.iter().take(1).map(|cell| Prose::of(cell));
            first.chain(row.iter().skip(1).map(|cell| Prose::plain(cell))).collect()
        };
        Sheet {
            caption: clean(caption),
            header: header.iter().map(|cell| Prose::of(cell)).collect(),
            rows: rows.into_iter().map(row).collect(),
            cells,
        }
    }
}

impl Cells {
    /// The class of the table.
    fn name(self) -> &'static str {
        match self {
            Cells::Figures => "figures",
            Cells::Sentences => "sentences",
        }
    }
}

impl Prose {
    /// A text with the words of the glossary marked.
    pub fn of(text: &str) -> Prose {
        Prose { pieces: pieces(&unparted(&clean(text))) }
    }

    /// What a cell with this text is sorted by, where that is another than the text.
    fn sorting(&self) -> String {
        let [Piece::Plain(text)] = self.pieces.as_slice() else { return String::new() };
        sorted_by(text).map_or(String::new(), |key| format!(" data-sort=\"{key}\""))
    }

    /// Whether a cell with this text needs more than one line where there is little room.
    fn is_long(&self) -> bool {
        let length = |piece: &Piece| match piece {
            Piece::Plain(text) | Piece::Code(text) | Piece::Term(text, _) => text.chars().count(),
        };
        LONGEST_LINE < self.pieces.iter().map(length).sum()
    }

    /// A text as it is.
    pub fn plain(text: &str) -> Prose {
        Prose { pieces: vec![Piece::Plain(unparted(&clean(text)))] }
    }
}

/// The text with numbers and their per cent signs on one line.
fn unparted(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

#[cfg(test)]
mod tests {
    use super::{Block, Cells, Part, Prose, Sheet};
    use crate::report::section::Section;

    const HOSTILE: &str = "\"><img src=x onerror=alert(1)><script>alert('1')</script>";

    #[test]
    fn nothing_in_a_text_is_markup() {
        let rows = vec![vec![HOSTILE.to_string(), HOSTILE.to_string()]];
        let sheet = || Sheet::new(HOSTILE, Cells::Figures, (vec![HOSTILE.into()], rows.clone()));
        let blocks = [
            Block::Heading(Prose::of(HOSTILE)),
            Block::Text(Prose::plain(HOSTILE)),
            Block::Lead(Prose::of(HOSTILE)),
            Block::Note(Prose::of(HOSTILE)),
            Block::Points(vec![Prose::of(HOSTILE)]),
            Block::Terms(vec![(HOSTILE.into(), HOSTILE.into())]),
            Block::Command(HOSTILE.into()),
            Block::Table(sheet()),
            Block::Chart {
                name: HOSTILE.into(),
                svg: String::new(),
                summary: HOSTILE.into(),
                data: sheet(),
            },
            Block::Fold { summary: HOSTILE.into(), sheet: sheet() },
        ];
        for block in blocks {
            let html = block.to_string();
            assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
            assert!(!html.contains("\">&#60;img") && html.contains("onerror"), "{html}");
        }
    }

    #[test]
    fn a_number_and_its_sign_stay_on_one_line() {
        assert_eq!(Prose::plain("at least 95 %, or so").to_string(), "at least 95\u{a0}%, or so");
    }

    #[test]
    fn words_of_the_glossary_are_marked() {
        let html = Prose::of("40 replications & more").to_string();
        assert!(html.starts_with("40 <abbr title=\""), "{html}");
        assert!(html.ends_with("\">replications</abbr> &#38; more"), "{html}");
        let html = Prose::of("see `booking.daily_quota`.").to_string();
        assert_eq!(html, "see <code>booking.daily_quota</code>.");
    }

    #[test]
    fn a_section_without_rows_leaves_no_trace() {
        let mut part = Part::new("figures", "Figures");
        part.add_section(Section::new(&["Nothing", "estimate"]), "measure");
        assert!(part.blocks.is_empty());
    }
}
