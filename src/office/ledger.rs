//! The ledger: what is observed in a replication, and from when.

mod groups;

pub use groups::Groups;

use crate::office::journal::{Journal, Step};
use crate::office::people::Applicant;
use crate::office::plan::Plan;
use crate::office::recovery::Recoveries;
use crate::office::tally::{Item, Outcome, Tally};
use crate::scenario::{Booking, Channel};
use crate::statistics::{DayHistogram, DurationHistogram};
use crate::time::{Day, Instant};

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
    /// Wishes by channel, noted only where there is a cut-over.
    ByKiosk,
    ByApp,
    ByWalkIn,
    ByOutreach,
    /// Places of the day that brokers took, those they sold, and those left over.
    Captured,
    Resold,
    Wasted,
}

/// The day book of a replication.
pub type DayRecord = [u32; Daily::ALL.len()];

/// All observations of one replication.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub groups: Groups,
    pub days: Vec<DayRecord>,
    pub lead_working: DayHistogram,
    pub lead_calendar: DayHistogram,
    pub processing: DayHistogram,
    pub wish_to_ready: DayHistogram,
    /// Outages of production, by the days to recover.
    pub recoveries: Recoveries,
    pub in_office: DurationHistogram,
    pub waiting: DurationHistogram,
    /// When what is told now happens.
    pub now: Instant,
    /// What happens to whom, where somebody wants to read it.
    pub journal: Option<Box<Journal>>,
}

impl Daily {
    /// All columns, in the order of the series file.
    pub const ALL: [Daily; 21] = [
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
        Daily::ByKiosk,
        Daily::ByApp,
        Daily::ByWalkIn,
        Daily::ByOutreach,
        Daily::Captured,
        Daily::Resold,
        Daily::Wasted,
    ];

    /// The column of the wishes of a channel.
    pub fn by(channel: Channel) -> Daily {
        match channel {
            Channel::Kiosk => Daily::ByKiosk,
            Channel::App => Daily::ByApp,
            Channel::WalkIn => Daily::ByWalkIn,
            Channel::Outreach => Daily::ByOutreach,
        }
    }
}

impl Ledger {
    /// Empties the ledger for a run of the plan.
    pub fn reset(&mut self, plan: &Plan) {
        self.groups.reset(&plan.scenario.demand);
        self.days.clear();
        self.days.resize(plan.end.index() + 1, DayRecord::default());
        self.lead_working = DayHistogram::default();
        self.lead_calendar = DayHistogram::default();
        self.processing = DayHistogram::default();
        self.wish_to_ready = DayHistogram::default();
        self.recoveries.reset();
        self.in_office.clear();
        self.waiting.clear();
    }

    /// Closes the ledger for reading.
    pub fn close(&mut self) {
        self.in_office.count_recent();
        self.waiting.count_recent();
    }

    /// The counts of an applicant's group.
    pub fn of(&mut self, applicant: &Applicant) -> &mut Tally {
        self.groups.of(applicant)
    }

    /// Ends the story of some applicants alike.
    pub fn end(&mut self, applicant: &Applicant, outcome: Outcome, people: u8) {
        self.of(applicant)[outcome] += i64::from(people);
        self.tell(applicant.identity, people, Step::Ends(outcome));
    }

    /// Tells the journal, where there is one, that a family has its wish.
    #[inline]
    pub fn tell_wish(&mut self, applicant: &Applicant, people: u8) {
        if let Some(journal) = &mut self.journal {
            journal.begin(*applicant, people);
        }
    }

    /// Tells the journal, where there is one, what happens now to some applicants alike, of whom
    /// the first has this identity.
    #[inline]
    pub fn tell(&mut self, identity: u64, people: u8, step: Step) {
        if let Some(journal) = &mut self.journal {
            journal.write((identity, people), self.now, step);
        }
    }

    /// The same for what is known already and happens at a later instant.
    #[inline]
    pub fn tell_ahead(&mut self, (identity, people): (u64, u8), at: Instant, step: Step) {
        if let Some(journal) = &mut self.journal {
            journal.write((identity, people), at, step);
        }
    }

    /// Adds to an item of an applicant's group.
    pub fn add(&mut self, applicant: &Applicant, item: Item, amount: i64) {
        self.of(applicant)[item] += amount;
    }

    /// Counts what some people alike have paid when booking, and lose.
    pub fn add_fees_lost(&mut self, applicant: &Applicant, people: u8, booking: &Booking) {
        let fee = i64::from(booking.attendance.fee());
        self.add(applicant, Item::FeesLost, fee * i64::from(people));
    }

    /// Adds to a column of a day.
    pub fn note(&mut self, day: Day, column: Daily, amount: u32) {
        if let Some(record) = self.days.get_mut(day.index()) {
            record[column as usize] += amount;
        }
    }
}
