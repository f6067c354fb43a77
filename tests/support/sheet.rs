//! One replication of a scenario text, to be read figure by figure.

use antrean::office::{Figure, Plan, Replication, Simulator, figures};
use antrean::scenario::Scenario;
use antrean::statistics::Observation;

use crate::ready::ready;

/// A replication and the figures that it shows.
pub struct Sheet {
    pub figures: Vec<Figure>,
    pub run: Replication,
}

impl Sheet {
    /// The first replication of a scenario text.
    #[track_caller]
    pub fn of(text: &str) -> Sheet {
        Sheet::number(0, &planned(text))
    }

    /// A replication by its number.
    #[track_caller]
    pub fn number(number: u64, plan: &Plan) -> Sheet {
        let figures = figures(plan);
        let run = Simulator::new(plan).replicate(number, &figures);
        Sheet { figures, run: run.expect("applicants and outcomes add up") }
    }

    /// The observation of a measure for a station or for all; nothing where there is none.
    pub fn read(&self, measure: &str, of: &str) -> Observation {
        let named = |figure: &Figure| figure.measure.name == measure && figure.scope.name() == of;
        let index = self.figures.iter().position(named);
        index.map_or(Observation::none(), |index| self.run.observations[index])
    }

    /// The sum of the waits in a figure in minutes, in whole milliseconds.
    pub fn waited(&self, measure: &str, of: &str) -> i64 {
        (self.read(measure, of).numerator * 60_000.0).round() as i64
    }
}

/// The plan of a scenario text.
#[track_caller]
pub fn planned(text: &str) -> Plan {
    ready(Scenario::parse("by hand", text))
}
