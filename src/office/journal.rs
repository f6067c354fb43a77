//! The journal: what happened to whom and when, kept only where somebody wants to read it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::office::model::Offices;
use crate::office::office_plan::OfficeId;
use crate::office::people::{Applicant, Visitor, family_of};
use crate::office::plan::Plan;
use crate::office::station::{StationId, StationKind};
use crate::office::tally::Outcome;
use crate::scenario::{Channel, LaneId};
use crate::time::{Day, Instant, Span};

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
    /// Asks through another channel from now on.
    ChangesChannel {
        to: Channel,
    },
    ArrivesAtKiosk,
    Asks,
    /// Gets an appointment, so many working days ahead.
    Books {
        appointed: Instant,
        lead: u32,
    },
    FindsBookFull,
    /// From a broker, after the book was found full.
    BuysPlace,
    FindsAppDown,
    /// Its place is free again, for it did not pay in time.
    LosesPlace,
    Cancels,
    /// Gives its place back and asks for another day.
    Reschedules,
    MissesAppointment,
    /// No boat goes on the day of its appointment.
    FindsNoBoat,
    ArrivesAtOffice,
    FindsCapReached,
    At(StationId, AtStation),
    SentBack {
        to: StationId,
    },
    /// By a team that comes to where people live.
    ServedOutside,
    PapersIncomplete,
    Pays,
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
    /// By family, what is told with all that happens to it.
    families: BTreeMap<u64, Family>,
    happenings: Vec<Happening>,
}

/// What is the same for all that happens to a family.
#[derive(Clone, Copy, Debug)]
struct Family {
    origin: u16,
    channel: Channel,
    lane: LaneId,
}

impl Step {
    /// Whether an appointment comes to nothing with it.
    pub fn loses_appointment(self) -> bool {
        matches!(
            self,
            Step::MissesAppointment
                | Step::FindsNoBoat
                | Step::LosesPlace
                | Step::Cancels
                | Step::Reschedules
        )
    }
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
        Journal { wishes, ..Journal::default() }
    }

    /// Writes down the wish of a family, unless it does not arise within the time.
    #[cold]
    pub fn begin(&mut self, first: Applicant, people: u8) {
        if self.wishes.contains(&first.wish) {
            let Applicant { origin, channel, lane, .. } = first;
            self.families.insert(family_of(first.identity), Family { origin, channel, lane });
            self.write((first.identity, people), first.wish, Step::Wish);
        }
    }

    /// Writes down what happens at an instant to some applicants alike whose wish stands here.
    #[cold]
    pub fn write(&mut self, (identity, people): (u64, u8), at: Instant, step: Step) {
        let Some(family) = self.families.get(&family_of(identity)) else { return };
        let &Family { origin, channel, lane } = family;
        self.happenings.push(Happening { at, identity, people, origin, channel, lane, step });
    }

    /// All happenings in the order of time. What the model decides for a whole day gets the time
    /// at which people see it: who misses an appointment does so at the appointed time, and who is
    /// under way is so at the end of the run.
    pub fn in_order(self, plan: &Plan) -> Vec<Happening> {
        let last_instant = plan.end.start() - Span::from_milliseconds(1);
        let mut seen: BTreeMap<u64, Instant> = BTreeMap::new();
        let mut appointed: BTreeMap<u64, Instant> = BTreeMap::new();
        let mut happenings = self.happenings;
        // Who would find help only after the run has not found it yet.
        happenings.retain(|happening| happening.at <= plan.end.start());
        for happening in &mut happenings {
            let not_before = |times: &BTreeMap<u64, Instant>| {
                let members = happening.identities();
                members.filter_map(|identity| times.get(&identity).copied()).max()
            };
            let earliest = match happening.step {
                Step::MissesAppointment | Step::FindsNoBoat => {
                    not_before(&appointed).max(not_before(&seen))
                }
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

impl Offices<'_> {
    /// Tells the journal, where there is one, what happens to a client of a station.
    #[inline]
    pub fn tell_at(&mut self, id: StationId, client: u32, step: AtStation) {
        if self.ledger.journal.is_some() {
            self.write_at(id, client, step);
        }
    }

    /// Tells the journal, where there is one, what happens to a visitor at the desk of its stage.
    #[inline]
    pub fn tell_at_desk(&mut self, client: u32, step: AtStation) {
        if self.ledger.journal.is_some() {
            let Visitor { office, stage, .. } = self.visitors[client];
            let station = self.offices[office.index()].plan.station_of(stage);
            self.write_at(station, client, step);
        }
    }

    /// Tells the journal, where there is one, that a passport will be fetched on a day: as soon as
    /// the office opens.
    #[inline]
    pub fn tell_collection(&mut self, id: OfficeId, applicant: &Applicant, day: Day) {
        if self.ledger.journal.is_some() {
            let opens = day.at(self.offices[id.index()].plan.opens(day));
            self.ledger.tell_ahead((applicant.identity, 1), opens, Step::Collects);
        }
    }

    #[cold]
    fn write_at(&mut self, id: StationId, client: u32, step: AtStation) {
        let people = match self.stations[id].plan.kind {
            StationKind::Kiosk(_) => self.parties[client].size,
            StationKind::Stage(_) => 1,
        };
        let identity = self.client(id, client).identity;
        self.ledger.tell(identity, people, Step::At(id, step));
    }
}
