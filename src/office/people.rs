//! The people of the model.

mod cause;

pub use cause::Cause;

use crate::office::office_plan::OfficeId;
use crate::office::phone::Phone;
use crate::random::{Stream, Streams};
use crate::scenario::{Channel, LaneId};
use crate::time::{Day, Instant, Span};

/// What does not change about an applicant.
#[derive(Clone, Copy, Debug)]
pub struct Applicant {
    /// Names the applicant's streams: origin, day, family and member.
    pub identity: u64,
    pub wish: Instant,
    pub origin: u16,
    /// The channel of the wish, by which it is counted.
    pub channel: Channel,
    /// The channel it takes now: another after a cut-over.
    pub way: Channel,
    pub lane: LaneId,
    pub phone: Phone,
    /// Whether the wish arose on a measured day.
    pub counted: bool,
    /// How often an appointment or visit came to nothing before.
    pub attempt: u16,
}

/// People who ask for appointments together: a family, or one of its members.
#[derive(Clone, Copy, Debug)]
pub struct Party {
    pub applicant: Applicant,
    /// Where it has, or asks for, an appointment.
    pub office: OfficeId,
    /// Position of the first member in the family.
    pub first: u8,
    pub size: u8,
    /// Requests since the last appointment.
    pub tries: u16,
    /// Times it set out since the wish.
    pub outings: u16,
    pub booked_on: Day,
    /// Times it moved its appointment.
    pub moves: u8,
    /// When it joined the line of its kiosk.
    pub in_line_since: Instant,
}

/// One person inside the office.
#[derive(Clone, Copy, Debug)]
pub struct Visitor {
    pub applicant: Applicant,
    pub office: OfficeId,
    pub stage: u8,
    pub arrived: Instant,
    pub in_line_since: Instant,
    pub waited: Span,
    /// Times it was sent back.
    pub rounds: u16,
    /// The next of those who are served together with it.
    pub beside: Option<u32>,
}

const MEMBER_BITS: u32 = 3;
const DAY_SHIFT: u32 = 28;
const ORIGIN_SHIFT: u32 = 48;
/// The place of a kiosk among the stages whose lines have luck of their own; no office has so many
/// stages.
pub const KIOSK_LINE: u8 = 127;
/// The largest family that an identity can tell apart.
pub const LARGEST_FAMILY: usize = 1 << MEMBER_BITS;

/// The identity of the `index`-th family of a day at an origin; its members follow in the lowest
/// bits.
pub fn family_identity(origin: u16, day: RunDay, index: u32) -> u64 {
    day_identity(origin, day) | u64::from(index + 1) << MEMBER_BITS
}

/// The identity of the family of a member, or of a part of it.
pub fn family_of(identity: u64) -> u64 {
    identity & !(LARGEST_FAMILY as u64 - 1)
}

/// The identity of a day at an origin.
pub fn day_identity(origin: u16, day: RunDay) -> u64 {
    (u64::from(origin) + 1) << ORIGIN_SHIFT | u64::from(day.0) << DAY_SHIFT
}

/// A day counted from the first measured one, so that neither warm-up nor a shift of the whole
/// calendar changes anybody's luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunDay(u32);

impl RunDay {
    /// The middle of the 20 bits that an identity has for days.
    const FIRST_MEASURED: u32 = 1 << 19;

    /// A day of the calendar in a run whose first measured day is `start`.
    pub fn new(day: Day, start: Day) -> RunDay {
        RunDay(RunDay::FIRST_MEASURED + day.0 - start.0)
    }

    /// Days since the first measured one; before it negative.
    pub fn days_since_start(self) -> i64 {
        i64::from(self.0) - i64::from(RunDay::FIRST_MEASURED)
    }
}

impl Applicant {
    /// What an identity says: the place of its origin, the day of its wish, and the number of its
    /// family among those of that origin and day, from 1.
    pub fn origin_day_and_number(identity: u64) -> (u16, RunDay, u32) {
        let origin = (identity >> ORIGIN_SHIFT).saturating_sub(1) as u16;
        let day = identity >> DAY_SHIFT & ((1 << (ORIGIN_SHIFT - DAY_SHIFT)) - 1);
        let number = identity >> MEMBER_BITS & ((1 << (DAY_SHIFT - MEMBER_BITS)) - 1);
        (origin, RunDay(day as u32), number as u32)
    }

