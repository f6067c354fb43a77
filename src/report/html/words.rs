//! The page's own words, all in one place; constants are translated where they are used.

use crate::office::measures;
use crate::report::language::{capital, say, thousands, word};

/// What screen readers call the list of parts.
pub const CONTENTS: &str = "Contents";

/// Before the boxes that switch series of a chart on and off.
pub const SHOW: &str = "Show";
/// What a click on the heading of a table does.
pub const SORT: &str = "Sort by this column";

/// Heads what was found, in a sentence or two.
pub const ANSWER: &str = "The answer";
/// Heads what was to be reached.
pub const TARGETS: &str = "Targets";
/// Heads the most telling chart.
pub const MAIN_CHART: &str = "The main chart";
/// Heads the figures that matter.
pub const FIGURES: &str = "The figures";
/// Heads all other charts.
pub const CHARTS: &str = "More charts";
/// Heads what groups of people have.
pub const ACCESS: &str = "Who is served how";
/// Heads the inputs.
pub const ASSUMED: &str = "What is assumed";
/// Heads loads, sums and warnings.
pub const HEALTH: &str = "How sound the run is";
/// Heads what no figure says.
pub const LIMITS: &str = "What this does not say";
/// Heads the words that need explaining.
pub const GLOSSARY: &str = "Glossary";
/// Heads the command and its fingerprints.
pub const AGAIN: &str = "How to get the same results";

/// Heads the first column of figures.
pub const MEASURE: &str = "measure";
/// Heads the first column of what groups of people have.
pub const GROUP: &str = "group";
/// In place of a value that a file does not state.
pub const NOT_STATED: &str = "not stated";
/// In place of a source.
pub const NO_SOURCE: &str = "not said";
/// In place of the source of a value that nobody stated.
pub const DEFAULT: &str = "default of the program";
/// In place of the finding of a comparison in which nothing differs.
pub const NOTHING_FOUND: &str = "no difference was found in what matters most";
/// In place of the finding of a run without any figure that is spoken of.
pub const NOTHING_SHOWN: &str = "no figure to be told in a sentence";

/// Opens the table of inputs.
pub const ALL_INPUTS: &str = "All inputs, with their values and sources";
/// What the table of inputs has.
pub const INPUTS: [&str; 3] = ["input", "value", "where it comes from"];
/// What the table of changes has, after the name of the scenario.
pub const CHANGES: [&str; 4] = ["input", "before", "here", "stated in"];
/// What the table of how to get the same results has.
pub const IDENTITY_HEADER: [&str; 2] = ["what", "value"];
/// The table of how to get the same results: its rows, in their order.
pub const IDENTITY: [&str; 6] = [
    "version",
    "replications",
    "seed",
    "confidence of intervals",
    "fingerprint of the inputs",
    "fingerprint of the results",
];

/// The heading of a comparison.
pub fn compared(other: &str, base: &str) -> String {
    say("{other} compared with {base}", &[("other", &other), ("base", &base)])
}

/// The finding of a comparison.
pub fn found_instead((other, base): (&str, &str), findings: &str, interval: &str) -> String {
    say(
        "With {other} instead of {base}: {findings} ({interval}).",
        &[("other", &other), ("base", &base), ("findings", &findings), ("interval", &interval)],
    )
}

/// The finding of a run, and what its intervals are.
pub fn found(label: &str, findings: &str, interval: Option<&str>) -> String {
    match interval {
        None => format!("{label}: {findings}."),
        Some(interval) => say(
            "{label}: {findings} ({interval} in brackets).",
            &[("label", &label), ("findings", &findings), ("interval", &interval)],
        ),
    }
}

/// Below the answer.
pub fn basis(replications: u32) -> String {
    if replications == 1 {
        return word(
            "One replication was played: how far chance moved its figures cannot be told.",
        )
        .to_string();
    }
    say(
        "Every figure is the mean of {replications} replications: the same office and the same \
         dates, each time with other luck. Its interval says how far chance may have moved it.",
        &[("replications", &thousands(f64::from(replications)))],
    )
}

