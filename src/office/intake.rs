//! Intake: from the wish over kiosk, app or walk-in to an appointment, or to none.

use crate::office::arrivals::family_size;
use crate::office::book::{Due, Request, Seats};
use crate::office::event::Event;
use crate::office::event_lists::EventLists;
use crate::office::journal::{AtStation, Step};
use crate::office::ledger::Daily;
use crate::office::model::Offices;
use crate::office::office_plan::{OfficeId, OfficePlan};
use crate::office::people::{Applicant, Cause, Party};
use crate::office::phone::Phone;
use crate::office::station::StationId;
use crate::office::station_hours::StationHours;
use crate::office::tally::{Item, Outcome};
use crate::random::Streams;
use crate::scenario::{Channel, Crossing, LaneId, Preference};
use crate::time::{Day, Instant, Span, Timetable};

/// Where somebody goes.
struct Place<'a> {
    office: &'a OfficePlan,
    hours: &'a Timetable,
    /// What a kiosk says of itself.
    own: Option<&'a StationHours>,
    to: Crossing,
}

impl Offices<'_> {
    /// The next wish of today arises: a family takes its channel.
    pub fn wish(&mut self, events: &mut EventLists) {
        let Some(wish) = self.wishes.pop() else { return };
        self.schedule_next_wish(events);
        let scenario = &self.plan.scenario;
        let lane = wish.lane.unwrap_or_else(|| self.lane_of(wish.identity));
        let channel = self.plan.routes.of((self.streams, wish.identity), lane, wish.at.day());
        let size =
            wish.size.unwrap_or_else(|| family_size(&scenario.demand, self.streams, wish.identity));
        let applicant = Applicant {
            identity: wish.identity,
            wish: wish.at,
            origin: wish.origin,
            channel,
            way: channel,
            lane,
            phone: self.phone_of(wish.origin, wish.identity),
            counted: self.plan.is_measured(wish.at.day()),
            attempt: 0,
        };
        self.ledger.add(&applicant, Item::Wishes, i64::from(size));
        self.ledger.note(wish.at.day(), Daily::Wishes, u32::from(size));
        self.ledger.tell_wish(&applicant, size);
        self.set_out(applicant, size, events);
    }

    /// Whether a family can use the app by itself.
    pub fn phone_of(&self, origin: u16, identity: u64) -> Phone {
        Phone::of(&self.plan.scenario.demand.origins[usize::from(origin)], self.streams, identity)
    }

    /// The lane of a family.
    pub fn lane_of(&self, identity: u64) -> LaneId {
        match self.plan.scenario.demand.lane_shares.as_slice() {
            [_] => LaneId::default(),
            shares => LaneId(Cause::Lane.stream(self.streams, identity).index(shares) as u8),
        }
    }

    /// A family that sets out for the office of its origin.
    pub fn family(&self, applicant: Applicant, size: u8) -> Party {
        Party::family(applicant, self.plan.homes[usize::from(applicant.origin)], size)
    }

    /// A party goes its way to an appointment, not before an instant: at once in the app, on a trip
    /// otherwise.
    pub fn go(&mut self, group: &mut Party, not_before: Instant, events: &mut EventLists) {
        let asks = self.time_of_asking(group, not_before);
        self.go_at(group, asks, events);
    }

    /// When a party that goes its way not before an instant comes to ask.
    pub fn time_of_asking(&self, group: &Party, not_before: Instant) -> Instant {
        match group.applicant.way {
            Channel::App | Channel::Outreach => not_before,
            Channel::Kiosk => self.outing_to_kiosk(group, not_before),
            Channel::WalkIn => self.outing_to_office(group, not_before),
        }
    }

    /// A party asks at an instant, or now where that has passed.
    pub fn go_at(&mut self, group: &mut Party, at: Instant, events: &mut EventLists) {
        let Party { applicant: Applicant { identity, way, .. }, office, .. } = *group;
        if way == Channel::App && at <= events.now() {
            return self.at_book(group, events);
        }
        let party = self.parties.insert(*group);
        let (event, list) = match way {
            Channel::App => (Event::AtBook { party }, events.outside()),
            Channel::Kiosk => (Event::AtKiosk { party }, events.outside()),
            Channel::WalkIn | Channel::Outreach => {
                (Event::AtOffice { party }, events.inside(office))
            }
        };
        list.schedule(at, event.rank(identity), event);
    }

    fn outing_to_kiosk(&self, group: &Party, not_before: Instant) -> Instant {
        let plan = self.plan;
        let origin = &plan.scenario.demand.origins[usize::from(group.applicant.origin)];
        let Some((site, trip)) = origin.kiosk else { return not_before };
        let hours = &plan.stations[usize::from(site.0)].hours;
        let place = Place {
            office: plan.office(),
            hours: &hours.timetable,
            own: Some(hours),
            to: Crossing::ToKiosk,
        };
        self.outing(group, not_before + trip.travel, place)
    }

    /// When a party that goes to its office without an appointment arrives there.
    pub fn outing_to_office(&self, group: &Party, not_before: Instant) -> Instant {
        let origin = &self.plan.scenario.demand.origins[usize::from(group.applicant.origin)];
        let office = self.offices[group.office.index()].plan;
        let earliest = not_before + origin.to_office.travel;
        let hours = office.walk_in_hours(group.applicant.lane);
        self.outing(group, earliest, Place { office, hours, own: None, to: Crossing::ToOffice })
    }

    /// When a party arrives at a place: its own part of the open time, by the weights of the hours,
    /// on the first day on which that is not before the earliest instant; at once where the place
    /// is always open.
    fn outing(
        &self,
        group: &Party,
        earliest: Instant,
        Place { office, hours, own, to }: Place<'_>,
    ) -> Instant {
        if own.map_or_else(|| office.never_closes(hours), |own| own.always) {
            return self.with_the_next_boat(group.applicant.origin, earliest, to);
        }
        let share = group.stream(self.streams, Cause::Outing, group.outings).uniform();
        let calendar = &office.calendar;
        let is_closed = |day| own.is_some_and(|own| own.is_closed(day));
        let open = |day: u32| {
            let pattern = calendar.pattern(Day(day));
            let pattern = pattern.filter(|&of| !hours.on(of).is_empty() && !is_closed(Day(day)));
            pattern.map(|pattern| Day(day).at(self.plan.time_of_outing(hours, pattern, share)))
        };
        let days = earliest.day().0..calendar.days();
        let origin = group.applicant.origin;
        let can_come = |at: Instant| earliest <= at && !self.has_no_boat(origin, at.day(), to);
        let found = days.filter_map(open).find(|&at| can_come(at));
        found.unwrap_or(Day(calendar.days()).start())
    }

    /// A party arrives at its kiosk and joins the line; where no machine works it comes another
    /// day.
    pub fn at_kiosk(&mut self, party: u32, events: &mut EventLists) {
        let now = events.now();
        let group = self.parties[party];
        let origin = &self.plan.scenario.demand.origins[usize::from(group.applicant.origin)];
        let Some((site, trip)) = origin.kiosk else { return };
        self.note_trip(&group.applicant, trip, group.size);
        self.ledger.tell(group.applicant.identity, group.size, Step::ArrivesAtKiosk);
        let station = StationId(site.0);
        if self.stations[station].servers == 0 {
            self.tell_at(station, party, AtStation::OutOfOrder);
            return self.turn_back(station, party, events);
        }
        self.parties.at(party).in_line_since = now;
        self.join_line(station, party, events);
    }

    /// A party asks the book of its office for places, and then perhaps those of others.
    pub fn at_book(&mut self, group: &mut Party, events: &mut EventLists) {
        if self.finds_app_down(group, events) {
            return;
        }
        let now = events.now();
        let home = self.plan.homes[usize::from(group.applicant.origin)];
        group.tries = group.tries.saturating_add(1);
        self.ledger.add(&group.applicant, Item::Requests, i64::from(group.size));
        self.ledger.tell(group.applicant.identity, group.size, Step::Asks);
        self.book_at(home, group, events);
        if 0 < group.size && self.looks_elsewhere(group) {
            for (other, _) in &self.plan.offices[home.index()].others {
                if group.size == 0 {
                    break;
                }
                self.book_at(*other, group, events);
            }
        }
        if 0 < group.size && !self.plan.scenario.intake.brokers.is_empty() {
            self.buy_places(group, events);
        }
        if 0 < group.size {
            group.office = home;
            self.ledger.add(&group.applicant, Item::RefusedByBook, i64::from(group.size));
            self.ledger.note(now.day(), Daily::RefusedByBook, u32::from(group.size));
            self.ledger.tell(group.applicant.identity, group.size, Step::FindsBookFull);
            let again = self.offices[home.index()].plan.next_release(now);
            self.find_nothing(group, again, events);
        }
    }

    /// Whether a party that finds its own office full looks at others.
    fn looks_elsewhere(&self, group: &Party) -> bool {
        let share = self.plan.scenario.intake.offices.elsewhere;
        let draw = || group.stream(self.streams, Cause::Elsewhere, group.tries).happens(share);
        0.0 < share && draw()
    }

    /// Gives a party the places that the book of an office has for it; whoever gets none stays.
    fn book_at(&mut self, id: OfficeId, group: &mut Party, events: &mut EventLists) {
        group.office = id;
        let office = &mut self.offices[id.index()];
        let request = request(office.plan, self.streams, group, events.now());
        let mut seats = std::mem::take(&mut self.seats);
        seats.clear();
        office.book.seat(office.plan, &request, &mut seats);
        for given in &seats {
            let part = group.split(given.count as u8);
            if !self.withdraws(&part, given, events) {
                self.enter(part, given, events);
            }
        }
        self.seats = seats;
    }

    /// Writes an appointment into the book and the ledger.
    pub fn enter(&mut self, mut party: Party, given: &Seats, events: &mut EventLists) {
        let now = events.now();
        (party.booked_on, party.tries) = (now.day(), 0);
        let office = &mut self.offices[party.office.index()];
        let due = given.day.at(given.time);
        let arrival = arrival(office.plan, self.streams, &party.applicant, due).max(now);
        let is_to_come = office.book.is_to_come(given.day);
        if is_to_come {
            office.book.enter(given.day, Due { arrival, party });
        }
        self.note_booking(&party, given, now);
        if is_to_come {
            return;
        }
        self.ledger.note(given.day, Daily::Due, given.count);
        let event = Event::SameDayArrival { party: self.parties.insert(party) };
        let rank = event.rank(party.applicant.identity);
        events.inside(party.office).schedule(arrival, rank, event);
    }

    /// Counts an appointment that is given now.
    pub fn note_booking(&mut self, part: &Party, given: &Seats, now: Instant) {
        let people = u64::from(given.count);
        let plan = self.offices[part.office.index()].plan;
        let working = plan.calendar.working_between(now.day(), given.day);
        let calendar = given.day.0 - now.day().0;
        self.ledger.note(now.day(), Daily::Booked, given.count);
        let appointed = given.day.at(given.time);
        let step = Step::Books { appointed, lead: working };
        self.ledger.tell(part.applicant.identity, part.size, step);
        self.ledger.note(now.day(), Daily::LeadWorkingDays, working * given.count);
        if !part.applicant.counted {
            return;
        }
        self.ledger.lead_working.add(working, people);
        self.ledger.lead_calendar.add(calendar, people);
        let target = plan.scenario.booking.as_ref().map_or(0, |booking| booking.target);
        let since_wish = given.day.0 - part.applicant.wish.day().0;
        let tally = self.ledger.of(&part.applicant);
        let people = people as i64;
        tally[Item::Booked] += people;
        tally[Item::LeadWorkingDays] += i64::from(working) * people;
        tally[Item::LeadCalendarDays] += i64::from(calendar) * people;
        tally[Item::BookedWithinTarget] += i64::from(working <= target) * people;
        tally[Item::WishToAppointmentDays] += i64::from(since_wish) * people;
    }

    /// A party found nothing: it tries again from `again` on, is turned away, or gives up.
    pub fn find_nothing(&mut self, group: &mut Party, again: Instant, events: &mut EventLists) {
        let persistence = &self.plan.scenario.intake.persistence;
        if persistence.at_most_tries.is_some_and(|most| most <= u32::from(group.tries)) {
            return self.leave(group, Outcome::TurnedAway);
        }
        let again = again + self.reaction(group);
        let mut willing = group.stream(self.streams, Cause::TryAgain, group.tries);
        if willing.happens(persistence.try_again) {
            self.ask_again(group, again, events);
        } else {
            self.leave(group, Outcome::GaveUp);
        }
    }

    /// A party asks again after something came to nothing, unless its patience has ended by then.
    pub fn ask_again(&mut self, group: &mut Party, from: Instant, events: &mut EventLists) {
        let applicant = group.applicant;
        let mut stream = Cause::Patience.stream(self.streams, applicant.identity);
        let patience = self.plan.scenario.intake.persistence.patience.as_ref();
        if patience.is_none_or(|law| from - applicant.wish <= law.sample(&mut stream)) {
            self.ask(group, from, events);
        } else {
            self.leave(group, Outcome::GaveUp);
        }
    }

    /// How long a party takes to open the app again.
    pub fn reaction(&self, group: &Party) -> Span {
        if group.applicant.way != Channel::App {
            return Span::ZERO;
        }
        let mut stream = group.stream(self.streams, Cause::Reaction, group.tries);
        self.plan.scenario.intake.app.reaction.sample(&mut stream)
    }

    /// A party's story ends.
    pub fn leave(&mut self, group: &Party, outcome: Outcome) {
        self.ledger.end(&group.applicant, outcome, group.size);
    }
}

