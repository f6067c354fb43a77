//! What a sweep finds, in a sentence.

use crate::experiment::{Judgement, Sweep, SweepPoint, TargetVerdict};
use crate::office::Figure;
use crate::report::language::{capital, say, thousands, word};
use crate::report::wording;

/// Which points meet all targets or, without targets, how far the first figure goes.
pub fn headline(sweep: &Sweep, chosen: &[Figure]) -> String {
    let targets = sweep.points.iter().map(|point| point.targets.len()).max().unwrap_or(0);
    match (targets, chosen) {
        (0, []) => word("No point has any of the measures").to_string(),
        (0, [first, ..]) => span(sweep, first),
        (targets, _) => all_targets(sweep, targets),
    }
}

/// Where all targets of a point are met, and where that is open.
fn all_targets(sweep: &Sweep, targets: usize) -> String {
    let points = sweep.points.iter();
    let open = points.filter(|point| is_open(point.targets.iter())).count();
    let (nowhere, somewhere, whether) = match targets {
        1 => (
            "The target is met at no point",
            "The target is met {place}",
            "Whether the target is met is not decided at any point",
        ),
        _ => (
            "All targets are met at no point",
            "All targets are met {place}",
            "Whether all targets are met is not decided at any point",
        ),
    };
    let all = sweep.points.len();
    let found = match is_met_nowhere(sweep) {
        true if open == all => word(whether).to_string(),
        true => word(nowhere).to_string(),
        false => say(somewhere, &[("place", &where_met(sweep))]),
    };
    with_open(sweep, found, (open, all))
}

/// Whether targets are neither all met nor one of them missed.
fn is_open<'sweep>(targets: impl Iterator<Item = &'sweep Judgement>) -> bool {
    let verdicts: Vec<TargetVerdict> = targets.map(|of| of.verdict).collect();
    verdicts.contains(&TargetVerdict::NotDecided) && !verdicts.contains(&TargetVerdict::Missed)
}

/// What is found, with the number of points of which it is open, and what would decide.
fn with_open(sweep: &Sweep, found: String, (open, all): (usize, usize)) -> String {
    if open == 0 {
        return found;
    }
    let is_single = sweep.points.iter().all(|point| point.replications < 2);
    let remedy = word(match is_single {
        true => "one replication has no interval, two have one (-n 2)",
        false => "more replications (-n) would decide",
    });
    if open == all {
        return format!("{found}: {remedy}");
    }
    let [open, all] = [open, all].map(|number| thousands(number as f64));
    say(
        "{found}; not decided at {open} of {all} points: {remedy}",
        &[("found", &found), ("open", &open), ("all", &all), ("remedy", &remedy)],
    )
}

/// How often the targets on a figure are met or, without, how far it goes.
pub fn about(sweep: &Sweep, figure: &Figure) -> String {
    let is_judged = |point: &&SweepPoint| point.judgements(figure).next().is_some();
    let judged: Vec<&SweepPoint> = sweep.points.iter().filter(is_judged).collect();
    if judged.is_empty() {
        return span(sweep, figure);
    }
    let is_met = |point: &&&SweepPoint| {
        point.judgements(figure).all(|judgement| judgement.verdict == TargetVerdict::Met)
    };
    let met = judged.iter().filter(is_met).count();
    let open = judged.iter().filter(|point| is_open(point.judgements(figure))).count();
    let title = capital(&wording::title(figure));
    let sentence = match met {
        0 if open == judged.len() => {
            "{title}: whether it meets its target is not decided at any point"
        }
        0 => "{title} meets its target at no point",
        met if met == judged.len() => "{title} meets its target at every point",
        _ => "{title} meets its target at {met} of {all} points",
    };
    let [met, all] = [met, judged.len()].map(|number| thousands(number as f64));
    let found = say(sentence, &[("title", &title), ("met", &met), ("all", &all)]);
    match open {
        0 => found,
        _ if open == judged.len() => found,
        _ => say(
            "{found}, and is not decided at {open}",
            &[("found", &found), ("open", &thousands(open as f64))],
        ),
    }
}

/// A point by its values: "booking.daily_quota = 40, stage.interview.desks = 2".
pub fn place(sweep: &Sweep, point: &SweepPoint) -> String {
    let each = sweep.keys.iter().zip(&point.values);
    let each = each.map(|(key, value)| format!("{} = {}", key.key, key.values[*value]));
    each.collect::<Vec<String>>().join(", ")
}

fn is_met_nowhere(sweep: &Sweep) -> bool {
    !sweep.points.iter().any(SweepPoint::meets_all)
}

fn where_met(sweep: &Sweep) -> String {
    let met: Vec<bool> = sweep.points.iter().map(SweepPoint::meets_all).collect();
    let count = met.iter().filter(|met| **met).count();
    let first = met.iter().position(|met| *met);
    let last = met.iter().rposition(|met| *met);
    match (first.zip(last), sweep.keys.as_slice()) {
        (None, _) => String::new(),
        _ if count == met.len() => word("at every point").to_string(),
        (Some((first, last)), _) if first == last => {
            say("at {place} only", &[("place", &place(sweep, &sweep.points[first]))])
        }
        (Some((first, last)), [key]) if last - first + 1 == count => {
            let value = |point: usize| &key.values[sweep.points[point].values[0]];
            say(
                "with {key} from {first} to {last}",
                &[("key", &key.key), ("first", value(first)), ("last", value(last))],
            )
        }
        _ => {
            let [count, all] = [count, met.len()].map(|number| thousands(number as f64));
            say("at {count} of {all} points", &[("count", &count), ("all", &all)])
        }
    }
}

/// "Passport issued: from 61.2 % with booking.daily_quota = 40 to 84.0 % with 80".
fn span(sweep: &Sweep, figure: &Figure) -> String {
    let known = sweep.points.iter().filter_map(|point| {
        point.figure(figure).and_then(|of| of.estimate.mean).map(|mean| (mean, point))
    });
    let mut known: Vec<(f64, &SweepPoint)> = known.collect();
    known.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (title, unit) = (capital(&wording::title(figure)), figure.measure.unit);
    let (Some((low, least)), Some((high, most))) = (known.first(), known.last()) else {
        return say("{title} has nothing to show at any point", &[("title", &title)]);
    };
    let [low, high] = [*low, *high].map(|mean| wording::value(mean, unit));
    let second = match sweep.keys.as_slice() {
        [key] => key.values[most.values[0]].clone(),
        _ => place(sweep, most),
    };
    match low == high {
        true => say("{title}: {low} at every point", &[("title", &title), ("low", &low)]),
        false => say(
            "{title}: from {low} with {first} to {high} with {second}",
            &[
                ("title", &title),
                ("low", &low),
                ("first", &place(sweep, least)),
                ("high", &high),
                ("second", &second),
            ],
        ),
    }
}
