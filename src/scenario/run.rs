//! `[run]`: which dates are played and measured, how often, under which seed.

use crate::scenario::reading::{Reader, RunLength};
use crate::scenario::replications::{Replications, UntilPrecise};
use crate::time::{Date, Span, shifted};

/// The measured dates, what is played before and after them, and how often.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// First measured day.
    pub start: Date,
    /// Measured days.
    pub days: u32,
    /// Days played before the start, so that the office is in its stride; not measured.
    pub warm_up_days: u32,
    /// Days played after the end, so that those who wished in time can be followed; not measured.
    pub follow_up_days: u32,
    /// How many are played; the most that may be while `precision` has not ended them.
    pub replications: u32,
    /// What may end the replications before; `None` is nothing.
    pub precision: Option<UntilPrecise>,
    pub seed: u64,
}

impl Run {
    /// Plays this number of replications, whatever their figures.
    pub fn set_replications(&mut self, number: u32) {
        (self.replications, self.precision) = (number, None);
    }

    /// The first day that is played.
    pub fn first_date(&self) -> Date {
        shifted(self.start, -i64::from(self.warm_up_days))
    }

    /// The last measured day.
    pub fn last_date(&self) -> Date {
        shifted(self.start, i64::from(self.days) - 1)
    }

    /// The last day that is played.
    pub fn last_played_date(&self) -> Date {
        shifted(self.last_date(), i64::from(self.follow_up_days))
    }
}

/// Days that lead out of the calendar from any date: it has some ten thousand years.
const BEYOND_THE_CALENDAR: u32 = 4_000_000;

impl Run {
    /// Reads `[run]`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Run> {
        let start = reader.required::<Date>("start");
        let length = reader.required::<RunLength>("length");
        let warm_up = reader.or("warm_up", Span::ZERO);
        let follow_up = reader.or("follow_up", Span::ZERO);
        let replications = reader.or("replications", Replications::default());
        let seed = reader.or("seed", 1u64);
        let (start, length) = (start?, length?);
        let run = Run {
            start,
            // Days beyond the calendar are found by the check.
            days: length.days_from(start).unwrap_or(BEYOND_THE_CALENDAR),
            warm_up_days: whole_days(reader, "warm_up", warm_up),
            follow_up_days: whole_days(reader, "follow_up", follow_up),
            replications: replications.at_most,
            precision: replications.precision,
            seed,
        };
        run.check(reader);
        Some(run)
    }

    fn check(&self, reader: &mut Reader<'_>) {
        let after = i64::from(self.days) + i64::from(self.follow_up_days);
        if shifted(self.start, after) == Date::MAX || self.first_date() == Date::MIN {
            reader.wrong("length", "the run leaves the calendar, which ends with year 9999", "");
        } else if self.days == 0 {
            reader.wrong("length", "the run needs at least one day", "for example \"1 year\"");
        }
    }
}

fn whole_days(reader: &mut Reader<'_>, key: &str, span: Span) -> u32 {
    let days = span.milliseconds() / Span::DAY.milliseconds();
    if Span::from_days(days) != span {
        reader.refuse(key, "must be whole days", "for example \"8 weeks\" or \"30 days\"");
    }
    days as u32
}
