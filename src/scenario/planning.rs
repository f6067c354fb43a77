//! `[plan]`: which keys to turn until the targets are reached.

use crate::scenario::Lever;
use crate::scenario::reading::{Count, Findings, Node, Read, Reader, Share, Value, choice};
use crate::scenario::sources::{help, is_known};

/// What a plan turns, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planning {
    /// One lever, or two.
    pub levers: Vec<Lever>,
    /// By lever, which of the values that reach the targets is the best.
    pub prefer: Vec<Prefer>,
    /// Probability that all verdicts of the plan are right, together.
    pub confidence: Option<f64>,
    /// Replications of each value at most.
    pub at_most_replications: Option<u32>,
}

/// Which of several values that reach the targets is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    Largest,
    Smallest,
}

/// Levers of a plan at most.
pub const MOST_LEVERS: usize = 2;
const MOST_REPLICATIONS: u32 = 1_000_000;

/// One value, or a list of them.
struct OneOrMore<T>(Vec<T>);

impl<T: Read> Read for OneOrMore<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.value {
            Value::List(_) => Vec::read(node, findings).map(OneOrMore),
            _ => T::read(node, findings).map(|one| OneOrMore(vec![one])),
        }
    }
}

impl Read for Prefer {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        choice(node, findings, &[("largest", Prefer::Largest), ("smallest", Prefer::Smallest)])
    }
}

impl Planning {
    /// Reads `[plan]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Planning> {
        let levers = reader.required::<OneOrMore<Lever>>("lever");
        let prefer = reader.optional::<OneOrMore<Prefer>>("prefer");
        let confidence = reader.optional::<Share>("confidence").map(Share::value);
        let at_most = reader.optional::<Count<2, MOST_REPLICATIONS>>("at_most_replications");
        if confidence.is_some_and(|confidence| !(0.5 < confidence && confidence < 1.0)) {
            reader.refuse("confidence", "must be between 0.5 and 1", "for example 0.95");
        }
        let (OneOrMore(levers), OneOrMore(prefer)) = (levers?, prefer.unwrap_or(OneOrMore(vec![])));
        for lever in levers.iter().filter(|lever| !is_known(&lever.plain_key())) {
            let message = format!("turns `{}`, which is no key", lever.key);
            reader.refuse("lever", &message, &help(&lever.plain_key()));
        }
        if MOST_LEVERS < levers.len() {
            reader.refuse("lever", "can be one lever, or two", "plan with two at a time");
        }
        if levers.len() < prefer.len() {
            let help = "write one for each lever";
            reader.refuse("prefer", "says more than there are levers", help);
        }
        Some(Planning {
            levers,
            prefer,
            confidence,
            at_most_replications: at_most.map(Count::value),
        })
    }
}

impl Prefer {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Prefer::Largest => "largest",
            Prefer::Smallest => "smallest",
        }
    }
}
