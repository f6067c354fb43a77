//! `antrean sweep`: plays a scenario at many points and reports how its figures answer.

mod points;
mod request;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::cli::arguments::SweepRequest;
use crate::cli::language;
use crate::cli::limit::too_large;
use crate::cli::load::{Loaded, load};
use crate::cli::machine::{threads, width};
use crate::cli::progress::Progress;
use crate::cli::results::{default_folder, end_of, file_name, manifest, place, typed, write};
use crate::cli::sweep::points::{Points, load_points};
use crate::cli::sweep::request::{Asked, asked};
use crate::cli::{End, fail, note, refuse, show};
use crate::experiment::{Settings, Size, Sweep, play, play_points, size};
use crate::office::{Figure, Plan, figures};
use crate::report::language::{about, fixed, say, thousands, word};
use crate::report::sweep::{chosen, files, table, usual_measures};
use crate::report::{Destination, Manifest, fingerprint};
use crate::statistics::Level;

/// What is to be played.
struct Prepared {
    base: Plan,
    asked: Asked,
    points: Vec<(Vec<usize>, Plan)>,
    manifest: Manifest,
    path: PathBuf,
}

/// Plays a scenario at many points and reports their figures.
pub fn sweep(request: &SweepRequest) -> End {
    let prepared = match prepare(request) {
        Ok(prepared) => prepared,
        Err(end) => return end,
    };
    let existing = request.manner.existing();
    match Destination::reserve(&prepared.path, &prepared.manifest.inputs, existing) {
        Ok(destination) => play_and_write(request, prepared, &destination),
        Err(error) => end_of(&error),
    }
}

/// Everything that can be wrong is found here, before anything is played.
fn prepare(request: &SweepRequest) -> Result<Prepared, End> {
    let asked = asked(request).map_err(|mistakes| {
        mistakes.iter().for_each(|mistake| note(&format!("error: {mistake}\n")));
        End::Refused
    })?;
    let base = load(std::slice::from_ref(&request.scenario), &request.settings);
    let mut base = base.and_then(|mut loaded| loaded.pop()).ok_or(End::Refused)?;
    take_over(request, &mut base);
    let plan = Plan::new(base.scenario.clone());
    let count = asked.design.count(&asked.counts());
    let limited = !request.manner.no_limit;
    let of_points = |size: &Size| {
        too_large(size).filter(|_| limited).map(|message| format!("{count} points: {message}"))
    };
    // A grid may have more points than fit into memory: its size is told from the base alone.
    if let Some(message) = of_points(&size(std::slice::from_ref(&plan)).times(count)) {
        return Err(refuse(&message));
    }
    let Points { mut loaded, values } = load_points(request, &asked, base.scenario.run.seed)?;
    loaded.iter_mut().for_each(|of| take_over(request, of));
    let kind = format!("Sweep {} {:?}", request_words(request).join(" "), points_texts(&loaded));
    let manifest = manifest(&kind, command(request, typed), request.level, &[base]);
    let plans: Vec<Plan> = loaded.into_iter().map(|of| Plan::new(of.scenario)).collect();
    if let Some(message) = of_points(&size(&plans)) {
        return Err(refuse(&message));
    }
    check_measures(&asked, &plans).map_err(|message| refuse(&message))?;
    let folder = || default_folder(&format!("sweep-{}", plan.scenario.name));
    let path = request.output.clone().unwrap_or_else(folder);
    let points = values.into_iter().zip(plans).collect();
    Ok(Prepared { base: plan, asked, points, manifest, path })
}

/// What the command line says of replications and seed. All points are played equally often, so
/// that each applicant has the same luck in all of them, whatever precision a run is asked for.
fn take_over(request: &SweepRequest, of: &mut Loaded) {
    let run = &mut of.scenario.run;
    run.set_replications(request.replications.unwrap_or(run.replications));
    run.seed = request.playing.seed.unwrap_or(run.seed);
}

/// What the results depend on beside the scenario itself: the texts that points were read from.
fn points_texts(loaded: &[Loaded]) -> String {
    let texts = loaded.iter().flat_map(|of| &of.text.sources).map(|source| source.text.as_bytes());
    fingerprint(texts)
}

/// A measure that no point has would leave nothing to show.
fn check_measures(asked: &Asked, plans: &[Plan]) -> Result<(), String> {
    let has = |plan: &Plan, name: &str| figures(plan).iter().any(|of| of.measure.name == name);
    let is_there = |name: &&String| plans.iter().any(|plan| has(plan, name));
    match asked.measures.iter().find(|name| !is_there(name)) {
        None => Ok(()),
        Some(name) => Err(format!("the scenario has no `{name}` at any point")),
    }
}

