//! The contest: all tools in turn, round by round.

use crate::Portion;
use crate::agreement::Distance;
use crate::played::Played;
use crate::table::{agreement, office, one_line};
use crate::tools::{Failure, Model, Tools};

/// Who plays the office, ours first, and how many replications in each round.
const OFFICES: [(Model, u64); 4] = [
    (Model::OfficeAntrean, 20),
    (Model::OfficeNexosim, 20),
    (Model::OfficeSimpy, 4),
    (Model::OfficeCiw, 2),
];
/// Who plays the line.
const LINES: [(Model, u64); 2] = [(Model::LineAntrean, 5), (Model::LineSimpy, 2)];
/// Seeds of a round are greater by this than those of the round before.
const OTHER_LUCK: u64 = 1_000;

/// What all tools played, ours first.
#[derive(Clone, Debug)]
pub struct Contest {
    offices: Vec<Played>,
    lines: Vec<Played>,
}

impl Contest {
    /// Lets all play in turn, so many rounds, an office of some scale.
    ///
    /// # Errors
    /// If one of them fails.
    pub fn hold(tools: &Tools, rounds: u32, scale: u64) -> Result<Contest, Failure> {
        let mut contest = Contest { offices: Vec::new(), lines: Vec::new() };
        for round in 1..=u64::from(rounds) {
            eprintln!("round {round} of {rounds}");
            let seed = round * OTHER_LUCK;
            for (index, (model, replications)) in OFFICES.into_iter().enumerate() {
                let replications = (replications / scale).max(1);
                let portion = Portion { replications, seed, scale };
                add(&mut contest.offices, index, tools.play(model, portion)?);
            }
            for (index, (model, replications)) in LINES.into_iter().enumerate() {
                let portion = Portion { replications, seed, scale: 1 };
                add(&mut contest.lines, index, tools.play(model, portion)?);
            }
        }
        Ok(contest)
    }

    /// Whether every tool says the same as ours of everything.
    pub fn agrees(&self) -> bool {
        let agree = |played: &[Played]| played.iter().all(|of| agree_on_all(&played[0], of));
        agree(&self.offices) && agree(&self.lines)
    }

    /// Speed and agreement, as text.
    pub fn report(&self) -> String {
        let verdict = match self.agrees() {
            true => {
                "All tools agree: chance explains how far every figure lies from that of antrean."
            }
            false => "The tools disagree: chance does not explain the figures marked with !.",
        };
        let tables = [office(&self.offices), one_line(&self.lines), agreement(&self.offices)];
        format!("\n{}\n\n{}\n{verdict}", tables.join("\n\n"), agreement(&self.lines))
    }
}

fn add(all: &mut Vec<Played>, index: usize, played: Played) {
    match all.get_mut(index) {
        Some(before) => before.add(played),
        None => all.push(played),
    }
}

/// Whether a tool has all our figures and no others, and says the same of each.
fn agree_on_all(ours: &Played, theirs: &Played) -> bool {
    let same = ours.figures.keys().eq(theirs.figures.keys());
    let mut pairs = ours.figures.values().zip(theirs.figures.values());
    same && pairs.all(|(left, right)| Distance::new(left, right).agrees())
}
