//! Simulated time: instants and spans in whole milliseconds, days, opening hours and the calendar.

mod calendar;
mod clock;
mod hours;

pub use calendar::Calendar;
pub use clock::{Day, Instant, Span, TimeOfDay};
pub use hours::{Opening, WeeklyHours};
pub use jiff::civil::{Date, Weekday};
