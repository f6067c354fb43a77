//! Brokers: they take places when the book opens, sell some to people who find it full, and let the
//! others go to waste.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::office::book::{Request, Seats};
use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::Step;
use crate::office::ledger::Daily;
use crate::office::model::{Office, Offices};
use crate::office::office_plan::OfficeId;
use crate::office::people::{Cause, Party, RunDay, day_identity};
use crate::office::tally::Item;
use crate::scenario::Families;
use crate::time::{Day, TimeOfDay};

/// Stands for the origin in the identities of brokers' days.
const BROKERS: u16 = u16::MAX - 3;
/// Purposes of a broker's chance.
const BUYS: u8 = 0;
const FOUND_OUT: u8 = 1;

/// What the brokers of an office hold.
#[derive(Clone, Debug, Default)]
pub struct Brokerage {
    /// Places for sale by day: their times and whose they are, the earliest first.
    held: BTreeMap<Day, Vec<(TimeOfDay, u8)>>,
    /// By broker, the days of its bookings to come, sold or not.
    in_use: Vec<BinaryHeap<Reverse<Day>>>,
}

impl Brokerage {
    /// Lets go of everything, for so many brokers.
    pub fn reset(&mut self, brokers: usize) {
        self.held.clear();
        self.in_use.clear();
        self.in_use.resize(brokers, BinaryHeap::new());
    }

    /// Bookings of a broker that are still to come on a day.
    fn in_use(&mut self, broker: usize, today: Day) -> u32 {
        let days = &mut self.in_use[broker];
        while days.peek().is_some_and(|Reverse(day)| *day < today) {
            days.pop();
        }
        days.len() as u32
    }

    /// Takes a broker's places beyond some out of sale, those of the latest days; gives them.
    fn let_go(&mut self, broker: u8, kept: usize) -> Vec<(Day, TimeOfDay)> {
        let (mut held, mut given) = (0, Vec::new());
        for (&day, places) in &mut self.held {
            places.retain(|&(time, of)| {
                held += usize::from(of == broker);
                let stays = of != broker || held <= kept;
                if !stays {
                    given.push((day, time));
                }
                stays
            });
        }
        let in_use = &mut self.in_use[usize::from(broker)];
        let mut days = std::mem::take(in_use).into_vec();
        for (day, _) in &given {
            if let Some(place) = days.iter().position(|Reverse(of)| of == day) {
                days.swap_remove(place);
            }
        }
        *in_use = days.into();
        given
    }

    /// Takes so many places of one day out of sale, on the first day after `today` that has them.
    fn sell(&mut self, today: Day, count: usize) -> Option<(Day, Vec<(TimeOfDay, u8)>)> {
        let later = self.held.range_mut(today.next()..);
        let (&day, places) = later.into_iter().find(|(_, places)| count <= places.len())?;
        Some((day, places.drain(..count).collect()))
    }
}

