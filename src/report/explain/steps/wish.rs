//! Who wants a passport, and which way they go: lanes, cut-overs and teams that go out.

use std::fmt::Display;

use crate::report::explain::words::{DAYS, DESKS, WEEKS, WORKING_DAYS, hundredth, number, percent};
use crate::report::language::{counted, date, list, say, weekday, word};
use crate::scenario::{Channel, Channels, CutOver, Lane, Outreach, Release, Scenario};

/// How many people want a passport, and how they go about it.
pub fn wish(scenario: &Scenario) -> String {
    let demand = &scenario.demand;
    let family = match demand.mean_family() {
        mean if mean <= 1.0 => String::new(),
        mean => say(", in families of {mean} on average", &[("mean", &hundredth(mean))]),
    };
    let parts: [(&str, &dyn Display); 3] = [
        ("day", &number(demand.per_day)),
        ("family", &family),
        ("ways", &ways(&scenario.intake.channels)),
    ];
    say("On average {day} people a day want a passport{family}; {ways}.", &parts)
}

/// "89.5 % use the app and 10.5 % walk in".
fn ways(channels: &Channels) -> String {
    let says = |channel: Channel| {
        let (all, some) = match channel {
            Channel::Kiosk => ("all use a kiosk", "{share} use a kiosk"),
            Channel::App => ("all use the app", "{share} use the app"),
            Channel::WalkIn => ("all walk in", "{share} walk in"),
            Channel::Outreach => ("all are served by a team", "{share} are served by a team"),
        };
        match channels.share(channel) {
            share if 1.0 <= share => word(all).to_string(),
            share => say(some, &[("share", &percent(share))]),
        }
    };
    let taken = Channel::ALL.into_iter().filter(|channel| 0.0 < channels.share(*channel));
    list(&taken.map(says).collect::<Vec<String>>())
}

/// What a lane has of its own.
pub fn lane(of: &Lane) -> String {
    let mut says = Vec::new();
    says.extend(of.channels.as_ref().map(ways));
    says.extend(of.daily_cap.map(|cap| match cap {
        u32::MAX => word("as many as come are let in without an appointment").to_string(),
        cap => say("{cap} a day are let in without an appointment", &[("cap", &cap)]),
    }));
    let until = |time| say("those who walk in come before {time}", &[("time", &time)]);
    says.extend(of.until.map(until));
    says.push(say("desks call them with priority {priority}", &[("priority", &of.priority)]));
    let days = |text, days| say(text, &[("days", &counted(days, WORKING_DAYS))]);
    says.extend(of.processing.map(|processing| days("a file takes {days}", processing)));
    says.extend(of.promise.map(|promise| days("{days} are promised", promise)));
    say(
        "{share} are of the lane {name}: {says}.",
        &[("share", &percent(of.share)), ("name", &of.name), ("says", &list(&says))],
    )
}

/// Other channels from a date on.
pub fn cut_over(of: &CutOver) -> String {
    let by = match of.ramp.len() as u32 {
        0 => word("at once").to_string(),
        weeks => say("by and by over {weeks}", &[("weeks", &counted(weeks, WEEKS))]),
    };
    let opens = match of.release {
        None => String::new(),
        Some(Release::Rolling) => {
            word(", and the book opens one day more every midnight").to_string()
        }
        Some(Release::Weekly { weekday: day, time }) => say(
            ", and the book opens every {weekday} at {time}",
            &[("weekday", &weekday(day)), ("time", &time)],
        ),
        Some(Release::Monthly { day, time }) => say(
            ", and the book opens on day {day} of every month at {time}",
            &[("day", &day), ("time", &time)],
        ),
    };
    let parts: [(&str, &dyn Display); 5] = [
        ("name", &of.name),
        ("date", &date(of.date)),
        ("by", &by),
        ("ways", &ways(&of.channels)),
        ("opens", &opens),
    ];
    say("{name}: from {date} on people change {by}: {ways}{opens}.", &parts)
}

/// A team that goes out.
pub fn outreach(scenario: &Scenario, team: &Outreach) -> String {
    let days = team.dates.iter().map(|dates| dates.dates().count()).sum::<usize>();
    let origin = &scenario.demand.origins[usize::from(team.origin)].name;
    let stages = scenario.visit.stages.iter().zip(&team.takes).filter(|(_, desks)| 0 < **desks);
    let taken: Vec<String> = stages
        .map(|(stage, desks)| {
            let desks = counted(*desks, DESKS);
            say("{desks} of {stage}", &[("desks", &desks), ("stage", &stage.name)])
        })
        .collect();
    let taken = match taken.is_empty() {
        true => String::new(),
        false => say("; {desks} stay empty meanwhile", &[("desks", &list(&taken))]),
    };
    let parts: [(&str, &dyn Display); 5] = [
        ("name", &team.name),
        ("days", &counted(days as u32, DAYS)),
        ("people", &team.files),
        ("origin", origin),
        ("taken", &taken),
    ];
    say(
        "{name}: on {days} a team serves {people} people of {origin} where they live, beside all \
         others; their files go into production the same day{taken}.",
        &parts,
    )
}
