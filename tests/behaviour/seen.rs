//! What the replications of an office show, to be compared bit for bit.

use std::path::{Path, PathBuf};

use antrean::office::{
    Daily, DayRecord, Figure, Item, Outcome, Plan, Replication, Simulator, figures,
};
use antrean::scenario::Scenario;
use antrean::statistics::{DayHistogram, Observation};

use crate::ready::ready;

/// The replications of an office, and the figures that they show.
pub struct Seen {
    pub plan: Plan,
    figures: Vec<Figure>,
    pub runs: Vec<Replication>,
}

/// The text of the small office.
pub const OFFICE: &str = include_str!("office.toml");

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/behaviour/office.toml")
}

/// The plan of the small office, changed by settings.
#[track_caller]
pub fn plan(settings: &[&str]) -> Plan {
    let settings: Vec<String> = settings.iter().map(|setting| (*setting).to_string()).collect();
    ready(Scenario::load(&file(), &settings))
}

/// The small office, changed by settings.
#[track_caller]
pub fn office(settings: &[&str]) -> Seen {
    Seen::of(plan(settings))
}

/// Two replications of a scenario that comes with the program.
#[track_caller]
pub fn shipped(name: &str) -> Seen {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    Seen::of(ready(Scenario::load(&file, &["run.replications=2".to_string()])))
}

/// An office from a text.
#[track_caller]
pub fn office_of(text: &str) -> Seen {
    Seen::of(ready(Scenario::parse("office", text)))
}

impl Seen {
    /// Plays the replications of a plan.
    pub fn of(plan: Plan) -> Seen {
        let figures = figures(&plan);
        let mut simulator = Simulator::new(&plan);
        let play = |number: u32| {
            let run = simulator.replicate(u64::from(number), &figures);
            run.expect("applicants and outcomes add up")
        };
        let runs = (0..plan.scenario.run.replications).map(play).collect();
        Seen { figures, runs, plan }
    }

    /// What a run shows by day, of people by channel, and of their times; not of stations.
    fn stories(run: &Replication) -> (&[DayRecord], String, [&DayHistogram; 2]) {
        let people = format!("{:?}", run.channels);
        (&run.days, people, [&run.processing, &run.wish_to_ready])
    }

    /// Fails unless every number is the same in both.
    #[track_caller]
    pub fn is_the_same_as(&self, other: &Seen, why: &str) {
        assert_eq!(self.runs.len(), other.runs.len(), "{why}");
        self.is_the_beginning_of(other, why);
    }

    /// Fails unless every number is the same in both as far as there are replications here.
    #[track_caller]
    pub fn is_the_beginning_of(&self, other: &Seen, why: &str) {
        for (run, of_other) in self.runs.iter().zip(&other.runs) {
            assert_eq!(Seen::stories(run), Seen::stories(of_other), "{why}");
            assert_eq!(run.observations, of_other.observations, "{why}");
        }
    }

    /// Fails unless everybody's story is the same in both.
    #[track_caller]
    pub fn tells_the_same_as(&self, other: &Seen, why: &str) {
        assert_eq!(self.runs.len(), other.runs.len(), "{why}");
        for (run, of_other) in self.runs.iter().zip(&other.runs) {
            assert_eq!(Seen::stories(run), Seen::stories(of_other), "{why}");
        }
    }

    /// Whether anything at all differs in what is counted by day.
    pub fn differs_from(&self, other: &Seen) -> bool {
        self.runs.iter().zip(&other.runs).any(|(run, of_other)| run.days != of_other.days)
    }

    /// A column of the measured days, one list a replication.
    pub fn column(&self, column: Daily) -> Vec<Vec<u32>> {
        let of = |run: &Replication| run.days.iter().map(|day| day[column as usize]).collect();
        self.runs.iter().map(of).collect()
    }

    /// The observations of a measure for all, one a replication.
    pub fn read(&self, measure: &str) -> Vec<Observation> {
        self.read_of(measure, "all")
    }

    /// The observations of a measure for an origin, channel or station, one a replication.
    pub fn read_of(&self, measure: &str, scope: &str) -> Vec<Observation> {
        let wanted =
            |figure: &Figure| figure.measure.name == measure && figure.scope.name() == scope;
        let index = self.figures.iter().position(wanted).expect("the measure exists");
        self.runs.iter().map(|run| run.observations[index]).collect()
    }

    /// A measure for an origin, channel, lane or station over all replications: the ratio of sums.
    pub fn mean_of(&self, measure: &str, scope: &str) -> f64 {
        let found = self.read_of(measure, scope);
        let sum = |part: fn(&Observation) -> f64| found.iter().map(part).sum::<f64>();
        sum(|one| one.numerator) / sum(|one| one.denominator)
    }

    /// The same for all.
    pub fn mean(&self, measure: &str) -> f64 {
        self.mean_of(measure, "all")
    }

    /// All figures with what a replication shows of them.
    pub fn figures(&self, number: usize) -> impl Iterator<Item = (&Figure, Observation)> {
        self.figures.iter().zip(self.runs[number].observations.iter().copied())
    }

    /// An item over all replications and channels.
    pub fn count(&self, item: Item) -> i64 {
        self.runs.iter().flat_map(|run| &run.channels).map(|tally| tally[item]).sum()
    }

    /// An outcome over all replications and channels.
    pub fn ended(&self, outcome: Outcome) -> i64 {
        self.runs.iter().flat_map(|run| &run.channels).map(|tally| tally[outcome]).sum()
    }

    /// The names of all scopes.
    pub fn names(&self) -> Vec<&str> {
        self.figures.iter().map(|figure| figure.scope.name()).collect()
    }
}
