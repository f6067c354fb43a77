//! Which channel people take, and how they change to another after a cut-over.

use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::ledger::Daily;
use crate::office::model::Offices;
use crate::office::people::{Applicant, Cause, Party, family_of};
use crate::office::phone::Phone;
use crate::office::tally::{Item, Outcome};
use crate::random::Streams;
use crate::scenario::{Channel, Channels, CutOver, LaneId, Scenario};
use crate::time::{Calendar, Date, Day, Instant, Span};

/// The channels of a run, by day.
#[derive(Clone, Debug)]
pub struct Routes {
    first: Channels,
    changes: Vec<Change>,
    /// By lane, its own channels; empty where no lane has any.
    lanes: Vec<Option<Channels>>,
}

/// A cut-over, and the day of its date counted from the first of the calendar; before it below 0.
#[derive(Clone, Debug)]
struct Change {
    from: i64,
    cut_over: CutOver,
}

/// How somebody comes to use a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    AtOnce,
    /// With help that takes this long to find.
    Helped(Span),
    Never,
}

impl Routes {
    /// The channels of a scenario on the days of a calendar.
    pub fn new(scenario: &Scenario, calendar: &Calendar) -> Routes {
        let intake = &scenario.intake;
        let start: Date = calendar.date(Day(0));
        let change = |cut_over: &CutOver| Change {
            from: i64::from((cut_over.date - start).get_days()),
            cut_over: cut_over.clone(),
        };
        let lanes: Vec<Option<Channels>> =
            scenario.demand.lanes.iter().map(|lane| lane.channels).collect();
        let are_alike = lanes.iter().all(Option::is_none);
        Routes {
            first: intake.channels,
            changes: intake.cut_overs.iter().map(change).collect(),
            lanes: if are_alike { Vec::new() } else { lanes },
        }
    }

    /// The channel that a family takes on a day. One draw places it among the channels and another
    /// says how early it changes, so that shares of a ramp hold, nobody changes back, and those who
    /// have not changed are where they would be without a cut-over.
    #[inline]
    pub fn of(&self, family: (Streams, u64), lane: LaneId, day: Day) -> Channel {
        let are_the_same = self.lanes.is_empty() && self.changes.is_empty();
        let channels = if are_the_same { &self.first } else { self.channels(family, lane, day) };
        let (streams, identity) = family;
        Channel::ALL[Cause::Channel.stream(streams, identity).index(&channels.0)]
    }

    /// The shares of the channels for a family on a day.
    #[cold]
    fn channels(&self, (streams, identity): (Streams, u64), lane: LaneId, day: Day) -> &Channels {
        let own = self.lanes.get(usize::from(lane.0)).and_then(Option::as_ref);
        if own.is_none() && !self.changes.is_empty() {
            let point = Cause::Change.stream(streams, identity).uniform();
            let has_changed = |change: &&Change| point < change.share_on(day);
            if let Some(change) = self.changes.iter().rev().find(has_changed) {
                return &change.cut_over.channels;
            }
        }
        own.unwrap_or(&self.first)
    }

    /// Whether anybody takes a channel on a day.
    pub fn uses(&self, channel: Channel, day: Day) -> bool {
        if self.lanes.iter().flatten().any(|channels| 0.0 < channels.share(channel)) {
            return true;
        }
        let mut used = 0.0 < self.first.share(channel);
        for change in &self.changes {
            let (share, after) = (change.share_on(day), change.cut_over.channels.share(channel));
            used = used && share < 1.0 || 0.0 < share && 0.0 < after;
        }
        used
    }
}

impl Change {
    fn share_on(&self, day: Day) -> f64 {
        self.cut_over.changed(i64::from(day.0) - self.from)
    }
}

impl Offices<'_> {
    /// A new family sets out, or is shut out where it can neither use the app nor find help.
    pub fn set_out(&mut self, applicant: Applicant, size: u8, events: &mut EventLists) {
        if !self.plan.routes.changes.is_empty() {
            let column = Daily::by(applicant.channel);
            self.ledger.note(applicant.wish.day(), column, u32::from(size));
        }
        let Some(from) = self.gain_access(&applicant, size, applicant.wish) else { return };
        let mut group = self.family(applicant, size);
        self.ask(&mut group, from, events);
    }

    /// When some applicants can use the channel that they take from an instant on; none where they
    /// are shut out, with which their story ends.
    fn gain_access(&mut self, applicant: &Applicant, people: u8, from: Instant) -> Option<Instant> {
        match self.access(applicant) {
            Access::AtOnce => Some(from),
            Access::Helped(delay) => {
                self.ledger.add(applicant, Item::HelpFound, i64::from(people));
                let found = from + delay;
                self.ledger.tell_ahead((applicant.identity, people), found, Step::FindsHelp);
                Some(found)
            }
            Access::Never => {
                self.ledger.end(applicant, Outcome::ShutOut, people);
                None
            }
        }
    }

    /// How a family comes to use its channel.
    fn access(&self, applicant: &Applicant) -> Access {
        let origin = &self.plan.scenario.demand.origins[usize::from(applicant.origin)];
        let family = family_of(applicant.identity);
        let draw = |cause: Cause| cause.stream(self.streams, family);
        if applicant.way != Channel::App || applicant.phone == Phone::Own {
            return Access::AtOnce;
        }
        let delay = &self.plan.scenario.intake.app.help_delay;
        match draw(Cause::Help).happens(origin.helped) {
            true => Access::Helped(delay.sample(&mut draw(Cause::HelpDelay))),
            false => Access::Never,
        }
    }

    /// A party goes its way to an appointment, not before an instant; after a cut-over by the
    /// channel of the day on which it asks.
    pub fn ask(&mut self, group: &mut Party, not_before: Instant, events: &mut EventLists) {
        group.outings = group.outings.saturating_add(1);
        match self.plan.routes.changes.is_empty() {
            true => self.go(group, not_before, events),
            false => self.go_by_the_day(group, not_before.max(events.now()), events),
        }
    }

    /// Where the channel changes before a party comes to ask, it takes the other one from that day
    /// on.
    #[cold]
    fn go_by_the_day(&mut self, group: &mut Party, from: Instant, events: &mut EventLists) {
        let mut from = from;
        loop {
            let Some(ready) = self.take_channel_of_the_day(group, from) else { return };
            let asks = self.time_of_asking(group, ready);
            match self.day_of_change(group, ready.day(), asks.day()) {
                Some(day) => from = ready.max(day.start()),
                None => return self.go_at(group, asks, events),
            }
        }
    }

    /// The first of some days on which a party's channel is another than the one it takes now.
    fn day_of_change(&self, group: &Party, first: Day, last: Day) -> Option<Day> {
        let Applicant { identity, way, lane, .. } = group.applicant;
        let family = (self.streams, family_of(identity));
        let mut days = (first.0..=last.0).map(Day);
        days.find(|&day| self.plan.routes.of(family, lane, day) != way)
    }

    /// A party takes the channel of a day. Tells when it can use it; nothing where it is shut out,
    /// with which its story ends.
    fn take_channel_of_the_day(&mut self, group: &mut Party, from: Instant) -> Option<Instant> {
        let Applicant { identity, lane, .. } = group.applicant;
        let family = (self.streams, family_of(identity));
        let way = self.plan.routes.of(family, lane, from.day());
        if group.applicant.way == way {
            return Some(from);
        }
        group.applicant.way = way;
        self.ledger.tell(group.applicant.identity, group.size, Step::ChangesChannel { to: way });
        self.gain_access(&group.applicant, group.size, from + self.reaction(group))
    }
}
