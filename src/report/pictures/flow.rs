//! The chart of the way from the wish to the passport, and of who does not get to its end.

use crate::experiment::{OutcomeShares, ScenarioResult};
use crate::office::{Outcome, Unit};
use crate::report::chart::{ChartError, FlowChart, FlowFacet, FlowPart, FlowStep};
use crate::report::language::{say, word};
use crate::report::pictures::{Picture, basis, heading, shown_outcomes};
use crate::report::{Study, wording};

/// The steps of the way, and the outcomes of those who do not pass each.
const STEPS: [(&str, &[Outcome]); 4] = [
    ("got a place", &[Outcome::ShutOut, Outcome::TurnedAway, Outcome::GaveUp]),
    ("came", &[Outcome::NoShow]),
    ("interviewed", &[Outcome::SentHome]),
    (
        "have their passport",
        &[Outcome::Refused, Outcome::NeverPaid, Outcome::NeverCollected, Outcome::UnderWay],
    ),
];

/// The chart.
pub fn flow(study: &Study) -> Result<Picture, ChartError> {
    let shown = shown_outcomes(study);
    let subtitle = say(
        "{basis}; widths are people, means of all replications; everyone counts once, by how the \
         story ends",
        &[("basis", &basis(study))],
    );
    let chart = FlowChart {
        heading: heading("flow", title(study), subtitle),
        facets: study.results.iter().map(|result| facet(result, &shown)).collect(),
    };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

/// The outcome that most people end with who do not get a passport, by scenario.
fn title(study: &Study) -> String {
    let losses = || Outcome::ALL.into_iter().filter(|of| !is_no_loss(*of));
    let largest = |result: &ScenarioResult| {
        let most = losses()
            .max_by(|one, other| people(result, *one).total_cmp(&people(result, *other)))?;
        let share = people(result, most) / wishes(result);
        let label = &result.plan.scenario.label;
        (0.0 < share).then(|| {
            format!("{} {} ({label})", word(most.title()), wording::value(share, Unit::Share))
        })
    };
    let found: Vec<String> = study.results.iter().filter_map(largest).collect();
    match found.as_slice() {
        [] => word("Nobody is lost on the way to the passport").to_string(),
        found => say(
            "The largest loss on the way to the passport: {losses}",
            &[("losses", &found.join(", "))],
        ),
    }
}

fn is_no_loss(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Issued | Outcome::UnderWay)
}

fn facet(result: &ScenarioResult, shown: &[Outcome]) -> FlowFacet {
    let colour = |outcome: Outcome| shown.iter().position(|of| *of == outcome).unwrap_or(0);
    let exit = |outcome: &Outcome| FlowPart {
        label: word(outcome.title()).to_string(),
        people: people(result, *outcome),
        colour: colour(*outcome),
    };
    let source = |of: &OutcomeShares| FlowPart {
        label: word(of.channel.name()).to_string(),
        people: of.applicants,
        colour: 0,
    };
    let step = |(label, exits): (&'static str, &[Outcome])| FlowStep {
        label: word(label).to_string(),
        exits: exits.iter().map(exit).filter(|part| 0.0 < part.people).collect(),
    };
    FlowFacet {
        label: result.plan.scenario.label.clone(),
        start: word("want a passport").to_string(),
        sources: result.outcomes.iter().map(source).collect(),
        steps: STEPS.into_iter().map(step).collect(),
    }
}

/// People a replication with an outcome.
fn people(result: &ScenarioResult, outcome: Outcome) -> f64 {
    let of = |of: &OutcomeShares| of.applicants * of.shares[outcome as usize].1;
    result.outcomes.iter().map(of).sum()
}

fn wishes(result: &ScenarioResult) -> f64 {
    result.outcomes.iter().map(|of| of.applicants).sum()
}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use crate::office::Outcome;

    #[test]
    fn every_outcome_but_a_passport_leaves_at_one_step() {
        for outcome in Outcome::ALL {
            let steps = STEPS.iter().filter(|(_, exits)| exits.contains(&outcome)).count();
            assert_eq!(steps, usize::from(outcome != Outcome::Issued), "{outcome:?}");
        }
    }
}