/// What a party asks the book of an office for.
#[inline]
fn request(office: &OfficePlan, streams: Streams, group: &Party, now: Instant) -> Request {
    let size = u32::from(group.size);
    let booking = office.scenario.booking.as_ref();
    let preference = booking.map_or(Preference::default(), |book| book.preference);
    if preference == Preference::default() {
        return Request { now, size, weekday: None, time: None };
    }
    let mut stream = Cause::Preference.stream(streams, group.applicant.identity);
    let (by_weekday, weekday) = (stream.happens(preference.weekday), stream.uniform());
    let (by_time, time) = (stream.happens(preference.time), stream.uniform());
    let weekday = office.scenario.opening.hours.open_weekday_at(weekday);
    let weekday = weekday.filter(|_| by_weekday);
    Request { now, size, weekday, time: by_time.then_some(time) }
}

/// When an applicant comes who is due at an instant, early or late but on the same day.
#[inline]
pub fn arrival(
    office: &OfficePlan,
    streams: Streams,
    applicant: &Applicant,
    due: Instant,
) -> Instant {
    let mut stream = applicant.stream(streams, Cause::Punctuality);
    let (day_start, day_end) = (due.day().start(), due.day().next().start());
    let arrival = due + office.scenario.visit.punctuality.sample(&mut stream);
    arrival.clamp(day_start, day_end - Span::from_milliseconds(1))
}
