//! Weekly opening hours: for each weekday, the intervals in which a place is open.

use crate::time::{Span, TimeOfDay};

/// One interval of a day in which a place is open: from the first instant up to, not including,
/// the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    pub from: TimeOfDay,
    pub until: TimeOfDay,
}

/// Opening hours by weekday, Monday first; the intervals of a day are in order and do not overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeeklyHours {
    days: [Vec<Opening>; 7],
}

impl Opening {
    const WHOLE_DAY: Opening = Opening { from: TimeOfDay::MIDNIGHT, until: TimeOfDay::END_OF_DAY };

    pub fn length(self) -> Span {
        self.until.since(self.from)
    }

    pub fn contains(self, time: TimeOfDay) -> bool {
        self.from <= time && time < self.until
    }
}

impl WeeklyHours {
    /// Hours from the intervals of each weekday, Monday first. Intervals are sorted here.
    ///
    /// # Errors
    /// Says which two intervals of a day overlap, or which one ends before it begins.
    pub fn new(mut days: [Vec<Opening>; 7]) -> Result<Self, String> {
        for openings in &mut days {
            openings.sort_by_key(|opening| opening.from);
            check_order(openings)?;
        }
        Ok(WeeklyHours { days })
    }

    /// Open day and night, every day of the week.
    pub fn always() -> Self {
        WeeklyHours { days: std::array::from_fn(|_| vec![Opening::WHOLE_DAY]) }
    }

    /// Whether these hours leave no time of the week out.
    pub fn is_always(&self) -> bool {
        self.days.iter().all(|openings| openings.as_slice() == [Opening::WHOLE_DAY])
    }

    /// The intervals of a weekday, 0 for Monday to 6 for Sunday.
    pub fn on(&self, weekday: usize) -> &[Opening] {
        &self.days[weekday]
    }

    /// The weekdays that have opening hours, 0 for Monday.
    pub fn open_weekdays(&self) -> impl Iterator<Item = usize> {
        (0..7).filter(|&weekday| !self.on(weekday).is_empty())
    }

    /// The first weekday that has opening hours, 0 for Monday; `None` if there are none at all.
    pub fn first_weekday(&self) -> Option<usize> {
        self.open_weekdays().next()
    }

    /// The open weekday at a share (0 to 1) of the week's open weekdays.
    pub fn open_weekday_at(&self, share: f64) -> Option<usize> {
        let open: Vec<usize> = self.open_weekdays().collect();
        open.get((share * open.len() as f64) as usize).copied()
    }

    /// Time open on a weekday.
    pub fn length_on(&self, weekday: usize) -> Span {
        self.on(weekday).iter().fold(Span::ZERO, |sum, opening| sum + opening.length())
    }

    /// The time of day at which the fraction `share` (0 to 1) of the weekday's open time is over.
    pub fn time_at_share(&self, weekday: usize, share: f64) -> TimeOfDay {
        let mut left = (self.length_on(weekday).milliseconds() as f64 * share) as i64;
        for opening in self.on(weekday) {
            if left < opening.length().milliseconds() {
                return TimeOfDay::from_milliseconds(opening.from.milliseconds() + left);
            }
            left -= opening.length().milliseconds();
        }
        self.closing(weekday).unwrap_or_default()
    }

    /// The same with each hour of the day counting by its weight; where no open hour has any, all
    /// open time counts alike.
    pub fn time_at_weighted_share(
        &self,
        weekday: usize,
        weights: &[f64; 24],
        share: f64,
    ) -> TimeOfDay {
        let pieces: Vec<(Opening, f64)> = self.pieces(weekday, weights).collect();
        let total: f64 = pieces.iter().map(|(_, weight)| weight).sum();
        let mut left = total * share;
        for (piece, weight) in pieces {
            if left < weight {
                let into = (piece.length().milliseconds() as f64 * left / weight) as i64;
                return TimeOfDay::from_milliseconds(piece.from.milliseconds() + into);
            }
            left -= weight;
        }
        self.time_at_share(weekday, share)
    }

