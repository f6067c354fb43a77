//! Which figures of a sweep are printed and charted.

use crate::experiment::Sweep;
use crate::office::{Figure, Scope};

/// What is shown where neither measures nor targets say what matters.
const USUAL: [&str; 4] =
    ["issued", "wish_to_appointment", "ready_within_promise", "quota_attended"];

/// The measures that are shown of a scenario without targets where none is asked for.
pub fn usual_measures() -> Vec<String> {
    USUAL.map(str::to_string).to_vec()
}

/// The figures of the measures of these names, for all where they are for all, else by station;
/// then those that targets are on. Measures that no point has are left out.
pub fn chosen(sweep: &Sweep, measures: &[String]) -> Vec<Figure> {
    let mut chosen: Vec<Figure> = Vec::new();
    let mut take = |figure: &Figure| {
        if !chosen.iter().any(|known| known.matches(figure)) {
            chosen.push(figure.clone());
        }
    };
    for name in measures {
        let of_name = |figure: &&Figure| figure.measure.name == name;
        let whole = all_figures(sweep).filter(of_name).find(|figure| figure.scope == Scope::All);
        match whole {
            Some(figure) => take(figure),
            None => all_figures(sweep).filter(of_name).for_each(&mut take),
        }
    }
    for point in &sweep.points {
        point.targets.iter().for_each(|of| take(&point.figures[of.figure].figure));
    }
    chosen
}

fn all_figures(sweep: &Sweep) -> impl Iterator<Item = &Figure> {
    sweep.points.iter().flat_map(|point| &point.figures).map(|of| &of.figure)
}
