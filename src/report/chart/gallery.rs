//! Every chart with realistic and with hostile data: sound, uncut, free of overlaps, and to look
//! at.

mod choice;
mod hostile;
mod karimun;
mod lever;
mod refusals;
mod settling;
mod sweeps;

use std::fs;
use std::path::PathBuf;

use resvg::usvg::{Group, Node, Rect};

use crate::report::chart::raster::parse;
use crate::report::chart::{Chart, png};

/// Set to a folder, the tests leave all charts there as SVG and PNG.
const GALLERY: &str = "ANTREAN_CHART_GALLERY";
/// The box of a line of text is higher than its letters by this much of it at either side.
const AIR: f32 = 0.22;

#[test]
fn realistic_charts_are_sound() {
    karimun::charts().iter().chain(&lever::realistic()).for_each(inspect);
}

#[test]
fn hostile_charts_are_sound() {
    hostile::charts().iter().chain(&lever::hostile()).for_each(inspect);
}

#[test]
fn warm_ups_are_sound() {
    settling::charts().iter().for_each(inspect);
}

#[test]
fn charts_of_sweeps_are_sound() {
    sweeps::charts().iter().for_each(inspect);
}

#[test]
fn charts_of_choices_are_sound() {
    [choice::realistic(), choice::hostile()].concat().iter().for_each(inspect);
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let svgs = || karimun::charts().into_iter().map(|chart| chart.svg).collect::<Vec<_>>();
    assert_eq!(svgs(), svgs());
}

fn inspect(chart: &Chart) {
    keep(chart);
    let markup: String = chart.svg.lines().filter(|line| line.starts_with('<')).collect();
    assert!(!markup.contains("NaN") && !markup.contains("inf"), "{}", chart.stem);
    assert!(!markup.contains("<svg onload"), "{}", chart.stem);
    let tree = parse(&chart.svg).expect("valid SVG");
    let mut texts = Vec::new();
    collect(tree.root(), &mut texts);
    assert!(!texts.is_empty(), "{}", chart.stem);
    for (text, place) in &texts {
        let inside = 0.0 <= place.left()
            && place.right() <= tree.size().width()
            && 0.0 <= place.top()
            && place.bottom() <= tree.size().height();
        assert!(inside, "{}: `{text}` is cut", chart.stem);
    }
    for (index, (text, place)) in texts.iter().enumerate() {
        let covered = texts[..index].iter().find(|(_, other)| overlap(place, other));
        assert!(covered.is_none(), "{}: `{text}` covers {covered:?}", chart.stem);
    }
}

fn collect(group: &Group, texts: &mut Vec<(String, Rect)>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => collect(inner, texts),
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                texts.push((words, text.abs_bounding_box()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    let across = one.left() < other.right() && other.left() < one.right();
    let (above, below) = if one.top() < other.top() { (one, other) } else { (other, one) };
    let air = AIR * (above.height() + below.height());
    across && below.top() + air < above.bottom()
}

fn keep(chart: &Chart) {
    let Some(folder) = std::env::var_os(GALLERY).map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).expect("a folder for the gallery");
    let file = |ending| folder.join(&chart.stem).with_extension(ending);
    fs::write(file("svg"), &chart.svg).expect("the drawing on disk");
    fs::write(file("png"), png(&chart.svg).expect("a picture")).expect("the picture on disk");
}
