//! The report of a plan: the answer in a sentence, what it rests on, and files.

mod calendar;
mod files;
mod page;
mod picture;
mod terminal;
mod words;

pub use files::{files, schema};
pub use terminal::summary;

use crate::experiment::{PlanResult, Tried};
use crate::report::language::say;
use crate::scenario::{Lever, Prefer, Scenario};

/// What was found for a scenario.
#[derive(Debug)]
pub struct Planned {
    pub scenario: Scenario,
    /// Of the lever asked about and the reverse question, or one for each value of a second lever.
    pub answers: Vec<Answer>,
    pub confidence: f64,
    /// Replications of each value at most.
    pub at_most: u32,
}

/// What was found along a lever.
#[derive(Debug)]
pub struct Answer {
    pub lever: Lever,
    pub prefer: Prefer,
    pub role: Role,
    /// Place of the scenario's own value, if it was among those tried.
    pub today: Option<usize>,
    pub result: PlanResult,
}

/// Why a lever was turned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is what was asked.
    Wanted,
    /// It answers the question from the other side.
    Reverse,
    /// It is turned for weeks of so many working days only.
    Week { days: u32 },
    /// It is turned while another key has a value.
    Pair { key: String, value: String, prefer: Prefer },
}

impl Planned {
    /// Whether any value that was asked about reaches all targets.
    pub fn is_met(&self) -> bool {
        let is_asked = |role: &Role| matches!(role, Role::Wanted | Role::Pair { .. });
        let mut asked = self.answers.iter().filter(|answer| is_asked(&answer.role));
        asked.any(|answer| answer.result.chosen.is_some())
    }
}

impl Planned {
    /// The pairs that reach all targets and that no other pair beats in both levers: the second
    /// lever's value, the answer, and the place of the first lever's.
    pub fn frontier(&self) -> Vec<(&str, &Answer, usize)> {
        let mut pairs = Vec::new();
        let mut best: Option<usize> = None;
        // From the most wanted value of the second lever on, what is no better in the first is no
        // better in either.
        let order: Vec<&Answer> = match self.answers.first().map(|answer| &answer.role) {
            Some(Role::Pair { prefer: Prefer::Largest, .. }) => self.answers.iter().rev().collect(),
            _ => self.answers.iter().collect(),
        };
        for answer in order {
            let (Role::Pair { value, .. }, Some(chosen)) = (&answer.role, answer.result.chosen)
            else {
                continue;
            };
            let is_better = match (answer.prefer, best) {
                (_, None) => true,
                (Prefer::Largest, Some(best)) => best < chosen,
                (Prefer::Smallest, Some(best)) => chosen < best,
            };
            if is_better {
                best = Some(chosen);
                pairs.push((value.as_str(), answer, chosen));
            }
        }
        pairs
    }
}

impl Answer {
    /// The values of the lever, from the first to the last.
    pub fn range(&self) -> String {
        let ends = self.lever.values.first().zip(self.lever.values.last());
        ends.map_or(String::new(), |(first, last)| {
            say("{low} to {high}", &[("low", first), ("high", last)])
        })
    }

    /// What was found at a value, if it was tried.
    pub fn tried(&self, value: usize) -> Option<&Tried> {
        self.result.tried.iter().find(|tried| tried.value == value)
    }

    /// The value at which something was found, as it was written.
    pub fn value(&self, tried: &Tried) -> &str {
        &self.lever.values[tried.value]
    }
}
