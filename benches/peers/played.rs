//! What a tool says of the replications that it played: one line of JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::median;

/// Replications of one tool.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Played {
    pub tool: String,
    pub version: String,
    /// Processor time of each replication.
    pub seconds: Vec<f64>,
    /// What happened in the model in each replication.
    pub events: Vec<u64>,
    /// Each figure in each replication.
    pub figures: BTreeMap<String, Vec<f64>>,
    /// The most memory of the process, where the system tells.
    pub peak_bytes: Option<u64>,
}

impl Played {
    /// As tools print it.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("numbers and texts")
    }

    /// Adds what the same tool played in another round.
    pub fn add(&mut self, other: Played) {
        self.seconds.extend(other.seconds);
        self.events.extend(other.events);
        for (name, values) in other.figures {
            self.figures.entry(name).or_default().extend(values);
        }
        self.peak_bytes = self.peak_bytes.max(other.peak_bytes);
    }

    /// Seconds of a typical replication.
    pub fn typical_seconds(&self) -> f64 {
        median(&self.seconds)
    }

    /// Events of a replication on average.
    pub fn mean_events(&self) -> f64 {
        self.events.iter().sum::<u64>() as f64 / self.events.len() as f64
    }
}
