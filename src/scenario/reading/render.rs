//! Diagnostics as people read them: the message, the line with a caret, and the help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
    normalize_untrusted_str,
};

use crate::scenario::reading::diagnostic::{Diagnostic, Severity};
use crate::scenario::reading::source::{Place, SourceId, Sources};

/// Characters that a caret underlines at most.
const CARET: usize = 60;
/// Columns of a message at most.
const WIDTH: usize = 120;
/// Characters of a message at most.
const LONGEST: usize = 1_000;
/// Bytes between what is shown together at most.
const FAR: usize = 20_000;
/// Diagnostics shown at most; who has more begins with these.
const SHOWN: usize = 100;

/// Whether messages are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Plain,
    Coloured,
}

/// Renders diagnostics one below the other.
pub fn render(sources: &Sources, diagnostics: &[&Diagnostic], colour: Colour) -> String {
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let shown = diagnostics.iter().take(SHOWN);
    let mut text: String =
        shown.map(|one| renderer.render(&[group(sources, one)]) + "\n\n").collect();
    if SHOWN < diagnostics.len() {
        text += &format!("and {} more like these\n\n", diagnostics.len() - SHOWN);
    }
    text
}

fn group<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let help = diagnostic.help.iter().map(|help| Level::HELP.message(tidy(help)));
    level
        .primary_title(tidy(&diagnostic.message))
        .elements(views(sources, diagnostic))
        .elements(help)
}

/// A message without control characters, cut where it repeats too much of a file.
fn tidy(message: &str) -> String {
    let cut = message.char_indices().nth(LONGEST).map(|(end, _)| format!("{}...", &message[..end]));
    normalize_untrusted_str(cut.as_deref().unwrap_or(message))
}

/// The place of a diagnostic and its second place, in one view where they are near each other.
fn views<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Vec<Element<'a>> {
    let first = diagnostic.place.map(|place| Mark::new(sources, place, &diagnostic.label));
    let second = diagnostic.also.as_ref();
    let second = second.map(|(place, label)| Mark::new(sources, *place, label).secondary());
    match (first, second) {
        (Some(first), Some(second)) if first.near(&second) => view(sources, &[first, second]),
        (first, second) => {
            first.into_iter().chain(second).flat_map(|mark| view(sources, &[mark])).collect()
        }
    }
}

/// A caret to draw, with what it says.
struct Mark<'a> {
    source: SourceId,
    caret: Range<usize>,
    kind: AnnotationKind,
    label: &'a str,
}

impl<'a> Mark<'a> {
    fn new(sources: &Sources, place: Place, label: &'a str) -> Self {
        let caret = caret(sources.text(place.source), place);
        Mark { source: place.source, caret, kind: AnnotationKind::Primary, label }
    }

    fn secondary(self) -> Self {
        Mark { kind: AnnotationKind::Context, ..self }
    }

    fn near(&self, other: &Mark<'_>) -> bool {
        self.source == other.source && self.caret.start.abs_diff(other.caret.start) < FAR
    }

    fn annotation(&self, start: usize) -> Annotation<'a> {
        let label = (!self.label.is_empty()).then(|| tidy(self.label));
        self.kind.span(self.caret.start - start..self.caret.end - start).label(label)
    }
}

/// The lines that some marks of one source are on, under the name of the source.
fn view<'a>(sources: &'a Sources, marks: &[Mark<'a>]) -> Vec<Element<'a>> {
    let (name, text) = (sources.name(marks[0].source), sources.text(marks[0].source));
    let shown = around(text, marks);
    let snippet = Snippet::source(&text[shown.clone()])
        .line_start(line_at(text, shown.start))
        .annotations(marks.iter().map(|mark| mark.annotation(shown.start)));
    match text[..shown.start].ends_with('\n') || shown.start == 0 {
        true => vec![snippet.path(name).into()],
        false => vec![origin(name, text, marks[0].caret.start).into(), snippet.into()],
    }
}

/// A position in a line whose beginning is not shown, so that its column must be said apart.
fn origin<'a>(name: &'a str, text: &str, position: usize) -> Origin<'a> {
    let head = text[..position].rsplit('\n').next().unwrap_or("");
    Origin::path(name).line(line_at(text, position)).char_column(head.chars().count() + 1)
}

fn line_at(text: &str, position: usize) -> usize {
    text[..position].matches('\n').count() + 1
}

