//! Figures that a scenario names, held against those that there are.

use std::collections::BTreeSet;

use crate::office::measure::{Figure, Read, Scope, figures, measures};
use crate::office::plan::Plan;
use crate::scenario::Scenario;
use crate::scenario::reading::{Diagnostic, FigureName, Findings, Name, nearest, word_list};

/// What a measure of stations needs that no station has.
const NEEDS_A_LINE: &str = "it is of kiosks and stages; those of lost people stand only where \
    `waiting_room`, `joins`, `patience` or closing time may lose them";

/// Notes every figure that a scenario names and that it does not have. Names of measures are
/// checked even where other mistakes leave no scenario.
pub fn check_named_figures(scenario: Option<&Scenario>, findings: &mut Findings) {
    if findings.figures.is_empty() {
        return;
    }
    let figures = scenario.map(|scenario| figures(&Plan::new(scenario.clone())));
    let mistakes: Vec<Diagnostic> = findings
        .figures
        .iter()
        .filter_map(|name| {
            unknown_measure(&name.measure).or_else(|| wrong_place(name, figures.as_deref()?))
        })
        .collect();
    mistakes.into_iter().for_each(|mistake| findings.note(mistake));
}

/// The figure of a plan that a measure and what it is of name; nothing is all.
///
/// # Errors
/// Says what is wrong, and what there is instead.
pub fn named_figure(plan: &Plan, measure: &str, of: Option<&str>) -> Result<Figure, String> {
    let figures = figures(plan);
    let wrong = no_measure(measure).or_else(|| no_figure(measure, of, &figures));
    match wrong {
        Some((message, hint)) => Err(format!("{message}; {hint}")),
        None => {
            let found = figures.into_iter().find(|figure| figure.is_named(measure, of));
            found.ok_or_else(|| format!("the scenario has no `{measure}`"))
        }
    }
}

fn unknown_measure(name: &Name) -> Option<Diagnostic> {
    let (message, hint) = no_measure(&name.text)?;
    Some(Diagnostic::error(message).at(name.place).help(hint))
}

/// What is wrong with a measure that is none, and what was probably meant.
fn no_measure(measure: &str) -> Option<(String, String)> {
    let names: Vec<&str> = measures().map(|measure| measure.name).collect();
    if names.contains(&measure) {
        return None;
    }
    Some((format!("there is no measure {measure:?}"), meant(measure, names.into_iter())))
}

/// A measure that is not of what is named, or of more than one thing of that name.
fn wrong_place(name: &FigureName, figures: &[Figure]) -> Option<Diagnostic> {
    let of = name.of.as_ref().map(|of| of.text.as_str());
    let (message, hint) = no_figure(&name.measure.text, of, figures)?;
    let place = name.of.as_ref().map_or(name.measure.place, |of| of.place);
    Some(Diagnostic::error(message).at(place).help(hint))
}

fn no_figure(measure: &str, of: Option<&str>, figures: &[Figure]) -> Option<(String, String)> {
    let is_seen = figures.iter().any(|figure| figure.measure.name == measure);
    let message = match figures.iter().filter(|figure| figure.is_named(measure, of)).count() {
        1 => return None,
        0 if of.is_none() && is_seen => format!("`{measure}` needs `of`"),
        0 if of.is_none() => format!("the scenario has no `{measure}`"),
        0 => format!("the scenario has no `{measure}` of {:?}", of.unwrap_or_default()),
        _ => format!("the scenario has more than one {:?}", of.unwrap_or_default()),
    };
    let scopes = figures.iter().filter(|figure| figure.measure.name == measure);
    let names: BTreeSet<&str> = scopes.map(|figure| figure.scope.name()).collect();
    let hint = match names.is_empty() {
        true => lacking(measure).to_string(),
        false => meant(of.unwrap_or(Scope::All.name()), names.iter().copied()),
    };
    Some((message, hint))
}

/// What a scenario lacks that has nothing of a measure.
fn lacking(measure: &str) -> &'static str {
    let of = measures().find(|of| of.name == measure);
    match of.map(|of| of.read) {
        Some(Read::AtSea(_)) => "it stands only where a way has `by = \"boat\"`",
        Some(Read::Boats(_)) => "it stands only where a way of an `[[origin]]` has `cancelled`",
        Some(Read::AppOutages(_)) => "it stands only where the app may be down",
        Some(Read::Outages(_)) => "it stands only where production may fail",
        _ => NEEDS_A_LINE,
    }
}

