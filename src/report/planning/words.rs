//! The answer of a plan in sentences.

use std::fmt::Display;

use crate::experiment::{Answer as Verdict, PlannedTarget, Reach, Tried};
use crate::office::Unit;
use crate::report::language::{capital, decimals, say, thousands, word};
use crate::report::planning::calendar::calendar;
use crate::report::planning::{Answer, Planned, Role};
use crate::report::{targets, wording};
use crate::scenario::Prefer;
use crate::statistics::Estimate;

/// Keys that planners have a word for.
const NAMES: [(&str, &str); 6] = [
    ("booking.daily_quota", "daily quota"),
    ("production.per_week", "weekly production"),
    ("booking.window", "window"),
    ("booking.overbooking", "overbooking"),
    ("walk_in.daily_cap", "daily cap of walk-ins"),
    ("demand.per_year", "yearly demand"),
];

/// What people call a lever: "daily quota", "desks of interview", or its key.
pub fn name(key: &str) -> String {
    if let Some((_, name)) = NAMES.iter().find(|(of, _)| *of == key) {
        return word(name).to_string();
    }
    let desks = key.strip_prefix("stage.").and_then(|rest| rest.strip_suffix(".desks"));
    match desks {
        Some(stage) => {
            say("number of desks of {stage}", &[("stage", &stage.trim_matches(['"', '\'']))])
        }
        None => key.to_string(),
    }
}

/// All that a plan says: the answer, how the next value fails, today's value, and the question from
/// the other side.
pub fn sentences(planned: &Planned) -> Vec<String> {
    let wanted = planned.answers.iter().find(|answer| answer.role == Role::Wanted);
    let reverse = planned.answers.iter().find(|answer| answer.role == Role::Reverse);
    let mut sentences = Vec::new();
    if let Some(answer) = wanted {
        sentences.push(verdict(planned, answer));
        sentences.extend(beyond(answer));
        sentences.extend(today(answer));
        sentences.extend(reverse.map(|reverse| from_the_other_side(answer, reverse)));
        sentences.extend(by_week(planned));
        sentences.extend(caveats(planned, answer));
    }
    if wanted.is_none() {
        sentences.push(frontier(planned));
    }
    sentences.iter().map(|sentence| capital(sentence)).collect()
}

/// "The largest daily quota with "ready within the promise" of at least 95 % is 64 (95 %
/// confidence)."
fn verdict(planned: &Planned, answer: &Answer) -> String {
    let (name, which) = (name(&answer.lever.key), word(answer.prefer.name()));
    let confidence = decimals(wording::plain(planned.confidence * 100.0));
    match answer.result.chosen {
        Some(chosen) => say(
            "The {which} {name} with {targets} is {value} ({confidence} % confidence).",
            &[
                ("which", &which),
                ("name", &name),
                ("targets", &wanted(answer)),
                ("value", &answer.lever.values[chosen]),
                ("confidence", &confidence),
            ],
        ),
        None => say(
            "No {name} of {range} has {targets}: {reasons}.",
            &[
                ("name", &name),
                ("range", &answer.range()),
                ("targets", &wanted(answer)),
                ("reasons", &reasons(answer).join("; ")),
            ],
        ),
    }
}

/// The answer without the targets: "The largest daily quota that reaches all targets is 64".
pub fn short_verdict(answer: &Answer) -> String {
    capital(&verdict_on_all(answer))
}

fn verdict_on_all(answer: &Answer) -> String {
    let (name, which) = (name(&answer.lever.key), word(answer.prefer.name()));
    match answer.result.chosen {
        Some(chosen) => say(
            "The {which} {name} that reaches all targets is {value}",
            &[("which", &which), ("name", &name), ("value", &answer.lever.values[chosen])],
        ),
        None => say(
            "No {name} of {range} reaches all targets",
            &[("name", &name), ("range", &answer.range())],
        ),
    }
}

/// All targets: "ready within the promise" of at least 95 % and "gave up" of at most 5 %.
fn wanted(answer: &Answer) -> String {
    let one = |of: &PlannedTarget| {
        let unit = of.figure.measure.unit;
        let title = wording::title(&of.figure);
        let bound = targets::bound_in_words(of.target.bound, unit);
        say("\"{title}\" of {bound}", &[("title", &title), ("bound", &bound)])
    };
    let all: Vec<String> = answer.result.targets.iter().map(one).collect();
    all.join(word(" and "))
}

