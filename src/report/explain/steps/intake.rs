//! How people ask for an appointment or come without, and what they do where they find none.

use std::fmt::Display;

use crate::report::explain::words::{MACHINES, length, number, percent};
use crate::report::language::{counted, list, say, word};
use crate::scenario::{App, Persistence, Scenario, Site};

/// The kiosks, and how long people stand at them.
pub fn kiosk(scenario: &Scenario) -> String {
    let says = |site: &Site| {
        let broken = match site.out_of_order {
            share if share <= 0.0 => String::new(),
            share => say(", each out of order on {share} of days", &[("share", &percent(share))]),
        };
        let parts: [(&str, &dyn Display); 4] = [
            ("name", &site.name),
            ("machines", &counted(site.machines, MACHINES)),
            ("entry", &length(site.entry.mean())),
            ("broken", &broken),
        ];
        say("{name} ({machines}, {entry} to type in the data of one person{broken})", &parts)
    };
    let places: Vec<String> = scenario.intake.sites.iter().map(says).collect();
    say(
        "Who uses a kiosk goes to the one of their origin: {kiosks}.",
        &[("kiosks", &list(&places))],
    )
}

/// The app, and who cannot use it.
pub fn app(scenario: &Scenario) -> String {
    let origins = scenario.demand.origins.iter();
    let without: f64 = origins.map(|origin| origin.share * (1.0 - origin.phone)).sum();
    let down = app_down(&scenario.intake.app);
    if without <= 0.0 {
        return say("Everybody can use the app, at any hour.{down}", &[("down", &down)]);
    }
    let origins = scenario.demand.origins.iter();
    let never: f64 =
        origins.map(|origin| origin.share * (1.0 - origin.phone) * (1.0 - origin.helped)).sum();
    let parts: [(&str, &dyn Display); 5] = [
        ("without", &percent(without)),
        ("helped", &percent(without - never)),
        ("delay", &length(scenario.intake.app.help_delay.mean())),
        ("never", &percent(never)),
        ("down", &down),
    ];
    say(
        "The app works at any hour. {without} of those who would use it cannot by themselves: \
         {helped} find help, after {delay} on average, and {never} are shut out.{down}",
        &parts,
    )
}

fn app_down(app: &App) -> String {
    let Some(outage) = &app.outage else { return String::new() };
    let instead = match app.walk_ins_when_down {
        0 => String::new(),
        most => say(
            ", but for {most} a working day who come without an appointment",
            &[("most", &most)],
        ),
    };
    say(
        " On {share} of good days an outage of the app begins; it lasts {days} days on average, \
         and who finds it down waits until it works{instead}.",
        &[
            ("share", &percent(outage.0.starts)),
            ("days", &number(1.0 / outage.0.ends)),
            ("instead", &instead),
        ],
    )
}

/// What those do who ask for an appointment and find none.
pub fn no_place(of: &Persistence) -> String {
    say(
        "Who finds no place {does}.{patience}",
        &[("does", &persistence(of)), ("patience", &patience(of))],
    )
}

/// Who is let in without an appointment, and what the others do.
pub fn walk_in(scenario: &Scenario) -> String {
    let Some(cap) = scenario.intake.walk_in_cap else {
        return word("Who walks in needs no appointment, and all are let in.").to_string();
    };
    let others = &scenario.intake.persistence;
    let parts: [(&str, &dyn Display); 3] =
        [("cap", &cap), ("does", &persistence(others)), ("patience", &patience(others))];
    say(
        "Who walks in needs no appointment; {cap} a day at most are let in. Who is not \
         {does}.{patience}",
        &parts,
    )
}

fn persistence(of: &Persistence) -> String {
    let share = percent(of.try_again);
    match (of.try_again, of.at_most_tries) {
        (_, Some(1)) => word("is turned away at once").to_string(),
        (again, _) if again <= 0.0 => word("gives up at once").to_string(),
        (_, Some(most)) => say(
            "tries again in {share} of cases, {most} tries in all at most, and gives up otherwise",
            &[("share", &share), ("most", &most)],
        ),
        (again, None) if 1.0 <= again => word("tries again until there is one").to_string(),
        (_, None) => {
            say("tries again in {share} of cases, and gives up otherwise", &[("share", &share)])
        }
    }
}

fn patience(of: &Persistence) -> String {
    match &of.patience {
        None => String::new(),
        Some(law) => {
            say(" Nobody asks longer than {time} on average.", &[("time", &length(law.mean()))])
        }
    }
}