    /// Whether a cause strikes in the present attempt. What cannot happen needs no stream.
    pub fn meets(&self, streams: Streams, cause: Cause, probability: f64) -> bool {
        0.0 < probability && self.stream(streams, cause).happens(probability)
    }

    /// The stream of a cause in the present attempt.
    pub fn stream(&self, streams: Streams, cause: Cause) -> Stream {
        streams.stream(self.identity, cause.purpose(self.attempt, 0))
    }
}

impl Visitor {
    /// Somebody who comes in now.
    pub fn new(applicant: Applicant, office: OfficeId, now: Instant) -> Visitor {
        Visitor {
            applicant,
            office,
            stage: 0,
            arrived: now,
            in_line_since: now,
            waited: Span::ZERO,
            rounds: 0,
            beside: None,
        }
    }

    /// Whether a cause strikes in the present round of the present attempt.
    pub fn meets(&self, streams: Streams, cause: Cause, probability: f64) -> bool {
        0.0 < probability && self.stream(streams, cause).happens(probability)
    }

    /// The stream of a cause in the present round of the present attempt.
    pub fn stream(&self, streams: Streams, cause: Cause) -> Stream {
        let purpose = cause.purpose(self.applicant.attempt, self.rounds);
        streams.stream(self.applicant.identity, purpose)
    }
}

impl Party {
    /// The member at a position within this party, as an applicant.
    pub fn member(&self, position: u8) -> Applicant {
        Applicant { identity: self.member_identity(position), ..self.applicant }
    }

    /// The stream of a cause that comes up again and again within an attempt, for its `number`-th
    /// time.
    pub fn stream(&self, streams: Streams, cause: Cause, number: u16) -> Stream {
        let purpose = cause.purpose(self.applicant.attempt, number);
        streams.stream(self.applicant.identity, purpose)
    }

    /// The first `size` members, split off; each part has luck of its own from here on.
    pub fn split(&mut self, size: u8) -> Party {
        let part = Party { size, ..*self };
        self.first += size;
        self.size -= size;
        self.applicant.identity = self.member_identity(0);
        part
    }

    fn member_identity(&self, position: u8) -> u64 {
        family_of(self.applicant.identity) | u64::from(self.first + position)
    }

    /// A family that sets out.
    pub fn family(applicant: Applicant, office: OfficeId, size: u8) -> Party {
        Party {
            applicant,
            office,
            first: 0,
            size,
            tries: 0,
            outings: 0,
            booked_on: Day::default(),
            moves: 0,
            in_line_since: applicant.wish,
        }
    }

    /// A member on its own again, as after a visit that came to nothing.
    pub fn alone(applicant: Applicant, office: OfficeId) -> Party {
        let member = (applicant.identity & (LARGEST_FAMILY as u64 - 1)) as u8;
        let attempt = applicant.attempt.saturating_add(1);
        let applicant = Applicant { attempt, ..applicant };
        Party { first: member, ..Party::family(applicant, office, 1) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Applicant, Party, Phone, RunDay, day_identity, family_identity};
    use crate::office::office_plan::OfficeId;
    use crate::scenario::{Channel, LaneId};
    use crate::time::{Day, Instant};

    fn day(day: u32) -> RunDay {
        RunDay::new(Day(day), Day(10))
    }

    #[test]
    fn identities_tell_origins_days_and_families_apart() {
        let mut seen = BTreeSet::new();
        for (origin, of, index) in [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 4_000, 0)] {
            assert!(seen.insert(family_identity(origin, day(of), index)));
            seen.insert(day_identity(origin, day(of)));
        }
        assert_eq!(seen.len(), 5 + 4, "a day is told apart from its families");
    }

    #[test]
    fn parts_of_a_family_have_luck_of_their_own_and_members_keep_theirs() {
        let applicant = Applicant {
            identity: family_identity(0, day(0), 0),
            wish: Instant::START,
            origin: 0,
            channel: Channel::App,
            way: Channel::App,
            lane: LaneId::default(),
            phone: Phone::Own,
            counted: true,
            attempt: 0,
        };
        let mut rest = Party::family(applicant, OfficeId::default(), 3);
        let third = rest.member(2).identity;
        let part = rest.split(1);
        assert_ne!(part.applicant.identity, rest.applicant.identity);
        assert_eq!(rest.member(1).identity, third);
        assert_eq!((part.size, rest.size), (1, 2));
    }
}
