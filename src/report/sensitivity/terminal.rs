//! A sensitivity analysis in tables and a sentence.

use crate::experiment::{Sensitivity, Shares};
use crate::report::language::{say, thousands, word};
use crate::report::section::Section;
use crate::report::sensitivity::{advice, percent, size_in_words};
use crate::report::wording;
use crate::scenario::{Input, Reason};
use crate::statistics::{Estimate, Verdict};

const TOGETHER: &str = "A swing is the highest less the lowest of the least value, the base and \
    the greatest. All intervals hold at once; the same applicants were played through all.";

const SHARES: &str = "Alone is the share of the variation that would go if the input were known; \
    in all is the share that would stay if all others were. Intervals are by bootstrap over the \
    rows, not adjusted for reading many.";

/// The summary of an analysis in at most `width` columns.
pub fn summary(found: &Sensitivity, width: u16) -> String {
    let unit = found.figure.measure.unit;
    let base = &found.one_at_a_time.base;
    let mean = base.mean.map_or(wording::not_available().into(), |mean| wording::value(mean, unit));
    let interval = wording::interval(base, unit).map_or(String::new(), |of| format!(" ({of})"));
    let heading = say(
        "What matters most for \"{title}\": {mean}{interval} as it stands",
        &[("title", &wording::title(&found.figure)), ("mean", &mean), ("interval", &interval)],
    );
    let played = say(
        "{title}, {replications} replications",
        &[
            ("title", &found.scenario.title),
            ("replications", &thousands(f64::from(found.scenario.run.replications))),
        ],
    );
    format!(
        "{heading}\n{played}\n{}{}{}\n{}.\n",
        swings(found).text(width),
        found.shares.as_ref().map_or(String::new(), |of| in_all(found, of, width)),
        left_out(found).iter().map(|said| format!("\n{said}\n")).collect::<String>(),
        advice(found),
    )
}

/// What each input does by itself, the one that does most first.
pub fn swings(found: &Sensitivity) -> Section {
    let unit = found.figure.measure.unit;
    let header = ["input", "range", "base", "at the least", "at the greatest", "swing"].map(word);
    let mut section = Section { note: word(TOGETHER), ..Section::new(&header) };
    for place in found.ranking() {
        let (input, swing) = (&found.inputs[place], &found.one_at_a_time.swings[place]);
        let [least, greatest] = [0, 1].map(|side: usize| change(found, &swing.changes[side]));
        section.rows.push(vec![
            input.key.clone(),
            range(input),
            stated(input),
            least,
            greatest,
            size_in_words(swing, unit),
        ]);
    }
    section
}

fn range(input: &Input) -> String {
    say("{low} to {high}", &[("low", &input.range.least()), ("high", &input.range.greatest())])
}

/// The value that the scenario has.
fn stated(input: &Input) -> String {
    match input.stated.as_slice() {
        [] => word("default").to_string(),
        values => values.join(", "),
    }
}

fn change(found: &Sensitivity, change: &Estimate) -> String {
    match Verdict::of(change) {
        Verdict::Identical => word("the same").to_string(),
        Verdict::NoDifference { .. } => word("not told apart").to_string(),
        Verdict::Undecided => wording::not_available().to_string(),
        verdict => wording::verdict(&verdict, found.figure.measure.unit),
    }
}

/// All inputs at once: what was played, and the table of indices.
fn in_all(found: &Sensitivity, of: &Shares, width: u16) -> String {
    let table = match shares(found, of) {
        Some(section) => section.text(width),
        None => format!("\n{}\n", word(NOTHING_VARIES)),
    };
    format!("\n{}\n{table}", shares_played(found, of))
}

/// How often all inputs were varied at once.
pub fn shares_played(found: &Sensitivity, of: &Shares) -> String {
    say(
        "All inputs at once, {rows} rows, {points} scenarios of {replications} replications",
        &[
            ("rows", &thousands(of.rows as f64)),
            ("points", &thousands(of.points as f64)),
            ("replications", &thousands(f64::from(found.scenario.run.replications))),
        ],
    )
}

/// In place of a table of shares.
pub const NOTHING_VARIES: &str = "Nothing varies, or the figure is not always seen.";

/// The table of indices, where anything varies.
pub fn shares(found: &Sensitivity, of: &Shares) -> Option<Section> {
    let indices = of.indices.as_ref()?;
    let interval = wording::interval_at(found.level);
    let header = [word("input"), word("alone"), &interval, word("in all"), &interval];
    let mut section = Section { note: word(SHARES), ..Section::new(&header) };
    for place in found.ranking() {
        let (index, ends) = &indices[place];
        let between = |(low, high): (f64, f64)| {
            let [low, high] = [low, high].map(|end| wording::number(end, SHARE));
            say("{low} to {high}", &[("low", &low), ("high", &high)])
        };
        section.rows.push(vec![
            found.inputs[place].key.clone(),
            percent(index.first_order),
            between(ends.first_order),
            percent(index.total),
            between(ends.total),
        ]);
    }
    Some(section)
}

const SHARE: crate::office::Unit = crate::office::Unit::Share;

/// Assumptions that were not varied, in a sentence for each reason.
pub fn left_out(found: &Sensitivity) -> Vec<String> {
    let of = |reason: Reason| -> Vec<&str> {
        let left_out = found.left_out.iter().filter(|of| of.reason == reason);
        left_out.map(|of| of.key.as_str()).collect()
    };
    let told = [
        (of(Reason::NoRange), word("Assumptions left out, as they have no range")),
        (of(Reason::NotOneNumber), word("Left out, as here they are not one number")),
    ];
    let told = told.into_iter().filter(|(keys, _)| !keys.is_empty());
    let told = told.map(|(keys, why)| format!("{why}: {}.", keys.join(", ")));
    told.collect()
}
