//! What a chart draws on: marks in fractions of a pixel, handed to plotters on a grid ten times
//! finer.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use crate::report::chart::ChartError;
use crate::report::chart::font::Weight;
use crate::report::chart::geometry::{Area, Point};
use crate::report::chart::lettering::{Anchor, Lettering};
use crate::report::chart::palette::{Colour, WHITE};
use crate::report::chart::pen::Pen;

/// The width of every chart in pixels.
pub const PAGE_WIDTH: f64 = 1000.0;

/// plotters takes whole units only; with ten to the pixel lines are smooth.
const UNITS_PER_PIXEL: f64 = 10.0;
/// What is kept free behind the end of a text that covers something.
const CLEARANCE: f64 = 4.0;
const FAMILY: &str = "Noto Sans, sans-serif";
/// How a text begins in SVG; within texts the sign is escaped.
const TEXT: &str = "<text ";
/// Shorter texts have room enough in any font.
const SHORTEST_FITTED: f64 = 40.0;
/// From the middle of the capitals down to the baseline, as a share of the size.
const HALF_CAPITAL: f64 = 0.357;
/// plotters lowers text that hangs from its point by this share of the size.
const HANGING: f64 = 0.76;
/// plotters divides the size of a font by this.
const FONT_SCALE: f64 = 1.24;

type Plane<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type PlotterError = DrawingAreaErrorKind<std::io::Error>;

/// The marks of a chart, drawn in the order they were added.
#[derive(Debug, Default)]
pub struct Canvas {
    marks: Vec<Mark>,
}

#[derive(Debug)]
enum Mark {
    Line(Vec<Point>, Pen),
    Fill(Vec<Point>, Colour),
    Disc(Point, f64, Colour),
    Text(Point, String, Lettering),
}

impl Canvas {
    /// Draws a line through `points`.
    pub fn line(&mut self, points: &[Point], pen: Pen) {
        self.marks.push(Mark::Line(points.to_vec(), pen));
    }

    /// Fills the outline through `points`.
    pub fn fill(&mut self, points: &[Point], colour: Colour) {
        self.marks.push(Mark::Fill(points.to_vec(), colour));
    }

    /// Fills a rectangle.
    pub fn rectangle(&mut self, area: Area, colour: Colour) {
        self.fill(&area.corners(), colour);
    }

    /// Fills a circle.
    pub fn disc(&mut self, centre: Point, radius: f64, colour: Colour) {
        self.marks.push(Mark::Disc(centre, radius, colour));
    }

    /// Sets one line of text; the point lies at half the height of its capitals.
    pub fn text(&mut self, at: Point, text: &str, lettering: Lettering) {
        self.marks.push(Mark::Text(at, text.to_owned(), lettering));
    }

    /// Sets one line of text that begins at the point, with what lies behind it cleared.
    pub fn text_over(&mut self, at: Point, text: &str, lettering: Lettering) {
        let half = lettering.line_height() / 2.0;
        let right = at.x + lettering.width(text) + CLEARANCE;
        let area = Area { left: at.x, top: at.y - half, right, bottom: at.y + half };
        self.rectangle(area, WHITE);
        self.text(at, text, lettering);
    }

    /// The drawing as SVG of the given height; `title` is what screen readers say.
    pub fn svg(&self, height: f64, title: &str) -> Result<String, ChartError> {
        let mut body = String::new();
        self.draw(&mut body, height).map_err(|error| ChartError::Drawing(error.to_string()))?;
        let content = body.split_once('\n').map_or("", |(_, content)| content);
        Ok(format!("{}{}", opening(height, title), self.fitted(content)))
    }

