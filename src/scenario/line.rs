//! How people behave before a kiosk or a stage: places to wait, patience, and who does not join.

use crate::random::Law;
use crate::scenario::reading::{Limit, Reader, Share};

/// How long a list of probabilities to join may be: beyond it nobody counts.
const MOST_LENGTHS: usize = 1_000;

/// The rules of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineRules {
    /// Places to wait, those who are being served not among them; `None` is no limit.
    pub waiting_room: Option<u32>,
    /// How long people wait in line before they leave it; `None` is to the end.
    pub patience: Option<Law>,
    /// Probabilities to join where 0, 1, 2, ... people wait already, the last holding beyond; empty
    /// where everybody joins.
    pub joins: Vec<f64>,
}

impl LineRules {
    /// Reads the rules from a `[[kiosk]]` or `[[stage]]`.
    pub fn read(reader: &mut Reader<'_>) -> LineRules {
        let waiting_room = reader.optional::<Limit>("waiting_room").and_then(Limit::value);
        let patience = reader.optional::<Law>("patience");
        let joins = reader.optional::<Vec<Share>>("joins");
        if joins.as_ref().is_some_and(Vec::is_empty) {
            reader.refuse("joins", "must have at least one probability", "take it out if all join");
        }
        let joins = joins.unwrap_or_default();
        reader.at_most("joins", joins.len(), MOST_LENGTHS);
        LineRules { waiting_room, patience, joins: joins.into_iter().map(Share::value).collect() }
    }

    /// The probability to join a line in which so many people wait.
    pub fn joins(&self, waiting: usize) -> f64 {
        let index = waiting.min(self.joins.len().saturating_sub(1));
        self.joins.get(index).copied().unwrap_or(1.0)
    }

    /// Whether a line in which so many people wait has no place left.
    pub fn is_full(&self, waiting: usize) -> bool {
        self.waiting_room.is_some_and(|places| places as usize <= waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::LineRules;

    #[test]
    fn the_last_probability_holds_for_longer_lines() {
        let rules = LineRules { joins: vec![1.0, 0.5, 0.2], ..LineRules::default() };
        assert_eq!([0, 1, 2, 3, 99].map(|waiting| rules.joins(waiting)), [1.0, 0.5, 0.2, 0.2, 0.2]);
        assert_eq!(LineRules::default().joins(7), 1.0);
    }

    #[test]
    fn a_room_of_none_is_always_full() {
        let room = |places| LineRules { waiting_room: Some(places), ..LineRules::default() };
        assert!(room(0).is_full(0));
        assert!(!room(2).is_full(1) && room(2).is_full(2));
        assert!(!LineRules::default().is_full(1_000_000));
    }
}
