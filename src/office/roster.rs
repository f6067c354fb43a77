//! Rosters: who is due at an office on a day, and who of them has still to come today.

use std::cmp::Reverse;

use crate::office::people::Party;
use crate::time::Instant;

/// A party with an appointment, and when it will arrive.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    pub arrival: Instant,
    pub party: Party,
}

/// Who is due on a day.
pub type Roster = Vec<Due>;

/// Who of today's roster has still to come.
#[derive(Clone, Debug, Default)]
pub struct StillToCome {
    roster: Roster,
    /// Places in the roster by arrival, the last first: moving these is cheaper than moving people.
    order: Vec<u32>,
}

impl StillToCome {
    /// Nobody, keeping the memory.
    pub fn clear(&mut self) {
        self.roster.clear();
        self.order.clear();
    }

    /// Hands out the roster to be filled anew.
    pub fn take(&mut self) -> Roster {
        self.order.clear();
        std::mem::take(&mut self.roster)
    }

    /// All of a roster are still to come.
    pub fn expect(&mut self, roster: Roster) {
        self.roster = roster;
        let roster = &self.roster;
        self.order.extend(0..roster.len() as u32);
        // Nobody is due twice, so that arrival and identity tell all apart.
        self.order.sort_unstable_by_key(|&place| {
            let due = &roster[place as usize];
            Reverse((due.arrival, due.party.applicant.identity))
        });
    }

    /// Who comes next.
    pub fn next(&self) -> Option<&Due> {
        self.order.last().map(|&place| &self.roster[place as usize])
    }

    /// Takes who comes next.
    pub fn pop(&mut self) -> Option<Due> {
        self.order.pop().map(|place| self.roster[place as usize])
    }

    /// All who are still to come.
    pub fn iter(&self) -> impl Iterator<Item = &Due> {
        self.order.iter().map(|&place| &self.roster[place as usize])
    }
}
