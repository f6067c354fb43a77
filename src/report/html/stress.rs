//! The items of STRESS-DES, the guideline for reporting simulation studies (Monks et al. 2019), as
//! far as the program knows what to say to them.

use crate::office::{Outcome, Plan};
use crate::report::Repetition;
use crate::report::explain::{origins, steps};
use crate::report::html::block::{Part, Prose};
use crate::report::html::words;
use crate::report::language::{date, say, thousands, word};
use crate::scenario::{Scenario, Stage};

/// What a command asks, and how it estimates; texts that are translated here.
#[derive(Clone, Copy, Debug)]
pub struct Experiment {
    pub aims: &'static str,
    pub scenarios: &'static str,
    pub estimation: &'static str,
}

/// The items that are the same whatever was asked.
const OUTPUTS: &str = "The figures of this page with their units. The file datapackage.json beside \
    it says of each measure how it is computed.";
const DIAGRAM: &str = "None is drawn: the steps of the next item are the way of an applicant.";
const ALGORITHMS: &str = "The book gives the earliest place, or the preferred one, among those \
    released; desks call by priority and then in the order of arrival; production takes the first \
    file first. Every wish, booking and visit follows the rules that the scenario states.";
const ENTITIES: &str = "People who want a passport. What each carries (origin, lane, channel, phone, \
    family, patience, times of service, whether they show up) is drawn when the wish arises.";
const QUEUES: &str = "The book of appointments; a line before each kiosk and each stage, by priority \
    and then by arrival; files that wait for production, first in first out. Who finds no room in a \
    line, loses patience or is sent away at closing time leaves it unserved, as far as the scenario \
    has that.";
const PREPROCESSING: &str = "The program takes the inputs as they stand in the scenario. How they \
    were got from raw data, the analyst has to say.";
const PARAMETERS: &str = "All of them, with values and sources, are under \"What is assumed\".";
const TERMINATING: &str = "The simulation is terminating: it ends on a date, whoever is under way.";
const PLAYED: &str = "How many replications there were stands with the answer or with its figures.";
const SAMPLING: &str = "Every draw comes from a stream of its own (SplitMix64), named by seed, replication, \
    applicant and purpose, so that the same applicant has the same luck in every scenario.";
const EXECUTION: &str = "Event scheduling: discrete events in the order of simulated time, those of \
    the same instant by their kind and then by applicant; the clock goes from event to event. \
    Replications are played side by side on threads, each by itself.";
const SYSTEM: &str = "The results are the same, byte by byte, on any machine and any number of \
    threads. How long it took depends on both and is not recorded.";
const ACCESS: &str = "The program is free software under the MIT licence. The scenarios are in full \
    in manifest.toml beside this page. Where both can be had, the analyst has to say.";

/// The checklist, folded in.
pub fn checklist(plans: &[&Plan], experiment: Experiment, repetition: &Repetition<'_>) -> Part {
    let mut part = Part::new("checklist", words::CHECKLIST);
    let Some(base) = plans.first() else { return part };
    let texts = texts((base, plans), experiment, repetition);
    let rows = words::ITEMS.iter().zip(texts);
    let rows =
        rows.map(|((number, item), text)| vec![number.to_string(), word(item).to_string(), text]);
    let header = ["item", "what it asks for", "what is said of it"];
    let header = header.map(|cell| word(cell).to_string()).to_vec();
    part.add_sentences(word(words::ALL_ITEMS), (header, rows.collect()));
    part.blocks.insert(0, Prose::of(word(words::ABOUT_ITEMS)).into());
    part
}

/// What is said of each item, in their order.
fn texts(
    (base, plans): (&Plan, &[&Plan]),
    experiment: Experiment,
    repetition: &Repetition<'_>,
) -> [String; 24] {
    let scenario = &base.scenario;
    let told = |text: &'static str| word(text).to_string();
    [
        purpose(plans),
        told(OUTPUTS),
        told(experiment.aims),
        told(DIAGRAM),
        steps(base).join(" "),
        told(experiment.scenarios),
        told(ALGORITHMS),
        told(ENTITIES),
        activities(scenario),
        resources(scenario),
        told(QUEUES),
        entries(scenario),
        sources(scenario),
        told(PREPROCESSING),
        told(PARAMETERS),
        assumptions(scenario),
        initialisation(scenario),
        length(base),
        format!("{} {}", told(experiment.estimation), word(PLAYED)),
        software(repetition),
        told(SAMPLING),
        told(EXECUTION),
        told(SYSTEM),
        told(ACCESS),
    ]
}

