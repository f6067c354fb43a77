//! Experiments: replications in parallel, what they say together, how scenarios differ, and whether
//! theory agrees.

mod compare;
mod gap;
mod outlying;
mod planning;
mod precise;
mod reading;
mod result;
mod rounds;
mod runs;
mod select;
mod sensitivity;
mod series;
mod settling;
mod size;
mod sweep;
mod target;
mod trace;
mod verify;
mod week;

pub use compare::{Comparison, FigureDifference, compare};
pub use gap::{GapChange, GroupGap};
pub use outlying::{Outlying, outlying, outlying_in};
pub use planning::{
    Answer, Ladder, PlanResult, PlanRules, PlannedTarget, Reach, Tried, find_value,
};
pub use precise::Attained;
pub use reading::{Reading, intervals, intervals_compared};
pub use result::{Durations, FigureResult, OutcomeShares, ScenarioResult};
pub use rounds::{Grouping, Kept, play, play_on};
pub use runs::{RunError, Settings, Watch};
pub use select::{
    Candidate, MOST_SEQUENTIAL, Procedure, Selected, Selecting, Standing, select, settled_within,
};
pub use sensitivity::{OneAtATime, Sensitivity, Shares, Swing, design, one_at_a_time, shares};
pub use series::{Band, SERIES, SERIES_REPLICATIONS, Series, SeriesResult};
pub use settling::{Settled, Settling, SettlingSeries};
pub use size::{Size, size};
pub use sweep::{Design, PointFigure, Sweep, SweepPoint, play_points};
pub use target::{Judgement, TargetVerdict, one_sided};
pub use trace::{Traced, trace};
pub use verify::{
    Agreement, Case, Check, Finding, SUSPICIOUS, TIMES_MORE, Verification, WRONG, verify,
};
pub use week::{BusyHour, StationWeek};
