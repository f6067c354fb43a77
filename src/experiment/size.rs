//! How large an experiment is, estimated before it runs.

use crate::experiment::series::SERIES_REPLICATIONS;
use crate::office::Plan;
use crate::scenario::{OutageClock, Stage};
use crate::time::Span;

/// Events that an applicant causes, roughly: wish, appointment, stages, tries.
const EVENTS_PER_APPLICANT: f64 = 8.0;
/// Bytes that one day of one replication takes in the results.
const BYTES_PER_DAY: f64 = 64.0;
/// Bytes that one replication takes in the results beside its days, for its figures.
const BYTES_PER_REPLICATION: f64 = 8_000.0;
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

impl Size {
    /// The size of so many experiments like this.
    pub fn times(self, number: f64) -> Size {
        Size {
            replications: self.replications * number,
            applicants: self.applicants * number,
            events: self.events * number,
            memory: self.memory * number,
        }
    }

    /// The size of this experiment and another together.
    pub fn and(self, other: &Size) -> Size {
        Size {
            replications: self.replications + other.replications,
            applicants: self.applicants + other.applicants,
            events: self.events + other.events,
            memory: self.memory + other.memory,
        }
    }
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
        whole.events += applicants * replications * EVENTS_PER_APPLICANT * rounds(plan);
        whole.events += outages(plan, days) * replications;
        let with_days = replications.min(SERIES_REPLICATIONS as f64);
        let kept_days = f64::from(run.days) + f64::from(run.warm_up_days);
        whole.memory += with_days * kept_days * BYTES_PER_DAY;
        whole.memory += replications * BYTES_PER_REPLICATION;
        whole.memory += applicants * BYTES_PER_APPLICANT;
    }
    whole
}

/// How often an applicant goes through the stages, at most, for being sent back.
fn rounds(plan: &Plan) -> f64 {
    let stages = plan.scenario.visit.stages.iter();
    let again = stages.filter_map(|stage| stage.afterwards.sent_back);
    again.map(|back| 1.0 / (1.0 - back.share)).product()
}

/// Outages and repairs of desks in so many days.
fn outages(plan: &Plan, days: f64) -> f64 {
    let of = |stage: &Stage| {
        let outage = stage.outage.as_ref().filter(|outage| outage.clock == OutageClock::Always)?;
        let cycle = (outage.every.mean() + outage.lasts.mean()).max(Span::from_milliseconds(1));
        Some(2.0 * f64::from(stage.desks?) * days / cycle.days())
    };
    plan.scenario.visit.stages.iter().filter_map(of).sum()
}