    /// The parts of a weekday's openings that lie in one hour of the day, with the weight of each.
    fn pieces(&self, weekday: usize, weights: &[f64; 24]) -> impl Iterator<Item = (Opening, f64)> {
        let hours = weights.iter().zip(0..).flat_map(move |(weight, hour)| {
            let at = |hour| TimeOfDay::from_milliseconds(Span::from_hours(hour).milliseconds());
            let within = move |opening: &Opening| Opening {
                from: opening.from.max(at(hour)),
                until: opening.until.min(at(hour + 1)),
            };
            let pieces = self.on(weekday).iter().map(within);
            let pieces = pieces.filter(|piece| piece.from < piece.until);
            pieces.map(move |piece| (piece, weight * piece.length().hours()))
        });
        hours.filter(|(_, weight)| 0.0 < *weight)
    }

    /// The parts of these hours that lie within others; on weekdays that do not count, all of the
    /// others.
    pub fn within(&self, others: &WeeklyHours, counts: impl Fn(usize) -> bool) -> WeeklyHours {
        let day = |weekday: usize| match counts(weekday) {
            true => common(self.on(weekday), others.on(weekday)),
            false => others.on(weekday).to_vec(),
        };
        WeeklyHours { days: std::array::from_fn(day) }
    }

    /// The parts of these hours before a time of day.
    pub fn until(&self, time: TimeOfDay) -> WeeklyHours {
        let before = [Opening { from: TimeOfDay::MIDNIGHT, until: time }];
        let day = |weekday: usize| common(self.on(weekday), &before);
        WeeklyHours { days: std::array::from_fn(day) }
    }

    /// When the last interval of a weekday ends.
    pub fn closing(&self, weekday: usize) -> Option<TimeOfDay> {
        self.on(weekday).last().map(|opening| opening.until)
    }
}

/// What two lists of intervals have in common, in order.
fn common(some: &[Opening], others: &[Opening]) -> Vec<Opening> {
    let both = some.iter().flat_map(|one| {
        others.iter().map(|other| Opening {
            from: one.from.max(other.from),
            until: one.until.min(other.until),
        })
    });
    both.filter(|both| both.from < both.until).collect()
}

fn check_order(openings: &[Opening]) -> Result<(), String> {
    if let Some(wrong) = openings.iter().find(|opening| opening.until <= opening.from) {
        return Err(format!("{}-{} ends before it begins", wrong.from, wrong.until));
    }
    match openings.windows(2).find(|pair| pair[1].from < pair[0].until) {
        None => Ok(()),
        Some([first, second]) => Err(format!(
            "{}-{} and {}-{} overlap",
            first.from, first.until, second.from, second.until
        )),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Opening, WeeklyHours};
    use crate::time::{Span, TimeOfDay};

    fn opening(from: (u8, u8), until: (u8, u8)) -> Opening {
        let time = |(hour, minute)| TimeOfDay::new(hour, minute).expect("a time of day");
        Opening { from: time(from), until: time(until) }
    }

    #[test]
    fn overlapping_and_reversed_intervals_are_refused() {
        let week = |openings: Vec<Opening>| {
            let mut days: [Vec<Opening>; 7] = Default::default();
            days[0] = openings;
            WeeklyHours::new(days)
        };
        assert!(week(vec![opening((8, 0), (12, 0)), opening((11, 0), (16, 0))]).is_err());
        assert!(week(vec![opening((16, 0), (8, 0))]).is_err());
        assert!(week(vec![opening((13, 0), (16, 0)), opening((8, 0), (12, 0))]).is_ok());
    }

    #[test]
    fn a_share_of_the_open_time_skips_lunch() {
        let mut days: [Vec<Opening>; 7] = Default::default();
        days[0] = vec![opening((8, 0), (12, 0)), opening((13, 0), (17, 0))];
        let hours = WeeklyHours::new(days).expect("in order");
        assert_eq!(hours.length_on(0), Span::from_hours(8));
        assert_eq!(hours.time_at_share(0, 0.25).to_string(), "10:00");
        assert_eq!(hours.time_at_share(0, 0.5).to_string(), "13:00");
        assert_eq!(hours.time_at_share(0, 0.75).to_string(), "15:00");
        assert_eq!(hours.first_weekday(), Some(0));
    }

    #[test]
    fn always_is_every_hour_of_the_week() {
        assert!(WeeklyHours::always().is_always());
        assert_eq!(WeeklyHours::always().length_on(6), Span::from_hours(24));
    }
}
