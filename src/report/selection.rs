//! The report of a selection: who is the best, how sure that is, and what it took.

mod files;
mod picture;
mod terminal;

pub use files::files;
pub use terminal::{asking, summary};

use crate::experiment::{Candidate, Procedure, Selected, Standing};
use crate::office::{Better, Unit};
use crate::report::wording;

/// The places of the candidates, the best mean first; those without one last.
fn ranking(found: &Selected) -> Vec<usize> {
    let aim = found.selecting.selection.aim;
    let mut places: Vec<usize> = (0..found.candidates.len()).collect();
    let mean = |place: &usize| found.candidates[*place].estimate.mean;
    places.sort_by(|one, other| match (mean(one), mean(other)) {
        (Some(one), Some(other)) => aim.advantage(other, one).total_cmp(&0.0),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    let is_leader = |place: &usize| Some(*place) == found.leader;
    places.sort_by_key(|place| !is_leader(place));
    places
}

/// What became of a candidate, in words.
fn fate(found: &Selected, place: usize) -> String {
    let of = &found.candidates[place];
    match of.standing {
        Standing::Selected => format!("selected after {} replications", of.replications),
        Standing::ScreenedOut { by } => {
            let by = &found.candidates[by].scenario.name;
            format!("screened out after {}, behind {by}", of.replications)
        }
        Standing::Passed => format!("behind after {}", of.replications),
        Standing::Level => format!("level after {}", of.replications),
        Standing::NotDecided => format!("still in after {}", of.replications),
    }
}

/// The verdict in a sentence.
fn verdict(found: &Selected) -> String {
    let title = format!("{:?}", wording::title(&found.figure));
    let leader = found.leader.map(|place| &found.candidates[place]);
    match leader {
        None => format!("Not decided: {title} is never seen"),
        Some(leader) if found.is_decided => {
            format!("Best by {title}: {} ({})", leader.scenario.name, mean(found, leader))
        }
        Some(leader) => {
            let most = found.selecting.most;
            let name = &leader.scenario.name;
            format!("Not decided after {most} replications; ahead by {title}: {name}")
        }
    }
}

fn mean(found: &Selected, of: &Candidate) -> String {
    let unit = found.figure.measure.unit;
    of.estimate.mean.map_or(wording::NOT_AVAILABLE.to_string(), |mean| wording::value(mean, unit))
}

/// The names of those that may be as good as the leader.
fn as_good(found: &Selected) -> Vec<&str> {
    let places = ranking(found).into_iter().filter(|place| found.may_be_as_good(*place));
    places.map(|place| found.candidates[place].scenario.name.as_str()).collect()
}

/// The indifference amount with its unit: "0.5 points", "2 min".
fn amount(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share => format!("{} points", plain(value * 100.0)),
        Unit::Rupiah => wording::value(value, unit),
        unit => format!("{} {}", plain(value), wording::short(unit)),
    }
}

/// To nine significant digits, so that 0.29 x 100 is 29.
fn plain(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value)
}

fn direction(found: &Selected) -> &'static str {
    match found.figure.measure.better {
        Better::Less => "less is better",
        Better::More | Better::Neither => "more is better",
    }
}

fn procedure(found: &Selected) -> &'static str {
    match found.procedure {
        Procedure::Sequential => {
            "sequential, the same applicants in every scenario (Kim & Nelson 2001)"
        }
        Procedure::TwoStage => {
            "screening, then a second stage, each scenario with applicants of its own (Nelson et \
             al. 2001, after Rinott 1978)"
        }
    }
}
