//! The counts of people, by what they are: origin, channel, lane and phone.

use crate::office::people::Applicant;
use crate::office::phone::Phone;
use crate::office::plan::Plan;
use crate::office::tally::Tally;
use crate::scenario::{Channel, Demand};

/// People who are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    pub origin: usize,
    pub channel: Channel,
    pub lane: usize,
    /// Own where people are not divided by phone.
    pub phone: Phone,
}

/// The counts of every group.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// By origin, channel and lane, then the same of those without a phone where there are such;
    /// the last entry takes what is not counted.
    tallies: Vec<Tally>,
    lanes: usize,
    /// Where those without a phone begin; 0 where people are not divided by phone.
    without_phone: usize,
}

impl Groups {
    /// Empties all counts for a run with this demand.
    pub fn reset(&mut self, demand: &Demand) {
        self.lanes = demand.lanes.len();
        let groups = demand.origins.len() * Channel::ALL.len() * self.lanes;
        self.without_phone = if Phone::divides(demand) { groups } else { 0 };
        self.tallies.clear();
        self.tallies.resize(groups + self.without_phone + 1, Tally::default());
    }

    /// The counts of an applicant's group.
    #[inline]
    pub fn of(&mut self, applicant: &Applicant) -> &mut Tally {
        let group = usize::from(applicant.origin) * Channel::ALL.len() + applicant.channel.index();
        let group = group * self.lanes + usize::from(applicant.lane.0);
        let group = group + applicant.phone.index() * self.without_phone;
        let last = self.tallies.len() - 1;
        &mut self.tallies[if applicant.counted { group } else { last }]
    }

    /// The counts of every group, and in words whose they are; last those who are not counted.
    pub fn named<'run>(
        &'run self,
        plan: &'run Plan,
    ) -> impl Iterator<Item = (String, &'run Tally)> {
        let demand = &plan.scenario.demand;
        let words = |group: Group| {
            let (origin, lane) = (&demand.origins[group.origin], &demand.lanes[group.lane]);
            let phone = if group.phone == Phone::No { " without a phone" } else { "" };
            let way = group.channel.name();
            format!("from {} by {way} in lane {}{phone}", origin.name, lane.name)
        };
        let named = (0..self.tallies.len() - 1).map(move |index| words(self.group(index)));
        named.chain(["who are not counted".to_string()]).zip(&self.tallies)
    }

    /// The sum over the groups that a filter lets through.
    pub fn sum(&self, keep: impl Fn(Group) -> bool) -> Tally {
        let mut sum = Tally::default();
        for (index, tally) in self.tallies[..self.tallies.len() - 1].iter().enumerate() {
            if keep(self.group(index)) {
                sum.add(tally);
            }
        }
        sum
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
}
