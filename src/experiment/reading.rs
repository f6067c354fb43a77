//! How intervals are to be read: each for itself, or all at once.

use crate::office::{Figure, Plan, figures};
use crate::statistics::Level;

/// What the level of the intervals promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Each interval holds with the level: of many some do not. Not adjusted.
    OneByOne,
    /// So many intervals all hold at once with the level (Bonferroni).
    Together(usize),
}

impl Reading {
    /// The level of each interval.
    pub fn level_of_each(self, level: Level) -> Level {
        match self {
            Reading::OneByOne => level,
            Reading::Together(intervals) => level.of_each(intervals),
        }
    }
}

/// How many intervals there are: one for each figure of each scenario.
pub fn intervals(plans: &[Plan]) -> usize {
    plans.iter().map(|plan| figures(plan).len()).sum()
}

/// The same, and one for each difference between a figure of the first scenario and the same of
/// another.
pub fn intervals_compared(plans: &[Plan]) -> usize {
    let Some((base, others)) = plans.split_first() else { return 0 };
    let base = figures(base);
    let differences = |other: &Plan| {
        let other = figures(other);
        let is_there = |of: &&Figure| other.iter().any(|figure| figure.matches(of));
        base.iter().filter(is_there).count()
    };
    intervals(plans) + others.iter().map(differences).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use crate::statistics::Level;

    #[test]
    fn together_each_is_surer() {
        assert_eq!(Reading::OneByOne.level_of_each(Level::NINETY_FIVE), Level::NINETY_FIVE);
        let each = Reading::Together(10).level_of_each(Level::NINETY_FIVE);
        assert!((each.value() - 0.995).abs() < 1e-12);
    }
}
