//! What a chart draws on: marks in fractions of a pixel, handed to plotters on a grid ten times
//! finer.

mod hints;

pub use hints::told;

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use crate::report::chart::ChartError;
use crate::report::chart::canvas::hints::Hint;
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
    hints: Vec<Hint>,
    /// The series that marks belong to from now on.
    series: Option<String>,
}

#[derive(Debug)]
enum Mark {
    Line(Vec<Point>, Pen),
    Fill(Vec<Point>, Colour),
    Disc(Point, f64, Colour),
    Text(Point, String, Lettering),
    /// What follows belongs to a series, or to none.
    Series(Option<String>),
}

impl Canvas {
    /// What is drawn from now on belongs to a series, which readers of a page can switch off, or to
    /// none.
    pub fn belong_to(&mut self, series: Option<&str>) {
        self.series = series.map(str::to_owned);
        self.marks.push(Mark::Series(self.series.clone()));
    }

    /// Says of a place what the pointer is told there.
    pub fn hint(&mut self, at: Point, text: String) {
        self.hint_in(hints::around(at), text);
    }

    /// Says of an area what the pointer is told there.
    pub fn hint_in(&mut self, area: Area, text: String) {
        self.hints.push(Hint { area, text, series: self.series.clone() });
    }

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
        let drawn = self.drawn(height);
        let drawn = drawn.map_err(|error| ChartError::Drawing(error.to_string()))?;
        let (opening, hints) = (opening(height, title), hints::written_all(&self.hints));
        Ok(format!("{opening}{}{hints}</svg>\n", self.fitted(&drawn)))
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

    /// All marks on white, those of a series in a group of their own.
    fn drawn(&self, height: f64) -> Result<String, PlotterError> {
        let area = Area { left: 0.0, top: 0.0, right: PAGE_WIDTH, bottom: height };
        let white = [Mark::Fill(area.corners(), WHITE)];
        let mut drawn = layer(&white, height)?;
        for run in self.marks.chunk_by(|_, next| !matches!(next, Mark::Series(_))) {
            let layer = layer(run, height)?;
            drawn += &match run.first() {
                Some(Mark::Series(Some(_))) if layer.is_empty() => String::new(),
                Some(Mark::Series(Some(name))) => hints::grouped(&layer, name),
                _ => layer,
            };
        }
        Ok(drawn)
    }
}

/// What plotters draws of some marks, without the element around it.
fn layer(marks: &[Mark], height: f64) -> Result<String, PlotterError> {
    let mut body = String::new();
    let size = (units(PAGE_WIDTH) as u32, units(height) as u32);
    let plane = SVGBackend::with_string(&mut body, size).into_drawing_area();
    marks.iter().try_for_each(|mark| mark.draw(&plane))?;
    plane.present()?;
    drop(plane);
    let content = body.split_once('\n').map_or("", |(_, content)| content);
    Ok(content.rsplit_once("</svg>").map_or(content, |(content, _)| content).to_owned())
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
            Mark::Series(_) => Ok(()),
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