impl Offices<'_> {
    /// Lets go of brokers' places of a day that begins, which go to waste, and finds out when they
    /// take others today.
    pub fn expect_brokers(&mut self, id: OfficeId, day: Day, events: &mut EventLists) {
        if self.plan.scenario.intake.brokers.is_empty() {
            return;
        }
        let office = &mut self.offices[id.index()];
        let later = office.brokerage.held.split_off(&day.next());
        let wasted = std::mem::replace(&mut office.brokerage.held, later);
        let wasted: usize = wasted.values().map(Vec::len).sum();
        self.ledger.note(day, Daily::Wasted, wasted as u32);
        let plan = self.offices[id.index()].plan;
        if let Some(at) = plan.release_on(day) {
            let event = Event::BrokersBook { office: id };
            events.outside().schedule(at, event.rank(u64::from(id.0)), event);
        }
    }

    /// The book has opened: brokers take what they can, before anybody else.
    pub fn brokers_book(&mut self, id: OfficeId, events: &mut EventLists) {
        let now = events.now();
        self.expect_lapse(id, events);
        let intake = &self.plan.scenario.intake;
        let run_day = RunDay::new(now.day(), self.plan.measured.start);
        for (broker, place) in intake.brokers.iter().zip(0u8..) {
            let identity = day_identity(BROKERS - u16::from(place), run_day);
            let mut luck = Cause::Broker(FOUND_OUT).stream(self.streams, identity);
            let free = broker.most_held(&intake.safeguards);
            let Office { plan, book, brokerage, .. } = &mut self.offices[id.index()];
            let in_use = brokerage.in_use(usize::from(place), now.day());
            let wanted = broker.wanted(&intake.safeguards);
            let wanted = free.map_or(wanted, |most| wanted.min(most.saturating_sub(in_use)));
            let weekdays: Vec<usize> = plan.scenario.opening.hours.open_weekdays().collect();
            // Places of all days can be sold longer than those of the first.
            for weekday in weekdays.into_iter().cycle().take(wanted as usize) {
                if 0.0 < intake.safeguards.face_match && luck.happens(intake.safeguards.face_match)
                {
                    continue;
                }
                let request = Request { now, size: 1, weekday: Some(weekday), time: None };
                let mut seats = Vec::new();
                book.seat(plan, &request, &mut seats);
                let Some(Seats { day, time, .. }) = seats.first().copied() else { break };
                brokerage.held.entry(day).or_default().push((time, place));
                brokerage.in_use[usize::from(place)].push(Reverse(day));
                self.ledger.note(day, Daily::Captured, 1);
            }
        }
        let held = &mut self.offices[id.index()].brokerage.held;
        held.values_mut().for_each(|places| places.sort_unstable());
    }

    /// Where places are paid for when booking, finds out when those of brokers lapse.
    fn expect_lapse(&self, id: OfficeId, events: &mut EventLists) {
        let limited = self.plan.scenario.intake.brokers.iter().any(|of| of.prepays.is_some());
        let booking = self.offices[id.index()].plan.scenario.booking.as_ref();
        let prepayment = booking.and_then(|booking| booking.attendance.prepayment.as_ref());
        if let Some(prepayment) = prepayment.filter(|_| limited) {
            let event = Event::BrokersLapse { office: id };
            let lapses = events.now() + prepayment.within;
            events.outside().schedule(lapses, event.rank(u64::from(id.0)), event);
        }
    }

    /// Brokers' places beyond those that they can pay for are free again, the latest first.
    pub fn brokers_lapse(&mut self, id: OfficeId) {
        let brokers = &self.plan.scenario.intake.brokers;
        let Office { plan, book, brokerage, .. } = &mut self.offices[id.index()];
        for (broker, place) in brokers.iter().zip(0u8..) {
            let Some(paid) = broker.prepays else { continue };
            for (day, time) in brokerage.let_go(place, paid as usize) {
                book.give_back(plan, &Seats { day, time, count: 1 });
            }
        }
    }

    /// A party that finds the book of its office full may buy places of brokers: all of them on one
    /// day, or those of some members where families may split.
    #[cold]
    pub fn buy_places(&mut self, group: &mut Party, events: &mut EventLists) {
        let brokers = &self.plan.scenario.intake.brokers;
        let buyers = brokers.iter().map(|broker| broker.buyers).fold(0.0, f64::max);
        let mut luck = group.stream(self.streams, Cause::Broker(BUYS), group.tries);
        if buyers <= 0.0 || buyers <= luck.uniform() {
            return;
        }
        let id = self.plan.homes[usize::from(group.applicant.origin)];
        let plan = self.offices[id.index()].plan;
        let may_split = plan.scenario.booking.as_ref().map(|booking| booking.families);
        let portion = if may_split == Some(Families::MaySplit) { 1 } else { group.size };
        let today = events.now().day();
        while 0 < group.size {
            let brokerage = &mut self.offices[id.index()].brokerage;
            let Some((day, places)) = brokerage.sell(today, usize::from(portion)) else { return };
            group.office = id;
            let part = group.split(portion);
            let price: i64 =
                places.iter().map(|(_, of)| i64::from(brokers[usize::from(*of)].price)).sum();
            self.ledger.add(&part.applicant, Item::Bought, i64::from(portion));
            self.ledger.add(&part.applicant, Item::PaidToBrokers, price);
            self.ledger.note(day, Daily::Resold, u32::from(portion));
            self.ledger.tell(part.applicant.identity, portion, Step::BuysPlace);
            let given = Seats { day, time: places[0].0, count: u32::from(portion) };
            self.enter(part, &given, events);
        }
    }
}
