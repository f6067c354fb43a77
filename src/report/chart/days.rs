//! The axis of calendar days, with ticks at days or at the first of months as room allows.

use crate::report::chart::lettering::Lettering;
use crate::report::chart::scale::{Range, Scale};
use crate::report::language::{self, short_date};
use crate::time::{Date, Weekday, dates_from, shifted};

const STEPS: [Step; 13] = [
    Step::Days(1),
    Step::Days(2),
    Step::Weeks(1),
    Step::Weeks(2),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(600),
];
const LABEL_GAP: f64 = 8.0;
const SHORTEST_MONTH: f64 = 28.0;
const WIDEST_DAY: &str = "30 Nov 2000";
const WIDEST_MONTH: &str = "Nov 2000";

/// Days from the first on, each as wide as the next.
#[derive(Clone, Copy, Debug)]
pub struct DayAxis {
    first: Date,
    count: usize,
    pub scale: Scale,
}

/// A label and the pixel it is centred at; months between the labelled ones have none.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTick {
    pub x: f64,
    pub label: String,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Days(usize),
    Weeks(usize),
    Months(i32),
}

impl DayAxis {
    /// An axis of `count` days from `first`.
    pub fn new(first: Date, count: usize, pixels: Range) -> Self {
        let scale = Scale::new(Range::new(0.0, count.max(1) as f64), pixels);
        DayAxis { first, count, scale }
    }

    /// The number of days.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The pixel at which the day of this index begins.
    pub fn start(&self, index: usize) -> f64 {
        self.scale.at(index as f64)
    }

    /// The pixel of the middle of the day of this index.
    pub fn noon(&self, index: usize) -> f64 {
        self.scale.at(index as f64 + 0.5)
    }

    /// The days from the first day to `date`, negative before it.
    pub fn days_to(&self, date: Date) -> i64 {
        i64::from((date - self.first).get_days())
    }

    /// The day of this index.
    pub fn date(&self, index: usize) -> Date {
        shifted(self.first, index as i64)
    }

    /// The pixel at which `date` begins, if it is on the axis.
    pub fn start_of(&self, date: Date) -> Option<f64> {
        let index = usize::try_from(self.days_to(date)).ok()?;
        (index < self.count).then(|| self.start(index))
    }

    /// Labels as close as they fit.
    pub fn ticks(&self) -> Vec<DayTick> {
        let step = STEPS.into_iter().find(|step| self.has_room_for(*step));
        let step = step.unwrap_or(Step::Months(600));
        let dates = dates_from(self.first).take(self.count).enumerate();
        dates.filter_map(|(index, date)| self.tick(step, index, date)).collect()
    }

    fn has_room_for(&self, step: Step) -> bool {
        let day = self.scale.at(1.0) - self.scale.at(0.0);
        let (label, days) = match step {
            Step::Days(days) => (WIDEST_DAY, days as f64),
            Step::Weeks(weeks) => (WIDEST_DAY, 7.0 * weeks as f64),
            Step::Months(months) => (WIDEST_MONTH, SHORTEST_MONTH * f64::from(months)),
        };
        Lettering::small().width(label) + LABEL_GAP <= days * day
    }

    fn tick(&self, step: Step, index: usize, date: Date) -> Option<DayTick> {
        let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        let monday = date.weekday() == Weekday::Monday;
        let (chosen, x, label) = match step {
            Step::Days(days) => (index.is_multiple_of(days), self.noon(index), short_date(date)),
            Step::Weeks(weeks) => {
                (monday && (index / 7).is_multiple_of(weeks), self.start(index), short_date(date))
            }
            Step::Months(months) if month.rem_euclid(months) == 0 => {
                (date.day() == 1, self.start(index), language::month(date))
            }
            Step::Months(months) => {
                (date.day() == 1 && months <= 12, self.start(index), String::new())
            }
        };
        chosen.then_some(DayTick { x, label })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::DayAxis;
    use crate::report::chart::scale::Range;

    fn labels(count: usize) -> Vec<String> {
        let axis = DayAxis::new(date(2019, 1, 1), count, Range::new(0.0, 800.0));
        axis.ticks().into_iter().map(|tick| tick.label).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn ticks_grow_from_days_to_years() {
        assert_eq!(labels(5)[4], "5 Jan 2019");
        assert_eq!(labels(40)[..2], ["7 Jan 2019", "14 Jan 2019"]);
        assert_eq!(labels(300)[..2], ["Jan 2019", "Feb 2019"]);
        assert_eq!(labels(365)[..2], ["Jan 2019", "Mar 2019"]);
        assert_eq!(labels(3 * 365)[..2], ["Jan 2019", "Jul 2019"]);
        assert_eq!(labels(40 * 365)[..2], ["Jan 2020", "Jan 2025"]);
    }

    #[test]
    fn days_outside_the_axis_have_no_pixel() {
        let axis = DayAxis::new(date(2019, 1, 1), 10, Range::new(0.0, 100.0));
        assert_eq!(axis.start_of(date(2019, 1, 3)), Some(20.0));
        assert_eq!(axis.start_of(date(2018, 12, 31)), None);
        assert_eq!(axis.start_of(date(2019, 1, 11)), None);
    }
}
