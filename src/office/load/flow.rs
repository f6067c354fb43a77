//! How often people go through each stage, and how often they have to ask.

use crate::office::load::BookLoad;
use crate::scenario::{Attendance, Persistence, Visit};

/// The stages of one visit, on average.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// By stage, services for each visit; more than 1 where people are sent back.
    pub services: Vec<f64>,
    /// Share of visits that end at home, papers being incomplete.
    pub sent_home: f64,
    /// Share of visits that end with a complete file.
    pub completed: f64,
}

/// People a working day who begin to ask, and what becomes of their visits.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    pub people: f64,
    pub flow: &'a Flow,
}

/// How bookings end, on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keeping {
    /// Share of bookings whose place is not given back.
    pub kept: f64,
    /// Share of bookings whose place is given back by those who ask for another.
    pub given_back_anew: f64,
    /// Share of those kept to which nobody comes.
    pub no_show: f64,
}

impl Keeping {
    /// Of bookings so many calendar days ahead; whoever may move an appointment always may.
    pub fn of(attendance: &Attendance, lead: u32) -> Keeping {
        let (unpaid, asks) =
            attendance.prepayment.as_ref().map_or((0.0, 0.0), |of| (of.unpaid, of.asks_again));
        let (cancelled, asks_then) =
            attendance.cancelling.as_ref().map_or((0.0, 0.0), |of| (of.share, of.asks_again));
        let reschedule = attendance.reschedule.as_ref().filter(|of| 0 < of.at_most);
        let no_show = attendance.no_show.probability(lead);
        let moves = no_show * reschedule.map_or(0.0, |of| of.share);
        let paid = 1.0 - unpaid;
        let kept = paid * (1.0 - cancelled) * (1.0 - moves);
        let moved = paid * (1.0 - cancelled) * moves;
        Keeping {
            kept,
            given_back_anew: unpaid * asks + paid * cancelled * asks_then + moved,
            no_show: if moves < 1.0 { (no_show - moves) / (1.0 - moves) } else { 0.0 },
        }
    }
}

/// Rounds that are followed for those sent back, and a share of people below which they end.
const MOST_ROUNDS: u32 = 100_000;
const NEGLIGIBLE: f64 = 1e-12;
const HALVINGS: u32 = 60;

impl Flow {
    /// Follows one visitor through the stages until hardly anything of it is left.
    pub fn of(visit: &Visit) -> Flow {
        let stages = &visit.stages;
        let mut flow = Flow { services: vec![0.0; stages.len()], sent_home: 0.0, completed: 0.0 };
        let mut here = vec![0.0; stages.len() + 1];
        here[0] = 1.0;
        for _ in 0..MOST_ROUNDS {
            for (place, stage) in stages.iter().enumerate() {
                let people = std::mem::take(&mut here[place]);
                flow.services[place] += people;
                let after = &stage.afterwards;
                let back = after.sent_back.map_or(0.0, |back| back.share);
                if let Some(back) = after.sent_back {
                    here[usize::from(back.to.0)] += people * back.share;
                }
                flow.sent_home += people * (1.0 - back) * after.sent_home;
                let stays = people * (1.0 - back) * (1.0 - after.sent_home);
                here[place + 1] += stays * (1.0 - after.refused);
            }
            flow.completed += std::mem::take(&mut here[stages.len()]);
            if here.iter().sum::<f64>() <= NEGLIGIBLE {
                break;
            }
        }
        flow
    }
}

impl Asking<'_> {
    /// The probability that a visit leads to another one.
    pub fn again(&self, visit: &Visit) -> f64 {
        self.flow.sent_home * visit.comes_back
    }
}

/// Times that one has to ask a book for an appointment, on average. Where more is wanted than
/// there is, so many requests fail that those who give up make room for the others; where nobody
/// ever gives up there is no such number, and 1 is the least.
pub fn tries(persistence: &Persistence, book: &BookLoad) -> f64 {
    let again = persistence.try_again;
    let endless = 1.0 <= again && persistence.at_most_tries.is_none();
    if book.load() <= 1.0 || endless {
        return 1.0;
    }
    let left = |fails: f64| match persistence.at_most_tries {
        Some(most) => 1.0 - (fails * again).powi(most as i32),
        None => 1.0,
    };
    let succeeds = |fails: f64| (1.0 - fails) * left(fails) / (1.0 - fails * again);
    let returns = book.quota * book.anew;
    let needed = book.quota / (book.people + returns);
    let (mut low, mut high) = (0.0, 1.0 - NEGLIGIBLE);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        match needed < succeeds(middle) {
            true => low = middle,
            false => high = middle,
        }
    }
    left(low) / (1.0 - low * again)
}

#[cfg(test)]
mod tests {
    use super::{Flow, tries};
    use crate::office::load::BookLoad;
    use crate::scenario::{Persistence, Scenario};

    const OFFICE: &str = "channel = \"walk-in\"\n[run]\nstart = 2026-01-05\nlength = \"9 days\"\n\
        [office]\nhours = \"always\"\n[demand]\nper_day = 1\n\
        [[stage]]\nname = \"a\"\ndesks = 1\nservice = \"1 min\"\nsent_home = 0.1\n\
        [[stage]]\nname = \"b\"\ndesks = 1\nservice = \"1 min\"\nrefused = 0.2\n\
        sent_back = { share = 0.5, to = \"a\" }\n";

    #[test]
    fn people_sent_back_pass_a_stage_again() {
        let scenario = Scenario::parse("office", OFFICE).0.expect("a scenario");
        let flow = Flow::of(&scenario.visit);
        // a = 1 + b / 2 and b = 0.9 a.
        let a = 1.0 / (1.0 - 0.45);
        let close = |left: f64, right: f64| assert!((left - right).abs() < 1e-9, "{left} {right}");
        close(flow.services[0], a);
        close(flow.services[1], 0.9 * a);
        close(flow.sent_home, 0.1 * a);
        close(flow.completed, 0.9 * a * 0.5 * 0.8);
    }

    #[test]
    fn as_many_give_up_as_there_are_too_many() {
        let persistence = Persistence { try_again: 0.0, at_most_tries: None, patience: None };
        let book = BookLoad {
            people: 120.0,
            appointments_each: 1.0,
            anew: 0.0,
            quota: 60.0,
            no_show: 0.0,
            no_boat: 0.0,
            tries: 1.0,
            at_start: 0.0,
        };
        assert!((tries(&persistence, &book) - 1.0).abs() < 1e-6, "who never asks again asks once");
        // Two tries at most and all willing: half succeed where 1 - fails^2 is one half.
        let willing = Persistence { try_again: 1.0, at_most_tries: Some(2), patience: None };
        let fails = 0.5_f64.sqrt();
        assert!((tries(&willing, &book) - (1.0 + fails)).abs() < 1e-6);
    }
}
