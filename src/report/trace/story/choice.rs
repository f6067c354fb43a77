//! Which applicant is meant: by name, or by what happens to it.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::experiment::Traced;
use crate::office::{AtStation, Happening, Outcome, Register, Step};
use crate::scenario::reading::{nearest, word_list};
use crate::time::Span;

/// What one can ask for instead of a name, with what it finds in the first scenario.
pub const CHOICES: [(&str, Choice); 12] = [
    ("longest-wait", Choice::LongestWait),
    ("parted", Choice::Parted),
    ("issued", Choice::Ends(Outcome::Issued)),
    ("never-collected", Choice::Ends(Outcome::NeverCollected)),
    ("refused", Choice::Ends(Outcome::Refused)),
    ("never-paid", Choice::Ends(Outcome::NeverPaid)),
    ("sent-home", Choice::Ends(Outcome::SentHome)),
    ("did-not-show-up", Choice::Ends(Outcome::NoShow)),
    ("turned-away", Choice::Ends(Outcome::TurnedAway)),
    ("gave-up", Choice::Ends(Outcome::GaveUp)),
    ("shut-out", Choice::Ends(Outcome::ShutOut)),
    ("still-under-way", Choice::Ends(Outcome::UnderWay)),
];

/// How many names an error shows.
const EXAMPLES: usize = 3;

/// What to look for among the applicants whose wish arose on a measured day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Who waits longest in lines, all lines together.
    LongestWait,
    /// The first whose story ends in another way in another scenario.
    Parted,
    /// The first whose story ends so.
    Ends(Outcome),
}

/// Why there is no story.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum UnknownApplicant {
    #[error("no applicant is called {name:?}; {hint}")]
    Name { name: String, hint: String },
    #[error("{family} is a family; its members are {members}")]
    Family { family: String, members: String },
    #[error("there is no applicant {choice:?} in this replication; try another --replication")]
    Nobody { choice: String },
    #[error(
        "the same applicant does not live in {first} and {second}: their origins differ, by which \
         applicants are named; tell them one by one"
    )]
    Origins { first: String, second: String },
}

/// The identity of the applicant who is asked for.
///
/// # Errors
/// If there is none.
pub fn chosen(traced: &[Traced], asked: &str) -> Result<u64, UnknownApplicant> {
    let Some((first, others)) = traced.split_first() else { return Ok(0) };
    check_origins(first, others)?;
    if let Some((name, choice)) = CHOICES.iter().find(|(name, _)| *name == asked) {
        let nobody = || UnknownApplicant::Nobody { choice: (*name).to_string() };
        return found(first, others, *choice).ok_or_else(nobody);
    }
    let register = Register::new(&first.plan);
    let members: BTreeSet<u64> = traced.iter().flat_map(wishing).collect();
    let named = members.iter().find(|identity| register.applicant(**identity) == asked);
    let mut family = members.iter().filter(|identity| register.family(**identity) == asked);
    // A family of one is its member.
    let only = family.next().filter(|_| family.next().is_none());
    named.or(only).copied().ok_or_else(|| unknown(&register, &members, asked))
}

fn check_origins(first: &Traced, others: &[Traced]) -> Result<(), UnknownApplicant> {
    let origins = |of: &Traced| -> Vec<String> {
        of.plan.scenario.demand.origins.iter().map(|origin| origin.name.clone()).collect()
    };
    match others.iter().find(|other| origins(other) != origins(first)) {
        None => Ok(()),
        Some(other) => Err(UnknownApplicant::Origins {
            first: first.plan.scenario.name.clone(),
            second: other.plan.scenario.name.clone(),
        }),
    }
}

/// Who has a wish in a scenario.
fn wishing(of: &Traced) -> impl Iterator<Item = u64> {
    let wishes = of.happenings.iter().filter(|happening| happening.step == Step::Wish);
    wishes.flat_map(Happening::identities)
}

fn found(first: &Traced, others: &[Traced], choice: Choice) -> Option<u64> {
    let measured = |happening: &&Happening| {
        happening.step == Step::Wish && first.plan.measured_time.contains(&happening.at)
    };
    let wishes = first.happenings.iter().filter(measured);
    let mut wishing = wishes.flat_map(Happening::identities);
    let outcomes = outcomes(first);
    match choice {
        Choice::Ends(outcome) => wishing.find(|identity| outcomes.get(identity) == Some(&outcome)),
        Choice::Parted => {
            let others: Vec<_> = others.iter().map(self::outcomes).collect();
            let parts = |identity: &u64| {
                others.iter().any(|other| other.get(identity) != outcomes.get(identity))
            };
            wishing.find(parts)
        }
        Choice::LongestWait => {
            let waits = waits(first);
            // The first of those who wait equally long.
            let wait = |identity: &u64| waits.get(identity).copied().unwrap_or_default();
            let people: Vec<u64> = wishing.collect();
            people.into_iter().rev().max_by_key(wait)
        }
    }
}

fn outcomes(of: &Traced) -> BTreeMap<u64, Outcome> {
    let ends = of.happenings.iter().filter_map(|happening| match happening.step {
        Step::Ends(outcome) => Some((happening, outcome)),
        _ => None,
    });
    ends.flat_map(|(of, outcome)| of.identities().map(move |identity| (identity, outcome)))
        .collect()
}

fn waits(of: &Traced) -> BTreeMap<u64, Span> {
    let mut waits = BTreeMap::new();
    for happening in &of.happenings {
        if let Step::At(_, AtStation::ServiceBegins { waited }) = happening.step {
            for identity in happening.identities() {
                *waits.entry(identity).or_default() += waited;
            }
        }
    }
    waits
}

fn unknown(register: &Register, members: &BTreeSet<u64>, asked: &str) -> UnknownApplicant {
    if members.is_empty() {
        let hint = "nobody has a wish on the days that are told".to_string();
        return UnknownApplicant::Name { name: asked.to_string(), hint };
    }
    let named = |identity: &u64| register.applicant(*identity);
    let family: Vec<String> =
        members.iter().filter(|of| register.family(**of) == asked).map(named).collect();
    if !family.is_empty() {
        let members = word_list(family.iter().map(String::as_str));
        return UnknownApplicant::Family { family: asked.to_string(), members };
    }
    let names: Vec<String> = members.iter().map(named).collect();
    let all = names.iter().map(String::as_str).chain(CHOICES.map(|(name, _)| name));
    let near = nearest(asked, all).map(|near| format!("did you mean {near:?}? "));
    let day = asked.rsplit_once('-').map_or(asked, |(day, _)| day);
    let mut of_the_day: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| name.starts_with(day)).collect();
    if of_the_day.is_empty() {
        of_the_day = names.iter().map(String::as_str).collect();
    }
    let examples = word_list(of_the_day.into_iter().take(EXAMPLES));
    let choices = word_list(CHOICES.iter().map(|(name, _)| *name));
    let hint = format!(
        "{}names are origin, day of the wish, number of the family and of its member, such as \
         {examples}; or ask for {choices}",
        near.unwrap_or_default()
    );
    UnknownApplicant::Name { name: asked.to_string(), hint }
}
