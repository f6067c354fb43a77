//! The report of a selection: who is the best, how sure that is, and what it took.

mod files;
mod page;
mod picture;
mod terminal;

pub use files::{files, schema};
pub use terminal::{asking, summary};

use crate::experiment::{Candidate, Procedure, Selected, Standing};
use crate::office::Better;
use crate::report::language::{say, thousands, word};
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

/// How a table or a chart calls a candidate.
type Naming<'found> = fn(&'found Candidate) -> &'found str;

/// By the name of its file, which is unique.
fn by_name(of: &Candidate) -> &str {
    &of.scenario.name
}

/// By the label of its scenario.
fn by_label(of: &Candidate) -> &str {
    &of.scenario.label
}

/// What became of a candidate, in words.
fn fate<'found>(found: &'found Selected, place: usize, name: Naming<'found>) -> String {
    let of = &found.candidates[place];
    let (fate, by) = match of.standing {
        Standing::Selected => ("selected after {number} replications", ""),
        Standing::ScreenedOut { by } => {
            ("screened out after {number}, behind {by}", name(&found.candidates[by]))
        }
        Standing::Passed => ("behind after {number}", ""),
        Standing::Level => ("level after {number}", ""),
        Standing::NotDecided => ("still in after {number}", ""),
    };
    say(fate, &[("number", &thousands(of.replications as f64)), ("by", &by)])
}

/// The verdict in a sentence.
fn verdict<'found>(found: &'found Selected, name: Naming<'found>) -> String {
    let title = wording::title(&found.figure);
    let leader = found.leader.map(|place| &found.candidates[place]);
    match leader {
        None => say("Not decided: \"{title}\" is never seen", &[("title", &title)]),
        Some(leader) if found.is_decided => say(
            "Best by \"{title}\": {name} ({mean})",
            &[("title", &title), ("name", &name(leader)), ("mean", &mean(found, leader))],
        ),
        Some(leader) => say(
            "Not decided after {most} replications; ahead by \"{title}\": {name}",
            &[
                ("most", &thousands(found.selecting.most as f64)),
                ("title", &title),
                ("name", &name(leader)),
            ],
        ),
    }
}

fn mean(found: &Selected, of: &Candidate) -> String {
    let unit = found.figure.measure.unit;
    of.estimate.mean.map_or(wording::not_available().to_string(), |mean| wording::value(mean, unit))
}

/// The names of those that may be as good as the leader.
fn as_good(found: &Selected) -> Vec<&str> {
    let places = ranking(found).into_iter().filter(|place| found.may_be_as_good(*place));
    places.map(|place| found.candidates[place].scenario.name.as_str()).collect()
}

fn direction(found: &Selected) -> &'static str {
    match found.figure.measure.better {
        Better::Less => word("less is better"),
        Better::More | Better::Neither => word("more is better"),
    }
}

fn procedure(found: &Selected) -> &'static str {
    word(match found.procedure {
        Procedure::Sequential => {
            "sequential, the same applicants in every scenario (Kim & Nelson 2001)"
        }
        Procedure::TwoStage => {
            "screening, then a second stage, each scenario with applicants of its own (Nelson et \
             al. 2001, after Rinott 1978)"
        }
    })
}
