//! How many people want a passport, and by which channels.

use crate::office::load::{measured, ratio};
use crate::office::plan::Plan;
use crate::scenario::{Channel, Channels, Lane};
use crate::time::Day;

/// The wishes that arise on the measured days.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// People, over all origins.
    pub people: f64,
    /// Shares of the channels, in the order of [`Channel::ALL`].
    channels: [f64; Channel::ALL.len()],
    /// The same of lanes without channels of their own.
    shared: [f64; Channel::ALL.len()],
}

impl Wishes {
    /// Adds up the measured days of a plan.
    pub fn of(plan: &Plan) -> Wishes {
        let (demand, calendar) = (&plan.scenario.demand, plan.calendar());
        let mut wishes = Wishes {
            people: 0.0,
            channels: [0.0; Channel::ALL.len()],
            shared: [0.0; Channel::ALL.len()],
        };
        for day in measured(plan) {
            let weekday = demand.weekday_factors[calendar.weekday(day)];
            let people = demand.per_day * weekday * demand.month_factors[calendar.month(day)];
            wishes.people += people;
            for (sum, share) in wishes.shared.iter_mut().zip(shares_on(plan, day)) {
                *sum += people * share;
            }
        }
        let total = wishes.people;
        wishes.shared = wishes.shared.map(|people| ratio(people, total));
        for lane in &demand.lanes {
            for channel in Channel::ALL {
                wishes.channels[channel.index()] += lane.share * wishes.share_of(lane, channel);
            }
        }
        wishes
    }

    /// The share of a lane that goes through a channel.
    pub fn share_of(&self, lane: &Lane, channel: Channel) -> f64 {
        let own = lane.channels.as_ref().map(|channels| channels.share(channel));
        own.unwrap_or(self.shared[channel.index()])
    }

    /// The share that goes through a channel.
    pub fn share(&self, channel: Channel) -> f64 {
        self.channels[channel.index()]
    }
}

/// The shares of the channels on a day, where a lane has none of its own: who has changed more than
/// once takes the last.
fn shares_on(plan: &Plan, day: Day) -> [f64; Channel::ALL.len()] {
    let intake = &plan.scenario.intake;
    let date = plan.calendar().date(day);
    let (mut shares, mut changed) = ([0.0; Channel::ALL.len()], 0.0);
    let mut add = |channels: &Channels, part: f64| {
        for channel in Channel::ALL {
            shares[channel.index()] += part * channels.share(channel);
        }
    };
    for cut_over in intake.cut_overs.iter().rev() {
        let days = i64::from((date - cut_over.date).get_days());
        let by_now = cut_over.changed(days).max(changed);
        add(&cut_over.channels, by_now - changed);
        changed = by_now;
    }
    add(&intake.channels, 1.0 - changed);
    shares
}