/// Which values each target needs, and how near the nearest comes where none will do.
fn reasons(answer: &Answer) -> Vec<String> {
    let value = |place: usize| &answer.lever.values[place];
    let of = |(target, planned): (usize, &PlannedTarget)| {
        let title = wording::title(&planned.figure);
        match &planned.reach {
            Reach::Everything => None,
            Reach::UpTo(last) => Some(say(
                "\"{title}\" needs {value} or less",
                &[("title", &title), ("value", value(*last))],
            )),
            Reach::From(first) => Some(say(
                "\"{title}\" needs {value} or more",
                &[("title", &title), ("value", value(*first))],
            )),
            Reach::Some(values) => {
                let values: Vec<&str> = values.iter().map(|of| value(*of).as_str()).collect();
                let values = values.join(", ");
                let parts: [(&str, &dyn Display); 2] = [("title", &title), ("values", &values)];
                Some(say("\"{title}\" holds at {values} only", &parts))
            }
            Reach::Nothing => {
                let nearest = nearest(answer, target, planned)?;
                let found = interval(&nearest.found[target].1, planned.figure.measure.unit);
                let value = value(nearest.value);
                Some(say(
                    "\"{title}\" comes nearest at {value}, with {found}",
                    &[("title", &title), ("value", value), ("found", &found)],
                ))
            }
        }
    };
    answer.result.targets.iter().enumerate().filter_map(of).collect()
}

fn nearest<'of>(answer: &'of Answer, target: usize, of: &PlannedTarget) -> Option<&'of Tried> {
    let bound = of.target.bound.value();
    let distance = |tried: &&Tried| {
        let mean = tried.found[target].1.mean;
        mean.map_or(f64::INFINITY, |mean| (mean - bound).abs())
    };
    answer.result.tried.iter().min_by(|left, right| distance(left).total_cmp(&distance(right)))
}

/// What fails at the next value beyond the chosen one.
fn beyond(answer: &Answer) -> Option<String> {
    let chosen = answer.result.chosen?;
    let next = match answer.prefer {
        Prefer::Largest => Some(chosen + 1).filter(|next| *next < answer.lever.values.len()),
        Prefer::Smallest => chosen.checked_sub(1),
    };
    let Some(next) = next else {
        let last = "It is the last of the values tried: others beyond it may do as well.";
        return Some(word(last).to_string());
    };
    let tried = answer.tried(next)?;
    let failing = failing(answer, tried);
    (!failing.is_empty()).then(|| {
        say(
            "At {value} {failing}.",
            &[("value", &answer.lever.values[next]), ("failing", &failing.join(word(" and ")))],
        )
    })
}

/// "ready within the promise is 92.7 to 94.2 %" for each target that a value does not reach.
fn failing(answer: &Answer, tried: &Tried) -> Vec<String> {
    let of = |(target, (verdict, estimate)): (usize, &(Verdict, Estimate))| {
        let planned = &answer.result.targets[target];
        let unit = planned.figure.measure.unit;
        let title = wording::title(&planned.figure);
        let found = interval(estimate, unit);
        match verdict {
            Verdict::Holds => None,
            Verdict::Fails => {
                Some(say("\"{title}\" is {found}", &[("title", &title), ("found", &found)]))
            }
            Verdict::NotDecided => Some(say(
                "\"{title}\" is {found} after {replications} replications, which does not decide",
                &[
                    ("title", &title),
                    ("found", &found),
                    ("replications", &thousands(tried.replications as f64)),
                ],
            )),
        }
    };
    tried.found.iter().enumerate().filter_map(of).collect()
}

/// An interval with its unit: "92.7 to 94.2 %".
pub fn interval(estimate: &Estimate, unit: Unit) -> String {
    match (wording::interval(estimate, unit), unit) {
        (None, _) => wording::not_available().to_string(),
        (Some(interval), _) if interval == word(wording::NONE_SEEN) => interval,
        (Some(interval), Unit::Rupiah) => format!("Rp {interval}"),
        (Some(interval), unit) => format!("{interval} {}", wording::short(unit)),
    }
}

/// How the scenario's own value fares.
fn today(answer: &Answer) -> Option<String> {
    let today = answer.today.filter(|today| answer.result.chosen != Some(*today))?;
    let value = &answer.lever.values[today];
    let failing = failing(answer, answer.tried(today)?);
    Some(match failing.is_empty() {
        true => say("The scenario's own {value} reaches all targets.", &[("value", value)]),
        false => say(
            "At the scenario's own {value} {failing}.",
            &[("value", value), ("failing", &failing.join(word(" and ")))],
        ),
    })
}