fn purpose(plans: &[&Plan]) -> String {
    let titles: Vec<String> = plans.iter().map(|plan| plan.scenario.title.clone()).collect();
    say(
        "The scenarios are called: {titles}. Why the model was made, for whom, and which decision \
         hangs on it, the analyst has to say.",
        &[("titles", &titles.join("; "))],
    )
}

fn software(repetition: &Repetition<'_>) -> String {
    say(
        "antrean {version}, written in Rust {rust} or later; Cargo.lock of that version names each \
         library with its version.",
        &[("version", &repetition.manifest.antrean), ("rust", &env!("CARGO_PKG_RUST_VERSION"))],
    )
}

fn activities(scenario: &Scenario) -> String {
    let stages: Vec<&str> = scenario.visit.stages.iter().map(|stage| stage.name.as_str()).collect();
    say(
        "Asking for an appointment, the stages of the visit ({stages}), production and collection, \
         as far as the scenario has them.",
        &[("stages", &stages.join(", "))],
    )
}

fn resources(scenario: &Scenario) -> String {
    let desks = |stage: &Stage| match stage.desks {
        None => format!("{} (-)", stage.name),
        Some(desks) => format!("{} ({desks})", stage.name),
    };
    let stages: Vec<String> = scenario.visit.stages.iter().map(desks).collect();
    let sites = scenario.intake.sites.iter();
    let sites: Vec<String> = sites.map(|of| format!("{} ({})", of.name, of.machines)).collect();
    let production = scenario.production.as_ref().and_then(|of| of.per_week);
    let none = || "-".to_string();
    let listed = |names: Vec<String>| if names.is_empty() { none() } else { names.join(", ") };
    let per_week = production.map_or_else(none, |number| thousands(f64::from(number)));
    say(
        "Desks by stage: {stages}. Machines by kiosk: {sites}. Passports a week: {production}.",
        &[("stages", &listed(stages)), ("sites", &listed(sites)), ("production", &per_week)],
    )
}

fn entries(scenario: &Scenario) -> String {
    let origins = scenario.demand.origins.iter().map(|origin| origin.name.as_str());
    let outcomes = Outcome::ALL.into_iter().map(|outcome| word(outcome.title()));
    say(
        "People enter when their wish arises, at: {origins}. They leave with exactly one outcome: \
         {outcomes}.",
        &[
            ("origins", &origins.collect::<Vec<_>>().join(", ")),
            ("outcomes", &outcomes.collect::<Vec<_>>().join(", ")),
        ],
    )
}

fn sources(scenario: &Scenario) -> String {
    let origins = origins(scenario);
    say(
        "{number} inputs have a source, which stands beside each under \"What is assumed\".",
        &[("number", &origins.sourced.len())],
    )
}

fn assumptions(scenario: &Scenario) -> String {
    let origins = origins(scenario);
    say(
        "{assumed} inputs are assumed, wholly or in part; of {unsourced} it is not said where they \
         come from; {defaults} are defaults of the program.",
        &[
            ("assumed", &origins.assumed.len()),
            ("unsourced", &origins.unsourced.len()),
            ("defaults", &origins.defaults.len()),
        ],
    )
}

fn initialisation(scenario: &Scenario) -> String {
    let stated = scenario.start.has_book() || scenario.start.has_backlog();
    let days = ("days", &scenario.run.warm_up_days as &dyn std::fmt::Display);
    let begins = match (stated, scenario.run.warm_up_days) {
        (true, _) => word("The book and the backlog of the start are stated.").to_string(),
        (false, 0) => word("The office is empty at the start; there is no warm-up.").to_string(),
        (false, _) => {
            say("The office is empty {days} days before what is measured (warm-up).", &[days])
        }
    };
    format!("{begins} {}", word(TERMINATING))
}

fn length(plan: &Plan) -> String {
    let run = &plan.scenario.run;
    say(
        "From {first} to {last}, {days} days, of which the office works {working}; people are \
         followed for {more} days more.",
        &[
            ("first", &date(run.start)),
            ("last", &date(run.last_date())),
            ("days", &run.days),
            ("working", &plan.working_days()),
            ("more", &run.follow_up_days),
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::report::html::words::ITEMS;

    /// Six sections, of which the fifth item of the second has parts.
    #[test]
    fn items_have_the_numbers_of_the_guideline() {
        let sections = [(1, 3), (2, 5), (3, 4), (4, 3), (5, 4), (6, 1)];
        let items = sections.into_iter().flat_map(|(section, count)| {
            (1..=count).flat_map(move |item| match (section, item) {
                (2, 5) => (1..=5).map(|part| format!("2.5.{part}")).collect(),
                _ => vec![format!("{section}.{item}")],
            })
        });
        assert_eq!(items.collect::<Vec<String>>(), ITEMS.map(|(number, _)| number));
    }
}
