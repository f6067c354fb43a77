//! The engine: a clock, an event list and one trait. It knows nothing of offices.

mod event_list;
mod far;
mod heap;
mod slab;
mod wheel;

pub use event_list::{EventList, Rank};
pub use slab::Slab;

use crate::time::Instant;

/// What a simulation is made of: one closed set of events, and what each does.
pub trait Model {
    /// The closed set of events; small and copied.
    type Event: Copy + std::fmt::Debug;

    /// Lets an event happen at `events.now()`; it may schedule others, never in the past.
    fn handle(&mut self, event: Self::Event, events: &mut EventList<Self::Event>);

    /// Looks at what the next events, the last first, are about, so that it comes from memory while
    /// other work is done. This changes nothing.
    fn foresee<'a>(&self, _events: impl Iterator<Item = &'a Self::Event>)
    where
        Self::Event: 'a,
    {
    }
}

/// Lets events happen in order until the list is empty or the next one lies at or beyond `end`.
/// Returns how many happened.
pub fn play<M: Model>(model: &mut M, events: &mut EventList<M::Event>, end: Instant) -> u64 {
    let mut count = 0;
    loop {
        if let Some(next) = events.foresee() {
            model.foresee(next);
        }
        let Some(event) = events.pop_before(end) else { return count };
        model.handle(event, events);
        count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{EventList, Model, Rank, play};
    use crate::time::{Instant, Span};

    struct Clock {
        ticks: Vec<Instant>,
    }

    impl Model for Clock {
        type Event = ();

        fn handle(&mut self, _: (), events: &mut EventList<()>) {
            self.ticks.push(events.now());
            events.schedule(events.now() + Span::from_minutes(1), Rank::new(0, 0), ());
        }
    }

    #[test]
    fn play_stops_before_the_end() {
        let mut clock = Clock { ticks: Vec::new() };
        let mut events = EventList::default();
        events.schedule(Instant::START, Rank::new(0, 0), ());
        let count = play(&mut clock, &mut events, Instant::START + Span::from_minutes(3));
        assert_eq!(count, 3);
        assert_eq!(clock.ticks.last(), Some(&(Instant::START + Span::from_minutes(2))));
    }
}