fn from_the_other_side(answer: &Answer, reverse: &Answer) -> String {
    let own = own(answer);
    let name = name(&reverse.lever.key);
    let has = reverse.today.map_or(String::new(), |today| {
        say("; it has {value}", &[("value", &reverse.lever.values[today])])
    });
    let end = match reverse.prefer {
        Prefer::Smallest => 0,
        Prefer::Largest => reverse.lever.values.len() - 1,
    };
    match reverse.result.chosen {
        Some(chosen) => {
            let sentence = match reverse.prefer {
                _ if chosen == end => {
                    "From the other side, {own} reaches all targets even with a {name} of {value}, \
                     the last of those tried{has}."
                }
                Prefer::Smallest => {
                    "From the other side, {own} needs at least a {name} of {value}{has}."
                }
                Prefer::Largest => {
                    "From the other side, {own} supports at most a {name} of {value}{has}."
                }
            };
            let value = &reverse.lever.values[chosen];
            say(sentence, &[("own", &own), ("name", &name), ("value", value), ("has", &has)])
        }
        None => say(
            "From the other side, {own} keeps the targets with no {name} from {range}: {reasons}.",
            &[
                ("own", &own),
                ("name", &name),
                ("range", &reverse.range()),
                ("reasons", &reasons(reverse).join("; ")),
            ],
        ),
    }
}

/// "the scenario's own daily quota of 60".
fn own(answer: &Answer) -> String {
    let name = name(&answer.lever.key);
    match answer.today {
        Some(today) => say(
            "the scenario's own {name} of {value}",
            &[("name", &name), ("value", &answer.lever.values[today])],
        ),
        None => say("the scenario's own {name}", &[("name", &name)]),
    }
}

/// "By week: 64 places a day in weeks of 5 working days, 70 in weeks of 4 ..."
fn by_week(planned: &Planned) -> Option<String> {
    let calendar = calendar(planned)?;
    let count =
        |days: &u32| calendar.weeks.iter().filter(|week| week.working_days == *days).count();
    let one = |(days, quota): &(u32, u32)| {
        say(
            "{quota} in {count} weeks of {days}",
            &[("quota", quota), ("count", &count(days)), ("days", days)],
        )
    };
    let parts: Vec<String> = calendar.by_length.iter().map(one).collect();
    let (places, alike) = (calendar.places(), calendar.places_alike());
    let more = i64::from(places) - i64::from(alike);
    Some(say(
        "By week, places a day are {weeks} working days: {places} places in all, {more} against the \
         same quota in every week. In the scenario: booking = { {keys} }.",
        &[
            ("weeks", &parts.join(", ")),
            ("places", &thousands(f64::from(places))),
            ("more", &format!("{more:+}")),
            ("keys", &calendar.keys()),
        ],
    ))
}

fn caveats(planned: &Planned, answer: &Answer) -> Vec<String> {
    let mut caveats = Vec::new();
    if !answer.result.monotone {
        let why =
            "Some figures do not go one way only along these values, so that each was tested.";
        caveats.push(word(why).to_string());
    }
    let is_open = |tried: &&Tried| {
        let open = |(verdict, _): &(Verdict, Estimate)| *verdict == Verdict::NotDecided;
        planned.at_most <= tried.replications as u32 && tried.found.iter().any(open)
    };
    let open: Vec<&str> =
        answer.result.tried.iter().filter(is_open).map(|of| answer.value(of)).collect();
    if !open.is_empty() {
        caveats.push(say(
            "What {replications} replications do not decide counts as not reached: at {values}.",
            &[
                ("replications", &thousands(f64::from(planned.at_most))),
                ("values", &open.join(", ")),
            ],
        ));
    }
    caveats
}

/// The pairs of which none is better in both.
fn frontier(planned: &Planned) -> String {
    let pairs: Vec<String> = planned
        .frontier()
        .into_iter()
        .map(|(value, answer, chosen)| {
            let chosen = &answer.lever.values[chosen];
            say("{chosen} with {value}", &[("chosen", chosen), ("value", &value)])
        })
        .collect();
    let Some(Answer { lever, role: Role::Pair { key, .. }, .. }) = planned.answers.first() else {
        return word("Nothing was tried.").to_string();
    };
    let (first, second) = (name(&lever.key), name(key));
    match pairs.is_empty() {
        true => say(
            "No {first} reaches all targets, whatever the {second}.",
            &[("first", &first), ("second", &second)],
        ),
        false => say(
            "{first} with {second}, of which no pair is better in both: {pairs}.",
            &[("first", &first), ("second", &second), ("pairs", &pairs.join(", "))],
        ),
    }
}