    /// The drawing with a width for every text, so that it fits in whatever font a reader has.
    fn fitted(&self, drawn: &str) -> String {
        let mut widths = self.marks.iter().filter_map(Mark::text_width);
        let mut parts = drawn.split(TEXT);
        let mut fitted = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            fitted += TEXT;
            if let Some(width) = widths.next().filter(|width| SHORTEST_FITTED <= *width) {
                let length = units(width);
                fitted += &format!("textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\" ");
            }
            fitted += part;
        }
        fitted
    }

    fn draw(&self, body: &mut String, height: f64) -> Result<(), PlotterError> {
        let size = (units(PAGE_WIDTH) as u32, units(height) as u32);
        let plane = SVGBackend::with_string(body, size).into_drawing_area();
        plane.fill(&colour_of(WHITE))?;
        self.marks.iter().try_for_each(|mark| mark.draw(&plane))?;
        plane.present()
    }
}

impl Mark {
    fn text_width(&self) -> Option<f64> {
        match self {
            // Letters that the font lacks are measured roughly.
            Mark::Text(_, text, _) if !text.chars().all(is_measured) => Some(0.0),
            Mark::Text(_, text, lettering) => Some(lettering.width(text)),
            _ => None,
        }
    }

    fn draw(&self, plane: &Plane) -> Result<(), PlotterError> {
        match self {
            Mark::Line(points, pen) => draw_line(plane, points, *pen),
            Mark::Fill(points, colour) => {
                plane.draw(&Polygon::new(coordinates(points), colour_of(*colour).filled()))
            }
            Mark::Disc(centre, radius, colour) => plane.draw(&Circle::new(
                coordinate(*centre),
                units(*radius),
                colour_of(*colour).filled(),
            )),
            Mark::Text(at, text, lettering) => draw_text(plane, *at, text, *lettering),
        }
    }
}

/// Latin letters, digits and the signs between them.
fn is_measured(letter: char) -> bool {
    letter < '\u{300}' || ('\u{2010}'..='\u{2265}').contains(&letter)
}

fn draw_line(plane: &Plane, points: &[Point], pen: Pen) -> Result<(), PlotterError> {
    let style: ShapeStyle = colour_of(pen.colour).stroke_width(units(pen.width) as u32);
    if pen.dash.space <= 0.0 {
        return plane.draw(&PathElement::new(coordinates(points), style));
    }
    let (length, space) = (units(pen.dash.length), units(pen.dash.space));
    plane.draw(&DashedPathElement::new(coordinates(points), length, space, style))
}

fn draw_text(
    plane: &Plane,
    at: Point,
    text: &str,
    lettering: Lettering,
) -> Result<(), PlotterError> {
    let hanging = at.shifted(0.0, lettering.size * (HALF_CAPITAL - HANGING));
    let colour = colour_of(lettering.colour);
    plane.draw(&Text::new(text, coordinate(hanging), text_style(lettering, &colour)))
}

fn text_style(lettering: Lettering, colour: &RGBColor) -> TextStyle<'_> {
    let weight = match lettering.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let side = match lettering.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let size = lettering.size * UNITS_PER_PIXEL * FONT_SCALE;
    let font = FontDesc::new(FontFamily::Name(FAMILY), size, weight);
    TextStyle::from(font).color(colour).pos(Pos::new(side, VPos::Top))
}

/// plotters' own opening tag knows neither a scale nor a title.
fn opening(height: f64, title: &str) -> String {
    let (wide, high) = (units(PAGE_WIDTH), units(height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{PAGE_WIDTH}\" \
         height=\"{height}\" viewBox=\"0 0 {wide} {high}\" role=\"img\" direction=\"ltr\" \
         stroke-linejoin=\"round\">\n<title>{}</title>\n",
        escaped(title)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn colour_of(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn coordinates(points: &[Point]) -> Vec<(i32, i32)> {
    points.iter().copied().map(coordinate).collect()
}

fn coordinate(point: Point) -> (i32, i32) {
    (units(point.x), units(point.y))
}

fn units(pixels: f64) -> i32 {
    (pixels * UNITS_PER_PIXEL).round() as i32
}
