//! The chart of a verification.

use crate::experiment::{Agreement, Case, Check, SUSPICIOUS, Verification};
use crate::report::chart::{ChartError, Heading, Standing, TheoryChart, TheoryGroup, TheoryRow};
use crate::report::language::{fixed, say, word};
use crate::report::pictures::Picture;
use crate::report::wording;

/// Standard errors that stand for any number beyond all others.
const BEYOND_ALL: f64 = 1e6;

/// All figures, in standard errors from theory.
///
/// # Errors
/// If it cannot be drawn.
pub fn picture(found: &Verification) -> Result<Picture, ChartError> {
    let level = found.level.value() * 100.0;
    let heading = Heading {
        stem: "theory".to_string(),
        title: headline(found),
        subtitle: say(
            match found.cases.len() {
                1 => {
                    "1 case; simulated minus exact, in standard errors, with {level} % intervals; \
                     beyond the band a case is played again"
                }
                _ => {
                    "{cases} cases; simulated minus exact, in standard errors, with {level} % \
                     intervals; beyond the band a case is played again"
                }
            },
            &[("cases", &found.cases.len()), ("level", &fixed(level, 0))],
        ),
    };
    let unit = word("standard errors").to_string();
    let groups = found.cases.iter().map(group).collect();
    let chart = TheoryChart { heading, unit, bound: SUSPICIOUS, groups };
    Ok(Picture { data: chart.data(), chart: chart.render()? })
}

fn headline(found: &Verification) -> String {
    let figures = found.checks().count();
    let failing = found.checks().filter(|check| check.agreement() == Agreement::Fails).count();
    let text = match failing {
        0 if figures == 1 => "The figure agrees with theory",
        0 => "All {figures} figures agree with theory",
        _ if figures == 1 => "{failing} of {figures} figure disagree with theory",
        _ => "{failing} of {figures} figures disagree with theory",
    };
    say(text, &[("figures", &figures), ("failing", &failing)])
}

fn group(case: &Case) -> TheoryGroup {
    TheoryGroup { title: case.scenario.title.clone(), rows: case.checks.iter().map(row).collect() }
}

fn row(check: &Check) -> TheoryRow {
    let finding = check.decisive();
    let estimate = &finding.estimate;
    let deviation = finding.deviation.unwrap_or(BEYOND_ALL).clamp(-BEYOND_ALL, BEYOND_ALL);
    // An interval without width belongs to a figure that never varies.
    let errors = estimate
        .half_width
        .zip(estimate.standard_deviation)
        .map(|(width, spread)| width / (spread / (estimate.replications as f64).sqrt()));
    TheoryRow {
        label: wording::title(&check.figure),
        deviation,
        half_width: errors.filter(|errors| errors.is_finite()).unwrap_or(0.0),
        standing: match check.agreement() {
            Agreement::Holds => Standing::Agrees,
            Agreement::HoldsOnRetest => Standing::AgreesOnRetest,
            Agreement::Fails => Standing::Differs,
        },
    }
}
