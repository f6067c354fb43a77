//! Chance: named random streams, laws of durations and counts. The only place that knows `rand`.

mod count;
mod law;
mod stream;

pub use count::DailyCount;
pub use law::{Law, LawError};
pub use stream::{Stream, Streams};