/// Names a part for one of several scenarios.
pub fn of_scenario(heading: &'static str, label: &str) -> String {
    format!("{}, {label}", word(heading))
}

/// What a chart is of, by the stem of its file.
pub fn chart_name(stem: &str) -> String {
    const NAMES: [(&str, &str); 21] = [
        ("differences", "Differences between the scenarios"),
        ("channels", "How people ask for an appointment"),
        ("lead-time", "Lead time over the dates"),
        ("backlog", "Production backlog over the dates"),
        ("days-to-passport", "Days to the passport"),
        ("outcomes", "How wishes end"),
        ("warm-up", "Whether the warm-up is long enough"),
        ("quota-use", "Use of the quota over the dates"),
        ("flow", "Who is lost on the way to the passport"),
        ("replications", "How far luck moves the figures"),
        ("busy-hours", "The busiest counter, hour by hour"),
        ("use-of-stations", "Use of kiosks and counters"),
        ("plan-reverse", "The question from the other side"),
        ("plan", "The targets at each value tried"),
        ("frontier", "The best pairs of values"),
        ("trade-off", "What one figure costs in another"),
        ("response", "How figures answer to the values"),
        ("selection", "The scenarios, the best first"),
        ("tornado", "How far each input moves the figure"),
        ("shares", "What part each input has in the variation"),
        ("story", "From the wish to the end, day by day"),
    ];
    if stem == "theory" {
        return word("Simulation against exact theory").to_string();
    }
    let title = |name: &str| {
        let of = measures().filter(|measure| name.starts_with(measure.name));
        let of = of.max_by_key(|measure| measure.name.len());
        capital(of.map_or("", |measure| word(measure.title)))
    };
    if let Some(name) = stem.strip_prefix("heat-") {
        return say("{figure} by two keys", &[("figure", &title(name))]);
    }
    if let Some(name) = stem.strip_prefix("scatter-") {
        return say("{figure} by each key", &[("figure", &title(name))]);
    }
    let name = NAMES.iter().find(|(known, _)| stem.starts_with(known));
    word(name.map_or("Gaps between groups of people", |(_, name)| name)).to_string()
}

/// Opens the data of a chart, of which every so manieth row is there.
pub fn data_of(name: &str, every: usize) -> String {
    match every {
        1 => say("Data: {name}", &[("name", &name)]),
        _ => say("Data: {name} (one row of {every})", &[("name", &name), ("every", &every)]),
    }
}

/// Above the inputs: how many of them are assumed.
pub fn share_assumed(assumed: usize, all: usize) -> String {
    say(
        "Of {all} inputs with a word on where they come from, {assumed} are assumptions, wholly or \
         in part. What other values would change, a run with `--set` shows.",
        &[("all", &all), ("assumed", &assumed)],
    )
}

/// Heads what a scenario changes.
pub fn changed(label: &str, base: &str) -> String {
    say("What {label} changes of {base}", &[("label", &label), ("base", &base)])
}

/// Heads the inputs.
pub fn inputs(label: &str) -> String {
    say("Inputs, {label}", &[("label", &label)])
}

/// The sums that every replication checked.
pub fn checked(replications: u32) -> String {
    say(
        "Every applicant has exactly one outcome: checked in each of {replications} replications.",
        &[("replications", &thousands(f64::from(replications)))],
    )
}

/// How many people were still under way.
pub fn under_way(share: &str) -> String {
    say("Still under way when the run ended: {share} of the people.", &[("share", &share)])
}

/// Heads what arithmetic says of each part.
pub fn loads(label: &str) -> String {
    say("What is asked of each part, {label}", &[("label", &label)])
}

/// Heads what looks wrong.
pub fn doubts(label: &str) -> String {
    say("What looks wrong, or is worth a look, {label}", &[("label", &label)])
}

