//! Charts as PNG pictures, drawn from their SVG with the embedded font alone.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::report::chart::ChartError;
use crate::report::chart::font::Weight;

/// Pixels of the picture per pixel of the chart, for dense screens and print.
const SCALE: f32 = 2.0;
const FAMILY: &str = "Noto Sans";

/// The chart as a PNG file, twice as wide and high as the SVG says.
pub fn png(svg: &str) -> Result<Vec<u8>, ChartError> {
    let tree = parse(svg)?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixmap = pixmap.ok_or_else(|| ChartError::Picture("its size".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| ChartError::Picture(error.to_string()))
}

/// The SVG as a tree whose text is laid out with the embedded font.
pub fn parse(svg: &str) -> Result<Tree, ChartError> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::new(embedded_fonts()),
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| ChartError::Picture(error.to_string()))
}

fn embedded_fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    for weight in [Weight::Regular, Weight::Bold] {
        fonts.load_font_data(weight.font().to_vec());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::png;

    #[test]
    fn broken_svg_is_refused() {
        assert!(png("<svg").is_err());
    }

    #[test]
    fn the_picture_is_a_png() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";
        let picture = png(svg).expect("a picture");
        assert_eq!(&picture[1..4], b"PNG");
        assert_eq!(&picture[16..24], &[0, 0, 0, 8, 0, 0, 0, 6]);
    }
}
