//! `antrean sensitivity`: which uncertain input matters most for a measure.

use std::path::{Path, PathBuf};

use crate::cli::arguments::SensitivityRequest;
use crate::cli::language;
use crate::cli::load::{Loaded, load, load_point};
use crate::cli::machine::{threads, width};
use crate::cli::progress::Progress;
use crate::cli::results::{default_folder, end_of, file_name, manifest, place, typed, write};
use crate::cli::{End, fail, refuse, show};
use crate::experiment::{
    RunError, Sensitivity, Settings, Size, Watch, design, one_at_a_time, shares, size,
};
use crate::office::{Figure, Plan, named_figure};
use crate::report::{Destination, Manifest, sensitivity};
use crate::scenario::{Input, LeftOut, RangedKey, Scenario};
use crate::statistics::{Level, SaltelliDesign};

/// What is to be played: the base with each input at either end, and the rows of a design.
struct Points {
    figure: Figure,
    inputs: Vec<Input>,
    left_out: Vec<LeftOut>,
    /// The base, then two of each input.
    one_at_a_time: Vec<Scenario>,
    /// Of the design, if there is one.
    rows: Vec<Scenario>,
}

/// Why nothing is played.
enum Refusal {
    /// What is wrong was shown already.
    Shown,
    Because(String),
}

/// Tells which input matters most.
pub fn sensitivity(request: &SensitivityRequest) -> End {
    let Some(mut loaded) = load(std::slice::from_ref(&request.scenario), &request.settings) else {
        return End::Refused;
    };
    let Some(base) = loaded.first_mut() else { return End::Refused };
    adjust(&mut base.scenario, request);
    let points = match points(request, &base.scenario) {
        Ok(points) => points,
        Err(Refusal::Shown) => return End::Refused,
        Err(Refusal::Because(message)) => return refuse(&message),
    };
    let size = whole_size(&points);
    if let Some(message) = request.manner.refusal(&size) {
        return refuse(&message);
    }
    let manifest =
        manifest(&kind(request, &points), command(request, typed), request.level, &loaded);
    let path = request.output.clone().unwrap_or_else(|| folder(request, &loaded[0]));
    let existing = request.manner.existing();
    match Destination::reserve(&path, &manifest.inputs, existing) {
        Ok(destination) => play_and_write(request, (points, size), manifest, (&destination, &path)),
        Err(error) => end_of(&error),
    }
}

/// What the command line says of replications and seed. All scenarios are played equally often,
/// whatever precision is asked of a run, so that each applicant has the same luck in all of them.
fn adjust(scenario: &mut Scenario, request: &SensitivityRequest) {
    let run = &mut scenario.run;
    run.set_replications(request.replications.unwrap_or(run.replications));
    run.seed = request.playing.seed.unwrap_or(run.seed);
}

fn points(request: &SensitivityRequest, base: &Scenario) -> Result<Points, Refusal> {
    if base.run.replications < 2 {
        return Err(because("an interval needs two replications or more; ask for them with -n"));
    }
    let of = request.figure.of.as_deref();
    let figure = named_figure(&Plan::new(base.clone()), &request.figure.measure, of);
    let figure = figure.map_err(Refusal::Because)?;
    let (inputs, left_out) = inputs(base, &request.inputs).map_err(Refusal::Because)?;
    if inputs.is_empty() {
        return Err(because(
            "there is nothing to vary: state ranges in [sources], as in \"booking.no_show\" = \
             { from = \"assumption\", range = [0.05, 0.3] }, or give --input",
        ));
    }
    let ends = inputs.iter().flat_map(|input| {
        [input.range.least(), input.range.greatest()].map(|value| input.settings(&value))
    });
    // Every end is read before the first that is wrong counts.
    let ends: Vec<Option<Scenario>> = ends.map(|settings| changed(request, settings)).collect();
    let ends: Option<Vec<Scenario>> = ends.into_iter().collect();
    let mut one_at_a_time = vec![base.clone()];
    one_at_a_time.extend(ends.ok_or(Refusal::Shown)?);
    let rows = request.sobol.map(|rows| rows_of(request, (base, &inputs), rows as usize));
    let rows = rows.transpose()?.unwrap_or_default();
    Ok(Points { figure, inputs, left_out, one_at_a_time, rows })
}

fn because(message: &str) -> Refusal {
    Refusal::Because(message.to_string())
}

/// Those of `[sources]`, with other ranges where the command line has them, and further ones.
fn inputs(base: &Scenario, asked: &[RangedKey]) -> Result<(Vec<Input>, Vec<LeftOut>), String> {
    let (mut inputs, mut left_out) = base.uncertain_inputs();
    for RangedKey { key, range } in asked {
        let input = base.input(key, range.clone())?;
        left_out.retain(|of| of.key != input.key);
        match inputs.iter_mut().find(|of| of.paths == input.paths) {
            Some(stated) => *stated = input,
            None => inputs.push(input),
        }
    }
    Ok((inputs, left_out))
}

