//! `antrean compare --best`: choose the best of several scenarios by one measure.

use std::path::Path;

use crate::cli::arguments::{BestRequest, CompareRequest, Request};
use crate::cli::load::{Loaded, load};
use crate::cli::machine::{threads, width};
use crate::cli::progress::Progress;
use crate::cli::results::{
    check_names, default_folder, end_of, file_name, manifest, place, typed, write,
};
use crate::cli::study::{self, Kind, check_pairs};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{MOST_SEQUENTIAL, Selecting, Settings, select, settled_within, size};
use crate::office::{Better, Figure, Plan, Unit, measures, named_figure};
use crate::report::{Destination, Manifest, selection};
use crate::statistics::Level;
use crate::statistics::ranking::{Aim, Selection};

/// Replications of each scenario before any is dropped.
const FIRST_STAGE: usize = 10;
/// The same where scenarios have luck of their own, which takes more to know their spread.
const LONGER_FIRST_STAGE: usize = 20;
const AT_MOST: u32 = 1_000;
const SEEDS: u64 = i64::MAX as u64;

/// Tells how scenarios differ, or chooses the best of them.
pub fn compare(request: &CompareRequest) -> End {
    match &request.best.best {
        None => study::compare(&request.request),
        Some(_) if request.request.scenarios.len() < 2 => {
            refuse("a choice needs two scenarios or more")
        }
        Some(measure) => best(&request.request, &request.best, measure),
    }
}

/// Plans, and in each of them the figure by which they are chosen.
struct Candidates {
    plans: Vec<Plan>,
    figures: Vec<Figure>,
}

fn best(request: &Request, choice: &BestRequest, measure: &str) -> End {
    let Some(mut loaded) = load(&request.scenarios, &request.settings) else {
        return End::Refused;
    };
    // A suggestion is for the replications that the scenario would be played with.
    let usual = loaded[0].scenario.run.replications;
    let most = choice.at_most.unwrap_or(AT_MOST);
    for of in &mut loaded {
        let run = &mut of.scenario.run;
        run.set_replications(most);
        run.seed = request.playing.seed.unwrap_or(run.seed);
    }
    let checked =
        check_names(&loaded, |_, _| false).and_then(|()| check_pairs(&loaded, Kind::Compare));
    if let Err(message) = checked {
        return refuse(&message);
    }
    part_luck(&mut loaded);
    let [command, again] =
        [typed, file_name].map(|place| command(request, (choice, measure), place));
    let kind = format!("Best {measure} {:?}", (&choice.of, &choice.indifference, most));
    let confidence = choice.confidence.unwrap_or(Level::NINETY_FIVE);
    let kind = format!("{kind} {}", confidence.value());
    let manifest = manifest(&kind, command, request.level, &loaded);
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    let candidates = match candidates(plans, measure, choice.of.as_deref()) {
        Ok(candidates) => candidates,
        Err(message) => return refuse(&message),
    };
    let selecting = selecting(&candidates, (choice, confidence, most));
    let selecting = match selecting {
        Ok(Some(selecting)) => selecting,
        Ok(None) => return ask(request, &candidates, (confidence, usual)),
        Err(message) => return refuse(&message),
    };
    choose(request, candidates, selecting, (manifest, again))
}

/// Where there are too many to hold each against each, every scenario has a seed of its own, as
/// what is promised then rests on independent luck.
fn part_luck(loaded: &mut [Loaded]) {
    if loaded.len() <= MOST_SEQUENTIAL {
        return;
    }
    for (place, of) in (0u64..).zip(loaded) {
        of.scenario.run.seed = of.scenario.run.seed.wrapping_add(place) & SEEDS;
    }
}

fn candidates(plans: Vec<Plan>, measure: &str, of: Option<&str>) -> Result<Candidates, String> {
    let figure = |plan: &Plan| {
        let named = named_figure(plan, measure, of);
        named.map_err(|message| format!("{}: {message}", plan.scenario.name))
    };
    let figures: Vec<Figure> = plans.iter().map(figure).collect::<Result<_, _>>()?;
    match figures.first().map(|figure| figure.measure.better) {
        Some(Better::Neither) => Err(format!(
            "neither more nor less `{measure}` is better: choose by another measure, such as {}",
            with_a_direction().join(", ")
        )),
        _ => Ok(Candidates { plans, figures }),
    }
}

/// Some measures of which one direction is better.
fn with_a_direction() -> Vec<String> {
    let directed = measures().filter(|measure| measure.better != Better::Neither);
    directed.take(5).map(|measure| format!("`{}`", measure.name)).collect()
}

/// What is asked for; none without an indifference amount.
fn selecting(
    candidates: &Candidates,
    (choice, level, most): (&BestRequest, Level, u32),
) -> Result<Option<Selecting>, String> {
    let measure = candidates.figures[0].measure;
    let indifference = choice.indifference.as_deref().map(|text| amount(text, measure.unit));
    let indifference = indifference.transpose()?;
    let selection = selection_of(candidates, level);
    Ok(indifference.map(|indifference| Selecting {
        selection: Selection { indifference, ..selection },
        most: most as usize,
    }))
}

