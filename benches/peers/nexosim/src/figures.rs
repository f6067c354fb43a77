//! Counts and sums of one replication.

use std::collections::BTreeMap;

use crate::parameters::Parameters;

/// What was counted so far.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub requests: u64,
    pub lost: u64,
    pub lead_days: u64,
    pub arrivals: u64,
    /// By stage.
    pub services: Vec<u64>,
    /// By stage, minutes.
    pub waits: Vec<f64>,
    pub ready: u64,
    pub days_to_ready: u64,
}

impl Figures {
    /// Nothing counted yet, at so many stages.
    pub fn new(stages: usize) -> Figures {
        Figures { services: vec![0; stages], waits: vec![0.0; stages], ..Figures::default() }
    }

    /// The figures of antrean, by name: minutes, days and a share.
    pub fn means(&self, parameters: &Parameters) -> BTreeMap<String, f64> {
        let share = |part: u64, whole: u64| part as f64 / whole as f64;
        let mut means = BTreeMap::from([
            ("lost".to_string(), share(self.lost, self.requests)),
            ("lead".to_string(), share(self.lead_days, self.requests - self.lost)),
            ("ready".to_string(), share(self.days_to_ready, self.ready)),
        ]);
        for (index, stage) in parameters.stages.iter().enumerate() {
            let wait = self.waits[index] / self.services[index] as f64;
            means.insert(format!("wait, {}", stage.name), wait);
        }
        means
    }

    /// What happens in the model, whatever events the tool makes of it.
    pub fn events(&self) -> u64 {
        self.requests + self.arrivals + self.services.iter().sum::<u64>()
    }
}