fn play_and_write(request: &SweepRequest, prepared: Prepared, destination: &Destination) -> End {
    let Prepared { base, asked, points, manifest, path } = prepared;
    let settings = Settings { threads: threads(request.playing.threads), level: request.level };
    let against = request.against_base.then_some(&base);
    let whole = whole_size(against, &points);
    if !request.manner.quiet {
        match estimate(&base, &whole, settings) {
            Ok(estimate) => {
                let parts: [(&str, &dyn Display); 2] =
                    [("points", &thousands(points.len() as f64)), ("estimate", &estimate)];
                note(&(say("{points} points, {estimate}", &parts) + "\n"));
            }
            Err(end) => return end,
        }
    }
    let progress = Progress::new(whole.replications as u64, request.manner.quietness());
    let played = play_points(against, points, settings, &progress);
    progress.finish();
    let points = match played {
        Ok(points) => points,
        Err(error) => return fail(&error.to_string()),
    };
    let title = base.scenario.title.clone();
    let found =
        Sweep { title, design: asked.design, keys: asked.keys, points, level: request.level };
    let has_targets = found.points.iter().any(|point| !point.targets.is_empty());
    let measures = match asked.measures.is_empty() && !has_targets {
        true => usual_measures(),
        false => asked.measures,
    };
    let chosen = chosen(&found, &measures);
    let again = command(request, file_name);
    let files = files((&found, &chosen), &base, (&manifest, again));
    match write(files, manifest, destination) {
        Err(end) => end,
        Ok(()) => shown(request, (&found, &chosen), &path),
    }
}

fn shown(request: &SweepRequest, (found, chosen): (&Sweep, &[Figure]), path: &Path) -> End {
    let place = place(path);
    let shown = match request.manner.quiet {
        true => End::Done,
        false => show(&(table(found, chosen, width()) + &place)),
    };
    match shown {
        End::Done if found.misses_a_target() => End::Missed,
        end => end,
    }
}

fn whole_size(base: Option<&Plan>, points: &[(Vec<usize>, Plan)]) -> Size {
    let of = |plan: &Plan| size(std::slice::from_ref(plan));
    let plans = points.iter().map(|(_, plan)| plan).chain(base);
    plans.fold(Size::default(), |whole, plan| whole.and(&of(plan)))
}

/// How large the sweep is, and how long it takes by the measure of one replication of the base.
fn estimate(base: &Plan, whole: &Size, settings: Settings) -> Result<String, End> {
    let mut pilot = base.clone();
    pilot.scenario.run.set_replications(1);
    let events = size(std::slice::from_ref(&pilot)).events;
    let begin = Instant::now();
    let alone = Settings { threads: 1, ..settings };
    play(vec![pilot], alone, &()).map_err(|error| fail(&error.to_string()))?;
    let seconds = begin.elapsed().as_secs_f64() * whole.events / events.max(1.0);
    let seconds = seconds / settings.threads as f64;
    let parts: [(&str, &dyn Display); 4] = [
        ("replications", &thousands(whole.replications)),
        ("events", &about(whole.events)),
        ("time", &duration(seconds)),
        ("threads", &settings.threads),
    ];
    Ok(say(
        "{replications} replications, about {events} events: about {time} on {threads} threads",
        &parts,
    ))
}

/// A time in the largest unit of which there is one.
fn duration(seconds: f64) -> String {
    let (text, number) = match seconds {
        seconds if seconds < 1.0 => return word("a second").to_string(),
        seconds if seconds < 100.0 => ("{number} seconds", fixed(seconds, 0)),
        seconds if seconds < 6_000.0 => ("{number} minutes", fixed(seconds / 60.0, 0)),
        seconds => ("{number} hours", fixed(seconds / 3_600.0, 1)),
    };
    say(text, &[("number", &number)])
}

/// The command as a person would type it to get the same results; `place` is how one names a file.
fn command(request: &SweepRequest, place: fn(&Path) -> String) -> String {
    let mut words = vec!["antrean sweep".to_string(), place(&request.scenario)];
    words.extend(request_words(request));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.replications.map(|number| format!("--replications {number}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    let level = Some(request.level.value()).filter(|_| request.level != Level::NINETY_FIVE);
    words.extend(level.map(|level| format!("--level {level}")));
    words.extend(language::words());
    words.join(" ")
}

/// What is asked of a sweep only.
fn request_words(request: &SweepRequest) -> Vec<String> {
    let mut words: Vec<String> =
        request.vary.iter().map(|vary| format!("--vary {vary:?}")).collect();
    words.extend(
        (!request.design.is_empty()).then(|| format!("--design {}", request.design.join(" "))),
    );
    words.extend(request.measures.iter().map(|name| format!("--measure {name:?}")));
    words.extend(request.against_base.then(|| "--against-base".to_string()));
    words
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn a_time_has_the_unit_that_suits_it() {
        assert_eq!(duration(0.2), "a second");
        assert_eq!(duration(42.4), "42 seconds");
        assert_eq!(duration(130.0), "2 minutes");
        assert_eq!(duration(9_000.0), "2.5 hours");
    }
}
