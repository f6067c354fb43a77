//! What the replications of one scenario say together.

use crate::experiment::gap::{GroupGap, gaps};
use crate::experiment::precise::{Attained, attained};
use crate::experiment::series::{SERIES, SeriesResult};
use crate::experiment::settling::Settling;
use crate::experiment::target::{Judgement, TargetVerdict, judge};
use crate::experiment::week::{StationWeek, station_weeks};
use crate::office::{Figure, Item, Outcome, Plan, Replication, Tally};
use crate::scenario::Channel;
use crate::statistics::{DayHistogram, Estimate, Level, Observation, estimate};

/// The results of one scenario.
#[derive(Debug)]
pub struct ScenarioResult {
    pub plan: Plan,
    /// Level of the intervals.
    pub level: Level,
    pub figures: Vec<FigureResult>,
    /// Between the best- and the worst-served groups of people.
    pub gaps: Vec<GroupGap>,
    /// What is said of the targets of the scenario.
    pub targets: Vec<Judgement>,
    /// What was to be precise.
    pub precision: Vec<Attained>,
    pub series: Vec<SeriesResult>,
    /// The series with the warm-up, where there is one.
    pub settling: Option<Settling>,
    pub outcomes: Vec<OutcomeShares>,
    pub durations: Durations,
    /// When in the week each stage is busy.
    pub weeks: Vec<StationWeek>,
    /// Events over all replications.
    pub events: u64,
}

/// How long things took, over all replications.
#[derive(Clone, Debug, Default)]
pub struct Durations {
    /// Working days from interview to ready.
    pub processing: DayHistogram,
    /// Calendar days from wish to ready.
    pub wish_to_ready: DayHistogram,
}

/// One figure: what each replication showed, and the estimate.
#[derive(Debug)]
pub struct FigureResult {
    pub figure: Figure,
    pub observations: Vec<Observation>,
    pub estimate: Estimate,
}

/// How the stories of a channel's applicants ended, as shares over all replications.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeShares {
    pub channel: Channel,
    /// Applicants a replication.
    pub applicants: f64,
    pub shares: Vec<(Outcome, f64)>,
}

impl ScenarioResult {
    /// Puts the replications of a plan together, in their order.
    pub fn new(
        plan: Plan,
        figures: Vec<Figure>,
        replications: Vec<Replication>,
        level: Level,
    ) -> ScenarioResult {
        let figures = figures.into_iter().enumerate().map(|(index, figure)| {
            let observations: Vec<Observation> =
                replications.iter().map(|run| run.observations[index]).collect();
            FigureResult { figure, estimate: estimate(&observations, level), observations }
        });
        let figures: Vec<FigureResult> = figures.collect();
        ScenarioResult {
            gaps: gaps(&figures, level),
            precision: attained(&plan, &figures),
            targets: judge(&plan.scenario.references.targets, &figures),
            figures,
            series: SERIES.iter().map(|series| series.read(&plan, &replications)).collect(),
            settling: Settling::new(&plan, &replications),
            outcomes: outcomes(&replications),
            durations: Durations {
                processing: merged(&replications, |run| &run.processing),
                wish_to_ready: merged(&replications, |run| &run.wish_to_ready),
            },
            weeks: station_weeks(&plan, &replications),
            events: replications.iter().map(|run| run.events).sum(),
            plan,
            level,
        }
    }

    /// Whether a target is missed.
    pub fn misses_a_target(&self) -> bool {
        self.targets.iter().any(|target| target.verdict == TargetVerdict::Missed)
    }

    /// The figure of a measure for all applicants.
    pub fn overall(&self, measure: &str) -> Option<&FigureResult> {
        let found = |result: &&FigureResult| {
            result.figure.measure.name == measure && result.figure.scope.kind() == "all"
        };
        self.figures.iter().find(found)
    }

    /// A series by name.
    pub fn series(&self, name: &str) -> Option<&SeriesResult> {
        self.series.iter().find(|result| result.series.name == name)
    }
}

fn merged(
    replications: &[Replication],
    histogram: impl Fn(&Replication) -> &DayHistogram,
) -> DayHistogram {
    let mut sum = DayHistogram::default();
    replications.iter().for_each(|run| sum.merge(histogram(run)));
    sum
}

/// Outcomes by channel, for channels that anybody used.
fn outcomes(replications: &[Replication]) -> Vec<OutcomeShares> {
    let of = |channel: Channel| {
        let mut sum = Tally::default();
        replications.iter().for_each(|run| sum.add(&run.channels[channel.index()]));
        let wishes = sum[Item::Wishes] as f64;
        (0.0 < wishes).then(|| OutcomeShares {
            channel,
            applicants: wishes / replications.len() as f64,
            shares: Outcome::ALL.map(|outcome| (outcome, sum[outcome] as f64 / wishes)).to_vec(),
        })
    };
    Channel::ALL.into_iter().filter_map(of).collect()
}
