//! How large an experiment is, estimated before it runs.

use crate::office::Plan;

/// Events that an applicant causes, roughly: wish, appointment, stages, tries.
const EVENTS_PER_APPLICANT: f64 = 8.0;
/// Bytes that one measured day of one replication takes in the results.
const BYTES_PER_DAY: f64 = 64.0;
/// Bytes of an applicant in the office, in the worst case in which nobody ever leaves.
const BYTES_PER_APPLICANT: f64 = 80.0;

/// The estimated size of an experiment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    pub replications: f64,
    pub applicants: f64,
    pub events: f64,
    /// Memory at most, in bytes.
    pub memory: f64,
}

/// Estimates the size of an experiment over all plans and their replications.
pub fn size(plans: &[Plan]) -> Size {
    let mut whole = Size::default();
    for plan in plans {
        let run = &plan.scenario.run;
        let replications = f64::from(run.replications);
        let days = f64::from(plan.end.0 - plan.first.0);
        let applicants = plan.scenario.demand.per_day * days;
        whole.replications += replications;
        whole.applicants += applicants * replications;
        whole.events += applicants * replications * EVENTS_PER_APPLICANT;
        whole.memory += replications * f64::from(run.days) * BYTES_PER_DAY;
        whole.memory += applicants * BYTES_PER_APPLICANT;
    }
    whole
}