fn selection_of(candidates: &Candidates, level: Level) -> Selection {
    let aim = match candidates.figures[0].measure.better {
        Better::Less => Aim::Smallest,
        Better::More | Better::Neither => Aim::Largest,
    };
    let first_stage = match candidates.plans.len() <= MOST_SEQUENTIAL {
        true => FIRST_STAGE,
        false => LONGER_FIRST_STAGE,
    };
    Selection { aim, level, indifference: 1.0, first_stage }
}

/// An amount in the unit of a measure, which may stand behind the number.
fn amount(text: &str, unit: Unit) -> Result<f64, String> {
    let text = text.trim();
    let end =
        text.find(|character: char| !(character.is_ascii_digit() || ".-+e".contains(character)));
    let (number, written) = text.split_at(end.unwrap_or(text.len()));
    let (percent, known) = match (written.trim(), unit) {
        ("%" | "points", Unit::Share) => (true, true),
        ("", _) => (false, true),
        ("min", Unit::Minutes) | ("h", Unit::Hours) => (false, true),
        (written, unit) => (false, written == unit.name()),
    };
    let number: Option<f64> = number.parse().ok().filter(|number: &f64| number.is_finite());
    match number.filter(|number| known && 0.0 < *number) {
        Some(number) => Ok(if percent { number / 100.0 } else { number }),
        None => Err(format!(
            "--indifference {text:?} must be a number greater than 0 in {}, {}",
            unit.name(),
            match unit {
                Unit::Share => "such as 0.01 or \"1 %\"",
                _ => "with or without the unit behind it",
            }
        )),
    }
}

/// Plays a first stage and says which amount would do.
fn ask(request: &Request, candidates: &Candidates, (level, usual): (Level, u32)) -> End {
    let selection = selection_of(candidates, level);
    let settings = Settings { threads: threads(request.playing.threads), level: request.level };
    let usual = (usual as usize).max(selection.first_stage);
    let of = (candidates.plans.as_slice(), candidates.figures.as_slice());
    match settled_within(of, (selection, usual), (settings, &())) {
        Err(error) => fail(&error.to_string()),
        Ok((settled, means)) => {
            let names = candidates.plans.iter().map(|plan| plan.scenario.name.clone());
            let means: Vec<_> = names.zip(means).collect();
            let played = (selection.first_stage, means.as_slice());
            refuse(&selection::asking(&candidates.figures[0], played, (settled, usual)))
        }
    }
}

fn choose(
    request: &Request,
    candidates: Candidates,
    selecting: Selecting,
    (manifest, again): (Manifest, String),
) -> End {
    let size = size(&candidates.plans);
    if let Some(message) = request.manner.refusal(&size) {
        return refuse(&message);
    }
    let names: Vec<&str> =
        candidates.plans.iter().map(|plan| plan.scenario.name.as_str()).collect();
    let path = request.output.clone();
    let path = path.unwrap_or_else(|| default_folder(&format!("best-of-{}", names.join("-"))));
    let existing = request.manner.existing();
    match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => {
            let chosen = (candidates, selecting);
            play_and_write(request, chosen, (manifest, again), (&destination, &path))
        }
        Err(error) => end_of(&error),
    }
}

fn play_and_write(
    request: &Request,
    (candidates, selecting): (Candidates, Selecting),
    (manifest, again): (Manifest, String),
    (destination, path): (&Destination, &Path),
) -> End {
    let first = candidates.plans.len() * selecting.selection.first_stage;
    let progress = Progress::new(first as u64, request.manner.quietness());
    let settings = Settings { threads: threads(request.playing.threads), level: request.level };
    let Candidates { plans, figures } = candidates;
    let found = select(plans, figures, selecting, (settings, &progress));
    progress.finish();
    let found = match found {
        Ok(found) => found,
        Err(error) => return fail(&error.to_string()),
    };
    let files = selection::files(&found, (&manifest, again));
    match write(files, manifest, destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => End::Done,
        Ok(()) => {
            let place = place(path);
            show(&(selection::summary(&found, width()) + &place))
        }
    }
}

/// The command as a person would type it to get the same results; `place` is how one names a file.
fn command(
    request: &Request,
    (choice, measure): (&BestRequest, &str),
    place: fn(&Path) -> String,
) -> String {
    let mut words = vec![study::words(Kind::Compare, request, place)];
    words.push(format!("--best {measure}"));
    words.extend(choice.of.iter().map(|of| format!("--of {of:?}")));
    words.extend(choice.indifference.iter().map(|amount| format!("--indifference {amount:?}")));
    words.extend(choice.confidence.map(|level| format!("--confidence {}", level.value())));
    words.extend(choice.at_most.map(|most| format!("--at-most {most}")));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::amount;
    use crate::office::Unit;

    #[test]
    fn an_amount_is_in_the_unit_of_the_measure() {
        assert_eq!(amount("0.01", Unit::Share), Ok(0.01));
        assert_eq!(amount("1 %", Unit::Share), Ok(0.01));
        assert_eq!(amount("2min", Unit::Minutes), Ok(2.0));
        assert_eq!(amount("0.5 working days", Unit::WorkingDays), Ok(0.5));
        for (text, unit) in [("0", Unit::Share), ("-1", Unit::Days), ("2 h", Unit::Minutes)] {
            assert!(amount(text, unit).is_err(), "{text}");
        }
        assert!(amount("many", Unit::Days).is_err() && amount("1 %", Unit::Days).is_err());
    }
}
