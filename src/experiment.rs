//! Experiments: replications in parallel, what they say together, how scenarios differ, and whether
//! theory agrees.

mod compare;
mod gap;
mod planning;
mod result;
mod runs;
mod select;
mod sensitivity;
mod series;
mod size;
mod target;
mod trace;
mod verify;

pub use compare::{Comparison, FigureDifference, compare};
pub use gap::{GapChange, GroupGap};
pub use planning::{
    Answer, Ladder, PlanResult, PlanRules, PlannedTarget, Reach, Tried, find_value,
};
pub use result::{FigureResult, OutcomeShares, ScenarioResult};
pub use runs::{RunError, Settings, Watch, play};
pub use select::{
    Candidate, MOST_SEQUENTIAL, Procedure, Selected, Selecting, Standing, select, settled_within,
};
pub use sensitivity::{OneAtATime, Sensitivity, Shares, Swing, design, one_at_a_time, shares};
pub use series::{Band, SERIES, Series, SeriesResult};
pub use size::{Size, size};
pub use target::{Judgement, TargetVerdict, one_sided};
pub use trace::{Traced, trace};
pub use verify::{
    Agreement, Case, Check, Finding, SUSPICIOUS, TIMES_MORE, Verification, WRONG, verify,
};
