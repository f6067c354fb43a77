//! The embedded font: its bytes and the widths of its characters.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// The narrowest a character may count, so that marks without width cannot pile up without end.
const NARROWEST: f64 = 0.2;
/// What a character counts that the font does not have; emoji are wide.
const WIDEST: f64 = 1.4;

/// How heavy the strokes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl Weight {
    /// The bytes of the embedded font.
    pub fn font(self) -> &'static [u8] {
        match self {
            Weight::Regular => notosans::REGULAR_TTF,
            Weight::Bold => notosans::BOLD_TTF,
        }
    }

    /// The widths of the characters of `text`, as shares of the size.
    pub fn advances(self, text: &str) -> Vec<f64> {
        let font = FontRef::new(self.font()).ok();
        let ruler = font.as_ref().map(Ruler::new);
        text.chars().map(|character| advance(ruler.as_ref(), character)).collect()
    }
}

/// The widths of the glyphs of one font, as shares of its size.
struct Ruler<'a> {
    characters: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
}

impl<'a> Ruler<'a> {
    fn new(font: &FontRef<'a>) -> Self {
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        Ruler { characters: font.charmap(), metrics }
    }

    fn advance(&self, character: char) -> Option<f64> {
        self.metrics.advance_width(self.characters.map(character)?).map(f64::from)
    }
}

fn advance(ruler: Option<&Ruler>, character: char) -> f64 {
    if is_joint(character) {
        return 0.0;
    }
    ruler.and_then(|ruler| ruler.advance(character)).unwrap_or(WIDEST).max(NARROWEST)
}

/// Joiners and isolates: they shape and order their neighbours and show nothing.
fn is_joint(character: char) -> bool {
    matches!(character, '\u{200c}'..='\u{200d}' | '\u{2066}'..='\u{2069}')
}
