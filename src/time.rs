//! Simulated time: instants and spans in whole milliseconds, days, opening hours and the calendar.

mod calendar;
mod clock;
mod hours;
mod stamp;
mod timetable;

pub use calendar::{Calendar, MONTHS, dates_from, days_since_1970, shifted};
pub use clock::{Day, Instant, Span, TimeOfDay};
pub use hours::{Opening, WeeklyHours};
pub use jiff::civil::{Date, Weekday, date};
pub use stamp::now_utc;
pub use timetable::{Pattern, Timetable};
