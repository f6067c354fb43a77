//! Which of several scenarios is the best, with a promised probability.
//!
//! All procedures, but for OCBA, promise to select the best at least as often as their level says,
//! if its true mean is better than every other by at least the indifference amount and replications
//! are normal; of some that are closer any may be selected.

mod kim_nelson;
mod nsgs;
mod ocba;
mod rinott;

pub(super) use kim_nelson::eta;
pub use kim_nelson::{KimNelson, ScreenedOut, kim_nelson_eta};
pub use nsgs::{Screening, nsgs};
pub use ocba::ocba_shares;
pub use rinott::{rinott_constant, rinott_sizes};

use crate::statistics::Level;

/// Which mean is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The largest.
    Largest,
    /// The smallest.
    Smallest,
}

impl Aim {
    /// How much better the first mean is than the second, in the unit of the figure; negative if
    /// worse.
    pub fn advantage(self, of: f64, over: f64) -> f64 {
        match self {
            Aim::Largest => of - over,
            Aim::Smallest => over - of,
        }
    }

    /// The place of the best mean, the first of equal ones; none without one.
    pub fn best(self, means: &[f64]) -> Option<usize> {
        let better = |best: (usize, f64), next: (usize, f64)| {
            if 0.0 < self.advantage(next.1, best.1) { next } else { best }
        };
        means.iter().copied().enumerate().reduce(better).map(|(place, _)| place)
    }
}

/// What a selection is to achieve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selection {
    /// Which mean is the best.
    pub aim: Aim,
    /// The promised probability of a correct selection.
    pub level: Level,
    /// The least difference that matters, in the unit of the figure; greater than 0.
    pub indifference: f64,
    /// Replications of each scenario from which the variances are taken; at least 2, better 10.
    pub first_stage: usize,
}

#[cfg(test)]
mod tests {
    use super::Aim;

    #[test]
    fn the_first_of_equal_ones_is_the_best() {
        assert_eq!(Aim::Largest.best(&[1.0, 3.0, 3.0]), Some(1));
        assert_eq!(Aim::Smallest.best(&[1.0, 1.0, 3.0]), Some(0));
        assert_eq!(Aim::Smallest.best(&[]), None);
    }
}
