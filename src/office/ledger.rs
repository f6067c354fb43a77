//! The ledger: what is observed in a replication, and from when.

use crate::office::people::Applicant;
use crate::office::plan::Plan;
use crate::office::tally::{Item, Outcome, Tally};
use crate::scenario::Channel;
use crate::statistics::{DayHistogram, DurationHistogram};
use crate::time::Day;

/// What is written down for every day, measured or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Daily {
    Wishes,
    RefusedByBook,
    Booked,
    LeadWorkingDays,
    ThirdAvailable,
    BookedAhead,
    Quota,
    Due,
    Attended,
    WalkIns,
    Completed,
    Produced,
    ProducedWithinPromise,
    Backlog,
}

/// The day book of a replication.
pub type DayRecord = [u32; Daily::ALL.len()];

/// All observations of one replication.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// By origin and channel; the last entry takes what is not counted.
    groups: Vec<Tally>,
    pub days: Vec<DayRecord>,
    pub lead_working: DayHistogram,
    pub lead_calendar: DayHistogram,
    pub processing: DayHistogram,
    pub wish_to_ready: DayHistogram,
    pub in_office: DurationHistogram,
    pub waiting: DurationHistogram,
}

impl Daily {
    /// All columns, in the order of the series file.
    pub const ALL: [Daily; 14] = [
        Daily::Wishes,
        Daily::RefusedByBook,
        Daily::Booked,
        Daily::LeadWorkingDays,
        Daily::ThirdAvailable,
        Daily::BookedAhead,
        Daily::Quota,
        Daily::Due,
        Daily::Attended,
        Daily::WalkIns,
        Daily::Completed,
        Daily::Produced,
        Daily::ProducedWithinPromise,
        Daily::Backlog,
    ];
}

impl Ledger {
    /// Empties the ledger for a run of the plan.
    pub fn reset(&mut self, plan: &Plan) {
        let groups = plan.scenario.demand.origins.len() * Channel::ALL.len() + 1;
        self.groups.clear();
        self.groups.resize(groups, Tally::default());
        self.days.clear();
        self.days.resize(plan.end.index() + 1, DayRecord::default());
        self.lead_working = DayHistogram::default();
        self.lead_calendar = DayHistogram::default();
        self.processing = DayHistogram::default();
        self.wish_to_ready = DayHistogram::default();
        self.in_office.clear();
        self.waiting.clear();
    }

    /// The counts of an applicant's group.
    pub fn of(&mut self, applicant: &Applicant) -> &mut Tally {
        let group = usize::from(applicant.origin) * Channel::ALL.len() + applicant.channel.index();
        let last = self.groups.len() - 1;
        &mut self.groups[if applicant.counted { group } else { last }]
    }

    /// Ends the story of some applicants alike.
    pub fn end(&mut self, applicant: &Applicant, outcome: Outcome, people: u8) {
        self.of(applicant)[outcome] += i64::from(people);
    }

    /// Adds to an item of an applicant's group.
    pub fn add(&mut self, applicant: &Applicant, item: Item, amount: i64) {
        self.of(applicant)[item] += amount;
    }

    /// Adds to a column of a day.
    pub fn note(&mut self, day: Day, column: Daily, amount: u32) {
        if let Some(record) = self.days.get_mut(day.index()) {
            record[column as usize] += amount;
        }
    }

    /// The counts of every group with the names of origin and channel; last those who are not
    /// counted.
    pub fn groups<'run>(
        &'run self,
        plan: &'run Plan,
    ) -> impl Iterator<Item = (&'run str, &'static str, &'run Tally)> {
        let origins = plan.scenario.demand.origins.iter();
        let named = origins
            .flat_map(|origin| Channel::ALL.map(|channel| (origin.name.as_str(), channel.name())));
        let named = named.chain([("before or after the measured days", "any channel")]);
        named.zip(&self.groups).map(|((origin, channel), tally)| (origin, channel, tally))
    }

    /// The sum over the groups that a filter lets through.
    pub fn sum(&self, keep: impl Fn(usize, Channel) -> bool) -> Tally {
        let mut sum = Tally::default();
        for (index, group) in self.groups[..self.groups.len() - 1].iter().enumerate() {
            let channel = Channel::ALL[index % Channel::ALL.len()];
            if keep(index / Channel::ALL.len(), channel) {
                sum.add(group);
            }
        }
        sum
    }
}
