//! Every chart with realistic and with hostile data: sound, uncut, free of overlaps, and to look
//! at.

mod choice;
mod flow;
mod hostile;
mod karimun;
mod lever;
mod quota_use;
mod refusals;
mod replications;
mod settling;
mod story;
mod sweeps;
mod trade_off;
mod week_map;

use std::fs;
use std::path::PathBuf;

use resvg::usvg::{Group, Node, Rect};

use crate::report::chart::raster::parse;
use crate::report::chart::{Chart, png};
use crate::report::language::within;
use crate::scenario::Language;

/// Set to a folder, the tests leave all charts there as SVG and PNG, by language.
const GALLERY: &str = "ANTREAN_CHART_GALLERY";
/// The box of a line of text is higher than its letters by this much of it at either side.
const AIR: f32 = 0.22;

#[test]
fn realistic_charts_are_sound() {
    sound(|| [karimun::charts(), lever::realistic()].concat());
}

#[test]
fn hostile_charts_are_sound() {
    sound(|| [hostile::charts(), lever::hostile()].concat());
}

#[test]
fn warm_ups_are_sound() {
    sound(settling::charts);
}

#[test]
fn charts_of_sweeps_are_sound() {
    sound(sweeps::charts);
}

#[test]
fn charts_of_choices_are_sound() {
    sound(|| [choice::realistic(), choice::hostile()].concat());
}

#[test]
fn charts_of_quotas_are_sound() {
    sound(quota_use::charts);
}

#[test]
fn charts_of_the_way_are_sound() {
    sound(flow::charts);
}

#[test]
fn charts_of_replications_are_sound() {
    sound(replications::charts);
}

#[test]
fn charts_of_trade_offs_are_sound() {
    sound(trade_off::charts);
}

#[test]
fn charts_of_stories_are_sound() {
    sound(story::charts);
}

#[test]
fn charts_of_weeks_are_sound() {
    sound(week_map::charts);
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let svgs = || karimun::charts().into_iter().map(|chart| chart.svg).collect::<Vec<_>>();
    assert_eq!(svgs(), svgs());
}

#[test]
fn every_text_has_the_width_that_it_was_measured_with() {
    for chart in karimun::charts() {
        let fitted = chart.svg.matches("textLength=").count();
        assert!(2 < fitted && fitted <= chart.svg.matches("<text ").count(), "{}", chart.stem);
    }
}

/// Inspects charts in every language.
fn sound(charts: impl Fn() -> Vec<Chart>) {
    for (language, folder) in [(Language::English, "en"), (Language::Indonesian, "id")] {
        within(language, || charts().iter().for_each(|chart| inspect(chart, folder)));
    }
}

fn inspect(chart: &Chart, folder: &str) {
    keep(chart, folder);
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

fn keep(chart: &Chart, folder: &str) {
    let Some(gallery) = std::env::var_os(GALLERY).map(PathBuf::from) else { return };
    let folder = gallery.join(folder);
    fs::create_dir_all(&folder).expect("a folder for the gallery");
    let file = |ending| folder.join(&chart.stem).with_extension(ending);
    fs::write(file("svg"), &chart.svg).expect("the drawing on disk");
    fs::write(file("png"), png(&chart.svg).expect("a picture")).expect("the picture on disk");
}
