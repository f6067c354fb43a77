//! Text as it will be set: cleaned, shortened and wrapped to the width it has.

use crate::report::chart::cleaning::clean;
use crate::report::chart::font::Weight;
use crate::report::chart::palette::{Colour, GREY, INK};

const ELLIPSIS: &str = "…";

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Lettering {
    pub size: f64,
    pub weight: Weight,
    pub colour: Colour,
    pub anchor: Anchor,
}

/// Which part of the text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Lettering {
    const fn new(size: f64, weight: Weight, colour: Colour) -> Self {
        Lettering { size, weight, colour, anchor: Anchor::Start }
    }

    /// For the finding above a chart.
    pub const fn title() -> Self {
        Lettering::new(20.0, Weight::Bold, INK)
    }

    /// For the line below the finding.
    pub const fn subtitle() -> Self {
        Lettering::new(14.0, Weight::Regular, GREY)
    }

    /// For the names of rows and series.
    pub const fn label() -> Self {
        Lettering::new(14.0, Weight::Regular, INK)
    }

    /// For names that head a group.
    pub const fn heading() -> Self {
        Lettering::new(14.0, Weight::Bold, INK)
    }

    /// For axes and remarks.
    pub const fn small() -> Self {
        Lettering::new(13.0, Weight::Regular, GREY)
    }

    /// The same in another colour.
    pub const fn coloured(self, colour: Colour) -> Self {
        Lettering { colour, ..self }
    }

    /// The same, centred at its point.
    pub const fn centred(self) -> Self {
        Lettering { anchor: Anchor::Middle, ..self }
    }

    /// The same, ending at its point.
    pub const fn ending(self) -> Self {
        Lettering { anchor: Anchor::End, ..self }
    }

    /// The distance between two lines.
    pub fn line_height(&self) -> f64 {
        (self.size * 1.3).round()
    }

    /// The width of `text` in pixels.
    pub fn width(&self, text: &str) -> f64 {
        self.size * self.weight.advances(text).iter().sum::<f64>()
    }

    /// The widest of `texts` in pixels, 0 if there is none.
    pub fn widest<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> f64 {
        texts.into_iter().map(|text| self.width(text)).fold(0.0, f64::max)
    }

    /// `text` cleaned and, where it is wider than `width`, cut with an ellipsis.
    pub fn shorten(&self, text: &str, width: f64) -> String {
        let text = clean(text);
        if self.width(&text) <= width { text } else { self.cut(&text, width) }
    }

    /// `text` in at most `lines` lines of `width`; the last ends in an ellipsis if text is left.
    pub fn wrap(&self, text: &str, width: f64, lines: usize) -> Vec<String> {
        // A number and its per cent sign stay on one line.
        let text = clean(text).replace(" %", "\u{a0}%");
        let is_gap = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
        let pieces = text.split(is_gap).filter(|piece| !piece.is_empty());
        let wrapped = self.wrap_pieces(pieces, width, lines);
        wrapped.iter().map(|line| line.replace('\u{a0}', " ")).collect()
    }

    /// The same for pieces that are not to be parted.
    pub fn wrap_pieces<'a>(
        &self,
        pieces: impl Iterator<Item = &'a str>,
        width: f64,
        lines: usize,
    ) -> Vec<String> {
        let mut wrapped: Vec<String> = Vec::new();
        for piece in pieces {
            match wrapped.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(piece) <= width => {
                    line.push(' ');
                    line.push_str(piece);
                }
                _ => wrapped.push(piece.to_owned()),
            }
        }
        let rest = wrapped.split_off(lines.saturating_sub(1).min(wrapped.len()));
        wrapped.extend((!rest.is_empty()).then(|| rest.join(" ")));
        wrapped.iter().map(|line| self.shorten(line, width)).collect()
    }

    fn cut(&self, text: &str, width: f64) -> String {
        let mut room = width / self.size - self.weight.advances(ELLIPSIS).iter().sum::<f64>();
        let fitting = text.chars().zip(self.weight.advances(text)).take_while(|(_, advance)| {
            room -= advance;
            0.0 <= room
        });
        let kept: String = fitting.map(|(character, _)| character).collect();
        format!("{}{ELLIPSIS}", kept.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::Lettering;

    #[test]
    fn text_that_fits_is_left_alone() {
        assert_eq!(Lettering::label().shorten("Tanjung Balai", 200.0), "Tanjung Balai");
    }

    #[test]
    fn long_text_ends_in_an_ellipsis_within_its_width() {
        let label = Lettering::label();
        for text in ["w".repeat(10_000), "🛂".repeat(10_000), "i\u{301}".repeat(10_000)] {
            let short = label.shorten(&text, 120.0);
            assert!(short.ends_with('…') && label.width(&short) <= 120.0, "{short}");
        }
    }

    #[test]
    fn wrapped_lines_keep_every_word_until_the_last_line() {
        let label = Lettering::label();
        assert_eq!(label.wrap("one two three", 60.0, 3), ["one two", "three"]);
        assert_eq!(label.wrap("one two three four", 60.0, 2), ["one two", "three f…"]);
        assert!(label.wrap(" ", 60.0, 2).is_empty());
        let room = label.width("at least 95") + 1.0;
        assert_eq!(label.wrap("at least 95 %", room, 2), ["at least", "95 %"]);
    }

    #[test]
    fn bold_is_wider() {
        assert!(Lettering::label().width("kiosk") < Lettering::heading().width("kiosk"));
    }
}
