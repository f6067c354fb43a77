//! Statistics of simulation output: what replications say, how sure that is, and how two scenarios
//! differ.

mod beta;
mod day_histogram;
mod design;
mod deviation;
#[cfg(test)]
mod dice;
mod duration_histogram;
mod estimate;
mod gap;
mod level;
mod moments;
pub mod multiplicity;
mod observation;
mod order_statistic;
mod outlying;
mod paired_difference;
mod proportion;
mod quantile;
pub mod ranking;
mod sequential;
mod sequential_test;
mod sobol;
mod verdict;
pub mod warm_up;

pub use day_histogram::DayHistogram;
pub use design::{SaltelliDesign, SobolPoints, latin_hypercube};
pub use deviation::deviation;
pub use duration_histogram::DurationHistogram;
pub use estimate::{Estimate, estimate};
pub use gap::{Chosen, Gap, gap, gap_change};
pub use level::{Level, LevelError};
pub use moments::Moments;
pub use observation::{Observation, pseudo_values};
pub use order_statistic::{OrderStatisticInterval, order_statistic_interval};
pub use outlying::robust_deviations;
pub use paired_difference::{PairedDifference, paired_difference};
pub use proportion::{clopper_pearson, wilson};
pub use quantile::{quantile_type1, quantile_type7};
pub use sequential::{LookAhead, Precision, Sequential, StoppingRule};
pub use sequential_test::{SequentialTest, Side, Standard};
pub use sobol::{Evaluations, SobolIndex, SobolInterval};
pub use verdict::Verdict;

/// Figures that overflow or have no meaning are absent rather than infinite or not a number.
fn finite(value: f64) -> Option<f64> {
    Some(value).filter(|value| value.is_finite())
}
