//! When in the week a station is open and busy, hour by hour.

use crate::time::{Instant, Span};

const HOUR: i64 = 60 * 60 * 1_000;

/// Server time offered and used in each hour of a week that begins on the weekday of the first day
/// of a calendar, summed over measured days; in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    pub open: [i64; Week::HOURS],
    pub busy: [i64; Week::HOURS],
}

impl Week {
    /// The hours of a week.
    pub const HOURS: usize = 7 * 24;

    /// Adds time that servers are there from an instant on.
    pub fn add_open(&mut self, from: Instant, length: Span, servers: u32) {
        spread(&mut self.open, (from, length), i64::from(servers));
    }

    /// Adds work of a server from an instant on.
    pub fn add_busy(&mut self, from: Instant, length: Span) {
        spread(&mut self.busy, (from, length), 1);
    }

    /// Takes back work from an instant on that is not done.
    pub fn take_back_busy(&mut self, from: Instant, length: Span) {
        spread(&mut self.busy, (from, length), -1);
    }
}

impl Default for Week {
    fn default() -> Self {
        Week { open: [0; Week::HOURS], busy: [0; Week::HOURS] }
    }
}

/// Adds a time, so many times, to the hours over which it goes.
fn spread(hours: &mut [i64; Week::HOURS], (from, length): (Instant, Span), times: i64) {
    let mut start = from.milliseconds();
    let end = start + length.milliseconds();
    while start < end {
        let hour = start / HOUR;
        let until = end.min((hour + 1) * HOUR);
        hours[hour as usize % Week::HOURS] += times * (until - start);
        start = until;
    }
}

#[cfg(test)]
mod tests {
    use super::{HOUR, Week};
    use crate::time::{Instant, Span};

    #[test]
    fn a_time_is_spread_over_its_hours_and_weeks_lie_on_each_other() {
        let mut week = Week::default();
        let half = HOUR / 2;
        let second_week = Instant::from_milliseconds(Week::HOURS as i64 * HOUR + half);
        week.add_open(second_week, Span::from_milliseconds(HOUR), 3);
        assert_eq!(week.open[..3], [3 * half, 3 * half, 0]);
        week.add_busy(second_week, Span::from_milliseconds(2 * HOUR));
        week.take_back_busy(second_week, Span::from_milliseconds(half));
        assert_eq!(week.busy[..4], [0, HOUR, half, 0]);
    }
}