fn meant<'a>(wrong: &str, names: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(wrong, names.clone()) {
        Some(near) if near != wrong => format!("did you mean \"{near}\"?"),
        _ => format!("there are {}", word_list(names)),
    }
}

#[cfg(test)]
mod tests {
    use super::check_named_figures;
    use crate::scenario::Scenario;
    use crate::scenario::reading::Colour;

    const OFFICE: &str = r#"
channel = "walk-in"
run = { start = 2026-01-05, length = "1 week" }
office = { hours = "always" }
demand = { per_day = 9 }
origin = [{ name = "desk", share = 0.5 }, { name = "island", share = 0.5 }]
[[stage]]
name = "desk"
desks = 1
service = "5 min"
[[stage]]
name = "photo"
desks = 1
service = "5 min"
[[known]]
value = 1
source = "none"
"#;

    fn complaint(known: &str) -> String {
        complaint_of(&format!("{OFFICE}{known}"))
    }

    fn complaint_of(text: &str) -> String {
        let (scenario, mut findings) = Scenario::parse("office.toml", text);
        check_named_figures(scenario.as_ref(), &mut findings);
        findings.render(Colour::Plain)
    }

    #[test]
    fn figures_that_are_there_are_no_mistake() {
        assert_eq!(complaint("measure = \"station_wait\"\nof = \"photo\"\n"), "");
        assert_eq!(complaint("measure = \"waiting\"\n"), "");
        assert_eq!(complaint("measure = \"waiting\"\nof = \"desk\"\n"), "");
        assert_eq!(complaint("measure = \"waiting\"\nof = \"walk-in\"\n"), "");
    }

    #[test]
    fn a_measure_that_is_none_is_told_at_its_place() {
        let complaint = complaint("measure = \"station_wiat\"\nof = \"desk\"\n");
        assert!(complaint.contains("there is no measure \"station_wiat\""), "{complaint}");
        assert!(complaint.contains("office.toml:18:11"), "{complaint}");
        assert!(complaint.contains("did you mean \"station_wait\"?"), "{complaint}");
    }

    #[test]
    fn a_place_that_is_none_is_told_with_those_that_are() {
        let missing = complaint("measure = \"station_wait\"\n");
        assert!(missing.contains("`station_wait` needs `of`"), "{missing}");
        assert!(missing.contains("there are `desk` and `photo`"), "{missing}");
        let wrong = complaint("measure = \"station_wait\"\nof = \"photos\"\n");
        assert!(wrong.contains("no `station_wait` of \"photos\""), "{wrong}");
        assert!(wrong.contains("did you mean \"photo\"?"), "{wrong}");
    }

    #[test]
    fn a_measure_that_the_scenario_has_nothing_of_is_told_with_what_it_needs() {
        for (measure, needed) in [
            ("boat_per_passport", "a way has `by = \"boat\"`"),
            ("missed_boats", "`cancelled`"),
            ("app_down", "the app may be down"),
            ("outages", "production may fail"),
            ("station_left", "`patience`"),
        ] {
            let complaint = complaint(&format!("measure = \"{measure}\"\n"));
            assert!(complaint.contains(&format!("has no `{measure}`")), "{complaint}");
            assert!(complaint.contains(needed), "{complaint}");
        }
    }

    #[test]
    fn measures_are_checked_beside_all_other_mistakes() {
        let complaint = complaint("measure = \"wating\"\nvalues = 3\n[booking]\nwindow = 3\n");
        assert!(complaint.contains("did you mean \"waiting\"?"), "{complaint}");
        assert!(complaint.contains("unknown key `values`"), "{complaint}");
    }

    #[test]
    fn a_name_that_two_things_have_is_refused() {
        let office = OFFICE.replace("island", "walk-in");
        let known = "measure = \"waiting\"\nof = \"walk-in\"\n";
        let complaint = complaint_of(&format!("{office}{known}"));
        assert!(complaint.contains("more than one \"walk-in\""), "{complaint}");
    }
}
