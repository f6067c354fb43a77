//! A selection in words and a table.

use comfy_table::{CellAlignment, Table, presets};

use crate::experiment::Selected;
use crate::office::Figure;
use crate::report::language::{decimals, say, thousands, word};
use crate::report::selection::{
    as_good, by_name, direction, fate, mean, procedure, ranking, verdict,
};
use crate::report::wording;

/// The summary of a selection in at most `width` columns.
pub fn summary(found: &Selected, width: u16) -> String {
    let (header, rows) = table(found);
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_width(width).set_header(header);
    for column in table.column_iter_mut().skip(1).take(3) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.add_rows(rows);
    format!(
        "{}\n\n{}\n\n{}.\n{}\n{}\n{}\n{}\n",
        question(found),
        table.trim_fmt(),
        verdict(found, by_name),
        promise(found),
        others(found),
        how(found),
        word(INTERVALS),
    )
}

/// What was asked.
pub fn question(found: &Selected) -> String {
    say(
        "The best of {number} scenarios by \"{title}\" ({direction})",
        &[
            ("number", &found.candidates.len()),
            ("title", &wording::title(&found.figure)),
            ("direction", &direction(found)),
        ],
    )
}

/// The procedure, in a sentence.
pub fn how(found: &Selected) -> String {
    say("Procedure: {procedure}.", &[("procedure", &procedure(found))])
}

/// The scenarios, the best first: a header, and a row for each.
pub fn table(found: &Selected) -> (Vec<String>, Vec<Vec<String>>) {
    let unit = found.figure.measure.unit;
    let interval = found.candidates.first().map_or(0.0, |of| of.estimate.level.value());
    let percent_of_all = decimals(percent(1.0 - shared(interval, found)));
    let interval = say("{percent} % interval", &[("percent", &percent_of_all)]);
    let header = [word("scenario"), word("mean"), &interval, word("behind the first by"), ""];
    let row = |place: usize| {
        let of = &found.candidates[place];
        let interval = wording::interval(&of.estimate, unit);
        let behind = of.behind.as_ref().and_then(|behind| wording::fine_interval(behind, unit));
        let shown = |text: Option<String>| text.unwrap_or_default();
        let name = of.scenario.name.clone();
        vec![name, mean(found, of), shown(interval), shown(behind), fate(found, place, by_name)]
    };
    (header.map(str::to_string).to_vec(), ranking(found).into_iter().map(row).collect())
}

/// What the intervals of the table are.
pub const INTERVALS: &str = "The intervals of each column hold together for all scenarios; as the \
    selection stops by what it sees, they are approximate.";

/// What the shared level of one interval leaves out for all together.
fn shared(level: f64, found: &Selected) -> f64 {
    (1.0 - level) * found.candidates.len() as f64
}

fn percent(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}

/// What is promised, or what would decide.
pub fn promise(found: &Selected) -> String {
    let selection = found.selecting.selection;
    let least = wording::stated_distance(selection.indifference, found.figure.measure.unit);
    let level = percent(selection.level.value());
    match found.is_decided {
        true => say(
            "If one scenario is truly ahead of every other by {least} or more, a selection like \
             this finds it in at least {level} of 100 cases.",
            &[("least", &least), ("level", &decimals(level))],
        ),
        false => say(
            "Allow more replications with --at-most, or state a larger --indifference than \
             {least}.",
            &[("least", &least)],
        ),
    }
}

/// Who may be as good as the first.
pub fn others(found: &Selected) -> String {
    let least =
        wording::stated_distance(found.selecting.selection.indifference, found.figure.measure.unit);
    match as_good(found).as_slice() {
        [] => say("Every other is behind by more than {least}.", &[("least", &least)]),
        names => say(
            "May be as good, to within {least}: {names}.",
            &[("least", &least), ("names", &names.join(", "))],
        ),
    }
}

/// Why an indifference amount is asked for, with one that would do. `means` are those of the
/// scenarios by name after so many replications, `settled` the least difference that could be
/// settled within so many replications.
pub fn asking(
    figure: &Figure,
    (played, means): (usize, &[(String, Option<f64>)]),
    (settled, replications): (f64, usize),
) -> String {
    let unit = figure.measure.unit;
    let shown = |(name, mean): &(String, Option<f64>)| {
        let mean = mean.map_or(wording::not_available().to_string(), |of| wording::value(of, unit));
        format!("{mean} ({name})")
    };
    let means: Vec<String> = means.iter().map(shown).collect();
    let suggestion = match settled {
        amount if amount <= 0.0 => {
            word("any amount is settled at once: they do not vary").to_string()
        }
        settled => {
            let round = rounded_up(settled);
            let stated = wording::stated_distance(round, unit);
            say(
                "--indifference {amount} ({stated}) is settled within about {replications} \
                 replications of each; half of it takes four times as many",
                &[
                    ("amount", &round),
                    ("stated", &stated),
                    ("replications", &thousands(replications as f64)),
                ],
            )
        }
    };
    let needs = say(
        "--best needs --indifference: the least difference in \"{title}\" that matters to you",
        &[("title", &wording::title(figure))],
    );
    let after = say(
        "after {played} replications: {means}",
        &[("played", &thousands(played as f64)), ("means", &means.join(", "))],
    );
    format!("{needs}\n  {after}\n  {suggestion}")
}

/// The next amount with two significant digits.
fn rounded_up(amount: f64) -> f64 {
    let step = 10f64.powf(amount.log10().floor() - 1.0);
    let rounded = (amount / step).ceil() * step;
    format!("{rounded:.1e}").parse().unwrap_or(rounded)
}

#[cfg(test)]
mod tests {
    use super::rounded_up;

    #[test]
    fn amounts_are_rounded_up_to_two_digits() {
        assert_eq!(rounded_up(0.012_31), 0.013);
        assert_eq!(rounded_up(345.0), 350.0);
        assert_eq!(rounded_up(0.5), 0.5);
    }
}