/// The scenario with further settings; what is wrong with it is shown.
fn changed(request: &SensitivityRequest, settings: Vec<String>) -> Option<Scenario> {
    let settings = [request.settings.clone(), settings].concat();
    let mut scenario = load_point(&request.scenario, &settings)?.scenario;
    adjust(&mut scenario, request);
    Some(scenario)
}

fn rows_of(
    request: &SensitivityRequest,
    (base, inputs): (&Scenario, &[Input]),
    rows: usize,
) -> Result<Vec<Scenario>, Refusal> {
    let design = design(base.run.seed, rows, inputs.len()).ok_or_else(|| {
        let most = SaltelliDesign::MOST_INPUTS;
        Refusal::Because(format!("--sobol takes at most {most} inputs, not {}", inputs.len()))
    })?;
    let settings = |point: &Vec<f64>| -> Vec<String> {
        let each = inputs.iter().zip(point);
        each.flat_map(|(input, share)| input.settings(&input.range.at(*share))).collect()
    };
    // The first that is wrong is enough: it would be the same mistake a thousand times.
    let scenarios = design.iter().map(|point| changed(request, settings(point)));
    scenarios.collect::<Option<Vec<Scenario>>>().ok_or(Refusal::Shown)
}

fn whole_size(points: &Points) -> Size {
    let mut whole = Size::default();
    for scenario in points.one_at_a_time.iter().chain(&points.rows) {
        let of = size(&[Plan::new(scenario.clone())]);
        whole.replications += of.replications;
        whole.applicants += of.applicants;
        whole.events += of.events;
        // Days are not kept, and scenarios are played some at a time.
        whole.memory = whole.memory.max(of.memory);
    }
    whole
}

fn play_and_write(
    request: &SensitivityRequest,
    (points, size): (Points, Size),
    manifest: Manifest,
    (destination, path): (&Destination, &Path),
) -> End {
    let progress = Progress::new(size.replications as u64, request.manner.quietness());
    let found = play(request, points, &progress);
    progress.finish();
    let found = match found {
        Ok(found) => found,
        Err(error) => return fail(&error.to_string()),
    };
    let again = command(request, file_name);
    let files = sensitivity::files(&found, (&manifest, again));
    match write(files, manifest, destination) {
        Err(end) => end,
        Ok(()) if request.manner.quiet => End::Done,
        Ok(()) => {
            let place = place(path);
            show(&(sensitivity::summary(&found, width()) + &place))
        }
    }
}

fn play(
    request: &SensitivityRequest,
    points: Points,
    watch: &dyn Watch,
) -> Result<Sensitivity, RunError> {
    let settings = Settings { threads: threads(request.playing.threads), level: request.level };
    let Points { figure, inputs, left_out, one_at_a_time: ends, rows } = points;
    let swings = one_at_a_time(&ends, &figure, (settings, watch))?;
    let shares = match request.sobol {
        None => None,
        Some(number) => {
            Some(shares((rows.as_slice(), number as usize), &figure, (settings, watch))?)
        }
    };
    let mut ends = ends;
    let scenario = ends.swap_remove(0);
    let level = request.level;
    Ok(Sensitivity { scenario, figure, level, inputs, left_out, one_at_a_time: swings, shares })
}

fn folder(request: &SensitivityRequest, base: &Loaded) -> PathBuf {
    default_folder(&format!("sensitivity-{}-{}", base.scenario.name, request.figure.measure))
}

/// What the results depend on beside the scenario.
fn kind(request: &SensitivityRequest, points: &Points) -> String {
    let figure = (&request.figure.measure, &request.figure.of);
    format!("Sensitivity {figure:?} {:?} {:?}", points.inputs, request.sobol)
}

/// The command as a person would type it to get the same results; `place` is how one names a file.
fn command(request: &SensitivityRequest, place: fn(&Path) -> String) -> String {
    let scenario = place(&request.scenario);
    let mut words = vec![format!("antrean sensitivity {scenario}")];
    words.push(format!("--measure {}", request.figure.measure));
    words.extend(request.figure.of.iter().map(|of| format!("--of {of:?}")));
    let inputs = request.inputs.iter().map(|RangedKey { key, range }| {
        format!("--input {:?}", format!("{key}={}..{}", range.least(), range.greatest()))
    });
    words.extend(inputs);
    words.extend(request.sobol.map(|rows| format!("--sobol {rows}")));
    words.extend(request.settings.iter().map(|setting| format!("--set {setting:?}")));
    words.extend(request.replications.map(|number| format!("--replications {number}")));
    words.extend(request.playing.seed.map(|number| format!("--seed {number}")));
    let level = Some(request.level.value()).filter(|_| request.level != Level::NINETY_FIVE);
    words.extend(level.map(|level| format!("--level {level}")));
    words.extend(language::words());
    words.join(" ")
}