/// In place of doubts.
pub const NO_DOUBTS: &str = "Nothing that simple arithmetic shows.";

/// What no figure of the page says, whatever was run.
pub const UNSAID: [&str; 4] = [
    "This is a model of an office, not the office. It shows what follows from its inputs: where an \
     input is wrong, so are the figures, and no interval shows that.",
    "Intervals are about chance only. More replications make them narrower and the inputs no \
     truer.",
    "People are as the scenario describes them. How they would change their ways under new rules is \
     known only as far as it is stated.",
    "Only wishes of the stated dates count. Other seasons and years may be different.",
];

/// What intervals that are read one by one do not say.
pub const ONE_BY_ONE: &str = "Intervals hold for one figure at a time. Of twenty that are read \
     together at 95 %, one may well be off.";

/// What a plan does not say.
pub const PLANNED: &str = "Values between those tried, and beyond them, were not played. The answer \
     holds for the targets as they are stated, and for nothing that has no target.";

/// What a sweep does not say.
pub const VARIED: &str = "Values between the points were not played. A point that looks best of many \
     owes some of that to chance: play it again with another seed before relying on it.";

/// What a selection does not say.
pub const SELECTED: &str = "The best is chosen by one figure alone: what it costs in others, \
     `antrean compare` shows.";

/// What a sensitivity analysis does not say.
pub const RANGED: &str = "An input matters by how far its range reaches: a range that is stated too \
     narrow hides it. What was not varied may matter as well.";

/// What a verification does not say.
pub const VERIFIED: &str = "That the program computes rightly what it is told says nothing of whether \
     a scenario describes an office rightly: that takes data of the office.";

/// What the story of one applicant does not say.
pub const STORY: &str = "This is the luck of one applicant in one replication: an example, and not \
     what people can expect. That takes a run with many replications.";

/// Heads what theory knows.
pub const KNOWN: &str = "What theory knows";
/// Opens the sources of what theory knows.
pub const ALL_KNOWN: &str = "Where each exact value comes from";

/// Heads the reporting guideline.
pub const CHECKLIST: &str = "For those who publish this";
/// Opens the items of the guideline.
pub const ALL_ITEMS: &str = "The items of STRESS-DES";
/// Above the items.
pub const ABOUT_ITEMS: &str = "The guideline STRESS-DES (Monks et al. 2019, Journal of Simulation 13) \
     lists what a report of a simulation study should say. The program fills in what it knows, and \
     says what only the analyst can say.";
/// The items of the guideline by number.
pub const ITEMS: [(&str, &str); 24] = [
    ("1.1", "Purpose of the model"),
    ("1.2", "Model outputs"),
    ("1.3", "Experimentation aims"),
    ("2.1", "Base model overview diagram"),
    ("2.2", "Base model logic"),
    ("2.3", "Scenario logic"),
    ("2.4", "Algorithms"),
    ("2.5.1", "Components: entities"),
    ("2.5.2", "Components: activities"),
    ("2.5.3", "Components: resources"),
    ("2.5.4", "Components: queues"),
    ("2.5.5", "Components: entry and exit points"),
    ("3.1", "Data sources"),
    ("3.2", "Pre-processing"),
    ("3.3", "Input parameters"),
    ("3.4", "Assumptions"),
    ("4.1", "Initialisation"),
    ("4.2", "Run length"),
    ("4.3", "Estimation approach"),
    ("5.1", "Software or programming language"),
    ("5.2", "Random sampling"),
    ("5.3", "Model execution"),
    ("5.4", "System specification"),
    ("6.1", "Computer model sharing statement"),
];

/// Above the command.
pub const REPEAT: &str = "Typed in the folder of the scenario files, this gives the same figures, \
     charts and page, byte by byte, on any machine and any number of threads:";
/// Below the command.
pub const REPEATED: &str = "The file manifest.toml beside this page has the full texts of the \
     scenarios.";