/// The part of a place on its first line, cut where it is long.
fn caret(text: &str, place: Place) -> Range<usize> {
    let start = text.floor_char_boundary(place.start.min(text.len()));
    let end = text.ceil_char_boundary(place.end.min(text.len()).max(start));
    let line = text[start..end].lines().next().unwrap_or("");
    let shown = line.char_indices().nth(CARET).map_or(line.len(), |(end, _)| end);
    start..start + shown
}

/// The lines that some marks are on; of very long lines the part about the marks.
fn around(text: &str, marks: &[Mark<'_>]) -> Range<usize> {
    let first = marks.iter().map(|mark| mark.caret.start).min().unwrap_or(0);
    let last = marks.iter().map(|mark| mark.caret.end).max().unwrap_or(0);
    let start = text[..first].rfind('\n').map_or(0, |end| end + 1);
    let end = text[last..].find('\n').map_or(text.len(), |length| last + length);
    let start = start.max(text.floor_char_boundary(first.saturating_sub(FAR)));
    start..end.min(text.ceil_char_boundary((last + FAR).min(text.len())))
}

#[cfg(test)]
mod tests {
    use crate::scenario::reading::findings::Findings;
    use crate::scenario::reading::{Colour, Diagnostic, Place};

    fn rendered(text: &str, span: std::ops::Range<usize>) -> String {
        let mut findings = Findings::default();
        let source = findings.sources.add("a.toml", text.to_string());
        findings.note(Diagnostic::error("wrong").at(Place::new(source, span)).label("here"));
        findings.render(Colour::Plain)
    }

    #[test]
    fn long_lines_are_cut_and_their_columns_kept() {
        let text = format!("x = \"{}\" # {}\n", "a".repeat(10_000), "b".repeat(10_000));
        let far = format!("x = \"{}\" # {}\n", "a".repeat(100_000), "b".repeat(100_000));
        for (text, span, column) in [
            (&text, 4..10_006, 5),
            (&text, 10_009..10_010, 10_010),
            (&far, 100_009..100_010, 100_010),
        ] {
            let shown = rendered(text, span);
            assert!(shown.contains(&format!("a.toml:1:{column}\n")), "{shown}");
            assert!(shown.lines().all(|line| line.chars().count() <= 140), "{shown}");
        }
    }

    #[test]
    fn a_place_of_many_lines_shows_its_first() {
        let shown = rendered("x = [\n  1,\n  2,\n]\n", 4..17);
        assert!(shown.contains("1 | x = [\n  |     ^ here"), "{shown}");
        assert!(!shown.contains("2 |"), "{shown}");
    }

    #[test]
    fn places_within_letters_and_beyond_the_end_are_survived() {
        assert!(rendered("é", 1..2).contains("a.toml:1:1"));
        assert!(rendered("a", 5..9).contains("a.toml:1:2"));
        assert!(rendered("", 0..0).contains("a.toml:1:1"));
    }

    #[test]
    fn nothing_from_a_file_reaches_the_terminal_as_control() {
        let mut findings = Findings::default();
        let source = findings.sources.add("a\u{1b}.toml", "x = \u{1b}[31m".to_string());
        let place = Place::new(source, 4..5);
        findings.note(
            Diagnostic::error("\u{1b}")
                .at(place)
                .label("\u{1b}")
                .help("\u{1b}")
                .also(place, "\u{1b}"),
        );
        let shown = findings.render(Colour::Plain);
        assert!(!shown.contains('\u{1b}'), "{shown:?}");
        assert!(findings.render(Colour::Coloured).contains('\u{1b}'));
    }

    #[test]
    fn diagnostics_come_in_the_order_of_the_lines_and_once() {
        let mut findings = Findings::default();
        let source = findings.sources.add("a.toml", "x\ny\n".to_string());
        let at = |start: usize| Diagnostic::warning("odd").at(Place::new(source, start..start + 1));
        for start in [2, 0, 2, 0] {
            findings.note(at(start));
        }
        let shown = findings.render(Colour::Plain);
        assert_eq!(shown.matches("warning: odd").count(), 2);
        assert!(shown.find("a.toml:1:1") < shown.find("a.toml:2:1"));
        assert!(!findings.has_errors());
    }

    #[test]
    fn thousands_of_mistakes_are_not_all_shown() {
        let mut findings = Findings::default();
        let source = findings.sources.add("a.toml", "x".repeat(3_000));
        for start in 0..3_000 {
            findings.note(Diagnostic::error("odd").at(Place::new(source, start..start + 1)));
        }
        let shown = findings.render(Colour::Plain);
        assert!(shown.ends_with("and 2900 more like these\n\n"), "{}", &shown[shown.len() - 200..]);
    }
}
