//! The visit with its stages, what is paid for it, and how the file becomes a passport.

use std::fmt::Display;

use crate::report::explain::words::{DESKS, WORKING_DAYS, length, number, percent};
use crate::report::language::{counted, say, word};
use crate::scenario::{Payment, Production, Runs, Scenario, Stage};

/// A stage: its desks, how long it takes, what breaks, and who does not get past it.
pub fn stage(scenario: &Scenario, stage: &Stage) -> String {
    let desks = stage
        .desks
        .map_or_else(|| word("a desk for everybody").to_string(), |desks| counted(desks, DESKS));
    let parts: [(&str, &dyn Display); 3] =
        [("stage", &stage.name), ("desks", &desks), ("mean", &length(stage.service.mean()))];
    let mut text = say("{stage}: {desks}, {mean} on average", &parts);
    let lanes = scenario.demand.lanes.iter().zip(&stage.lane_service);
    for (lane, own) in lanes.filter_map(|(lane, own)| own.as_ref().map(|own| (lane, own))) {
        let mean = length(own.mean());
        text += &say(", for {lane} {mean}", &[("lane", &lane.name), ("mean", &mean)]);
    }
    if 1 < stage.at_once {
        text += &say(", {people} people at once", &[("people", &stage.at_once)]);
    }
    if let Some(outage) = &stage.outage {
        let (every, lasts) = (length(outage.every.mean()), length(outage.lasts.mean()));
        text += &say(
            "; a desk fails every {every} and is out for {lasts}, on average",
            &[("every", &every), ("lasts", &lasts)],
        );
    }
    text + &afterwards(scenario, stage) + "."
}

/// Who goes from a stage elsewhere than to the next.
fn afterwards(scenario: &Scenario, stage: &Stage) -> String {
    let (after, mut text) = (&stage.afterwards, String::new());
    if let Some(back) = &after.sent_back {
        let to = &scenario.visit.stages[usize::from(back.to.0)].name;
        let parts: [(&str, &dyn Display); 2] = [("share", &percent(back.share)), ("stage", to)];
        text += &say("; {share} go to {stage} again", &parts);
    }
    if 0.0 < after.sent_home {
        let again = percent(scenario.visit.comes_back);
        text += &say(
            "; {share} are sent home with incomplete papers, and {again} of them ask again",
            &[("share", &percent(after.sent_home)), ("again", &again)],
        );
    }
    if 0.0 < after.refused {
        text += &say("; {share} are refused", &[("share", &percent(after.refused))]);
    }
    text
}

/// What is paid after the interview, and when.
pub fn payment(of: &Payment) -> String {
    let within = of
        .within
        .map_or(String::new(), |within| say(", within {time}", &[("time", &length(within))]));
    let parts: [(&str, &dyn Display); 3] =
        [("delay", &length(of.delay.mean())), ("within", &within), ("never", &percent(of.never))];
    say(
        "The applicant pays {delay} after the interview on average{within}; {never} never do.",
        &parts,
    )
}

/// How files are made into passports, and who fetches them.
pub fn production(production: &Production) -> Vec<String> {
    let made = production.per_week.map_or_else(
        || word("as many as there are files").to_string(),
        |week| say("{number} in a week of all its ordinary working days", &[("number", &week)]),
    );
    let runs = match production.runs {
        Runs::Daily => word("at the end of every working day"),
        Runs::Weekly => word("at the end of the week's last working day"),
    };
    let takes = match production.processing {
        0 => word("It can be ready on the day of the visit").to_string(),
        days => say("It takes at least {days}", &[("days", &counted(days, WORKING_DAYS))]),
    };
    let promise = match production.promise {
        0 => word("the same day").to_string(),
        days => counted(days, WORKING_DAYS),
    };
    let parts: [(&str, &dyn Display); 5] = [
        ("runs", &runs),
        ("made", &made),
        ("takes", &takes),
        ("promise", &promise),
        ("outages", &outages(production)),
    ];
    let mut steps = vec![say(
        "The file is made into a passport, {runs}, {made}. {takes}; the promise is \
         {promise}.{outages}",
        &parts,
    )];
    steps.extend(production.collection.as_ref().map(|collection| {
        say(
            "The applicant fetches it {delay} later on average; {never} never do.",
            &[("delay", &length(collection.delay.mean())), ("never", &percent(collection.never))],
        )
    }));
    steps
}

/// What an outage leaves of the output, and what is made up for it afterwards.
fn outages(production: &Production) -> String {
    let outage = production.outage.as_ref().map_or(String::new(), |outage| {
        say(
            " On {share} of good working days an outage begins; it lasts {days} working days on \
             average and leaves {output} of the output.",
            &[
                ("share", &percent(outage.spells.starts)),
                ("days", &number(1.0 / outage.spells.ends)),
                ("output", &percent(outage.output)),
            ],
        )
    });
    let overtime = production.overtime.as_ref().map_or(String::new(), |overtime| {
        say(
            " After an outage {share} more are made until no due file waits.",
            &[("share", &percent(overtime.by))],
        )
    });
    outage + &overtime
}
