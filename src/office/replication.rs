//! One replication: the office played from its first day to its last, checked, and read off.

use std::ops::Range;

use thiserror::Error;

use crate::engine::play;
use crate::office::event_lists::EventLists;
use crate::office::journal::{Happening, Journal};
use crate::office::ledger::DayRecord;
use crate::office::measure::{Evidence, Figure};
use crate::office::model::Offices;
use crate::office::people::Applicant;
use crate::office::plan::Plan;
use crate::office::tally::{Item, Outcome, Tally};
use crate::office::week::Week;
#[cfg(test)]
use crate::office::{station::StationId, usage::Usage};
use crate::random::Streams;
use crate::scenario::Channel;
use crate::statistics::{DayHistogram, Observation};
use crate::time::{Instant, Span};

/// What one replication showed.
#[derive(Clone, Debug)]
pub struct Replication {
    /// One observation for each figure, in their order.
    pub observations: Vec<Observation>,
    /// The measured days, in order.
    pub days: Vec<DayRecord>,
    /// The days of the warm-up, in order.
    pub warm_up: Vec<DayRecord>,
    /// Counts and outcomes by channel, in the order of [`Channel::ALL`].
    pub channels: [Tally; Channel::ALL.len()],
    /// Working days from interview to ready.
    pub processing: DayHistogram,
    /// Calendar days from wish to ready.
    pub wish_to_ready: DayHistogram,
    /// When in the week they are busy, by station for which that is noted.
    pub weeks: Vec<Week>,
    /// Events that happened.
    pub events: u64,
}

/// The books do not balance: applicants were lost or counted twice. Always a fault of the program.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error(
    "replication {replication}: {wishes} applicants {people}, but {outcomes} outcomes; \
     this is a fault of the program, please report it with the scenario and seed"
)]
pub struct ConservationError {
    pub replication: u64,
    /// Of whom: from where, by which channel, in which lane.
    pub people: String,
    pub wishes: i64,
    pub outcomes: i64,
}

/// Plays replications of one plan one after the other in the same memory.
pub struct Simulator<'plan> {
    offices: Offices<'plan>,
    events: EventLists,
}

impl<'plan> Simulator<'plan> {
    /// A simulator for a plan.
    pub fn new(plan: &'plan Plan) -> Self {
        let offices = Offices::new(plan, Streams::new(plan.scenario.run.seed, 0));
        Simulator { offices, events: EventLists::new(plan.offices.len()) }
    }

    /// Plays one replication, numbered from 0; it does not depend on any other.
    ///
    /// # Errors
    /// If applicants and outcomes do not add up.
    pub fn replicate(
        &mut self,
        number: u64,
        figures: &[Figure],
    ) -> Result<Replication, ConservationError> {
        let plan = self.offices.plan;
        self.offices.reset(Streams::new(plan.scenario.run.seed, number));
        self.offices.load_starting_states();
        self.events.clear();
        self.offices.begin(&mut self.events);
        let end = plan.end.start() + Span::from_milliseconds(1);
        let events = play(&mut self.offices, &mut self.events, end);
        self.count_under_way();
        self.offices.count_late_files();
        self.offices.count_unrecovered();
        self.offices.close_stations();
        self.offices.ledger.close();
        self.check_conservation(number)?;
        Ok(self.read(events, figures))
    }

    /// Plays one replication and tells what happened, in the order of time, to all whose wish
    /// arose within `wishes`.
    ///
    /// # Errors
    /// If applicants and outcomes do not add up.
    pub fn record(
        &mut self,
        number: u64,
        figures: &[Figure],
        wishes: Range<Instant>,
    ) -> Result<(Replication, Vec<Happening>), ConservationError> {
        self.offices.ledger.journal = Some(Box::new(Journal::new(wishes)));
        let replication = self.replicate(number, figures);
        let journal = self.offices.ledger.journal.take().unwrap_or_default();
        Ok((replication?, journal.in_order(self.offices.plan)))
    }

    /// What the last replication observed at a station.
    #[cfg(test)]
    pub fn usage(&self, station: usize) -> &Usage {
        &self.offices.stations[StationId(station as u16)].usage
    }

    /// Those who are still somewhere in the office at the end.
    fn count_under_way(&mut self) {
        let offices = &mut self.offices;
        let mut end = |applicant: &Applicant, people: u8| {
            offices.ledger.end(applicant, Outcome::UnderWay, people);
        };
        for office in &offices.offices {
            let expected =
                office.still_to_come.iter().map(|due| &due.party).chain(office.book.due());
            expected.for_each(|group| end(&group.applicant, group.size));
            office.unpaid.values().flatten().for_each(|applicant| end(applicant, 1));
            office.issuing.files().for_each(|file| end(&file.applicant, 1));
        }
        offices.parties.iter().for_each(|group| end(&group.applicant, group.size));
        offices.visitors.iter().for_each(|visitor| end(&visitor.applicant, 1));
        let withdrawals = offices.withdrawals.iter().map(|withdrawal| &withdrawal.party);
        withdrawals.for_each(|group| end(&group.applicant, group.size));
    }

    fn check_conservation(&self, replication: u64) -> Result<(), ConservationError> {
        for (people, tally) in self.offices.ledger.groups.named(self.offices.plan) {
            let (wishes, outcomes) = (tally[Item::Wishes], tally.ended());
            if wishes != outcomes {
                return Err(ConservationError { replication, people, wishes, outcomes });
            }
        }
        Ok(())
    }

    fn read(&self, events: u64, figures: &[Figure]) -> Replication {
        let offices = &self.offices;
        let plan = offices.plan;
        let ledger = &offices.ledger;
        let usages: Vec<_> = offices.stations.iter().map(|station| &station.usage).collect();
        let evidence = Evidence::new(plan, ledger, usages);
        let measured = plan.measured.start.index()..plan.measured.end.index();
        Replication {
            observations: figures.iter().map(|figure| figure.read(&evidence)).collect(),
            warm_up: ledger.days[plan.first.index()..measured.start].to_vec(),
            days: ledger.days[measured].to_vec(),
            channels: Channel::ALL
                .map(|channel| ledger.groups.sum(|group| group.channel == channel)),
            processing: ledger.processing.clone(),
            wish_to_ready: ledger.wish_to_ready.clone(),
            weeks: offices
                .stations
                .iter()
                .filter_map(|station| station.usage.work.week.as_deref().cloned())
                .collect(),
            events,
        }
    }
}
