//! The evidence of one replication, arranged for the measures to read.

use crate::office::ledger::{Daily, Ledger};
use crate::office::measure::Scope;
use crate::office::phone::Phone;
use crate::office::plan::Plan;
use crate::office::tally::Tally;
use crate::office::usage::Usage;
use crate::scenario::Channel;
use crate::statistics::Observation;

/// Counts by scope, the day book of the working days that are measured, and the use of stations.
#[derive(Debug)]
pub struct Evidence<'run> {
    pub ledger: &'run Ledger,
    plan: &'run Plan,
    all: Tally,
    origins: Vec<Tally>,
    lanes: Vec<Tally>,
    channels: [Tally; Channel::ALL.len()],
    phones: [Tally; 2],
    usages: Vec<&'run Usage>,
    /// Sums over the measured working days, by column.
    sums: [f64; Daily::ALL.len()],
    working_days: f64,
    /// Backlogs at the end of each measured week's last working day, and how many there were.
    week_ends: (f64, f64),
}

impl<'run> Evidence<'run> {
    /// Arranges what a replication of the plan left in the ledger and at its stations.
    pub fn new(plan: &'run Plan, ledger: &'run Ledger, usages: Vec<&'run Usage>) -> Self {
        let demand = &plan.scenario.demand;
        let origins = 0..demand.origins.len();
        let lanes = 0..demand.lanes.len();
        let mut evidence = Evidence {
            ledger,
            plan,
            all: ledger.groups.sum(|_| true),
            origins: origins
                .map(|origin| ledger.groups.sum(|group| group.origin == origin))
                .collect(),
            lanes: lanes.map(|lane| ledger.groups.sum(|group| group.lane == lane)).collect(),
            channels: Channel::ALL
                .map(|channel| ledger.groups.sum(|group| group.channel == channel)),
            phones: Phone::ALL.map(|phone| ledger.groups.sum(|group| group.phone == phone)),
            usages,
            sums: [0.0; Daily::ALL.len()],
            working_days: 0.0,
            week_ends: (0.0, 0.0),
        };
        evidence.sum_days();
        evidence
    }

    fn sum_days(&mut self) {
        let plan = self.plan;
        for &day in plan.calendar().working_days().iter().filter(|&&day| plan.is_measured(day)) {
            let record = &self.ledger.days[day.index()];
            self.sums.iter_mut().zip(record).for_each(|(sum, value)| *sum += f64::from(*value));
            self.working_days += 1.0;
            if plan.scenario.production.is_some() && plan.office().ends_week(day) {
                self.week_ends.0 += f64::from(record[Daily::Backlog as usize]);
                self.week_ends.1 += 1.0;
            }
        }
    }

    /// The counts of the applicants in a scope.
    pub fn people(&self, scope: &Scope) -> &Tally {
        match scope {
            Scope::Origin(index, _) => &self.origins[*index],
            Scope::Lane(index, _) => &self.lanes[*index],
            Scope::Phone(phone) => &self.phones[phone.index()],
            Scope::Channel(channel) => &self.channels[channel.index()],
            Scope::All | Scope::Kiosk(..) | Scope::Stage(..) => &self.all,
        }
    }

    /// The use of the station at a place.
    pub fn usage(&self, index: usize) -> &Usage {
        self.usages[index]
    }

    /// The mean of a column over the measured working days.
    pub fn per_working_day(&self, column: Daily) -> Observation {
        Observation { numerator: self.sum(column), denominator: self.working_days }
    }

    /// The mean of a column that only an office with a book fills.
    pub fn of_book(&self, column: Daily) -> Observation {
        let there = self.plan.scenario.booking.is_some();
        if there { self.per_working_day(column) } else { Observation::none() }
    }

    /// The same, averaged over the offices of the run.
    pub fn of_each_book(&self, column: Daily) -> Observation {
        let Observation { numerator, denominator } = self.of_book(column);
        Observation { numerator: numerator / self.plan.offices.len() as f64, denominator }
    }

    /// The mean of a column that only an office with production fills.
    pub fn of_production(&self, column: Daily) -> Observation {
        let there = self.plan.scenario.production.is_some();
        if there { self.per_working_day(column) } else { Observation::none() }
    }

    /// The backlog at the end of the week, averaged over weeks.
    pub fn backlog_at_week_end(&self) -> Observation {
        Observation { numerator: self.week_ends.0, denominator: self.week_ends.1 }
    }

    /// The greatest value of a column on a measured day.
    pub fn highest(&self, column: Daily) -> f64 {
        let measured = self.plan.measured.start.index()..self.plan.measured.end.index();
        let values = self.ledger.days[measured].iter().map(|record| record[column as usize]);
        f64::from(values.max().unwrap_or(0))
    }

    /// The sum of a column over the measured working days.
    pub fn sum(&self, column: Daily) -> f64 {
        self.sums[column as usize]
    }
}
