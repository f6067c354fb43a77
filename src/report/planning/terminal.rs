//! A plan in the terminal: the answer, then every value that was tried.

use crate::experiment::{Answer as Verdict, PlannedTarget, Tried};
use crate::report::language::{date, say, thousands, word};
use crate::report::lines::wrapped;
use crate::report::planning::words::{interval, name, sentences};
use crate::report::planning::{Answer, Planned, Role};
use crate::report::section::Section;
use crate::report::targets;
use crate::statistics::Estimate;

/// The plan in at most `width` columns.
pub fn summary(planned: &Planned, width: u16) -> String {
    let mut text = format!("{}\n{}\n\n", planned.scenario.title, played(planned));
    for sentence in sentences(planned) {
        text += &wrapped("", &sentence, usize::from(width));
    }
    let (pairs, others): (Vec<&Answer>, Vec<&Answer>) =
        planned.answers.iter().partition(|answer| matches!(answer.role, Role::Pair { .. }));
    others.iter().for_each(|answer| text += &tried(answer).text(width));
    if !pairs.is_empty() {
        text += &of_pairs(&pairs).text(width);
    }
    format!("{text}\n{}\n", word(NOTE))
}

/// Dates, seed and replications of a plan.
pub fn played(planned: &Planned) -> String {
    let run = &planned.scenario.run;
    say(
        "{first} to {last}, seed {seed}, {replications} replications of a value at most",
        &[
            ("first", &date(run.start)),
            ("last", &date(run.last_date())),
            ("seed", &run.seed),
            ("replications", &thousands(f64::from(planned.at_most))),
        ],
    )
}

/// What the intervals and verdicts of a plan are.
pub const NOTE: &str = "The same applicants were played at every value. Intervals hold for all values \
    and targets of a table at once; each verdict is a sequential test, which ends once it is sure.";

/// Every value that was tried, with what was found of each target.
pub fn tried(answer: &Answer) -> Section {
    let wanted = |of: &PlannedTarget| targets::wanted(&of.figure, of.target.bound);
    let wanted: Vec<String> = answer.result.targets.iter().map(wanted).collect();
    let head = match answer.role {
        Role::Week { days } => say("quota in weeks of {days}", &[("days", &days)]),
        _ => name(&answer.lever.key),
    };
    let first = [head, word("replications").to_string()];
    let mut section =
        Section { header: first.into_iter().chain(wanted).collect(), ..Section::default() };
    for tried in &answer.result.tried {
        let value = answer.value(tried);
        let mark =
            match (Some(tried.value) == answer.result.chosen, Some(tried.value) == answer.today) {
                (true, _) => format!("{value} *"),
                (false, true) => say("{value} (now)", &[("value", &value)]),
                (false, false) => value.to_string(),
            };
        let found = tried.found.iter().zip(&answer.result.targets).map(found);
        let first = [mark, tried.replications.to_string()];
        section.rows.push(first.into_iter().chain(found).collect());
    }
    section
}

fn found(((verdict, estimate), target): (&(Verdict, Estimate), &PlannedTarget)) -> String {
    let found = interval(estimate, target.figure.measure.unit);
    match verdict {
        Verdict::Holds => say("{found}, holds", &[("found", &found)]),
        Verdict::Fails => say("{found}, fails", &[("found", &found)]),
        Verdict::NotDecided => found,
    }
}

/// The best value of the first lever for each of the second.
pub fn of_pairs(answers: &[&Answer]) -> Section {
    let Some(Answer { lever, role: Role::Pair { key, .. }, .. }) = answers.first() else {
        return Section::default();
    };
    let heads = [&name(key), &name(&lever.key), word("values tried"), word("replications")];
    let mut section = Section::new(&heads);
    for answer in answers {
        let Role::Pair { value, .. } = &answer.role else { continue };
        let chosen =
            answer.result.chosen.map_or(word("none"), |chosen| &answer.lever.values[chosen]);
        let tried = &answer.result.tried;
        let replications: u64 = tried.iter().map(|of: &Tried| of.replications).sum();
        let numbers = [tried.len() as u64, replications].map(|number| number.to_string());
        section.rows.push([value.clone(), chosen.to_string()].into_iter().chain(numbers).collect());
    }
    section
}
