//! Loading the scenario at every point, before any of them is played.

use crate::cli::arguments::SweepRequest;
use crate::cli::load::{Loaded, try_load};
use crate::cli::sweep::request::Asked;
use crate::cli::{End, note};

/// Points whose mistakes are shown; those of the others are mostly the same.
const MOST_SHOWN: usize = 3;

/// All points, and the places of their values.
pub struct Points {
    pub loaded: Vec<Loaded>,
    pub values: Vec<Vec<usize>>,
}

/// Loads the scenario with the values of each point, or shows what is wrong with them.
pub fn load_points(request: &SweepRequest, asked: &Asked, seed: u64) -> Result<Points, End> {
    let values = asked.design.points(&asked.counts(), seed);
    let mut loaded = Vec::with_capacity(values.len());
    let mut refusals = Vec::new();
    for point in &values {
        let levers = asked.keys.iter().zip(point).map(|(lever, value)| lever.setting(*value));
        let settings: Vec<String> = request.settings.iter().cloned().chain(levers).collect();
        match try_load(&request.scenario, &settings) {
            Ok(of) => loaded.push(of),
            Err(told) => refusals.push(told),
        }
    }
    if refusals.is_empty() {
        return Ok(Points { loaded, values });
    }
    // A mistake in a key is the same at every point.
    let shown = if loaded.is_empty() { 1 } else { MOST_SHOWN.min(refusals.len()) };
    refusals.iter().take(shown).for_each(|told| note(told));
    let more = refusals.len() - shown;
    if 0 < more {
        note(&format!("error: {more} more of {} points are refused\n", values.len()));
    }
    Err(End::Refused)
}
