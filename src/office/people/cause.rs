//! The causes for which everybody has a random stream of their own.

use crate::random::{Stream, Streams};

/// Causes of chance. Each part of an applicant's fate is drawn from its own stream, so that the
/// same applicant has the same luck in every scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    DailyCount,
    WishTime,
    FamilySize,
    Channel,
    Phone,
    Help,
    HelpDelay,
    Outing,
    Patience,
    TryAgain,
    Reaction,
    Preference,
    NoShow,
    BooksAgain,
    Punctuality,
    DataEntry,
    Service(u8),
    SentHome(u8),
    Refused(u8),
    ComesBack,
    Collection,
    Breakdown,
    StartingOrigin,
    Lane,
    SentBack(u8),
    /// Patience in the line of a stage, or of a kiosk.
    LinePatience(u8),
    /// Whether one joins the line of a stage, or of a kiosk.
    Joins(u8),
    DeskOutage,
    ProductionOutage,
    /// Whether one looks at other offices.
    Elsewhere,
    /// How early one changes channel at a cut-over.
    Change,
    /// What concerns brokers.
    Broker(u8),
    /// When one pays, if ever.
    Payment,
    /// Whether one pays when booking.
    Prepayment,
    Cancelling,
    /// Whether one asks for another day instead of not coming.
    Reschedule,
}

/// Attempts, and times within an attempt, that the lower bits of a purpose tell apart.
const TIMES: u16 = 1 << 10;
impl Cause {
    /// The purpose number of this cause in an applicant's `attempt`, for its `number`-th time
    /// there: 5 bits of cause, 7 of stage, 10 of number and 10 of attempt, then the 6 higher bits
    /// of number and of attempt.
    pub fn purpose(self, attempt: u16, number: u16) -> u64 {
        let (code, stage) = match self {
            Cause::DailyCount => (0, 0),
            Cause::WishTime => (1, 0),
            Cause::FamilySize => (2, 0),
            Cause::Channel => (3, 0),
            Cause::Phone => (4, 0),
            Cause::Help => (5, 0),
            Cause::HelpDelay => (6, 0),
            Cause::Outing => (7, 0),
            Cause::Patience => (8, 0),
            Cause::TryAgain => (9, 0),
            Cause::Reaction => (10, 0),
            Cause::Preference => (11, 0),
            Cause::NoShow => (12, 0),
            Cause::BooksAgain => (13, 0),
            Cause::Punctuality => (14, 0),
            Cause::DataEntry => (15, 0),
            Cause::Service(stage) => (16, stage),
            Cause::SentHome(stage) => (17, stage),
            Cause::Refused(stage) => (18, stage),
            Cause::ComesBack => (19, 0),
            Cause::Collection => (20, 0),
            Cause::Breakdown => (21, 0),
            Cause::StartingOrigin => (22, 0),
            Cause::Lane => (23, 0),
            Cause::SentBack(stage) => (24, stage),
            Cause::LinePatience(stage) => (25, stage),
            Cause::Joins(stage) => (26, stage),
            Cause::DeskOutage => (27, 0),
            Cause::ProductionOutage => (28, 0),
            Cause::Elsewhere => (29, 0),
            Cause::Change => (30, 0),
            Cause::Broker(purpose) => (31, purpose),
            // Five bits tell no more causes apart; no broker's purpose is as high.
            Cause::Payment => (31, 64),
            Cause::Prepayment => (31, 65),
            Cause::Cancelling => (31, 66),
            Cause::Reschedule => (31, 67),
        };
        let low = |count: u16| u64::from(count % TIMES);
        let high = |count: u16| u64::from(count / TIMES);
        let (number, attempt) =
            (low(number) << 12 | high(number) << 32, low(attempt) << 22 | high(attempt) << 38);
        code | u64::from(stage) << 5 | number | attempt
    }

    /// The stream of this cause for an entity that has but one attempt.
    pub fn stream(self, streams: Streams, entity: u64) -> Stream {
        streams.stream(entity, self.purpose(0, 0))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Cause;
    use crate::office::people::KIOSK_LINE;

    #[test]
    fn stages_attempts_and_times_have_streams_of_their_own() {
        let purposes: BTreeSet<u64> = [
            Cause::Service(0).purpose(0, 0),
            Cause::Service(1).purpose(0, 0),
            Cause::Service(0).purpose(1, 0),
            Cause::Service(0).purpose(0, 1),
            Cause::Service(0).purpose(0, 32),
            Cause::Service(0).purpose(0, 1024),
            Cause::Service(0).purpose(1024, 0),
            Cause::Refused(0).purpose(0, 0),
        ]
        .into();
        assert_eq!(purposes.len(), 8);
    }

    #[test]
    fn no_two_causes_share_a_stream() {
        let plain = [
            Cause::DailyCount,
            Cause::WishTime,
            Cause::FamilySize,
            Cause::Channel,
            Cause::Phone,
            Cause::Help,
            Cause::HelpDelay,
            Cause::Outing,
            Cause::Patience,
            Cause::TryAgain,
            Cause::Reaction,
            Cause::Preference,
            Cause::NoShow,
            Cause::BooksAgain,
            Cause::Punctuality,
            Cause::DataEntry,
            Cause::ComesBack,
            Cause::Collection,
            Cause::Breakdown,
            Cause::StartingOrigin,
            Cause::Lane,
            Cause::DeskOutage,
            Cause::ProductionOutage,
            Cause::Elsewhere,
            Cause::Change,
            Cause::Payment,
            Cause::Prepayment,
            Cause::Cancelling,
            Cause::Reschedule,
        ];
        let at_stages: [fn(u8) -> Cause; 7] = [
            Cause::Broker,
            Cause::Service,
            Cause::SentHome,
            Cause::Refused,
            Cause::SentBack,
            Cause::LinePatience,
            Cause::Joins,
        ];
        let mut causes = plain.to_vec();
        causes.extend(at_stages.iter().flat_map(|cause| [0, 1, KIOSK_LINE].map(cause)));
        let purposes: BTreeSet<u64> = causes.iter().map(|cause| cause.purpose(0, 0)).collect();
        assert_eq!(purposes.len(), causes.len());
    }
}
