//! The journal: what happened to whom and when, kept only where somebody wants to read it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::engine::{EventList, Model};
use crate::office::event::Event;
use crate::office::model::Offices;
use crate::office::people::Applicant;
use crate::office::plan::Plan;
use crate::office::station::{StationId, StationKind};
use crate::office::tally::Outcome;
use crate::scenario::{Channel, LaneId};
use crate::time::{Instant, Span};

/// One thing that happened to one applicant, or to several of a family together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happening {
    pub at: Instant,
    /// Identity of the first of them; those of the others follow it.
    pub identity: u64,
    pub people: u8,
    pub origin: u16,
    pub channel: Channel,
    pub lane: LaneId,
    pub step: Step,
}

/// What can happen to an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Wish,
    FindsHelp,
    ArrivesAtKiosk,
    Asks,
    /// Gets an appointment, so many working days ahead.
    Books {
        appointed: Instant,
        lead: u32,
    },
    FindsBookFull,
    MissesAppointment,
    ArrivesAtOffice,
    FindsCapReached,
    At(StationId, AtStation),
    SentBack {
        to: StationId,
    },
    PapersIncomplete,
    FileReceived,
    /// The passport is ready, so many working days after the interview.
    Ready {
        days: u32,
    },
    Collects,
    Ends(Outcome),
}

/// What can happen at a kiosk or stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtStation {
    /// Joins the line.
    Waits,
    ServiceBegins {
        waited: Span,
    },
    ServiceEnds,
    /// No machine works today.
    OutOfOrder,
    DoorsClosed,
    NoRoom,
    TurnsRound,
    LosesPatience,
    /// Waited still when the doors closed for the day.
    ClosingTime,
}

/// What happens to those whose wish arises within a time.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    wishes: Range<Instant>,
    now: Instant,
    happenings: Vec<Happening>,
}

impl Happening {
    /// The identities of all to whom it happened.
    pub fn identities(&self) -> Range<u64> {
        self.identity..self.identity + u64::from(self.people)
    }
}

impl Journal {
    /// An empty journal for those whose wish arises within `wishes`.
    pub fn new(wishes: Range<Instant>) -> Journal {
        Journal { wishes, now: Instant::START, happenings: Vec::new() }
    }

    /// Sets the clock by which happenings are written down.
    pub fn set_clock(&mut self, now: Instant) {
        self.now = now;
    }

    /// Writes down what happens now.
    #[cold]
    pub fn write(&mut self, applicant: &Applicant, people: u8, step: Step) {
        self.write_ahead((applicant, people), self.now, step);
    }

    /// Writes down what is known already and happens at a later instant.
    #[cold]
    pub fn write_ahead(&mut self, (applicant, people): (&Applicant, u8), at: Instant, step: Step) {
        if self.wishes.contains(&applicant.wish) && !applicant.was_there_before() {
            self.happenings.push(Happening {
                at,
                identity: applicant.identity,
                people,
                origin: applicant.origin,
                channel: applicant.channel,
                lane: applicant.lane,
                step,
            });
        }
    }

    /// All happenings in the order of time. What the model decides for a whole day gets the time
    /// at which people see it: who misses an appointment does so at the appointed time, and who is
    /// under way is so at the end of the run.
    pub fn in_order(self, plan: &Plan) -> Vec<Happening> {
        let last_instant = plan.end.start() - Span::from_milliseconds(1);
        let mut seen: BTreeMap<u64, Instant> = BTreeMap::new();
        let mut appointed: BTreeMap<u64, Instant> = BTreeMap::new();
        let mut happenings = self.happenings;
        for happening in &mut happenings {
            let not_before = |times: &BTreeMap<u64, Instant>| {
                let members = happening.identities();
                members.filter_map(|identity| times.get(&identity).copied()).max()
            };
            let earliest = match happening.step {
                Step::MissesAppointment => not_before(&appointed).max(not_before(&seen)),
                Step::Ends(Outcome::UnderWay) => not_before(&seen).max(Some(last_instant)),
                _ => not_before(&seen),
            };
            happening.at = earliest.map_or(happening.at, |earliest| earliest.max(happening.at));
            for identity in happening.identities() {
                seen.insert(identity, happening.at);
                if let Step::Books { appointed: at, .. } = happening.step {
                    appointed.insert(identity, at);
                }
            }
        }
        happenings.sort_by_key(|happening| happening.at);
        happenings
    }
}

/// Offices whose journal's clock is set before each event, so that those without a journal need not
/// know of it.
pub struct Recorded<'run, 'plan>(pub &'run mut Offices<'plan>);

impl Model for Recorded<'_, '_> {
    type Event = Event;

    fn handle(&mut self, event: Event, events: &mut EventList<Event>) {
        let now = match event {
            // What is ready at the end of a day bears its date.
            Event::DayEnds(_) => events.now() - Span::from_milliseconds(1),
            _ => events.now(),
        };
        if let Some(journal) = &mut self.0.ledger.journal {
            journal.set_clock(now);
        }
        self.0.handle(event, events);
    }
}

impl Offices<'_> {
    /// Tells the journal, where there is one, what happens to a client of a station.
    #[inline]
    pub fn tell_at(&mut self, id: StationId, client: u32, step: AtStation) {
        if self.ledger.journal.is_some() {
            self.write_at(id, client, step);
        }
    }

    #[cold]
    fn write_at(&mut self, id: StationId, client: u32, step: AtStation) {
        let people = match self.stations[id].plan.kind {
            StationKind::Kiosk(_) => self.parties[client].size,
            StationKind::Stage(_) => 1,
        };
        let applicant = *self.client(id, client);
        self.ledger.tell(&applicant, people, Step::At(id, step));
    }
}
