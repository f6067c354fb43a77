//! The engine: a clock, an event list and one trait. It knows nothing of offices.

mod event_list;
mod far;
mod heap;
mod slab;
mod wheel;

pub use event_list::{EventList, Rank};
pub use slab::Slab;

use crate::time::Instant;

/// What is to happen: one event list, or several that are played in turn.
pub trait Pending {
    /// The closed set of events; small and copied.
    type Event: Copy;

    /// Takes the next event if it lies before `end`, and sets the clock to it.
    fn pop_before(&mut self, end: Instant) -> Option<Self::Event>;

    /// The next few events, the last first, where so many are pending that what they are about is
    /// not at hand; only when none of these few has happened. Need not be told at all.
    fn foresee(&mut self) -> Option<impl Iterator<Item = &Self::Event>>;
}

/// What a simulation is made of: a closed set of events, and what each does.
pub trait Model {
    /// What keeps the events that are to happen.
    type Pending: Pending;

    /// Lets an event happen now; it may schedule others, never in the past.
    fn handle(&mut self, event: EventOf<Self>, events: &mut Self::Pending);

    /// Looks at what the next events, the last first, are about, so that it comes from memory while
    /// other work is done. This changes nothing.
    fn foresee<'a>(&self, _events: impl Iterator<Item = &'a EventOf<Self>>)
    where
        EventOf<Self>: 'a,
    {
    }
}

/// An event of a model.
pub type EventOf<M> = <<M as Model>::Pending as Pending>::Event;

/// Lets events happen in the order of what keeps them, until nothing is left or the next one lies
/// at or beyond `end`.
/// Returns how many happened.
pub fn play<M: Model>(model: &mut M, events: &mut M::Pending, end: Instant) -> u64 {
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
        type Pending = EventList<()>;

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
