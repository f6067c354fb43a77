//! The ledger: what is observed in a replication, and from when.

use crate::office::journal::{Journal, Step};
use crate::office::people::Applicant;
use crate::office::phone::Phone;
use crate::office::plan::Plan;
use crate::office::recovery::Recoveries;
use crate::office::tally::{Item, Outcome, Tally};
use crate::scenario::Channel;
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

/// People who are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    pub origin: usize,
    pub channel: Channel,
    pub lane: usize,
    pub phone: Phone,
}

/// The day book of a replication.
pub type DayRecord = [u32; Daily::ALL.len()];

/// All observations of one replication.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// By origin, channel and lane, then the same of those without a phone where there are such;
    /// the last entry takes what is not counted.
    groups: Vec<Tally>,
    lanes: usize,
    /// Where those without a phone begin; 0 where people are not divided by phone.
    without_phone: usize,
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
        let demand = &plan.scenario.demand;
        self.lanes = demand.lanes.len();
        let groups = demand.origins.len() * Channel::ALL.len() * self.lanes;
        self.without_phone = if Phone::divides(demand) { groups } else { 0 };
        self.groups.clear();
        self.groups.resize(groups + self.without_phone + 1, Tally::default());
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

    /// The counts of an applicant's group.
    pub fn of(&mut self, applicant: &Applicant) -> &mut Tally {
        let group = usize::from(applicant.origin) * Channel::ALL.len() + applicant.channel.index();
        let group = group * self.lanes + usize::from(applicant.lane.0);
        let group = group + applicant.phone.index() * self.without_phone;
        let last = self.groups.len() - 1;
        &mut self.groups[if applicant.counted { group } else { last }]
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

    /// Adds to a column of a day.
    pub fn note(&mut self, day: Day, column: Daily, amount: u32) {
        if let Some(record) = self.days.get_mut(day.index()) {
            record[column as usize] += amount;
        }
    }

    /// The counts of every group, and in words whose they are; last those who are not counted.
    pub fn groups<'run>(
        &'run self,
        plan: &'run Plan,
    ) -> impl Iterator<Item = (String, &'run Tally)> {
        let demand = &plan.scenario.demand;
        let words = |group: Group| {
            let (origin, lane) = (&demand.origins[group.origin], &demand.lanes[group.lane]);
            let divided = self.without_phone != 0 && group.phone == Phone::No;
            let phone = if divided { " without a phone" } else { "" };
            let way = group.channel.name();
            format!("from {} by {way} in lane {}{phone}", origin.name, lane.name)
        };
        let named = (0..self.groups.len() - 1).map(move |index| words(self.group(index)));
        named.chain(["who are not counted".to_string()]).zip(&self.groups)
    }

    /// Whose counts stand at a place.
    fn group(&self, index: usize) -> Group {
        let (index, phone) = match index.checked_sub(self.without_phone) {
            Some(index) if 0 < self.without_phone => (index, Phone::No),
            _ => (index, Phone::Own),
        };
        let (index, lane) = (index / self.lanes, index % self.lanes);
        let channel = Channel::ALL[index % Channel::ALL.len()];
        Group { origin: index / Channel::ALL.len(), channel, lane, phone }
    }

    /// The sum over the groups that a filter lets through.
    pub fn sum(&self, keep: impl Fn(Group) -> bool) -> Tally {
        let mut sum = Tally::default();
        for (index, group) in self.groups[..self.groups.len() - 1].iter().enumerate() {
            if keep(self.group(index)) {
                sum.add(group);
            }
        }
        sum
    }
}
